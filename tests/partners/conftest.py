"""Arta, who has a second step at the sign-in."""

import pytest

from backend.partners.models import User
from tests.partners.second_steps import app_added, signed_in


@pytest.fixture
def app(arta: User) -> str:
    """Arta has added an app; its secret."""
    return app_added(signed_in(arta))
