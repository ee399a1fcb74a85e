"""Text messages (SMS): one short text to one number, handed to the gateway that settings name.

A gateway is whatever has `send(to, text)`. One real protocol is spoken: that of "SMS Gateway for Android", an
open program that makes a telephone with a local SIM card a gateway (JSON over HTTP, basic authentication).
"""

import json
import logging
import ssl
from base64 import b64encode
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Final, Protocol

from django.conf import settings

logger = logging.getLogger("dosja.texting")
TIMEOUT: Final = 20
# An invalid number; everything else is the fault of the gateway or of the settings.
_REFUSED: Final = frozenset({400, 422})
# A server in between gave up waiting: behind it the message may have gone out.
_UNCLEAR: Final = frozenset({502, 504})


class TextFailedError(Exception):
    """The text did not leave. It never says to whom: exceptions reach logs."""


class TextDelayedError(TextFailedError):
    """The gateway could not be reached or did not take it: the same text may be sent later."""


class TextUnclearError(TextDelayedError):
    """The connection broke after the text was handed over: it may have left or not."""


class TextRefusedError(TextFailedError):
    """The gateway refuses this number for good."""


class Gateway(Protocol):
    def send(self, to: str, text: str) -> None:
        """Hand over one text. Raises TextDelayedError, TextUnclearError or TextRefusedError."""


def texting_is_on() -> bool:
    """Whether this installation can send texts at all; without it nothing that needs them is offered."""
    return settings.DOSJA_SMS.kind != "off"


def send_text(to: str, text: str) -> None:
    """Hand one text to the gateway now; call it from a job, it may take seconds.

    Raises TextDelayedError, TextUnclearError or TextRefusedError, with nothing of the text in them.
    """
    _gateway().send(to, text)


def _gateway() -> Gateway:
    kinds: dict[str, type[Gateway]] = {
        "off": NoGateway,
        "console": ConsoleGateway,
        "android": AndroidGateway,
    }
    return kinds[settings.DOSJA_SMS.kind]()


class NoGateway:
    """Texts are off; what was asked for while they were on has to wait."""

    def send(self, to: str, text: str) -> None:
        raise TextDelayedError()


class ConsoleGateway:
    """Development without a gateway: what would be sent is written to the log, without its number."""

    def send(self, to: str, text: str) -> None:
        logger.info("text, not sent: %s", text)


class AndroidGateway:
    """SMS Gateway for Android: the telephone itself, its own server, or the project's."""

    def send(self, to: str, text: str) -> None:
        status = self._status(json.dumps({"textMessage": {"text": text}, "phoneNumbers": [to]}).encode())
        if 200 <= status < 300:
            return
        if status in _REFUSED:
            raise TextRefusedError()
        raise TextUnclearError() if status in _UNCLEAR else TextDelayedError()

    def _status(self, body: bytes) -> int:
        connection = self._connection()
        try:
            connection.connect()
        except OSError:
            # "from None", here and below: what fails may quote what was sent.
            raise TextDelayedError() from None
        try:
            connection.request("POST", settings.DOSJA_SMS.path, body, self._headers())
            # What the gateway says about the message is not read: it quotes the number.
            return connection.getresponse().status
        except (OSError, HTTPException):
            raise TextUnclearError() from None
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        to = settings.DOSJA_SMS
        if to.encrypted:
            context = ssl.create_default_context()
            return HTTPSConnection(to.host, to.port, timeout=TIMEOUT, context=context)
        return HTTPConnection(to.host, to.port, timeout=TIMEOUT)

    def _headers(self) -> dict[str, str]:
        to = settings.DOSJA_SMS
        told = b64encode(f"{to.user}:{to.password}".encode()).decode()
        return {"Content-Type": "application/json", "Authorization": f"Basic {told}"}
