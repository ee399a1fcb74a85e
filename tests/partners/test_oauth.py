"""Programs come in by OAuth client credentials: RFC 6749 at the token endpoint, RFC 6750 at the API."""

import base64
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.idp.oidc.models import Token
from django.conf import settings
from django.test import Client as HttpClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from backend.common import clock
from backend.partners import services
from backend.partners.actors import Actor
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.partners import PASSWORD, access_token, api_client, suspended

pytestmark = pytest.mark.django_db
TOKEN, REVOKE = "/identity/o/api/token", "/identity/o/api/revoke"
Api = Callable[[User], Caller]


@pytest.fixture
def made(partner_a: Partner) -> services.NewApiClient:
    return api_client(partner_a, Role.CASEWORKER)


def basic(client_id: str, secret: str) -> dict[str, str]:
    pair = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}


def ask(body: dict[str, Any], headers: dict[str, str] | None = None, path: str = TOKEN) -> Any:
    """As a program far away would: a form, no cookies, no CSRF token."""
    return HttpClient(enforce_csrf_checks=True).post(path, body, headers=headers or {})


def ask_by_body(made: services.NewApiClient, **more: str) -> Any:
    return ask(
        {
            "grant_type": "client_credentials",
            "client_id": made.client_id,
            "client_secret": made.client_secret,
            **more,
        }
    )


def bearing(token: str) -> Caller:
    caller = Caller()
    caller.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return caller


def test_a_program_gets_a_token_by_http_basic_and_uses_it(made: services.NewApiClient) -> None:
    answer = ask({"grant_type": "client_credentials"}, basic(made.client_id, made.client_secret))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    given = answer.json()
    assert (given["token_type"], given["expires_in"]) == ("Bearer", 3600)
    assert given["scope"].split() == made.scopes
    assert bearing(given["access_token"]).get("/me/").json()["kind"] == "client"


def test_a_program_gets_a_token_by_the_body(made: services.NewApiClient) -> None:
    answer = ask_by_body(made)
    assert answer.status_code == 200
    assert bearing(answer.json()["access_token"]).get("/me/").status_code == 200


def test_a_program_asks_for_less_and_gets_less(made: services.NewApiClient) -> None:
    answer = ask_by_body(made, scope="intake")
    me = bearing(answer.json()["access_token"]).get("/me/").json()
    assert me["scopes"] == ["intake"]
    assert me["partners"][0]["permissions"] == ["file_complaints"]


@pytest.mark.parametrize("scope", ["partner:manage", "openid", "intake partner:manage", "*"])
def test_a_scope_that_was_not_given_is_refused(made: services.NewApiClient, scope: str) -> None:
    answer = ask_by_body(made, scope=scope)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")
    assert not Token.objects.exists()


@pytest.mark.parametrize("how", ["basic", "body"])
def test_a_wrong_secret_is_refused(made: services.NewApiClient, how: str) -> None:
    body = {"grant_type": "client_credentials"}
    if how == "basic":
        answer = ask(body, basic(made.client_id, "wrong"))
    else:
        answer = ask({**body, "client_id": made.client_id, "client_secret": "wrong"})
    assert (answer.status_code, answer.json()) == (401, {"error": "invalid_client"})
    assert "WWW-Authenticate" in answer


def test_an_unknown_program_and_a_wrong_secret_get_the_same_answer(made: services.NewApiClient) -> None:
    wrong = ask({"grant_type": "client_credentials"}, basic(made.client_id, "wrong"))
    unknown = ask({"grant_type": "client_credentials"}, basic("0" * 32, "wrong"))
    assert (wrong.status_code, wrong.content) == (unknown.status_code, unknown.content)


@pytest.mark.parametrize(
    "grant",
    [
        "password",
        "authorization_code",
        "refresh_token",
        "urn:ietf:params:oauth:grant-type:device_code",
        "nonsense",
        "",
    ],
)
def test_there_is_no_other_grant(made: services.NewApiClient, arta: User, grant: str) -> None:
    more = {
        "username": arta.email,
        "password": PASSWORD,
        "code": "x",
        "refresh_token": "x",
        "device_code": "x",
    }
    answer = ask_by_body(made, **{**more, "grant_type": grant})
    assert (answer.status_code, answer.json()["error"]) == (400, "unsupported_grant_type")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ({}, {}),
        ({"grant_type": "client_credentials"}, {}),
        ({"grant_type": "client_credentials"}, {"Authorization": "Basic !!!"}),
        ({"grant_type": "client_credentials"}, {"Authorization": "Basic"}),
        ({"grant_type": "client_credentials"}, {"Authorization": "Bearer x"}),
        ({"grant_type": "client_credentials"}, basic("\x00", "x")),
        ({"grant_type": "client_credentials"}, {"Authorization": "Basic //79OmE="}),
        ({"grant_type": "client_credentials", "client_id": "\x00", "client_secret": "x"}, {}),
        ({"grant_type": "client_credentials", "client_id": "x" * 5000, "client_secret": "x"}, {}),
        ({"grant_type": "client_credentials\x00"}, {}),
        ({"\x00": "client_credentials"}, {}),
        ({"grant_type": ["client_credentials", "password"]}, {}),
    ],
)
def test_a_malformed_request_for_a_token_is_refused(
    partner_a: Partner, body: dict[str, Any], headers: dict[str, str]
) -> None:
    for path in (TOKEN, REVOKE):
        answer = ask(body, headers, path)
        assert answer.status_code in (400, 401)
        assert answer.json()["error"]


@pytest.mark.parametrize("resource", ["nonsense", "https://x/#a", "https://x/a/../b", "//"])
def test_a_malformed_resource_is_refused(made: services.NewApiClient, resource: str) -> None:
    answer = ask_by_body(made, resource=resource)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_target")


def test_a_token_for_one_resource_opens_no_other(made: services.NewApiClient) -> None:
    mine = ask_by_body(made, resource="http://testserver/api/v1/me").json()["access_token"]
    elsewhere = ask_by_body(made, resource="https://example.org/api").json()["access_token"]
    assert bearing(mine).get("/me/").status_code == 200
    assert bearing(mine).get("/partners/").status_code == 401
    assert bearing(elsewhere).get("/me/").status_code == 401


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=st.text(alphabet=st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=60))
def test_an_invented_token_is_refused_whatever_it_looks_like(db: None, value: str) -> None:
    answer = HttpClient().get("/api/v1/me/", headers={"Authorization": f"Bearer {value}"})
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == 'Bearer realm="dosja", error="invalid_token"'
    assert answer.json()["code"] == "authentication_failed"


def test_an_expired_token_is_refused(made: services.NewApiClient) -> None:
    assert bearing(access_token(made.client_id, seconds=-1)).get("/me/").status_code == 401


def test_a_token_of_an_ended_program_a_closed_account_or_a_suspended_partner_is_refused(
    made: services.NewApiClient, partner_a: Partner
) -> None:
    program = bearing(access_token(made.client_id))
    account = made.membership.user
    assert program.get("/me/").status_code == 200

    User.objects.filter(pk=account.pk).update(is_active=False)
    assert program.get("/me/").status_code == 401
    User.objects.filter(pk=account.pk).update(is_active=True)
    assert program.get("/me/").status_code == 200

    suspended(partner_a)
    refused = program.get("/me/")
    assert refused.status_code == 401
    assert refused["WWW-Authenticate"].startswith("Bearer")
    assert refused.json()["code"] == "authentication_failed"


def test_an_ended_program_gets_no_new_token(made: services.NewApiClient, partner_a: Partner) -> None:
    services.end_api_client("pif", made.client_id, expected=None, actor=Actor.system())
    assert ask_by_body(made).status_code == 401


def test_a_refresh_token_or_a_code_opens_nothing(made: services.NewApiClient) -> None:
    value = access_token(made.client_id)
    for kind in (Token.Type.REFRESH_TOKEN, Token.Type.AUTHORIZATION_CODE, Token.Type.INITIAL_ACCESS_TOKEN):
        Token.objects.update(type=kind)
        assert bearing(value).get("/me/").status_code == 401


def test_a_token_in_the_address_opens_nothing(made: services.NewApiClient, anonymous: Caller) -> None:
    """Addresses end up in logs."""
    assert anonymous.get(f"/me/?access_token={access_token(made.client_id)}").status_code == 401


def test_a_token_of_a_persons_client_opens_nothing(made: services.NewApiClient, arta: User) -> None:
    value = access_token(made.client_id)
    client = services.oauth_client(made.client_id)
    client.owner = arta
    client.save()
    assert bearing(value).get("/me/").status_code == 401


def test_a_bad_token_is_refused_also_beside_a_good_session(api: Api, arta: User) -> None:
    caller = api(arta)
    caller.credentials(HTTP_AUTHORIZATION="Bearer nonsense")
    assert caller.get("/me/").status_code == 401


def test_a_bad_token_is_refused_before_the_body_is_read(anonymous: Caller) -> None:
    anonymous.credentials(HTTP_AUTHORIZATION="Bearer nonsense")
    assert anonymous.raw("PATCH", "/me/", b"{not json", if_match=1).status_code == 401


def test_a_program_needs_no_csrf_token(made: services.NewApiClient) -> None:
    caller = Caller(enforce_csrf_checks=True)
    caller.credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(made.client_id)}")
    assert caller.patch("/me/", {"language": "sq"}, if_match=1).status_code == 200


def test_a_program_gives_its_token_back(made: services.NewApiClient) -> None:
    value = ask_by_body(made).json()["access_token"]
    answer = ask({"token": value}, basic(made.client_id, made.client_secret), REVOKE)
    assert answer.status_code == 200
    assert bearing(value).get("/me/").status_code == 401


def test_a_token_lives_an_hour_and_is_kept_as_a_hash_only(made: services.NewApiClient) -> None:
    value = ask_by_body(made).json()["access_token"]
    kept = Token.objects.get()
    assert value not in (kept.hash, str(kept.data))
    assert kept.expires_at is not None
    assert kept.expires_at <= clock.now() + timedelta(hours=1)


def test_no_private_key_is_needed(made: services.NewApiClient) -> None:
    """Tokens are opaque, so there is no signing key to make, keep or lose."""
    assert not getattr(settings, "IDP_OIDC_PRIVATE_KEY", "")
    assert ask_by_body(made).status_code == 200


def test_neither_secret_nor_token_reaches_the_log(
    made: services.NewApiClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        value = ask_by_body(made).json()["access_token"]
        ask_by_body(made, client_secret="a-wrong-secret")
        bearing(value).get("/me/")
    said = " ".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert value not in said
    assert made.client_secret not in said
    assert "a-wrong-secret" not in said


def test_the_caller_costs_two_queries(
    made: services.NewApiClient, django_assert_num_queries: Callable[..., Any]
) -> None:
    """One for the token with its account, one for the permissions; the third is the page itself."""
    caller = bearing(access_token(made.client_id))
    with django_assert_num_queries(3):
        caller.get("/partners/")


def test_an_invented_token_costs_one_query(db: None, django_assert_num_queries: Callable[..., Any]) -> None:
    with django_assert_num_queries(1):
        bearing("nonsense").get("/partners/")


@pytest.mark.parametrize(
    "path",
    [
        "/identity/o/authorize",
        "/identity/o/device",
        "/identity/o/logout",
        "/identity/o/api/userinfo",
        "/identity/o/api/introspect",
        "/identity/o/api/clients",
        "/identity/o/api/device/code",
    ],
)
def test_the_doors_for_browsers_do_not_exist(anonymous: Caller, path: str) -> None:
    assert anonymous.get(path).status_code == 404
    assert anonymous.post(path, {}).status_code == 404
