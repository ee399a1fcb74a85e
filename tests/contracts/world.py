"""The world in which contracts are tried: every actor of the cast, and two partners with the same things.

What a test asks for is built when it asks, by the services of the product; what it then does to it, it does
inside `undone()`, so that the next actor finds everything as it was.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db import transaction

from backend.cases.models import (
    AnswerLink,
    Case,
    CaseExport,
    CaseFile,
    CaseLink,
    CaseShare,
    Delivery,
    InstitutionAnswer,
    InstitutionReferral,
    Merge,
    MessageTemplate,
    PartnerReferral,
    SavedView,
    Task,
    Transfer,
)
from backend.cases.page import CaseFilters
from backend.cases.services import (
    answer_links,
    answers,
    case_files,
    clarifications,
    clocks,
    conversation,
    deliveries,
    exporting,
    exports,
    mailing,
    merging,
    partner_referrals,
    publishing,
    referrals,
    saved_views,
    sharing,
    steps,
    tasks,
    templates,
    transfers,
    work,
)
from backend.cases.services.deliveries import Leaving
from backend.cases.services.withdrawal import complainant_withdrew
from backend.cases.stages import PauseReason, ReferralVerb
from backend.collecting.models import FieldAccess, Submission
from backend.collecting.services import make_access
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import Attachment, ComplainantKind, Consent, ContactWish, Message
from backend.complaints.receipt_codes import seal_new_secret
from backend.complaints.services import attach
from backend.correspondence.models import Dispatch, MailAccount
from backend.correspondence.services import accounts
from backend.custody.models import IdentityRequest
from backend.custody.services import asking, sealing_keys
from backend.custody.services import deciding as custodians_deciding
from backend.custody.services.custodians import custodians_of
from backend.custody.stages import RequestReason
from backend.directory import lookups
from backend.directory.models import CalendarOverride, Category, DeadlineRule, Institution
from backend.files.services import scan_and_clean
from backend.forms.models import FormVersion
from backend.forms.services import published_form, write_draft
from backend.forms.services.shipped import shipped_schema
from backend.identity.models import SealingKey
from backend.identity.services import IdentityDetails
from backend.imports.models import ImportRun
from backend.intake.models import Quarantined
from backend.intake.services import Filed, Screening, ToldConsent
from backend.intake.services.new_receipts import hand_out_receipt
from backend.jobs.models import Job
from backend.mailroom.models import IncomingMail
from backend.mailroom.services import deciding
from backend.mailroom.services.taking import Fetched, take_mail
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Invitation, Partner, User
from backend.partners.roles import Role
from backend.partners.services import invite
from backend.retention.models import ErasureRequest, LegalHold
from backend.retention.services import holds, requests
from backend.retention.stages import HoldReason
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.services import keeping, repeating
from tests.calling import Caller
from tests.casework import agreed_to, answered, assigned, drafted, opened, referred_to, restricted, sent
from tests.collecting.submissions import submission_of
from tests.factories import complaints as filing
from tests.factories.directory import (
    CalendarOverrideFactory,
    ChannelFactory,
    NeedFactory,
    ServiceFactory,
    TargetGroupFactory,
)
from tests.factories.imports import import_of
from tests.factories.partners import PartnerFactory, UserFactory, access_token, api_client, member
from tests.factories.sealing import PartnersKey, Private, Sealing, public_of
from tests.files.sending import uploaded
from tests.mailroom.letters import mail, with_file

# Marks that a test looks for in answers. None of them is part of a code, a name or an address.
IDENTITY = "IDENTITETI-ZOGU-I-BARDHE"
WORDS = "FJALET-E-QYTETARIT"
INSIDE = "FJALET-E-ZYRES"
PERSON = "GJYQTARI-XHUVANI"


@dataclass
class Side:
    """A partner with a coordinator who brings its cases along and a caseworker who writes its referrals."""

    partner: Partner
    coordinator: User
    caseworker: User
    cases: dict[str, Case] = field(default_factory=dict)
    referrals: dict[str, InstitutionReferral] = field(default_factory=dict)
    filed: dict[str, Filed] = field(default_factory=dict)


@dataclass
class Acting:
    """How somebody calls, on which side that person stands, and what happens to the world before the call."""

    caller: Caller
    home: str = "a"
    before: Callable[[], object] = lambda: None


class World:
    """Two partners, their things, everybody who may call."""

    def __init__(self) -> None:
        self.cadastre: Institution = filing.institution()
        self.ministry: Institution = filing.institution("al-ministry", accepts_anonymous=True)
        self.delay: Category = filing.category("delay", *CaseKind.values)
        filing.place()
        NeedFactory(code="legal_aid")
        self.service = ServiceFactory(needs=["legal_aid"])
        TargetGroupFactory(code="children")
        self.rule = DeadlineRule.objects.create(
            **{"code": "al-ten-days", "country": "AL", "law": "Law", "article": "1", "number": 10},
            **{"trigger": "request_received", "unit": "calendar_day", "roll": False, "silence": "refusal"},
            **{"certainty": "?", "source": "made for the tests", "titles": {"en": "Ten days"}},
        )
        lookups.forget()
        self.a = self._side("pif", "PIF", "Arta", "Besa")
        self.b = self._side("akt", "AKT", "Nino", "Giorgi")
        self.third: Partner = PartnerFactory(slug="third", prefix="THI", name="Third")

    def _side(self, slug: str, prefix: str, caseworker: str, coordinator: str) -> Side:
        partner = PartnerFactory(slug=slug, prefix=prefix, name=slug.title())
        return Side(
            partner,
            coordinator=member(partner, Role.COORDINATOR, name=coordinator),
            caseworker=member(partner, Role.CASEWORKER, name=caseworker),
        )

    def side(self, name: str) -> Side:
        side: Side = getattr(self, name)
        return side

    # Who calls ------------------------------------------------------------------------------------------

    @cached_property
    def ilir(self) -> User:
        return member(self.a.partner, Role.INTAKE_OFFICER, name="Ilir")

    @cached_property
    def luan(self) -> User:
        return member(self.a.partner, Role.LEGAL_ADVISER, name="Luan")

    @cached_property
    def callers(self) -> dict[str, Acting]:
        """Everybody, by the name that the route matrix uses."""
        a, b = self.a, self.b
        others = {
            "dafina": member(a.partner, Role.CUSTODIAN, name="Dafina"),
            "observer": member(a.partner, Role.OBSERVER, name="Olsi"),
            "researcher": member(a.partner, Role.FIELD_RESEARCHER, name="Rita"),
        }
        people = {"arta": a.caseworker, "besa": a.coordinator, "ilir": self.ilir, "luan": self.luan, **others}
        return {
            "anonymous": Acting(Caller()),
            **{name: Acting(_signed_in(person)) for name, person in people.items()},
            "nino": Acting(_signed_in(b.caseworker), "b"),
            "giorgi": Acting(_signed_in(b.coordinator), "b"),
            "admin": Acting(_signed_in(UserFactory(name="Admin", is_superuser=True))),
            "outsider": Acting(_signed_in(UserFactory(name="Outsider"))),
            "gone": Acting(_signed_in(a.coordinator), before=self._besa_is_inactive),
            "ended": Acting(_signed_in(a.coordinator), before=self._besa_has_no_role),
            "suspended": Acting(_signed_in(a.coordinator), before=self._partner_is_suspended),
            "intake": Acting(_program(a.partner, "intake")),
            "reads": Acting(_program(a.partner, "cases:read")),
            "writes": Acting(_program(a.partner, "cases:read", "cases:write")),
            "blind": Acting(_program(a.partner, "cases:write")),
            "manages": Acting(_program(a.partner, "partner:manage")),
            "expired": Acting(_program(a.partner, "cases:read", "cases:write", seconds=-1)),
        }

    def _besa_is_inactive(self) -> None:
        User.objects.filter(pk=self.a.coordinator.pk).update(is_active=False)

    def _besa_has_no_role(self) -> None:
        from backend.partners.models import Membership

        self.a.coordinator.groups.clear()
        Membership.objects.filter(user=self.a.coordinator).update(ended_at=clock.now())

    def _partner_is_suspended(self) -> None:
        Partner.objects.filter(pk=self.a.partner.pk).update(is_active=False)

    # What there is --------------------------------------------------------------------------------------

    def case(self, side: str, point: str) -> Case:
        """A case of that side at that point of its life."""
        return _kept(self.side(side).cases, point, lambda: getattr(self, f"_case_{point}")(side))

    def referral(self, side: str, point: str) -> InstitutionReferral:
        """A referral of that side at that point of its life."""
        return _kept(self.side(side).referrals, point, lambda: getattr(self, f"_referral_{point}")(side))

    def quarantined(self, side: str) -> Quarantined:
        """A complaint of that side that waits to be looked at, always the same."""
        known = Quarantined.objects.filter(partner=self.side(side).partner).first()
        if known is None:
            filed = self.file(side, point="quarantined", screening=Screening(trap="x"))
            known = Quarantined.objects.get(complaint=filed.complaint)
        return known

    def import_(self, side: str, point: str) -> ImportRun:
        """An import of that side at that point, always the same."""
        known: dict[tuple[str, str], ImportRun] = self.__dict__.setdefault("_imports", {})
        if (side, point) not in known:
            by = self.side(side)
            known[side, point] = import_of(by.partner, by.coordinator, point, words=WORDS)
        return known[side, point]

    def file(self, side: str, point: str = "filed", **changes: Any) -> Filed:
        """A confidential complaint with an identity, words and a consent to be referred."""
        agreed = ToldConsent(purpose=Consent.Purpose.REFERRAL, text_version="1", institution="al-cadastre")
        told = {
            "complainant_kind": ComplainantKind.CONFIDENTIAL,
            "identity": IdentityDetails(name=IDENTITY, phone="+355 69 000 0000"),
            "contact_wish": ContactWish.PHONE,
            "narrative": f"{WORDS} {side}",
            "category": "delay",
            "institution": "al-cadastre",
            "place": "al-puke",
            "consents": (filing.PROCESSING, agreed),
            **changes,
        }
        filed = filing.file(self.side(side).partner, **told)
        self.side(side).filed[point] = filed
        return filed

    def _case_received(self, side: str) -> Case:
        return self.file(side, "received").case

    def _case_other(self, side: str) -> Case:
        """A second open case, for what joins or must not mix two."""
        return opened(self.file(side, "other").case, self.side(side).coordinator)

    def _case_triage(self, side: str) -> Case:
        case = self.file(side).case
        return steps.start_triage(case.pk, expected=None, actor=actor_of(self.side(side).coordinator))

    def _case_awaiting(self, side: str) -> Case:
        case = self._case_triage(side)
        actor = actor_of(self.side(side).coordinator)
        return steps.ask_complainant(case.pk, question=INSIDE, expected=None, actor=actor)

    def _case_open(self, side: str) -> Case:
        """Nobody is assigned yet; a note, a message, tags, a link and a share with nobody of the cast."""
        by = self.side(side)
        actor = actor_of(by.coordinator)
        case = self._case_awaiting(side)
        steps.take_up_answer(case.pk, expected=None, actor=actor)
        steps.open_for_work(case.pk, admissibility_note=INSIDE, expected=None, actor=actor)
        work.add_note(case.pk, text=INSIDE, actor=actor)
        work.set_tags(case.pk, names=["toka"], expected=None, actor=actor)
        work.link(case.pk, other_id=self.case(side, "other").pk, actor=actor)
        sharing.share(case.pk, partner=self.third, actor=actor)
        return Case.objects.get(pk=case.pk)

    def _case_told(self, side: str) -> Case:
        """The caseworker wrote what the public may read, and the complainant agreed."""
        by = self.side(side)
        agreed = ToldConsent(purpose=Consent.Purpose.PUBLICATION, text_version="1")
        case = opened(self.file(side, consents=(filing.PROCESSING, agreed)).case, by.coordinator)
        words = {"title": "Pritje", "text": "Zyra nuk u përgjigj.", "language": "sq", "place": None}
        publishing.write_summary(case.pk, **words, expected=None, actor=actor_of(by.caseworker))
        return case

    def _case_published(self, side: str) -> Case:
        case = self._case_told(side)
        publishing.publish_summary(case.pk, expected=None, actor=actor_of(self.side(side).coordinator))
        return case

    def _case_judiciary(self, side: str) -> Case:
        by = self.side(side)
        case = opened(self.file(side, kind=CaseKind.JUDICIARY).case, by.coordinator)
        detail = {"court": self.ministry, "instance": "appeal", "person": PERSON}
        return work.set_judiciary(case.pk, detail=detail, expected=None, actor=actor_of(by.coordinator))

    def _case_corruption(self, side: str) -> Case:
        return opened(self.file(side, kind=CaseKind.CORRUPTION).case, self.side(side).coordinator)

    def _case_review(self, side: str) -> Case:
        """One institution answered, another has not."""
        by = self.side(side)
        case = opened(self.file(side).case, by.coordinator)
        sent(case, by.caseworker)
        answered(sent(case, by.caseworker), by.caseworker)
        return Case.objects.get(pk=case.pk)

    def _case_settled(self, side: str) -> Case:
        """Resolved so long ago that it may be closed."""
        with clock.frozen(clock.now() - timedelta(days=20)):
            by = self.side(side)
            case = opened(self.file(side).case, by.coordinator)
            result = steps.Result(outcome=steps.Outcome.REMEDIED, words=INSIDE)
            return steps.resolve(case.pk, result=result, expected=None, actor=actor_of(by.coordinator))

    def _case_resolved(self, side: str) -> Case:
        """Resolved just now: the complainant may say what there is to say."""
        by = self.side(side)
        case = opened(self.file(side, "resolved").case, by.coordinator)
        result = steps.Result(outcome=steps.Outcome.REMEDIED, words=INSIDE)
        return steps.resolve(case.pk, result=result, expected=None, actor=actor_of(by.coordinator))

    def _case_renewed(self, side: str) -> Case:
        """A new receipt was handed out by somebody outside of the cast, and waits."""
        case = self.file(side, "renewed").case
        by = actor_of(member(self.side(side).partner, Role.CASEWORKER, name=f"Third {side}"))
        hand_out_receipt(case.pk, sealed=seal_new_secret(), in_wrong_hands=False, actor=by)
        return case

    def _case_reopened(self, side: str) -> Case:
        actor = actor_of(self.side(side).coordinator)
        case = self._case_settled(side)
        return steps.reopen(case.pk, reason=INSIDE, expected=None, actor=actor)

    def _case_restricted(self, side: str) -> Case:
        """Named: the coordinator, and on side A Luan."""
        by = self.side(side)
        named = [by.coordinator, self.luan] if side == "a" else [by.coordinator]
        case = assigned(opened(self.file(side).case, by.coordinator), by.coordinator)
        return restricted(case, named, by.coordinator)

    def _case_busy(self, side: str) -> Case:
        """Carries referrals to an institution at every point of their life."""
        return opened(self.file(side).case, self.side(side).coordinator)

    def _referral_draft(self, side: str) -> InstitutionReferral:
        return drafted(self.case(side, "busy"), self.side(side).caseworker, letter=INSIDE)

    def _referral_elsewhere(self, side: str) -> InstitutionReferral:
        return drafted(self.case(side, "other"), self.side(side).caseworker, letter=INSIDE)

    def _referral_unseen(self, side: str) -> InstitutionReferral:
        """A draft that needs a second pair of eyes."""
        return drafted(self.case(side, "corruption"), self.side(side).caseworker)

    def delivery(self, side: str, point: str) -> Delivery:
        """A delivery of that side at that point of its life."""
        return _kept(self._deliveries, (side, point), lambda: getattr(self, f"_delivery_{point}")(side))

    @cached_property
    def _deliveries(self) -> dict[tuple[str, str], Delivery]:
        return {}

    def _delivery_prepared(self, side: str) -> Delivery:
        """By post."""
        made = self._step(
            side, drafted(self.case(side, "busy"), self.side(side).caseworker), ReferralVerb.RELEASE
        )
        actor = actor_of(self.side(side).caseworker)
        return deliveries.begin(made.case_id, made.pk, leaving=Leaving("post"), actor=actor)

    def _delivery_unclear(self, side: str) -> Delivery:
        """By mail, and nobody knows whether it left."""
        self.account(side)
        if not self.cadastre.channels.filter(kind="email").exists():
            ChannelFactory(institution=self.cadastre, kind="email", value="office@cadastre.example")
        made = self._step(
            side, drafted(self.case(side, "busy"), self.side(side).caseworker), ReferralVerb.RELEASE
        )
        actor = actor_of(self.side(side).caseworker)
        found = deliveries.begin(made.case_id, made.pk, leaving=Leaving("email"), actor=actor)
        lost = {"state": "unclear", "handed_over_at": clock.now(), "next_try_at": None}
        Dispatch.objects.filter(pk=found.dispatch_id).update(**lost)
        mailing.follow(found.pk)
        return found

    def _referral_approval(self, side: str) -> InstitutionReferral:
        made = drafted(self.case(side, "corruption"), self.side(side).caseworker)
        return self._step(side, made, ReferralVerb.SUBMIT)

    def _referral_queued(self, side: str) -> InstitutionReferral:
        made = drafted(self.case(side, "busy"), self.side(side).caseworker)
        return self._step(side, made, ReferralVerb.RELEASE)

    def _referral_sent(self, side: str) -> InstitutionReferral:
        return sent(self.case(side, "busy"), self.side(side).caseworker)

    def _referral_undelivered(self, side: str) -> InstitutionReferral:
        return self._step(side, self._referral_sent(side), ReferralVerb.FAIL_DELIVERY)

    def _referral_unclear(self, side: str) -> InstitutionReferral:
        made, today = self._referral_sent(side), clock.today("Europe/Tirane")
        by = actor_of(self.side(side).caseworker)
        return clarifications.ask_clarification(
            made.case_id, made.pk, asked_on=today, question=INSIDE, expected=None, actor=by
        )

    def _referral_refused(self, side: str) -> InstitutionReferral:
        """Its refusal can be appealed against."""
        made, actor = self._referral_answered(side), actor_of(self.side(side).caseworker)
        return referrals.assess(made.case_id, made.pk, assessment="refused", expected=None, actor=actor)

    def _referral_answered(self, side: str) -> InstitutionReferral:
        return answered(self._referral_sent(side), self.side(side).caseworker)

    def _referral_assessed(self, side: str) -> InstitutionReferral:
        made, actor = self._referral_answered(side), actor_of(self.side(side).caseworker)
        return referrals.assess(made.case_id, made.pk, assessment="full", expected=None, actor=actor)

    def _referral_late(self, side: str) -> InstitutionReferral:
        by = self.side(side)
        with clock.frozen(clock.now() - timedelta(days=30)):
            case = opened(self.file(side).case, by.coordinator)
            return sent(case, by.caseworker, deadline_rule=self.rule)

    def _referral_timed(self, side: str) -> InstitutionReferral:
        """Its term by law runs."""
        return sent(self.case(side, "busy"), self.side(side).caseworker, deadline_rule=self.rule)

    def _referral_paused(self, side: str) -> InstitutionReferral:
        made, today = self._referral_timed(side), clock.today("Europe/Tirane")
        by = actor_of(self.side(side).caseworker)
        return clocks.pause_clock(
            made.case_id, made.pk, paused_on=today, reason=PauseReason.AGREED, expected=None, actor=by
        )

    def _step(self, side: str, made: InstitutionReferral, verb: ReferralVerb) -> InstitutionReferral:
        actor = actor_of(self.side(side).caseworker)
        return referrals.step(verb, made.case_id, made.pk, expected=None, actor=actor)

    def task(self, side: str) -> Task:
        """Something to do on an open case, that somebody wrote and nobody has."""
        return _kept(self._tasks, side, lambda: self._task(side))

    def _task(self, side: str) -> Task:
        by, case = actor_of(self.side(side).coordinator), self.case(side, "open")
        return tasks.write_task(case.pk, title=INSIDE, due_on=date(2026, 12, 1), actor=by)

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {}

    @cached_property
    def dead_job(self) -> Job:
        """Work that was given up."""
        return Job.objects.create(
            task_path="backend.cases.tasks.follow_the_calendar",
            state="dead",
            attempts=10,
            max_attempts=10,
            finished_at=clock.now(),
        )

    def mail(self, side: str, state: str) -> IncomingMail:
        """A mail that waits to be sorted, or was set aside."""

        def taken() -> IncomingMail:
            sent = with_file(mail(text=INSIDE, subject=state), b"Shkresa.", "shkresa.txt", "text/plain")
            fetched = Fetched(sent.as_bytes(), clock.now())
            made = take_mail(self.side(side).partner, "zyra@pif.example", fetched)
            assert made is not None
            scan_and_clean(made.files.get().file_id)
            if state == "dismissed":
                by = actor_of(self.side(side).coordinator)
                return deciding.dismiss(made.pk, reason="spam", expected=None, actor=by)
            return made

        return _kept(self._mails, (side, state), taken)

    @cached_property
    def _mails(self) -> dict[tuple[str, str], IncomingMail]:
        return {}

    def interim_answer(self, side: str) -> InstitutionAnswer:
        """What an institution wrote for the time being about the referral that was sent."""
        referral = self.referral(side, "sent")
        if found := referral.answers.first():
            return found
        answers.record_answer(
            referral.case_id,
            referral.pk,
            answer=INSIDE,
            answered_on=clock.today("Europe/Tirane"),
            is_final=False,
            expected=None,
            actor=actor_of(self.side(side).caseworker),
        )
        return referral.answers.get()

    def answer_link(self, side: str) -> AnswerLink:
        referral = self.referral(side, "sent")
        if found := referral.answer_links.first():
            return found
        by = actor_of(self.side(side).caseworker)
        link, _path = answer_links.make_link(referral.case_id, referral.pk, actor=by)
        return link

    def share(self, side: str, point: str) -> CaseShare:
        """A running share of that case, made where there is none."""
        case = self.case(side, point)
        found = case.shares.filter(ended_at__isnull=True).first()
        return found or sharing.share(
            case.pk, partner=self.third, actor=actor_of(self.side(side).coordinator)
        )

    def link(self, side: str, point: str) -> CaseLink:
        case, other = self.case(side, point), self.case(side, "received")
        found = CaseLink.objects.filter(case=case).first()
        return found or work.link(case.pk, other_id=other.pk, actor=actor_of(self.side(side).coordinator))

    def merge(self, side: str, point: str) -> Merge:
        """A complaint that came in was merged into the case."""
        case = self.case(side, point)
        if found := Merge.objects.filter(kept=case).first():
            return found
        other, actor = self.file(side, "merged").case, actor_of(self.side(side).coordinator)
        return merging.merge(case.pk, other_id=other.pk, other_version=1, expected=None, actor=actor)

    def message(self, side: str, point: str) -> Message:
        """What the complainant wrote."""
        return self._message(side, point, asks=False)

    def question(self, side: str, point: str) -> Message:
        """A question that waits for an answer."""
        return self._message(side, point, asks=True)

    def _message(self, side: str, point: str, *, asks: bool) -> Message:
        case = self.case(side, point)
        found = Message.objects.filter(complaint=case.complaint_id, ended_at=None)
        sender = Message.Sender.PARTNER if asks else Message.Sender.COMPLAINANT
        if made := found.filter(sender=sender, asks=asks).first():
            return made
        by = actor_of(self.side(side).coordinator)
        assert case.complaint is not None
        if asks:
            return conversation.write_to_complainant(case.pk, text=INSIDE, asks=True, actor=by)
        return conversation.complainant_answered(case.complaint, text=WORDS)

    def saved_view(self, side: str) -> SavedView:
        """A view of the list that the coordinator shares, always the same."""
        partner = self.side(side).partner
        known = SavedView.objects.filter(partner=partner).first()
        if known is not None:
            return known
        told = {"filters": {"state": ["open"]}, "columns": ["reference"], "ordering": "-opened_at"}
        by = actor_of(self.side(side).coordinator)
        return saved_views.save_view(name="Open", partner=partner, **told, board=False, actor=by)

    def template_code(self, side: str) -> str:
        """A message template of that partner's own; the other one has none of this code."""
        code = f"visit_{side}"
        partner = self.side(side).partner
        if not MessageTemplate.objects.filter(partner=partner, code=code).exists():
            told = {"names": {"sq": "Vizitë"}, "texts": {"sq": "Ejani."}}
            by = actor_of(self.side(side).coordinator)
            templates.create_template(partner.slug, code=code, **told, actor=by)
        return code

    def consent(self, side: str, point: str) -> Consent:
        """The consent to be referred."""
        complaint = self.case(side, point).complaint_id
        return Consent.objects.get(complaint=complaint, purpose=Consent.Purpose.REFERRAL)

    def attachment(self, side: str, point: str) -> Attachment:
        """A text that came with the complaint, with its clean copy."""

        def attached() -> Attachment:
            complaint = self.case(side, point).complaint
            assert complaint is not None
            upload = uploaded(b"Fletorja e vizitave.", "fletorja.txt")
            sender, nobody = Message.Sender.COMPLAINANT, Actor.nobody()
            (made,) = attach(complaint=complaint, files=[upload], sender=sender, actor=nobody)
            scan_and_clean(made.file_id)
            return made

        return _kept(self._attachments, (side, point), attached)

    def case_file(self, side: str, point: str) -> CaseFile:
        """The coordinator's case file, ready to be taken: a new one each time, because it is taken once."""
        actor = actor_of(self.side(side).coordinator)
        purpose = CaseFile.Purpose.OWN
        made = case_files.ask_for_case_file(self.case(side, point).pk, purpose=purpose, actor=actor)
        case_files.make_case_file(made.pk)
        return made

    def ask_export(self, side: str) -> CaseExport:
        """A list for which the coordinator asks."""
        leaving = exporting.Leaving(CaseFilters(), "-opened_at", None, ["reference"])
        actor = actor_of(self.side(side).coordinator)
        return exports.ask_for_export(leaving, kind="csv", narrowed=(), actor=actor)

    def export(self, side: str) -> CaseExport:
        """The same, ready to be taken: a new one each time, because it is taken once."""
        asked = self.ask_export(side)
        exports.make_export(asked.pk)
        return asked

    @cached_property
    def _attachments(self) -> dict[tuple[str, str], Attachment]:
        return {}

    @cached_property
    def _offers(self) -> dict[tuple[str, str], Transfer]:
        return {}

    def transfer(self, giver: str, taker: str) -> Transfer:
        """An open offer between two of a, b and the third partner."""
        return _kept(self._offers, (giver, taker), lambda: self._offer(giver, taker))

    def _offer(self, giver: str, taker: str) -> Transfer:
        to_partner = self.third if taker == "third" else self.side(taker).partner
        actor = actor_of(self.side(giver).coordinator)
        case = opened(self.file(giver).case, self.side(giver).coordinator)
        return transfers.offer(case.pk, to_partner=to_partner, expected=None, actor=actor)

    @cached_property
    def _helping(self) -> dict[tuple[str, str, str], PartnerReferral]:
        return {}

    def partner_referral(self, giver: str, taker: str, point: str = "offered") -> PartnerReferral:
        """A person whom one partner referred to another, at that point of its life."""
        return _kept(self._helping, (giver, taker, point), lambda: self._help(giver, taker, point))

    def _help(self, giver: str, taker: str, point: str) -> PartnerReferral:
        to_partner = self.third if taker == "third" else self.side(taker).partner
        case = opened(self.file(giver).case, self.side(giver).coordinator)
        fields = ["summary", "complaint"]
        made = referred_to(to_partner, case, self.side(giver).coordinator, note=INSIDE, fields=fields)
        if point == "offered":
            return made
        by = actor_of(self.side(taker).caseworker)
        partner_referrals.accept(made.pk, expected=None, actor=by)
        if point == "in_service":
            partner_referrals.start_service(made.pk, expected=None, actor=by)
        return made

    def agreement(self, side: str, point: str) -> str:
        """The slug of the third partner, to which the complainant of that case agreed."""
        case = self.case(side, point)
        if not Consent.objects.filter(complaint=case.complaint_id, partner=self.third).exists():
            agreed_to(self.third, case, self.side(side).coordinator)
        return self.third.slug

    def draft(self, side: str) -> FormVersion:
        """The draft of a partner's form, beside the published one."""
        return _kept(self._drafts, side, lambda: self._draft(self.side(side)))

    @cached_property
    def _drafts(self) -> dict[str, FormVersion]:
        return {}

    def _draft(self, side: Side) -> FormVersion:
        published_form(side.partner)
        actor = actor_of(side.coordinator)
        return write_draft(side.partner.slug, schema=shipped_schema(), expected=None, actor=actor)

    def invitation(self, side: str) -> Invitation:
        """Somebody whom that side asked to join."""
        return _kept(self._invitations, side, lambda: self._invitation(self.side(side)))

    @cached_property
    def _invitations(self) -> dict[str, Invitation]:
        return {}

    def _invitation(self, side: Side) -> Invitation:
        asked = {"email": f"asked@{side.partner.slug}.example", "name": "Asked", "roles": [Role.OBSERVER]}
        return invite(side.partner.slug, **asked, actor=actor_of(side.coordinator))[0]

    def account(self, side: str) -> MailAccount:
        """The mail account of a partner. Nobody answers there."""
        partner = self.side(side).partner
        told = {"address": f"zyra@{side}.example", "smtp_host": "127.0.0.1", "smtp_port": 9}
        return accounts.account_of(partner) or accounts.write_account(
            partner.slug,
            facts={**told, "smtp_protection": "none"},
            expected=None,
            actor=actor_of(self.side(side).coordinator),
        )

    @cached_property
    def _field_accesses(self) -> dict[str, FieldAccess]:
        return {
            name: make_access(
                self.side(name).partner.slug, name="Tablet", actor=actor_of(self.side(name).coordinator)
            ).access
            for name in "ab"
        }

    def field_access(self, side: str) -> FieldAccess:
        """An access of that partner for the field."""
        return self._field_accesses[side]

    @cached_property
    def _collected(self) -> dict[str, Submission]:
        return {name: submission_of(self.case(name, "received"), self.field_access(name)) for name in "ab"}

    def collected(self, side: str) -> Submission:
        """A case that came from the field."""
        return self._collected[side]

    @cached_property
    def _webhooks(self) -> dict[str, WebhookEndpoint]:
        told = {"address": "https://webhooks.invalid/", "events": ["case.received"]}
        return {
            name: keeping.create_endpoint(
                self.side(name).partner.slug, **told, actor=actor_of(self.side(name).coordinator)
            )[0]
            for name in "ab"
        }

    def webhook(self, side: str) -> WebhookEndpoint:
        """A webhook of that partner. Nobody answers there."""
        return self._webhooks[side]

    @cached_property
    def _trials(self) -> dict[str, WebhookDelivery]:
        return {
            name: repeating.try_endpoint(
                self.side(name).partner.slug,
                self.webhook(name).pk,
                actor=actor_of(self.side(name).coordinator),
            )
            for name in "ab"
        }

    def webhook_delivery(self, side: str) -> WebhookDelivery:
        """A trial of it."""
        return self._trials[side]

    def custodians(self, side: str) -> list[User]:
        """Two of that partner; on side A beside Dafina."""
        known: dict[str, list[User]] = self.__dict__.setdefault("_custodians", {})
        if side not in known:
            partner = self.side(side).partner
            known[side] = [member(partner, Role.CUSTODIAN, name=f"Custodian {n} {side}") for n in (1, 2)]
        return known[side]

    def identity_request(self, side: str, point: str) -> IdentityRequest:
        """The caseworker's request about a case, `requested` or `approved`."""
        known: dict[tuple[str, str], IdentityRequest] = self.__dict__.setdefault("_identity_requests", {})
        if (side, point) not in known:
            custodian = self.custodians(side)[0]
            case = self.case(side, "open" if point == "requested" else "other")
            asked = asking.Asked(reason=RequestReason.CONTACT, text="Arsyeja", wanted=["phone"], minutes=10)
            made = asking.ask(case.pk, asked=asked, actor=actor_of(self.side(side).caseworker))
            if point == "approved":
                made = custodians_deciding.approve(made.pk, expected=None, actor=actor_of(custodian))
            known[side, point] = made
        return known[side, point]

    def sealing(self, side: str) -> Sealing:
        """That partner's sealing key with its private half, kept by one custodian: on side A by Dafina."""
        known: dict[str, Sealing] = self.__dict__.setdefault("_sealing", {})
        if side not in known:
            partner = self.side(side).partner
            named = custodians_of(partner.pk).filter(name="Dafina").first()
            custodian = named or self.custodians(side)[0]
            key, own = PartnersKey(partner), Private.generate()
            actor = actor_of(custodian)
            sealing_keys.keep_own_key(partner.slug, public=public_of(own), actor=actor)
            made = sealing_keys.make_key(partner.slug, new=key.made_for(custodian, own), actor=actor)
            known[side] = Sealing(made, key, custodian, own)
        return known[side]

    def sealed_request(self, side: str) -> IdentityRequest:
        """The caseworker's request about a case whose identity is sealed."""
        return _kept(self.__dict__.setdefault("_sealed_requests", {}), side, lambda: self._ask_sealed(side))

    def _ask_sealed(self, side: str) -> IdentityRequest:
        SealingKey.objects.filter(pk=self.sealing(side).row.pk).update(seals=True)
        by = self.side(side)
        self.custodians(side)
        case = opened(self.file(side, "sealed").case, by.coordinator)
        SealingKey.objects.filter(pk=self.sealing(side).row.pk).update(seals=False)
        asked = asking.Asked(
            reason=RequestReason.CONTACT,
            text="Arsyeja",
            wanted=["phone"],
            minutes=10,
            reader_key=public_of(Private.generate()),
        )
        return asking.ask(case.pk, asked=asked, actor=actor_of(by.caseworker))

    @cached_property
    def _holds(self) -> dict[str, LegalHold]:
        return {}

    def hold(self, side: str) -> LegalHold:
        """A legal hold on an open case of that side."""
        return _kept(self._holds, side, lambda: self._hold(side))

    def _hold(self, side: str) -> LegalHold:
        until, by = clock.today("UTC") + timedelta(days=50), actor_of(self.side(side).coordinator)
        case_id = self.case(side, "open").pk
        return holds.set_hold(case_id, reason=HoldReason.COURT, words=INSIDE, until=until, actor=by)

    @cached_property
    def _requests(self) -> dict[str, ErasureRequest]:
        return {}

    def erasure_request(self, side: str) -> ErasureRequest:
        """A complainant's request that a case be erased on which nobody works any more."""
        return _kept(self._requests, side, lambda: self._ask(side))

    def _ask(self, side: str) -> ErasureRequest:
        complaint = self.file(side).complaint
        complainant_withdrew(complaint)
        return requests.ask_for_erasure(complaint)

    @cached_property
    def channel(self) -> Any:
        return ChannelFactory(institution=self.cadastre)

    @cached_property
    def override(self) -> CalendarOverride:
        """A day that a decree made free."""
        return CalendarOverrideFactory(country="XK", date=date(2026, 3, 20))

    @cached_property
    def other_channel(self) -> Any:
        return ChannelFactory(institution=self.ministry)

    @cached_property
    def _clients(self) -> dict[str, str]:
        return {
            name: api_client(self.side(name).partner, Role.CASEWORKER, ["cases:read"]).client_id
            for name in "ab"
        }

    def client_id(self, side: str) -> str:
        """A program of that partner."""
        return self._clients[side]


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is taken back."""
    savepoint = transaction.Atomic(using=None, savepoint=True, durable=False)
    # Like the transaction of a test: what insists on being the outermost one may be so inside.
    savepoint._from_testcase = True
    with savepoint:
        yield
        transaction.set_rollback(True)


def _signed_in(person: User) -> Caller:
    caller = Caller()
    caller.force_login(person)
    return caller


def _program(partner: Partner, *scopes: str, seconds: int = 3600) -> Caller:
    made = api_client(partner, Role.COORDINATOR, list(scopes))
    caller = Caller()
    caller.credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(made.client_id, seconds=seconds)}")
    return caller


def _kept(shelf: dict[Any, Any], name: Any, make: Callable[[], Any]) -> Any:
    if name not in shelf:
        shelf[name] = make()
    return shelf[name]


def now() -> datetime:
    return clock.now()
