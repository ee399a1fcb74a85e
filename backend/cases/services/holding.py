"""How a referral is held for a step, kept, told, and followed by its case's due date."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Min, UUIDField
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import permits, story
from backend.cases.stages import CASE_TABLE, CLOCK_RUNS, RUNNING, WAITING, Transition, Verb, find
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, require_version
from backend.common.written import Written
from backend.partners.actors import Actor

_AROUND_A_LETTER: Final = (
    "case__owner",
    "case__complaint",
    "institution",
    "deadline_rule__appeal_to",
    "data_key__partner_key",
    "dossier__data_key__partner_key",
)


def locked(case_id: UUID, referral_id: UUID, actor: Actor, expected: int | None) -> InstitutionReferral:
    """A referral under its own case, the case held first. Raises NotFound (under another case too), Stale."""
    case = Case.objects.readable_by(actor).locked(case_id)
    found = (
        InstitutionReferral.objects.filter(pk=referral_id, case=case)
        .select_related("institution", "deadline_rule", "consent", "data_key", "appeals")
        .select_for_update(of=("self",))
        .first()
    )
    if found is None:
        raise NotFound()
    found.case = case
    require_version(found.version, expected)
    return found


def readable(case_id: UUID, referral_id: UUID, actor: Actor) -> InstitutionReferral:
    """A referral under its own case, for those who write or approve letters. Raises NotFound, NotAllowed."""
    case = Case.objects.select_related("owner").readable(case_id, actor)
    if not any(actor.may(name, case.owner_id) for name in ("refer_cases", "approve_referrals")):
        raise NotAllowed()
    found = case.referrals.filter(pk=referral_id).select_related(*_AROUND_A_LETTER).first()
    if found is None:
        raise NotFound()
    return found


def required(
    verb: str, case_id: UUID, referral_id: UUID, expected: int | None, actor: Actor
) -> tuple[InstitutionReferral, Transition]:
    """The referral, held, and the table's row for a verb on it."""
    referral = locked(case_id, referral_id, actor, expected)
    return referral, permits.require_on_referral(verb, referral, actor)


def keep(referral: InstitutionReferral) -> None:
    """Save it as a new version."""
    referral.version += 1
    referral.save()


def tell(referral: InstitutionReferral, actor: Actor, action: str, **facts: Any) -> None:
    """A line in the case's story, about this referral."""
    story.tell(
        referral.case,
        actor,
        action,
        referral=str(referral.pk),
        institution=referral.institution.code,
        **facts,
    )


def move(referral: InstitutionReferral, row: Transition, actor: Actor, **facts: Any) -> None:
    """Take a held referral along a row of the table; its case's due date follows."""
    before = referral.state
    referral.state = row.target
    keep(referral)
    refresh_due(referral.case, actor)
    tell(referral, actor, f"referral.{row.verb}", before=before, now=row.target, **facts)


def move_case(referral: InstitutionReferral, verb: Verb, actor: Actor) -> None:
    """The case follows its referral, where the table has a row from its present state."""
    case = referral.case
    row = find(CASE_TABLE, case.state, verb)
    if row is not None and row.target != case.state:
        story.move(case, row, actor, referral=str(referral.pk))


def refresh_due(case: Case, actor: Actor) -> None:
    """The case is due when the first of its running terms is."""
    running = case.referrals.filter(state__in=CLOCK_RUNS)
    due_at = running.aggregate(first=Min("due_at"))["first"] if case.state in RUNNING else None
    if due_at != case.due_at:
        case.due_at = due_at
        story.keep_quietly(case, changed={"due_at"})


def first_due(case: Case) -> InstitutionReferral | None:
    """Of the referrals at hand the one whose running term gives the case its due date."""
    waiting = case.waiting_at_hand or ()
    running = (one for one in waiting if one.state in CLOCK_RUNS and one.due_at == case.due_at)
    return next(running, None) if case.due_at is not None else None


def fetch_waiting(case: Case) -> None:
    """Take the referrals that are neither answered nor ended to hand, oldest first, without their words. One
    query for all that is told of them; for a look, not for a change."""
    case.waiting_at_hand = _WAITING.all(case=case.pk)


_WAITING: Final = Written(
    InstitutionReferral,
    lambda case: (
        InstitutionReferral.objects.filter(case=case, state__in=WAITING)
        .only("case", "state", "institution", "due_at", "due_explanation")
        .order_by("created_at", "pk")
    ),
    case=UUIDField(),
)


def require_day(field: str, day: date, referral: InstitutionReferral, *, earliest: date | None) -> None:
    """Refuse a day that is still to come where the partner sits, or that lies before what led to it."""
    if day > clock.today(referral.case.owner.time_zone):
        raise Invalid.field(field, "in_the_future", _("This day is still to come."))
    if earliest is not None and day < earliest:
        raise Invalid.field(
            field, "too_early", _("This cannot have happened before the step that led to it.")
        )
