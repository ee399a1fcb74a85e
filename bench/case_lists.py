"""What is measured of the list in the dashboard: counts for its filters, and rows with all they can show."""

from collections.abc import Iterator

from backend.cases.page import EXTRAS, FACETS, CaseFilters, facets_of_cases, page_of_cases, with_extras
from backend.demo.load import COMMON_WORD
from backend.partners.actors import Actor, actor_of
from bench.list_of_cases import API, Questions, reading, signed_in
from bench.measuring import Variant
from bench.network import Network

COUNTED, ROWS, WITH = "facets_of_cases", "page_of_cases", "page_of_cases, all extras"
WHO = ("largest partner", "small partner", "25 partners", "20 shared cases only")
ALL = CaseFilters()
NARROWED = CaseFilters(states=frozenset({"referred"}), kinds=frozenset({"corruption"}))
EVERY_EXTRA = "?" + "&".join(f"extra={name}" for name in EXTRAS)


def variants(network: Network) -> Iterator[Variant]:
    for who in WHO:
        user = network.actors[who]
        actor, client = actor_of(user), signed_in(user)
        yield Variant(f"counts of all filters, {who}", COUNTED, lambda actor=actor: _counted(actor, ALL))
        yield Variant(f"counts of all filters, {who}", API, reading(client, "facets/"), COUNTED)
        yield Variant(f"50 newest, {who}", ROWS, lambda actor=actor: page_of_cases(actor, ALL))
        yield Variant(f"50 newest, {who}", WITH, lambda actor=actor: _shown(actor), ROWS)
        yield Variant(f"50 newest, {who}", f"{API}, plain", reading(client, ""), ROWS)
        yield Variant(f"50 newest, {who}", f"{API}, all extras", reading(client, EVERY_EXTRA), ROWS)
    largest = actor_of(network.actors["largest partner"])
    group = "counts of all filters, narrowed by state and kind, largest partner"
    query = "facets/?state=referred&kind=corruption"
    yield Variant(group, API, reading(signed_in(network.actors["largest partner"]), query))
    group = "counts of all filters, search for a frequent word, largest partner"
    yield Variant(group, COUNTED, lambda: _counted(largest, ALL, COMMON_WORD))


def questions(network: Network) -> Questions:
    largest, many = (actor_of(network.actors[who]) for who in ("largest partner", "25 partners"))
    return [
        ("counts of all filters, largest partner", lambda: _counted(largest, ALL)),
        ("counts of all filters, 25 partners", lambda: _counted(many, ALL)),
        ("counts of all filters, one state and kind, largest partner", lambda: _counted(largest, NARROWED)),
        (
            "counts, frequent word, largest partner",
            lambda: _counted(largest, ALL, COMMON_WORD),
        ),
        ("50 newest with all extras, largest partner", lambda: _shown(largest)),
    ]


def _counted(actor: Actor, filters: CaseFilters, search: str | None = None) -> object:
    return facets_of_cases(actor, dict.fromkeys(FACETS, filters), search)


def _shown(actor: Actor) -> object:
    return with_extras(page_of_cases(actor, ALL).rows, EXTRAS, actor)
