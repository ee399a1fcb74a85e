"""Letters for tests, and how their pages are read."""

from datetime import date
from typing import Any

from pypdfium2 import PdfDocument

from backend.common.languages import Language
from backend.correspondence.letters import Attachment, LegalBasis, Letter, Part, Recipient, Sender
from backend.correspondence.placeholders import fill, fill_line
from backend.correspondence.services.rendering import render
from backend.correspondence.wording import shipped_templates, wording_in

SENDER = Sender(
    name="People in Focus",
    lines=("Rr. Nënë Tereza 5", "1001 Tiranë"),
    registration_number="L12345678A",
    phone="+355 4 222 2222",
    email="zyra@pif.example.org",
    website="https://pif.example.org",
    place="Tiranë",
    signatory="Besa Hoxha",
    function="koordinatore",
)
PUBLIC_DOCUMENTS = LegalBasis("Ligji nr. 06/L-081 për qasje në dokumente publike", "", 7, "calendar_day")
FILES = (
    Attachment("Kërkesa e 5 marsit", "application/pdf", 345_678, "0123456789abcdef" * 4),
    Attachment("", "image/jpeg", 1_234_567, "fedcba9876543210" * 4),
)


def part(language: Language | str, kind: str = "public_service", **changes: Any) -> Part:
    """The shipped letter of a kind in a language, or as changed."""
    template = shipped_templates()[kind][language]
    values = {"partner": SENDER.name, "category": "CATEGORY", "summary": "SUMMARY", "place": "Pukë"}
    values |= {"court": "COURT", "happened_on": wording_in(language).day(date(2026, 3, 5))}
    told = {
        "language": Language(language),
        "sender": SENDER,
        "recipient": Recipient("RECIPIENT", ("Rr. Jordan Misja 12",)),
        "subject": fill_line(template["subject"], values).text,
        "text": fill(template["text"], values).text,
    }
    return Part(**{**told, **changes})


def letter(*parts: Part, **changes: Any) -> Letter:
    told = {"reference": "PIF-2026-000123", "written_on": date(2026, 11, 26), "parts": parts}
    return Letter(**{**told, **changes})


def pages_of(pdf: bytes) -> list[str]:
    """The words on each page; lines end where the paper does."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in PdfDocument(pdf)]


def read(made: Letter, *, is_draft: bool = False) -> str:
    """All words of a letter, as a person reads them off the pages."""
    # pdfium tells a hyphen at the end of a line by this sign.
    return " ".join(pages_of(render(made, is_draft=is_draft))).replace("\ufffe", "-")
