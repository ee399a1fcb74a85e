"""Every page and every state of the citizens' side, in every language: looked at, and by axe-core too."""

import pytest

from tests.e2e.tour import tour
from tests.e2e.wording import LANGUAGES

pytestmark = pytest.mark.either_engine("postgresql")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_state_is_readable(citizen, staff, language):
    drita = citizen(language)
    seen = list(tour(drita, staff(drita)))
    assert len(seen) == len(set(seen)) >= 43


def test_every_page_and_state_is_readable_in_the_dark(citizen, staff):
    """Colours are others where a reader wants it dark; a wide screen sets lines otherwise."""
    drita = citizen("sq", color_scheme="dark", viewport={"width": 1280, "height": 900})
    drita.watch.seen = set()
    list(tour(drita, staff(drita)))
