"""What the JSON Schema of HSDS 3.2 demands of its objects: required fields, formats, closed lists of words.

Written down from the schema apart from the product's own table, so that a slip in one shows in the other.
"""

from typing import Any

UUID = {"type": "string", "format": "uuid"}
TEXT = {"type": "string"}
NUMBER = {"type": "number"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": {"id": UUID, **properties}}


def _many(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _one(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


_KINDS = {"enum": ["physical", "postal", "virtual"]}
_BOTH = {"attributes": _many("attribute"), "metadata": _many("metadata")}
DEFINITIONS: dict[str, Any] = {
    "organization": _object(
        "id name description",
        name=TEXT,
        description=TEXT,
        email={"type": "string", "format": "email"},
        website={"type": "string", "format": "uri"},
        additional_websites=_many("url"),
        funding=_many("funding"),
        contacts=_many("contact"),
        phones=_many("phone"),
        locations=_many("location"),
        programs=_many("program"),
        organization_identifiers=_many("organization_identifier"),
        year_incorporated=NUMBER,
        parent_organization_id=UUID,
        **_BOTH,
    ),
    "service": _object(
        "id name status",
        name=TEXT,
        status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        minimum_age=NUMBER,
        maximum_age=NUMBER,
        assured_date=DAY,
        organization=_one("organization"),
        program=_one("program"),
        phones=_many("phone"),
        schedules=_many("schedule"),
        service_areas=_many("service_area"),
        service_at_locations=_many("service_at_location"),
        languages=_many("language"),
        funding=_many("funding"),
        cost_options=_many("cost_option"),
        required_documents=_many("required_document"),
        contacts=_many("contact"),
        capacities=_many("service_capacity"),
        additional_urls=_many("url"),
        **_BOTH,
    ),
    "location": _object(
        "id location_type",
        location_type=_KINDS,
        latitude=NUMBER,
        longitude=NUMBER,
        languages=_many("language"),
        addresses=_many("address"),
        contacts=_many("contact"),
        accessibility=_many("accessibility"),
        phones=_many("phone"),
        schedules=_many("schedule"),
        **_BOTH,
    ),
    "service_at_location": _object(
        "id",
        location=_one("location"),
        service_areas=_many("service_area"),
        contacts=_many("contact"),
        phones=_many("phone"),
        schedules=_many("schedule"),
        **_BOTH,
    ),
    "address": _object(
        "id address_1 city state_province postal_code country address_type", address_type=_KINDS, **_BOTH
    ),
    "phone": _object("id number", number=TEXT, extension=NUMBER, languages=_many("language"), **_BOTH),
    "contact": _object("id", phones=_many("phone"), **_BOTH),
    "language": _object("id", name=TEXT, code=TEXT, **_BOTH),
    "schedule": _object(
        "id",
        freq={"enum": ["WEEKLY", "MONTHLY"]},
        wkst={"enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]},
        timezone=NUMBER,
        count=NUMBER,
        interval=NUMBER,
        valid_from=DAY,
        valid_to=DAY,
        **_BOTH,
    ),
    "service_area": _object("id", **_BOTH),
    "attribute": _object("id", link_id=UUID, taxonomy_term=_one("taxonomy_term")),
    "taxonomy_term": _object("id name description", taxonomy=TEXT, taxonomy_detail=_one("taxonomy")),
    "taxonomy": _object("id name description"),
    "metadata": _object(
        "id last_action_date last_action_type field_name previous_value replacement_value updated_by"
    ),
    "program": _object("id name description", **_BOTH),
    "funding": _object("id", **_BOTH),
    "required_document": _object("id", **_BOTH),
    "accessibility": _object("id", **_BOTH),
    "cost_option": _object("id", amount=NUMBER, **_BOTH),
    "organization_identifier": _object("id identifier_type identifier", **_BOTH),
    "service_capacity": _object("id unit available updated", unit=_one("unit"), available=NUMBER, **_BOTH),
    "unit": _object("id name", **_BOTH),
    "url": _object("id url", url={"type": "string", "format": "uri"}, **_BOTH),
}


def page_of(name: str) -> dict[str, Any]:
    """The schema of a page of such objects."""
    counts = ("total_items", "total_pages", "page_number", "size")
    facts = ("first_page", "last_page", "empty")
    properties: dict[str, Any] = {
        **{one: {"type": "integer"} for one in counts},
        **{one: {"type": "boolean"} for one in facts},
        "contents": _many(name),
    }
    return {
        "type": "object",
        "required": [*counts, *facts, "contents"],
        "properties": properties,
        "$defs": DEFINITIONS,
    }
