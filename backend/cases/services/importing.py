"""A case that was worked before it came here: it opens where it stands, and is taken back while untouched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from backend.audit.services import record
from backend.cases.models import (
    Case,
    CaseLink,
    InadmissibleReason,
    Note,
    Outcome,
    Severity,
    Tag,
    Task,
)
from backend.cases.search import index
from backend.cases.services import story
from backend.cases.services.opening import next_reference
from backend.cases.stages import State
from backend.common.folding import fold
from backend.complaints.models import Complaint
from backend.complaints.services import erase_complaint
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner, User

IMPORTED: Final = "case.imported"
IMPORTED_STATES: Final = (
    State.RECEIVED,
    State.TRIAGE,
    State.OPEN,
    State.RESOLVED,
    State.CLOSED,
    State.INADMISSIBLE,
    State.WITHDRAWN,
)
"""Where a case may stand when it comes: the other states lean on referrals, originals or hand-overs."""
RESOLVED: Final = (State.RESOLVED, State.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PastWork:
    """What was done on a case elsewhere. It has no readable repr, because it holds words."""

    state: State = State.RECEIVED
    severity: Severity = Severity.NORMAL
    summary: str = ""
    former_reference: str = ""
    assignee: User | None = None
    tags: Sequence[Tag] = ()
    note: str = ""
    admissibility_note: str = ""
    outcome: Outcome | None = None
    outcome_text: str = ""
    impact: str = ""
    value_recovered: Decimal | None = None
    value_currency: str = ""
    inadmissible_reason: InadmissibleReason | None = None
    advice: str = ""
    resolved_at: datetime | None = None
    closed_at: datetime | None = None


@transaction.atomic
def open_imported(
    *, case_id: UUID, owner: Partner, complaint: Complaint, past: PastWork, run_id: UUID, actor: Actor
) -> Case:
    """The case of an imported complaint, in the state that it had reached. Nobody is told of it.

    Part of an import, which checked what came. Last in its row: it holds the partner's counter.
    """
    case = _opened(case_id, owner, complaint, past)
    case.save(force_insert=True)
    if past.tags:
        case.tags.set(past.tags)
    if past.note:
        note = Note(case=case, data_key=complaint.data_key, author_id=actor.id)
        note.text = past.note
        note.save(force_insert=True)
    index.refresh(case)
    story.tell(case, actor, IMPORTED, to_state=past.state, kind=case.kind, run=str(run_id))
    return case


def _opened(case_id: UUID, owner: Partner, complaint: Complaint, past: PastWork) -> Case:
    """The row. The running number is one of the year in which the complaint came."""
    year = complaint.received_at.astimezone(ZoneInfo(owner.time_zone)).year
    case = Case(
        id=case_id,
        owner=owner,
        complaint=complaint,
        data_key=complaint.data_key,
        kind=complaint.kind,
        category=complaint.category,
        institution=complaint.institution,
        place=complaint.place,
        opened_at=complaint.received_at,
        reference=next_reference(owner, year=year),
        state=past.state,
        severity=past.severity,
        summary=past.summary,
        former_reference=past.former_reference,
        assignee=past.assignee,
        outcome=past.outcome or "",
        value_recovered=past.value_recovered,
        value_currency=past.value_currency,
        inadmissible_reason=past.inadmissible_reason or "",
        resolved_at=past.resolved_at,
        closed_at=past.closed_at,
    )
    case.admissibility_note, case.advice = past.admissibility_note or None, past.advice or None
    case.outcome_text, case.impact = past.outcome_text or None, past.impact or None
    return case


def tags_of(owner: Partner, names: Sequence[str]) -> tuple[dict[str, Tag], list[int]]:
    """The owner's tags by their folded words, and the keys of those that were not there before."""
    wanted = {fold(name): name.strip()[:40] for name in names if fold(name)}
    found = {tag.folded: tag for tag in Tag.objects.filter(partner=owner, folded__in=wanted)}
    made = []
    for folded in wanted.keys() - found.keys():
        tag, new = Tag.objects.get_or_create(partner=owner, folded=folded, defaults={"name": wanted[folded]})
        found[folded] = tag
        if new:
            made.append(tag.pk)
    return found, made


def drop_unused_tags(owner: Partner, keys: Sequence[int]) -> None:
    """Tags that an import made and that sort nothing any more."""
    Tag.objects.filter(partner=owner, pk__in=keys, cases=None).delete()


def worked_on(case: Case) -> bool:
    """Whether anybody had to do with an imported case since: every act leaves a line in its story.

    What the installation does by itself (filing away, keeping the work list) is no work.
    """
    acts = case.events.exclude(action=IMPORTED).exclude(actor_kind=ActorKind.SYSTEM)
    return (
        acts.exists()
        or Task.objects.filter(case=case).exclude(made_by=Task.MadeBy.RULE).exists()
        or CaseLink.objects.filter(other=case).exists()
        or Case.objects.filter(duplicate_of=case).exists()
    )


@transaction.atomic
def take_back(case: Case, *, run_id: UUID, actor: Actor) -> None:
    """Remove an imported case on which nobody worked: its keys are destroyed, its rows are gone.

    Its number is not given out again.
    """
    complaint, case_id, owner_id = case.complaint, case.pk, case.owner_id
    case.delete()
    if complaint is not None:
        erase_complaint(complaint)
    record(actor, "case.import_undone", ("cases.case", case_id), chain=owner_id, run=str(run_id))
