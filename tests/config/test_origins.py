"""Forms of our own pages come through the CSRF check although nothing is told where they come from."""

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
NEW = {"sec-fetch-site": "same-origin"}
# What browsers ask pages for; programs and tools do not.
PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def post(*, token: bool = True, https: bool = False, **headers: str) -> int:
    """Sign in from a page with a valid token (or none); only the check's answer counts."""
    client = Client(enforce_csrf_checks=True)
    page = client.get("/accounts/login/", secure=https)
    sent = {"csrfmiddlewaretoken": page.context["csrf_token"]} if token else {}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/accounts/login/", sent, headers=named, secure=https).status_code


@pytest.mark.parametrize("https", [False, True])
def test_a_browser_that_hides_the_origin_says_that_it_is_ours(https: bool) -> None:
    assert post(https=https, origin="null", sec_fetch_site="same-origin") == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "SAME-ORIGIN", ""])
def test_a_hidden_origin_from_elsewhere_is_refused(site: str) -> None:
    assert post(origin="null", sec_fetch_site=site) == 403
    assert post(origin="null") == 403


def test_a_foreign_origin_stays_foreign_whatever_else_is_said() -> None:
    assert post(origin="https://elsewhere.example", sec_fetch_site="same-origin") == 403


def test_the_token_is_asked_for_in_any_case() -> None:
    assert post(token=False, origin="null", sec_fetch_site="same-origin") == 403
    assert post(token=False, origin="http://testserver", sec_fetch_site="same-origin") == 403


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/receipt/", "/nowhere"])
def test_new_browsers_and_programs_are_told_to_tell_nothing(client: Client, path: str) -> None:
    for headers in (NEW, NEW | PAGE, {"sec-fetch-site": "none"} | PAGE, {"accept": "*/*"}, {}):
        assert client.get(path, headers=headers).headers["Referrer-Policy"] == "no-referrer"


def test_an_old_browser_is_asked_to_go_on_saying_where_its_forms_come_from(client: Client) -> None:
    assert client.get("/receipt/", headers=PAGE).headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "headers", [{"origin": "https://testserver"}, {"referer": "https://testserver/receipt/"}]
)
def test_an_old_browser_comes_through(headers: dict[str, Any]) -> None:
    assert post(https=True, **headers) == 200
