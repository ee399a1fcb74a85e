"""The page that is drawn for whoever writes a form is the page that citizens get."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from backend.forms.models import FormVersion
from backend.forms.services.shipped import shipped_schema
from backend.partners.models import Partner, User
from tests.calling import Caller

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
PREVIEW = "/partners/pif/form/preview/"


def drawn(api: Api, besa: User, **changes: Any) -> Any:
    body = {"schema": shipped_schema(), "section": "way", "language": "ka", **changes}
    return api(besa).post(PREVIEW, body)


def test_it_is_the_page_that_citizens_get(api: Api, besa: User, client: Any, partner_a: Partner) -> None:
    first = shipped_schema()["sections"][0]
    ours = drawn(api, besa, section=first["name"]).json()["html"]
    theirs = client.get("/forms/pif/ka/").content.decode()

    def without_door(page: str) -> str:
        """What differs by intention: tokens, scripts, the way out, how many pages there are on this way."""
        inside = page[page.index("<main") : page.index("</main>")]
        return re.sub(r'<input type="hidden"[^>]*>|<p class="step">[^<]*</p>', "", inside)

    assert without_door(ours) == without_door(theirs)
    assert '<html lang="ka"' in ours


def test_nothing_leads_out_of_it_and_nothing_in_it_runs(api: Api, besa: User) -> None:
    page = drawn(api, besa).json()["html"]
    assert "<script" not in page
    assert "csrfmiddlewaretoken" not in page
    assert "/leave/" not in page


@pytest.mark.parametrize("language", ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"])
def test_every_page_is_drawn_in_every_language_with_all_that_stands_under_conditions(
    api: Api, besa: User, language: str
) -> None:
    for section in shipped_schema()["sections"]:
        answer = drawn(api, besa, section=section["name"], language=language)
        assert answer.status_code == 200
        page = answer.json()["html"]
        for question in section["questions"]:
            if question["type"] != "consents":
                assert f'id="id_{question["name"]}' in page or f'name="{question["name"]}' in page


def test_what_is_wrong_is_said_place_by_place_and_nothing_is_kept(api: Api, besa: User) -> None:
    schema = deepcopy(shipped_schema())
    del schema["sections"][0]["title"]["ka"]
    schema["categories"] = ["no-such"]
    answer = drawn(api, besa, schema=schema)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "schema.sections.0.title.ka"
    assert not FormVersion.objects.drafts().exists()


def test_a_section_or_language_that_the_form_has_not_is_refused(api: Api, besa: User) -> None:
    assert drawn(api, besa, section="nowhere").json()["errors"][0]["field"] == "section"
    schema = {**shipped_schema()}
    assert drawn(api, besa, schema=schema, language="xx").status_code == 400
