"""The entry, signing in and out, the language of a page, the headers of every answer."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from backend.partners.models import User

LANGUAGES = ["sq", "sr-latn", "sr-cyrl", "ka", "en"]
PASSWORD = "a long enough one 2026"


@pytest.fixture
def visa(db: None) -> User:
    """Somebody with a password, and no role anywhere."""
    return User.objects.create_user("visa@partner.example", PASSWORD, name="Visa")


def sign_in(client: Client, password: str = PASSWORD, **headers: str) -> Any:
    return client.post(
        "/accounts/login/", {"login": "visa@partner.example", "password": password}, headers=headers
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/accounts/login/"])
def test_a_page_speaks_the_language_that_was_chosen(
    client: Client, db: None, path: str, language: str
) -> None:
    answer = client.get(path, {"language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert "<script" not in answer.text
    assert answer.text.count("http") == 0
    assert f'<html lang="{language}">' in client.get(path).text, "the choice was forgotten"


@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [("sq-AL,en;q=0.5", "sq"), ("sr-Cyrl-RS", "sr-cyrl"), ("sr-RS", "sr-latn"), ("ka", "ka"), ("fi", "en")],
)
def test_a_page_speaks_the_language_of_the_browser(
    client: Client, db: None, accepted: str, spoken: str
) -> None:
    assert f'<html lang="{spoken}">' in client.get("/", headers={"accept-language": accepted}).text


def test_an_unknown_language_changes_nothing(client: Client, db: None) -> None:
    answer = client.get("/?language=../../etc")
    assert answer.status_code == 200
    assert not answer.cookies


def test_staff_sign_in_and_out(client: Client, visa: User) -> None:
    assert sign_in(client).headers["Location"] == "/"
    assert "visa@partner.example" in client.get("/").text
    assert client.get("/accounts/logout/").status_code == 200
    client.post("/accounts/logout/")
    assert "visa@partner.example" not in client.get("/").text


def test_a_wrong_password_and_an_unknown_address_look_alike(client: Client, visa: User) -> None:
    wrong = sign_in(client, password="not the one")
    User.objects.update(email="somebody@partner.example")
    unknown = sign_in(client)
    assert wrong.status_code == unknown.status_code == 200
    assert "do not belong together" in wrong.text
    assert "do not belong together" in unknown.text


def test_an_account_that_is_switched_off_stays_outside(client: Client, visa: User) -> None:
    User.objects.update(is_active=False)
    answer = sign_in(client)
    assert answer.headers["Location"] == "/accounts/inactive/"
    assert client.get("/accounts/inactive/").status_code == 200
    assert "_auth_user_id" not in client.session


def test_too_many_wrong_passwords_are_slowed_down(client: Client, visa: User) -> None:
    answers = [sign_in(client, password=f"wrong {number}") for number in range(12)]
    assert "Too many tries" in answers[-1].text or answers[-1].status_code == 429
    assert "Location" not in sign_in(client).headers


def test_nobody_signs_up(client: Client, db: None) -> None:
    new = {"email": "new@partner.example", "password": PASSWORD, "password1": PASSWORD}
    assert client.post("/accounts/signup/", new).status_code == 404
    answer = client.post("/_allauth/browser/v1/auth/signup", new, content_type="application/json")
    assert answer.status_code == 404
    assert not User.objects.exists()


def test_signing_in_never_leads_to_another_site(client: Client, visa: User) -> None:
    credentials = {"login": visa.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/accounts/login/", credentials).headers["Location"] == "/"


def test_the_form_needs_its_token(visa: User) -> None:
    careful = Client(enforce_csrf_checks=True)
    assert sign_in(careful).status_code == 403


def test_tools_sign_in_by_json(visa: User) -> None:
    tool = Client(enforce_csrf_checks=True)
    tool.get("/_allauth/browser/v1/config")
    token = {"x-csrftoken": tool.cookies["dosja_csrf"].value}
    body = {"email": visa.email, "password": PASSWORD}
    answer = tool.post(
        "/_allauth/browser/v1/auth/login", body, content_type="application/json", headers=token
    )
    assert answer.status_code == 200
    assert tool.get("/_allauth/browser/v1/auth/session").json()["meta"]["is_authenticated"] is True
    assert tool.delete("/_allauth/browser/v1/auth/session", headers=token).status_code == 403, (
        "token not rotated"
    )


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/health/live", "/nowhere"])
def test_every_answer_protects_itself(client: Client, db: None, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "script-src" not in headers["Content-Security-Policy"]
    assert "no-store" in headers["Cache-Control"] or "no-cache" in headers["Cache-Control"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_visit_without_signing_in_leaves_no_session(client: Client, db: None) -> None:
    assert "dosja_session" not in client.get("/").cookies


def test_the_description_of_the_interface_is_the_committed_one(client: Client) -> None:
    answer = client.get("/api/schema/")
    assert answer.content == (settings.BASE_DIR / "openapi.yaml").read_bytes()
    assert client.get("/api/schema/", headers={"if-none-match": answer.headers["ETag"]}).status_code == 304


def test_the_interface_can_be_browsed_without_anything_foreign(client: Client, db: None) -> None:
    answer = client.get("/api/docs/")
    assert answer.status_code == 200
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert "http" not in answer.text.replace("http-equiv", "")
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "path", ["/api/v1/cases/", "/api/v1/cases/00000000-0000-4000-8000-000000000000/tags/"]
)
def test_the_interface_is_not_described_by_options(visa: User, path: str) -> None:
    client = Client()
    client.force_login(visa)
    assert client.options(path).status_code == 405
