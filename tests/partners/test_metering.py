"""Programs and people have limits of their own, are told how they stand, and never pay for each other."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import http_sf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories.partners import access_token, api_client

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def limits(settings: Any, tmp_path: Path) -> None:
    settings.DOSJA_ALLOWANCES = tmp_path / "allowances.sqlite3"
    settings.DOSJA_CLIENT_RATE, settings.DOSJA_CLIENT_BURST, settings.DOSJA_CLIENT_QUOTA = 60, 20, 1_000
    settings.DOSJA_PERSON_RATE, settings.DOSJA_PERSON_BURST = 60, 20


def _program(partner: Partner, **options: Any) -> Caller:
    caller = Caller()
    client = api_client(partner, "coordinator", **options)
    caller.credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(client.client_id)}")
    caller.client_id = client.client_id  # type: ignore[attr-defined]
    return caller


def _use_up(caller: Caller) -> Any:
    """The first refusal."""
    for _request in range(100):
        answer = caller.get("/me/")
        if answer.status_code != 200:
            return answer
    raise AssertionError("nothing was refused")


def _fields(answer: Any) -> tuple[dict[Any, Any], dict[Any, Any]]:
    """Both headers, by a parser of structured fields: name → parameters."""
    read = [
        http_sf.parse(answer.headers[name].encode(), tltype="list")
        for name in ("RateLimit-Policy", "RateLimit")
    ]
    policies, left = ({name: dict(parameters) for name, parameters in one} for one in read)
    return policies, left


def test_every_answer_tells_how_the_program_stands(partner_a: Partner) -> None:
    program = _program(partner_a)
    with clock.frozen(NOON):
        answers = [
            program.get("/me/"),
            program.get("/cases/00000000-0000-4000-8000-000000000000/"),
            program.delete("/me/"),
            program.raw("POST", "/cases/export/", b"no json"),
        ]
    assert [answer.status_code for answer in answers] == [200, 404, 405, 400]
    for answer, left in zip(answers, (19, 18, 16, 6), strict=True):
        policies, standing = _fields(answer)
        assert policies == {
            "burst": {"q": 20, "qu": "points", "w": 20},
            "day": {"q": 1_000, "qu": "points", "w": 86_400},
        }
        assert standing == {
            "burst": {"r": left, "t": 20 - left},
            "day": {"r": 980 + left, "t": 43_200},
        }


def test_who_is_too_fast_is_told_when_to_come_back(partner_a: Partner) -> None:
    program = _program(partner_a)
    with clock.frozen(NOON):
        refused = _use_up(program)
    assert refused.status_code == 429
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["code"] == "rate_limited"
    assert refused.headers["Retry-After"] == "1" and refused.json()["retry_after"] == 1
    assert _fields(refused)[1]["burst"] == {"r": 0, "t": 20}
    with clock.frozen(NOON + timedelta(seconds=1)):
        assert program.get("/me/").status_code == 200


def test_what_makes_the_server_work_costs_more(partner_a: Partner) -> None:
    program = _program(partner_a)
    with clock.frozen(NOON):
        assert _fields(program.get("/statistics/caseload/"))[1]["burst"]["r"] == 10
        assert _fields(program.get("/cases/?search=delay"))[1]["burst"]["r"] == 0


def test_a_program_that_runs_away_slows_nobody_else(api: Api, besa: User, partner_a: Partner) -> None:
    runaway, other, person = _program(partner_a), _program(partner_a), api(besa)
    with clock.frozen(NOON):
        assert _use_up(runaway).status_code == 429
        for caller in (other, person):
            assert _fields(caller.get("/me/"))[1]["burst"] == {"r": 19, "t": 1}
        assert runaway.get("/me/").status_code == 429


def test_a_person_is_slowed_by_a_bucket_of_ones_own_and_has_no_quota(
    api: Api, besa: User, arta: User, partner_a: Partner
) -> None:
    with clock.frozen(NOON):
        refused = _use_up(api(besa))
        assert refused.json()["code"] == "rate_limited"
        assert list(_fields(refused)[0]) == ["burst"]
        assert api(arta).get("/me/").status_code == 200


def test_who_is_nobody_is_told_nothing() -> None:
    for path in ("/me/", "/places/", "/health/live"):
        assert "RateLimit" not in Caller().get(path).headers


def test_a_refused_token_is_not_counted(partner_a: Partner) -> None:
    caller = Caller()
    caller.credentials(HTTP_AUTHORIZATION="Bearer of bad news")
    assert "RateLimit" not in caller.get("/me/").headers


def test_the_quota_of_the_day_comes_back_at_midnight(settings: Any, partner_a: Partner) -> None:
    settings.DOSJA_CLIENT_QUOTA = 5
    program = _program(partner_a)
    with clock.frozen(NOON):
        refused = _use_up(program)
        assert refused.json()["code"] == "quota_used_up"
        assert refused.headers["Retry-After"] == "43200"
    with clock.frozen(NOON + timedelta(hours=12)):
        assert program.get("/me/").status_code == 200


def test_a_partner_sets_a_lower_quota_and_sees_what_was_used(
    api: Api, besa: User, partner_a: Partner
) -> None:
    program = _program(partner_a)
    with clock.frozen(NOON):
        path = f"/partners/pif/clients/{program.client_id}/"  # type: ignore[attr-defined]
        changed = api(besa).patch(path, {"daily_quota": 3}, if_match=1)
        assert changed.status_code == 200, changed.json()
        assert [program.get("/me/").status_code for _request in range(4)] == [200, 200, 200, 429]
        told = api(besa).get(path).json()
        assert (told["own_daily_quota"], told["daily_quota"], told["used_today"]) == (3, 3, 3)
        assert api(besa).patch(path, {"daily_quota": None}, if_match=2).json()["daily_quota"] == 1_000
        assert program.get("/me/").status_code == 200
    line = AuditEvent.objects.filter(action="client.limited").order_by("pk").first()
    assert line is not None and line.facts["daily_quota"] == 3


def test_a_partner_cannot_go_above_the_installation(api: Api, besa: User, partner_a: Partner) -> None:
    path = f"/partners/pif/clients/{_program(partner_a).client_id}/"  # type: ignore[attr-defined]
    refused = api(besa).patch(path, {"daily_quota": 1_001}, if_match=1)
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["code"] == "above_installation"


def test_an_installation_that_lowers_its_quota_lowers_all(
    api: Api, besa: User, settings: Any, partner_a: Partner
) -> None:
    path = f"/partners/pif/clients/{_program(partner_a).client_id}/"  # type: ignore[attr-defined]
    api(besa).patch(path, {"daily_quota": 900}, if_match=1)
    settings.DOSJA_CLIENT_QUOTA = 500
    assert api(besa).get(path).json()["daily_quota"] == 500


def test_a_stale_or_ended_program_is_not_changed(api: Api, besa: User, partner_a: Partner) -> None:
    path = f"/partners/pif/clients/{_program(partner_a).client_id}/"  # type: ignore[attr-defined]
    assert api(besa).patch(path, {"daily_quota": 9}, if_match=7).status_code == 412
    api(besa).post(f"{path}end/", if_match=1)
    assert api(besa).patch(path, {"daily_quota": 9}, if_match=2).status_code == 409


def test_metering_asks_the_database_nothing(settings: Any, partner_a: Partner) -> None:
    program = _program(partner_a)
    counts = []
    for rate in (0, 60):
        settings.DOSJA_CLIENT_RATE = rate
        with CaptureQueriesContext(connection) as asked:
            answer = program.get("/me/")
        counts.append((len(asked), "RateLimit" in answer.headers))
    assert counts[0] == (counts[1][0], False) and counts[1][1]
