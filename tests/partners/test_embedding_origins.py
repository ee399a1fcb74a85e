"""Which sites may show a partner's form: said by its coordinator, so that it cannot mean anything else."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.partners.models import Partner
from backend.partners.origins import validate_origin

GOOD = [
    "https://example.org",
    "https://www.qytet.example:8443",
    "https://xn--80ak6aa92e.example",
    "https://a.b.c.d.al",
]
LOCAL = ["http://localhost", "http://localhost:8000", "http://127.0.0.1:3000"]
BAD = [
    *("", "https://", "https://example", "https://localhost", "http://example.org", "https://example.org/"),
    *(
        "https://example.org/form",
        "https://example.org?x",
        "https://example.org#x",
        "https://*.example.org",
        "*",
    ),
    *(
        "https://user@example.org",
        "https://user:pass@example.org",
        "https://EXAMPLE.org",
        "https://example.org.",
    ),
    *(
        "https://example.org:443",
        "https://example.org:0",
        "https://example.org:65536",
        "https://example.org:",
    ),
    *(
        "https://192.168.0.1",
        "https://[::1]",
        "https://пример.срб",
        "https://-a.org",
        "https://a-.org",
        "null",
    ),
    *(
        "https://example.org; script-src *",
        "https://example.org https://evil.example",
        "https://a.org,https://b.org",
    ),
    *(
        "https://example.org\n",
        " https://example.org",
        "https://example.org\x00",
        "'self'",
        "data:",
        "https://a..org",
    ),
    *(
        "http://localhost/",
        "http://localhost:8000/x",
        "http://user@localhost",
        "http://localhost.evil.example",
    ),
    f"https://{'a' * 64}.org",
    f"https://{'a.' * 130}org",
]


@pytest.mark.parametrize("origin", GOOD + LOCAL)
def test_a_site_is_named_as_browsers_name_it(origin: str) -> None:
    validate_origin(origin)


@pytest.mark.parametrize("origin", BAD)
def test_anything_else_is_refused(origin: str) -> None:
    with pytest.raises(ValidationError):
        validate_origin(origin)


@pytest.mark.parametrize("origin", LOCAL)
def test_production_shows_no_form_on_somebody_s_own_machine(origin: str, settings: Any) -> None:
    settings.DOSJA_MODE = "production"
    with pytest.raises(ValidationError):
        validate_origin(origin)


@given(
    st.text(st.sampled_from("htps:/.-_*@#?;, '\"\n\t\x000189azAZé[]%"), max_size=40).map("https://".__add__)
)
def test_nothing_that_passes_means_anything_in_a_header(origin: str) -> None:
    try:
        validate_origin(origin)
    except ValidationError:
        return
    assert set(origin) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-:/")
    assert origin.count("/") == 2


def test_a_coordinator_says_where_the_form_is_shown(api: Any, besa: Any) -> None:
    answer = api(besa).patch("/partners/pif/", {"embedding_origins": GOOD}, if_match=1)
    assert answer.status_code == 200
    assert answer.json()["settings"]["embedding_origins"] == GOOD
    assert Partner.objects.get(slug="pif").embedding_origins == GOOD
    assert AuditEvent.objects.get(action="partner.changed").facts == {"fields": ["embedding_origins"]}
    assert api(besa).patch("/partners/pif/", {"embedding_origins": []}, if_match=2).status_code == 200


@pytest.mark.parametrize(
    ("origins", "code"),
    [
        (["https://example.org/"], "origin"),
        (["https://example.org"] * 2, "repeated"),
        ([f"https://a{number}.org" for number in range(21)], "max_length"),
        ("https://example.org", "not_a_list"),
        ([7], "invalid"),
        (None, "null"),
    ],
)
def test_a_wrong_site_is_told_by_field(api: Any, besa: Any, origins: Any, code: str) -> None:
    answer = api(besa).patch("/partners/pif/", {"embedding_origins": origins}, if_match=1)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].split(".")[0] == "embedding_origins"
    assert answer.json()["errors"][0]["code"] == code
    assert Partner.objects.get(slug="pif").embedding_origins == []


@pytest.mark.parametrize("name", ["arta", "giorgi", "ilir", "outsider"])
def test_nobody_else_says_it(api: Any, partner_a: Any, request: pytest.FixtureRequest, name: str) -> None:
    changes = {"embedding_origins": ["https://evil.example"]}
    assert api(request.getfixturevalue(name)).patch("/partners/pif/", changes, if_match=1).status_code == 403
    assert api(request.getfixturevalue(name)).get("/partners/pif/").json()["settings"] is None
