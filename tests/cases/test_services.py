"""From a case to the services that may help: the search starts from what the case says."""

import pytest

from backend.directory.kinds import PlaceLevel
from backend.directory.models import CategoryNeed, Need, Service, ServiceArea
from tests.factories.cases import CaseFactory
from tests.factories.directory import CategoryFactory, NeedFactory, PlaceFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def help_(db):
    """Papers for the whole country, legal aid in Pukë, legal aid in Kosovo."""
    albania = PlaceFactory(code="al", level=PlaceLevel.COUNTRY)
    puke, kosovo = PlaceFactory(code="al-puke", parent=albania), PlaceFactory(code="xk", country="XK")
    for code in ("legal_aid", "documents"):
        NeedFactory(code=code)
    category = CategoryFactory(code="civil_status")
    CategoryNeed.objects.create(category=category, need=Need.objects.get(code="documents"))
    for name, need, place in (
        ("papers", "documents", albania),
        ("lawyer", "legal_aid", puke),
        ("papers in Kosovo", "documents", kosovo),
    ):
        ServiceArea.objects.create(service=ServiceFactory(name=name, needs=[need]), place=place)
    return {"category": CategoryFactory(parent=category), "place": puke}


def found(response):
    assert response.status_code == 200, response.content
    return {row["name"] for row in response.json()["results"]}


def test_the_search_starts_from_the_category_and_the_place_of_the_case(api, arta, partner_a, help_):
    case = CaseFactory(owner=partner_a, **help_)
    assert found(api(arta).get(f"/cases/{case.pk}/services/")) == {"papers"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("need=legal_aid", {"lawyer"}),
        ("place=xk", {"papers in Kosovo"}),
        ("need=legal_aid&place=xk", set()),
        ("area=al", {"papers"}),
    ],
)
def test_what_is_asked_for_takes_the_place_of_what_the_case_says(api, arta, partner_a, help_, query, names):
    case = CaseFactory(owner=partner_a, **help_)
    assert found(api(arta).get(f"/cases/{case.pk}/services/?{query}")) == names


def test_a_case_that_says_nothing_is_offered_everything(api, arta, partner_a, help_):
    case = CaseFactory(owner=partner_a, category=None, place=None)
    assert len(found(api(arta).get(f"/cases/{case.pk}/services/"))) == Service.objects.count()


def test_a_stranger_cannot_tell_that_the_case_exists(api, nino, partner_a, help_):
    case = CaseFactory(owner=partner_a, **help_)
    answer = api(nino).get(f"/cases/{case.pk}/services/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_misspelt_parameter_is_refused(api, arta, partner_a, help_):
    case = CaseFactory(owner=partner_a, **help_)
    assert api(arta).get(f"/cases/{case.pk}/services/?nead=legal_aid").status_code == 400
