"""A bad line: a proxy in front of a server that is busy, hangs up, or loses answers, as it is told to."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.e2e.installation import HOST, Installation

TOKEN = "/identity/o/api/token"
_OF_THE_LINE = {"connection", "transfer-encoding", "content-length", "keep-alive", "date", "server"}


class Fault(Enum):
    BUSY = auto()
    """503 with Retry-After: 1; the request does not arrive."""
    PATIENCE = auto()
    """429 with a Retry-After of an hour."""
    PAGE = auto()
    """503 with a page of HTML and no Retry-After, as a proxy says it."""
    HANGS_UP = auto()
    """The line breaks before the request arrives."""
    LOSES_ANSWER = auto()
    """The request is carried out, and the line breaks before the answer."""
    HALF_AN_ANSWER = auto()
    """The line breaks within the answer."""


@dataclass
class Line:
    """What is to go wrong next, and what came through: (method, path, headers)."""

    port: int = 0
    faults: list[Fault] = field(default_factory=list)
    came: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    # What the answer of the token endpoint says of its lifetime; None: as the server says.
    token_lasts: int | None = None

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def seen(self, method: str, path: str) -> list[dict[str, str]]:
        """The headers of such requests."""
        return [headers for m, p, headers in self.came if (m, p.partition("?")[0]) == (method, path)]

    @property
    def tokens(self) -> int:
        return len(self.seen("POST", TOKEN))

    def heal(self) -> None:
        self.faults.clear()
        self.came.clear()
        self.token_lasts = None


@contextmanager
def bad_line(network: Installation) -> Iterator[Line]:
    line = Line()
    server = ThreadingHTTPServer((HOST, 0), _handler(line, network.port))
    line.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()


def _handler(line: Line, port: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = dict(self.headers.items())
            line.came.append((self.command, self.path, headers))
            # Signing in is left alone: what is tested there is told otherwise.
            fault = line.faults.pop(0) if line.faults and self.path != TOKEN else None
            if fault is Fault.HANGS_UP:
                return self._hang_up()
            if fault in (Fault.BUSY, Fault.PATIENCE, Fault.PAGE):
                return self._refuse(fault)
            status, told, answer = _forwarded(port, self.command, self.path, headers, body)
            if fault is Fault.LOSES_ANSWER:
                return self._hang_up()
            if self.path == TOKEN and status == 200 and line.token_lasts is not None:
                answer = json.dumps({**json.loads(answer), "expires_in": line.token_lasts}).encode()
            half = fault is Fault.HALF_AN_ANSWER
            self._answer(status, told, answer, len(answer) // 2 if half else len(answer))
            return self._hang_up() if half else None

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do  # noqa: N815  # names of http.server

        def _refuse(self, fault: Fault) -> None:
            if fault is Fault.PAGE:
                return self._answer(503, {"Content-Type": "text/html"}, b"<h1>Busy</h1>")
            status, after = (503, "1") if fault is Fault.BUSY else (429, "3600")
            body = {"type": "about:blank", "status": status, "code": "busy", "title": "Busy."}
            told = {"Retry-After": after, "Content-Type": "application/problem+json"}
            return self._answer(status, told, json.dumps(body).encode())

        def _answer(self, status: int, told: dict[str, str], body: bytes, upto: int | None = None) -> None:
            self.send_response(status)
            for name, value in told.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:upto])

        def _hang_up(self) -> None:
            self.close_connection = True

        def log_message(self, *told: Any) -> None:
            """Nothing."""

    return Handler


def _forwarded(
    port: int, method: str, path: str, headers: dict[str, str], body: bytes
) -> tuple[int, dict[str, str], bytes]:
    onward = http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        sent = {name: value for name, value in headers.items() if name.lower() not in _OF_THE_LINE}
        onward.request(method, path, body or None, sent)
        answer = onward.getresponse()
        told = {name: value for name, value in answer.getheaders() if name.lower() not in _OF_THE_LINE}
        return answer.status, told, answer.read()
    finally:
        onward.close()
