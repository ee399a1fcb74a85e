"""Needs, target groups and places, without any provider."""

from types import SimpleNamespace

import pytest

from backend.directory.services import hsds
from tests.directory.providers.samples import (
    address,
    area,
    at,
    attribute,
    document,
    organization,
    service,
    taken,
    uid,
)
from tests.factories.directory import NeedFactory, TargetGroupFactory


@pytest.fixture
def terms_of_help(puke: SimpleNamespace) -> SimpleNamespace:
    """The words by which help is looked for, and places down to a unit of Pukë."""
    for number, code in enumerate(("legal_aid", "shelter", "documents_and_registration", "day_care")):
        NeedFactory(
            code=code, position=number, names={"en": code, "sr-Cyrl": "Правна помоћ" if number == 0 else code}
        )
    for code in ("everybody", "children", "women"):
        TargetGroupFactory(code=code)
    return puke


@pytest.fixture
def catalogue(terms_of_help):
    """Legal aid for the county, shelter for all Albania, a day centre in Pukë, documents in Priština."""
    week = {
        "id": uid("week"),
        "freq": "WEEKLY",
        "byday": "MO,TU,WE,TH,FR",
        "opens_at": "09:00",
        "closes_at": "16:00",
    }
    report = taken(
        hsds.tables_of_document(
            document(
                service(
                    "legal",
                    needs=("legal_aid",),
                    attributes=[attribute("legal", "target_groups", "everybody")],
                    service_areas=[area("Shkodër", "al-shkoder")],
                    languages=[{"id": uid("legal sq"), "code": "sq"}],
                    schedules=[week],
                ),
                service(
                    "shelter",
                    needs=("shelter",),
                    attributes=[attribute("shelter", "target_groups", "women")],
                    service_areas=[area("Albania", "al")],
                    service_at_locations=[at("house")],
                ),
                service(
                    "day centre",
                    needs=("day_care",),
                    attributes=[attribute("day centre", "target_groups", "children")],
                    service_at_locations=[at("centre", addresses=[address("centre", "Pukë")])],
                ),
                service(
                    "papers",
                    needs=("documents_and_registration",),
                    organization=organization("Приштина"),
                    service_areas=[area("Prishtinë", "xk-prishtine")],
                    languages=[{"id": uid("papers sr"), "code": "sr"}],
                ),
                service("old", needs=("legal_aid",), status="defunct", service_areas=[area("old", "al")]),
            )
        )
    )
    assert report.refusals == []
