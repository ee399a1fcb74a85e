"""Writing the audit log: one line for everything that somebody did, in the transaction that did it."""

import re
from typing import Final, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import Model, UUIDField

from backend.audit.hashing import Fact, hash_of, is_sealed, plain_facts, seal_of
from backend.audit.models import PLATFORM_CHAIN, AuditChain, AuditEvent
from backend.common import clock
from backend.common.written import Written, insert

_ACTION: Final = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_LABEL: Final = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


class Acting(Protocol):
    """Who did it: whatever has a kind and an id. (The audit log stands below the people it speaks of.)"""

    @property
    def kind(self) -> str: ...

    @property
    def id(self) -> UUID | None: ...


Target = Model | tuple[str, UUID]


def record(actor: Acting, action: str, target: Target, *, chain: UUID | None, **facts: Fact) -> AuditEvent:
    """Add one line to a partner's chain (None: the platform's), in the transaction of what it tells of.

    The last thing a service does: it locks the head of the chain until the transaction ends. Facts are codes,
    ids, numbers, dates and lists of those; see `hashing.plain_facts` for what is refused.
    """
    if not _is_in_transaction():
        raise transaction.TransactionManagementError("an audit line belongs into the transaction it tells of")
    label, target_id = _target(target)
    if not _ACTION.fullmatch(action):
        raise ValueError("an audit action is written like case.resolved")
    plain = plain_facts(facts)
    head = _locked_head(chain or PLATFORM_CHAIN)
    event = AuditEvent(
        chain=head,
        number=head.length + 1,
        at=clock.now(),
        actor_kind=str(actor.kind),
        actor_id=actor.id,
        action=action,
        target_label=label,
        target_id=target_id,
        facts=plain,
        previous_hash=head.hash,
    )
    event.hash = hash_of(event)
    insert(event)
    head.length, head.hash = event.number, event.hash
    head.seal = seal_of(head)
    head.save(update_fields=["length", "hash", "seal"])
    return event


@transaction.atomic
def lock_chains(*chains: UUID | None) -> None:
    """Lock several heads in one order, before recording in more than one chain: two hand-overs in opposite
    directions would otherwise wait for each other."""
    for chain in sorted({chain or PLATFORM_CHAIN for chain in chains}):
        _locked_head(chain)


@transaction.atomic
def reseal_head(chain_id: UUID) -> bool:
    """Seal a head anew under the current root key; False, and nothing done, where its seal is broken."""
    head = AuditChain.objects.select_for_update().get(pk=chain_id)
    if not is_sealed(head):
        return False
    head.seal = seal_of(head)
    head.save(update_fields=["seal"])
    return True


def _locked_head(chain_id: UUID) -> AuditChain:
    if (head := _HEAD.first(chain=chain_id)) is not None:
        return head
    # Two first events at the same moment: one inserts, the other waits for it and inserts nothing.
    first = AuditChain(pk=chain_id)
    first.seal = seal_of(first)
    AuditChain.objects.bulk_create([first], ignore_conflicts=True)
    return AuditChain.objects.select_for_update().get(pk=chain_id)


_HEAD: Final = Written(
    AuditChain, lambda chain: AuditChain.objects.select_for_update().filter(pk=chain), chain=UUIDField()
)


def _is_in_transaction() -> bool:
    return bool(transaction.get_connection().in_atomic_block)


def _target(target: Target) -> tuple[str, UUID]:
    label, target_id = (target._meta.label_lower, target.pk) if isinstance(target, Model) else target
    if not isinstance(target_id, UUID) or not _LABEL.fullmatch(label):
        raise TypeError("an audit target is a row with a UUID, or a label like cases.case with a UUID")
    return label, target_id
