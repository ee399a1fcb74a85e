"""Bringing a letter there: by real mail, once; by hand, with proof; and what follows when it comes back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent, Delivery, Dossier, InstitutionReferral
from backend.cases.services import deliveries, mailing, referrals, sending
from backend.cases.services.deliveries import Leaving
from backend.cases.services.mailing import note_bounce
from backend.cases.services.withdrawal import complainant_withdrew
from backend.cases.stages import DeliveryState, ReferralState, ReferralVerb, State
from backend.common import clock
from backend.common.errors import Invalid, Stale
from backend.complaints.services.consents import withdraw_all_consents
from backend.correspondence.models import Dispatch, MailAccount
from backend.correspondence.services import accounts, posting
from backend.correspondence.stages import DispatchState
from backend.directory.models import DeadlineRule, Institution, InstitutionChannel
from backend.jobs.models import Job
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.casework import SENTENCE, drafted, state_of
from tests.factories.directory import ChannelFactory
from tests.jobs.fixtures import RunJobs
from tests.mailserver.smtp import SmtpServer

OFFICE = "zyra@kadastra.example"


@pytest.fixture
def office(cadastre: Institution) -> InstitutionChannel:
    """Where the cadastre takes mail."""
    return ChannelFactory(institution=cadastre, kind="email", value=OFFICE)


@pytest.fixture
def account(smtp_server: SmtpServer, besa: User, partner_a: Any) -> MailAccount:
    facts = smtp_server.account(sender_name="Zyra e PiF", takes_tags=True)
    return accounts.write_account("pif", facts=facts, expected=None, actor=actor_of(besa))


@pytest.fixture
def released(case_of_arta: Case, arta: User, ten_days: DeadlineRule) -> InstitutionReferral:
    made = drafted(case_of_arta, arta, deadline_rule=ten_days)
    return referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, made.pk, expected=None, actor=actor_of(arta))


@pytest.fixture
def mailed(
    released: InstitutionReferral, account: MailAccount, office: InstitutionChannel, arta: User
) -> Delivery:
    """A letter that waits for the worker."""
    return begin(released, arta, "email")


def begin(referral: InstitutionReferral, by: User, channel: str, **more: Any) -> Delivery:
    leaving = Leaving(channel, **more)
    return deliveries.begin(referral.case_id, referral.pk, leaving=leaving, actor=actor_of(by))


def act(service: Callable[..., Delivery], delivery: Delivery, by: User, **given: Any) -> Delivery:
    ids = (delivery.referral.case_id, delivery.referral_id, delivery.pk)
    return service(*ids, **given, expected=None, actor=actor_of(by))


def state(referral: InstitutionReferral) -> str:
    return InstitutionReferral.objects.values_list("state", flat=True).get(pk=referral.pk)


def states(delivery: Delivery) -> tuple[str, str]:
    found = Delivery.objects.select_related("dispatch").get(pk=delivery.pk)
    assert found.dispatch is not None
    return found.state, found.dispatch.state


# By mail -------------------------------------------------------------------------------------------------


def test_a_letter_leaves_by_mail_with_its_frozen_pages_and_a_copy_to_ourselves(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    assert state(released) == ReferralState.QUEUED
    run_jobs()
    (taken,) = smtp_server.taken
    assert taken.rcpt_tos == (OFFICE, "zyra@pif.example")
    assert taken.was_encrypted
    assert taken.signed_in
    (pages,) = [one.get_content() for one in taken.message.iter_attachments()]
    assert pages == Dossier.objects.get().letter
    assert [one.get_filename() for one in taken.message.iter_attachments()] == ["1-letter.pdf"]
    assert states(mailed) == (DeliveryState.SENT, DispatchState.SENT)
    left = InstitutionReferral.objects.get(pk=released.pk)
    today = clock.today("Europe/Tirane")
    assert (left.state, left.channel, left.sent_on) == (ReferralState.SENT, "email", today)
    assert left.due_at == today + timedelta(days=10)
    assert state_of(left.case) == State.REFERRED


def test_the_mail_tells_nothing_of_the_case_but_its_number_and_how_to_answer(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    run_jobs()
    message = smtp_server.taken[0].message
    body = message.get_body(("plain",))
    assert body is not None
    text, reference = body.get_content(), released.case.reference
    token = InstitutionReferral.objects.get(pk=released.pk).reply_token
    assert message["Subject"] == f"Shkresa nr. {reference}"
    assert token in text
    assert message["Reply-To"] == f"zyra+{token}@pif.example"
    assert message["From"] == "Zyra e PiF <zyra@pif.example>"
    assert SENTENCE not in text
    headers = "".join(f"{name}: {value}\n" for name, value in message.items())
    for word in ("Received", "X-Mailer", "User-Agent", "localhost", "127.0.0.1", str(released.pk)):
        assert word not in headers
    assert max(len(line) for line in smtp_server.taken[0].raw.split(b"\r\n")) < 1000
    assert smtp_server.taken[0].raw.isascii()


def test_without_tags_the_answer_goes_to_the_plain_address(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    MailAccount.objects.update(takes_tags=False)
    run_jobs()
    assert smtp_server.taken[0].message["Reply-To"] == "zyra@pif.example"


def test_what_the_job_runs_again_is_not_sent_again(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    run_jobs()
    for _ in range(3):
        mailing.post(mailed.pk)
        mailing.take_up()
        Job.objects.update(state="ready", run_after=clock.now(), finished_at=None)
        run_jobs()
    assert len(smtp_server.taken) == 1


def test_a_server_that_asks_for_patience_gets_the_same_mail_later(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    smtp_server.answers["RCPT"] = "451 4.7.1 Greylisted"
    now, waits = clock.now(), []
    for _ in range(3):
        run_jobs(at=now)
        job = Job.objects.get(task_path="backend.cases.tasks.post_letter", state="ready")
        waits.append(job.run_after - now)
        now = job.run_after + timedelta(seconds=1)
    assert waits == sorted(waits)
    assert states(mailed) == (DeliveryState.UNDER_WAY, DispatchState.WAITING)
    assert (state(released), smtp_server.taken) == (ReferralState.QUEUED, [])
    smtp_server.answers.clear()
    run_jobs(at=now)
    assert len(smtp_server.taken) == 1
    assert state(released) == ReferralState.SENT


def test_after_two_days_of_tries_a_letter_is_given_up_and_somebody_learns_of_it(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs, arta: User
) -> None:
    smtp_server.stop()
    now = began = clock.now()
    while Job.objects.filter(state="ready", task_path__endswith="post_letter").exists():
        run_jobs(at=now)
        now += timedelta(hours=3)
        assert now < began + timedelta(days=10)
    smtp_server.start()
    assert states(mailed) == (DeliveryState.FAILED, DispatchState.FAILED)
    assert state(released) == ReferralState.DELIVERY_FAILED
    assert MailAccount.objects.get().last_problem == "unreachable"
    again = begin(released, arta, "email")
    run_jobs(at=now)
    assert states(again)[0] == DeliveryState.SENT


def test_a_refused_address_fails_at_once_and_is_flagged_for_everybody(
    mailed: Delivery,
    released: InstitutionReferral,
    office: InstitutionChannel,
    smtp_server: SmtpServer,
    run_jobs: RunJobs,
) -> None:
    smtp_server.answers["RCPT"] = "550 5.1.1 No such user here"
    run_jobs()
    assert states(mailed) == (DeliveryState.FAILED, DispatchState.REFUSED)
    assert state(released) == ReferralState.DELIVERY_FAILED
    office.refresh_from_db()
    assert office.problem_since is not None
    told = CaseEvent.objects.get(action="referral.delivery_came_back").facts
    assert (told["problem"], told["status"]) == ("recipient_refused", "550-5.1.1")
    assert "No such user" not in str(list(AuditEvent.objects.values()))


def test_a_refusal_out_of_policy_flags_nobody(
    mailed: Delivery, office: InstitutionChannel, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    smtp_server.answers["RCPT"] = "550 5.7.1 Blocked"
    run_jobs()
    office.refresh_from_db()
    assert office.problem_since is None


def test_a_letter_that_the_server_does_not_want_is_not_tried_again(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    smtp_server.answers["DATA"] = "554 5.6.0 Rejected"
    run_jobs()
    assert states(mailed) == (DeliveryState.FAILED, DispatchState.REFUSED)
    smtp_server.answers.clear()
    run_jobs(at=clock.now() + timedelta(days=1))
    assert smtp_server.taken == []


def test_a_letter_that_is_too_large_says_so_before_it_is_carried_there(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    smtp_server.most_bytes = 5_000
    run_jobs()
    assert Delivery.objects.get().problem == "too_large"


def test_a_server_that_takes_no_copy_gets_the_letter_all_the_same(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    smtp_server.answers["RCPT"] = lambda address: "250 OK" if address == OFFICE else "550 No relay"
    run_jobs()
    assert [one.rcpt_tos for one in smtp_server.taken] == [(OFFICE,)]
    assert states(mailed)[0] == DeliveryState.SENT


def test_a_connection_that_breaks_after_the_letter_was_given_away_leaves_it_unclear_and_untouched(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    smtp_server.hangs_up_at = "TAKEN"
    run_jobs()
    assert states(mailed) == (DeliveryState.UNCLEAR, DispatchState.UNCLEAR)
    smtp_server.hangs_up_at = ""
    for hours in range(1, 60, 6):
        run_jobs(at=clock.now() + timedelta(hours=hours))
        mailing.take_up()
    assert len(smtp_server.taken) == 1
    assert state(released) == ReferralState.QUEUED


@pytest.mark.parametrize("point", ["MAIL", "RCPT"])
def test_a_connection_that_breaks_before_is_no_doubt_and_the_letter_leaves_later(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs, point: str
) -> None:
    smtp_server.hangs_up_at = point
    run_jobs()
    assert states(mailed) == (DeliveryState.UNDER_WAY, DispatchState.WAITING)
    smtp_server.hangs_up_at = ""
    run_jobs(at=clock.now() + timedelta(hours=1))
    assert len(smtp_server.taken) == 1


# What is unclear -----------------------------------------------------------------------------------------


@pytest.fixture
def unclear(mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs) -> Delivery:
    smtp_server.hangs_up_at = "TAKEN"
    run_jobs()
    smtp_server.hangs_up_at = ""
    return Delivery.objects.select_related("dispatch", "referral").get(pk=mailed.pk)


def test_the_copy_that_arrives_settles_what_was_unclear(
    unclear: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    assert posting.confirm_sent(str(smtp_server.taken[0].message["Message-ID"]))
    assert mailing.take_up() == 1
    assert states(unclear) == (DeliveryState.SENT, DispatchState.SENT)
    assert state(released) == ReferralState.SENT
    assert mailing.take_up() == 0
    assert not posting.confirm_sent("<somebody-else@example>")


def test_a_person_says_that_it_left(unclear: Delivery, released: InstitutionReferral, arta: User) -> None:
    act(deliveries.say_left, unclear, arta)
    assert states(unclear) == (DeliveryState.SENT, DispatchState.SENT)
    assert state(released) == ReferralState.SENT


def test_a_person_lets_it_leave_once_more_under_the_same_id(
    unclear: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs, arta: User
) -> None:
    act(deliveries.send_again, unclear, arta)
    run_jobs()
    assert list(smtp_server.copies().values()) == [2]
    assert state(released) == ReferralState.SENT


def test_a_person_gives_it_up_and_takes_the_post(
    unclear: Delivery, released: InstitutionReferral, arta: User
) -> None:
    with pytest.raises(errors.DeliveryOpen):
        begin(released, arta, "post")
    act(deliveries.record_failed, unclear, arta, reason="not_done")
    assert begin(released, arta, "post").state == DeliveryState.PREPARED


def test_what_was_settled_meanwhile_is_not_decided_again(
    unclear: Delivery, smtp_server: SmtpServer, arta: User
) -> None:
    posting.confirm_sent(str(smtp_server.taken[0].message["Message-ID"]))
    for service, given in (
        (deliveries.say_left, {}),
        (deliveries.send_again, {}),
        (deliveries.record_failed, {"reason": "not_done"}),
    ):
        with pytest.raises(errors.CopyFoundMeanwhile):
            act(service, unclear, arta, **given)


def test_a_letter_that_may_have_left_is_kept_as_it_was(
    unclear: Delivery, released: InstitutionReferral, besa: User, arta: User
) -> None:
    step = (ReferralVerb.SEND_BACK, released.case_id, released.pk)
    with pytest.raises(errors.DeliveryOpen):
        referrals.step(*step, expected=None, actor=actor_of(besa))
    act(deliveries.record_failed, unclear, arta, reason="not_done")
    referrals.step(*step, expected=None, actor=actor_of(besa))
    assert Dossier.objects.count() == 1


# What changes before it leaves ---------------------------------------------------------------------------


def test_consent_withdrawn_before_the_worker_came_keeps_the_letter_here(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    assert released.case.complaint is not None
    withdraw_all_consents(complaint=released.case.complaint)
    run_jobs()
    assert smtp_server.taken == []
    assert states(mailed) == (DeliveryState.CANCELLED, DispatchState.CANCELLED)
    assert Delivery.objects.get().problem == "referral.consent_missing"


def test_a_complaint_taken_back_takes_its_waiting_letters_back(
    mailed: Delivery, released: InstitutionReferral, smtp_server: SmtpServer, run_jobs: RunJobs
) -> None:
    assert released.case.complaint is not None
    complainant_withdrew(released.case.complaint)
    run_jobs()
    assert smtp_server.taken == []
    assert (states(mailed)[0], state(released)) == (DeliveryState.CANCELLED, ReferralState.CANCELLED)


def test_a_delivery_is_cancelled_before_it_leaves_and_not_after(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs, arta: User
) -> None:
    act(deliveries.cancel, mailed, arta)
    run_jobs()
    assert smtp_server.taken == []
    with pytest.raises(errors.DeliveryWrongState):
        act(deliveries.cancel, mailed, arta)


def test_what_the_worker_has_in_its_hands_is_not_cancelled(mailed: Delivery, arta: User) -> None:
    Dispatch.objects.update(state="handing_over", handed_over_at=clock.now())
    with pytest.raises(errors.BeingHandedOver):
        act(deliveries.cancel, mailed, arta)


def test_a_stolen_moment_between_offer_and_handing_over_goes_to_the_canceller(
    mailed: Delivery, smtp_server: SmtpServer, run_jobs: RunJobs, arta: User
) -> None:
    """The worker has said MAIL and RCPT; the person cancels; nothing is given away."""
    (dispatch,) = Dispatch.objects.all()

    def compose(found: Dispatch) -> Any:
        act(deliveries.cancel, mailed, arta)
        return mailing._compose(mailed.pk, found)

    posting.hand_over(dispatch.pk, compose)
    assert smtp_server.taken == []
    assert states(mailed) == (DeliveryState.CANCELLED, DispatchState.CANCELLED)


def test_beside_a_delivery_under_way_no_second_letter_leaves_and_nothing_is_taken_back(
    mailed: Delivery, released: InstitutionReferral, arta: User, besa: User
) -> None:
    today = clock.today("Europe/Tirane")
    ids = (released.case_id, released.pk)
    with pytest.raises(errors.DeliveryOpen):
        begin(released, arta, "post")
    with pytest.raises(errors.DeliveryOpen):
        sending.send(*ids, channel="post", sent_on=today, expected=None, actor=actor_of(arta))
    for verb in (ReferralVerb.SEND_BACK, ReferralVerb.CANCEL):
        with pytest.raises(errors.DeliveryOpen):
            referrals.step(verb, *ids, expected=None, actor=actor_of(besa))


def test_without_account_or_address_no_mail_is_promised(
    released: InstitutionReferral, arta: User, office: InstitutionChannel
) -> None:
    with pytest.raises(errors.NoMailAccount):
        begin(released, arta, "email")


def test_a_mail_goes_to_addresses_of_the_directory_only(
    released: InstitutionReferral, account: MailAccount, arta: User
) -> None:
    with pytest.raises(errors.NoAddress):
        begin(released, arta, "email")
    stranger = ChannelFactory(kind="email", value="x@elsewhere.example")
    with pytest.raises(Invalid):
        begin(released, arta, "email", institution_channel=stranger.pk)


def test_the_surest_address_is_taken(
    released: InstitutionReferral, account: MailAccount, cadastre: Institution, arta: User
) -> None:
    today = clock.today("Europe/Tirane")
    for value, facts in {
        "troubled@k.example": {"problem_since": today, "confirmed_on": today},
        "old@k.example": {"confirmed_on": today - timedelta(days=900)},
        "new@k.example": {"confirmed_on": today - timedelta(days=9)},
        "ended@k.example": {"confirmed_on": today, "valid_until": today - timedelta(days=1)},
    }.items():
        ChannelFactory(institution=cadastre, kind="email", value=value, **facts)
    made = begin(released, arta, "email")
    assert made.dispatch is not None
    assert made.dispatch.to_address == "new@k.example"


# Coming back ---------------------------------------------------------------------------------------------


@pytest.fixture
def sent_mail(mailed: Delivery, run_jobs: RunJobs) -> Delivery:
    run_jobs()
    return Delivery.objects.select_related("dispatch", "referral").get(pk=mailed.pk)


def bounced(delivery: Delivery, status: str = "5.1.1", *, permanent: bool = True, **more: Any) -> bool:
    assert delivery.dispatch is not None
    return note_bounce(delivery.dispatch.message_id, status, permanent, Actor.system(), **more)


def test_a_letter_that_bounces_failed_and_its_address_is_flagged(
    sent_mail: Delivery, released: InstitutionReferral, office: InstitutionChannel
) -> None:
    assert bounced(sent_mail)
    assert states(sent_mail) == (DeliveryState.FAILED, DispatchState.BOUNCED)
    assert state(released) == ReferralState.DELIVERY_FAILED
    office.refresh_from_db()
    assert office.problem_since is not None
    assert bounced(sent_mail)
    assert CaseEvent.objects.filter(action="referral.delivery_came_back").count() == 1


def test_a_delay_is_told_and_changes_nothing(sent_mail: Delivery, released: InstitutionReferral) -> None:
    assert bounced(sent_mail, "4.4.1", permanent=False)
    assert state(released) == ReferralState.SENT
    assert CaseEvent.objects.filter(action="referral.delivery_delayed").exists()


def test_a_report_on_our_own_copy_says_nothing_of_the_institution(
    sent_mail: Delivery, released: InstitutionReferral
) -> None:
    assert bounced(sent_mail, recipient="zyra@pif.example")
    assert state(released) == ReferralState.SENT


def test_a_report_on_a_foreign_mail_is_none_of_ours(sent_mail: Delivery) -> None:
    assert not note_bounce("<foreign@example>", "5.1.1", True, Actor.system())


def test_a_late_bounce_takes_nothing_from_what_the_institution_registered(
    sent_mail: Delivery, released: InstitutionReferral, arta: User
) -> None:
    day = clock.today("Europe/Tirane")
    ids = (released.case_id, released.pk)
    told = {"protocol_number": "7/2026", "registered_on": day}
    referrals.register(*ids, **told, expected=None, actor=actor_of(arta))
    assert bounced(sent_mail)
    assert state(released) == ReferralState.REGISTERED


def test_after_a_bounce_the_same_frozen_letter_goes_by_post(
    sent_mail: Delivery, released: InstitutionReferral, arta: User
) -> None:
    bounced(sent_mail)
    by_post = begin(released, arta, "post")
    today = clock.today("Europe/Tirane")
    done = act(
        deliveries.record_sent, by_post, arta, sent_on=today, tracking_number="RR1", no_proof_reason=SENTENCE
    )
    assert done.dossier_id == sent_mail.dossier_id
    left = InstitutionReferral.objects.get(pk=released.pk)
    assert (left.state, left.channel, left.proof) == (ReferralState.SENT, "post", "RR1")
    assert [one.state for one in left.deliveries.all()] == [DeliveryState.FAILED, DeliveryState.SENT]


# By hand -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["post", "in_person"])
def test_what_can_be_proved_is_proved_or_the_reason_is_said(
    released: InstitutionReferral, arta: User, channel: str
) -> None:
    made = begin(released, arta, channel)
    today = clock.today("Europe/Tirane")
    with pytest.raises(errors.ProofMissing):
        act(deliveries.record_sent, made, arta, sent_on=today)
    assert state(released) == ReferralState.QUEUED
    act(deliveries.record_sent, made, arta, sent_on=today, no_proof_reason=SENTENCE)
    assert state(released) == ReferralState.SENT


def test_the_post_brings_it_back_and_the_referral_follows(released: InstitutionReferral, arta: User) -> None:
    made = begin(released, arta, "post")
    today = clock.today("Europe/Tirane")
    act(deliveries.record_sent, made, arta, sent_on=today, no_proof_reason=SENTENCE)
    with pytest.raises(Invalid):
        act(deliveries.record_failed, made, arta, reason="other")
    act(deliveries.record_failed, made, arta, reason="returned")
    assert state(released) == ReferralState.DELIVERY_FAILED


def test_words_about_a_delivery_are_sealed_and_in_no_story(released: InstitutionReferral, arta: User) -> None:
    made = begin(released, arta, "post")
    act(deliveries.record_failed, made, arta, reason="other", words=SENTENCE)
    assert SENTENCE.encode() not in bytes(Delivery.objects.values_list("words", flat=True).get())
    assert Delivery.objects.get().words == SENTENCE
    assert SENTENCE not in str(list(CaseEvent.objects.values())) + str(list(AuditEvent.objects.values()))


def test_a_change_names_the_version_that_it_was_made_from(released: InstitutionReferral, arta: User) -> None:
    made = begin(released, arta, "post")
    with pytest.raises(Stale):
        deliveries.cancel(released.case_id, released.pk, made.pk, expected=9, actor=actor_of(arta))


def test_a_letter_recorded_as_sent_by_other_means_can_still_fail(
    released: InstitutionReferral, arta: User
) -> None:
    ids, today = (released.case_id, released.pk), clock.today("Europe/Tirane")
    sending.send(*ids, channel="portal", sent_on=today, expected=None, actor=actor_of(arta))
    sending.fail_delivery(*ids, expected=None, actor=actor_of(arta))
    assert state(released) == ReferralState.DELIVERY_FAILED
