"""What is exported and imported into an empty directory is the same directory."""

import json
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from backend.directory.models import KeptRow, Service, ServiceLocation
from backend.directory.services import hsds
from backend.directory.services.hsds.rows import checked
from backend.directory.services.hsds.tables import TABLES
from backend.directory.services.hsds.terms import term_id
from tests.directory.providers.hsds_3_2 import DEFINITIONS, page_of
from tests.directory.providers.samples import (
    address,
    area,
    at,
    attribute,
    document,
    hidden,
    organization,
    service,
    taken,
    uid,
    wiped,
)

pytestmark = pytest.mark.django_db

EVERYTHING = document(
    service(
        "legal",
        needs=("legal_aid",),
        attributes=[
            attribute("legal", "target_groups", "everybody"),
            {
                "id": uid("foreign"),
                "taxonomy_term_id": uid("term"),
                "value": "x",
                "taxonomy_term": {
                    "id": uid("term"),
                    "code": "1101",
                    "name": "Legal",
                    "description": "Of others",
                    "taxonomy_detail": {"id": uid("tax"), "name": "Others", "description": "Other terms"},
                },
            },
        ],
        minimum_age=18,
        maximum_age=65.5,
        assured_date="2026-03-01",
        licenses="none",
        program={"id": uid("program"), "organization_id": uid("centre"), "name": "P", "description": "D"},
        phones=[
            {
                "id": uid("phone"),
                "number": "+355 4 222 333",
                "extension": 12,
                "type": "voice",
                "languages": [{"id": uid("phone language"), "code": "sq"}],
            }
        ],
        schedules=[
            {
                "id": uid("hours"),
                "freq": "WEEKLY",
                "byday": "MO,FR",
                "opens_at": "09:00",
                "closes_at": "16:00",
            }
        ],
        service_areas=[area("Pukë", "al-shkoder-puke"), {"id": uid("moon"), "name": "The moon"}],
        languages=[{"id": uid("language"), "name": "Albanian", "code": "sq"}],
        contacts=[{"id": uid("contact"), "name": "Zyra", "email": "zyra@example.org"}],
        cost_options=[{"id": uid("cost"), "amount": 0, "currency": "ALL"}],
        required_documents=[{"id": uid("document"), "document": "=cmd()"}],
        capacities=[
            {
                "id": uid("capacity"),
                "available": 3,
                "updated": "2026-03-01T10:00:00.000Z",
                "unit": {"id": uid("unit"), "name": "Bed"},
            }
        ],
        metadata=[
            {
                "id": uid("change"),
                "last_action_date": "2026-03-01",
                "last_action_type": "update",
                "field_name": "name",
                "previous_value": "a",
                "replacement_value": "b",
                "updated_by": "x",
            }
        ],
        service_at_locations=[
            at(
                "office",
                latitude=42.05,
                longitude=-19.9,
                addresses=[address("office")],
                accessibility=[{"id": uid("ramp"), "description": "ramp"}],
            )
        ],
    ),
    service(
        "safe",
        needs=("shelter",),
        organization=organization("house"),
        service_at_locations=[{**at("safe house"), "description": "Ask by phone"}],
    ),
    organizations=(organization("without services", website="https://example.org", tax_id="+1"),),
)


def exported() -> dict[str, Any]:
    tables = hsds.export_tables()
    return json.loads(json.dumps(tables))


def through_json() -> Any:
    return hsds.tables_of_document(json.loads(json.dumps(hsds.to_document(hsds.export_tables()))))


def through_csv() -> Any:
    return hsds.tables_of_files(hsds.to_files(hsds.export_tables()))


@pytest.mark.parametrize("way", [through_json, through_csv])
def test_a_whole_directory_survives_the_way_out_and_in(terms_of_help, way):
    report = taken(hsds.tables_of_document(EVERYTHING))
    assert report.refusals == []
    before, rows = exported(), way()
    wiped()
    again = taken(rows)
    assert again.refusals == []
    assert exported() == before
    assert Service.objects.get(pk=uid("legal")).verified_on.isoformat() == "2026-03-01"
    assert KeptRow.objects.filter(table="cost_option").exists()
    assert ServiceLocation.objects.get(pk=uid("location safe house")).is_hidden


@pytest.mark.parametrize("way", [through_json, through_csv])
def test_a_second_import_changes_nothing(terms_of_help, way):
    taken(hsds.tables_of_document(EVERYTHING))
    report = taken(way())
    assert not report.changed_anything
    assert report.refusals == []


def test_nothing_that_came_is_missing_from_the_export(terms_of_help):
    rows = hsds.tables_of_document(EVERYTHING)
    taken(rows)
    given = {(name, one.given["id"]): checked(one) for name, found in rows.items() for one in found}
    # Of the shelter's location only that it is one; its needs' terms are ours.
    del given["location", uid("location safe house")]
    there = {(name, row["id"]): row for name, found in hsds.export_tables().items() for row in found}
    for key, values in given.items():
        assert values is not None
        assert {name: there[key].get(name) for name in values} == values, key


def test_the_export_holds_nothing_twice_and_in_one_order(terms_of_help):
    taken(hsds.tables_of_document(EVERYTHING))
    for rows in hsds.export_tables().values():
        ids = [row["id"] for row in rows]
        assert ids == sorted(set(ids))
    assert exported() == exported()


# Any directory -------------------------------------------------------------------------------------------

WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("='+-@\t\n\r\",;"),
    min_size=1,
    max_size=20,
).filter(lambda text: text.strip())
NUMBERS = st.integers(-1000, 1000) | st.floats(-1000, 1000).filter(lambda number: number == number)
PLACES = st.sampled_from(["al", "al-shkoder", "al-shkoder-puke", "xk-prishtine"])
HOURS = st.sampled_from(["09:00", "00:00", "16:30:00", "08:00Z", "10:00+02:00", "24:00"])


def some(**fields: Any) -> Any:
    """A row in which each of these may be missing."""
    return st.fixed_dictionaries({}, optional=fields)


def several(strategy: Any, name: str) -> Any:
    """Up to two such rows; their ids come when they have a place."""
    return st.lists(strategy, max_size=2).map(lambda rows: [(name, row) for row in rows])


SCHEDULES = some(
    freq=st.sampled_from(["WEEKLY", "MONTHLY"]),
    byday=st.sampled_from(["MO", "TU,WE", "SU"]),
    opens_at=HOURS,
    closes_at=HOURS,
    dtstart=st.dates().map(str).filter(lambda day: day > "1000"),
    description=WORDS,
    attending_type=WORDS,
    wkst=st.sampled_from(["MO", "SU"]),
)
PHONES = st.fixed_dictionaries({"number": WORDS}, optional={"extension": NUMBERS, "type": WORDS})
LOCATIONS = some(
    name=WORDS,
    description=WORDS,
    latitude=NUMBERS,
    longitude=NUMBERS,
    external_identifier=WORDS,
    hidden=st.booleans(),
    city=st.sampled_from(["Pukë", "Приштина", "Nowhere"]),
)
SERVICES = st.fixed_dictionaries(
    {"name": WORDS, "status": st.sampled_from(["active", "temporarily closed"])},
    optional={
        "description": WORDS,
        "fees": WORDS,
        "minimum_age": NUMBERS,
        "assured_date": st.dates().map(str),
        "needs": st.lists(st.sampled_from(["legal_aid", "shelter", "day_care"]), unique=True),
        "groups": st.lists(st.sampled_from(["children", "women"]), unique=True),
        "areas": st.lists(some(name=WORDS, place=PLACES, extent=WORDS), max_size=2),
        "schedules": st.lists(SCHEDULES, max_size=2),
        "phones": st.lists(PHONES, max_size=2),
        "languages": st.lists(some(name=WORDS, code=st.sampled_from(["sq", "sr", "ka"])), max_size=2),
        "costs": st.lists(some(option=WORDS, amount=NUMBERS), max_size=1),
        "locations": st.lists(LOCATIONS, max_size=2),
        "source": WORDS,
    },
)
DIRECTORIES = st.lists(
    st.tuples(st.fixed_dictionaries({"name": WORDS, "description": WORDS}), st.lists(SERVICES, max_size=2)),
    max_size=2,
)


def built(directory: Any) -> Any:
    """The drawn facts as a document; every row's id follows from where it stands."""
    organizations, services = [], []
    for number, (facts, offers) in enumerate(directory):
        organizations.append({"id": uid(f"o{number}"), **facts})
        for offer_number, offer in enumerate(offers):
            services.append(_service(f"o{number}s{offer_number}", f"o{number}", dict(offer)))
    return {"organizations": organizations, "services": services}


def _service(name: str, provider: str, offer: dict[str, Any]) -> dict[str, Any]:
    marks = [attribute(name, "needs", need) for need in offer.pop("needs", [])]
    marks += [attribute(name, "target_groups", group) for group in offer.pop("groups", [])]
    if source := offer.pop("source", None):
        marks.append(
            {"id": uid(f"{name} source"), "taxonomy_term_id": term_id("marks", "source"), "value": source}
        )
    areas = [_area(one) for one in offer.pop("areas", [])]
    lists = {
        "schedules": offer.pop("schedules", []),
        "phones": offer.pop("phones", []),
        "languages": offer.pop("languages", []),
        "cost_options": offer.pop("costs", []),
        "service_areas": areas,
    }
    numbered = {
        list_name: [{"id": uid(f"{name} {list_name} {n}"), **one} for n, one in enumerate(rows)]
        for list_name, rows in lists.items()
    }
    there = [_at(f"{name} {n}", dict(one)) for n, one in enumerate(offer.pop("locations", []))]
    whole = {"id": uid(name), "organization_id": uid(provider), **offer, **numbered}
    return {**whole, "attributes": marks, "service_at_locations": there}


def _area(one: dict[str, Any]) -> dict[str, Any]:
    place = one.get("place")
    kept = {name: value for name, value in one.items() if name != "place"}
    return {**kept, **({"uri": f"urn:dosja:place:{place}"} if place else {})}


def _at(name: str, one: dict[str, Any]) -> dict[str, Any]:
    is_hidden, city = one.pop("hidden", False), one.pop("city", None)
    location = {"id": uid(f"location {name}"), "location_type": "physical", **one}
    if is_hidden:
        location["attributes"] = [hidden(name)]
    elif city:
        location["addresses"] = [address(name, city)]
    return {"id": uid(f"at {name}"), "location": location}


@given(directory=DIRECTORIES)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_directory_survives_the_way_out_and_in(terms_of_help, directory):
    with transaction.atomic():
        report = taken(hsds.tables_of_document(built(directory)))
        # Addresses at which a drawn service gives shelter; nothing else is refused of what is drawn here.
        assert {refusal.code for refusal in report.refusals} <= {"address_hidden"}
        before = exported()
        as_json, as_csv = through_json(), through_csv()
        for rows in (as_json, as_csv):
            wiped()
            assert taken(rows).refusals == []
            assert exported() == before
        transaction.set_rollback(True)


def test_the_tables_are_those_of_hsds():
    assert len(TABLES) == 24
    assert {name for name, field in TABLES["service"].fields.items() if field.required} == {
        "id",
        "name",
        "status",
    }


@pytest.mark.parametrize(("name", "table"), [("services", "service"), ("organizations", "organization")])
def test_an_export_keeps_to_the_schema_of_hsds(terms_of_help, name, table):
    taken(hsds.tables_of_document(EVERYTHING))
    document_ = json.loads(json.dumps(hsds.to_document(hsds.export_tables())))
    assert document_[name]["total_items"] >= 2
    validator = Draft202012Validator(page_of(table), validate_formats=True)
    assert [str(error) for error in validator.iter_errors(document_[name])] == []


def test_the_product_and_the_schema_demand_the_same():
    for name, schema in DEFINITIONS.items():
        demanded = {field for field in schema["required"] if field != "unit"}
        assert {field.name for field in TABLES[name].fields.values() if field.required} == demanded, name
