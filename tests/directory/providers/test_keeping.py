"""Who keeps the entries of providers, and what a change of one does."""

import pytest

from backend.audit.models import AuditEvent
from backend.directory.models import Address, Service, ServiceLocation, ServiceProvider
from backend.directory.services import hsds
from tests.directory.providers.samples import document, organization, service, taken
from tests.factories.directory import ProviderFactory

NEW = {"name": "Qendra", "description": "Ndihmon.", "source": "told by phone"}
LEGAL = {
    "name": "Ndihmë juridike",
    "needs": ["legal_aid"],
    "target_groups": ["children"],
    "languages": ["sq", "sq"],
    "areas": ["al-shkoder"],
    "phones": [{"number": "+355 4 222 333"}],
    "schedules": [{"byday": "MO", "opens_at": "09:00", "closes_at": "16:00"}],
    "locations": [{"place": "al-shkoder-puke", "address_1": "Rr. 1", "city": "Pukë", "postal_code": "4401"}],
    "source": "told by phone",
}


@pytest.fixture
def listed(api, admin, terms_of_help):
    """A service of a provider, as an administrator lists it."""
    provider = api(admin).post("/service-providers/", NEW).json()
    answer = api(admin).post(f"/service-providers/{provider['id']}/services/", LEGAL)
    assert answer.status_code == 201, answer.content
    return answer.json()


def changed(caller, service_, body):
    return caller.patch(
        f"/services/{service_['id']}/", body, headers={"If-Match": f'"{service_["version"]}"'}
    )


def test_a_listed_service_shows_what_was_said_of_it(listed):
    assert (listed["needs"], listed["languages"]) == (["legal_aid"], ["sq"])
    assert [area["place"] for area in listed["areas"]] == ["al-shkoder"]
    assert listed["locations"][0]["address"] == ["Rr. 1, 4401 Pukë"]
    assert (listed["is_verified"], listed["open_now"] is None) == (False, False)


def test_what_is_listed_here_goes_out_as_hsds_and_comes_back(listed):
    before = hsds.export_tables()
    report = taken(hsds.tables_of_document(hsds.to_document(before)))
    assert (report.refusals, report.changed_anything) == ([], False)
    assert hsds.export_tables() == before


def test_a_list_that_is_sent_replaces_the_one_that_was_there(api, admin, listed):
    body = {"needs": ["day_care"], "areas": [], "verified_on": "2026-01-05"}
    answer = changed(api(admin), listed, body).json()
    assert (answer["needs"], answer["areas"], answer["is_verified"]) == (["day_care"], [], True)
    assert answer["target_groups"] == ["children"]
    assert answer["version"] == listed["version"] + 1


def test_a_service_that_begins_to_shelter_loses_its_address(api, admin, listed):
    answer = changed(api(admin), listed, {"needs": ["shelter"]}).json()
    assert answer["locations"][0]["is_hidden"]
    assert not Address.objects.exists()
    assert ServiceLocation.objects.get().name == ""


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"needs": ["nothing"]}, "needs.0", "unknown_need"),
        ({"areas": ["nowhere"]}, "areas.0", "unknown_place"),
        ({"verified_on": "2999-01-01"}, "verified_on", "in_future"),
        ({"minimum_age": 20, "maximum_age": 10}, "maximum_age", "below_minimum"),
        ({"locations": [{"is_hidden": True, "city": "Pukë"}]}, "locations.0.is_hidden", "address_hidden"),
        ({"locations": [{"city": "Pukë"}]}, "locations.0.place", "required"),
        (
            {"schedules": [{"byday": "XX", "opens_at": "09:00", "closes_at": "10:00"}]},
            "schedules.0.byday",
            "invalid_rule",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(api, admin, listed, body, field, code):
    answer = changed(api(admin), listed, body)
    assert answer.status_code == 400
    assert (field, code) in {(error["field"], error["code"]) for error in answer.json()["errors"]}
    assert Service.objects.get().version == listed["version"]


def test_a_partner_keeps_its_own_entry_and_no_other(api, admin, arta, besa, giorgi, partner_a, listed):
    provider = ServiceProvider.objects.get()
    ServiceProvider.objects.update(partner=partner_a)
    assert changed(api(besa), listed, {"alert": "Closed today."}).status_code == 200
    again = {**listed, "version": listed["version"] + 1}
    assert changed(api(arta), again, {"alert": "No."}).status_code == 403
    assert changed(api(giorgi), again, {"alert": "No."}).status_code == 403
    path, match = f"/service-providers/{provider.pk}/", {"If-Match": "*"}
    assert api(besa).patch(path, {"website": "https://example.org"}, headers=match).status_code == 200
    # Only an administrator says whose entry it is.
    assert api(besa).patch(path, {"partner": None}, headers=match).status_code == 403
    assert api(besa).get(path).json()["may_change"]
    assert not api(arta).get(path).json()["may_change"]


def test_only_the_administrator_lists_a_provider(api, besa, terms_of_help):
    assert api(besa).post("/service-providers/", NEW).status_code == 403


def test_a_partner_is_one_provider(api, admin, partner_a, terms_of_help):
    ProviderFactory(partner=partner_a)
    answer = api(admin).post("/service-providers/", {**NEW, "partner": partner_a.slug})
    assert answer.json()["errors"][0]["code"] == "partner_taken"


def test_a_change_leaves_a_line_without_words(listed):
    event = AuditEvent.objects.filter(action="service.created").get()
    assert "juridike" not in str(event.facts)


def test_a_change_from_an_older_version_is_refused(api, admin, listed):
    assert changed(api(admin), listed, {"alert": "a"}).status_code == 200
    assert changed(api(admin), listed, {"alert": "b"}).status_code == 412


def test_providers_are_found_by_name_in_any_script(api, arta, terms_of_help):
    taken(hsds.tables_of_document(document(service(organization=organization("Приштина")))))
    found = api(arta).get("/service-providers/?search=pristina").json()["results"]
    assert [one["name"] for one in found] == ["Qendra Приштина"]
