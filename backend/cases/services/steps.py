"""The steps of a case from intake to its end, each as one service."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, InadmissibleReason, Note, Outcome
from backend.cases.services import permits, story
from backend.cases.services.conversation import write_as_partner
from backend.cases.services.guards import SETTLING_TIME
from backend.cases.services.merging import end_with_reopening, keep_merge
from backend.cases.services.partner_referrals import end_with_case
from backend.cases.stages import Guard, State, Verb
from backend.common import clock
from backend.common.errors import Invalid, require_version
from backend.complaints.models import Satisfaction
from backend.complaints.services.messages import end_questions
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: the outcome and its words for the complainant, what changed, money returned."""

    outcome: Outcome
    words: str
    impact: str = ""
    value_recovered: Decimal | None = None
    value_currency: str = ""


def locked(case_id: UUID, actor: Actor, expected: int | None) -> Case:
    """The case, held for a change, in the version the actor read. Raises NotFound, Stale."""
    case: Case = Case.objects.visible_to(actor).locked(case_id)
    require_version(case.version, expected)
    return case


@transaction.atomic
def start_triage(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """Begin to sort a new complaint."""
    return _plain_step(Verb.START_TRIAGE, case_id, expected, actor)


@transaction.atomic
def ask_complainant(case_id: UUID, *, question: str, expected: int | None, actor: Actor) -> Case:
    """Ask the complainant something that triage needs; the question waits behind the receipt."""
    case = locked(case_id, actor, expected)
    row = permits.require(Verb.ASK_COMPLAINANT, case, actor)
    message = write_as_partner(case, text=question, asks=True, actor=actor, field="question")
    story.move(case, row, actor, message=str(message.pk))
    return case


@transaction.atomic
def take_up_answer(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """Go on with triage, with or without the complainant's answer."""
    case = _plain_step(Verb.TAKE_UP_ANSWER, case_id, expected, actor)
    end_questions(complaint=permits.complaint_of(case))
    return case


@transaction.atomic
def open_for_work(case_id: UUID, *, admissibility_note: str, expected: int | None, actor: Actor) -> Case:
    """Accept the complaint: it is admissible, and why."""
    case = locked(case_id, actor, expected)
    row = permits.require(Verb.OPEN, case, actor)
    case.admissibility_note = admissibility_note
    story.move(case, row, actor, changed={"admissibility_note"})
    return case


@transaction.atomic
def await_answers(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """The answer is reviewed; other institutions still have to answer."""
    return _plain_step(Verb.AWAIT_ANSWERS, case_id, expected, actor)


@transaction.atomic
def resolve(case_id: UUID, *, result: Result, reason: str = "", expected: int | None, actor: Actor) -> Case:
    """End the work with an outcome the complainant will read; with a waiting referral only for a reason."""
    case = locked(case_id, actor, expected)
    lifted = permits.LIFTED_BY_A_REASON if reason else frozenset[Guard]()
    row = permits.require(Verb.RESOLVE, case, actor, lifted=lifted)
    if (result.value_recovered is None) != (result.value_currency == ""):
        raise Invalid.field("value_currency", "with_value", _("Give the amount together with its currency."))
    case.outcome, case.outcome_text = result.outcome, result.words
    # Nothing rather than sealed emptiness: so it can be counted where something changed.
    case.impact = result.impact or None
    case.value_recovered, case.value_currency = result.value_recovered, result.value_currency
    case.resolved_at, case.due_at = clock.now(), None
    noted = _note_reason(case, reason, actor)
    changed = {
        "outcome",
        "outcome_text",
        "impact",
        "value_recovered",
        "value_currency",
        "resolved_at",
        "due_at",
    }
    facts = {"outcome": result.outcome, "despite_waiting": bool(reason)}
    story.move(case, row, actor, changed=changed, **facts, **noted)
    return case


@transaction.atomic
def close(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """File the case away, when the complainant's time to object is over."""
    case = locked(case_id, actor, expected)
    row = permits.require(Verb.CLOSE, case, actor)
    case.closed_at = clock.now()
    story.move(case, row, actor, changed={"closed_at"})
    return case


@transaction.atomic
def reopen(case_id: UUID, *, reason: str, expected: int | None, actor: Actor) -> Case:
    """Take an ended case up again."""
    case = locked(case_id, actor, expected)
    row = permits.require(Verb.REOPEN, case, actor)
    noted = _note_reason(case, reason, actor)
    end_with_reopening(case, actor)
    case.resolved_at = case.closed_at = None
    case.inadmissible_reason, case.duplicate_of = "", None
    changed = {"resolved_at", "closed_at", "inadmissible_reason", "duplicate_of"}
    story.move(case, row, actor, changed=changed, **noted)
    return case


@transaction.atomic
def resume(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """Work on a reopened case again."""
    return _plain_step(Verb.RESUME, case_id, expected, actor)


@transaction.atomic
def declare_inadmissible(
    case_id: UUID, *, reason: InadmissibleReason, advice: str, expected: int | None, actor: Actor
) -> Case:
    """Turn the complaint away, with a reason and advice on where to go instead."""
    case = locked(case_id, actor, expected)
    row = permits.require(Verb.DECLARE_INADMISSIBLE, case, actor)
    case.inadmissible_reason, case.advice, case.due_at = reason, advice, None
    story.move(case, row, actor, changed={"inadmissible_reason", "advice", "due_at"}, reason=reason)
    return case


@transaction.atomic
def mark_duplicate(case_id: UUID, *, original_id: UUID, expected: int | None, actor: Actor) -> Case:
    """Say that the same complaint is worked as another case of the same partner."""
    case = locked(case_id, actor, expected)
    row = permits.require(Verb.MARK_DUPLICATE, case, actor)
    original = Case.objects.visible_to(actor).filter(owner=case.owner_id, pk=original_id).first()
    if original is None:
        raise Invalid.field("original", "unknown_case", _("There is no such case of your partner."))
    keep_merge(case, original, actor)
    case.duplicate_of = original
    story.move(case, row, actor, changed={"duplicate_of"}, original=str(original.pk))
    return case


@transaction.atomic
def withdraw(case_id: UUID, *, reason: str = "", expected: int | None, actor: Actor) -> Case:
    """Record that the complainant takes the complaint back; with a waiting referral only for a reason."""
    case = locked(case_id, actor, expected)
    lifted = permits.LIFTED_BY_A_REASON if reason else frozenset[Guard]()
    row = permits.require(Verb.WITHDRAW, case, actor, lifted=lifted)
    case.outcome, case.due_at = Outcome.WITHDRAWN, None
    noted = _note_reason(case, reason, actor)
    end_with_case(case, actor)
    story.move(case, row, actor, changed={"outcome", "due_at"}, **noted)
    return case


@transaction.atomic
def close_settled(*, actor: Actor, limit: int = 200) -> int:
    """Close what was resolved more than 14 days ago; the worker asks daily. Answers how many.

    Where the complainant asks to take the complaint up again, a person decides.
    """
    settled = Case.objects.filter(state=State.RESOLVED, resolved_at__lte=clock.now() - SETTLING_TIME)
    asking = Satisfaction.objects.filter(
        complaint=OuterRef("complaint"), asks_reopening=True, given_at__gte=OuterRef("resolved_at")
    )
    settled = settled.exclude(Exists(asking))
    cases = list(settled.order_by("resolved_at").select_for_update(of=("self",))[:limit])
    for case in cases:
        row = permits.require(Verb.CLOSE, case, actor)
        case.closed_at = clock.now()
        story.move(case, row, actor, changed={"closed_at"})
    return len(cases)


def _plain_step(verb: Verb, case_id: UUID, expected: int | None, actor: Actor) -> Case:
    case = locked(case_id, actor, expected)
    row = permits.require(verb, case, actor)
    story.move(case, row, actor)
    return case


def _note_reason(case: Case, reason: str, actor: Actor) -> dict[str, str]:
    """A reason is a person's words: it becomes a sealed note, of which the story knows the id."""
    if not reason:
        return {}
    note = Note(case=case, data_key=permits.key_of(case), author_id=actor.id)
    note.text = reason
    note.save(force_insert=True)
    return {"note": str(note.pk)}
