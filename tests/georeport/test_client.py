"""The client library that others use reads what is published, in both formats."""

from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.test import Client
from georeport import GeoReport

from backend.cases.models import PublicSummary
from backend.directory.models import Category
from backend.partners.models import Partner


@pytest.fixture
def over_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library asks for reaches the application without a socket, and comes back like theirs."""

    def get(address: str, params: Any = None, **more: Any) -> requests.Response:
        asked = requests.Request("GET", address, params=params).prepare()
        split = urlsplit(asked.url or "")
        answer = Client().get(f"{split.path}?{split.query}")
        made = requests.Response()
        made.status_code, made._content = answer.status_code, answer.content
        made.headers.update(answer.headers)
        made.request = asked
        return made

    monkeypatch.setattr(requests, "get", get)


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_session_of_the_library_from_the_list_to_one_request(
    form: str, over_the_line: None, summary: PublicSummary, waste: Category, partner_b: Partner
) -> None:
    city = GeoReport("http://testserver/open311/v2/", jurisdiction="pif", output_format=form)
    services = city.get_service_list()
    codes = [one["service_code"] for one in services]
    assert "waste" in codes
    definition = city.get_service_definition("waste")
    assert definition["service_code"] == "waste"
    listed = definition["attributes"]
    attributes = listed if form == "json" else listed["attribute"]
    assert "consents" in [one["code"] for one in attributes]
    found = city.get_service_requests(service_code="waste", status="open")
    one = found[0] if form == "json" else found
    assert one["service_request_id"] == str(summary.pk)
    again = city.get_service_request(str(summary.pk))
    assert again["description"] == one["description"]


def test_the_library_says_that_a_request_is_not_there(over_the_line: None, partner_a: Partner) -> None:
    city = GeoReport("http://testserver/open311/v2", jurisdiction="pif")
    with pytest.raises(requests.HTTPError, match="404"):
        city.get_service_request("00000000-0000-4000-8000-000000000000")
