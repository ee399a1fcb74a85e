"""Letters on paper: every language whole, nothing that anybody writes breaks out or stops the press."""

import io
import re
from datetime import UTC, datetime

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.correspondence.letters import Attachment, LegalBasis, Recipient, Sender
from backend.correspondence.services.rendering import render
from backend.correspondence.wording import wording_in
from tests.correspondence.pages import FILES, PUBLIC_DOCUMENTS, SENDER, letter, pages_of, part, read

# What a clerk looks for on the first page, in each language.
GOLDEN = {
    "sq": (
        "Plotësohet nga institucioni Nr. i protokollit",
        "Tiranë, më 26 nëntor 2026",
        "Nr. ynë: PIF-2026-000123",
        "Lënda: Ankesë për një shërbim publik: CATEGORY",
        "Baza ligjore: Ligji nr. 06/L-081 për qasje në dokumente publike",
        "Koha: 5 mars 2026.",
        "brenda 7 ditëve kalendarike",
        "1. Kërkesa e 5 marsit 346 kB",
        "2. Fotografi 1,2 MB",
        "Faqja 1 nga",
    ),
    "sr-Latn": (
        "Popunjava institucija Broj protokola",
        "Tiranë, 26. novembra 2026. godine",
        "Naš broj: PIF-2026-000123",
        "Predmet: Pritužba na javnu uslugu: CATEGORY",
        "Pravni osnov: Zakon br. 06/L-081 o pristupu javnim dokumentima",
        "Vreme: 5. marta 2026.",
        "u roku od 7 kalendarskih dana",
        "2. Fotografija 1,2 MB",
        "Strana 1 od",
    ),
    "sr-Cyrl": (
        "Попуњава институција Број протокола",
        "Tiranë, 26. новембра 2026. године",
        "Наш број: PIF-2026-000123",
        "Предмет: Притужба на јавну услугу: CATEGORY",
        "Правни основ: Закон бр. 06/L-081 о приступу јавним документима",
        "Време: 5. марта 2026.",
        "у року од 7 календарских дана",
        "2. Фотографија 1,2 MB",
        "Страна 1 од",
    ),
    "ka": (
        "ავსებს დაწესებულება რეგისტრაციის ნომერი",
        "Tiranë, 2026 წლის 26 ნოემბერი",
        "ჩვენი ნომერი: PIF-2026-000123",
        "თემა: საჩივარი საჯარო მომსახურებაზე: CATEGORY",
        "დრო: 2026 წლის 5 მარტი.",
        "გვიპასუხოთ 7 კალენდარული დღის ვადაში",
        "2. ფოტოსურათი 1,2 MB",
        "გვერდი 1 /",
    ),
    "en": (
        "For the institution to fill in Protocol number",
        "Tiranë, 26 November 2026",
        "Our reference: PIF-2026-000123",
        "Subject: Complaint about a public service: CATEGORY",
        "Legal basis: Law No. 06/L-081 on Access to Public Documents",
        "Time: 5 March 2026.",
        "within 7 calendar days",
        "2. Photograph 1.2 MB",
        "Page 1 of",
    ),
}
# Typst's own signs, ways out of a string and out of JSON, both directions of reading, scripts that our fonts
# lack, characters that are none.
NASTY = (
    '#read("/etc/passwd") #sys.inputs *b* _i_ $x^2$ `raw` <label> @ref \\u{41} // /* */ = - + #[',
    '"], "parts": [] }',
    "\u202eabc\u202c \u2066x\u2069 עברית العربية",
    "中文 한국어 हिन्दी 😀 👩‍👩‍👧 \U000e0041",
    "\x00\x07\x1b[31m\ufffe\uffff\ud800\ue000\x85\u2028\u2029",
    "a\u0301" * 40 + "ё" + "\u0301" * 200,
    "W" * 4_000,
    "ა" * 3_000,
    "\n" * 300 + "x" + "\t" * 300,
    "{page} {pages} {reference}",
)


@pytest.mark.parametrize("language", Language.values)
def test_a_clerk_finds_everything_in_the_language_of_the_letter(language: str) -> None:
    words = read(letter(part(language), legal_basis=PUBLIC_DOCUMENTS, attachments=FILES))
    for wanted in ("People in Focus", "RECIPIENT Rr. Jordan Misja 12", "SUMMARY", "Besa Hoxha"):
        assert wanted in words
    # What stands side by side on the page is read line by line: the order inside a line is the page's.
    missing = [wanted for wanted in GOLDEN[language] if wanted not in words]
    assert missing == []


@pytest.mark.parametrize("language", Language.values)
def test_the_fixed_words_are_of_one_language_only(language: str) -> None:
    """No English in a Georgian letter, no Latin letters in a Cyrillic one but those of names and numbers."""
    words = read(letter(part(language), legal_basis=PUBLIC_DOCUMENTS, attachments=FILES), is_draft=True)
    for other in set(Language.values) - {language}:
        for name in ("subject", "answer_title", "protocol_title", "signature", "draft"):
            foreign = wording_in(other).say(name)
            assert foreign in (wording_in(language).say(name),) or foreign not in words


@pytest.mark.parametrize("kind", CaseKind.values)
@pytest.mark.parametrize("language", Language.values)
def test_every_shipped_letter_fits_its_kind(language: str, kind: str) -> None:
    made = letter(part(language, kind), about_court=kind == CaseKind.JUDICIARY)
    words, warning = read(made), wording_in(language).say("no_judgment")
    assert "{" not in words and "SUMMARY" in words
    # Said once, by the text itself.
    assert words.count(warning) == (1 if kind == CaseKind.JUDICIARY else 0)


def test_a_letter_about_a_court_says_what_it_cannot_change_whoever_wrote_it() -> None:
    words = read(letter(part("sq", text="Kërkojmë përgjigje."), about_court=True))
    assert wording_in("sq").say("no_judgment") in words


def test_without_a_verified_term_no_law_is_named() -> None:
    words = read(letter(part("sq")))
    assert "Baza ligjore" not in words and "neni" not in words
    assert wording_in("sq").say("answer_plain") in words


def test_another_term_than_the_institutions_is_no_term_to_answer_in() -> None:
    basis = LegalBasis("Ligji nr. 96/2016", "121-122", 7, "calendar_day", answer_term=False)
    words = read(letter(part("sq"), legal_basis=basis))
    assert "Baza ligjore: Ligji nr. 96/2016, nenet 121–122" in words
    assert "brenda 7 ditëve" not in words


def test_a_letter_in_two_languages_is_one_document_that_is_registered_once() -> None:
    pages = pages_of(render(letter(part("sq"), part("sr-Latn")), is_draft=False))
    first, second = pages[0], next(page for page in pages if "Poštovani," in page)
    assert "Plotësohet nga institucioni Popunjava institucija" in first
    assert "Broj protokola" not in second.replace("vaš broj protokola", "")
    assert "Të nderuar," in first and "Të nderuar," not in second
    assert "Kjo shkresë është shkruar edhe në gjuhën serbe." in first
    assert "Ovaj dopis je napisan i na albanskom jeziku." in second


def test_a_draft_cannot_be_mistaken_for_a_letter() -> None:
    long = part("en", text="\n\n".join(["Paragraph."] * 120))
    drafted = pages_of(render(letter(long), is_draft=True))
    assert len(drafted) > 2
    for page in drafted:
        assert "DRAFT – NOT SENT" in page
    assert all("DRAFT" not in page for page in pages_of(render(letter(long), is_draft=False)))


def test_a_long_letter_keeps_its_pages_together() -> None:
    long = part("sq", text="\n\n".join(f"Paragrafi {number}. " + "fjalë " * 60 for number in range(40)))
    pages = pages_of(render(letter(long, attachments=FILES * 5), is_draft=False))
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert f"Faqja {number} nga {len(pages)}" in page and "PIF-2026-000123" in page
    assert [f"Paragrafi {number}." in " ".join(pages) for number in range(40)] == [True] * 40


def test_checksums_are_printed_whole() -> None:
    words = read(letter(part("en"), attachments=FILES)).replace(" ", "")
    for one in FILES:
        assert one.sha256 in words


def test_an_archive_gets_what_it_asks_for() -> None:
    """As far as a library can tell: the claim, every font embedded, no script, no form, no other file."""
    pdf = pikepdf.open(
        io.BytesIO(render(letter(part("ka"), part("sr-Cyrl"), attachments=FILES), is_draft=False))
    )
    with pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2B"
        assert metadata["dc:title"].startswith("PIF-2026-000123: ")
    assert "/OutputIntents" in pdf.Root
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(pdf.Root.keys())
    fonts = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ]
    assert fonts and all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_the_same_letter_is_the_same_bytes_at_the_same_moment() -> None:
    made = letter(part("sq"), attachments=FILES)
    with clock.frozen(datetime(2026, 11, 26, 9, tzinfo=UTC)):
        assert render(made, is_draft=False) == render(made, is_draft=False)


def everywhere(words: str) -> list[str]:
    """A letter with the same words in every place that a person can write in."""
    sender = Sender(words, (words, words), words, words, words, words, words, words, words)
    recipient = Recipient(words, (words,))
    parts = [part("sq", sender=sender, recipient=recipient, subject=words, text=words)]
    basis = LegalBasis(words, words, 7, "month")
    file = Attachment(words, words, 1, "ab" * 32)
    made = letter(*parts, reference=words, legal_basis=basis, attachments=(file,))
    return pages_of(render(made, is_draft=True))


@pytest.mark.parametrize("words", NASTY)
def test_nothing_that_somebody_writes_stops_the_press(words: str) -> None:
    assert everywhere(words)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(), max_size=200))
@example("#")
def test_any_text_at_all_is_set(words: str) -> None:
    assert everywhere(words)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.sampled_from("#$*_`<>@\\/=-+~[](){}\"':;abc 1\n"), min_size=1, max_size=60))
def test_markup_is_printed_and_not_obeyed(words: str) -> None:
    """Every sign comes out of the page again: none was eaten by the typesetter."""
    alone = letter(part("sq", text=words, subject="S"))
    printed = re.sub(r"\s", "", read(alone))
    assert re.sub(r"\s", "", words) in printed


def test_long_words_and_names_stay_on_the_paper() -> None:
    name = "Ministria e " + "Bujqësisë-dhe-Zhvillimit-Rural-" * 8
    made = letter(
        part("sq", sender=SENDER, recipient=Recipient(name, ("W" * 120,)), subject="W" * 200, text="W" * 900)
    )
    for page in PdfDocument(render(made, is_draft=False)):
        width, text = page.get_width(), page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        assert max(right for _left, _bottom, right, _top in boxes) <= width
