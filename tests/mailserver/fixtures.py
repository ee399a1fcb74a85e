"""`smtp_server` for every test that sends letters: a real server, encrypted, with a password."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.mailserver.certificates import certificates
from tests.mailserver.smtp import SmtpServer


@pytest.fixture
def trusted_mail(settings: Any) -> None:
    """Servers on this machine may be reached, and their certificates are good."""
    settings.DOSJA_MAIL_NETWORKS = ["127.0.0.0/8", "::1/128"]
    settings.DOSJA_MAIL_CA_FILE = str(certificates().authority)


@pytest.fixture
def smtp_server(trusted_mail: None) -> Iterator[SmtpServer]:
    """Asks for STARTTLS and a password."""
    with SmtpServer(protection="starttls", user="zyra", password="fjalëkalim-i-gjatë") as server:
        yield server
