"""What is promised of a step on many cases: each is done whole, or refused with its reason."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.services import bulk, conflicts, work
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.cases import CaseFactory
from tests.factories.partners import member

Api = Callable[[User], Caller]


def chosen(*cases: Case) -> list[dict[str, Any]]:
    return [{"id": str(case.pk), "version": case.version} for case in cases]


def codes(answer: Any) -> list[str | None]:
    assert answer.status_code == 200, answer.content
    return [None if one["done"] else one["code"] for one in answer.json()["results"]]


@pytest.fixture
def cases(partner_a: Partner) -> list[Case]:
    return [CaseFactory(owner=partner_a, state="open") for _ in range(3)]


def test_each_case_is_done_or_refused_for_itself(
    api: Api, besa: User, arta: User, partner_a: Partner, partner_b: Partner, cases: list[Case]
) -> None:
    """Stale, somebody else's, in conflict: the others are done all the same."""
    fine, stale, conflict = cases
    strange = CaseFactory(owner=partner_b)
    Case.objects.filter(pk=stale.pk).update(version=7)
    conflicts.declare_conflict(conflict.pk, expected=None, actor=actor_of(arta))
    conflict.refresh_from_db()
    body = {"cases": chosen(strange, stale, conflict, fine), "assignee": str(arta.pk)}
    answer = api(besa).post("/cases/assign/", body)
    assert codes(answer) == ["not_found", "stale", "case.conflict_of_interest", None]
    assert [case.assignee for case in Case.objects.filter(pk__in=[stale.pk, conflict.pk])] == [None, None]
    fine.refresh_from_db()
    assert (fine.assignee, answer.json()["results"][3]["version"]) == (arta, fine.version)
    assert AuditEvent.objects.filter(action="case.assigned").count() == 1


def test_a_role_that_may_not_is_told_so_case_by_case(api: Api, arta: User, cases: list[Case]) -> None:
    other = member(cases[0].owner, Role.CASEWORKER)
    work.assign(cases[0].pk, assignee=other, expected=None, actor=actor_of(other))
    cases[0].refresh_from_db()
    body = {"cases": chosen(*cases[:2]), "assignee": str(arta.pk)}
    # Nobody's may be taken; one that somebody has only a coordinator gives away.
    assert codes(api(arta).post("/cases/assign/", body)) == ["not_allowed", None]


def test_a_request_that_comes_twice_changes_nothing_twice(api: Api, besa: User, cases: list[Case]) -> None:
    body = {"cases": chosen(*cases), "add": ["Ujë"]}
    assert codes(api(besa).post("/cases/tag/", body)) == [None] * 3
    assert codes(api(besa).post("/cases/tag/", body)) == ["stale"] * 3
    assert AuditEvent.objects.filter(action="case.tagged").count() == 3


def test_tags_are_added_and_taken_away_beside_those_that_stay(
    api: Api, besa: User, cases: list[Case]
) -> None:
    first, second, _third = cases
    work.set_tags(first.pk, names=["toka", "rruga"], expected=None, actor=actor_of(besa))
    first.refresh_from_db()
    body = {"cases": chosen(first, second), "add": ["Ujë", "TOKA"], "remove": ["Rruga"]}
    assert codes(api(besa).post("/cases/tag/", body)) == [None, None]
    assert sorted(tag.name for tag in first.tags.all()) == ["Ujë", "toka"]
    assert sorted(tag.name for tag in second.tags.all()) == ["Ujë", "toka"]


def test_a_case_that_has_the_tags_already_stays_as_it_is(api: Api, besa: User, cases: list[Case]) -> None:
    work.set_tags(cases[0].pk, names=["toka"], expected=None, actor=actor_of(besa))
    cases[0].refresh_from_db()
    answer = api(besa).post("/cases/tag/", {"cases": chosen(cases[0]), "add": ["Toka"]})
    assert answer.json()["results"] == [{"id": str(cases[0].pk), "done": True, "version": cases[0].version}]


def test_too_many_tags_are_refused_for_that_case_alone(api: Api, besa: User, cases: list[Case]) -> None:
    full = [f"word{number}" for number in range(20)]
    work.set_tags(cases[0].pk, names=full, expected=None, actor=actor_of(besa))
    cases[0].refresh_from_db()
    body = {"cases": chosen(*cases[:2]), "add": ["one more"]}
    assert codes(api(besa).post("/cases/tag/", body)) == ["case.too_many_tags", None]


def test_a_row_that_others_hold_is_told_and_the_rest_goes_on(
    besa: User, cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = work.assign

    def held(case_id: Any, **given: Any) -> Case:
        if case_id == cases[0].pk:
            raise OperationalError("database is locked")
        return honest(case_id, **given)

    monkeypatch.setattr(work, "assign", held)
    asked = [bulk.Chosen(case.pk, case.version) for case in cases]
    done = bulk.assign_many(asked, assignee=besa, actor=actor_of(besa))
    assert [one.problem.code if one.problem else None for one in done] == ["busy", None, None]


def test_a_hundred_and_no_more(api: Api, besa: User, cases: list[Case]) -> None:
    many = chosen(cases[0]) * 101
    assert api(besa).post("/cases/assign/", {"cases": many, "assignee": None}).status_code == 400
    # The same one twice is one.
    twice = api(besa).post("/cases/assign/", {"cases": many[:2], "assignee": None})
    assert len(twice.json()["results"]) == 1
