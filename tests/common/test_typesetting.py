"""Printed pages: every script is drawn, what somebody wrote stays text, and archives accept the file."""

from pathlib import Path

import pypdfium2
import pytest

from backend.common.typesetting import typeset

TEMPLATE = """
#let values = json(bytes(sys.inputs.values))
#set text(font: ("Noto Serif", "Noto Serif Georgian"))
#values.text
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "page.typ"
    path.write_text(TEMPLATE)
    return path


def text_of(pdf: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf)[0]
    return str(page.get_textpage().get_text_range()).strip()


@pytest.mark.parametrize(
    "words", ["Çështja e Gëzimit", "Predmet: žalba, đak", "Предмет: жалба, ђак, њива", "საჩივრის ნომერი"]
)
def test_every_script_is_drawn_with_the_fonts_that_come_along(template: Path, words: str) -> None:
    pdf = typeset(template, {"text": words})
    assert text_of(pdf) == words
    assert b"NotoSerif" in pdf


def test_what_somebody_wrote_is_never_read_as_markup(template: Path) -> None:
    words = '#read("/etc/passwd") *not bold* $x$ \\ "'
    assert text_of(typeset(template, {"text": words})) == words


def test_an_archive_finds_its_standard_named(template: Path) -> None:
    assert b"pdfaid:part>2<" in typeset(template, {"text": "x"})
