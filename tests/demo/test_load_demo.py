"""The demonstration as it stands in the database: made by the product's services, it keeps their promises."""

import io
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.test import override_settings

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, CaseLink, CaseShare, InstitutionReferral
from backend.cases.stages import RUNNING, ReferralState, State
from backend.complaints.models import Complaint, Consent, Receipt
from backend.complaints.receipt_codes import opens, read_typed
from backend.custody.models import IdentityRequest
from backend.custody.stages import RequestState
from backend.demo.plan import make_plan
from backend.demo.texts import network
from backend.identity.models import ComplainantIdentity
from backend.intake.models import Quarantined
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User

# Some stories are played on the other engine by test_playback.
pytestmark = pytest.mark.either_engine("sqlite")
TODAY = date(2026, 3, 18)


@dataclass(frozen=True)
class Loaded:
    printed: str
    sheet: Path


@pytest.fixture(scope="module")
def loaded(directory: None, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The whole network, loaded once: it takes its time."""
    var, said = tmp_path_factory.mktemp("var"), io.StringIO()
    with override_settings(VAR_DIR=var, DOSJA_MODE="development"):
        call_command("load_demo", "--today", TODAY.isoformat(), stdout=said)
    return Loaded(said.getvalue(), var / "demo-accounts.txt")


def _person(email: str) -> Actor:
    return actor_of(User.objects.get(email=email))


def test_every_state_of_a_case_and_nearly_every_state_of_a_referral_occurs(loaded: Loaded) -> None:
    assert set(Case.objects.values_list("state", flat=True)) == set(State.values)
    referrals = set(InstitutionReferral.objects.values_list("state", flat=True))
    never = {ReferralState.CANCELLED, ReferralState.QUEUED, ReferralState.CLARIFICATION, ReferralState.DRAFT}
    assert referrals == set(ReferralState.values) - never


def test_every_case_ends_where_its_journey_leads(loaded: Loaded) -> None:
    states = {
        "closed": State.CLOSED,
        "overdue": State.REFERRED,
        "two_bodies": State.REFERRED,
        "resumed": State.OPEN,
        "escalated": State.ESCALATED,
        "inadmissible": State.INADMISSIBLE,
    }
    planned = [states[one.journey.name] for one in make_plan(TODAY) if one.journey.name in states]
    found_there = list(Case.objects.filter(state__in=states.values()).values_list("state", flat=True))
    assert all(found_there.count(state) >= planned.count(state) for state in states.values())


def test_a_second_partners_caseworker_sees_nothing_of_the_first_but_what_was_shared(loaded: Loaded) -> None:
    for one in network().organisations:
        caseworker = _person(one.with_role("caseworker")[0])
        for case in Case.objects.visible_to(caseworker).exclude(owner__slug=one.slug):
            shares = CaseShare.objects.filter(case=case, partner__slug=one.slug, ended_at__isnull=True)
            assert shares.exists()
    assert not Case.objects.visible_to(_person("nino@imereti.example.org")).exclude(owner__slug="imereti")
    assert Case.objects.visible_to(_person("teuta@dora.example.org")).exclude(owner__slug="dora").exists()


def test_restricted_cases_are_seen_by_the_named_alone_and_the_administrator_sees_none(loaded: Loaded) -> None:
    restricted = Case.objects.filter(restricted=True)
    assert restricted.exists()
    for case in restricted:
        seen_by = {
            user.email
            for user in User.objects.all()
            if Case.objects.visible_to(actor_of(user)).contains(case)
        }
        against = {conflict.user.email for conflict in case.conflicts.select_related("user")}
        assert not seen_by & against
        assert len(seen_by) >= 2
        assert len(seen_by) <= 3 or against
    administrator = _person(network().administrator.email)
    assert administrator.is_platform_administrator
    assert not Case.objects.visible_to(administrator)


def test_some_closed_cases_were_rated_and_no_other(loaded: Loaded) -> None:
    rated = Case.objects.filter(complaint__satisfaction__isnull=False)
    assert rated.filter(state=State.CLOSED).count() > 20
    assert not rated.exclude(state__in=(State.CLOSED, State.REOPENED, State.OPEN)).exists()


def test_some_cases_are_overdue(loaded: Loaded) -> None:
    assert Case.objects.filter(state__in=RUNNING, due_at__lt=TODAY).count() >= 8


def test_numbers_follow_the_order_of_arrival_without_gaps(loaded: Loaded) -> None:
    for partner in Partner.objects.all():
        # A case that was handed over gets its new number on that day, not on the day it arrived.
        own = Case.objects.filter(owner=partner, former_reference="").order_by("opened_at")
        references = list(own.values_list("reference", flat=True))
        assert references == sorted(references)
        every = Case.objects.filter(owner=partner).values_list("reference", flat=True)
        numbers: dict[str, list[int]] = {}
        for reference in every:
            _prefix, year, number = reference.split("-")
            numbers.setdefault(year, []).append(int(number))
        assert all(sorted(found) == list(range(1, len(found) + 1)) for found in numbers.values())


def test_nothing_is_dated_later_than_the_day_and_every_story_goes_forward(loaded: Loaded) -> None:
    partners = Partner.objects.values("pk")
    assert AuditEvent.objects.filter(chain__in=partners).latest("at").at.date() < TODAY
    assert CaseEvent.objects.latest("at").at.date() < TODAY
    assert Complaint.objects.latest("received_at").received_at.date() < TODAY
    for case in Case.objects.all():
        moments = [event.at for event in case.events.order_by("id")]
        assert moments == sorted(moments)
        assert case.opened_at <= moments[0]


def test_the_audit_chains_hold(loaded: Loaded) -> None:
    call_command("verify_audit", stdout=io.StringIO())


def test_what_belongs_to_a_living_network_is_there(loaded: Loaded) -> None:
    assert CaseLink.objects.count() >= 10
    assert CaseShare.objects.filter(ended_at__isnull=False).exists()
    assert Consent.objects.filter(withdrawn_at__isnull=False).exists()
    assert Case.objects.filter(value_recovered__gt=0).exists()
    assert InstitutionReferral.objects.filter(answered_on__gt=F("due_at")).exists()
    assert InstitutionReferral.objects.filter(override_by__isnull=False).exists()
    moved = Case.objects.exclude(former_reference="")
    assert {case.owner.slug for case in moved} <= {"most", "dora"}
    assert Case.objects.filter(state=State.TRANSFERRED, complaint=None).count() == moved.count() == 2


def test_anonymous_complainants_have_no_identity_and_all_others_have_one(loaded: Loaded) -> None:
    with_identity = set(ComplainantIdentity.objects.values_list("complaint_id", flat=True))
    for complaint in Complaint.objects.all():
        assert (complaint.pk in with_identity) is (complaint.complainant_kind != "anonymous")


def test_the_sheet_tells_every_account_and_key_and_only_its_owner_reads_it(loaded: Loaded) -> None:
    assert loaded.sheet.read_text(encoding="utf-8") == loaded.printed
    assert stat.S_IMODE(loaded.sheet.stat().st_mode) == 0o600
    passwords = _passwords(loaded.printed)
    assert set(passwords) == set(User.objects.values_list("email", flat=True))
    assert len(set(passwords.values())) == len(passwords)
    for user in User.objects.all():
        assert user.check_password(passwords[user.email])
    for partner in Partner.objects.all():
        assert partner.form_key in loaded.printed


def _passwords(printed: str) -> dict[str, str]:
    rows = [line.split() for line in printed.splitlines() if "@" in line]
    return {row[0]: row[1] for row in rows}


def test_three_complaints_wait_to_be_looked_at_by_one_partner(loaded: Loaded) -> None:
    officer = next(one for one in network().organisations if one.slug == "pif").with_role("intake_officer")[0]
    assert Quarantined.objects.visible_to(_person(officer)).count() == Quarantined.objects.count() == 3


def test_one_request_to_read_an_identity_waits_for_the_custodian(loaded: Loaded) -> None:
    custodian = next(one for one in network().organisations if one.slug == "pif").with_role("custodian")[0]
    waiting = IdentityRequest.objects.for_custodian(_person(custodian)).get()
    assert waiting.state == RequestState.REQUESTED
    assert waiting.requester_id == waiting.case.assignee_id


def test_the_printed_receipt_opens_a_complaint(loaded: Loaded) -> None:
    line = loaded.printed.strip().splitlines()[-1]
    number, secret = line.removeprefix("  number ").split("   secret ")
    typed = read_typed(number, secret)
    receipt = Receipt.objects.get(number=typed.number)
    assert opens(receipt.secret_hash, typed.digits)
    assert Case.objects.get(complaint=receipt.complaint).state == State.REFERRED


def test_a_network_with_partners_is_left_alone(loaded: Loaded) -> None:
    before = Case.objects.count()
    with pytest.raises(CommandError, match="partners already"):
        call_command("load_demo")
    complained = io.StringIO()
    call_command("load_demo", "--if-empty", stderr=complained)
    assert "nothing was loaded" in complained.getvalue()
    assert Case.objects.count() == before


@pytest.mark.django_db
def test_production_is_not_filled_by_mistake() -> None:
    with (
        override_settings(DOSJA_MODE="production"),
        pytest.raises(CommandError, match="production"),
    ):
        call_command("load_demo")


@pytest.mark.django_db
def test_an_empty_directory_is_said_before_anything_is_made() -> None:
    with override_settings(DOSJA_MODE="development"), pytest.raises(CommandError, match="load_directory"):
        call_command("load_demo")
    assert not Partner.objects.exists()
