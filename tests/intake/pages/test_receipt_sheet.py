"""The receipt as a PDF: all digits, the address, and not a word of what they open."""

import re

import pypdfium2
import pytest
from django.utils import translation

from backend.common.languages import Language
from backend.intake.models import Draft
from backend.intake.services.receipt_sheets import receipt_sheet
from tests.intake.pages.visitor import ANONYMOUS, LANGUAGES, Visitor

pytestmark = pytest.mark.django_db
TELLING = re.compile(
    "complain|corrupt|case|receipt of|People in Focus|PIF-|kadastr|Cadastre|ankes|korrupsion|žalb|жалб|საჩივ",
    re.IGNORECASE,
)


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.fixture
def shown(citizen):
    return citizen.fill_in(ANONYMOUS).press("file")


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sheet_with_all_digits_and_the_address_in_every_language(offered, language):
    with translation.override(language.lower()):
        pdf = receipt_sheet(
            number="48213905",
            secret="730162849517730264817",
            address="dosja.example.org/receipt/",
            language=Language(language),
        )
    (text,) = pages_of(pdf)
    digits = "".join(re.findall(r"\d", text.replace("8 ", "", 1)))
    assert "48213905" in digits
    assert "730162849517730264817" in digits
    assert "dosja.example.org/receipt/" in text
    assert b"pdfaid:part>2<" in pdf


def test_the_button_gives_the_sheet_and_the_page_stays(shown):
    number, secret = shown.receipt
    answer = shown.client.post("/forms/pif/sq/", {**shown.page.values, "go": "pdf"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="numbers.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    (text,) = pages_of(answer.content)
    assert secret.split()[2] in text
    assert number.split()[1] in text
    assert shown.go("/forms/pif/sq/").receipt == (number, secret)


def test_whoever_finds_the_sheet_learns_nothing_of_the_complaint(shown):
    answer = shown.client.post("/forms/pif/sq/", {**shown.page.values, "go": "pdf"})
    document = pypdfium2.PdfDocument(answer.content)
    told = pages_of(answer.content)[0] + str(document.get_metadata_dict())
    document.close()
    assert not TELLING.search(told.replace("/receipt/", "")), told


def test_no_sheet_after_the_digits_came_back(shown):
    _number, secret = shown.receipt
    old = dict(shown.page.values)
    shown.press("written")
    answer = shown.client.post("/forms/pif/sq/", {**old, "go": "pdf"})
    assert answer.status_code == 302
    shown.go("/forms/pif/sq/").give_digits_back(secret)
    assert shown.client.post("/forms/pif/sq/", {**old, "go": "pdf"}).status_code == 302


def test_a_stranger_s_browser_gets_no_sheet(shown):
    values = {**shown.page.values, "go": "pdf"}
    stranger = Visitor("/forms/pif/sq/")
    answer = stranger.client.post("/forms/pif/sq/", values | {**stranger.page.values, "step": "receipt"})
    assert answer.headers["Content-Type"] != "application/pdf"
    assert Draft.objects.count() >= 1
