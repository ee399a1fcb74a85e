"""A receiver on loopback with TLS, as a partner's program would be: says what it is told, keeps what came."""

import socket
import ssl
import threading
from dataclasses import dataclass, field
from typing import Any, Self

from tests.mailserver.certificates import certificates


@dataclass(frozen=True)
class Came:
    """A request as it arrived."""

    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """`answers`: what is said to the first, the second … request; then 204. Bytes, or a status."""

    answers: list[Any] = field(default_factory=list)
    came: list[Came] = field(default_factory=list)
    connections: int = 0
    # The same again, where it had stopped.
    port: int = 0

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", self.port))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # Closed alone, it would go on listening for who waits in `accept`.
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    @property
    def address(self) -> str:
        return f"https://localhost:{self.port}/hooks?key=topsecret"

    def _serve(self) -> None:
        context = certificates().server_context()
        while True:
            try:
                plain, _peer = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            try:
                with context.wrap_socket(plain, server_side=True) as line:
                    self._take(line)
            except (OSError, ssl.SSLError):
                continue

    def _take(self, line: ssl.SSLSocket) -> None:
        read = b""
        while b"\r\n\r\n" not in read:
            read += line.recv(4096)
        head, _, body = read.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)}
        while len(body) < int(headers["content-length"]):
            body += line.recv(4096)
        self.came.append(Came(first.split()[1], headers, body))
        answer = self.answers.pop(0) if self.answers else 204
        told = (
            answer
            if isinstance(answer, bytes)
            else f"HTTP/1.1 {answer} X\r\nContent-Length: 0\r\n\r\n".encode()
        )
        line.sendall(told)
