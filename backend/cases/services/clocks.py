"""An institution's clock: started, paused, resumed, extended; its due date always reckoned from the facts."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import ClockPause, InstitutionReferral
from backend.cases.services.holding import keep, refresh_due, require_day, required, tell
from backend.cases.stages import PauseReason, ReferralVerb
from backend.common.errors import Invalid
from backend.directory.calendars import Calendar
from backend.directory.models import DeadlineRule
from backend.directory.services.deadlines import Extension, Facts, Pause, calendar_of, reckon
from backend.partners.actors import Actor


def start(referral: InstitutionReferral, sent_on: date, *, counted_from: date | None = None) -> None:
    """A term begins with the day of sending as day 0, or with another that the law names. What did not arrive
    before began none: nothing of it is kept."""
    referral.pauses.all().delete()
    referral.sent_on, referral.counted_from = sent_on, counted_from
    _forget_extension(referral)
    reckon_clock(referral)


def reckon_clock(referral: InstitutionReferral) -> None:
    """Work the due date out anew from start, rule, pauses and extension. The only place that sets it."""
    rule = referral.deadline_rule
    if rule is None or referral.sent_on is None:
        referral.due_at = referral.due_explanation = referral.clock_stands_since = None
        referral.due_basis = ""
        return
    calendar = calendar_of(rule.country)
    facts = facts_of(referral)
    due = reckon(rule, facts, calendar=calendar)
    referral.clock_stands_since = facts.stands_since
    referral.due_at = None if facts.stands_since else due.date
    referral.due_explanation = {**due.explanation, "calendar": due.calendar_version}
    referral.due_basis = basis_of(rule, calendar)


def basis_of(rule: DeadlineRule, calendar: Calendar) -> str:
    """Names what a due date rests on: holidays as known, decrees, and the wording of the rule."""
    return f"{calendar.version} {rule.code}@{rule.version}"


@transaction.atomic
def pause_clock(
    case_id: UUID,
    referral_id: UUID,
    *,
    paused_on: date,
    reason: PauseReason,
    words: str = "",
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Stop the institution's clock: the days after `paused_on` do not count until it runs again."""
    referral, _row = required(ReferralVerb.PAUSE_CLOCK, case_id, referral_id, expected, actor)
    last = referral.pauses.order_by("paused_on").last()
    require_day("paused_on", paused_on, referral, earliest=last.resumed_on if last else referral.sent_on)
    _require_within_term(referral, paused_on)
    if reason == PauseReason.OTHER and not words:
        raise Invalid.field("words", "required", _("Say in words why the clock is paused."))
    pause = ClockPause(referral=referral, data_key=referral.data_key, paused_on=paused_on, reason=reason)
    pause.words = words or None
    pause.save(force_insert=True)
    _reckoned(referral, actor, "referral.clock_paused", paused_on=paused_on.isoformat(), reason=reason)
    return referral


@transaction.atomic
def resume_clock(
    case_id: UUID, referral_id: UUID, *, resumed_on: date, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Let the clock run again: the day after `resumed_on` is the next that counts."""
    referral, _row = required(ReferralVerb.RESUME_CLOCK, case_id, referral_id, expected, actor)
    pause = referral.pauses.get(resumed_on=None)
    require_day("resumed_on", resumed_on, referral, earliest=pause.paused_on)
    pause.resumed_on = resumed_on
    pause.save(update_fields=["resumed_on"])
    stood = (resumed_on - pause.paused_on).days
    _reckoned(referral, actor, "referral.clock_resumed", resumed_on=resumed_on.isoformat(), days=stood)
    return referral


@transaction.atomic
def extend_clock(
    case_id: UUID,
    referral_id: UUID,
    *,
    letter_on: date,
    until: date | None = None,
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Record the letter by which the institution takes more time: until a day that it names, or as long as
    the rule allows. A later letter replaces an earlier one."""
    referral, _row = required(ReferralVerb.EXTEND_CLOCK, case_id, referral_id, expected, actor)
    require_day("letter_on", letter_on, referral, earliest=referral.sent_on)
    _forget_extension(referral)
    without = _due_by_the_facts(referral)
    if letter_on > without:
        raise errors.TermOver(due_at=without.isoformat())
    _take_extension(referral, letter_on, until, without)
    _reckoned(referral, actor, "referral.clock_extended", letter_on=letter_on.isoformat())
    return referral


def _due_by_the_facts(referral: InstitutionReferral) -> date:
    """Nothing is kept of it. Raises NoTerm."""
    if referral.deadline_rule is None:
        raise errors.NoTerm()
    return reckon(referral.deadline_rule, facts_of(referral)).date


def _take_extension(
    referral: InstitutionReferral, letter_on: date, until: date | None, without: date
) -> None:
    rule = referral.deadline_rule
    referral.extension_letter_on = letter_on
    if until is not None:
        if until <= without:
            raise Invalid.field("until", "too_early", _("This is no later than the term without extension."))
        referral.extended_until = until
    elif rule is not None and rule.extension_number:
        # Copied: what was recorded for this letter stays, should the rule's extension be corrected.
        referral.extension_number, referral.extension_unit = rule.extension_number, rule.extension_unit
    else:
        raise Invalid.field(
            "until", "required", _("The rule knows no extension. Give the day from the letter.")
        )


def _forget_extension(referral: InstitutionReferral) -> None:
    referral.extension_letter_on = referral.extension_number = referral.extended_until = None
    referral.extension_unit = ""


def facts_of(referral: InstitutionReferral) -> Facts:
    """What the clock of a letter that left is reckoned from. Raises NoTerm."""
    if referral.sent_on is None:
        raise errors.NoTerm()
    pauses = sorted(referral.pauses.all(), key=lambda pause: (pause.paused_on, pause.created_at))
    return Facts(
        counted_from=referral.counted_from or referral.sent_on,
        pauses=[Pause(pause.paused_on, pause.resumed_on) for pause in pauses if pause.resumed_on],
        extension=_extension_of(referral),
        stands_since=next((pause.paused_on for pause in pauses if pause.resumed_on is None), None),
    )


def _extension_of(referral: InstitutionReferral) -> Extension | None:
    if referral.extension_letter_on is None:
        return None
    return Extension(
        letter_on=referral.extension_letter_on,
        number=referral.extension_number,
        unit=referral.extension_unit,
        until=referral.extended_until,
    )


def _require_within_term(referral: InstitutionReferral, day: date) -> None:
    if referral.due_at is not None and day >= referral.due_at:
        raise errors.TermOver(due_at=referral.due_at.isoformat())


def _reckoned(referral: InstitutionReferral, actor: Actor, action: str, **facts: str | int) -> None:
    before = referral.due_at
    reckon_clock(referral)
    keep(referral)
    refresh_due(referral.case, actor)
    due = {"due_before": before, "due_now": referral.due_at}
    told = {name: day.isoformat() if day else None for name, day in due.items()}
    tell(referral, actor, action, **facts, **told)
