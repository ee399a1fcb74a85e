"""The mail around a letter: the same in five languages, neutral, and whole when a server takes it."""

import tomllib
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from backend.common import clock
from backend.common.languages import Language
from backend.correspondence.covering import Covering, CoveringPart, subject_of, text_of
from backend.correspondence.mails import Attached, Envelope, Mail, message_of, plain_address, tagged
from tests.correspondence.test_wording import _KEPT, _in_cyrillic

DATA = Path(settings.BASE_DIR, "backend/correspondence/data/mail.toml")
TOKEN = "k7m2n9p4q8r3s6t5u2v7"


def covering(*languages: str, **changes: object) -> Covering:
    told = {
        "reference": "PIF-2026-000123",
        "written_on": date(2026, 11, 26),
        "parts": [CoveringPart(Language(one), "People in Focus", "Besa Hoxha") for one in languages],
        "letter_file": "1-letter.pdf",
        "files": ["2-attachment.jpg"],
        "token": TOKEN,
    }
    return Covering(**{**told, **changes})  # type: ignore[arg-type]


def test_cyrillic_is_latin_letter_by_letter_and_every_language_says_the_same() -> None:
    words = tomllib.loads(DATA.read_text(encoding="utf-8"))
    assert set(words) == set(Language.values)
    assert [_in_cyrillic(text) for text in words["sr-Latn"].values()] == list(words["sr-Cyrl"].values())
    for language in Language.values:
        assert list(words[language]) == list(words["en"])
        for name, sentence in words["en"].items():
            assert sorted(_KEPT.findall(words[language][name])) == sorted(_KEPT.findall(sentence)), name


@pytest.mark.parametrize("language", Language.values)
def test_the_mail_names_number_files_mark_and_page_and_has_no_hole(language: str) -> None:
    link = "https://dosja.example/answer/x/"
    made = covering(language, link=link, link_until=date(2027, 3, 26))
    text = text_of(made)
    for told in ("PIF-2026-000123", "1-letter.pdf", "2-attachment.jpg", TOKEN, link, "People in Focus"):
        assert told in text
    assert "{" not in text + subject_of(made)
    assert text.splitlines().count(TOKEN) == 1
    assert link in text.splitlines()


def test_without_a_page_nothing_is_said_of_one() -> None:
    assert "http" not in text_of(covering("en"))


def test_a_letter_in_two_languages_has_a_mail_in_two() -> None:
    made = covering("sq", "sr-Cyrl")
    assert subject_of(made) == "Shkresa nr. PIF-2026-000123 / Допис бр. PIF-2026-000123"
    assert "Me respekt," in text_of(made) and "С поштовањем," in text_of(made)


_NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=60)


@hypothesis(max_examples=60)
@given(name=_NAMES, subject=_NAMES, text=st.text(st.characters(exclude_categories=("Cs",)), max_size=400))
def test_whatever_is_in_a_mail_it_is_ascii_in_short_lines_and_adds_no_header(
    name: str, subject: str, text: str
) -> None:
    mail = Mail(subject, text, "sq", (Attached("1-letter.pdf", "application/pdf", b"%PDF-\x00\xff"),))
    envelope = Envelope(name, "zyra@pif.example", "a@b.example", "<x@pif.example>", clock.now())
    raw = message_of(mail, envelope)
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) < 1000
    assert b"\n" not in raw.replace(b"\r\n", b"")
    read = message_from_bytes(raw, policy=policy.default)
    assert sorted(read.keys()) == [
        *("Content-Language", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To")
    ]
    (file,) = read.iter_attachments()
    assert file.get_content() == b"%PDF-\x00\xff"


def test_a_domain_in_letters_of_a_country_is_spelled_for_the_network() -> None:
    assert plain_address("zyra@përmet.example") == "zyra@xn--prmet-nsa.example"
    assert tagged("zyra@pif.example", TOKEN) == f"zyra+{TOKEN}@pif.example"
