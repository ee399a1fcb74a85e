"""A small directory for the tests of this app."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from backend.directory.kinds import InstitutionKind, InstitutionLevel, PlaceLevel
from backend.directory.services.loading.cells import FILES
from tests.factories.directory import (
    CategoryFactory,
    ChannelFactory,
    DeadlineRuleFactory,
    InstitutionFactory,
    PlaceFactory,
)


@pytest.fixture
def puke(db: None) -> SimpleNamespace:
    """Albania down to a unit of Pukë, and Priština beside it."""
    albania = PlaceFactory(code="al", level=PlaceLevel.COUNTRY, names={"sq": "Shqipëri", "en": "Albania"})
    shkoder = PlaceFactory(
        code="al-shkoder",
        parent=albania,
        level=PlaceLevel.REGION,
        names={"sq": "Shkodër", "sr-Latn": "Skadar"},
    )
    puke = PlaceFactory(code="al-shkoder-puke", parent=shkoder, names={"sq": "Pukë"})
    qelez = PlaceFactory(
        code="al-shkoder-puke-qelez",
        parent=puke,
        level=PlaceLevel.ADMINISTRATIVE_UNIT,
        names={"sq": "Qelëz"},
    )
    kosovo = PlaceFactory(code="xk", level=PlaceLevel.COUNTRY, country="XK", names={"sq": "Kosovë"})
    prishtine = PlaceFactory(
        code="xk-prishtine",
        parent=kosovo,
        country="XK",
        names={"sq": "Prishtinë", "sr-Latn": "Priština", "sr-Cyrl": "Приштина", "en": "Pristina"},
    )
    return SimpleNamespace(
        albania=albania, shkoder=shkoder, puke=puke, qelez=qelez, kosovo=kosovo, prishtine=prishtine
    )


@pytest.fixture
def bodies(puke: SimpleNamespace) -> SimpleNamespace:
    """An ombudsman for the country, a municipality for Pukë, an ombudsperson for Kosovo."""
    ombudsman = InstitutionFactory(
        code="al-ombudsman",
        kind=InstitutionKind.OMBUDSMAN,
        level=InstitutionLevel.CENTRAL,
        names={"sq": "Avokati i Popullit", "en": "People's Advocate"},
        areas=[puke.albania],
        accepts_anonymous=True,
    )
    municipality = InstitutionFactory(
        code="al-municipality-puke",
        place=puke.puke,
        names={"sq": "Bashkia Pukë", "en": "Municipality of Pukë"},
        areas=[puke.puke],
        accepts_anonymous=False,
    )
    kosovo = InstitutionFactory(
        code="xk-ombudsperson",
        kind=InstitutionKind.OMBUDSMAN,
        level=InstitutionLevel.CENTRAL,
        country="XK",
        names={"sq": "Avokati i Popullit", "sr-Latn": "Ombudsman", "sr-Cyrl": "Омбудсман"},
        place=puke.prishtine,
        areas=[puke.kosovo],
        valid_until=date(2027, 12, 31),
    )
    channel = ChannelFactory(institution=municipality, value="bashkia@example.org")
    return SimpleNamespace(
        ombudsman=ombudsman, municipality=municipality, kosovo=kosovo, channel=channel, places=puke
    )


@pytest.fixture
def terms(db: None) -> SimpleNamespace:
    """A small tree of categories and two legal terms."""
    services = CategoryFactory(code="services", labels={"sr-Cyrl": "Услуге", "en": "Services"})
    delay = CategoryFactory(code="delay", parent=services, labels={"sq": "Vonesë", "en": "Delay"})
    bribery = CategoryFactory(code="bribery", kinds=["corruption", "judiciary"], labels={"en": "Bribery"})
    rule = DeadlineRuleFactory(code="al-information", titles={"sq": "Përgjigje", "en": "Answer"})
    sure = DeadlineRuleFactory(
        code="xk-documents", country="XK", number=7, certainty="V", verified_on=date(2026, 11, 1)
    )
    return SimpleNamespace(services=services, delay=delay, bribery=bribery, rule=rule, sure=sure)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """`folder(places=[{"code": "al", …}])`: files of the directory with these lines; the rest is empty."""

    def write(**files: list[dict[str, str]]) -> Path:
        for name, columns in FILES.items():
            header = sorted(columns)
            rows = files.get(name.removesuffix(".csv"), [])
            lines = [",".join(row.get(column, "") for column in header) for row in rows]
            (tmp_path / name).write_text("\n".join([",".join(header), *lines]) + "\n", encoding="utf-8")
        return tmp_path

    return write
