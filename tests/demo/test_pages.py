"""The page of an invented partner's site: in development only, with the form of another site in it."""

from typing import Any

import pytest
from django.test import Client

from tests.factories.partners import PartnerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("own", "other"), [("localhost:8123", "127.0.0.1:8123"), ("127.0.0.1:8123", "localhost:8123")]
)
def test_the_form_comes_from_another_site(own: str, other: str) -> None:
    PartnerFactory(slug="pif")
    answer = Client().get("/demo/partner-site/?language=sq", headers={"host": own})
    assert f'src="http://{other}/embed.js" data-partner="pif" data-language="sq"' in answer.text
    assert (
        f"script-src http://{other}; frame-src http://{other};" in answer.headers["Content-Security-Policy"]
    )
    framed = Client().get("/embed/pif/sq/", headers={"host": other})
    assert f"http://{own}" in framed.headers["Content-Security-Policy"]


def test_there_is_none_in_production(settings: Any) -> None:
    PartnerFactory()
    settings.DOSJA_MODE = "production"
    assert Client().get("/demo/partner-site/").status_code == 404


def test_without_a_partner_there_is_nothing_to_show() -> None:
    assert Client().get("/demo/partner-site/").status_code == 404
