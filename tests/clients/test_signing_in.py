"""A program signs in by itself, and its secret stays where it is."""

import io
import time
from collections.abc import Callable

import pytest

from dosja import Dosja, NotAllowed, NotSignedIn, Unsafe
from dosja.core.api.cases import cases_count
from dosja.core.api.imports import imports_create
from dosja.core.models import NewImportRequest
from dosja.core.types import File
from tests.clients.faulty import Line
from tests.e2e.installation import Installation

Through = Callable[..., Dosja]


def test_one_token_serves_many_requests(through: Through, line: Line) -> None:
    dosja = through()
    for _ in range(3):
        dosja.call(cases_count.sync)
    assert line.tokens == 1


def test_a_token_is_renewed_before_it_ends(through: Through, line: Line) -> None:
    line.token_lasts = 1
    dosja = through()
    dosja.call(cases_count.sync)
    time.sleep(1)
    dosja.call(cases_count.sync)
    assert line.tokens == 2
    used = [headers["Authorization"] for headers in line.seen("GET", "/api/v1/cases/count/")]
    assert len(set(used)) == len(used) == 2


def test_a_token_that_was_ended_early_is_renewed_once(
    through: Through, line: Line, network: Installation
) -> None:
    dosja = through()
    before = dosja.call(cases_count.sync)
    network.sql("DELETE FROM allauth_idp_oidc_token")
    assert dosja.call(cases_count.sync) == before
    assert line.tokens == 2
    assert len(line.seen("GET", "/api/v1/cases/count/")) == 3


def test_a_wrong_secret_is_refused_and_told_nowhere(network: Installation, line: Line) -> None:
    secret = "not-the-secret-of-anybody"
    with Dosja(line.address, network.facts["keeper"][0], secret) as dosja:
        with pytest.raises(NotSignedIn) as refused:
            dosja.call(cases_count.sync)
        shown = [repr(dosja), str(dosja.core), repr(refused.value), str(refused.value), refused.value.facts]
    assert refused.value.code == "invalid_client"
    assert all(secret not in str(one) for one in shown)
    assert line.tokens == 1


def test_no_token_is_shown_by_whatever_is_printed(dosja: Dosja, network: Installation) -> None:
    dosja.call(cases_count.sync)
    token = dosja._line.auth._token  # type: ignore[union-attr]
    shown = f"{dosja!r} {dosja.core!r} {dosja._line!r} {dosja._line.headers!r} {dosja._line.auth!r}"
    assert token
    assert token not in shown
    assert network.facts["keeper"][1] not in shown


def test_a_program_can_ask_for_fewer_rights(network: Installation) -> None:
    with Dosja(network.address, *network.facts["keeper"], scopes=["cases:read"]) as dosja:
        assert dosja.call(cases_count.sync).count
        body = NewImportRequest(partner="qytet", file=File(io.BytesIO(b"a,b\n1,2\n"), "a.csv"))
        with pytest.raises(NotAllowed):
            dosja.call(imports_create.sync, body=body)


@pytest.mark.parametrize(
    "address",
    ["http://dosja.example.org", "https://me:secret@dosja.example.org", "http://localhost.example.org"],
)
def test_credentials_do_not_travel_in_the_open(address: str) -> None:
    with pytest.raises(Unsafe) as refused:
        Dosja(address, "id", "a-secret")
    assert "secret" not in str(refused.value).replace("secret@", "")


@pytest.mark.parametrize(
    "address", ["", "dosja.example.org", "ftp://dosja.example.org", "https://", "https://a:b"]
)
def test_an_address_that_is_none_is_told_so(address: str) -> None:
    with pytest.raises(ValueError):
        Dosja(address, "id", "a-secret")


def test_an_open_line_has_to_be_said() -> None:
    Dosja("http://dosja.example.org", "id", "a-secret", allow_http=True).close()
    Dosja("http://localhost:8000/", "id", "a-secret").close()
