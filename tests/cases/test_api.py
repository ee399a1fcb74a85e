"""What a client of the API is promised about cases."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.stages import State
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import SENTENCE, answered, drafted, opened, resolved, restricted, sent, shared, state_of
from tests.factories import complaints as filing

Api = Callable[[User], Caller]


def test_a_caseworkers_day(new_case: Callable[..., Case], api: Api, arta: User) -> None:
    case, me = new_case(), api(arta)
    here = f"/cases/{case.pk}/"
    shown = me.get(here)
    assert [action["verb"] for action in shown.json()["allowed_actions"]][:1] == ["start_triage"]
    triage = me.post(f"{here}start_triage/", if_match=shown.headers["ETag"])
    opening = {"admissibility_note": "Afati ka kaluar."}
    me.post(f"{here}open/", opening, if_match=triage.headers["ETag"])
    letter = {"institution": "al-cadastre", "letter": SENTENCE, "redaction_checked": True}
    referral = me.post(f"{here}referrals/", letter)
    assert referral.status_code == 201, referral.json()
    there = f"{here}referrals/{referral.json()['id']}/"
    me.post(f"{there}release/", if_match="*")
    today = clock.today(case.owner.time_zone).isoformat()
    sending = me.post(f"{there}send/", {"channel": "post", "sent_on": today}, if_match="*")
    assert sending.json()["state"] == "sent", sending.json()
    refused = me.post(f"{here}resolve/", {"outcome": "remedied", "outcome_text": "Mirë."}, if_match="*")
    assert (refused.status_code, refused.json()["code"], refused.json()["waiting"]) == (
        409,
        "case.open_referrals",
        1,
    )
    me.post(f"{there}record_answer/", {"answer": SENTENCE, "answered_on": today}, if_match="*")
    ended = me.post(f"{here}resolve/", {"outcome": "remedied", "outcome_text": "Mirë."}, if_match="*")
    assert (ended.status_code, ended.json()["state"]) == (200, "resolved")


def test_a_stranger_cannot_tell_that_the_case_exists(
    api: Api, nino: User, admin: User, case_of_arta: Case
) -> None:
    for person in (nino, admin):
        for call in (
            api(person).get(f"/cases/{case_of_arta.pk}/"),
            api(person).post(
                f"/cases/{case_of_arta.pk}/resolve/",
                {"outcome": "remedied", "outcome_text": "x"},
                if_match="*",
            ),
            api(person).get(f"/cases/{case_of_arta.pk}/notes/"),
        ):
            assert call.status_code == 404
            assert call.json()["code"] == "not_found"


def test_an_observer_gets_the_case_without_words_and_people(
    api: Api, observer: User, case_of_arta: Case
) -> None:
    Case.objects.filter(pk=case_of_arta.pk).update(summary="Përmbledhje")
    shown = api(observer).get(f"/cases/{case_of_arta.pk}/").json()
    assert not {"summary", "assignee", "outcome_text", "complaint", "tags"} & set(shown)
    row = api(observer).get("/cases/").json()["results"][0]
    assert (row["summary"], row["assignee"]) == (None, None)
    for room in ("complaint", "events", "notes", "messages", "referrals", "consents", "shares", "links"):
        assert api(observer).get(f"/cases/{case_of_arta.pk}/{room}/").status_code == 404


def test_an_observer_learns_no_words_by_searching(
    api: Api, observer: User, arta: User, case_of_arta: Case
) -> None:
    api(arta).patch(f"/cases/{case_of_arta.pk}/", {"summary": "Kadastra vonon"}, if_match="*")
    assert len(api(arta).get("/cases/", {"search": "kadastra"}).json()["results"]) == 1
    assert api(observer).get("/cases/", {"search": "kadastra"}).json()["results"] == []


def test_the_citizens_words_are_read_as_they_were_said(api: Api, arta: User, case_of_arta: Case) -> None:
    words = api(arta).get(f"/cases/{case_of_arta.pk}/complaint/").json()
    assert words["narrative"] == filing.NARRATIVE
    assert "identity" not in words


def test_a_case_is_changed_only_in_the_version_that_was_read(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    me, here = api(arta), f"/cases/{case_of_arta.pk}/"
    version = me.get(here).headers["ETag"]
    first = me.patch(here, {"severity": 4}, if_match=version)
    assert (first.status_code, first.json()["severity"]) == (200, 4)
    late = me.patch(here, {"severity": 1}, if_match=version)
    assert (late.status_code, late.json()["code"]) == (412, "stale")
    silent = me.patch(here, {"severity": 1})
    assert (silent.status_code, silent.json()["code"]) == (428, "precondition_required")


@pytest.mark.parametrize("field", ["owner", "state", "reference", "version", "opened_at", "restricted", "id"])
def test_what_the_server_keeps_cannot_be_sent(api: Api, arta: User, case_of_arta: Case, field: str) -> None:
    call = api(arta).patch(f"/cases/{case_of_arta.pk}/", {field: "closed"}, if_match="*")
    assert call.status_code == 400
    assert call.json()["errors"][0] == {
        "field": field,
        "code": "unknown_field",
        "message": "This field is not known here.",
    }
    assert state_of(case_of_arta) == State.OPEN


def test_a_category_must_fit_the_kind(api: Api, arta: User, case_of_arta: Case) -> None:
    filing.category("bribery", CaseKind.CORRUPTION)
    call = api(arta).patch(f"/cases/{case_of_arta.pk}/", {"category": "bribery"}, if_match="*")
    assert (call.status_code, call.json()["errors"][0]["code"]) == (400, "wrong_kind")
    unknown = api(arta).patch(f"/cases/{case_of_arta.pk}/", {"category": "nix"}, if_match="*")
    assert unknown.json()["errors"][0]["code"] == "unknown_category"


def test_the_list_is_narrowed_by_everything_it_offers(
    api: Api, new_case: Callable[..., Case], arta: User, ten_days: object
) -> None:
    waiting = opened(new_case(), arta)
    sent(waiting, arta, deadline_rule=ten_days)
    new_case(kind=CaseKind.CORRUPTION)
    me = api(arta)
    for query, found in (
        ({}, 2),
        ({"state": "referred"}, 1),
        ({"state": ["referred", "received"]}, 2),
        ({"stage": "intake"}, 1),
        ({"kind": "corruption"}, 1),
        ({"category": "delay"}, 2),
        ({"institution": "al-cadastre"}, 2),
        ({"assignee": "nobody"}, 2),
        ({"assignee": "me"}, 0),
        ({"overdue": "true"}, 0),
        ({"overdue": "false"}, 2),
        ({"ordering": "due_at"}, 1),
        ({"opened_from": f"{waiting.opened_at:%Y-%m-%d}"}, 2),
        ({"opened_to": "2020-01-01"}, 0),
        ({"changed_after": "2020-01-01T00:00:00Z"}, 2),
        ({"changed_after": "2999-01-01T00:00:00+14:00"}, 0),
        ({"owner": "pif"}, 2),
        ({"severity": "2"}, 2),
    ):
        page = me.get("/cases/", query)
        assert page.status_code == 200, (query, page.json())
        assert len(page.json()["results"]) == found, query
        if not query.keys() & {"ordering", "changed_after"}:
            assert me.get("/cases/count/", query).json() == {"count": found, "capped": False}


@pytest.mark.parametrize(
    "query",
    [
        {"state": "nix"},
        {"state": ""},
        {"colour": "red"},
        {"category": "nix"},
        {"cursor": "nix"},
        {"page_size": "0"},
        {"ordering": "summary"},
        {"assignee": "somebody"},
        {"opened_from": "soon"},
        {"changed_after": "soon"},
        {"owner": "nix"},
    ],
)
def test_a_query_that_makes_no_sense_is_told_so(api: Api, arta: User, query: dict[str, str]) -> None:
    call = api(arta).get("/cases/", query)
    assert (call.status_code, call.json()["code"]) == (400, "invalid")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_at_the_ends_of_time_is_no_failure(api: Api, arta: User, moment: str) -> None:
    assert api(arta).get("/cases/", {"changed_after": moment}).status_code in (200, 400)


def test_what_changed_costs_no_query_more(
    api: Api, new_case: Callable[..., Case], arta: User, django_assert_num_queries: Any
) -> None:
    with clock.frozen(clock.now() - timedelta(days=9)):
        new_case()
    cases = [new_case() for _ in range(2)]
    me, before = api(arta), f"{clock.now() - timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}"
    me.get("/cases/")
    with django_assert_num_queries(3):
        page = me.get("/cases/", {"changed_after": before})
    assert {row["id"] for row in page.json()["results"]} == {str(case.pk) for case in cases}


def test_pages_follow_each_other_without_gap_or_repeat(
    api: Api, new_case: Callable[..., Case], arta: User
) -> None:
    made = {str(new_case().pk) for _ in range(5)}
    seen: list[str] = []
    address: str | None = "/cases/?page_size=2"
    while address:
        page = api(arta).get(address).json()
        seen += [row["id"] for row in page["results"]]
        address = page["next"]
    assert len(seen) == 5
    assert set(seen) == made


def test_whoever_restricts_a_case_to_others_loses_sight_of_it(
    api: Api, arta: User, besa: User, case_of_arta: Case
) -> None:
    call = api(besa).post(f"/cases/{case_of_arta.pk}/restrict/", {"people": [str(arta.pk)]}, if_match="*")
    assert call.status_code == 204
    assert api(besa).get(f"/cases/{case_of_arta.pk}/").status_code == 404
    named = api(arta).get(f"/cases/{case_of_arta.pk}/").json()
    assert [person["id"] for person in named["people"]] == [str(arta.pk)]


def test_a_shared_case_is_read_and_not_worked(
    api: Api, besa: User, nino: User, partner_b: Partner, case_of_arta: Case
) -> None:
    shared(case_of_arta, partner_b, besa)
    assert api(nino).get(f"/cases/{case_of_arta.pk}/").json()["allowed_actions"] == []
    call = api(nino).post(f"/cases/{case_of_arta.pk}/notes/", {"text": "x"})
    assert (call.status_code, call.json()["code"]) == (403, "not_allowed")


def test_the_judges_name_is_for_some_roles_only(
    api: Api, new_case: Callable[..., Case], arta: User, luan: User
) -> None:
    case = opened(new_case(kind=CaseKind.JUDICIARY), arta)
    here = f"/cases/{case.pk}/judiciary/"
    detail = {"court": "al-cadastre", "instance": "appeal", "months_pending": 31, "violation": "delay"}
    assert api(arta).patch(here, {**detail, "person": "X"}, if_match="*").status_code == 403
    assert api(luan).patch(here, {**detail, "person": "Gj. X."}, if_match="*").status_code == 200
    assert "person" not in api(arta).get(here).json()
    assert api(luan).get(here).json()["person"] == "Gj. X."


def test_a_note_sent_twice_with_one_key_is_one_note(api: Api, arta: User, case_of_arta: Case) -> None:
    here = f"/cases/{case_of_arta.pk}/notes/"
    first = api(arta).post(here, {"text": "U telefonua."}, key="note-1")
    again = api(arta).post(here, {"text": "U telefonua."}, key="note-1")
    assert first.json() == again.json()
    assert len(api(arta).get(here).json()["results"]) == 1
    other = api(arta).post(here, {"text": "Tjetër."}, key="note-1")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency.key_reused")


def test_links_show_only_what_one_may_read(
    api: Api, new_case: Callable[..., Case], arta: User, besa: User, luan: User, case_of_arta: Case
) -> None:
    other = opened(new_case(), arta)
    linked = api(arta).post(f"/cases/{case_of_arta.pk}/links/", {"other": str(other.pk)})
    assert linked.json()["reference"] == other.reference
    assert api(luan).get(f"/cases/{other.pk}/links/").json()["results"][0]["case"] == str(case_of_arta.pk)
    restricted(case_of_arta, [arta], besa)
    assert api(luan).get(f"/cases/{other.pk}/links/").json()["results"] == []
    gone = api(arta).delete(f"/cases/{other.pk}/links/{linked.json()['id']}/")
    assert gone.status_code == 204


def test_a_tag_sorts_cases_in_any_script(api: Api, arta: User, case_of_arta: Case) -> None:
    here = f"/cases/{case_of_arta.pk}/"
    tagged = api(arta).put(f"{here}tags/", {"tags": ["Priština", "urgjent"]}, if_match="*")
    assert tagged.json()["tags"] == ["Priština", "urgjent"]
    assert len(api(arta).get("/cases/", {"tag": "Приштина"}).json()["results"]) == 1
    assert len(api(arta).get("/cases/", {"search": "Приштина"}).json()["results"]) == 1


def test_referrals_stand_in_one_list_across_cases(
    api: Api, new_case: Callable[..., Case], arta: User, nino: User, ten_days: object
) -> None:
    for _ in range(2):
        sent(opened(new_case(), arta), arta, deadline_rule=ten_days)
    drafted(opened(new_case(), arta), arta)
    assert len(api(arta).get("/referrals/").json()["results"]) == 3
    assert len(api(arta).get("/referrals/", {"state": "sent"}).json()["results"]) == 2
    assert api(nino).get("/referrals/").json()["results"] == []


def test_a_hand_over_through_the_api(
    api: Api, besa: User, giorgi: User, partner_b: Partner, case_of_arta: Case
) -> None:
    offer = api(besa).post(f"/cases/{case_of_arta.pk}/transfer/", {"partner": "akt"}, if_match="*")
    assert offer.status_code == 201, offer.json()
    inbox = api(giorgi).get("/transfers/").json()["results"]
    assert [row["id"] for row in inbox] == [offer.json()["id"]]
    assert api(giorgi).get(f"/cases/{case_of_arta.pk}/").status_code == 404
    taken = api(giorgi).post(f"/transfers/{offer.json()['id']}/accept/", if_match="*")
    assert taken.json()["state"] == "accepted"
    assert api(giorgi).get(f"/cases/{case_of_arta.pk}/").json()["reference"].startswith("AKT-")


def test_every_step_leaves_a_line_of_audit(case_of_arta: Case, arta: User) -> None:
    answered(sent(case_of_arta, arta), arta)
    resolved(case_of_arta, arta)
    actions = list(
        AuditEvent.objects.filter(chain_id=case_of_arta.owner_id)
        .order_by("number")
        .values_list("action", flat=True)
    )
    for action in ("case.received", "case.open", "referral.send", "referral.record_answer", "case.resolve"):
        assert action in actions
