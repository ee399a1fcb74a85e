"""Deciding on a request: two persons, no word of the complaint, a day's wait where there is one custodian."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.services import conflicts, sharing
from backend.common import clock
from backend.complaints.models import ComplainantKind
from backend.custody.models import IdentityRequest
from backend.custody.services import ending
from backend.custody.tasks import look_for_warnings
from backend.identity.models import IdentityLook
from backend.identity.services import IdentityDetails
from backend.intake.pages.parts.looks import SHOWN
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import restricted
from tests.custody.conftest import NAME, PHONE, WHY, Desk, asking
from tests.factories.complaints import file
from tests.factories.partners import member

pytestmark = pytest.mark.django_db


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def also(person: User, partner: Partner, role: Role) -> User:
    """The same person in a second role."""
    return member(partner, role, person)


def verbs(shown: dict[str, Any]) -> dict[str, str | None]:
    return {one["verb"]: one["code"] for one in shown["allowed_actions"]}


def test_nobody_approves_his_own_request(desk: Desk, partner_a: Partner, api: Any) -> None:
    also(desk.asker, partner_a, Role.CUSTODIAN)
    desk.ask()
    assert code(desk.decide("approve", desk.asker)) == (409, "identity_request.own")
    assert code(desk.decide("decline", desk.asker)) == (409, "identity_request.own")
    seen = api(desk.asker).get(f"/identity-requests/{desk.asked['id']}/").json()
    assert verbs(seen) == {"approve": "identity_request.own", "decline": "identity_request.own"}
    assert desk.row.state == "requested"


def test_the_database_itself_refuses_that_somebody_approves_his_own_request(desk: Desk) -> None:
    desk.ask()
    own = IdentityRequest.objects.filter(pk=desk.row.pk)
    now = clock.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        own.update(state="approved", decided_by=desk.asker, decided_at=now, opens_at=now)


def test_the_database_itself_refuses_more_than_an_hour(desk: Desk) -> None:
    desk.ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        IdentityRequest.objects.filter(pk=desk.row.pk).update(minutes=61)


def test_a_custodian_learns_nothing_of_the_complaint(desk: Desk, api: Any) -> None:
    desk.ask()
    custodian: Caller = api(desk.custodian)
    assert custodian.get("/cases/").json()["results"] == []
    assert custodian.get(f"/cases/{desk.case.pk}/").status_code == 404
    listed = custodian.get("/identity-requests/?which=waiting")
    (shown,) = listed.json()["results"]
    assert (shown["reference"], shown["kind"], shown["text"]) == (desk.case.reference, "public_service", WHY)
    assert (shown["reason"], shown["wanted"], shown["minutes"]) == ("contact", ["phone"], 30)
    assert shown["requester"]["name"] == desk.asker.name
    assert shown["case"] is None
    assert verbs(shown) == {"approve": None, "decline": None}
    for hidden in ("FJALET-E-QYTETARIT", NAME, PHONE, str(desk.case.pk)):
        assert hidden not in listed.content.decode()


def test_a_custodian_reads_no_identity_by_being_custodian(desk: Desk) -> None:
    desk.ask()
    desk.decide("approve")
    assert desk.read(desk.custodian).status_code == 404
    assert not IdentityLook.objects.exists()


def test_only_custodians_of_the_owning_partner_decide(
    desk: Desk, besa: User, luan: User, partner_b: Partner, admin: User
) -> None:
    desk.ask()
    strangers = (besa, luan, member(partner_b, Role.CUSTODIAN), admin, desk.asker)
    for person in strangers:
        assert code(desk.decide("approve", person)) == (404, "not_found")
    assert desk.row.state == "requested"


def test_the_requester_reads_what_was_decided_and_why(desk: Desk) -> None:
    desk.ask()
    desk.decide("decline", body={"answer": "Shkruajini përmes vërtetimit."})
    told = desk.seen().json()
    assert (told["state"], told["answer"]) == ("declined", "Shkruajini përmes vërtetimit.")
    assert told["decided_by"]["name"] == desk.custodian.name


def test_colleagues_see_that_it_was_asked_and_not_the_words(desk: Desk, besa: User, api: Any) -> None:
    desk.ask()
    (row,) = api(besa).get(desk.room).json()["results"]
    assert (row["text"], row["answer"], row["allowed_actions"]) == (None, None, [])
    assert row["requester"]["name"] == desk.asker.name


def test_a_second_decision_is_refused(desk: Desk, second_custodian: User) -> None:
    desk.ask()
    desk.decide("decline")
    assert code(desk.decide("approve", second_custodian)) == (409, "identity_request.wrong_state")
    assert code(desk.decide("approve", second_custodian, if_match='"1"')) == (412, "stale")


def test_an_anonymous_complainant_cannot_be_asked_for(
    desk: Desk, new_case: Callable[..., Case], api: Any
) -> None:
    case = new_case()
    answer = api(desk.asker).post(f"/cases/{case.pk}/identity-requests/", asking())
    assert code(answer) == (409, "identity.anonymous")
    standing = api(desk.asker).get(f"/cases/{case.pk}/identity/").json()
    assert standing["complainant_kind"] == "anonymous"
    assert verbs(standing) == {"ask": "identity.anonymous"}


def test_only_who_works_cases_may_ask(desk: Desk, ilir: User, observer: User, dafina: User, api: Any) -> None:
    assert code(desk.ask(by=ilir)) == (403, "not_allowed")
    assert code(desk.ask(by=observer)) == (404, "not_found")
    assert code(desk.ask(by=dafina)) == (404, "not_found")
    assert api(ilir).get(f"/cases/{desk.case.pk}/identity/").json()["allowed_actions"] == []


def test_whoever_has_a_conflict_of_interest_neither_asks_nor_decides(
    desk: Desk, partner_a: Partner, luan: User
) -> None:
    both = also(luan, partner_a, Role.CUSTODIAN)
    conflicts.declare_conflict(desk.case.pk, expected=None, actor=actor_of(both))
    assert code(desk.ask(by=both)) == (404, "not_found")
    desk.ask()
    assert code(desk.decide("approve", both)) == (404, "not_found")
    assert desk.decide("approve").status_code == 200


def test_of_a_restricted_case_those_decide_who_are_named_or_see_no_case_at_all(
    desk: Desk, partner_a: Partner, luan: User, besa: User
) -> None:
    """Who works the partner's other cases and is not named may be the one from whom it is restricted."""
    also(luan, partner_a, Role.CUSTODIAN)
    restricted(desk.case, [desk.asker, besa], besa)
    desk.ask()
    assert code(desk.decide("approve", luan)) == (404, "not_found")
    assert desk.decide("approve").status_code == 200
    desk.withdraw()
    sharing.restrict(desk.case.pk, people=[desk.asker, besa, luan], expected=None, actor=actor_of(besa))
    desk.ask()
    assert desk.decide("approve", luan).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"minutes": 61}, "minutes"),
        ({"minutes": 0}, "minutes"),
        ({"wanted": []}, "wanted"),
        ({"wanted": ["iban"]}, "wanted.0"),
        ({"reason": "new_receipt"}, "reason"),
        ({"text": "  "}, "text"),
    ],
)
def test_a_request_says_why_and_what_and_for_at_most_an_hour(
    desk: Desk, wrong: dict[str, Any], field: str
) -> None:
    answer = desk.ask(**wrong)
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == [field]


def test_one_person_has_one_open_request_about_a_case(desk: Desk, luan: User) -> None:
    desk.ask()
    assert code(desk.ask()) == (409, "identity_request.open")
    assert desk.ask(by=luan).status_code == 201
    with clock.frozen(clock.now() + timedelta(days=7, seconds=5)):
        assert desk.ask().status_code == 201, "a request that nobody decided stands in nobody's way"


def test_a_request_that_nobody_decided_in_a_week_cannot_be_approved(desk: Desk) -> None:
    desk.ask()
    with clock.frozen(clock.now() + timedelta(days=7, seconds=5)):
        assert code(desk.decide("approve")) == (409, "identity_request.wrong_state")
        assert ending.end_what_is_over(actor=Actor.system()) == 1
        assert ending.end_what_is_over(actor=Actor.system()) == 0
    assert desk.row.state == "expired"


def test_where_nobody_else_could_approve_asking_is_refused_and_says_so(
    api: Callable[[User], Caller], named_case: Case, arta: User, partner_a: Partner
) -> None:
    room = f"/cases/{named_case.pk}/identity-requests/"
    assert code(api(arta).post(room, asking())) == (409, "identity.no_custodian")
    also(arta, partner_a, Role.CUSTODIAN)
    assert code(api(arta).post(room, asking())) == (409, "identity.no_custodian")


def test_with_two_custodians_an_approval_opens_at_once(desk: Desk) -> None:
    desk.ask()
    told = desk.decide("approve").json()
    assert not told["delayed"]
    assert desk.read().status_code == 200


def test_with_a_single_custodian_an_approval_opens_after_24_hours(lonely_desk: Desk) -> None:
    lonely_desk.ask()
    began = clock.now()
    assert lonely_desk.decide("approve").json()["delayed"]
    assert code(lonely_desk.read()) == (409, "identity_request.not_open_yet")
    assert verbs(lonely_desk.seen().json())["read"] == "identity_request.not_open_yet"
    with clock.frozen(began + timedelta(hours=23, minutes=59)):
        assert code(lonely_desk.read()) == (409, "identity_request.not_open_yet")
    assert not IdentityLook.objects.exists()
    with clock.frozen(began + timedelta(hours=24, minutes=1)):
        assert lonely_desk.read().json()["phone"] == PHONE


def test_a_custodian_who_left_does_not_count_as_a_second_one(desk: Desk, second_custodian: User) -> None:
    User.objects.filter(pk=second_custodian.pk).update(is_active=False)
    desk.ask()
    assert desk.decide("approve").json()["delayed"]


def test_the_coordinator_is_told_of_a_lonely_approval_and_can_end_it(
    lonely_desk: Desk, besa: User, api: Any
) -> None:
    assert api(besa).get("/today/").json()["identities"]["warnings"] == 0
    lonely_desk.ask()
    lonely_desk.decide("approve")
    assert api(besa).get("/today/").json()["identities"]["warnings"] == 1
    (shown,) = api(besa).get("/identity-requests/?which=running").json()["results"]
    assert shown["delayed"] and shown["text"] is None
    assert verbs(shown) == {"end": None}
    assert lonely_desk.decide("end", besa).json()["state"] == "ended"
    with clock.frozen(clock.now() + timedelta(hours=25)):
        assert code(lonely_desk.read()) == (409, "identity_request.wrong_state")


def test_a_coordinator_who_is_not_named_is_warned_without_the_case(
    lonely_desk: Desk, besa: User, luan: User, partner_a: Partner, api: Any
) -> None:
    also(luan, partner_a, Role.COORDINATOR)
    restricted(lonely_desk.case, [lonely_desk.asker], luan)
    lonely_desk.ask()
    lonely_desk.decide("approve")
    (shown,) = api(besa).get("/identity-requests/").json()["results"]
    assert (shown["case"], shown["reference"], shown["kind"]) == (None, None, None)
    assert lonely_desk.case.reference not in str(shown)
    assert lonely_desk.decide("end", besa).status_code == 200


def test_a_coordinator_sees_no_request_that_two_custodians_look_after(
    desk: Desk, besa: User, api: Any
) -> None:
    desk.ask()
    desk.decide("approve")
    assert api(besa).get("/identity-requests/").json()["results"] == []
    assert code(desk.decide("end", besa)) == (404, "not_found")


def test_coordinators_are_written_to_once_and_the_mail_says_nothing(
    lonely_desk: Desk, besa: User, run_jobs: Any, postbox: Any, settings: Any
) -> None:
    settings.DOSJA_MAIL_ON = True
    lonely_desk.ask()
    lonely_desk.decide("approve")
    for _ in range(2):
        look_for_warnings.enqueue()
        run_jobs()
    (mail,) = postbox.taken
    assert mail["To"] == besa.email
    for word in (lonely_desk.case.reference, lonely_desk.asker.name, NAME, "identit"):
        assert word not in str(mail)
    assert AuditEvent.objects.filter(action="identity_request.warned").count() == 1


def test_a_request_ends_by_itself_when_the_case_is_restricted_away_from_who_asked(
    desk: Desk, besa: User, luan: User
) -> None:
    desk.ask()
    restricted(desk.case, [besa], besa)
    assert code(desk.decide("approve")) == (409, "identity_request.ground_lost")
    assert ending.end_what_is_over(actor=Actor.system()) == 1
    assert desk.row.state == "ended"
    assert AuditEvent.objects.filter(action="case.identity_lapsed").count() == 1


def test_today_tells_whoever_has_something_to_do_and_no_word_of_it(
    desk: Desk, api: Any, second_custodian: User
) -> None:
    desk.ask()
    assert api(desk.custodian).get("/today/").json()["identities"] == {
        "to_decide": 1,
        "warnings": None,
        "own": [],
    }
    assert api(desk.asker).get("/today/").json()["identities"]["own"] == []
    desk.decide("approve")
    (own,) = api(desk.asker).get("/today/").json()["identities"]["own"]
    case = {"id": str(desk.case.pk), "reference": desk.case.reference}
    assert own == {"id": desk.asked["id"], "state": "approved", "case": case}
    assert api(second_custodian).get("/today/").json()["identities"]["to_decide"] == 0


def test_the_complainant_sees_on_the_receipt_page_that_the_name_was_shown(
    desk: Desk, partner_a: Partner, anonymous: Caller, api: Any
) -> None:
    identity = IdentityDetails(name=NAME, phone=PHONE)
    filed = file(partner_a, complainant_kind=ComplainantKind.CONFIDENTIAL, identity=identity)
    desk.case = filed.case
    receipt = {"number": filed.receipt.number, "secret": filed.receipt.secret}
    assert desk.ask(reason="court_order").status_code == 201
    desk.decide("approve")
    assert anonymous.post("/receipts/", receipt).json()["identity_looks"] == []
    desk.read()
    (look,) = anonymous.post("/receipts/", receipt).json()["identity_looks"]
    assert (look["kind"], look["reason"], look["role"]) == ("revealed", "court_order", "caseworker")
    assert desk.asker.name not in str(look)


def test_the_receipt_page_has_a_sentence_for_every_reason() -> None:
    assert set(IdentityLook.Reason) == set(SHOWN)
