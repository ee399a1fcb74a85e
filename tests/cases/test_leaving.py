"""Somebody leaves a partner: nothing stays with the person, nothing is lost, nobody sees more than before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from backend.cases.models import CalendarAddress, Case, CaseAccess, DigestWish, Task
from backend.cases.services import access, calendars, conflicts, digests, leaving, sharing, tasks
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import assigned, opened
from tests.factories.partners import member, membership_of

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
NewCase = Callable[..., Case]


def address(person: User, what: str) -> str:
    return f"/partners/pif/people/{person.pk}/{what}/"


@pytest.fixture
def vjosa(partner_a: Partner) -> User:
    """Another caseworker of A, who takes over."""
    return member(partner_a, Role.CASEWORKER, name="Vjosa")


def leaves(api: Api, besa: User, person: User, successor: User | None) -> Any:
    body = {"successor": str(successor.pk) if successor else None}
    return api(besa).post(address(person, "leave"), body, if_match="*")


def test_cases_and_tasks_go_to_the_colleague(
    api: Api, besa: User, arta: User, vjosa: User, case_of_arta: Case
) -> None:
    task = tasks.write_task(
        case_of_arta.pk, title="Telefono", due_on=date(2026, 12, 1), assignee=arta, actor=actor_of(arta)
    )
    assert api(besa).get(address(arta, "work")).json() == {"cases": 1, "tasks": 1, "named": 0}
    answer = leaves(api, besa, arta, vjosa)
    assert answer.status_code == 200, answer.json()
    assert answer.json() == {"cases": 1, "tasks": 1, "named": 0}
    case_of_arta.refresh_from_db()
    task.refresh_from_db()
    assert case_of_arta.assignee == task.assignee == vjosa
    assert actor_of(arta).permissions == {}
    last = case_of_arta.events.latest("pk")
    assert last.actor_id == besa.pk


def test_without_a_colleague_they_wait_for_whoever_comes_first(
    api: Api, besa: User, arta: User, case_of_arta: Case
) -> None:
    assert leaves(api, besa, arta, None).status_code == 200
    case_of_arta.refresh_from_db()
    assert case_of_arta.assignee is None
    assert not Task.objects.filter(assignee=arta, state="open").exists()


def test_a_colleague_with_a_conflict_of_interest_does_not_get_the_case(
    api: Api, besa: User, arta: User, vjosa: User, case_of_arta: Case
) -> None:
    conflicts.declare_conflict(case_of_arta.pk, expected=None, actor=actor_of(vjosa))
    leaves(api, besa, arta, vjosa)
    case_of_arta.refresh_from_db()
    assert case_of_arta.assignee is None


def test_a_restricted_case_is_lost_to_nobody(
    api: Api, besa: User, arta: User, vjosa: User, case_of_arta: Case
) -> None:
    """Arta alone is named: without a colleague she stays; with one, the colleague is named in her place."""
    sharing.restrict(case_of_arta.pk, people=[arta], expected=None, actor=actor_of(besa))
    refused = leaves(api, besa, arta, None)
    assert (refused.status_code, refused.json()["code"]) == (409, "member.successor_needed")
    assert actor_of(arta).permissions
    assert access.named_on(case_of_arta) == [arta.pk]
    assert leaves(api, besa, arta, vjosa).status_code == 200
    assert access.named_on(case_of_arta) == [vjosa.pk]
    assert not CaseAccess.objects.filter(principal=arta.pk).exists()
    for person, sees in ((vjosa, True), (arta, False), (besa, False)):
        assert Case.objects.visible_to(actor_of(person)).filter(pk=case_of_arta.pk).exists() is sees
    case_of_arta.refresh_from_db()
    assert case_of_arta.assignee == vjosa


def test_a_colleague_learns_nothing_of_a_restricted_case_that_others_still_work(
    api: Api, besa: User, arta: User, vjosa: User, luan: User, case_of_arta: Case
) -> None:
    sharing.restrict(case_of_arta.pk, people=[arta, luan], expected=None, actor=actor_of(besa))
    assert leaves(api, besa, arta, vjosa).status_code == 200
    assert access.named_on(case_of_arta) == [luan.pk]
    case_of_arta.refresh_from_db()
    assert case_of_arta.assignee is None


def test_the_person_is_signed_out_at_once(api: Api, besa: User, arta: User, nino: User) -> None:
    caller, other = api(arta), api(nino)
    assert caller.get("/me/").status_code == other.get("/me/").status_code == 200
    leaves(api, besa, arta, None)
    assert caller.get("/me/").status_code == 401
    assert other.get("/me/").status_code == 200


def test_work_for_another_partner_stays(
    api: Api, besa: User, arta: User, partner_b: Partner, new_case: NewCase
) -> None:
    member(partner_b, Role.CASEWORKER, arta)
    theirs = assigned(opened(new_case(partner=partner_b), arta), arta)
    leaves(api, besa, arta, None)
    theirs.refresh_from_db()
    assert theirs.assignee == arta
    assert set(actor_of(arta).permissions) == {partner_b.pk}


def test_the_last_coordinator_cannot_leave(api: Api, besa: User, partner_a: Partner) -> None:
    answer = leaves(api, besa, besa, None)
    assert (answer.status_code, answer.json()["code"]) == (409, "member.last_coordinator")
    assert actor_of(besa).permissions


def test_work_goes_to_nobody_who_cannot_do_it(
    api: Api, besa: User, arta: User, nino: User, observer: User, case_of_arta: Case
) -> None:
    for heir in (nino, observer, arta):
        answer = leaves(api, besa, arta, heir)
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == "successor"
    case_of_arta.refresh_from_db()
    assert case_of_arta.assignee == arta


def test_for_others_than_the_coordinator_there_is_nothing_to_end(
    api: Api, arta: User, giorgi: User, besa: User, partner_a: Partner
) -> None:
    for caller in (arta, giorgi):
        assert api(caller).post(address(besa, "leave"), {}, if_match="*").status_code == 404
        assert api(caller).get(address(besa, "work")).status_code == 404


def test_nothing_more_is_sent_to_who_works_nowhere_any_more(
    api: Api, besa: User, arta: User, nino: User, partner_b: Partner
) -> None:
    """The secret address of a calendar closes and the daily mail ends; work elsewhere keeps both."""
    for person in (arta, nino):
        calendars.make_calendar(actor=actor_of(person))
        digests.choose_digest(is_on=True, expected=None, actor=actor_of(person))
    member(Partner.objects.get(slug="pif"), Role.OBSERVER, nino)
    for person in (arta, nino):
        assert leaves(api, besa, person, None).status_code == 200
    assert CalendarAddress.objects.get(user=arta).ended_at is not None
    assert CalendarAddress.objects.get(user=nino).ended_at is None
    assert [DigestWish.objects.get(user=person).is_on for person in (arta, nino)] == [False, True]


def test_one_leaves_by_oneself_and_the_work_goes_to_the_colleague(
    api: Api, arta: User, vjosa: User, case_of_arta: Case
) -> None:
    caller = api(arta)
    answer = caller.post("/me/partners/pif/leave/", {"successor": str(vjosa.pk)})
    assert answer.json() == {"cases": 1, "tasks": 0, "named": 0}
    case_of_arta.refresh_from_db()
    assert case_of_arta.assignee == vjosa
    assert caller.get("/me/").status_code == 401
    assert actor_of(arta).permissions == {}


def test_nobody_leaves_what_he_does_not_belong_to_and_the_last_coordinator_stays(
    api: Api, nino: User, besa: User, partner_a: Partner
) -> None:
    assert api(nino).post("/me/partners/pif/leave/", {}).status_code == 404
    answer = api(besa).post("/me/partners/pif/leave/", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "member.last_coordinator")


def test_a_case_does_not_stay_with_somebody_whose_last_role_was_ended(
    api: Api, besa: User, arta: User, vjosa: User, case_of_arta: Case
) -> None:
    written = {"title": "Telefono", "due_on": date(2026, 12, 1), "assignee": arta}
    task = tasks.write_task(case_of_arta.pk, **written, actor=actor_of(arta))
    assert leaving.release_forgotten_work() == 0
    membership = membership_of(arta, Partner.objects.get(slug="pif"))
    api(besa).post(f"/partners/pif/members/{membership.pk}/end/", if_match="*")
    assert leaving.release_forgotten_work() == 2
    case_of_arta.refresh_from_db()
    task.refresh_from_db()
    assert case_of_arta.assignee is None
    assert task.assignee is None
    assert leaving.release_forgotten_work() == 0


def test_a_token_is_dead_at_once_when_its_program_is_ended(
    api: Api, besa: User, client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    program = client_of(partner_a, Role.CASEWORKER, ["cases:read"])
    assert program.get("/cases/").status_code == 200
    client = api(besa).get("/partners/pif/clients/").json()["results"][0]["client_id"]
    api(besa).post(f"/partners/pif/clients/{client}/end/", if_match="*")
    assert program.get("/cases/").status_code == 401
