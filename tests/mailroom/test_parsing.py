"""Mails that follow no rule: something readable comes out, and nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.mailroom.parsing import digest_of, parsed
from backend.mailroom.words import text_of_html
from tests.files import samples
from tests.mailroom.letters import WORDS, mail, report, with_file

HEADERS = st.sampled_from(
    ["From", "To", "Subject", "Date", "Message-ID", "References", "Content-Type", "Auto-Submitted", "X-A"]
)


@given(st.binary(max_size=2_000))
def test_no_bytes_at_all_break_the_reading(raw: bytes) -> None:
    assert len(parsed(raw).digest) == 64


@given(st.lists(st.tuples(HEADERS, st.text(max_size=60)), max_size=12), st.text(max_size=300))
def test_no_headers_and_no_text_break_the_reading(headers: list[tuple[str, str]], body: str) -> None:
    raw = "".join(f"{name}: {value}\n" for name, value in headers) + f"\n{body}"
    found = parsed(raw.encode("utf-8", "replace"))
    assert "\0" not in found.subject + found.text + found.sender


@given(st.text(max_size=400))
def test_no_page_breaks_the_reading(html: str) -> None:
    assert "<script" not in text_of_html(f"<p>{html}")[:0] + text_of_html(f"<script>{html}</script>")


def test_a_mail_nested_beyond_all_measure_is_kept_as_unreadable_or_read() -> None:
    raw = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000))
    assert len(parsed(raw).digest) == 64


def test_the_words_of_a_page_come_out_line_by_line() -> None:
    page = "<html><head><title>x</title><style>p{}</style></head><body><p>Një</p><p>Dy &amp; tre<br>katër</p>"
    assert text_of_html(page + "<script>alert(1)</script>") == "Një\n\nDy & tre\nkatër"


def test_text_comes_before_the_page_that_says_the_same() -> None:
    message = mail()
    message.add_alternative("<p>Faqe</p>", subtype="html")
    assert parsed(message.as_bytes()).text == WORDS


@pytest.mark.parametrize("text", ["Përgjigje — ёђ", "პასუხი თქვენს წერილზე", "Одговор на допис"])
def test_every_script_comes_through(text: str) -> None:
    found = parsed(mail(subject=text, text=text).as_bytes())
    assert (found.subject, found.text) == (text, text)


def test_a_logo_is_no_file_of_the_answer_and_a_photograph_is() -> None:
    message = with_file(mail(), samples.jpeg(), "foto.jpg", "image/jpeg")
    message.add_attachment(
        b"\x89PNG\r\n\x1a\nxx", maintype="image", subtype="png", cid="<logo>", disposition="inline"
    )
    assert [one.name for one in parsed(message.as_bytes()).files] == ["foto.jpg"]


def test_the_digest_is_of_what_was_written_not_of_the_way() -> None:
    raw = mail().as_bytes()
    assert digest_of(raw) == digest_of(b"Received: from a\nDelivered-To: b\n" + raw.replace(b"\n", b"\r\n"))
    assert digest_of(raw) != digest_of(mail(subject="Tjetër").as_bytes())


def test_a_report_names_the_mail_and_says_whether_there_is_hope() -> None:
    (failed,) = parsed(report("<1@x>")).reports
    assert (failed.message_id, failed.status, failed.permanent) == ("<1@x>", "5.1.1", True)
    (late,) = parsed(report("<1@x>", action="delayed", status="4.4.1")).reports
    assert not late.permanent
    assert parsed(report("<1@x>", action="delivered", status="2.0.0")).reports == ()


def test_an_old_servers_failure_is_recognised() -> None:
    raw = (
        b"From: mailer-daemon@x\nX-Failed-Recipients: zyra@k.example\nSubject: Mail delivery failed\n\n"
        b"A message that you sent could not be delivered.\n\n------\n\nFrom: a\nMessage-ID: <7@pif.example>\n"
    )
    (found,) = parsed(raw).reports
    assert (found.message_id, found.permanent, found.recipient) == ("<7@pif.example>", True, "zyra@k.example")
