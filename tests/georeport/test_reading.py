"""Whoever asks without a key reads what a coordinator published, field by field, and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case, PublicSummary
from backend.cases.services.erasing import erase_case
from backend.cases.stages import PUBLICLY_CLOSED, PUBLISHABLE, State
from backend.common import clock
from backend.common.kinds import SENSITIVE_KINDS, CaseKind
from backend.complaints.models import Consent
from backend.directory import lookups
from backend.directory.kinds import PlaceLevel
from backend.directory.models import Category
from backend.georeport.services.tokens import token_of
from backend.partners.models import Partner, User
from tests.factories import complaints as filing
from tests.factories.directory import PlaceFactory
from tests.georeport.conftest import AGREED, SECRETS, TEXT, published
from tests.georeport.door import Door

NewCase = Callable[..., Case]
LONG_AGO, LATER = "2000-01-01T00:00:00Z", "2000-03-01T00:00:00Z"


def test_a_published_summary_is_read_without_a_key(door: Door, summary: PublicSummary) -> None:
    status, found = door.get("requests", jurisdiction_id="pif")
    assert (status, len(found)) == (200, 1)
    shown = found[0]
    assert (shown["service_request_id"], shown["description"]) == (str(summary.pk), f"Pritje\n\n{TEXT}")
    assert (shown["status"], shown["service_code"], shown["service_name"]) == ("open", "waste", "Waste")
    assert door.get(f"requests/{summary.pk}", jurisdiction_id="pif") == (200, found)


def test_no_other_word_of_the_case_is_in_any_answer(
    door: Door, new_case: NewCase, waste: Category, arta: User, besa: User
) -> None:
    complained = timezone.now() - timedelta(days=40)
    with clock.frozen(complained):
        case = new_case(category="waste", consents=(filing.PROCESSING, AGREED), **SECRETS)
    summary = published(case, arta, besa)
    told = str([door.get(path, jurisdiction_id="pif") for path in ("requests", f"requests/{summary.pk}")])
    assert str(summary.pk) in told
    for secret in (*SECRETS.values(), case.reference, str(case.pk), str(case.complaint_id), "Arta", "Besa"):
        assert secret not in told
    # Nor when somebody complained.
    assert f"{complained:%Y-%m-%d}" not in told


def test_a_place_is_the_one_that_was_written_for_the_public(
    door: Door, new_case: NewCase, waste: Category, arta: User, besa: User
) -> None:
    town = PlaceFactory(code="al-kukes", level=PlaceLevel.MUNICIPALITY, names={"en": "Kukës"})
    lookups.forget()
    case = new_case(category="waste", consents=(filing.PROCESSING, AGREED))
    published(case, arta, besa, place=town)
    shown = door.get("requests", jurisdiction_id="pif")[1][0]
    assert (shown["address"], shown["address_id"]) == ("Kukës", "al-kukes")


def test_a_list_costs_the_same_for_one_and_for_ten(
    door: Door, summary: PublicSummary, new_case: NewCase, arta: User, besa: User
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            door.client.get("/open311/v2/requests.json", {"jurisdiction_id": "pif"})
        return len(seen)

    queries()
    before = queries()
    for _ in range(3):
        published(new_case(category="waste", consents=(filing.PROCESSING, AGREED)), arta, besa)
    assert queries() == before


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_not_public_is_never_listed_whatever_happened_to_it(
    data: Any, door: Door, summary: PublicSummary, bribery: Category, partner_a: Partner
) -> None:
    """Random states of everything that decides, far beyond what the services would bring about."""
    draw = data.draw
    facts = {
        "summary": draw(st.sampled_from(PublicSummary.State.values)),
        "state": draw(st.sampled_from([*PUBLISHABLE, *PUBLISHABLE, *State.values])),
        "kind": draw(st.sampled_from([CaseKind.PUBLIC_SERVICE.value] * 4 + CaseKind.values)),
        "restricted": draw(st.sampled_from([False, False, False, True])),
        "category": draw(st.sampled_from(["waste", "waste", "waste", "bribery", "marked", None])),
        "consent": draw(st.sampled_from([True, True, True, False])),
        "erased": draw(st.sampled_from([False, False, False, True])),
    }
    expected = (
        facts["summary"] == "published"
        and facts["state"] in PUBLISHABLE
        and facts["kind"] not in SENSITIVE_KINDS
        and not facts["restricted"]
        and facts["category"] == "waste"
        and facts["consent"]
        and not facts["erased"]
    )
    with transaction.atomic():
        _make_it_so(summary, facts)
        for path in ("requests", f"requests/{summary.pk}"):
            status, found = door.get(path, jurisdiction_id="pif")
            listed = status == 200 and any(one["service_request_id"] == str(summary.pk) for one in found)
            assert listed is expected, facts
        token = token_of(summary.case.complaint_id)  # type: ignore[arg-type]
        led = door.get(f"tokens/{token}", jurisdiction_id="pif")[1][0]["service_request_id"]
        assert (led == str(summary.pk)) is expected
        transaction.set_rollback(True)
    lookups.forget()


def _make_it_so(summary: PublicSummary, facts: dict[str, Any]) -> None:
    category, marked = facts["category"], facts["category"] == "marked"
    Category.objects.filter(code="waste").update(is_sensitive=marked)
    lookups.forget()
    found = Category.objects.filter(code="waste" if marked else category).first() if category else None
    Case.objects.filter(pk=summary.case_id).update(
        state=facts["state"],
        kind=facts["kind"],
        restricted=facts["restricted"],
        category=found,
        outcome="remedied",
        inadmissible_reason="too_late",
    )
    moment = timezone.now()
    PublicSummary.objects.filter(pk=summary.pk).update(state=facts["summary"], withdrawn_at=moment)
    if not facts["consent"]:
        running = Consent.objects.filter(complaint=summary.case.complaint_id, purpose="publication")
        running.update(withdrawn_at=moment)
    if facts["erased"]:
        erase_case(Case.objects.select_related("complaint").get(pk=summary.case_id))


def test_another_partner_shows_nothing_of_it(door: Door, summary: PublicSummary, partner_b: Partner) -> None:
    assert door.get("requests", jurisdiction_id="akt") == (200, [])
    assert door.get(f"requests/{summary.pk}", jurisdiction_id="akt")[0] == 404
    ids = door.get("requests", jurisdiction_id="akt", service_request_id=str(summary.pk))
    assert ids == (200, [])


def test_ids_override_all_other_arguments(door: Door, summary: PublicSummary) -> None:
    asked = {"service_request_id": f"{uuid4()}, nothing ,{summary.pk}", "status": "closed"}
    status, found = door.get("requests", jurisdiction_id="pif", **asked, start_date=LONG_AGO)
    assert (status, [one["service_request_id"] for one in found]) == (200, [str(summary.pk)])


@pytest.mark.parametrize("state", sorted(PUBLISHABLE))
def test_a_status_is_open_or_closed_and_can_be_asked_for(
    state: str, door: Door, summary: PublicSummary
) -> None:
    Case.objects.filter(pk=summary.case_id).update(
        state=state, outcome="remedied", resolved_at=timezone.now()
    )
    closed = state in PUBLICLY_CLOSED
    shown, other = ("closed", "open") if closed else ("open", "closed")
    assert door.get("requests", jurisdiction_id="pif", status=shown)[1][0]["status"] == shown
    assert door.get("requests", jurisdiction_id="pif", status=other)[1] == []
    assert len(door.get("requests", jurisdiction_id="pif", status="open,closed")[1]) == 1


def test_services_can_be_asked_for_by_their_codes(door: Door, summary: PublicSummary) -> None:
    for codes, many in (("waste", 1), ("roads,waste", 1), ("roads", 0)):
        assert len(door.get("requests", jurisdiction_id="pif", service_code=codes)[1]) == many


@pytest.mark.parametrize(
    ("days", "asked", "found"),
    [
        (1, {}, 1),
        (89, {}, 1),
        (91, {}, 0),
        (91, {"start_date": 100}, 1),
        (91, {"end_date": 80}, 1),
        (5, {"start_date": 100}, 0),
        (5, {"start_date": 100, "end_date": 50}, 0),
        (60, {"start_date": 100, "end_date": 50}, 1),
    ],
)
def test_ninety_days_are_looked_through_from_where_one_says(
    days: int, asked: dict[str, int], found: int, door: Door, summary: PublicSummary
) -> None:
    now = timezone.now()
    PublicSummary.objects.filter(pk=summary.pk).update(published_at=now - timedelta(days=days))
    dates = {name: f"{now - timedelta(days=ago):%Y-%m-%dT%H:%M:%SZ}" for name, ago in asked.items()}
    assert len(door.get("requests", jurisdiction_id="pif", **dates)[1]) == found


@pytest.mark.parametrize(
    "dates",
    [
        {"start_date": "2026-01-01T00:00:00"},
        {"start_date": "2026-01-01"},
        {"end_date": "yesterday"},
        {"start_date": "2026-02-30T00:00:00Z"},
        {"start_date": "9999-12-31T00:00:00Z"},
        {"start_date": LATER, "end_date": LONG_AGO},
        {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-04-02T00:00:01Z"},
        {"status": "solved"},
    ],
)
def test_what_cannot_be_read_is_refused_with_its_argument(
    dates: dict[str, str], door: Door, partner_a: Partner
) -> None:
    status, found = door.get("requests", jurisdiction_id="pif", **dates)
    assert (status, found[0]["code"]) == (400, 400)
    assert any(found[0]["description"].startswith(name) for name in dates)


@pytest.mark.parametrize("zone", ["Z", "+01:00", "-05:00"])
def test_a_moment_may_be_told_in_any_zone(zone: str, door: Door, partner_a: Partner) -> None:
    asked = {"start_date": f"2026-01-01T00:00:00{zone}", "end_date": f"2026-04-01T00:00:00{zone}"}
    assert door.get("requests", jurisdiction_id="pif", **asked) == (200, [])


def test_a_token_leads_to_the_public_id_once_there_is_one(
    door: Door, new_case: NewCase, waste: Category, arta: User, besa: User, partner_b: Partner
) -> None:
    case = new_case(category="waste", consents=(filing.PROCESSING, AGREED))
    token = token_of(case.complaint_id)  # type: ignore[arg-type]
    waiting = [{"service_request_id": None, "token": token}]
    assert door.get(f"tokens/{token}", jurisdiction_id="pif") == (200, waiting)
    made = published(case, arta, besa)
    found = door.get(f"tokens/{token}", jurisdiction_id="pif")[1]
    assert found[0]["service_request_id"] == str(made.pk)
    assert door.get(f"tokens/{token}", jurisdiction_id="akt")[1][0]["service_request_id"] is None


def test_a_token_tells_nobody_whether_a_complaint_exists(door: Door, partner_a: Partner) -> None:
    token = token_of(uuid4())
    assert door.get(f"tokens/{token}", jurisdiction_id="pif")[1][0]["service_request_id"] is None
    for made_up in ("x", token[:-4], token[:-4] + "AAAA", "A" * 500):
        assert door.get(f"tokens/{made_up}", jurisdiction_id="pif")[0] == 404


def test_two_tokens_of_one_complaint_are_not_alike() -> None:
    complaint = uuid4()
    assert token_of(complaint) != token_of(complaint)
