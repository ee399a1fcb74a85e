"""The first load of each page: what a slow line has to carry, with everything that the page asks for."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from backend.partners.models import Partner
from tests.factories.partners import PartnerFactory
from tests.intake.pages.test_every_page import every_page
from tests.intake.pages.visitor import WITH_NAME, Visitor

pytestmark = pytest.mark.django_db
MOST = 100_000
ASKED_FOR = re.compile(r'(?:src|href)="/static/([^"]+)"')


def weight(visitor):
    """Bytes of the page and of all its files, as if nothing were compressed and nothing kept."""
    files = set(ASKED_FOR.findall(visitor.text))
    assert files, "no style sheet"
    return len(visitor.answer.content) + sum(len(Path(finders.find(name)).read_bytes()) for name in files)


def test_every_page_is_light(offered):
    for name, visitor in every_page("ka"):
        assert weight(visitor) < MOST / 2, (name, weight(visitor))


@pytest.mark.parametrize(
    ("country", "language"), [("AL", "sq"), ("XK", "sr-Cyrl"), ("GE", "ka"), ("GE", "en")]
)
def test_the_longest_lists_are_light_enough(db, country, language):
    """With all places and institutions of the country, as they ship."""
    call_command("load_directory", verbosity=0)
    PartnerFactory(slug="big", prefix="BIG", country=Partner.Country(country))
    visitor = Visitor(f"/forms/big/{language}/")
    visitor.fill_in({step: WITH_NAME[step] for step in ("way", "story", "kind")})
    assert visitor.step == "where"
    assert "finding.js" in visitor.text
    assert visitor.text.count("<option") > 150
    assert weight(visitor) < MOST, weight(visitor)
