"""The table of rules: each says of the facts of a case which tasks should be open.

To add one: a function of a few lines, and its place in `RULES`."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from backend.cases.stages import RUNNING, STAGE_OF, ReferralState, Stage, State
from backend.cases.worklist.days import working_days_after, working_days_before
from backend.cases.worklist.facts import CaseFacts, Happening, ReferralFacts, Wanted
from backend.cases.worklist.kinds import TaskKind

# Directive (EU) 2019/1937, article 9 (1) b: receipt is acknowledged within seven days.
ACKNOWLEDGE_WITHIN: Final = timedelta(days=7)
# Half of the time after which a resolved case files itself away.
ASK_AFTER: Final = timedelta(days=7)
SETTLES_AFTER: Final = timedelta(days=14)
# Working days before something ends.
TERM_WARNING, APPEAL_WARNING, SHARE_WARNING = 3, 5, 3
# No warning begins earlier than this before its day, whatever the holidays.
LONGEST_WARNING: Final = timedelta(days=21)

Rule = Callable[[CaseFacts], Iterator[Wanted]]


def acknowledge(case: CaseFacts) -> Iterator[Wanted]:
    """Nobody has written, and the case is still being sorted."""
    if STAGE_OF[State(case.state)] is Stage.INTAKE and not case.partner_wrote:
        yield Wanted(TaskKind.ACKNOWLEDGE, str(case.id), case.opened_on + ACKNOWLEDGE_WITHIN)


def referral_due(case: CaseFacts) -> Iterator[Wanted]:
    for one in case.referrals:
        if one.clock_runs and one.due_at and _ends_soon(case, one.due_at, TERM_WARNING):
            yield Wanted(TaskKind.REFERRAL_DUE, f"{one.id}:{one.due_at}", one.due_at, referral=one.id)


def overdue(case: CaseFacts) -> Iterator[Wanted]:
    for one in case.referrals:
        if one.clock_runs and one.due_at and one.due_at < case.today:
            due_on = working_days_after(one.due_at, 1, case.is_working)
            yield Wanted(TaskKind.OVERDUE, f"{one.id}:{one.due_at}", due_on, referral=one.id)


def answer_arrived(case: CaseFacts) -> Iterator[Wanted]:
    """An answer that nobody has assessed, or one that came by itself and that nobody has confirmed."""
    yield from _in_state(case, ReferralState.ANSWERED, TaskKind.ANSWER_ARRIVED, 3)
    yield from _about_each(case, case.arrived_answers, TaskKind.ANSWER_ARRIVED, 3)


def complainant_wrote(case: CaseFacts) -> Iterator[Wanted]:
    """Something is unread. What comes after the last is another occasion."""
    if case.unread is not None:
        due_on = working_days_after(case.unread.on, 2, case.is_working)
        yield Wanted(TaskKind.COMPLAINANT_WROTE, str(case.unread.id), due_on, about=case.unread.id)


def satisfaction_due(case: CaseFacts) -> Iterator[Wanted]:
    """Resolved a week ago, and the complainant has said nothing: ask before it files itself away."""
    if case.state != State.RESOLVED or case.resolved_on is None or case.rated:
        return
    if case.today >= case.resolved_on + ASK_AFTER:
        occasion = f"{case.id}:{case.resolved_on}"
        yield Wanted(TaskKind.SATISFACTION_DUE, occasion, case.resolved_on + SETTLES_AFTER)


def reopening_asked(case: CaseFacts) -> Iterator[Wanted]:
    if case.state == State.RESOLVED and case.reopening_asked_on is not None:
        due_on = working_days_after(case.reopening_asked_on, 3, case.is_working)
        yield Wanted(TaskKind.REOPENING_ASKED, f"{case.id}:{case.reopening_asked_on}", due_on)


def hearing(case: CaseFacts) -> Iterator[Wanted]:
    """It stays after its day until somebody has said what came of it."""
    if case.hearing_on is not None and case.state in RUNNING:
        occasion = f"{case.id}:{case.hearing_on}"
        yield Wanted(TaskKind.HEARING, occasion, case.hearing_on, due_time=case.hearing_time)


def approval_wanted(case: CaseFacts) -> Iterator[Wanted]:
    yield from _in_state(case, ReferralState.APPROVAL, TaskKind.APPROVAL_WANTED, 2)


def delivery_failed(case: CaseFacts) -> Iterator[Wanted]:
    """It came back, or did not even leave."""
    yield from _in_state(case, ReferralState.DELIVERY_FAILED, TaskKind.DELIVERY_FAILED, 1)
    yield from _about_each(case, case.failed_deliveries, TaskKind.DELIVERY_FAILED, 1)


def delivery_unclear(case: CaseFacts) -> Iterator[Wanted]:
    yield from _about_each(case, case.unclear_deliveries, TaskKind.DELIVERY_UNCLEAR, 1)


def partner_offer(case: CaseFacts) -> Iterator[Wanted]:
    """Help for a person is asked for: a task of the other partner's people, who do not see the case."""
    yield from _offers(case, TaskKind.PARTNER_OFFER)


def partner_answered(case: CaseFacts) -> Iterator[Wanted]:
    """A partner took a person on or did not, or says what came of it: the sender reads that."""
    for answer in case.partner_answers if case.state in RUNNING else ():
        due_on = working_days_after(answer.on, 3, case.is_working)
        yield Wanted(TaskKind.PARTNER_ANSWERED, f"{answer.id}:{answer.said}", due_on, about=answer.id)


def transfer_offer(case: CaseFacts) -> Iterator[Wanted]:
    yield from _offers(case, TaskKind.TRANSFER_OFFER)


def appeal_window(case: CaseFacts) -> Iterator[Wanted]:
    for one in case.referrals:
        if one.appeal_until and not one.appealed and _ends_soon(case, one.appeal_until, APPEAL_WARNING):
            occasion = f"{one.id}:{one.appeal_until}"
            yield Wanted(TaskKind.APPEAL_WINDOW, occasion, one.appeal_until, referral=one.id)


def share_ends(case: CaseFacts) -> Iterator[Wanted]:
    for share in case.ending_shares:
        if _ends_soon(case, share.on, SHARE_WARNING):
            yield Wanted(TaskKind.SHARE_ENDS, f"{share.id}:{share.on}", share.on, about=share.id)


RULES: Final[dict[TaskKind, Rule]] = {
    TaskKind.ACKNOWLEDGE: acknowledge,
    TaskKind.REFERRAL_DUE: referral_due,
    TaskKind.OVERDUE: overdue,
    TaskKind.ANSWER_ARRIVED: answer_arrived,
    TaskKind.COMPLAINANT_WROTE: complainant_wrote,
    TaskKind.SATISFACTION_DUE: satisfaction_due,
    TaskKind.REOPENING_ASKED: reopening_asked,
    TaskKind.HEARING: hearing,
    TaskKind.APPROVAL_WANTED: approval_wanted,
    TaskKind.DELIVERY_FAILED: delivery_failed,
    TaskKind.DELIVERY_UNCLEAR: delivery_unclear,
    TaskKind.PARTNER_OFFER: partner_offer,
    TaskKind.PARTNER_ANSWERED: partner_answered,
    TaskKind.TRANSFER_OFFER: transfer_offer,
    TaskKind.APPEAL_WINDOW: appeal_window,
    TaskKind.SHARE_ENDS: share_ends,
}


def wanted_tasks(case: CaseFacts) -> list[Wanted]:
    """All that should be open on a case, by key."""
    if case.state == State.TRANSFERRED:
        return []
    found = {wanted.key: wanted for rule in RULES.values() for wanted in rule(case)}
    return [found[key] for key in sorted(found)]


def _ends_soon(case: CaseFacts, day: date, working_days: int) -> bool:
    """From so many working days before a day up to the day itself."""
    if not case.today <= day <= case.today + LONGEST_WARNING:
        return False
    return working_days_before(day, working_days, case.is_working) <= case.today


def _in_state(case: CaseFacts, state: ReferralState, kind: TaskKind, working_days: int) -> Iterator[Wanted]:
    for one in case.referrals:
        if one.state == state:
            yield _about(case, one, kind, working_days)


def _about(case: CaseFacts, one: ReferralFacts, kind: TaskKind, working_days: int) -> Wanted:
    due_on = working_days_after(one.since, working_days, case.is_working)
    return Wanted(kind, f"{one.id}:{one.entered}", due_on, referral=one.id)


def _about_each(
    case: CaseFacts, happened: Sequence[Happening], kind: TaskKind, working_days: int
) -> Iterator[Wanted]:
    for one in happened:
        due_on = working_days_after(one.on, working_days, case.is_working)
        yield Wanted(kind, str(one.id), due_on, referral=one.referral, about=one.id)


def _offers(case: CaseFacts, kind: TaskKind) -> Iterator[Wanted]:
    for offer in case.offers:
        if offer.kind == kind:
            # Answered within three working days, sooner where it runs out.
            due_on = working_days_after(offer.made_on, 3, case.is_working)
            due_on = min(due_on, offer.until) if offer.until else due_on
            yield Wanted(kind, str(offer.id), due_on, about=offer.id, team=offer.to_partner)
