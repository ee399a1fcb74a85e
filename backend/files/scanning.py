"""Asking ClamAV over its unix socket (INSTREAM): bytes go in, a verdict comes out, nothing is written."""

import socket
from collections.abc import Iterable
from typing import Final

from django.conf import settings

_CONNECT_SECONDS: Final = 5
# clamd answers only after its scan; a document with many parts takes it a while.
_SCAN_SECONDS: Final = 120
_LONGEST_ANSWER: Final = 4_096


class ScannerAway(Exception):
    """No verdict: clamd does not run, is too slow, or refused to look. Asked again later."""


def is_configured() -> bool:
    """Whether this installation has a scanner."""
    return bool(settings.DOSJA_CLAMAV_SOCKET)


def is_infected(chunks: Iterable[bytes]) -> bool:
    """Whether clamd finds something. Raises ScannerAway."""
    try:
        answer = _asked(chunks)
    except OSError as failed:
        raise ScannerAway(type(failed).__name__) from None
    if answer.endswith("FOUND"):
        return True
    if answer != "stream: OK":
        # Such as "INSTREAM size limit exceeded. ERROR": nobody looked at all of it.
        raise ScannerAway("ERROR" if answer.endswith("ERROR") else "garbled")
    return False


def _asked(chunks: Iterable[bytes]) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_CONNECT_SECONDS)
        line.connect(settings.DOSJA_CLAMAV_SOCKET)
        line.settimeout(_SCAN_SECONDS)
        line.sendall(b"zINSTREAM\0")
        for chunk in chunks:
            line.sendall(len(chunk).to_bytes(4, "big") + chunk)
        line.sendall(bytes(4))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER and (more := line.recv(1_024)):
            answer += more
    return answer.rstrip(b"\0\n").decode("ascii", "replace")
