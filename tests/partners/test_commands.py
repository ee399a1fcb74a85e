"""The commands of the server: their JSON, their errors, what they keep to themselves."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client as HttpClient

from backend.audit.models import AuditEvent
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role, scopes_of_role

pytestmark = pytest.mark.django_db
LONG = "a-long-enough-pass-phrase"


def said(command: str, *arguments: str, **options: Any) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue()


def test_an_api_client_is_printed_as_json_and_works(partner_a: Partner) -> None:
    printed = json.loads(said("create_api_client", "--partner", "pif", "--role", "caseworker"))
    assert set(printed) == {"client_id", "client_secret", "token_url", "scopes"}
    assert printed["scopes"] == scopes_of_role(Role.CASEWORKER)
    answer = HttpClient().post(
        printed["token_url"].partition("//")[2].partition("/")[1] + "identity/o/api/token",
        {
            "grant_type": "client_credentials",
            "client_id": printed["client_id"],
            "client_secret": printed["client_secret"],
        },
    )
    assert answer.status_code == 200


def test_scopes_and_name_can_be_chosen(partner_a: Partner) -> None:
    arguments = ("--partner", "pif", "--role", "caseworker", "--name", "Kobo", "--scope", "intake")
    printed = json.loads(said("create_api_client", *arguments))
    assert printed["scopes"] == ["intake"]
    assert User.objects.get(is_service=True).name == "Kobo"


def test_the_token_address_is_the_one_from_outside(
    partner_a: Partner, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("create_api_client", "--partner", "pif", "--role", "observer")
    monkeypatch.setenv("PORT", "8010")
    here = json.loads(said(*arguments))["token_url"]
    given = json.loads(said(*arguments, "--base-url", "https://dosja.example.org/"))["token_url"]
    settings.DOSJA_MODE, settings.ALLOWED_HOSTS = "production", ["cases.example.org"]
    public = json.loads(said(*arguments))["token_url"]
    assert here == "http://localhost:8010/identity/o/api/token"
    assert given == "https://dosja.example.org/identity/o/api/token"
    assert public == "https://cases.example.org/identity/o/api/token"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--partner", "nowhere", "--role", "caseworker"), "no partner with the slug 'nowhere'"),
        (("--partner", "pif", "--role", "custodian"), "client.custodian"),
        (("--partner", "pif", "--role", "observer", "--scope", "cases:write"), "scopes"),
        (("--partner", "pif", "--role", "boss"), "invalid choice"),
        (("--partner", "pif"), "--role"),
        (("--role", "observer"), "--partner"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_makes_nothing(
    partner_a: Partner, arguments: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence) as refused:
        said("create_api_client", *arguments)
    assert refused.value.returncode != 0
    assert not User.objects.filter(is_service=True).exists()


def test_a_platform_administrator_signs_in_with_the_password_from_standard_input(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{LONG}\n"))
    printed = said("create_platform_administrator", "--email", "Root@example.org", "--password-stdin")
    admin = User.objects.get(email="root@example.org")
    assert admin.check_password(LONG)
    assert LONG not in printed
    assert actor_of(admin).keeps_platform
    assert actor_of(admin).permissions == {}
    assert AuditEvent.objects.filter(action="administrator.created", target_id=admin.pk).count() == 1


def test_a_generated_password_is_printed_once_and_works(db: None) -> None:
    printed = said("create_platform_administrator", "--email", "root@example.org", "--generate")
    password = printed.splitlines()[0].rpartition(" ")[2]
    assert User.objects.get(email="root@example.org").check_password(password)


@pytest.mark.parametrize("weak", ["", "short", "123456789012345", "password1234", "root@example.org"])
def test_a_weak_password_is_refused(db: None, monkeypatch: pytest.MonkeyPatch, weak: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{weak}\n"))
    with pytest.raises(CommandError):
        said("create_platform_administrator", "--email", "root@example.org", "--password-stdin")
    assert not User.objects.exists()


def test_without_anybody_at_the_keyboard_the_command_asks_for_another_way(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(CommandError, match="--password-stdin"):
        said("create_platform_administrator", "--email", "root@example.org")


def test_two_typed_passwords_must_agree(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([LONG, LONG + "x"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    with pytest.raises(CommandError, match="differ"):
        said("create_platform_administrator", "--email", "root@example.org")


@pytest.mark.parametrize("email", ["nonsense", "x@clients.invalid", "a\x00@example.org"])
def test_a_wrong_address_is_refused(db: None, email: str) -> None:
    with pytest.raises(CommandError):
        said("create_platform_administrator", "--email", email, "--generate")


def test_an_existing_person_is_not_made_administrator_by_the_way(arta: User) -> None:
    with pytest.raises(CommandError, match=r"user\.address_taken"):
        said("create_platform_administrator", "--email", arta.email.upper(), "--generate")
    assert not User.objects.get(pk=arta.pk).is_superuser
