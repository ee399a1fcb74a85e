"""Each request leaves one line that finds it again and does not tell who asked for what."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from backend.common import request_ids
from backend.config.logs import JSONLines, SecretAddresses
from backend.watching.metrics import REQUESTS

FROM_A_PROXY = "0123456789abcdef0123456789abcdef"
WORDS = ("203.0.113.7", "12345678", "secret", "words")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="dosja.requests")
    return caplog


def said(lines: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    records = [record for record in lines.records if record.name == "dosja.requests"]
    return [json.loads(JSONLines().format(record)) for record in records]


def test_a_line_names_the_route_and_how_it_went(client: Client, db: None, lines: Any) -> None:
    client.get("/forms/nobody/sq/?q=words", REMOTE_ADDR="203.0.113.7")
    (line,) = said(lines)
    assert (line["route"], line["method"], line["status"]) == ("form", "GET", 404)
    assert isinstance(line["ms"], int)


def test_a_line_holds_no_address_no_path_and_no_query(client: Client, db: None, lines: Any) -> None:
    for path in ("/nowhere/12345678-secret?q=words", "/answer/12345678-secret/?q=words"):
        client.get(path, REMOTE_ADDR="203.0.113.7", headers={"X-Forwarded-For": "203.0.113.7"})
    written = json.dumps(said(lines))
    assert len(said(lines)) == 2
    assert not any(word in written for word in (*WORDS, "nowhere"))


def test_the_answer_carries_the_id_of_the_line(client: Client, db: None, lines: Any) -> None:
    with override_settings(DOSJA_TRUSTED_PROXIES=1):
        answer = client.get("/", headers={"X-Request-Id": FROM_A_PROXY})
    assert answer.headers["X-Request-Id"] == FROM_A_PROXY


@pytest.mark.parametrize(
    ("told", "proxies"),
    [(FROM_A_PROXY, 0), ("+355691234567", 1), ("00355691234567", 1), ("x" * 4000, 1), ("", 1)],
)
def test_an_id_comes_from_a_trusted_proxy_or_is_made_anew(
    client: Client, db: None, told: str, proxies: int
) -> None:
    with override_settings(DOSJA_TRUSTED_PROXIES=proxies):
        given = client.get("/", headers={"X-Request-Id": told}).headers["X-Request-Id"]
    assert given != told
    assert len(given) == 32


def test_all_lines_of_a_request_carry_its_id() -> None:
    record = logging.LogRecord("dosja.cases", logging.WARNING, __file__, 1, "slow", None, None)
    with request_ids.holding("abc"):
        assert json.loads(JSONLines().format(record))["request"] == "abc"
    assert "request" not in json.loads(JSONLines().format(record))


def test_a_failed_request_is_told_by_its_route(rf: Any) -> None:
    request = rf.get("/api/v1/cases/12345678-secret/")
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "%s: %s", ("Failed", request.path), None
    )
    record.request = request
    request.resolver_match = get_resolver().resolve("/health/live")
    assert SecretAddresses().filter(record)
    assert record.getMessage() == "Failed: health_live"


def test_a_supervisor_leaves_no_lines_but_where_it_is_refused(client: Client, db: None, lines: Any) -> None:
    client.get("/health/live")
    assert said(lines) == []
    client.post("/health/live")
    assert [line["status"] for line in said(lines)] == [405]


def test_callers_choose_no_label(client: Client, db: None) -> None:
    client.generic("12345678", "/nowhere/12345678/")
    labels = {value for sample in REQUESTS.collect()[0].samples for value in sample.labels.values()}
    assert {"none", "other", "4xx"} <= labels
    assert not any("12345678" in value for value in labels)


def test_every_route_has_a_name_of_its_own() -> None:
    """What has none would be counted under the path of its function."""
    assert [route for name, route in _routes() if not name] == []


def _routes(patterns: Any = None, before: str = "") -> Iterator[tuple[str | None, str]]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield pattern.name, route
