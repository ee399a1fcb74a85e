"""A library of others (`georeport`) reads what is published over the wire, in both formats."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from georeport import GeoReport

from tests.e2e.installation import Installation


@pytest.fixture(params=["json", "xml"])
def city(request: pytest.FixtureRequest, network: Installation) -> Iterator[GeoReport]:
    address = f"{network.address}/open311/v2/"
    yield GeoReport(address, jurisdiction=network.facts["partner"], output_format=request.param)


def listed(found: Any, name: str) -> list[dict[str, Any]]:
    """What the library makes of a list: in XML, one thing is no list."""
    inner = found.get(name) if isinstance(found, dict) and name in found else found
    return inner if isinstance(inner, list) else [inner]


def test_a_session_from_the_list_of_services_to_one_request(city: GeoReport, network: Installation) -> None:
    assert "delay" in [one["service_code"] for one in city.get_service_list()]
    definition = city.get_service_definition("delay")
    assert definition["service_code"] == "delay"
    codes = [one["code"] for one in listed(definition["attributes"], "attribute")]
    assert "consents" in codes
    found = listed(city.get_service_requests(service_code="delay", status="open"), "request")
    assert [one["service_request_id"] for one in found] == [network.facts["published"]]
    again = city.get_service_request(network.facts["published"])
    assert again["description"] == found[0]["description"]


def test_the_library_says_that_a_request_is_not_there(city: GeoReport) -> None:
    with pytest.raises(requests.HTTPError, match="404"):
        city.get_service_request("00000000-0000-4000-8000-000000000000")
