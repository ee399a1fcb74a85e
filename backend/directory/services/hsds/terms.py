"""Our taxonomies in HSDS's words: needs, target groups, and marks for what HSDS has no field for."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from backend.directory.models import Need, TargetGroup
from backend.directory.services.hsds.rows import Values

_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dosja:taxonomy")
PLACE_URI: Final = "urn:dosja:place:"

TAXONOMIES: Final = {
    "needs": ("Dosja needs", "What a person may need."),
    "target_groups": ("Dosja target groups", "Whom a service is for."),
    "marks": ("Dosja marks", "Facts about an entry that HSDS has no field for."),
}
# Mark → the tables that may bear it, and what its value says.
MARKS: Final = {
    "source": (("organization", "service"), "Where the entry is known from."),
    "verified_on": (("organization",), "The day on which the entry was last checked."),
    "place": (("location",), "The code of the place in which the location lies."),
    "address_hidden": (("location",), "The address is given to nobody: ask the provider."),
}


def taxonomy_id(taxonomy: str) -> str:
    """The same on every installation."""
    return str(uuid.uuid5(_NAMESPACE, taxonomy))


def term_id(taxonomy: str, code: str) -> str:
    """The same for the same code on every installation."""
    return str(uuid.uuid5(_NAMESPACE, f"{taxonomy}:{code}"))


HIDDEN: Final = term_id("marks", "address_hidden")
OUR_TAXONOMIES: Final = {taxonomy_id(name): name for name in TAXONOMIES}
OUR_MARKS: Final = {term_id("marks", code): code for code in MARKS}


@dataclass(frozen=True)
class Terms:
    """Our terms by their HSDS id."""

    needs: dict[str, int]
    target_groups: dict[str, int]

    @property
    def ids(self) -> set[str]:
        return {*self.needs, *self.target_groups, *OUR_MARKS}


def our_terms() -> Terms:
    """All needs and target groups that this installation knows."""
    return Terms(
        {term_id("needs", code): pk for code, pk in Need.objects.values_list("code", "pk")},
        {term_id("target_groups", code): pk for code, pk in TargetGroup.objects.values_list("code", "pk")},
    )


def mark(code: str, table: str, entity: object, value: str = "") -> Values:
    """The attribute that says it; its id follows from what it says of whom."""
    row: Values = {
        "id": str(uuid.uuid5(_NAMESPACE, f"{table}:{entity}:{code}")),
        "link_id": str(entity),
        "taxonomy_term_id": term_id("marks", code),
        "link_entity": table,
    }
    return {**row, "value": value} if value else row


def term_rows(used: Iterable[str]) -> list[Values]:
    """The terms with these ids, as rows of taxonomy_term."""
    wanted = set(used)
    named: list[tuple[str, str, str, str]] = [
        ("marks", code, code, told) for code, (_, told) in MARKS.items()
    ]
    for taxonomy, terms in (("needs", Need.objects.all()), ("target_groups", TargetGroup.objects.all())):
        for term in terms:
            name = term.names.get("en") or next(iter(term.names.values()), term.code)
            named.append((taxonomy, term.code, name, name))
    rows = [_term(*one) for one in named]
    return [row for row in rows if row["id"] in wanted]


def _term(taxonomy: str, code: str, name: str, description: str) -> Values:
    return {
        "id": term_id(taxonomy, code),
        "code": code,
        "name": name,
        "description": description,
        "taxonomy": TAXONOMIES[taxonomy][0],
        "language": "en",
        "taxonomy_id": taxonomy_id(taxonomy),
    }


def taxonomy_rows(used: Iterable[str]) -> list[Values]:
    """The taxonomies with these ids."""
    wanted = set(used)
    rows = [
        {"id": taxonomy_id(code), "name": name, "description": told}
        for code, (name, told) in TAXONOMIES.items()
    ]
    return [row for row in rows if row["id"] in wanted]
