"""A file on its way to the server, byte by byte, over a line that can be cut."""

import socket
from dataclasses import dataclass

from tests.e2e.installation import HOST, Installation

BOUNDARY = "----a-line-between-parts"


@dataclass
class Upload:
    """A text file of `size` bytes, nothing but the mark again and again."""

    network: Installation
    mark: bytes
    size: int

    def begin(self, share: float) -> socket.socket:
        """Send that share of it, and keep the line open."""
        name = self.mark.decode().strip()
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        ).encode()
        tail = f"\r\n--{BOUNDARY}--\r\n".encode()
        body = head + (self.mark * (self.size // len(self.mark) + 1))[: self.size] + tail
        request = (
            "POST /api/v1/complaints/files/ HTTP/1.1\r\n"
            f"Host: {HOST}:{self.network.port}\r\n"
            f"X-Form-Key: {self.network.facts['qytet']['form_key']}\r\n"
            f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        ).encode()
        line = socket.create_connection((HOST, self.network.port), timeout=30)
        line.sendall(request + body[: int(len(body) * share)])
        return line

    def answer(self, line: socket.socket) -> str:
        with line:
            got = b""
            while piece := line.recv(65536):
                got += piece
        return got.decode(errors="replace")
