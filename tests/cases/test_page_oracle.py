"""Whatever was shared, restricted, filtered, searched or ordered: the page is what the plain rule says."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case, CaseEvent, CaseShare, CaseUserObjectPermission, Tag
from backend.cases.page import FACETS, NOBODY, CaseFilters, count_of_cases, facets_of_cases, page_of_cases
from backend.cases.partner_stages import SharedField
from backend.cases.search import index, postgres
from backend.cases.services import access
from backend.cases.stages import RUNNING, State
from backend.common import clock
from backend.common.folding import fold
from backend.common.kinds import CaseKind
from backend.partners.actors import Actor, ActorKind
from backend.partners.roles import ROLES, Role
from tests.factories import complaints as around
from tests.factories.cases import CaseFactory, refresh
from tests.factories.partners import PartnerFactory, UserFactory

CASES = 9
TODAY = date(2026, 5, 20)
MOMENT = datetime(2026, 5, 1, 8, tzinfo=UTC)
PARTNERS = range(3)
SUMMARIES = ("", "Priština: voda", "Вода у Приштини", "Kadastra Tiranë", "თბილისი", "Road 12", "Çertifikata")
SEARCHES = (
    None,
    *("vod", "prishtin", "Приштина", "adastr", "stin vod", "tbilisi", "r", "1", "12 road", "xyzzy", "qa"),
    *('"', "*", "NEAR(", "a OR b", "words:road", "road -kadast", "' & |", "!!!", "\x00road", "e" * 500),
)
HOW = settings(
    max_examples=50 * int(os.environ.get("DOSJA_TEST_DEPTH", "1")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

case_facts = st.fixed_dictionaries(
    {
        "owner": st.sampled_from(PARTNERS),
        "state": st.sampled_from([str(state) for state in State]),
        "kind": st.sampled_from([str(kind) for kind in CaseKind]),
        "severity": st.integers(1, 4),
        "category": st.none() | st.integers(0, 1),
        "institution": st.none() | st.integers(0, 1),
        "place": st.none() | st.integers(0, 1),
        "assignee": st.none() | st.integers(0, 1),
        "due": st.none() | st.integers(-2, 2),
        "minute": st.integers(0, 4),
        "changed": st.frozensets(st.integers(0, 4), max_size=2),
        "summary": st.sampled_from(SUMMARIES),
        "tagged": st.booleans(),
        "shares": st.frozensets(st.sampled_from(PARTNERS)),
        "ended": st.frozensets(st.sampled_from(PARTNERS)),
        # What the share with each partner opens, should there be one; "over": its last day has passed.
        "opens": st.tuples(*(st.sampled_from(["all", "all", "summary", "files", "over"]) for _ in PARTNERS)),
        "restricted": st.sampled_from([False, False, True]),
        "named": st.frozensets(st.integers(0, 1)),
    }
)
wanted_filters = st.fixed_dictionaries(
    {},
    optional={
        "states": st.frozensets(st.sampled_from([str(state) for state in State]), max_size=14),
        "kinds": st.frozensets(st.sampled_from([str(kind) for kind in CaseKind])),
        "severities": st.frozensets(st.integers(1, 4)),
        "categories": st.frozensets(st.integers(0, 1)),
        "institutions": st.frozensets(st.integers(0, 1)),
        "places": st.frozensets(st.integers(0, 1)),
        "assignee": st.sampled_from([0, 1, NOBODY]),
        "overdue": st.booleans(),
        "opened_from": st.integers(0, 4),
        "opened_before": st.integers(0, 4),
        "changed_after": st.integers(-1, 4),
        "owner": st.sampled_from(PARTNERS),
        "restricted": st.booleans(),
        "tag": st.just("urgent"),
    },
)
roles = st.dictionaries(st.sampled_from(PARTNERS), st.sampled_from(list(Role)), max_size=3)


@pytest.fixture
def world(db: None) -> SimpleNamespace:
    """Cases without a story of their own: every example gives them one and takes it back."""
    partners = [PartnerFactory() for _ in PARTNERS]
    people = [UserFactory() for _ in range(2)]
    cases = [
        CaseFactory(owner=partners[0], outcome="remedied", inadmissible_reason="too_late")
        for _ in range(CASES)
    ]
    return SimpleNamespace(
        partners=partners,
        people=people,
        cases=cases,
        categories=[around.category("one"), around.category("two")],
        institutions=[around.institution("al-one"), around.institution("al-two")],
        places=[around.place("al-one"), around.place("al-two")],
        tags=[Tag.objects.create(partner=one, name="Urgent", folded="urgent") for one in partners],
    )


@contextmanager
def told(world: SimpleNamespace, stories: list[dict[str, Any]]) -> Iterator[list[Case]]:
    with transaction.atomic():
        cases = world.cases[: len(stories)]
        Case.objects.exclude(pk__in=[case.pk for case in cases]).update(owner=PartnerFactory())
        for case, facts in zip(cases, stories, strict=True):
            tell(world, case, facts)
        yield cases
        transaction.set_rollback(True)


def tell(world: SimpleNamespace, case: Case, facts: dict[str, Any]) -> None:
    for name in ("state", "kind", "severity", "summary", "restricted"):
        setattr(case, name, facts[name])
    for name, rows in (
        ("category", world.categories),
        ("institution", world.institutions),
        ("place", world.places),
        ("assignee", world.people),
    ):
        setattr(case, name, None if facts[name] is None else rows[facts[name]])
    case.owner = world.partners[facts["owner"]]
    case.due_at = None if facts["due"] is None else TODAY + timedelta(days=facts["due"])
    case.opened_at = MOMENT + timedelta(minutes=facts["minute"])
    case.save()
    for minute in facts["changed"]:
        CaseEvent.objects.create(
            case=case, at=MOMENT + timedelta(minutes=minute), action="noted", actor_kind="system"
        )
    case.tags.set([world.tags[facts["owner"]]] if facts["tagged"] else [])
    for number in facts["shares"] | facts["ended"]:
        ended = None if number in facts["shares"] else MOMENT
        opens = facts["opens"][number]
        CaseShare.objects.create(
            case=case,
            partner=world.partners[number],
            ended_at=ended,
            ends_at=MOMENT if opens == "over" else None,
            fields=[opens] if opens in ("summary", "files") else None,
        )
    # As after a restriction that a fault left half done: names on an open case, shares of a restricted one.
    for number in facts["named"]:
        access.name_person(case, world.people[number])
    refresh(case)


def actor_with(world: SimpleNamespace, kind: ActorKind, held: dict[int, Role]) -> Actor:
    permissions = {world.partners[number].pk: ROLES[role] for number, role in held.items()}
    return Actor(kind, user=world.people[0], permissions=permissions)


def real(world: SimpleNamespace, wanted: dict[str, Any]) -> CaseFilters:
    """Numbers as the rows and moments they stand for."""
    made: dict[str, Any] = dict(wanted)
    for name in ("categories", "institutions", "places"):
        if name in made:
            made[name] = tuple(getattr(world, name)[number].pk for number in sorted(made[name]))
    if isinstance(made.get("assignee"), int):
        made["assignee"] = world.people[made["assignee"]].pk
    for name in ("opened_from", "opened_before", "changed_after"):
        if name in made:
            made[name] = MOMENT + timedelta(minutes=made[name])
    if "owner" in made:
        made["owner"] = world.partners[made["owner"]].pk
    return CaseFilters(**made)


def fits(case: Case, filters: CaseFilters) -> bool:
    late = case.state in RUNNING and case.due_at is not None and case.due_at < TODAY
    assigned = (
        case.assignee_id is None if filters.assignee == NOBODY else case.assignee_id == filters.assignee
    )
    checks = (
        filters.states is None or case.state in filters.states,
        not filters.kinds or case.kind in filters.kinds,
        not filters.severities or case.severity in filters.severities,
        filters.categories is None or case.category_id in filters.categories,
        filters.institutions is None or case.institution_id in filters.institutions,
        filters.places is None or case.place_id in filters.places,
        filters.assignee is None or assigned,
        filters.overdue is None or late == filters.overdue,
        filters.opened_from is None or case.opened_at >= filters.opened_from,
        filters.opened_before is None or case.opened_at < filters.opened_before,
        filters.changed_after is None or any(event.at > filters.changed_after for event in case.events.all()),
        filters.owner in (None, case.owner_id),
        filters.restricted in (None, case.restricted),
        filters.tag is None or any(tag.folded == filters.tag for tag in case.tags.all()),
    )
    return all(checks)


def found(cases: list[Case], search: str | None) -> list[Case]:
    """Beginnings of words, and where no case has them, fragments."""
    if search is None:
        return cases
    asked = list(dict.fromkeys(fold(search).split()))[:10]
    if not asked:
        return []
    return _holding(cases, asked, _begins) or _holding(cases, asked, _stands_in)


def _holding(cases: list[Case], asked: list[str], how: Callable[[str, str], bool]) -> list[Case]:
    if how is _stands_in and all(len(word) < 3 for word in asked):
        return []
    return [
        case
        for case in cases
        if all(any(how(word, here) for here in index.words_of(case).split()) for word in asked)
    ]


def _begins(word: str, here: str) -> bool:
    return here.startswith(word)


def _stands_in(word: str, here: str) -> bool:
    return word in here if len(word) >= 3 else here.startswith(word)


def in_order(cases: list[Case], order: str) -> list[UUID]:
    column = order.lstrip("-")
    if column == "due_at":
        cases = [case for case in cases if case.due_at is not None and case.state in RUNNING]
    ordered = sorted(cases, key=lambda case: (getattr(case, column), case.pk), reverse=order.startswith("-"))
    return [case.pk for case in ordered]


def walked(actor: Actor, filters: CaseFilters, **asked: Any) -> list[dict[str, Any]]:
    page = page_of_cases(actor, filters, **asked)
    rows = list(page.rows)
    while page.next:
        assert page.rows
        page = page_of_cases(actor, filters, cursor=page.next, **asked)
        rows += page.rows
    return rows


@HOW
@given(
    stories=st.lists(case_facts, min_size=4, max_size=CASES),
    kind=st.sampled_from([ActorKind.STAFF, ActorKind.STAFF, ActorKind.CLIENT]),
    held=roles,
    wanted=wanted_filters,
    order=st.sampled_from(["-opened_at", "opened_at", "due_at", "-due_at"]),
    size=st.integers(1, 5),
    search=st.sampled_from(SEARCHES),
    few=st.booleans(),
)
def test_the_page_is_what_the_plain_rule_says(
    world: SimpleNamespace,
    stories: list[dict[str, Any]],
    kind: ActorKind,
    held: dict[int, Role],
    wanted: dict[str, Any],
    order: str,
    size: int,
    search: str | None,
    few: bool,
) -> None:
    actor, filters = actor_with(world, kind, held), real(world, wanted)
    # PostgreSQL looks for words in another way where somebody has many cases.
    way = patch.object(postgres, "FEW", 10_000 if few else -1)
    with clock.frozen(datetime(2026, 5, 20, 12, tzinfo=UTC)), told(world, stories), way:
        readable = {case.pk for case in Case.objects.readable_by(actor)}
        summarised = {case.pk for case in Case.objects.readable_by(actor, SharedField.SUMMARY)}
        visible = Case.objects.visible_to(actor).prefetch_related("tags")
        shown = {case.pk for case in visible}
        if search is not None or filters.tag is not None:
            shown &= summarised
        if filters.assignee is not None or filters.changed_after is not None:
            shown &= readable
        held_cases = [case for case in visible if fits(case, filters) and case.pk in shown]
        listed = in_order(held_cases, order) if search is None else searched(held_cases, search, order)
        rows = walked(actor, filters, order=order, size=size, search=search)
        assert [row["id"] for row in rows] == listed
        assert {row["id"] for row in rows if row["readable"]} == readable & set(listed)
        assert {row["id"] for row in rows if row["summary"] is not None} == summarised & set(listed)
        assert all(row["assignee_id"] is None for row in rows if not row["readable"])
        counted = len(found(held_cases, search))
        assert count_of_cases(actor, filters, search) == (counted, False)
        assert count_of_cases(actor, filters, search, cap=2) == (min(counted, 2), counted > 2)


COUNTED = {
    **{"state": "state", "kind": "kind", "severity": "severity", "category": "category_id"},
    **{"institution": "institution_id", "place": "place_id", "owner": "owner_id", "assignee": "assignee_id"},
}


@HOW
@given(
    stories=st.lists(case_facts, min_size=4, max_size=CASES),
    kind=st.sampled_from([ActorKind.STAFF, ActorKind.STAFF, ActorKind.CLIENT]),
    held=roles,
    wanted=wanted_filters,
    search=st.sampled_from(SEARCHES),
)
def test_facets_count_what_the_list_shows(
    world: SimpleNamespace,
    stories: list[dict[str, Any]],
    kind: ActorKind,
    held: dict[int, Role],
    wanted: dict[str, Any],
    search: str | None,
) -> None:
    actor, filters = actor_with(world, kind, held), real(world, wanted)
    with clock.frozen(datetime(2026, 5, 20, 12, tzinfo=UTC)), told(world, stories):
        rows = walked(actor, filters, search=search)
        facets = facets_of_cases(actor, dict.fromkeys(FACETS, filters), search)
        for name, column in COUNTED.items():
            shown = [row[column] for row in rows if name != "assignee" or row["readable"]]
            texts = [None if one is None else str(one) for one in shown]
            assert _as_texts(facets[name].counts) == Counter(texts)
        assert sum(facets["stage"].counts.values()) == len(rows)
        late = [row for row in rows if row["state"] in RUNNING and row["due_at"] and row["due_at"] < TODAY]
        assert facets["overdue"].counts == ({"true": len(late)} if late else {})
        summarised = [row["id"] for row in rows if row["summarised"]]
        tagged = Case.objects.filter(pk__in=summarised, tags__folded="urgent").count()
        assert facets["tag"].counts == ({"Urgent": tagged} if tagged else {})


def _as_texts(counts: Mapping[str | None, int]) -> dict[str | None, int]:
    """Ids as Python writes them: SQLite leaves their dashes out."""
    return {str(UUID(one)) if one is not None and len(one) >= 32 else one: n for one, n in counts.items()}


def searched(cases: list[Case], search: str, order: str) -> list[UUID]:
    """Fragments are looked for where beginnings leave this very list empty."""
    if order.endswith("due_at"):
        kept = set(in_order(cases, order))
        cases = [case for case in cases if case.pk in kept]
    return in_order(found(cases, search), order)


@HOW
@given(stories=st.lists(case_facts, min_size=4, max_size=CASES), held=roles, kind=st.sampled_from(ActorKind))
def test_the_plain_rule_is_the_model(
    world: SimpleNamespace, stories: list[dict[str, Any]], held: dict[int, Role], kind: ActorKind
) -> None:
    """The oracle itself, against facts that no queryset computed."""
    actor = actor_with(world, kind, held)
    with told(world, stories) as cases:
        expected = set()
        for case, facts in zip(cases, stories, strict=True):
            sees = {number for number, role in held.items() if "view_cases" in ROLES[role]}
            if facts["restricted"]:
                opens = kind is ActorKind.STAFF and facts["owner"] in sees and 0 in facts["named"]
            else:
                running = {number for number in facts["shares"] if facts["opens"][number] != "over"}
                opens = facts["owner"] in sees or bool(sees & running)
            if opens:
                expected.add(case.pk)
        assert {case.pk for case in Case.objects.visible_to(actor)} == expected
        assert CaseUserObjectPermission.objects.count() == sum(len(facts["named"]) for facts in stories)
