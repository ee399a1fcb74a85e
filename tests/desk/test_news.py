"""What a person is promised about the news: what is new for him, once, and never a word of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case
from backend.cases.services import referrals
from backend.cases.services.task_rules import reconcile
from backend.cases.stages import ReferralVerb
from backend.common import clock
from backend.mailroom.services.taking import Fetched, take_mail
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import assigned, drafted, opened, restricted
from tests.factories import complaints as filing
from tests.mailroom.letters import mail

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday() -> Any:
    with clock.frozen(MONDAY):
        yield


def news(caller: Caller, **query: Any) -> Any:
    answer = caller.get("/me/news/", query)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def kinds(caller: Caller, **query: Any) -> list[str]:
    return [one["kind"] for one in news(caller, **query)["tasks"]]


def written(caller: Caller, case: Case, **more: Any) -> Any:
    answer = caller.post(f"/cases/{case.pk}/tasks/", {"title": "Call", "due_on": "2026-05-05", **more})
    assert answer.status_code == 201, answer.json()
    return answer.json()


def test_a_new_complaint_is_news_until_it_was_seen(
    new_case: NewCase, api: Api, arta: User, ilir: User, nino: User, observer: User
) -> None:
    case = new_case()
    reconcile([case.pk])
    for person in (arta, ilir):
        (one,) = news(api(person))["tasks"]
        assert (one["kind"], one["mine"], one["partner"]) == ("acknowledge", False, "pif")
        assert one["case"] == {"id": str(case.pk), "reference": case.reference}
    assert kinds(api(nino)) == kinds(api(observer)) == []
    with clock.frozen(MONDAY + HOUR):
        until = news(api(arta))["until"]
        seen = api(arta).post("/me/news/seen/", {"until": until})
        assert (seen.status_code, seen.json()["seen_until"]) == (200, until)
        assert (kinds(api(arta)), kinds(api(ilir))) == ([], ["acknowledge"])
        # A question with a moment of its own is answered whatever was seen.
        assert kinds(api(arta), since=(MONDAY - HOUR).isoformat()) == ["acknowledge"]


def test_a_mark_goes_neither_back_nor_beyond_the_present(api: Api, arta: User) -> None:
    def seen(until: datetime) -> str:
        return str(api(arta).post("/me/news/seen/", {"until": until.isoformat()}).json()["seen_until"])

    now = seen(MONDAY)
    assert seen(MONDAY + 10 * HOUR) == now == seen(MONDAY - HOUR)


def test_what_a_colleague_writes_for_me_is_news_and_what_i_write_is_not(
    case_of_arta: Case, api: Api, arta: User, besa: User, luan: User
) -> None:
    written(api(arta), case_of_arta)
    written(api(besa), case_of_arta, assignee=str(arta.pk))
    (one,) = news(api(arta))["tasks"]
    assert (one["kind"], one["mine"]) == ("by_hand", True)
    # Luan hears of what nobody has, and not of what others have.
    assert [one["mine"] for one in news(api(luan))["tasks"]] == [False]
    assert "Call" not in str(news(api(arta)))


def test_a_letter_to_be_approved_is_news_for_those_who_may(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User
) -> None:
    case = assigned(opened(new_case(kind="corruption"), arta), luan)
    referral = drafted(case, luan)
    referrals.step(ReferralVerb.SUBMIT, case.pk, referral.pk, expected=None, actor=actor_of(luan))
    reconcile([case.pk])
    assert kinds(api(besa)) == ["approval_wanted"]
    assert "approval_wanted" not in kinds(api(arta)) + kinds(api(luan))


def test_mails_and_quarantine_are_told_as_numbers(
    api: Api, arta: User, ilir: User, partner_a: Partner
) -> None:
    filing.quarantined(partner_a)
    take_mail(partner_a, "zyra@pif.example", Fetched(mail().as_bytes(), clock.now()))
    found = news(api(arta))
    assert (found["mails"], found["quarantined"], found["capped"]) == (1, 1, False)
    assert (news(api(ilir))["mails"], news(api(ilir))["quarantined"]) == (0, 1)
    assert set(found) == {"since", "until", "tasks", "mails", "quarantined", "capped"}


def test_a_restricted_case_is_news_for_nobody_else(
    case_of_arta: Case, api: Api, arta: User, besa: User, luan: User
) -> None:
    written(api(besa), case_of_arta, assignee=str(arta.pk))
    written(api(besa), case_of_arta)
    restricted(case_of_arta, [besa], besa)
    assert kinds(api(arta)) == kinds(api(luan)) == []


def test_news_end_at_ninety_nine(
    case_of_arta: Case, api: Api, arta: User, besa: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.cases.page.news.MOST", 3)
    for number in range(5):
        with clock.frozen(MONDAY + number * timedelta(minutes=1)):
            written(api(besa), case_of_arta, due_time=f"{10 + number}:00", assignee=str(arta.pk))
    found = news(api(arta))
    assert (len(found["tasks"]), found["capped"]) == (3, True)
    times = [one["at"] for one in found["tasks"]]
    assert times == sorted(times, reverse=True)


def test_asking_costs_the_same_whatever_came(case_of_arta: Case, api: Api, arta: User, besa: User) -> None:
    def asked() -> int:
        caller = api(arta)
        news(caller)  # the session's first request notes when it began
        with CaptureQueriesContext(connection) as caught:
            answer = caller.get("/me/news/", HTTP_DOSJA_BY_ITSELF="1")
        assert answer.status_code == 200
        return len(caught.captured_queries)

    written(api(besa), case_of_arta, assignee=str(arta.pk))
    one = asked()
    for _number in range(29):
        written(api(besa), case_of_arta, assignee=str(arta.pk))
    assert (asked(), one) == (one, 7)
