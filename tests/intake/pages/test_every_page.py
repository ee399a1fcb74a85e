"""What holds for each page of the citizens: headers, weight, language, labels, headings; in every state."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.config.test_catalogues import catalogue, collected, forms
from tests.factories.complaints import place
from tests.intake.pages.visitor import LANGUAGES, WITH_NAME, Visitor
from tests.protection import weakness_of

pytestmark = pytest.mark.django_db
# Sentences that stand in the code in English; found on a page in another language, one was forgotten.
ENGLISH = re.compile(r"\b(?:the|your|you|please|what|with|and|complaint|receipt|page)\b", re.IGNORECASE)


def every_page(language: str, visitor: Visitor | None = None):
    """Each page and state of one visit, by name."""
    visitor = visitor or Visitor(f"/forms/pif/{language}/")
    while visitor.step != "review":
        step = visitor.step
        yield step, visitor
        if step in ("way", "story", "kind", "reach", "contact", "consents"):
            yield f"{step} with errors", visitor.press("next", day="31", month="2", year="2025")
        visitor.press("next", **WITH_NAME[step])
    yield "review", visitor
    yield "receipt", visitor.press("file")
    number, secret = visitor.receipt
    yield "digits asked", visitor.press("written")
    yield "digits wrong", visitor.press("check", digits="")
    yield "goodbye", visitor.press("written").give_digits_back(secret)
    back = visitor.go(f"/receipt/?language={language.lower()}")
    yield "closed", back
    back.path = "/receipt/"
    yield "mistyped", back.press("open", number=number, secret="1")
    yield "opened", back.press("open", number=number, secret=secret)
    yield "refused", back.press("write", text=" ")
    yield "written", back.press("write", text="1187")
    yield "entry", back.go("/")


@pytest.fixture(params=LANGUAGES)
def pages(request, offered):
    return every_page(request.param), request.param


def test_every_page_in_every_language(pages):
    """One walk per language, because a walk is slow: all promises are looked at on each page."""
    walk, language = pages
    seen = []
    for name, visitor in walk:
        seen.append(name)
        assert weakness_of(visitor.answer) is None, (name, weakness_of(visitor.answer))
        assert_readable(visitor, name, language)
        if language != "en" and all_is_translated(language):
            assert not ENGLISH.findall(words_of(visitor.text)), (
                name,
                ENGLISH.findall(words_of(visitor.text)),
            )
    assert len(seen) == len(set(seen)) == 26


@cache
def all_is_translated(language):
    """Which texts still have no translation is told by the test of the catalogues, and only there."""
    known = catalogue(language.replace("-", "_"))
    return all(all(forms(known.get(one.id, one.context))) for one in collected() if one.id)


def assert_readable(visitor, name, language):
    page, text = visitor.page, visitor.text
    expected = language.lower() if name == "entry" else language
    assert f'<html lang="{expected}">' in text, name
    assert len(page.ids) == len(set(page.ids)), (name, page.ids)
    assert page.headings[0] == 1, (name, page.headings)
    assert page.headings.count(1) == 1, name
    for earlier, later in zip(page.headings, page.headings[1:], strict=False):
        assert later <= earlier + 1, (name, page.headings)
    assert {field["id"] for field in page.fields} <= page.labelled, name
    assert set(page.described) <= set(page.ids), (name, page.described)
    assert re.search(r"<title>[^<]{5,}</title>", text), name
    assert visitor.answer.headers["Content-Language"].lower() == language.lower(), name


def words_of(text):
    """What a reader sees, without what the people of the test wrote or what a directory lists."""
    body = re.sub(r"<(option|strong|span|h3)\b.*?</\1>", " ", text.split("<main>")[1], flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", body).replace("People in Focus", "").replace("State Cadastre Agency", "")


def test_the_first_load_is_light(offered):
    for number in range(120):
        place(f"al-place-{number}")
    page = len(Client().get("/forms/pif/ka/").content)
    styles = sum(
        len(Path(finders.find(name)).read_bytes()) for name in ("dosja/pages.css", "intake/citizens.css")
    )
    assert page + styles < 20_000


def test_a_step_costs_few_queries(citizen):
    citizen.fill_in({step: WITH_NAME[step] for step in ("way", "story", "kind")})
    citizen.go("/forms/pif/sq/")
    with CaptureQueriesContext(connection) as queries:
        citizen.go("/forms/pif/sq/")
    assert len(queries) <= 3, [query["sql"] for query in queries]


def test_looking_at_a_form_leaves_nothing_behind(client, offered):
    answer = client.get("/forms/pif/sq/")
    assert set(answer.cookies) == {"dosja_csrf"}
    assert client.get("/forms/pif/").headers["Location"] == "/forms/pif/en/"


def test_without_its_token_a_form_is_refused_in_words(offered):
    answer = Client(enforce_csrf_checks=True).post("/forms/pif/sq/", {"step": "way"})
    assert answer.status_code == 403
    assert "cookies" in answer.text
