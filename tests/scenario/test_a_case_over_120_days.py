"""One complaint from its first day to its last, through everything that can come in between.

Arta asks a cadastre for information on behalf of a citizen. The mail comes back, the letter goes by
registered post, nobody answers; for weeks her machine is off; she appeals, the commissioner passes it on, the
second body answers in part, the ombudsman is turned to, and in the end something changed. Real mail servers,
the real worker, simulated time: every event, task and mail is listed below and compared.
"""

import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client

from backend.audit.models import AuditChain
from backend.audit.verification import verify
from backend.cases.models import (
    Case,
    Delivery,
    InstitutionAnswer,
    InstitutionReferral,
    Outcome,
)
from backend.cases.services import (
    answer_links,
    answers,
    appeals,
    consents,
    conversation,
    deliveries,
    digests,
    files,
    redirecting,
    referrals,
    reply_tokens,
    silence,
    steps,
    work,
)
from backend.cases.services.appeals import Appeal
from backend.cases.services.deliveries import Leaving
from backend.cases.services.feedback import complainant_rated
from backend.cases.services.steps import Result
from backend.cases.stages import ReferralVerb
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import Complaint, Consent
from backend.complaints.services.satisfaction import Rating
from backend.correspondence.models import MailAccount
from backend.correspondence.services import accounts
from backend.directory.kinds import InstitutionKind, InstitutionLevel, Silence, TermUnit
from backend.directory.models import Category, DeadlineRule, Institution
from backend.intake.services import ToldConsent
from backend.jobs import services as jobs
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.casework import SENTENCE, drafted, looked_over
from tests.factories import complaints as filing
from tests.factories.directory import ChannelFactory, DeadlineRuleFactory, InstitutionFactory
from tests.files import samples
from tests.files.sending import uploaded
from tests.jobs.fixtures import RunJobs
from tests.mailbox import Postbox
from tests.mailroom.letters import mail, report
from tests.mailserver.dovecot import Dovecot
from tests.mailserver.smtp import SmtpServer
from tests.scenario.theatre import Theatre, case_state, state_of

FIRST_DAY = date(2026, 3, 2)
OFFICE, COMMISSIONER, OMBUDSMAN = "zyra@kadastra.example", "info@komisioneri.example", "ap@avokati.example"

TASKS_AND_MAILS = """
    2026-03-02 + acknowledge for 2026-03-09
    2026-03-03 - acknowledge for 2026-03-09: dropped
    2026-03-05 @ letter to zyra@kadastra.example
    2026-03-06 + delivery_failed (cadastre) for 2026-03-09
    2026-03-07 @ digest to arta@example.org: 1
    2026-03-08 @ digest to arta@example.org: 1
    2026-03-09 @ digest to arta@example.org: 1
    2026-03-09 - delivery_failed (cadastre) for 2026-03-09: dropped
    2026-03-19 @ digest to arta@example.org: 1
    2026-03-19 + referral_due (cadastre) for 2026-03-26
    2026-03-20 @ digest to arta@example.org: 1
    2026-03-21 @ digest to arta@example.org: 1
    2026-03-22 @ digest to arta@example.org: 1
    2026-03-23 @ digest to arta@example.org: 1
    2026-03-24 @ digest to arta@example.org: 1
    2026-03-25 @ digest to arta@example.org: 1
    2026-03-26 @ digest to arta@example.org: 1
    2026-03-27 @ digest to arta@example.org: 1
    2026-03-27 + overdue (cadastre) for 2026-03-27
    2026-03-27 - referral_due (cadastre) for 2026-03-26: dropped
    2026-03-27 - overdue (cadastre) for 2026-03-27: dropped
    2026-05-06 @ digest to arta@example.org: 1
    2026-05-06 + appeal_window (cadastre) for 2026-05-12
    2026-05-07 @ digest to arta@example.org: 1
    2026-05-07 @ letter to info@komisioneri.example
    2026-05-07 - appeal_window (cadastre) for 2026-05-12: dropped
    2026-05-11 + answer_arrived (commissioner) for 2026-05-14
    2026-05-12 @ digest to arta@example.org: 1
    2026-05-12 - answer_arrived (commissioner) for 2026-05-14: dropped
    2026-05-25 @ digest to arta@example.org: 1
    2026-05-25 + referral_due (ministry) for 2026-05-29
    2026-05-26 @ digest to arta@example.org: 1
    2026-05-27 @ digest to arta@example.org: 1
    2026-05-28 @ digest to arta@example.org: 1
    2026-05-29 @ digest to arta@example.org: 1
    2026-05-30 @ digest to arta@example.org: 1
    2026-05-30 + overdue (ministry) for 2026-06-01
    2026-05-30 - referral_due (ministry) for 2026-05-29: dropped
    2026-05-31 @ digest to arta@example.org: 1
    2026-06-01 @ digest to arta@example.org: 1
    2026-06-02 @ digest to arta@example.org: 1
    2026-06-02 + answer_arrived (ministry) for 2026-06-05
    2026-06-02 - overdue (ministry) for 2026-06-01: dropped
    2026-06-03 @ digest to arta@example.org: 1
    2026-06-03 - answer_arrived (ministry) for 2026-06-05: dropped
    2026-06-08 + complainant_wrote for 2026-06-10
    2026-06-09 @ digest to arta@example.org: 1
    2026-06-10 @ digest to arta@example.org: 1
    2026-06-10 - complainant_wrote for 2026-06-10: dropped
    2026-06-15 + answer_arrived (ombudsman) for 2026-06-18
    2026-06-16 @ digest to arta@example.org: 1
    2026-06-16 - answer_arrived (ombudsman) for 2026-06-18: dropped
    2026-06-24 @ digest to arta@example.org: 1
    2026-06-24 + satisfaction_due for 2026-07-01
    2026-06-25 @ digest to arta@example.org: 1
    2026-06-26 @ digest to arta@example.org: 1
    2026-06-26 - satisfaction_due for 2026-07-01: dropped
"""
STORY = """
    2026-03-02 case.received by nobody channel=web_form →received
    2026-03-03 case.start_triage by staff received→triage
    2026-03-03 case.message_written by staff
    2026-03-04 case.open by staff triage→open
    2026-03-04 case.assigned by staff
    2026-03-05 referral.drafted (cadastre) by staff
    2026-03-05 referral.dossier_frozen (cadastre) by staff
    2026-03-05 referral.release (cadastre) by staff
    2026-03-05 referral.answer_link_made (cadastre) by staff
    2026-03-05 referral.delivery_begun (cadastre) by staff channel=email
    2026-03-05 referral.delivery_taken (cadastre) by system
    2026-03-05 referral.send (cadastre) by system channel=email due_at=2026-03-24
    2026-03-05 case.refer (cadastre) by system open→referred
    2026-03-06 referral.delivery_came_back (cadastre) by system problem=bounced
    2026-03-06 referral.fail_delivery (cadastre) by system problem=bounced
    2026-03-09 referral.requeue (cadastre) by staff
    2026-03-09 referral.delivery_begun (cadastre) by staff channel=post
    2026-03-09 case.files_added by staff
    2026-03-09 referral.delivery_sent (cadastre) by staff
    2026-03-09 referral.send (cadastre) by staff channel=post due_at=2026-03-26
    2026-03-27 referral.note_silence (cadastre) by staff assessment=deemed_refused appeal_until=2026-05-12
    2026-03-27 case.review_answer (cadastre) by staff referred→response_review
    2026-05-07 case.consent_given by staff
    2026-05-07 referral.drafted (commissioner) by staff
    2026-05-07 referral.changed (commissioner) by staff
    2026-05-07 referral.dossier_frozen (commissioner) by staff
    2026-05-07 referral.release (commissioner) by staff
    2026-05-07 referral.answer_link_made (commissioner) by staff
    2026-05-07 referral.delivery_begun (commissioner) by staff channel=email
    2026-05-07 referral.delivery_taken (commissioner) by system
    2026-05-07 referral.send (commissioner) by system channel=email due_at=2026-05-29
    2026-05-07 case.escalate (commissioner) by system response_review→escalated
    2026-05-11 referral.answer_arrived (commissioner) by institution standing=arrived
    2026-05-12 referral.answer_weighed (commissioner) by staff standing=no_answer
    2026-05-19 referral.redirect (commissioner) by staff to=al-ministry
    2026-05-19 referral.passed_on (ministry) by staff due_at=2026-05-29
    2026-06-02 referral.answer_link_made (ministry) by staff
    2026-06-02 referral.answer_arrived (ministry) by institution standing=final
    2026-06-02 referral.record_answer (ministry) by institution
    2026-06-02 case.review_answer (ministry) by institution escalated→response_review
    2026-06-03 referral.assess (ministry) by staff assessment=partial
    2026-06-04 case.consent_given by staff
    2026-06-04 referral.drafted (ombudsman) by staff
    2026-06-04 referral.dossier_frozen (ombudsman) by staff
    2026-06-04 referral.release (ombudsman) by staff
    2026-06-04 referral.delivery_begun (ombudsman) by staff channel=in_person
    2026-06-04 case.files_added by staff
    2026-06-04 referral.delivery_sent (ombudsman) by staff
    2026-06-04 referral.send (ombudsman) by staff channel=in_person due_at=2026-07-06
    2026-06-04 case.escalate (ombudsman) by staff response_review→escalated
    2026-06-08 case.complainant_wrote by complainant
    2026-06-10 case.messages_read by staff
    2026-06-15 referral.answer_arrived (ombudsman) by institution standing=arrived
    2026-06-16 referral.answer_weighed (ombudsman) by staff standing=final
    2026-06-16 referral.record_answer (ombudsman) by staff
    2026-06-16 case.review_answer (ombudsman) by staff escalated→response_review
    2026-06-16 referral.assess (ombudsman) by staff assessment=full
    2026-06-17 case.resolve by staff response_review→resolved
    2026-06-26 case.complainant_rated by complainant
    2026-06-26 case.confirm_outcome by complainant resolved→closed
"""


@pytest.fixture
def bodies(db: None, cadastre: Institution) -> dict[str, Institution]:
    """Who can have the complaint, and how each is reached."""
    ChannelFactory(institution=cadastre, kind="email", value=OFFICE)
    ChannelFactory(institution=cadastre, kind="post", value="Rruga e Parë 1\nPukë")
    central = {"level": InstitutionLevel.CENTRAL, "accepts_anonymous": True}
    commissioner = InstitutionFactory(
        code="al-commissioner", kind=InstitutionKind.INFORMATION_COMMISSIONER, **central
    )
    ChannelFactory(institution=commissioner, kind="email", value=COMMISSIONER)
    ministry = InstitutionFactory(code="al-ministry", kind=InstitutionKind.MINISTRY, **central)
    ombudsman = InstitutionFactory(code="al-ombudsman", kind=InstitutionKind.OMBUDSMAN, **central)
    ChannelFactory(institution=ombudsman, kind="email", value=OMBUDSMAN)
    law = {"law": "Ligji nr. 119/2014", "unit": TermUnit.WORKING_DAY}
    DeadlineRuleFactory(
        code="al-request",
        number=10,
        silence=Silence.REFUSAL,
        appeal_number=30,
        appeal_unit=TermUnit.WORKING_DAY,
        appeal_to=commissioner,
        **law,
    )
    DeadlineRuleFactory(code="al-commissioner-decides", trigger="complaint_to_commissioner", number=15, **law)
    DeadlineRuleFactory(code="al-second-body", trigger="arrived_at_first_body", number=15, **law)
    DeadlineRuleFactory(
        code="al-ombudsman-answers", law="Ligji nr. 8454/1999", number=30, unit=TermUnit.CALENDAR_DAY
    )
    return {
        "cadastre": cadastre,
        "commissioner": commissioner,
        "ministry": ministry,
        "ombudsman": ombudsman,
    }


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    with Dovecot(protection="starttls") as server:
        yield server


@pytest.fixture
def account(smtp_server: SmtpServer, dovecot: Dovecot, besa: User, partner_a: Partner) -> MailAccount:
    facts: dict[str, Any] = {**smtp_server.account(takes_tags=True), **dovecot.account()}
    smtp_server.delivers[facts["address"]] = dovecot.maildir
    return accounts.write_account("pif", facts=facts, expected=None, actor=actor_of(besa))


class Play:
    """What Arta, the institutions and the complainant do, in the order of the days."""

    def __init__(self, theatre: Theatre, case: Case, arta: User, bodies: dict[str, Institution]) -> None:
        self.theatre, self.case, self.arta, self.bodies = theatre, case, arta, bodies
        self.actor = actor_of(arta)

    def refer(self, name: str, rule: str | None, **changes: Any) -> InstitutionReferral:
        """Written, looked over, released."""
        made = drafted(
            self._fresh(), self.arta, institution=self.bodies[name], deadline_rule=_rule(rule), **changes
        )
        self.theatre.names[made.pk] = name
        return self._released(made)

    def appeal(self, referral: InstitutionReferral) -> InstitutionReferral:
        """To the body that the law names, in its time."""
        made = appeals.prepare_appeal(
            self.case.pk, referral.pk, appeal=Appeal(letter=SENTENCE), actor=self.actor
        )
        self.theatre.names[made.pk] = "commissioner"
        looked_over(made, self.arta)
        return self._released(made)

    def send(self, referral: InstitutionReferral, channel: str) -> Delivery:
        return deliveries.begin(self.case.pk, referral.pk, leaving=Leaving(channel), actor=self.actor)

    def prove(self, delivery: Delivery, tracking_number: str = "") -> None:
        """Brought there, with a picture of the receipt."""
        (proof,) = files.add_files(
            self.case.pk, files=[uploaded(samples.pdf(), "fatura.pdf")], actor=self.actor
        )
        deliveries.record_sent(
            self.case.pk,
            delivery.referral_id,
            delivery.pk,
            sent_on=clock.today("Europe/Tirane"),
            tracking_number=tracking_number,
            proofs=[proof.pk],
            expected=None,
            actor=self.actor,
        )

    def decide(self, standing: str) -> None:
        """Say what the answer that arrived last is."""
        answer = InstitutionAnswer.objects.select_related("referral").order_by("arrived_at").last()
        assert answer is not None
        answers.decide(
            self.case.pk, answer.referral_id, answer.pk, standing=standing, expected=None, actor=self.actor
        )

    def agree(self, name: str) -> None:
        """The complainant says yes to one institution more, on the telephone."""
        consents.record_given(
            self.case.pk,
            purpose=Consent.Purpose.REFERRAL,
            institution=self.bodies[name],
            partner=None,
            manner=Consent.Manner.ORAL,
            language="sq",
            text_version="2026-01",
            actor=self.actor,
        )

    def step(self, verb: ReferralVerb, referral: InstitutionReferral) -> None:
        referrals.step(verb, self.case.pk, referral.pk, expected=None, actor=self.actor)

    def assess(self, referral: InstitutionReferral, assessment: str) -> None:
        referrals.assess(self.case.pk, referral.pk, assessment=assessment, expected=None, actor=self.actor)

    def _released(self, referral: InstitutionReferral) -> InstitutionReferral:
        self.step(ReferralVerb.RELEASE, referral)
        return referral

    def _fresh(self) -> Case:
        return Case.objects.select_related("institution", "owner", "complaint").get(pk=self.case.pk)


def _rule(code: str | None) -> DeadlineRule | None:
    return DeadlineRule.objects.get(code=code) if code else None


def address_for_answers(referral: InstitutionReferral) -> str:
    """To which the institution writes when it presses "reply"."""
    kept = InstitutionReferral.objects.select_related("case__owner").get(pk=referral.pk)
    return reply_tokens.address_for_answers(kept, MailAccount.objects.get())


def lines(told: str) -> list[str]:
    return [line.strip() for line in told.strip().splitlines()]


def link_in(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    found = re.search(r"/answer/[\w-]+/", body.get_content())
    assert found is not None
    return found[0]


def test_a_complaint_is_carried_through_120_days_and_nothing_of_it_is_lost(
    bodies: dict[str, Institution],
    account: MailAccount,
    smtp_server: SmtpServer,
    dovecot: Dovecot,
    postbox: Postbox,
    arta: User,
    besa: User,
    partner_a: Partner,
    delay: Category,
    run_jobs: RunJobs,
    client: Client,
    settings: Any,
) -> None:
    settings.DOSJA_PUBLIC_ADDRESS = "https://dosja.example"
    with clock.frozen(Theatre.morning(FIRST_DAY)):
        jobs.synchronise_schedules()
        digests.choose_digest(is_on=True, hour=7, expected=None, actor=actor_of(arta))
        agreed = ToldConsent(
            purpose=Consent.Purpose.REFERRAL, text_version="2026-01", institution="al-cadastre"
        )
        case = filing.file(
            partner_a,
            kind=CaseKind.INFORMATION_REQUEST,
            category=delay.code,
            institution="al-cadastre",
            consents=(filing.PROCESSING, agreed),
        ).case
    assert case is not None
    theatre = Theatre(case.pk, FIRST_DAY, run_jobs, smtp_server, postbox)
    play = Play(theatre, case, arta, bodies)
    actor, complaint = actor_of(arta), Complaint.objects.get(pk=case.complaint_id)

    with theatre.on(date(2026, 3, 3)):
        steps.start_triage(case.pk, expected=None, actor=actor)
        conversation.write_to_complainant(case.pk, text=SENTENCE, actor=actor)
    with theatre.on(date(2026, 3, 4)):
        steps.open_for_work(case.pk, admissibility_note=SENTENCE, expected=None, actor=actor)
        work.assign(case.pk, assignee=arta, expected=None, actor=actor_of(besa))

    # By mail, which comes back.
    with theatre.on(date(2026, 3, 5)):
        first = play.refer("cadastre", "al-request")
        mailed = play.send(first, "email")
    assert state_of(first) == "sent"
    with theatre.on(date(2026, 3, 6)):
        mailed.refresh_from_db()
        assert mailed.dispatch is not None
        dovecot.put(report(mailed.dispatch.message_id, recipient=OFFICE))
    assert state_of(first) == "delivery_failed"

    # By registered post, and nobody answers.
    with theatre.on(date(2026, 3, 9)):
        play.prove(play.send(first, "post"), "RR 123 456 789 AL")
    with theatre.on(date(2026, 3, 27)):
        silence.note_silence(case.pk, first.pk, expected=None, actor=actor)

    # For five weeks the machine is off. What should have been told meanwhile is told once.
    theatre.machine_is_off_until(date(2026, 5, 6))

    # The appeal, a few days before its time is over; it is acknowledged, then passed on.
    with theatre.on(date(2026, 5, 7)):
        play.agree("commissioner")
        appealed = play.appeal(first)
        play.send(appealed, "email")
    assert case_state(case.pk) == "escalated"
    with theatre.on(date(2026, 5, 11)):
        assert client.get(link_in(smtp_server.to(COMMISSIONER)[0].message)).status_code == 200
        dovecot.put(mail(to=address_for_answers(appealed), from_=COMMISSIONER, text="E morëm shkresën tuaj."))
    with theatre.on(date(2026, 5, 12)):
        play.decide("no_answer")
    with theatre.on(date(2026, 5, 19)):
        follows = redirecting.redirect(
            case.pk,
            appealed.pk,
            institution=bodies["ministry"],
            redirected_on=date(2026, 5, 18),
            by_law=True,
            expected=None,
            actor=actor,
        )
        theatre.names[follows.pk] = "ministry"

    # Half an answer, late, through a link.
    with theatre.on(date(2026, 6, 2)):
        _link, path = answer_links.make_link(case.pk, follows.pk, actor=actor)
        day = {"day": "2", "month": "6", "year": "2026"}
        told = {"go": "send", "language": "en", "standing": "final", "text": SENTENCE, **day}
        client.post(path, told | {"protocol_number": "77/2026", "author_name": "E. Hoxha"})
        assert client.get(path).status_code == 410
    with theatre.on(date(2026, 6, 3)):
        play.assess(follows, "partial")

    # The ombudsman, by hand; the complainant writes meanwhile.
    with theatre.on(date(2026, 6, 4)):
        play.agree("ombudsman")
        escalated = play.refer("ombudsman", "al-ombudsman-answers", escalates=follows.pk)
        play.prove(play.send(escalated, "in_person"))
    with theatre.on(date(2026, 6, 8)):
        conversation.complainant_answered(complaint, text=SENTENCE)
    with theatre.on(date(2026, 6, 10)):
        last = complaint.messages.order_by("sent_at").last()
        assert last is not None
        conversation.read_by_partner(case.pk, until=last.pk, actor=actor)
    with theatre.on(date(2026, 6, 15)):
        dovecot.put(mail(to=address_for_answers(escalated), from_=OMBUDSMAN, subject="Rekomandim"))
    with theatre.on(date(2026, 6, 16)):
        play.decide("final")
        play.assess(escalated, "full")

    # What came of it.
    with theatre.on(date(2026, 6, 17)):
        result = Result(outcome=Outcome.PARTLY_REMEDIED, words=SENTENCE, impact=SENTENCE)
        steps.resolve(case.pk, result=result, expected=None, actor=actor)
    with theatre.on(date(2026, 6, 26)):
        complainant_rated(complaint, rating=Rating(outcome=4, process=5))
    with theatre.on(date(2026, 6, 30)):
        pass
    assert (date(2026, 6, 30) - FIRST_DAY).days == 120

    assert theatre.diary == lines(TASKS_AND_MAILS)
    assert theatre.events() == lines(STORY)
    assert theatre.open_tasks() == []
    assert max(smtp_server.copies().values()) == 1
    assert {verify(chain).broken for chain in AuditChain.objects.all()} == {None}
