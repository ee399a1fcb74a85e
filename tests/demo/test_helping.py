"""The demonstration's providers: found like real ones, and nobody takes them for real ones."""

import pytest

from backend.demo.helping import SOURCE, list_providers
from backend.demo.texts import network
from backend.directory.models import Address, Service, ServiceLocation, ServiceProvider
from backend.directory.services import hsds
from backend.directory.services.finding import Wish, find_services
from tests.factories.partners import PartnerFactory

pytestmark = pytest.mark.usefixtures("directory", "db")


@pytest.fixture
def listed(directory, db):
    for one in network().organisations:
        if one.slug == "dora":
            PartnerFactory(slug=one.slug, prefix=one.prefix, name=one.name, country=one.country)
    list_providers()


def test_every_entry_says_that_it_is_invented_and_unverified(listed):
    entries = [*ServiceProvider.objects.all(), *Service.objects.all()]
    assert len(entries) == 10
    assert {(one.source, one.verified_on) for one in entries} == {(SOURCE, None)}
    assert all(one.description.startswith("Fictional.") for one in entries)


def test_they_are_found_by_need_and_place(listed):
    for need, place in (
        ("legal_aid", "al-shkoder-puke"),
        ("shelter", "al-shkoder-puke"),
        ("documents_and_registration", "xk-prizren-prizren"),
        ("day_care", "ge-imereti-kutaisi"),
    ):
        found = find_services(Wish(needs=(need,), place=place), Service.objects.all())
        assert found.count() == 1, (need, place)


def test_the_shelter_has_no_address(listed):
    assert ServiceLocation.objects.filter(is_hidden=True).count() == 1
    assert not Address.objects.filter(location__is_hidden=True).exists()


def test_they_go_out_and_come_in_again(listed):
    before = hsds.export_tables()
    assert {row["name"] for row in before["organization"]} == {
        one.name for one in ServiceProvider.objects.all()
    }
    assert len(hsds.to_document(before)["services"]["contents"]) == 5
