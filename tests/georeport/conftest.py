"""Published and unpublished cases, and who asks for them."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.cases.models import Case, PublicSummary
from backend.cases.services import publishing
from backend.complaints.models import Consent
from backend.directory import lookups
from backend.directory.models import Category
from backend.intake.services import ToldConsent
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.casework import opened
from tests.factories import complaints as filing
from tests.georeport.door import Door

AGREED = ToldConsent(purpose=Consent.Purpose.PUBLICATION, text_version="2026-11")
TEXT = "Zyra nuk u përgjigj brenda afatit."
# Nothing of it may ever be read without a key.
SECRETS = {"narrative": "Fqinji im Agron Zefi më tha të pres.", "wish": "Dua certifikatën e shtëpisë sime."}


@pytest.fixture
def door(db: None) -> Door:
    return Door()


@pytest.fixture
def waste(db: None) -> Category:
    """A category of public services alone."""
    made = Category.objects.create(
        code="waste", path="waste/", kinds=["public_service"], labels={"en": "Waste", "sq": "Mbetje"}
    )
    lookups.forget()
    return made


@pytest.fixture
def bribery(db: None) -> Category:
    made = Category.objects.create(
        code="bribery", path="bribery/", kinds=["corruption"], labels={"en": "Bribery"}
    )
    lookups.forget()
    return made


@pytest.fixture
def summary(
    new_case: Callable[..., Case], waste: Category, arta: User, besa: User, partner_a: Partner
) -> PublicSummary:
    """A published one, about waste."""
    return published(new_case(category="waste", consents=(filing.PROCESSING, AGREED), **SECRETS), arta, besa)


def published(case: Case, by: User, coordinator: User, **changes: Any) -> PublicSummary:
    opened(case, by)
    words = {"title": "Pritje", "text": TEXT, "language": "sq", "place": None, **changes}
    publishing.write_summary(case.pk, **words, expected=None, actor=actor_of(by))
    return publishing.publish_summary(case.pk, expected=None, actor=actor_of(coordinator))[1]
