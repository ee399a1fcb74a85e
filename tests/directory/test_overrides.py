"""Decrees that change the calendar: read by anybody, kept by the platform administrator over the API."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from backend.audit.models import AuditEvent
from backend.common.errors import NotAllowed
from backend.directory.models import CalendarOverride
from backend.directory.services.deadlines import calendar_of
from backend.directory.services.loading import load_directory
from backend.directory.services.overrides import change_override, remove_override
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.factories.directory import CalendarOverrideFactory

EID = {
    "country": "XK",
    "date": "2026-03-21",
    "working": False,
    "names": {"sq": "Fitër Bajrami", "en": "Eid al-Fitr"},
    "source": "announcement of the Government",
}


@pytest.fixture
def eid(db: None) -> CalendarOverride:
    return CalendarOverrideFactory(country="XK", date=date(2026, 3, 20), working=True)


def problem(answer: object) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_the_administrator_adds_corrects_and_removes_a_day(
    api: Callable[[User], Caller], admin: User
) -> None:
    caller = api(admin)
    made = caller.post("/calendar-overrides/", EID)
    assert made.status_code == 201, made.content
    assert (made.json()["code"], made.json()["version"]) == ("xk-2026-03-21", 1)
    address = "/calendar-overrides/xk-2026-03-21/"
    assert caller.patch(address, {"working": True}).status_code == 428
    assert caller.patch(address, {"working": True}, if_match=7).status_code == 412
    changed = caller.patch(address, {"working": True}, if_match=1)
    assert (changed.json()["working"], changed.json()["version"], changed["ETag"]) == (True, 2, '"2"')
    assert calendar_of("XK").is_working(date(2026, 3, 21))
    assert caller.delete(address, if_match=1).status_code == 412
    assert caller.delete(address, if_match=2).status_code == 204
    assert caller.get(address).status_code == 404
    told = AuditEvent.objects.filter(action__startswith="calendar_override.").order_by("pk")
    assert [event.action.split(".")[1] for event in told] == ["created", "changed", "removed"]
    assert {event.facts["code"] for event in told} == {"xk-2026-03-21"}


def test_everybody_reads_and_nobody_else_removes(
    api: Callable[[User], Caller], anonymous: Caller, besa: User, eid: CalendarOverride
) -> None:
    address = "/calendar-overrides/xk-2026-03-20/"
    assert anonymous.get(address).json()["working"] is True
    assert problem(anonymous.delete(address, if_match="*")) == (401, "not_authenticated")
    assert problem(api(besa).delete(address, if_match="*")) == (403, "not_allowed")
    for service in (remove_override, change_override):
        changes = {"changes": {}} if service is change_override else {}
        with pytest.raises(NotAllowed):
            service(eid.code, expected=None, actor=Actor.nobody(), **changes)


def test_the_list_is_narrowed_by_country_and_day(anonymous: Caller, eid: CalendarOverride) -> None:
    CalendarOverrideFactory(country="AL", date=date(2026, 5, 4))
    CalendarOverrideFactory(country="XK", date=date(2027, 1, 8))

    def codes(query: str) -> list[str]:
        return [row["code"] for row in anonymous.get(f"/calendar-overrides/?{query}").json()["results"]]

    assert codes("") == ["al-2026-05-04", "xk-2026-03-20", "xk-2027-01-08"]
    assert codes("country=XK&date_to=2026-12-31") == ["xk-2026-03-20"]
    assert codes("date_from=2026-05-04") == ["al-2026-05-04", "xk-2027-01-08"]
    assert anonymous.get("/calendar-overrides/?country=FR").status_code == 400


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"date": "2026-03-20"}, (409, "directory.override_exists")),
        ({"date": "2200-01-01"}, (409, "directory.calendar_ends")),
        ({"date": "2026-02-30"}, (400, "invalid")),
        ({"country": "FR"}, (400, "invalid")),
        ({"names": {}}, (400, "invalid")),
        ({"source": ""}, (400, "invalid")),
        ({"colour": "red"}, (400, "invalid")),
    ],
)
def test_a_day_that_cannot_be_is_refused(
    api: Callable[[User], Caller], admin: User, eid: CalendarOverride, changes: dict, expected: tuple
) -> None:
    assert problem(api(admin).post("/calendar-overrides/", {**EID, **changes})) == expected


@pytest.mark.parametrize("code", ["xk", "xk-2026", "xk-2026-02-30", "zz-2026-03-20", "2026-03-20", "xk-al-1"])
def test_an_address_of_no_day_is_not_found(anonymous: Caller, eid: CalendarOverride, code: str) -> None:
    assert anonymous.get(f"/calendar-overrides/{code}/").status_code == 404


def test_what_the_administrator_keeps_the_files_leave_alone(
    admin: User, eid: CalendarOverride, folder: Callable[..., Path]
) -> None:
    change_override(eid.code, changes={"working": False}, expected=None, actor=actor_of(admin))
    line = {"country": "XK", "date": "2026-03-20", "working": "yes", "name_en": "Eid", "source": "file"}
    load_directory(folder=folder(calendar_overrides=[line]), actor=Actor.system())
    assert CalendarOverride.objects.get().working is False
