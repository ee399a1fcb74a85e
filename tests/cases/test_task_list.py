"""What a person is promised about the work list: whose tasks, in which order, and what may be done."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, Task
from backend.cases.services import conflicts
from backend.cases.services.task_rules import reconcile
from backend.common import clock
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import assigned, opened, restricted, shared

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)
WORDS = "Telefono zonjës Drita"


@pytest.fixture(autouse=True)
def monday() -> Any:
    with clock.frozen(MONDAY):
        yield


def written(caller: Caller, case: Case, day: str = "2026-05-06", **more: Any) -> Any:
    answer = caller.post(f"/cases/{case.pk}/tasks/", {"title": WORDS, "due_on": day, **more})
    assert answer.status_code == 201, answer.json()
    return answer.json()


def listed(caller: Caller, **query: Any) -> list[Any]:
    return list(caller.get("/tasks/", query).json()["results"])


def test_a_task_is_written_found_and_done(case_of_arta: Case, api: Api, arta: User) -> None:
    me = api(arta)
    made = written(me, case_of_arta, assignee=str(arta.pk), due_time="14:30")
    assert (made["kind"], made["title"], made["due_time"]) == ("by_hand", WORDS, "14:30")
    assert listed(me) == [made]
    assert me.get("/tasks/count/").json()["week"] == {"count": 1, "capped": False}
    done = me.post(f"/tasks/{made['id']}/done/", if_match='"1"')
    assert (done.status_code, done.json()["state"], done.json()["done_by"]["name"]) == (200, "done", "Arta")
    assert (listed(me), done.json()["allowed_actions"]) == ([], [])
    again = me.post(f"/tasks/{made['id']}/done/", if_match="*")
    assert (again.status_code, again.json()["code"]) == (409, "task.ended")
    in_room = me.get(f"/cases/{case_of_arta.pk}/tasks/").json()["results"]
    assert [one["state"] for one in in_room] == ["done"]


def test_mine_is_mine_and_the_teams_is_everybodys_by_day(
    new_case: NewCase, api: Api, arta: User, luan: User
) -> None:
    case, me = opened(new_case(), arta), api(arta)
    late = written(me, case, "2026-05-20")
    early = written(me, case, "2026-05-05", assignee=str(arta.pk))
    assert [one["id"] for one in listed(me)] == [early["id"]]
    for caller in (me, api(luan)):
        assert [one["id"] for one in listed(caller, whose="team")] == [early["id"], late["id"]]
    assert [one["id"] for one in listed(me, whose="team", nobodys="true")] == [late["id"]]
    assert [one["id"] for one in listed(me, whose="team", due_until="2026-05-05")] == [early["id"]]
    assert [one["id"] for one in listed(me, whose="team", kind="hearing")] == []


def test_pages_follow_each_other_without_a_gap(new_case: NewCase, api: Api, arta: User) -> None:
    case, me = opened(new_case(), arta), api(arta)
    days = ("2026-05-09", "2026-05-05", "2026-05-05", "2026-05-07", "2026-05-05")
    made = sorted((written(me, case, day) for day in days), key=lambda one: (one["due_on"], one["id"]))
    found, query = [], {"whose": "team", "page_size": 2}
    page = me.get("/tasks/", query).json()
    while True:
        found += page["results"]
        if page["next"] is None:
            break
        page = me.get(page["next"].split("/api/v1")[1]).json()
    assert [one["id"] for one in found] == [one["id"] for one in made]
    wrong = me.get("/tasks/", {"cursor": "bmljZQ"})
    assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (400, "invalid_cursor")


def test_counts_tell_overdue_today_week_and_all(new_case: NewCase, api: Api, arta: User) -> None:
    case, me = opened(new_case(), arta), api(arta)
    for day in ("2026-05-01", "2026-05-04", "2026-05-05", "2026-05-11", "2026-05-12"):
        written(me, case, day)
    counts = me.get("/tasks/count/", {"whose": "team"}).json()
    assert {name: one["count"] for name, one in counts.items()} == {
        "overdue": 1,
        "today": 1,
        "week": 2,
        "open": 5,
    }


def test_counts_hold_the_tasks_of_restricted_cases_for_the_people_named_on_them(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User
) -> None:
    everybodys, hidden = opened(new_case(), arta), opened(new_case(), arta)
    for day in ("2026-05-01", "2026-05-04", "2026-05-11", "2026-05-12", "2026-06-01"):
        written(api(arta), everybodys, day)
        written(api(arta), hidden, day)
    restricted(hidden, [besa, luan], besa)
    counted = {"overdue": 1, "today": 1, "week": 1, "open": 5}
    for person, times in ((luan, 2), (arta, 1)):
        counts = api(person).get("/tasks/count/", {"whose": "team"}).json()
        assert {name: one["count"] for name, one in counts.items()} == {
            name: times * number for name, number in counted.items()
        }


def test_counts_end_at_a_limit_and_say_so(
    new_case: NewCase, api: Api, arta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.cases.page.tasks.CAP", 2)
    case, me = opened(new_case(), arta), api(arta)

    def told(**expected: tuple[int, bool]) -> None:
        counts = me.get("/tasks/count/", {"whose": "team"}).json()
        assert {name: (one["count"], one["capped"]) for name, one in counts.items()} == expected

    written(me, case, "2026-05-01")
    written(me, case, "2026-05-04")
    few = {"overdue": (1, False), "today": (1, False), "week": (0, False)}
    told(**few, open=(2, False))
    written(me, case, "2026-06-01")
    told(**few, open=(2, True))
    for _more in range(2):
        written(me, case, "2026-05-01")
    told(overdue=(2, True), today=(1, False), week=(0, False), open=(2, True))


def test_nobody_sees_the_task_of_a_case_that_he_may_not_read(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User, nino: User, observer: User, admin: User
) -> None:
    case = assigned(opened(new_case(), arta), arta)
    made = written(api(arta), case, assignee=str(arta.pk))
    restricted(case, [besa, luan], besa)
    for stranger in (arta, nino, observer, admin):
        caller = api(stranger)
        assert listed(caller) == listed(caller, whose="team") == []
        assert caller.get("/tasks/count/", {"whose": "team"}).json()["open"]["count"] == 0
        assert caller.get("/tasks/count/").json()["open"]["count"] == 0
        assert caller.get(f"/tasks/{made['id']}/").status_code == 404
        assert caller.post(f"/tasks/{made['id']}/done/", if_match="*").status_code == 404
    assert [one["id"] for one in listed(api(luan), whose="team")] == [made["id"]]
    assert api(luan).get("/tasks/count/", {"whose": "team"}).json()["open"]["count"] == 1


def test_an_index_that_was_not_brought_in_line_shows_nothing(
    new_case: NewCase, api: Api, arta: User, besa: User
) -> None:
    """The copied columns only propose: every row is asked for again."""
    case = assigned(opened(new_case(), arta), arta)
    hidden = [written(api(arta), case, assignee=str(arta.pk)) for _number in range(3)]
    open_one = written(api(arta), opened(new_case(), arta), "2026-06-01", assignee=str(arta.pk))
    restricted(case, [besa], besa)
    Task.objects.filter(pk__in=[one["id"] for one in hidden]).update(restricted=False, assignee=arta)
    for query in ({}, {"whose": "team"}):
        for size in (1, 50):
            answer = api(arta).get("/tasks/", {**query, "page_size": size}).json()
            assert [one["id"] for one in answer["results"]] == [open_one["id"]]
        assert api(arta).get("/tasks/count/", query).json()["open"]["count"] == 1


def test_a_partner_that_shares_the_case_sees_none_of_its_tasks(
    new_case: NewCase, api: Api, arta: User, besa: User, nino: User, partner_b: Partner
) -> None:
    case = opened(new_case(), arta)
    made = written(api(arta), case)
    shared(case, partner_b, besa)
    assert api(nino).get(f"/cases/{case.pk}/tasks/").json()["results"] == []
    assert listed(api(nino), whose="team") == []
    assert api(nino).get(f"/tasks/{made['id']}/").status_code == 404
    refused = api(nino).post(f"/cases/{case.pk}/tasks/", {"title": "x", "due_on": "2026-05-06"})
    assert refused.status_code == 403


def test_work_is_taken_by_oneself_and_given_by_a_coordinator(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User, observer: User
) -> None:
    made = written(api(arta), opened(new_case(), arta))
    there = f"/tasks/{made['id']}/"
    refused = api(arta).post(f"{there}assign/", {"assignee": str(luan.pk)}, if_match="*")
    assert refused.status_code == 403
    taken = api(arta).post(f"{there}take/", if_match='"1"').json()
    assert taken["assignee"]["name"] == "Arta"
    assert api(luan).post(f"{there}assign/", {"assignee": None}, if_match="*").status_code == 403
    back = api(arta).post(f"{there}assign/", {"assignee": None}, if_match="*").json()
    assert back["assignee"] is None
    given = api(besa).post(f"{there}assign/", {"assignee": str(luan.pk)}, if_match="*").json()
    assert given["assignee"]["name"] == "Luan"
    unfit = api(besa).post(f"{there}assign/", {"assignee": str(observer.pk)}, if_match="*")
    assert (unfit.status_code, unfit.json()["code"]) == (409, "case.not_assignable")
    assert api(arta).post(f"{there}take/", if_match='"1"').status_code == 412


def test_who_declared_a_conflict_of_interest_neither_sees_nor_is_given_a_task_of_the_case(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User
) -> None:
    case = opened(new_case(), arta)
    made = written(api(arta), case)
    conflicts.declare_conflict(case.pk, expected=None, actor=actor_of(luan))
    there = f"/tasks/{made['id']}/"
    assert api(luan).post(f"{there}take/", if_match="*").status_code == 404
    refused = api(besa).post(f"{there}assign/", {"assignee": str(luan.pk)}, if_match="*")
    assert (refused.status_code, refused.json()["code"]) == (409, "case.conflict_of_interest")


def test_a_rules_task_has_no_words_and_its_day_is_not_moved_by_hand(
    new_case: NewCase, api: Api, arta: User
) -> None:
    case = new_case()
    reconcile([case.pk])
    (shown,) = listed(api(arta), whose="team")
    assert (shown["title"], shown["made_by"]) == (None, "rule")
    assert shown["label"] == "Tell the complainant that the complaint has arrived"
    assert "change" not in shown["allowed_actions"]
    refused = api(arta).patch(f"/tasks/{shown['id']}/", {"due_on": "2026-06-01"}, if_match="*")
    assert (refused.status_code, refused.json()["code"]) == (409, "task.by_rule")
    assert api(arta).post(f"/tasks/{shown['id']}/drop/", if_match="*").json()["state"] == "dropped"
    reconcile([case.pk])
    assert listed(api(arta), whose="team") == []


def test_a_correction_is_told_without_its_words(new_case: NewCase, api: Api, arta: User) -> None:
    made = written(api(arta), opened(new_case(), arta))
    changed = api(arta).patch(f"/tasks/{made['id']}/", {"title": "Shkruaj."}, if_match='"1"').json()
    assert (changed["title"], changed["version"]) == ("Shkruaj.", 2)
    told = CaseEvent.objects.filter(action__startswith="task.").values_list("action", flat=True)
    assert list(told) == ["task.created", "task.changed"]
    for line in (*CaseEvent.objects.all(), *AuditEvent.objects.all()):
        assert "Drita" not in str(vars(line))


def test_a_program_sees_its_partners_tasks_and_has_none_of_its_own(
    new_case: NewCase, api: Api, arta: User, partner_a: Partner, client_of: Callable[..., Caller]
) -> None:
    with clock.frozen(timezone.now()):  # tokens run out by the real clock
        made = written(api(arta), opened(new_case(), arta))
        reader = client_of(partner_a, Role.CASEWORKER, ["cases:read"])
        assert [one["id"] for one in listed(reader, whose="team")] == [made["id"]]
        assert listed(reader) == []
        assert reader.post(f"/tasks/{made['id']}/done/", if_match="*").status_code == 403
        writer = client_of(partner_a, Role.CASEWORKER, ["cases:read", "cases:write"])
        assert writer.post(f"/tasks/{made['id']}/take/", if_match="*").status_code == 403


def test_who_works_for_several_partners_has_one_list(
    new_case: NewCase, api: Api, partner_b: Partner, arta: User, giorgi: User
) -> None:
    from tests.factories.partners import PartnerFactory, member

    person = member(partner_b, Role.CASEWORKER)
    others = [PartnerFactory() for _number in range(10)]
    for partner in others:
        member(partner, Role.CASEWORKER, user=person)
    made = [
        written(api(person), opened(new_case(partner=one, consent=False), person))
        for one in (partner_b, *others)
    ]
    assert {one["id"] for one in listed(api(person), whose="team")} == {one["id"] for one in made}
    assert api(person).get("/tasks/count/", {"whose": "team"}).json()["open"]["count"] == len(made)


def test_the_day_of_the_count_is_the_partners_own(new_case: NewCase, api: Api, arta: User) -> None:
    case = opened(new_case(), arta)
    written(api(arta), case, "2026-05-05")
    with clock.frozen(datetime(2026, 5, 4, 22, 30, tzinfo=UTC)):  # half past midnight in Tirana
        assert api(arta).get("/tasks/count/", {"whose": "team"}).json()["today"]["count"] == 1
