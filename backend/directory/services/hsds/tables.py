"""The tables and fields of HSDS 3.2 by name, type and reference, as its schema has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Field:
    """A field: `string`, `number`, `date`, `time`, or a format of a string."""

    name: str
    type: str
    required: bool
    # Required where rows stand in tables; in nested documents the parent says it.
    tabular: bool
    words: tuple[str, ...] = ()

    @property
    def target(self) -> str | None:
        """The table whose id stands here."""
        return _REFERENCES.get(self.name)


@dataclass(frozen=True)
class Table:
    name: str
    path: str
    fields: Mapping[str, Field]


# Field, `!` required, `?` required in tables, then `:type` or `:{words}`. Without a type: string.
_TABLES: Final[dict[str, tuple[str, str]]] = {
    "taxonomy": ("taxonomy.csv", "id!:uuid name! description! uri:uri version"),
    "taxonomy_term": (
        "taxonomy_terms.csv",
        "id!:uuid code name! description! parent_id:uuid taxonomy language taxonomy_id:uuid term_uri:uri",
    ),
    "unit": ("units.csv", "id!:uuid name! scheme identifier uri:uri"),
    "organization": (
        "organizations.csv",
        "id!:uuid name! alternate_name description! email:email website:uri tax_status tax_id "
        "year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid",
    ),
    "organization_identifier": (
        "organization_identifiers.csv",
        "id!:uuid organization_id?:uuid identifier_scheme identifier_type! identifier!",
    ),
    "program": ("programs.csv", "id!:uuid organization_id?:uuid name! alternate_name description!"),
    "service": (
        "services.csv",
        "id!:uuid organization_id?:uuid program_id:uuid name! alternate_name description url:uri email:email "
        "status!:{active|inactive|defunct|temporarily closed} interpretation_services application_process "
        "fees_description wait_time fees accreditations eligibility_description minimum_age:number "
        "maximum_age:number assured_date:date assurer_email:email licenses alert last_modified:date-time",
    ),
    "location": (
        "locations.csv",
        "id!:uuid location_type!:{physical|postal|virtual} url:uri organization_id:uuid name alternate_name "
        "description transportation latitude:number longitude:number external_identifier "
        "external_identifier_type",
    ),
    "address": (
        "addresses.csv",
        "id!:uuid location_id:uuid attention address_1! address_2 city! region state_province! postal_code! "
        "country! address_type!:{physical|postal|virtual}",
    ),
    "service_at_location": (
        "service_at_location.csv",
        "id!:uuid service_id?:uuid location_id?:uuid description",
    ),
    "service_area": (
        "service_areas.csv",
        "id!:uuid service_id:uuid service_at_location_id:uuid name description extent extent_type uri",
    ),
    "contact": (
        "contacts.csv",
        "id!:uuid organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name "
        "title department email:email",
    ),
    "phone": (
        "phones.csv",
        "id!:uuid location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid "
        "service_at_location_id:uuid number! extension:number type description",
    ),
    "language": (
        "languages.csv",
        "id!:uuid service_id:uuid location_id:uuid phone_id:uuid name code note",
    ),
    "schedule": (
        "schedules.csv",
        "id!:uuid service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:date valid_to:date "
        "dtstart:date timezone:number until:date count:number wkst:{MO|TU|WE|TH|FR|SA|SU} "
        "freq:{WEEKLY|MONTHLY} interval:number byday byweekno bymonthday byyearday description opens_at:time "
        "closes_at:time schedule_link:uri attending_type notes",
    ),
    "funding": ("funding.csv", "id!:uuid organization_id:uuid service_id:uuid source"),
    "required_document": ("required_documents.csv", "id!:uuid service_id:uuid document uri:uri"),
    "accessibility": ("accessibility.csv", "id!:uuid location_id:uuid description details url:uri"),
    "cost_option": (
        "cost_options.csv",
        "id!:uuid service_id?:uuid valid_from:date valid_to:date option currency amount:number "
        "amount_description",
    ),
    "service_capacity": (
        "service_capacity.csv",
        "id!:uuid service_id?:uuid unit_id?:uuid available!:number maximum:number description "
        "updated!:date-time",
    ),
    "url": ("url.csv", "id!:uuid label url!:uri organization_id:uuid service_id:uuid"),
    "meta_table_description": (
        "meta_table_descriptions.csv",
        "id!:uuid name language character_set",
    ),
    "attribute": (
        "attributes.csv",
        "id!:uuid link_id?:uuid taxonomy_term_id?:uuid link_type link_entity? value label",
    ),
    "metadata": (
        "metadata.csv",
        "id!:uuid resource_id?:uuid resource_type? last_action_date!:date last_action_type! field_name! "
        "previous_value! replacement_value! updated_by!",
    ),
}
_REFERENCES: Final = {
    "organization_id": "organization",
    "parent_organization_id": "organization",
    "program_id": "program",
    "service_id": "service",
    "location_id": "location",
    "service_at_location_id": "service_at_location",
    "contact_id": "contact",
    "phone_id": "phone",
    "taxonomy_id": "taxonomy",
    "taxonomy_term_id": "taxonomy_term",
    "parent_id": "taxonomy_term",
    "unit_id": "unit",
}
_FIELD: Final = re.compile(r"(\w+)([!?]?)(?::([\w-]+|\{[^}]+\}))?")


def _field(found: re.Match[str]) -> Field:
    name, mark, type = found[1], found[2], found[3] or "string"
    words = tuple(type.strip("{}").split("|")) if type.startswith("{") else ()
    return Field(name, "word" if words else type, mark == "!", mark == "?", words)


def _table(name: str, path: str, text: str) -> Table:
    fields = [_field(found) for found in _FIELD.finditer(text)]
    return Table(name, path, {field.name: field for field in fields})


# In an order in which what is referred to comes first (a term's parent and an organization's apart).
TABLES: Final[Mapping[str, Table]] = {name: _table(name, *told) for name, told in _TABLES.items()}

# Lists that hang inside a document: which table stands under which, by the name of the list there.
_EVERYWHERE: Final = {"attributes": "attribute", "metadata": "metadata"}
LISTS: Final[Mapping[str, Mapping[str, str]]] = {
    "organization": {
        "additional_websites": "url",
        "funding": "funding",
        "contacts": "contact",
        "phones": "phone",
        "locations": "location",
        "programs": "program",
        "organization_identifiers": "organization_identifier",
    },
    "service": {
        "additional_urls": "url",
        "phones": "phone",
        "schedules": "schedule",
        "service_areas": "service_area",
        "service_at_locations": "service_at_location",
        "languages": "language",
        "funding": "funding",
        "cost_options": "cost_option",
        "required_documents": "required_document",
        "contacts": "contact",
        "capacities": "service_capacity",
    },
    "service_at_location": {
        "service_areas": "service_area",
        "contacts": "contact",
        "phones": "phone",
        "schedules": "schedule",
    },
    "location": {
        "languages": "language",
        "addresses": "address",
        "contacts": "contact",
        "accessibility": "accessibility",
        "phones": "phone",
        "schedules": "schedule",
    },
    "contact": {"phones": "phone"},
    "phone": {"languages": "language"},
}
ONES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "service": {"organization": ("organization", "organization_id"), "program": ("program", "program_id")},
    "service_at_location": {"location": ("location", "location_id")},
    "attribute": {"taxonomy_term": ("taxonomy_term", "taxonomy_term_id")},
    "taxonomy_term": {"taxonomy_detail": ("taxonomy", "taxonomy_id")},
    "service_capacity": {"unit": ("unit", "unit_id")},
}


def lists_in(table: str) -> dict[str, str]:
    """The lists that an object of a table may hold."""
    if table in ("metadata", "meta_table_description"):
        return {}
    if table in ("attribute", "taxonomy", "taxonomy_term"):
        return {"metadata": "metadata"}
    return {**LISTS.get(table, {}), **_EVERYWHERE}


def parent_fields(child: str, parent: str) -> tuple[str, ...]:
    """Where a child says which row it hangs under: a reference, or a pair of id and table."""
    if child == "attribute":
        return ("link_id", "link_entity")
    if child == "metadata":
        return ("resource_id", "resource_type")
    return (f"{parent}_id",)
