"""What a list of cases shows on request, and what its filters would find."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case, Tag
from backend.cases.page import facets, facets_of_cases
from backend.cases.page.filters import CaseFilters
from backend.cases.services import work
from backend.cases.services.tasks import write_task
from backend.complaints.models import Message
from backend.complaints.services.messages import write_message
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import SENTENCE, restricted, sent, shared
from tests.factories.cases import CaseFactory
from tests.factories.directory import CategoryFactory

Api = Callable[[User], Caller]
EXTRAS = {"extra": ["tags", "unread", "waits_for", "next_task", "changed_at"]}


def counts(caller: Caller, facet: str, **query: Any) -> dict[str, int]:
    answer = caller.get("/cases/facets/", {"facet": facet, **query})
    assert answer.status_code == 200, answer.content
    (found,) = answer.json()["facets"]
    return {one["value"]: one["count"] for one in found["values"]}


def test_a_row_tells_what_the_table_wants(api: Api, arta: User, case_of_arta: Case, ten_days: Any) -> None:
    sent(case_of_arta, arta, deadline_rule=ten_days)
    work.retag(case_of_arta.pk, add=["Ujë", "toka"], remove=[], expected=None, actor=actor_of(arta))
    assert case_of_arta.complaint is not None
    for _ in range(2):
        write_message(
            complaint=case_of_arta.complaint,
            sender=Message.Sender.COMPLAINANT,
            text=SENTENCE,
            actor=Actor.complainant(case_of_arta.pk),
        )
    due_on = date(2026, 1, 2)
    write_task(case_of_arta.pk, title=SENTENCE, due_on=due_on, assignee=arta, actor=actor_of(arta))
    (row,) = api(arta).get("/cases/", EXTRAS).json()["results"]
    case = Case.objects.get(pk=case_of_arta.pk)
    assert (row["tags"], row["unread"]) == (["toka", "Ujë"], 2)
    assert row["waits_for"]["institution"]["code"] == "al-cadastre"
    assert row["waits_for"]["due_at"] == str(case.due_at)
    assert (row["waits_for"]["running"], row["next_task"]["due_on"]) == (1, "2026-01-02")
    assert row["changed_at"] is not None


def test_a_plain_list_stays_as_cheap_as_it_was(api: Api, arta: User, case_of_arta: Case) -> None:
    (row,) = api(arta).get("/cases/").json()["results"]
    assert {row[name] for name in ("unread", "waits_for", "next_task", "changed_at")} == {None}
    assert row["tags"] is None


def test_extras_cost_the_same_for_one_row_and_for_thirty(api: Api, arta: User, partner_a: Partner) -> None:
    caller, asked = api(arta), {**EXTRAS, "page_size": 50}

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert caller.get("/cases/", asked).status_code == 200
        return len(caught)

    CaseFactory(owner=partner_a)
    queries()
    one = queries()
    for _ in range(29):
        CaseFactory(owner=partner_a)
    assert queries() == one


def test_extras_are_for_those_who_read(
    api: Api, arta: User, besa: User, observer: User, giorgi: User, partner_b: Partner, case_of_arta: Case
) -> None:
    work.retag(case_of_arta.pk, add=["toka"], remove=[], expected=None, actor=actor_of(arta))
    shared(case_of_arta, partner_b, besa)
    (own,) = api(arta).get("/cases/", EXTRAS).json()["results"]
    (seen,) = api(observer).get("/cases/", EXTRAS).json()["results"]
    (other,) = api(giorgi).get("/cases/", EXTRAS).json()["results"]
    assert own["tags"] == other["tags"] == ["toka"]
    assert [seen[name] for name in EXTRAS["extra"]] == [None] * 5


def test_a_filter_is_counted_under_all_the_others(api: Api, arta: User, partner_a: Partner) -> None:
    for state, kind in (("open", "corruption"), ("open", "judiciary"), ("triage", "corruption")):
        CaseFactory(owner=partner_a, state=state, kind=kind)
    me = api(arta)
    assert counts(me, "state", kind="corruption") == {"open": 1, "triage": 1}
    assert counts(me, "state", kind="corruption", state="open") == {"open": 1, "triage": 1}
    assert counts(me, "kind", state="open") == {"corruption": 1, "judiciary": 1}
    assert counts(me, "stage") == {"intake": 1, "referral": 2}
    assert counts(me, "stage", stage="intake") == {"intake": 1, "referral": 2}
    assert counts(me, "assignee", assignee="me") == {"nobody": 3}


def test_a_category_counts_what_lies_below_it(api: Api, arta: User, partner_a: Partner) -> None:
    above = CategoryFactory()
    below = CategoryFactory(parent=above)
    CaseFactory(owner=partner_a, category=below)
    assert counts(api(arta), "category") == {above.code: 1, below.code: 1}


def test_an_observer_learns_no_people_and_no_tags_from_counts(
    api: Api, observer: User, arta: User, partner_a: Partner
) -> None:
    tag = Tag.objects.create(partner=partner_a, name="Urgent", folded="urgent")
    CaseFactory(owner=partner_a, assignee=arta, tags=[tag])
    seen = api(observer)
    assert counts(seen, "state") == {"received": 1}
    assert counts(seen, "assignee") == counts(seen, "tag") == {}


def test_a_restricted_case_counts_for_the_people_named_on_it_only(
    api: Api, arta: User, besa: User, case_of_arta: Case
) -> None:
    restricted(case_of_arta, [besa], besa)
    assert counts(api(arta), "state") == {}
    assert counts(api(besa), "state") == {"open": 1}


def test_a_list_that_is_not_read_to_its_end_says_at_least(
    arta: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "MOST_READ", 2)
    for _ in range(3):
        CaseFactory(owner=partner_a)
    found = facets_of_cases(actor_of(arta), {"state": CaseFilters()})["state"]
    assert found.told(found.counts["received"]) == (2, True)


def test_facets_that_are_alike_are_one_query(api: Api, arta: User, partner_a: Partner) -> None:
    CaseFactory(owner=partner_a)
    caller, asked = api(arta), {"facet": ["state", "stage", "kind", "severity", "overdue", "tag"]}
    caller.get("/cases/facets/", asked)
    with CaptureQueriesContext(connection) as caught:
        caller.get("/cases/facets/", asked)
    assert len([one for one in caught if "cases_case" in one["sql"]]) == 1
