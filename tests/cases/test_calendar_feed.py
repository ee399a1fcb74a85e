"""What a person is promised about the calendar: a secret address, days and kinds, no name and no number."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.test import Client

from backend.audit.models import AuditEvent
from backend.cases.models import CalendarAddress, Case, Task
from backend.cases.services import tasks, work
from backend.cases.services.task_rules import reconcile
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.casework import assigned, opened, restricted

Api = Callable[[User], Caller]
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday() -> Any:
    with clock.frozen(MONDAY):
        yield


def subscribed(caller: Caller) -> str:
    made = caller.post("/me/calendar/")
    assert made.status_code == 201, made.json()
    return str(made.json()["address"]).removeprefix("http://testserver")


def read(address: str) -> Any:
    return Client().get(address)


def events(address: str) -> list[Any]:
    answer = read(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def hearing(new_case: Callable[..., Case], by: User, on: date, at: time | None) -> Case:
    case = assigned(opened(new_case(kind=CaseKind.JUDICIARY), by), by)
    detail = {"next_hearing_on": on, "next_hearing_time": at, "case_number": "142/2026"}
    work.set_judiciary(case.pk, detail=detail, expected=None, actor=actor_of(by))
    reconcile([case.pk])
    return case


def test_a_day_is_a_day_on_every_clock(case_of_arta: Case, api: Api, arta: User) -> None:
    tasks.write_task(
        case_of_arta.pk,
        title="Telefono Dritën",
        due_on=date(2026, 5, 6),
        assignee=arta,
        actor=actor_of(arta),
    )
    (event,) = events(subscribed(api(arta)))
    assert event["DTSTART"].to_ical() == b"20260506"
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].to_ical() == b"20260507"


@pytest.mark.parametrize(("on", "utc_hour"), [(date(2026, 6, 1), 7), (date(2026, 12, 1), 8)])
def test_an_hour_is_the_teams_own_in_summer_and_in_winter(
    new_case: Callable[..., Case], api: Api, arta: User, on: date, utc_hour: int
) -> None:
    hearing(new_case, arta, on, time(9, 30))
    address = subscribed(api(arta))
    (event,) = events(address)
    starts = event.decoded("DTSTART")
    assert starts == datetime(on.year, on.month, on.day, utc_hour, 30, tzinfo=UTC)
    assert starts.astimezone(ZoneInfo("Europe/Tirane")).time() == time(9, 30)
    content = read(address).content
    assert b"TZID=Europe/Tirane" in content
    assert b"BEGIN:VTIMEZONE" in content, "for programs that do not know the name"


def test_it_is_free_of_names_words_and_numbers(new_case: Callable[..., Case], api: Api, arta: User) -> None:
    case = hearing(new_case, arta, date(2026, 6, 1), time(9, 30))
    tasks.write_task(
        case.pk, title="Telefono Dritën", due_on=date(2026, 5, 6), assignee=arta, actor=actor_of(arta)
    )
    content = read(subscribed(api(arta))).content.decode()
    unfolded = content.replace("\r\n ", "")
    for secret in ("Drit", "142/2026", case.reference, str(case.pk), "Arta", "Focus", arta.email):
        assert secret not in unfolded
    for task in Task.objects.filter(state="open"):
        assert f"/dashboard/tasks/{task.pk}/" in unfolded


def test_it_speaks_the_persons_language_and_holds_what_is_theirs_alone(
    new_case: Callable[..., Case], api: Api, arta: User, luan: User
) -> None:
    hearing(new_case, luan, date(2026, 6, 1), None)
    assert events(subscribed(api(arta))) == []
    arta.language = "en"
    arta.save()
    hearing(new_case, arta, date(2026, 6, 2), None)
    (event,) = events(subscribed(api(arta)))
    assert str(event["SUMMARY"]) == "A hearing takes place"


def test_what_one_may_not_read_any_more_is_gone_from_it(
    new_case: Callable[..., Case], api: Api, arta: User, besa: User
) -> None:
    case = hearing(new_case, arta, date(2026, 6, 1), None)
    address = subscribed(api(arta))
    assert len(events(address)) == 1
    restricted(case, [besa], besa)
    Task.objects.update(assignee=arta, restricted=False)
    assert events(address) == []


def test_a_new_address_closes_the_old_one_and_a_closed_one_never_was(api: Api, arta: User) -> None:
    me = api(arta)
    assert me.get("/me/calendar/").json() == {"is_on": False, "made_at": None}
    first, second = subscribed(me), subscribed(me)
    assert me.get("/me/calendar/").json()["is_on"] is True
    assert (read(first).status_code, read(second).status_code) == (404, 200)
    assert me.delete("/me/calendar/").status_code == 204
    gone, never = read(second), read(f"/calendar/{'x' * 43}.ics")
    assert (gone.status_code, gone.content) == (404, never.content)
    assert me.delete("/me/calendar/").status_code == 204


def test_it_closes_with_the_account(api: Api, arta: User) -> None:
    address = subscribed(api(arta))
    arta.is_active = False
    arta.save()
    assert read(address).status_code == 404


def test_the_address_is_kept_nowhere(api: Api, arta: User) -> None:
    token = subscribed(api(arta)).split("/")[2].removesuffix(".ics")
    assert len(token) == 43
    assert token not in str(list(CalendarAddress.objects.values()))
    assert token not in str(list(AuditEvent.objects.values()))


def test_nothing_keeps_it_and_nobody_finds_it(api: Api, arta: User) -> None:
    answer = read(subscribed(api(arta)))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert Client().post(subscribed(api(arta))).status_code == 405
