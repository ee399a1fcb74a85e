"""Where a second factor is demanded, the pages for staff do not exist for whoever has not shown one."""

from typing import Any

import pytest

from backend.partners.models import User
from tests.partners.second_steps import app_added, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "address"), [("ilir", "/assisted/pif/sq/"), ("besa", "/forms/pif/sq/preview/")]
)
def test_nobody_files_for_others_or_sees_a_draft_without_it(
    offered: Any, settings: Any, request: pytest.FixtureRequest, name: str, address: str
) -> None:
    settings.DOSJA_SECOND_FACTOR = "required"
    person: User = request.getfixturevalue(name)
    browser = signed_in(person)
    page = f"http://testserver{address}"
    assert browser.get(page).status_code == 404
    assert "/assisted/" not in browser.get("http://testserver/").content.decode()
    app_added(browser)
    assert browser.get(page, follow=True).status_code == 200
