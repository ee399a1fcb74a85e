"""Text messages, in a real conversation with a gateway on this machine."""

import json
import socket
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from backend.common import texting
from backend.common.texting import (
    ConsoleGateway,
    TextDelayedError,
    TextRefusedError,
    TextUnclearError,
    send_text,
    texting_is_on,
)
from backend.config.texting import TextGateway
from tests.mailbox import free_port

NUMBER = "+355692012345"


class Telephone:
    """A gateway: notes what it was asked, and answers what it was told to."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.status, self.headers, self.hangs_up, self.sleeps = 202, {}, False, 0.0

    def handler(self) -> type[BaseHTTPRequestHandler]:
        telephone = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kind, _, told = self.headers["Authorization"].partition(" ")
                telephone.asked.append(
                    {"path": self.path, "body": json.loads(body), kind: b64decode(told).decode()}
                )
                time.sleep(telephone.sleeps)
                if telephone.hangs_up:
                    self.connection.close()
                    return
                self.send_response(telephone.status)
                for name, value in telephone.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(b'{"id": "x", "state": "Pending", "recipients": [{"phoneNumber": "..."}]}')

            def log_message(self, *_args: Any) -> None:
                """It keeps quiet."""

        return Handler


@pytest.fixture
def telephone(settings: Any) -> Iterator[Telephone]:
    asked = Telephone()
    server = ThreadingHTTPServer(("127.0.0.1", 0), asked.handler())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.DOSJA_SMS = TextGateway(
        "android", "127.0.0.1", server.server_port, "sms", "p/w:d", "/message", encrypted=False
    )
    yield asked
    server.shutdown()
    server.server_close()


def test_one_text_arrives_as_the_protocol_has_it(telephone: Telephone) -> None:
    assert texting_is_on()
    send_text(NUMBER, "Ka një lajm për ju – ახალი")
    assert telephone.asked == [
        {
            "path": "/message",
            "body": {"textMessage": {"text": "Ka një lajm për ju – ახალი"}, "phoneNumbers": [NUMBER]},
            "Basic": "sms:p/w:d",
        }
    ]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, TextRefusedError),
        (422, TextRefusedError),
        (401, TextDelayedError),
        (403, TextDelayedError),
        (404, TextDelayedError),
        (409, TextDelayedError),
        (429, TextDelayedError),
        (500, TextDelayedError),
        (503, TextDelayedError),
        (502, TextUnclearError),
        (504, TextUnclearError),
    ],
)
def test_only_what_is_wrong_with_the_number_is_for_good(
    telephone: Telephone, status: int, outcome: type[Exception]
) -> None:
    telephone.status = status
    with pytest.raises(outcome) as told:
        send_text(NUMBER, "Lajm")
    assert type(told.value) is outcome
    assert told.value.__context__ is None
    assert NUMBER not in repr(told.value)
    assert len(telephone.asked) == 1


def test_a_gateway_that_sends_us_elsewhere_is_not_followed(telephone: Telephone) -> None:
    telephone.status, telephone.headers = 307, {"Location": "http://127.0.0.1:1/elsewhere"}
    with pytest.raises(TextDelayedError):
        send_text(NUMBER, "Lajm")


def test_a_gateway_that_hangs_up_after_the_text_leaves_it_unclear(telephone: Telephone) -> None:
    telephone.hangs_up = True
    with pytest.raises(TextUnclearError):
        send_text(NUMBER, "Lajm")


def test_a_gateway_that_never_answers_leaves_it_unclear(
    telephone: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texting, "TIMEOUT", 0.2)
    telephone.sleeps = 1
    with pytest.raises(TextUnclearError):
        send_text(NUMBER, "Lajm")


def test_a_gateway_that_is_not_there_may_be_tried_again(settings: Any) -> None:
    settings.DOSJA_SMS = TextGateway("android", "127.0.0.1", free_port(), "u", "p", "/message", False)
    with pytest.raises(TextDelayedError) as told:
        send_text(NUMBER, "Lajm")
    assert type(told.value) is TextDelayedError


def test_a_gateway_that_does_not_speak_tls_gets_no_text(settings: Any) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def hang_up() -> None:
            connection, _ = listening.accept()
            heard.append(connection.recv(4000))
            connection.close()

        heard: list[bytes] = []
        threading.Thread(target=hang_up, daemon=True).start()
        port = listening.getsockname()[1]
        settings.DOSJA_SMS = TextGateway("android", "127.0.0.1", port, "u", "p", "/message", encrypted=True)
        with pytest.raises(TextDelayedError):
            send_text(NUMBER, "Lajm")
    assert b"phoneNumbers" not in b"".join(heard)


def test_the_certificate_of_the_gateway_is_looked_at(settings: Any) -> None:
    import ssl

    settings.DOSJA_SMS = TextGateway("android", "sms.example", 443, "u", "p", "/message")
    connection: Any = texting.AndroidGateway()._connection()
    assert connection._context.verify_mode is ssl.CERT_REQUIRED
    assert connection._context.check_hostname


def test_the_console_of_development_names_no_number(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="dosja.texting")
    ConsoleGateway().send(NUMBER, "Ka një lajm.")
    assert "Ka një lajm." in caplog.text
    assert NUMBER not in caplog.text


def test_where_texts_are_off_none_leaves(settings: Any) -> None:
    settings.DOSJA_SMS = TextGateway()
    assert not texting_is_on()
    with pytest.raises(TextDelayedError):
        send_text(NUMBER, "Lajm")
