"""Every address that is no operation of the API, in every state: what its answers tell a browser.

`tests/conftest.py` looks at each answer of the whole suite in the same way; here it is made sure that no
page, error, redirect or file is left out. A new address without a row fails.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from backend.config import health, pages
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.partners import member
from tests.intake.pages.conftest import offered  # noqa: F401  # what the forms offer
from tests.intake.pages.test_assisted import BY_PHONE, Officer
from tests.intake.pages.test_embedding import FramedVisitor
from tests.intake.pages.test_every_page import every_page
from tests.intake.pages.visitor import ANONYMOUS, Visitor
from tests.mailroom.answering import answer_address, filled_in
from tests.partners.test_invitations import GOOD, INVITATIONS, NEW
from tests.partners.test_invitations import path as path_of
from tests.protection import weakness_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("offered"),
    pytest.mark.either_engine("postgresql"),
]
Answers = Iterator[tuple[str, Any]]


def addresses(patterns: Any = None, before: str = "") -> Iterator[str]:
    """All routes as urls.py writes them, without the API's, whose description has tests of its own."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and not route.startswith("api/v1/"):
            yield route


def _plainly(*paths: str) -> Callable[[Client], Answers]:
    """Got by anybody, and refused with a method that it does not take."""

    def walk(client: Client) -> Answers:
        for path in paths:
            yield path, client.get(path)
            yield f"{path} by DELETE", client.delete(path)

    return walk


def _forms(client: Client) -> Answers:
    """Each page of a visit: the steps right and wrong, the review, the receipt, the receipt page."""
    for name, visitor in every_page("sq"):
        yield name, visitor.answer
    yield "another partner", client.get("/forms/nobody/sq/")
    yield "another language", client.get("/forms/pif/xx/")
    yield "without a token", Client(enforce_csrf_checks=True).post("/forms/pif/sq/", {"step": "way"})
    yield "moved", client.post("/forms/pif/sq/", {"step": "way", "go": "next"})


def _preview(client: Client) -> Answers:
    yield "by nobody", client.get("/forms/pif/sq/preview/")
    client.force_login(member(Partner.objects.get(slug="pif"), Role.COORDINATOR))
    yield "first page", client.get("/forms/pif/sq/preview/")
    yield "moved", client.post("/forms/pif/sq/preview/", {"step": "way", "complainant_kind": "anonymous"})
    yield "second page", client.get("/forms/pif/sq/preview/")
    yield "another language", client.get("/forms/pif/xx/preview/")


def _told(client: Client) -> Answers:
    yield "by nobody", client.get("/assisted/pif/sq/")
    officer = Officer(member(Partner.objects.get(slug="pif"), Role.INTAKE_OFFICER))
    yield "how it was told", officer.answer
    yield "with errors", officer.press("next").answer
    yield "review", officer.fill_in(BY_PHONE | ANONYMOUS).answer
    yield "receipt", officer.press("file").answer
    yield "entry", officer.go("/").answer


def _frames(client: Client) -> Answers:
    for name, visitor in every_page("sq", FramedVisitor("/embed/pif/sq/")):
        yield name, visitor.answer
    yield "sent from elsewhere", client.post("/embed/pif/sq/", {"step": "way"})
    yield "cookies blocked", client.get("/embed/pif/sq/?begun")
    yield "left", client.post("/leave/", {"draft": "x"})


def _receipts(client: Client) -> Answers:
    yield "closed", client.get("/receipt/")
    yield "mistyped", client.post("/receipt/", {"go": "open", "number": "1", "secret": "2"})
    yield (
        "unknown",
        client.post("/receipt/", {"go": "open", "number": "12345678", "secret": "123456789012345678903"}),
    )
    visitor = Visitor("/receipt/").press("language:ka", number="1")
    yield "in another language", visitor.answer


def _answers(client: Client) -> Answers:
    path = answer_address()
    yield "asked", client.get(path)
    yield "wrong", client.post(path, {"go": "send"})
    yield "sent", client.post(path, filled_in())
    yield "used", client.get(path)
    yield "unknown", client.get("/answer/unknown/")


def _password_link(client: Client) -> Answers:
    partner = Partner.objects.get(slug="pif")
    coordinator, person = Caller(), member(partner, Role.OBSERVER)
    coordinator.force_login(member(partner, Role.COORDINATOR))
    made = coordinator.post(f"/partners/pif/people/{person.pk}/password_link/").json()
    path = "/password/" + made["link"].partition("/password/")[2]
    yield "open", client.get(path)
    yield "refused", client.post(path, {"password": "short", "again": "short"})
    yield "chosen", client.post(path, {"password": GOOD, "again": GOOD})
    yield "used", client.get(path)


def _invitation(client: Client) -> Answers:
    coordinator = Caller()
    coordinator.force_login(member(Partner.objects.get(slug="pif"), Role.COORDINATOR))
    path = path_of(coordinator.post(INVITATIONS, NEW).json())
    yield "asked", client.get(path)
    yield "wrong", client.post(path, {"name": "Vjosa", "password": "x", "again": "y"})
    yield "taken up", client.post(path, {"name": "Vjosa", "password": GOOD, "again": GOOD})
    yield "used", client.get(path)
    yield "unknown", client.get("/invitation/unknown/")


def _sign_in(client: Client) -> Answers:
    yield "form", client.get("/accounts/login/")
    for number in range(12):
        wrong = {"login": "visa@partner.example", "password": f"wrong {number}"}
        yield f"wrong {number}", client.post("/accounts/login/", wrong)


def _sign_out(client: Client) -> Answers:
    yield "by nobody", client.get("/accounts/logout/")
    client.force_login(User.objects.create_user("visa@partner.example", "a long enough one 2026", name="V"))
    yield "entry", client.get("/")
    yield "form", client.get("/accounts/logout/")
    yield "done", client.post("/accounts/logout/")


def _second_step(client: Client) -> Answers:
    yield "by nobody", client.get("/accounts/second-step/")
    client.force_login(User.objects.create_user("visa@partner.example", "a long enough one 2026", name="V"))
    for path in ("", "/totp", "/recovery-codes"):
        yield path, client.get(f"/_allauth/browser/v1/account/authenticators{path}")


ROWS: dict[str, Callable[[Client], Answers]] = {
    "": _plainly("/", "/?language=ka"),
    "health/live": _plainly("/health/live"),
    "health/ready": _plainly("/health/ready"),
    "forms/<slug:slug>/": _plainly("/forms/pif/", "/forms/nobody/"),
    "forms/<slug:slug>/<str:language>/": _forms,
    "forms/<slug:slug>/<str:language>/preview/": _preview,
    "receipt/": _receipts,
    "answer/<str:token>/": _answers,
    "calendar/<str:token>.ics": _plainly("/calendar/unknown.ics"),
    "leave/": _plainly("/leave/"),
    "assisted/<slug:slug>/<str:language>/": _told,
    "embed/<slug:slug>/<str:language>/": _frames,
    "embed.js": _plainly("/embed.js"),
    "demo/partner-site/": _plainly("/demo/partner-site/", "/demo/partner-site/?language=ka"),
    "invitation/<str:token>/": _invitation,
    "password/": _plainly("/password/"),
    "password/<str:token>/": _password_link,
    "accounts/login/": _sign_in,
    "accounts/logout/": _sign_out,
    "accounts/second-step/": _second_step,
    "accounts/inactive/": _plainly("/accounts/inactive/"),
    "_allauth/browser/v1/config": _plainly("/_allauth/browser/v1/config"),
    "_allauth/browser/v1/auth/session": _plainly("/_allauth/browser/v1/auth/session"),
    "_allauth/browser/v1/auth/login": _plainly("/_allauth/browser/v1/auth/login"),
    **{
        f"_allauth/browser/v1/{path}": _plainly(f"/_allauth/browser/v1/{path}")
        for path in (
            *("auth/reauthenticate", "auth/2fa/authenticate", "auth/2fa/reauthenticate"),
            *("account/authenticators", "account/authenticators/totp"),
            *("account/authenticators/recovery-codes", "account/authenticators/webauthn"),
            *("auth/webauthn/authenticate", "auth/webauthn/reauthenticate", "auth/webauthn/login"),
        )
    },
    "dashboard/": _plainly("/dashboard/", "/dashboard/?language=ka"),
    "dashboard/<path:path>": _plainly("/dashboard/cases/1", "/dashboard/nowhere"),
    "identity/o/api/token": _plainly("/identity/o/api/token"),
    "identity/o/api/revoke": _plainly("/identity/o/api/revoke"),
    **{
        f"collect/{path}": _plainly(f"/collect/{path}".replace("<slug:form>", "pif"))
        for path in (
            "formList",
            "forms/<slug:form>.xml",
            "forms/<slug:form>/manifest.xml",
            "submission",
            "kobo",
        )
    },
    "open311/discovery.<str:format>": _plainly("/open311/discovery.json", "/open311/discovery.xml"),
    "open311/v2/<slug:name>.<str:format>": _plainly("/open311/v2/services.json", "/open311/v2/requests.xml"),
    "open311/v2/<slug:name>/<str:id>.<str:format>": _plainly("/open311/v2/requests/1.json"),
    "open311/v2/<path:path>": _plainly("/open311/v2/nowhere"),
    "api/schema/": _plainly("/api/schema/"),
    "api/docs/": _plainly("/api/docs/", "/api/docs/?script="),
}


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(addresses()) == set(ROWS), "say in ROWS how a new address is reached, in all its states"


@pytest.mark.parametrize("route", ROWS)
def test_every_answer_is_protected(route: str, client: Client) -> None:
    seen = 0
    for name, answer in ROWS[route](client):
        assert weakness_of(answer) is None, (route, name, weakness_of(answer))
        seen += 1
    assert seen


def _broken(*_args: Any, **_options: Any) -> Any:
    raise RuntimeError


def test_every_refusal_is_protected(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    forgiving = Client(raise_request_exception=False)
    monkeypatch.setattr(pages, "current_language", _broken)
    monkeypatch.setattr(health, "connection", None)
    refusals = {
        (400, "/"): client.get("/", headers={"host": "elsewhere.example"}),
        (403, "/accounts/login/"): Client(enforce_csrf_checks=True).post("/accounts/login/"),
        (404, "/nowhere"): client.get("/nowhere"),
        (404, "/api/v1/nowhere/"): client.get("/api/v1/nowhere/"),
        (405, "/"): client.post("/"),
        (405, "/api/v1/cases/"): client.delete("/api/v1/receipts/"),
        (413, "/receipt/"): client.post("/receipt/", {"text": "x" * 1_100_000}),
        (500, "/"): forgiving.get("/"),
    }
    for (status, path), answer in refusals.items():
        assert answer.status_code == status, path
        assert weakness_of(answer) is None, (path, weakness_of(answer))


def test_a_redirect_to_https_and_a_forgotten_slash_are_protected(db: None, settings: Any) -> None:
    moved = Client().get("/receipt")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/receipt/")
    assert weakness_of(moved) is None
    settings.SECURE_SSL_REDIRECT = True
    safer = Client().get("/receipt/")
    assert (safer.status_code, safer.headers["Location"]) == (301, "https://testserver/receipt/")
    assert weakness_of(safer) is None


@pytest.mark.parametrize("name", ["dosja/pages.css", "intake/citizens.css"])
def test_files_of_ours_are_protected(name: str, settings: Any) -> None:
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    answer = Client().get(f"/static/{name}")
    assert answer.status_code == 200
    assert weakness_of(answer) is None


class TestTheLookItself:
    """A guard that sees nothing would be worse than none."""

    @pytest.fixture
    def answer(self, client: Client, db: None) -> Any:
        return client.get("/")

    @pytest.mark.parametrize(
        "name",
        [
            *("Content-Security-Policy", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options"),
            *("Cache-Control", "X-Content-Type-Options"),
            *("Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"),
        ],
    )
    def test_a_missing_header_is_found(self, answer: Any, name: str) -> None:
        del answer.headers[name]
        assert weakness_of(answer)

    @pytest.mark.parametrize(
        "markup",
        [
            *("<script>1</script>", "<style>p{}</style>", '<p onclick="x()">', '<p style="color:red">'),
            *('<script src="/static/intake/leaving.js"></script>', '<img src="//elsewhere.example/x.png">'),
            '<form action="https://elsewhere.example/">',
        ],
    )
    def test_foreign_and_inline_things_are_found(self, answer: Any, markup: str) -> None:
        answer.content = answer.content.replace(b"</main>", markup.encode() + b"</main>")
        assert weakness_of(answer)
