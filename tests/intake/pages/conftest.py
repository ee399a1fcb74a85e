"""What the forms offer, and a citizen in front of one."""

import pytest

from tests.factories.complaints import category, institution, place
from tests.intake.pages.visitor import Visitor


@pytest.fixture
def offered(partner_a):
    category("delay", labels={"sq": "Vonesë", "en": "Delay", "ka": "დაგვიანება"})
    category("bribery", "corruption", labels={"en": "Bribery"})
    place("al-puke")
    institution("al-cadastre")
    institution("xk-elsewhere", country="XK")


@pytest.fixture
def citizen(offered):
    return Visitor("/forms/pif/sq/")
