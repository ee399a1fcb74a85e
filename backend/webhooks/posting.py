"""One POST to one address: to a machine that was checked, encrypted, with a limit of time for all of it.

Of the answer only the number is read. No HTTP library: all that are installed look names up by themselves, so
that the machine they connect to need not be the one that was checked.
"""

import re
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from backend.common import hosts
from backend.common.hosts import HostRefused
from backend.webhooks.addresses import Address, parsed
from backend.webhooks.stages import DeliveryProblem

PATIENCE: Final = 10
_STATUS: Final = re.compile(rb"HTTP/1\.[01] ([1-5][0-9][0-9])(?: |\r|\n)")
_SHORTEST: Final = len(b"HTTP/1.1 200\r")
_MOST_READ: Final = 16_000


@dataclass(frozen=True, slots=True)
class Answer:
    """How a try went; None: it arrived."""

    problem: DeliveryProblem | None
    status: int | None
    milliseconds: int


class _NoHttp(Exception):
    """What answered there does not speak HTTP."""


def post(address: str, *, headers: Mapping[str, str], body: bytes) -> Answer:
    """Send it. Raises nothing that the other side or the network can cause."""
    began, status = time.monotonic(), None
    try:
        status = _exchange(parsed(address), headers, body, began + PATIENCE)
        problem = _problem_of(status)
    except (OSError, _NoHttp, ValueError) as failed:
        problem = _told_apart(failed)
    return Answer(problem, status, round((time.monotonic() - began) * 1000))


def _problem_of(status: int) -> DeliveryProblem | None:
    if 200 <= status < 300:
        return None
    return DeliveryProblem.REDIRECTED if 300 <= status < 400 else DeliveryProblem.STATUS


def _told_apart(failed: Exception) -> DeliveryProblem:
    """A code. What the libraries say of an error may quote the other side."""
    if isinstance(failed, HostRefused):
        return DeliveryProblem.NOT_ALLOWED
    if isinstance(failed, TimeoutError):
        return DeliveryProblem.TIMEOUT
    if isinstance(failed, ssl.SSLError | ssl.CertificateError):
        return DeliveryProblem.TLS
    return DeliveryProblem.PROTOCOL if isinstance(failed, _NoHttp) else DeliveryProblem.UNREACHABLE


def _exchange(address: Address, headers: Mapping[str, str], body: bytes, until: float) -> int:
    networks = settings.DOSJA_WEBHOOK_NETWORKS
    plain = hosts.connect(address.host, address.port, networks=networks, timeout=_left(until))
    with plain:
        plain.settimeout(_left(until))
        # The name for certificate and Host, the checked number for the connection.
        with _context().wrap_socket(plain, server_hostname=address.host.rstrip(".")) as line:
            line.settimeout(_left(until))
            line.sendall(_head(address, headers, body) + body)
            return _status(line, until)


def _head(address: Address, headers: Mapping[str, str], body: bytes) -> bytes:
    lines = {
        "Host": address.authority,
        "User-Agent": "Dosja",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "close",
        **headers,
    }
    told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST {address.target} HTTP/1.1\r\n{told}\r\n".encode("ascii")


def _status(line: socket.socket, until: float) -> int:
    """The number of the answer, after those that only say that one is coming."""
    read, taken = b"", 0
    while taken < _MOST_READ:
        found = _STATUS.match(read)
        if found and found[1][:1] != b"1":
            return int(found[1])
        if found and b"\r\n\r\n" in read:
            read = read.partition(b"\r\n\r\n")[2]
            continue
        if not found and len(read) >= _SHORTEST:
            break
        line.settimeout(_left(until))
        more = line.recv(2_000)
        if not more:
            break
        read, taken = read + more, taken + len(more)
    raise _NoHttp()


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError()
    return left


def _context() -> ssl.SSLContext:
    """Certificates are checked; an authority that the installation's settings name is good, too."""
    context = ssl.create_default_context()
    if settings.DOSJA_WEBHOOK_CA_FILE:
        context.load_verify_locations(settings.DOSJA_WEBHOOK_CA_FILE)
    return context
