"""An access of partner A, the telephone that has it, and what a volunteer writes down."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.partners.models import User
from tests.calling import Caller
from tests.collecting.phone import Phone
from tests.factories.complaints import category, institution, place

ACCESSES = "/partners/pif/field_accesses/"
COLLECTED = "/partners/pif/collected/"
TOLD = {
    "complainant_kind": "confidential",
    "narrative": "Prej tre muajsh pres certifikatën.",
    "kind": "public_service",
    "category": "delay",
    "place": "al-puke",
    "institution": "al-cadastre",
    "contact_wish": "phone",
    "name": "Drita Kola",
    "phone": "+355 69 123 4567",
    "consents": "processing referral",
}


@pytest.fixture
def town(db: None) -> None:
    """The directory has what the volunteer chooses."""
    category("delay", "public_service", "judiciary"), place("al-puke"), institution("al-cadastre")


@pytest.fixture
def access(api: Callable[[User], Caller], besa: User, town: None) -> dict[str, Any]:
    """What Besa was shown, once."""
    answer = api(besa).post(ACCESSES, {"name": "Tablet, Gjegjan"})
    assert answer.status_code == 201, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


@pytest.fixture
def phone(access: dict[str, Any]) -> Phone:
    return Phone(access["user_name"], access["password"])
