"""Too much is asked: what waited too long is refused at once, lists first and complaints last."""

import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from backend.watching import shedding
from backend.watching.metrics import SHED
from backend.watching.turns import _TURNS, BOUNDS, Turn, named, turn_of

pytestmark = pytest.mark.either_engine("sqlite")


LIST, WORK, RECEIPT = "/api/v1/cases/", "/api/v1/me/", "/api/v1/receipts/"
COMPLAINT, FORM, HEALTH = "/api/v1/complaints/", "/forms/pif/sr-Cyrl/", "/health/live"
BROWSER = "text/html,application/xhtml+xml"


@pytest.fixture(autouse=True)
def busy_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As a thread of a web server that never stands idle, behind a proxy."""
    monkeypatch.setattr(shedding, "_thread", SimpleNamespace(ended=time.monotonic()))
    monkeypatch.setattr(shedding, "_IDLE", 60)
    with override_settings(DOSJA_TRUSTED_PROXIES=1):
        yield


def ask(path: str, waited: float, *, method: str = "get", **headers: str) -> HttpResponse | None:
    """The refusal; None where the request is let in."""
    stamp = f"t={time.time() - waited:.3f}"
    request = getattr(RequestFactory(), method)(path, headers={"X-Request-Start": stamp, **headers})
    found = shedding.Shedding(lambda _request: HttpResponse("in"))(request)
    assert isinstance(found, HttpResponse)
    return None if found.content == b"in" else found


@pytest.mark.parametrize(
    ("path", "method", "turn"),
    [
        (LIST, "get", Turn.LISTS),
        ("/api/v1/statistics/", "get", Turn.LISTS),
        ("/api/v1/me/news/", "get", Turn.LISTS),
        (WORK, "get", Turn.WORK),
        ("/dashboard/cases/", "get", Turn.WORK),
        # It lists for whoever reads; this one changes something.
        ("/api/v1/partner-referrals/", "post", Turn.WORK),
        (RECEIPT, "post", Turn.RECEIPTS),
        ("/receipt/", "post", Turn.RECEIPTS),
        (COMPLAINT, "post", Turn.INTAKE),
        ("/api/v1/complaints/files/", "post", Turn.INTAKE),
        (FORM, "post", Turn.INTAKE),
        ("/collect/submission", "post", Turn.INTAKE),
        ("/open311/v2/requests.json", "post", Turn.INTAKE),
        ("/identity/o/api/token", "post", Turn.INTAKE),
        ("/static/dosja/pages.css", "get", Turn.INTAKE),
    ],
)
def test_each_waits_as_long_as_its_turn_allows(path: str, method: str, turn: Turn) -> None:
    assert ask(path, BOUNDS[turn] - 0.5, method=method) is None
    refused = ask(path, BOUNDS[turn] + 0.5, method=method)
    assert refused is not None
    assert refused.status_code == 503


def test_complaints_are_refused_last_and_health_never() -> None:
    assert list(BOUNDS) == [Turn.LISTS, Turn.WORK, Turn.RECEIPTS, Turn.INTAKE]
    assert sorted(BOUNDS.values()) == list(BOUNDS.values())
    for path in (HEALTH, "/health/ready"):
        assert ask(path, 100) is None


def test_a_program_is_told_by_a_code_and_when_to_come_back() -> None:
    refused = ask(LIST, 5, Accept="*/*")
    assert refused is not None
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert b'"code": "busy"' in refused.content
    assert 4 <= int(refused.headers["Retry-After"]) <= 12
    later = {int(one.headers["Retry-After"]) for one in (ask(LIST, 5) for _ in range(60)) if one}
    assert len(later) > 3, "all would come back together"


@pytest.mark.parametrize(
    ("path", "headers", "language", "words"),
    [
        ("/forms/pif/sq/", {}, "sq", "Shumë"),
        ("/forms/pif/sr-Latn/", {}, "sr-Latn", "mnogo"),
        (FORM, {"Accept-Language": "ka"}, "sr-Cyrl", "много"),
        ("/forms/pif/ka/", {}, "ka", "ბევრი"),
        ("/forms/pif/en/", {}, "en", "Many people"),
        ("/receipt/", {"Accept-Language": "ka"}, "ka", "ბევრი"),
        ("/receipt/?language=sq", {"Accept-Language": "ka"}, "sq", "Shumë"),
    ],
)
def test_a_person_reads_it_in_the_language_of_the_page(
    path: str, headers: dict[str, str], language: str, words: str
) -> None:
    refused = ask(path, 30, method="post", Accept=BROWSER, **headers)
    assert refused is not None
    page = refused.content.decode()
    assert f'<html lang="{language}"' in page
    assert words in page
    assert int(refused.headers["Retry-After"])


def test_who_sent_a_form_reads_that_it_is_not_lost() -> None:
    sent, looked = (ask("/forms/pif/en/", 30, method=how, Accept=BROWSER) for how in ("post", "get"))
    assert sent is not None
    assert looked is not None
    assert b"load this page again" in sent.content
    # A link would ask for the page without what was typed.
    assert b"<a " not in sent.content
    assert b'<a href=""' in looked.content


def test_the_whole_server_answers_so_and_asks_no_database(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    """Without the fixture `db`, a question to the database fails the test."""
    headers = {"X-Request-Start": f"{time.time() - 30:.3f}", "Accept": BROWSER}
    client.cookies["dosja_session"] = "x" * 32
    refused: Any = client.post("/embed/pif/sq/", {"words": "vonesë"}, headers=headers)
    assert refused.status_code == 503
    assert "set-cookie" not in refused.headers
    assert not [one for one in caplog.records if one.name == "django.request"]
    assert refused.headers["Cache-Control"] == "no-store"
    # The frame it stands in is another site's.
    assert "frame-ancestors *" in refused.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in refused.headers


@pytest.mark.parametrize(
    "stamp", ["", "t=x", "yesterday", "t=1700000000", "9" * 4000, "t=-5", "9999999999999"]
)
def test_what_is_no_stamp_says_nothing(stamp: str) -> None:
    assert shedding.seconds_waited({"HTTP_X_REQUEST_START": stamp}) == 0


def test_both_ways_to_write_a_stamp_are_read() -> None:
    then = time.time() - 7
    for stamp in (f"t={then:.3f}", f"t={then * 1_000:.0f}", f"{then:.3f}"):
        assert 6.9 < shedding.seconds_waited({"HTTP_X_REQUEST_START": stamp}) < 8


def test_only_a_trusted_proxy_is_believed() -> None:
    with override_settings(DOSJA_TRUSTED_PROXIES=0):
        assert ask(LIST, 60) is None


def test_a_proxy_whose_clock_is_wrong_shuts_nobody_out() -> None:
    assert ask(LIST, 3_600) is None
    assert ask(LIST, -60) is None


def test_nobody_has_waited_for_a_thread_that_stood_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shedding._thread, "ended", time.monotonic() - 61)
    assert ask(LIST, 60) is None
    assert ask(LIST, 60) is not None, "now it has just ended something"
    monkeypatch.setattr(shedding, "_thread", SimpleNamespace())
    assert ask(LIST, 60) is None, "its first request"


def test_refusals_are_counted_by_turn() -> None:
    before = SHED.labels("lists")._value.get()
    ask(LIST, 5)
    assert SHED.labels("lists")._value.get() == before + 1


def routes(found: URLResolver | None = None, above: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    for one in (found or get_resolver()).url_patterns:
        path = f"{above}{one.pattern}"
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}", path
        else:
            yield from routes(one, path, f"{space}{one.namespace}:" if one.namespace else space)


def test_every_page_and_every_public_door_has_its_line() -> None:
    for name, path in routes():
        if not path.startswith("api/v1/"):
            assert named(name), f"{name} ({path}) has no turn in backend/watching/turns.py"
        elif path.startswith("api/v1/complaints/") or path == "api/v1/forms/<slug:slug>/":
            assert named(name) is Turn.INTAKE, name
        elif path.startswith("api/v1/receipts/"):
            assert named(name) is Turn.RECEIPTS, name
        else:
            # The rest of the interface is for staff: listed, or their daily work.
            assert named(name) in (Turn.LISTS, None), name


def test_every_line_is_of_a_route() -> None:
    known = [name for name, _path in routes()]
    for _turn, names in _TURNS:
        for name in names:
            assert any(fits(route, name) for route in known), name


def fits(route: str, name: str) -> bool:
    return route == name or (name.endswith("*") and route.startswith(name[:-1]))


def test_what_is_called_without_a_route_is_never_a_list() -> None:
    assert turn_of(None, "GET") is Turn.INTAKE
