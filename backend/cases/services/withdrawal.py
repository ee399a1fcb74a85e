"""The complainant takes the complaint back through the receipt: nothing stands against it."""

from django.db import transaction

from backend.cases import errors
from backend.cases.models import Case, CaseShare, Outcome, Transfer
from backend.cases.search import index
from backend.cases.services import access, deliveries, permits, story
from backend.cases.services.holding import keep, tell
from backend.cases.services.partner_referrals import end_with_case
from backend.cases.services.waiting import held_case_of, tell_without_case
from backend.cases.stages import CASE_TABLE, CLOCK_RUNS, REFERRAL_TABLE, ReferralVerb, State, Verb, find
from backend.common import clock
from backend.complaints.models import Complaint
from backend.complaints.services.consents import withdraw_all_consents
from backend.partners.actors import Actor


@transaction.atomic
def complainant_withdrew(complaint: Complaint) -> None:
    """End the work on a complaint because its author wants no more of it, at once and without a reason.

    All consents end, and with them what rested on them: partners lose sight of the case, offers to hand it
    over are recalled, letters that did not leave are cancelled. What lies with an institution is told to the
    caseworker as something to do. Withdrawing again changes nothing. Raises NothingToWithdraw.
    """
    case = held_case_of(complaint)
    if case is None:
        _withdrew_before_the_case(complaint)
        return
    if case.state == State.WITHDRAWN:
        return
    if find(CASE_TABLE, case.state, Verb.TAKE_BACK) is None:
        raise errors.NothingToWithdraw()
    actor = Actor.complainant(case.pk)
    row = permits.require(Verb.TAKE_BACK, case, actor)
    consents, shares = withdraw_all_consents(complaint=complaint), _end_shares(case)
    _recall_offers(case)
    end_with_case(case, actor)
    case.outcome, case.due_at = Outcome.WITHDRAWN, None
    story.move(case, row, actor, changed={"outcome", "due_at"}, consents=consents, shares=shares)
    if shares:
        access.refresh(case)
        index.refresh(case)
    _cancel_unsent(case, actor)
    _tell_what_runs(case, actor)


def _withdrew_before_the_case(complaint: Complaint) -> None:
    """A complaint that waits to be looked at: when its case opens, it will be withdrawn."""
    if consents := withdraw_all_consents(complaint=complaint):
        tell_without_case(complaint, "withdrawn", consents=consents)


def may_withdraw(state: State) -> bool:
    """Whether there is work that a withdrawal would end."""
    return find(CASE_TABLE, state, Verb.TAKE_BACK) is not None


def _end_shares(case: Case) -> int:
    running = CaseShare.objects.filter(case=case, ended_at__isnull=True)
    return running.update(ended_at=clock.now())


def _recall_offers(case: Case) -> None:
    for offer in Transfer.objects.select_for_update().filter(case=case, state=Transfer.State.OFFERED):
        offer.state, offer.decided_at = Transfer.State.RECALLED, clock.now()
        offer.version += 1
        offer.save(update_fields=["state", "decided_at", "version"])


def _cancel_unsent(case: Case, actor: Actor) -> None:
    """Also one that a coordinator would send without consent: the complainant has the last word."""
    for referral in case.referrals.select_related("institution").select_for_update(of=("self",)):
        row = find(REFERRAL_TABLE, referral.state, ReferralVerb.CANCEL)
        if row is not None:
            referral.case = case
            deliveries.stop(referral, actor)
            before, referral.state = referral.state, row.target
            keep(referral)
            tell(referral, actor, f"referral.{row.verb}", before=before, now=row.target)


def _tell_what_runs(case: Case, actor: Actor) -> None:
    """Nobody but a person can judge whether an institution should be told, and whether that is safe."""
    running = [str(pk) for pk in case.referrals.filter(state__in=CLOCK_RUNS).values_list("pk", flat=True)]
    if running:
        story.tell(case, actor, "case.referrals_to_take_back", referrals=running)
