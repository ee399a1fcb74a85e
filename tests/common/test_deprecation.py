"""What will be taken away says so in every answer and in the description, and is gone on its day."""

from datetime import UTC, date, datetime

import pytest
from django.test import override_settings
from django.urls import path
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiParameter, OpenApiTypes, extend_schema
from rest_framework.response import Response
from rest_framework.test import APIClient

from backend.common import clock
from backend.common.deprecation import deprecated
from backend.common.errors import NotFound
from backend.common.problems import problems
from backend.config.urls import handler404, handler500
from backend.config.urls import urlpatterns as ours
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody
from tests.contracts.test_openapi import PROBLEM

pytestmark = pytest.mark.django_db
SINCE, UNTIL = date(2026, 3, 1), date(2027, 3, 1)
TOLD = {
    "Deprecation": "@1772323200",
    "Sunset": "Mon, 01 Mar 2027 00:00:00 GMT",
    "Link": '<http://testserver/api/docs/>; rel="deprecation"',
}
_GIVEN = {200: OpenApiTypes.OBJECT, **problems(404)}


class OldViewSet(ApiViewSet):
    """Stands in the interface of these tests only."""

    authentication_classes = []
    permission_classes = [Anybody]
    narrowed = frozenset({"filtered"})

    @extend_schema(operation_id="old_given", responses=_GIVEN)
    @deprecated(since=SINCE, until=UNTIL)
    def given(self, request):
        """Goes as a whole."""
        if "cursor" in request.query_params:
            raise NotFound()
        return Response(
            {}, headers={"Link": '</next>; rel="next"'} if "page_size" in request.query_params else {}
        )

    # In the other order: what is announced must not hang on it.
    @deprecated(since=SINCE, until=UNTIL, parameters=["place"])
    @extend_schema(
        operation_id="old_filtered",
        parameters=[OpenApiParameter("place", str), OpenApiParameter("area", str)],
        responses=_GIVEN,
    )
    def filtered(self, request):
        """Only one of its parameters goes."""
        return Response({})

    @extend_schema(operation_id="old_kept", responses=_GIVEN)
    def kept(self, request):
        """Stays."""
        return Response({})


class Throwaway:
    handler404, handler500 = staticmethod(handler404), staticmethod(handler500)
    urlpatterns = [
        *(
            path(f"api/v1/old/{name}/", OldViewSet.as_view({"get": name}))
            for name in ("given", "filtered", "kept")
        ),
        *ours,
    ]


@pytest.fixture(autouse=True)
def _throwaway():
    with override_settings(ROOT_URLCONF=Throwaway), clock.frozen(datetime(2026, 6, 1, tzinfo=UTC)):
        yield


def told(answer):
    return {name: answer.headers[name] for name in TOLD if name in answer.headers}


@pytest.mark.parametrize(("asked", "status"), [("", 200), ("?cursor=x", 404), ("?unknown=1", 400)])
def test_every_answer_of_a_deprecated_operation_says_since_when_until_when_and_where(asked, status):
    answer = APIClient().get(f"/api/v1/old/given/{asked}")
    assert answer.status_code == status
    assert told(answer) == TOLD


def test_a_link_that_is_there_already_stays():
    answer = APIClient().get("/api/v1/old/given/?page_size=1")
    assert answer.headers["Link"] == f'</next>; rel="next", {TOLD["Link"]}'


@pytest.mark.parametrize(("asked", "expected"), [("?place=x", TOLD), ("?area=x", {}), ("", {})])
def test_a_deprecated_parameter_says_so_to_whoever_uses_it(asked, expected):
    assert told(APIClient().get(f"/api/v1/old/filtered/{asked}")) == expected


def test_what_stays_says_nothing():
    assert told(APIClient().get("/api/v1/old/kept/")) == {}


def test_after_its_day_an_operation_is_gone_and_before_it_is_not():
    with clock.frozen(datetime(2027, 2, 28, 23, 59, 59, tzinfo=UTC)):
        assert APIClient().get("/api/v1/old/given/").status_code == 200
    with clock.frozen(datetime(2027, 3, 1, tzinfo=UTC)):
        answer = APIClient().get("/api/v1/old/given/")
        assert (answer.status_code, answer.json()["code"]) == (410, "gone")
        assert told(answer) == TOLD
        assert APIClient().get("/api/v1/old/filtered/?place=x").status_code == 200


def test_nothing_goes_within_less_than_a_year():
    with pytest.raises(ValueError, match="at least a year"):
        deprecated(since=date(2026, 3, 1), until=date(2027, 2, 28))


def test_the_description_says_it():
    made = SchemaGenerator(patterns=Throwaway.urlpatterns[:3]).get_schema(request=None, public=True)["paths"]
    given, filtered, kept = (made[f"/api/v1/old/{name}/"]["get"] for name in ("given", "filtered", "kept"))
    assert given["deprecated"] is True
    assert PROBLEM in given["responses"]["410"]["content"]
    for operation in (given, filtered):
        for response in operation["responses"].values():
            assert set(response["headers"]) == set(TOLD)
            assert all(header["description"] for header in response["headers"].values())
    marked = {one["name"]: one.get("deprecated", False) for one in filtered["parameters"]}
    assert marked == {"area": False, "place": True}
    assert not filtered.get("deprecated")
    assert "deprecated" not in kept
    assert not any(response.get("headers") for response in kept["responses"].values())
