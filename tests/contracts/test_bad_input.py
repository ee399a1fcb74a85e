"""Whatever is sent, the answer is a problem document with a stable code, and nothing is half written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Complaint
from tests.calling import Caller
from tests.contracts.description import PROBLEM, Operation, document, operations
from tests.contracts.matrix import matrix
from tests.contracts.targets import TARGETS
from tests.contracts.world import INSIDE, Acting, World, undone
from tests.factories import complaints as filing
from tests.factories.partners import access_token, api_client

pytestmark = pytest.mark.either_engine("postgresql")

MALFORMED: Mapping[str, bytes] = {
    "half an object": b'{"text": ',
    "nothing but a word": b"text",
    "not UTF-8": b'{"text": "\xff\xfe"}',
    "a lone surrogate": rb'{"text": "\ud800"}',
    "not a number": b'{"text": NaN}',
    "endless depth": b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "two objects": b"{}{}",
    "a form": b"text=x",
}
NO_OBJECT = (b"[]", b"null", b'"text"', b"7", b'[{"text": "x"}]')
# What a client must never set: the server does.
ASSIGNED: Mapping[str, Any] = {
    "id": str(uuid4()),
    "owner": "akt",
    "state": "closed",
    "stage": "resolution",
    "reference": "PIF-2026-999999",
    "version": 99,
    "created_at": "2020-01-01T00:00:00Z",
    "is_superuser": True,
    "\u202e\u0000\ufeff": "x",
}
# No field of the API takes any of these.
MISFITS: tuple[Any, ...] = (
    {"a": {"b": [1]}},
    [[["x"]]],
    [None],
    "\u0000",
    "a\u0000b",
    10**400,
    -(2**70),
    1e308,
)
BIG = b'{"text": "' + b"x" * 10_000_000 + b'"}'


@pytest.fixture
def world(db: None) -> World:
    made = World()
    assert made.callers
    return made


def _with_body() -> Iterator[Operation]:
    """Those that take JSON; how files are refused, tests/files and tests/intake say."""
    return (one for one in operations().values() if "application/json" in _bodies(one))


def _bodies(operation: Operation) -> Mapping[str, Any]:
    taken: Mapping[str, Any] = operation.facts.get("requestBody", {}).get("content", {})
    return taken


def _allowed(world: World, operation: Operation) -> Acting:
    """Somebody whom the matrix lets through; where that is nobody, Besa."""
    row = matrix()[operation.id]
    name = next((name for name in ("besa", "admin", "dafina") if row[name] < 300), "besa")
    return world.callers[name]


class Try:
    """One operation, ready to be called by somebody whom the matrix lets through."""

    def __init__(self, world: World, operation: Operation) -> None:
        self.operation, acting = operation, _allowed(world, operation)
        target = TARGETS[operation.id]
        self.caller = acting.caller
        self.path = operation.address(**target.own(world, acting.home))
        self.valid = target.body(world, acting.home) or {}

    def send(self, body: bytes, **extra: Any) -> Any:
        if self.operation.needs_if_match:
            extra.setdefault("if_match", "*")
        return self.caller.raw(self.operation.method.upper(), self.path, body, **extra)


@contextmanager
def _nothing_written() -> Iterator[None]:
    before = _rows()
    yield
    after = _rows()
    assert {table: count for table, count in after.items() if count != before[table]} == {}


def _require(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.content[:300]
    assert answer.headers["Content-Type"] == PROBLEM
    problem: dict[str, Any] = answer.json()
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["title"]
    return problem


def _rows() -> dict[str, int]:
    """How many rows every table of ours has, in one question: it is asked a thousand times."""
    with connection.cursor() as cursor:
        cursor.execute(_counting())
        return dict(cursor.fetchall())


@cache
def _counting() -> str:
    tables = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("backend.") and model._meta.app_label != "idempotency"
    }
    return " UNION ALL ".join(f"SELECT '{table}', count(*) FROM \"{table}\"" for table in sorted(tables))


def _dumped(value: Any) -> bytes:
    # Not orjson: it refuses to write what the API must refuse to read.
    import json

    return json.dumps(value).encode()


def test_no_body_is_half_understood(world: World, subtests: Any) -> None:
    for operation in _with_body():
        tried = Try(world, operation)
        with subtests.test(operation.id), _nothing_written():
            for body in MALFORMED.values():
                _require(tried.send(body), 400, "malformed")
            for body in NO_OBJECT:
                _require(tried.send(body), 400, "invalid")
            problem = _require(tried.send(_dumped(tried.valid | ASSIGNED)), 400, "invalid")
            refused = {error["field"] for error in problem["errors"] if error["code"] == "unknown_field"}
            assert {"owner", "reference", "is_superuser"} <= refused


def test_wrong_types_of_bodies_are_told(world: World, subtests: Any) -> None:
    for operation in _with_body():
        tried = Try(world, operation)
        with subtests.test(operation.id), _nothing_written():
            for media_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"):
                _require(tried.send(b"a=b", content_type=media_type), 415, "unsupported_media_type")
            _require(tried.send(b"{}", headers={"Accept": "text/html"}), 406, "not_acceptable")


def test_ten_megabytes_are_refused(world: World) -> None:
    for name in ("complaints_file", "cases_notes_create", "receipts_open"):
        tried = Try(world, operations()[name])
        with _nothing_written():
            _require(tried.send(BIG), 413, "too_large")


def test_no_field_takes_what_does_not_fit(world: World, subtests: Any) -> None:
    for operation in _with_body():
        tried = Try(world, operation)
        with subtests.test(operation.id), _nothing_written():
            for field in _fields(operation):
                for misfit in MISFITS:
                    answer = tried.send(_dumped({**tried.valid, field: misfit}))
                    assert answer.status_code == 400, (field, misfit, answer.content[:300])


def _fields(operation: Operation) -> list[str]:
    schema = operation.facts["requestBody"]["content"]["application/json"]["schema"]
    shape = document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return list(shape["properties"])


def test_a_change_needs_the_version_it_was_made_from(world: World, subtests: Any) -> None:
    for operation in operations().values():
        if not operation.needs_if_match:
            continue
        tried = Try(world, operation)
        body = _dumped(tried.valid)
        with subtests.test(operation.id), _nothing_written():
            _require(tried.send(body, if_match=""), 428, "precondition_required")
            _require(tried.send(body, if_match='"987654"'), 412, "stale")
            for garbage in ("x", '"x"', '"1", "2"', "-1", "9" * 400, "١"):
                _require(tried.send(body, if_match=garbage), 400, "invalid")


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer ", "Bearer x", "bearer \x00", "Bearer " + "x" * 5000, "Bearer é", "Bearer a b c"],
)
def test_garbage_is_no_token(world: World, header: str) -> None:
    caller = Caller(headers={"Authorization": header})
    for path in ("/me/", "/cases/", "/places/", f"/cases/{world.case('a', 'received').pk}/"):
        answer = caller.get(path)
        _require(answer, 401, "authentication_failed")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")


@pytest.mark.parametrize("header", ["Basic YTpi", "Token x", "x", "Negotiate"])
def test_other_ways_to_sign_in_are_nobody(db: None, header: str) -> None:
    answer = Caller(headers={"Authorization": header}).get("/me/")
    _require(answer, 401, "not_authenticated")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer ")


def test_an_expired_or_foreign_token_opens_nothing(world: World) -> None:
    client = api_client(world.a.partner, scopes=["cases:read"])
    expired = Caller(headers={"Authorization": f"Bearer {access_token(client.client_id, seconds=-1)}"})
    _require(expired.get("/cases/"), 401, "authentication_failed")
    foreign = api_client(world.b.partner, scopes=["cases:read"])
    caller = Caller(headers={"Authorization": f"Bearer {access_token(foreign.client_id)}"})
    _require(caller.get(f"/cases/{world.case('a', 'received').pk}/"), 404, "not_found")


def test_every_list_refuses_what_it_would_ignore(world: World, subtests: Any) -> None:
    for operation in operations().values():
        if operation.method != "get":
            continue
        tried = Try(world, operation)
        with subtests.test(operation.id):
            for query in ({"nonsense": "1"}, {"ordering": "password"}, {"format": "json"}):
                _require(tried.caller.get(tried.path, query), 400, "invalid")
            if not operation.is_list:
                continue
            for size in ("0", "-1", "9999", "abc", "1.5", "", "9" * 30):
                _require(tried.caller.get(tried.path, {"page_size": size}), 400, "invalid")
            for cursor in ("x", "é", "\x00", "a" * 3000, "cD0lMDA=", "////"):
                _require(tried.caller.get(tried.path, {"cursor": cursor}), 400, "invalid")


@pytest.mark.parametrize(
    "path",
    [
        "/", "/nothing/", "/cases/x/", "/cases/00000000-0000-0000-0000-00000000000/", "/cases/%00/",
        "/cases/..%2f..%2f/", "/places/%F0%9F%98%80/", "/places/a%20b/", "/places/" + "a" * 3000 + "/",
        "/cases", "/me", "/cases//", "/v2/cases/", "/CASES/", "/cases/count", "/partners/%E2%80%AE/",
    ],
)  # fmt: skip
def test_an_unknown_address_is_a_problem_document(world: World, path: str) -> None:
    caller = world.callers["besa"].caller
    _require(caller.get(path), 404, "not_found")
    for method in ("POST", "DELETE"):
        answer = caller.raw(method, path, b"{}")
        _require(answer, *((404, "not_found") if answer.status_code == 404 else (405, "method_not_allowed")))


def test_no_number_is_too_large_for_an_address(world: World) -> None:
    caller = world.callers["besa"].caller
    for number in (0, 2**31, 2**63, 10**40):
        path = f"/cases/{world.case('a', 'open').pk}/links/{number}/"
        _require(caller.delete(path), 404, "not_found")


def test_an_address_takes_only_its_methods(world: World, subtests: Any) -> None:
    for path, item in document()["paths"].items():
        operation = operations()[list(item.values())[-1]["operationId"]]
        tried = Try(world, operation)
        with subtests.test(path):
            for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"} - {
                name.upper() for name in item
            }:
                answer = tried.caller.raw(method, tried.path, b"{}")
                _require(answer, 405, "method_not_allowed")
                assert set(answer.headers["Allow"].replace(",", " ").lower().split()) >= set(item)


EXACT = {
    "emoji": "Ata thanë 😀👩‍👩‍👧 dhe iu dha leja 🇽🇰.",
    "right to left": "\u202eabc\u202c \u200fשלום\u200e و مرحبا",
    "combining": "Prishtine\u0308 e\u0301 ẞ ﬁ \u1100\u1161\u11a8",
    "all scripts": "Приштина, თბილისი, Prishtinë, Đorđe, 北京",
    "breaks and blanks": "një\r\ndy\ntre\tkatër\u00a0\u2028pesë\u200b",
    "no tags": "<script>alert(1)</script> {{ 7*7 }} ${x} %s ' OR 1=1 --",
    "far planes": "\U0010ffff \U0001f9ff \ufeff",
}


@pytest.mark.parametrize("words", EXACT.values(), ids=list(EXACT))
def test_words_come_back_byte_for_byte(world: World, words: str) -> None:
    besa = world.callers["besa"].caller
    told = filing.body(partner="pif", channel="phone", narrative=f"  {words}\n", wish=words)
    filed = besa.post("/complaints/", told).json()
    shown = besa.get(f"/cases/{filed['case']}/complaint/").json()
    assert (shown["narrative"], shown["wish"]) == (f"  {words}\n", words)
    besa.post(f"/cases/{filed['case']}/start_triage/", if_match="*")
    note = besa.post(f"/cases/{filed['case']}/notes/", {"text": f"a{words}b"})
    assert note.json()["text"] == f"a{words}b"
    receipt = {name: filed["receipt"][name] for name in ("number", "secret")}
    written = Caller().post("/receipts/messages/", {**receipt, "text": words})
    assert written.json()["text"] == words
    told = Caller().post("/receipts/", receipt)
    assert told.json()["messages"][-1]["text"] == words


def _day(offset: int) -> str:
    return (clock.now() + timedelta(days=offset)).date().isoformat()


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("happened_on", _day(3)),
        ("happened_on", "1899-12-31"),
        ("happened_on", "2026-02-30"),
        ("happened_on", "0000-00-00"),
        ("happened_on", "99999-01-01"),
        ("happened_on", "2026-01-01T00:00:00Z"),
        ("received_on", _day(3)),
        ("received_on", _day(-800)),
    ],
)
def test_a_complaint_cannot_be_of_an_impossible_day(world: World, field: str, day: str) -> None:
    before = _rows()
    told = filing.body(partner="pif", channel="phone", **{field: day})
    problem = _require(world.callers["besa"].caller.post("/complaints/", told), 400, "invalid")
    assert [error["field"] for error in problem["errors"]] == [field]
    assert _rows() == before


@pytest.mark.parametrize(
    ("operation", "field", "offset"),
    [
        ("cases_referrals_send", "sent_on", 3),
        ("cases_referrals_send", "sent_on", -400),
        ("cases_referrals_deliveries_sent", "sent_on", 3),
        ("cases_referrals_deliveries_sent", "sent_on", -400),
        ("cases_referrals_register", "registered_on", 3),
        ("cases_referrals_register", "registered_on", -400),
        ("cases_referrals_record_answer", "answered_on", 3),
        ("cases_referrals_record_answer", "answered_on", -400),
        ("cases_referrals_redirect", "redirected_on", 3),
        ("cases_referrals_redirect", "redirected_on", -400),
    ],
)
def test_a_step_cannot_be_of_an_impossible_day(world: World, operation: str, field: str, offset: int) -> None:
    body = TARGETS[operation].body(world, "a") | {field: _day(offset)}
    target = operations()[operation]
    path = target.address(**TARGETS[operation].own(world, "a"))
    before = _rows()
    problem = _require(world.callers["besa"].caller.post(path, body, if_match="*"), 400, "invalid")
    assert [error["field"] for error in problem["errors"]] == [field]
    assert _rows() == before


@pytest.mark.parametrize(
    ("operation", "field"),
    [
        ("cases_mark_duplicate", "original"),
        ("cases_links_create", "other"),
        ("cases_merges_create", "other"),
        ("quarantine_merge", "case"),
        ("cases_referrals_create", "escalates"),
    ],
)
def test_a_foreign_id_in_a_body_looks_like_none(world: World, operation: str, field: str) -> None:
    foreign = world.referral("b", "sent") if field == "escalates" else world.case("b", "other")
    besa, target = world.callers["besa"].caller, operations()[operation]
    path = target.address(**TARGETS[operation].own(world, "a"))
    answers = []
    for named in (foreign.pk, uuid4()):
        body = TARGETS[operation].body(world, "a") | {field: str(named)}
        answers.append(besa.post(path, body, **({"if_match": "*"} if target.needs_if_match else {})))
    assert answers[0].status_code == answers[1].status_code == 400
    assert answers[0].content == answers[1].content


def test_a_complaint_for_another_partner_looks_like_one_for_none(world: World) -> None:
    besa, before = world.callers["besa"].caller, _rows()
    answers = [
        besa.post("/complaints/", filing.body(partner=slug, channel="phone")) for slug in ("akt", "nobody")
    ]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert answers[0].content == answers[1].content
    assert _rows() == before


def test_foreign_people_are_neither_assigned_nor_named(world: World) -> None:
    besa, nino = world.callers["besa"].caller, str(world.b.caseworker.pk)
    here = f"/cases/{world.case('a', 'open').pk}/"
    before = _rows()
    _require(besa.post(f"{here}assign/", {"assignee": nino}, if_match="*"), 409, "case.not_assignable")
    _require(besa.post(f"{here}restrict/", {"people": [nino]}, if_match="*"), 409, "case.not_nameable")
    assert _rows() == before


def test_one_rule_broken_late_leaves_nothing_behind(world: World) -> None:
    """The second consent is refused after complaint, key and case would have been written."""
    consents = [
        {"purpose": "processing", "text_version": "1"},
        {"purpose": "referral", "text_version": "1", "institution": "nothing-of-the-kind"},
    ]
    before = _rows()
    form = Caller(headers={"X-Form-Key": world.a.partner.form_key})
    _require(form.post("/complaints/", filing.body(consents=consents)), 400, "invalid")
    assert _rows() == before


def test_the_code_is_the_same_in_every_language(world: World) -> None:
    besa, path = world.callers["besa"].caller, f"/cases/{uuid4()}/"
    problems = {
        language: _require(besa.get(path, language=language), 404, "not_found")
        for language in (*Language.values, "tlh", "*", "sq;q=nonsense", "\x00")
    }
    assert {problem["code"] for problem in problems.values()} == {"not_found"}
    catalogue = settings.BASE_DIR / "backend" / "locale" / "sq" / "LC_MESSAGES" / "django.mo"
    if not catalogue.exists():
        pytest.skip("the catalogues are not compiled: make setup")
    assert len({problems[language]["title"] for language in Language.values}) == len(Language)


def test_a_stored_complaint_is_not_changed_by_anything_sent(world: World) -> None:
    """Words are immutable: there is no method for it under any address."""
    case = world.case("a", "open")
    before = Complaint.objects.get(pk=case.complaint_id).narrative
    for method in ("PUT", "PATCH", "POST", "DELETE"):
        with undone():
            answer = world.callers["besa"].caller.raw(
                method, f"/cases/{case.pk}/complaint/", _dumped({"narrative": INSIDE})
            )
        _require(answer, 405, "method_not_allowed")
    assert Complaint.objects.get(pk=case.complaint_id).narrative == before
