"""The address of a mail server: what is taken, what is refused, what production demands of it."""

import pytest

from backend.config.checks import production_problems
from backend.config.env import Environment
from backend.config.mail import MailServer, mail_sender, mail_server, server_of
from tests.config.test_production import refusal


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://mail.example", MailServer("mail.example", 465, "", "", "smtps")),
        ("smtp://a%40b:p%2Fw@mail.example:2525", MailServer("mail.example", 2525, "a@b", "p/w", "smtp")),
        ("smtp+plain://localhost", MailServer("localhost", 25, "", "", "smtp+plain")),
    ],
)
def test_a_server_is_named_by_one_address(url: str, server: MailServer) -> None:
    assert server_of(url) == server


@pytest.mark.parametrize("url", ["mail.example:465", "http://mail.example", "smtp://", "smtps://u:p/w@host"])
def test_a_mistyped_address_is_noted_without_its_password(url: str) -> None:
    environment = Environment({"DOSJA_SMTP_URL": url})
    assert mail_server(environment, "DOSJA_SMTP_URL") == MailServer()
    [problem] = environment.problems
    assert problem.startswith("DOSJA_SMTP_URL cannot be used")
    assert url not in problem


def test_a_sender_is_an_address() -> None:
    environment = Environment({"FROM": "News <news@example.org>", "BAD": "News"})
    assert mail_sender(environment, "FROM", "") == "News <news@example.org>"
    mail_sender(environment, "BAD", "")
    assert environment.problems == ["BAD must be an address, or Name <address>."]


def test_production_refuses_mail_that_others_could_read_on_the_way() -> None:
    told = refusal(DOSJA_SMTP_URL="smtp+plain://mail.example", DOSJA_MAIL_FROM="news@example.org")
    assert "without encryption" in told


def test_production_refuses_mail_from_nobody() -> None:
    assert "DOSJA_MAIL_FROM is missing" in refusal(DOSJA_SMTP_URL="smtps://mail.example")


def test_a_server_on_this_machine_needs_no_encryption() -> None:
    here = {
        "EMAIL_HOST": "localhost",
        "DEFAULT_FROM_EMAIL": "news@example.org",
        "DATABASES": {"default": {"ENGINE": ""}},
    }
    assert not [problem for problem in production_problems(here) if "SMTP" in problem]
