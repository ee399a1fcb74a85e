"""Legal holds: set, extended, ended. What was announced is called off while one stands."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case
from backend.cases.services import permits, story
from backend.common import clock
from backend.common.errors import Invalid, NotFound, require_version
from backend.partners.actors import Actor
from backend.retention.errors import HoldOver
from backend.retention.models import LegalHold
from backend.retention.services import planning
from backend.retention.stages import LONGEST_HOLD, HoldReason

MAY_HOLD = "manage_partner"


@transaction.atomic
def set_hold(case_id: UUID, *, reason: HoldReason, words: str, until: date, actor: Actor) -> LegalHold:
    """Keep a case up to a day, whatever the rules say. Raises NotFound, NotAllowed, Invalid, WrongState."""
    case = _held_case(case_id, actor)
    _require_day(until, case)
    made = LegalHold(case=case, data_key=permits.key_of(case), reason=reason, until=until, set_by_id=actor.id)
    made.words = words
    made.save(force_insert=True)
    planning.call_off(case, actor=actor)
    story.tell(case, actor, "case.hold_set", hold=str(made.pk), reason=reason, until=until.isoformat())
    return made


@transaction.atomic
def extend_hold(
    case_id: UUID, hold_id: UUID, *, until: date, expected: int | None, actor: Actor
) -> LegalHold:
    """Another last day, at most a year from today. Raises NotFound, NotAllowed, Stale, Invalid, HoldOver."""
    case = _held_case(case_id, actor)
    hold = _standing(case, hold_id, expected)
    _require_day(until, case)
    before, hold.until = hold.until, until
    hold.version += 1
    hold.save(update_fields=["until", "version"])
    facts = {"before": before.isoformat(), "until": until.isoformat()}
    story.tell(case, actor, "case.hold_extended", hold=str(hold.pk), **facts)
    return hold


@transaction.atomic
def end_hold(case_id: UUID, hold_id: UUID, *, expected: int | None, actor: Actor) -> LegalHold:
    """It is needed no more: the rules apply again, with the whole time of notice. Raises NotFound,
    NotAllowed, Stale, HoldOver."""
    case = _held_case(case_id, actor)
    hold = _standing(case, hold_id, expected)
    hold.ended_at, hold.ended_by_id = clock.now(), actor.id
    hold.version += 1
    hold.save(update_fields=["ended_at", "ended_by", "version"])
    story.tell(case, actor, "case.hold_ended", hold=str(hold.pk))
    return hold


def stands(hold: LegalHold, today: date) -> bool:
    """Whether it keeps its case on that day."""
    return hold.ended_at is None and hold.until >= today


def _held_case(case_id: UUID, actor: Actor) -> Case:
    cases = Case.objects.readable_by(actor).select_for_update(of=("self",))
    case = cases.select_related("owner", "data_key").filter(pk=case_id).first()
    if case is None:
        raise NotFound()
    permits.require_permission(MAY_HOLD, case, actor)
    return case


def _standing(case: Case, hold_id: UUID, expected: int | None) -> LegalHold:
    holds = LegalHold.objects.filter(case=case, pk=hold_id).select_for_update(of=("self",))
    hold = holds.select_related("set_by", "ended_by", "data_key__partner_key").first()
    if hold is None:
        raise NotFound()
    require_version(hold.version, expected)
    if not stands(hold, clock.today(case.owner.time_zone)):
        raise HoldOver()
    return hold


def _require_day(until: date, case: Case) -> None:
    today = clock.today(case.owner.time_zone)
    if not today <= until <= today + LONGEST_HOLD:
        message = _("A hold lasts at most a year, and can be extended then.")
        raise Invalid.field("until", "hold_out_of_bounds", message)
