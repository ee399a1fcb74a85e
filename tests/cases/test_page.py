"""The list of cases: who sees what, in which order, a page at a time, in one query."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from backend.cases.models import Case, CaseAccess, CaseShare, Tag
from backend.cases.page import NOBODY, CaseFilters, Page, count_of_cases, page_of_cases
from backend.common import clock
from backend.common.errors import Invalid
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.factories.cases import CaseFactory, refresh
from tests.factories.partners import PartnerFactory, member, suspended

NONE = CaseFilters()


def seen(actor: Actor, filters: CaseFilters = NONE, **asked: Any) -> list[Any]:
    return [row["id"] for row in page_of_cases(actor, filters, **asked).rows]


def pages(actor: Actor, filters: CaseFilters = NONE, **asked: Any) -> Iterator[Page]:
    page = page_of_cases(actor, filters, **asked)
    yield page
    while page.next:
        page = page_of_cases(actor, filters, cursor=page.next, **asked)
        yield page


def walked(actor: Actor, filters: CaseFilters = NONE, **asked: Any) -> list[Any]:
    return [row["id"] for page in pages(actor, filters, **asked) for row in page.rows]


def test_a_caseworker_sees_own_cases_newest_first(arta: User, partner_a: Partner) -> None:
    first, second = CaseFactory(owner=partner_a), CaseFactory(owner=partner_a)
    assert seen(actor_of(arta)) == [second.pk, first.pk]


def test_a_stranger_sees_nothing(nino: User, partner_a: Partner) -> None:
    CaseFactory(owner=partner_a)
    assert seen(actor_of(nino)) == []
    assert count_of_cases(actor_of(nino), NONE) == (0, False)


def test_a_share_opens_the_case_until_it_ends(nino: User, partner_a: Partner, partner_b: Partner) -> None:
    case = CaseFactory(owner=partner_a, shared_with=[partner_b])
    assert seen(actor_of(nino)) == [case.pk]
    CaseShare.objects.update(ended_at=clock.now())
    refresh(case)
    assert seen(actor_of(nino)) == []


def test_a_restricted_case_shows_to_the_people_named_on_it_only(
    arta: User, besa: User, partner_a: Partner
) -> None:
    case = CaseFactory(owner=partner_a, named=[besa])
    assert seen(actor_of(arta)) == []
    assert seen(actor_of(besa)) == [case.pk]


def test_being_named_ends_with_the_role(besa: User, partner_a: Partner) -> None:
    case = CaseFactory(owner=partner_a, named=[besa])
    suspended(partner_a)
    assert seen(actor_of(besa)) == []
    assert not Case.objects.visible_to(actor_of(besa)).filter(pk=case.pk).exists()
    member(PartnerFactory(), Role.CASEWORKER, user=besa)
    assert seen(actor_of(besa)) == []
    assert count_of_cases(actor_of(besa), NONE) == (0, False)
    assert not Case.objects.visible_to(actor_of(besa)).filter(pk=case.pk).exists()


@pytest.mark.parametrize("what", ["restricted", "share ended"])
def test_a_row_that_outlived_its_reason_shows_nothing(
    nino: User, partner_a: Partner, partner_b: Partner, what: str
) -> None:
    kept = CaseFactory(owner=partner_a, shared_with=[partner_b])
    stale = CaseFactory(owner=partner_a, shared_with=[partner_b])
    # As a fault would leave it: the row of the exception and of the search stay behind.
    if what == "restricted":
        Case.objects.filter(pk=stale.pk).update(restricted=True)
    else:
        CaseShare.objects.filter(case=stale).update(ended_at=clock.now())
    assert CaseAccess.objects.filter(case=stale, principal=partner_b.pk).exists()
    for asked in ({}, {"search": kept.owner.prefix}):
        assert seen(actor_of(nino), **asked) == [kept.pk]
        assert walked(actor_of(nino), size=1, **asked) == [kept.pk]
        assert count_of_cases(actor_of(nino), NONE, asked.get("search")) == (1, False)


def test_a_cursor_never_names_a_row_that_was_held_back(
    nino: User, partner_a: Partner, partner_b: Partner
) -> None:
    old, *stale = (CaseFactory(owner=partner_a, shared_with=[partner_b]) for _ in range(4))
    Case.objects.filter(pk__in=[case.pk for case in stale]).update(restricted=True)
    new = CaseFactory(owner=partner_a, shared_with=[partner_b])
    assert [[row["id"] for row in page.rows] for page in pages(actor_of(nino), size=2)] == [
        [new.pk],
        [old.pk],
    ]


def test_a_case_that_comes_two_ways_comes_once(arta: User, partner_a: Partner, partner_b: Partner) -> None:
    member(partner_b, Role.CASEWORKER, user=arta)
    case = CaseFactory(owner=partner_a, shared_with=[partner_b])
    assert seen(actor_of(arta)) == [case.pk]
    assert count_of_cases(actor_of(arta), NONE) == (1, False)


def test_people_without_cases_cost_no_query(
    admin: User, dafina: User, django_assert_num_queries: Callable[..., Any]
) -> None:
    CaseFactory()
    actors = [actor_of(admin), actor_of(dafina), Actor.nobody(), Actor.system()]
    with django_assert_num_queries(0):
        for actor in actors:
            assert page_of_cases(actor, NONE) == Page([], None)
            assert page_of_cases(actor, NONE, search="pif") == Page([], None)
            assert count_of_cases(actor, NONE) == (0, False)


def test_an_observer_gets_rows_without_words_and_people(
    observer: User, arta: User, partner_a: Partner
) -> None:
    CaseFactory(owner=partner_a, summary="Land certificate", assignee=arta)
    (row,) = page_of_cases(actor_of(observer), NONE).rows
    assert (row["readable"], row["summary"], row["assignee_id"]) == (False, None, None)
    (row,) = page_of_cases(actor_of(arta), NONE).rows
    assert (row["readable"], row["summary"], row["assignee_id"]) == (True, "Land certificate", arta.pk)


def test_who_reads_at_one_partner_and_observes_at_another_gets_each_row_as_due(
    observer: User, partner_a: Partner, partner_b: Partner
) -> None:
    member(partner_b, Role.CASEWORKER, user=observer)
    CaseFactory(owner=partner_a, summary="words")
    CaseFactory(owner=partner_b, summary="words")
    CaseFactory(owner=partner_a, summary="words", shared_with=[partner_b])
    rows = page_of_cases(actor_of(observer), NONE).rows
    assert [row["readable"] for row in rows] == [True, True, False]


def test_an_observer_learns_nothing_by_filtering_or_searching(
    observer: User, arta: User, partner_a: Partner
) -> None:
    tag = Tag.objects.create(partner=partner_a, name="Mayor", folded="mayor")
    CaseFactory(owner=partner_a, summary="Land certificate", assignee=arta, tags=[tag])
    actor = actor_of(observer)
    for filters in (CaseFilters(assignee=arta.pk), CaseFilters(assignee=NOBODY), CaseFilters(tag="mayor")):
        assert seen(actor, filters) == []
        assert count_of_cases(actor, filters) == (0, False)
    assert seen(actor, search="land") == []
    assert count_of_cases(actor, NONE, "land") == (0, False)


def test_pages_join_without_gap_or_repeat(arta: User, partner_a: Partner, partner_b: Partner) -> None:
    same = clock.now()
    cases = [CaseFactory(owner=partner_a, opened_at=same) for _ in range(4)]
    cases += [CaseFactory(owner=partner_b, opened_at=same, shared_with=[partner_a]) for _ in range(3)]
    found = walked(actor_of(arta), size=2)
    assert found == sorted((case.pk for case in cases), reverse=True)
    assert walked(actor_of(arta), size=2, order="opened_at") == found[::-1]


def test_the_order_of_terms_holds_running_cases_with_a_term(arta: User, partner_a: Partner) -> None:
    later = CaseFactory(owner=partner_a, state="open", due_at=date(2026, 6, 2))
    sooner = CaseFactory(owner=partner_a, state="referred", due_at=date(2026, 6, 1))
    CaseFactory(owner=partner_a, state="open")
    CaseFactory(owner=partner_a, state="duplicate", due_at=date(2026, 6, 1))
    assert walked(actor_of(arta), order="due_at", size=1) == [sooner.pk, later.pk]
    assert walked(actor_of(arta), order="-due_at", size=1) == [later.pk, sooner.pk]


@pytest.mark.parametrize(
    "cursor", ["", "x", "AAAA", "💥", "a" * 300, "LW9wZW5lZF9hdCBhbGwgeCB5", "====", "\x00", "%00"]
)
def test_a_cursor_written_by_hand_is_refused(arta: User, cursor: str) -> None:
    with pytest.raises(Invalid) as refused:
        page_of_cases(actor_of(arta), NONE, cursor=cursor)
    assert refused.value.errors[0].code == "invalid_cursor"


def test_a_cursor_fits_only_the_list_that_gave_it(arta: User, partner_a: Partner) -> None:
    for _ in range(2):
        CaseFactory(owner=partner_a, state="open", due_at=date(2026, 6, 2))
    cursor = page_of_cases(actor_of(arta), NONE, size=1).next
    assert cursor
    for asked in ({"order": "opened_at"}, {"order": "due_at"}, {"search": "pif"}):
        with pytest.raises(Invalid):
            page_of_cases(actor_of(arta), NONE, cursor=cursor, **asked)


def test_an_order_without_an_index_is_refused(arta: User) -> None:
    with pytest.raises(Invalid):
        page_of_cases(actor_of(arta), NONE, order="summary")


def test_overdue_is_past_its_term_and_still_in_work(arta: User, partner_a: Partner) -> None:
    today = clock.now().date()
    late = CaseFactory(owner=partner_a, state="open", due_at=today - timedelta(days=1))
    others = [
        CaseFactory(owner=partner_a, state="open", due_at=today),
        CaseFactory(owner=partner_a, state="open"),
        CaseFactory(owner=partner_a, state="duplicate", due_at=today - timedelta(days=1)),
    ]
    assert seen(actor_of(arta), CaseFilters(overdue=True)) == [late.pk]
    assert seen(actor_of(arta), CaseFilters(overdue=False)) == [case.pk for case in others[::-1]]


def test_counts_stop_at_their_cap(arta: User, partner_a: Partner, partner_b: Partner) -> None:
    for _ in range(3):
        CaseFactory(owner=partner_a)
    CaseFactory(owner=partner_b, shared_with=[partner_a])
    assert count_of_cases(actor_of(arta), NONE) == (4, False)
    assert count_of_cases(actor_of(arta), NONE, cap=4) == (4, False)
    assert count_of_cases(actor_of(arta), NONE, cap=3) == (3, True)


@pytest.mark.parametrize("partners", [1, 8, 9, 30])
def test_a_page_is_one_query_for_any_number_of_partners(
    partners: int, arta: User, django_assert_num_queries: Callable[..., Any]
) -> None:
    owners = [PartnerFactory() for _ in range(partners)]
    for owner in owners:
        member(owner, Role.CASEWORKER, user=arta)
    cases = [CaseFactory(owner=owner, state="open", summary="Road").pk for owner in owners]
    actor = actor_of(arta)
    for filters in (NONE, CaseFilters(states={"open", "triage"})):
        with django_assert_num_queries(1):
            assert seen(actor, filters) == cases[::-1]
        with django_assert_num_queries(1):
            assert count_of_cases(actor, filters) == (partners, False)
    # PostgreSQL is asked before how many cases it looks through.
    with django_assert_num_queries(2 if connection.vendor == "postgresql" else 1):
        assert seen(actor, search="road") == cases[::-1]


def test_more_partners_than_sqlite_takes_in_one_statement(
    arta: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.cases.page.branches.MOST_IN_SQLITE", 1)
    case, other = CaseFactory(owner=partner_a, state="open"), CaseFactory(owner=partner_a, state="triage")
    assert seen(actor_of(arta), CaseFilters(states={"open", "triage"})) == [other.pk, case.pk]


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL's plans hang on numbers; make bench shows them"
)
@pytest.mark.parametrize(
    ("filters", "order", "index"),
    [
        (NONE, "-opened_at", "case_page"),
        (NONE, "opened_at", "case_page"),
        (CaseFilters(states={"open"}), "-opened_at", "case_page_by_state"),
        (NONE, "due_at", "case_due"),
        (NONE, "-due_at", "case_due"),
    ],
)
def test_a_page_walks_the_index_made_for_it(
    arta: User, filters: CaseFilters, order: str, index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.cases.page import listing
    from backend.cases.sql import Piece, rows_of

    asked: list[Piece] = []
    monkeypatch.setattr(listing, "rows_of", lambda piece: asked.append(piece) or [])
    page_of_cases(actor_of(arta), filters, order=order)
    plan = [str(row) for row in rows_of(Piece("EXPLAIN QUERY PLAN " + asked[0].text, asked[0].values))]
    assert any(f"INDEX {index} " in line for line in plan), plan
    assert any("INDEX access_page" in line for line in plan), plan
    assert not any("SCAN c" in line for line in plan), plan
