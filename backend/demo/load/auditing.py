"""The audit chains of generated cases: a line for each line of their stories, linked as usual."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast
from uuid import UUID

from django.db import transaction

from backend.audit.hashing import hash_of, seal_of
from backend.audit.models import AuditChain, AuditEvent
from backend.cases.models import CaseEvent
from backend.demo.load.tables import Row
from backend.demo.load.writing import write

_LABEL: Final = "cases.case"
_COLUMNS: Final = (
    *("case__owner_id", "case_id", "at", "action", "actor_kind", "actor_id", "from_state", "to_state"),
    "facts",
)


@dataclass(slots=True)
class _Linked:
    """What the hash of an audit event is made from, without the weight of a model."""

    chain_id: UUID
    number: int
    at: datetime
    actor_kind: str
    actor_id: UUID | None
    action: str
    target_label: str
    target_id: UUID
    facts: dict[str, Any]
    previous_hash: str


def link(partners: Collection[UUID], first: datetime, last: datetime, windows: int) -> int:
    """Write the audit lines of these partners' cases in the order of time. Answers how many."""
    heads = {head.pk: head for head in AuditChain.objects.filter(pk__in=partners)}
    step, written = (last - first) / windows + timedelta(microseconds=1), 0
    for number in range(windows):
        begin = first + step * number
        with transaction.atomic():
            written += write(_linked(heads, begin, begin + step))
            _seal(heads)
    return written


def _linked(heads: dict[UUID, AuditChain], begin: datetime, end: datetime) -> Iterator[Row]:
    told = CaseEvent.objects.filter(case__owner__in=list(heads), at__gte=begin, at__lt=end)
    for owner, case, at, action, kind, actor, before, after, facts in told.order_by("at", "id").values_list(
        *_COLUMNS
    ):
        head = heads[owner]
        states = {"from_state": before, "to_state": after} if after else {}
        told_facts = {**states, **facts}
        line = _Linked(owner, head.length + 1, at, kind, actor, action, _LABEL, case, told_facts, head.hash)
        head.length, head.hash = line.number, hash_of(cast(AuditEvent, line))
        yield (
            "audit.AuditEvent",
            (
                owner,
                line.number,
                at,
                kind,
                actor,
                action,
                _LABEL,
                case,
                told_facts,
                line.previous_hash,
                head.hash,
            ),
        )


def _seal(heads: dict[UUID, AuditChain]) -> None:
    for head in heads.values():
        head.seal = seal_of(head)
    AuditChain.objects.bulk_update(heads.values(), ["length", "hash", "seal"])
