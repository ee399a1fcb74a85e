"""A real web server in a process of its own: what is cut, endless or refused leaves nothing behind."""

import http.client
import secrets
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.installation import Installation, installation
from tests.e2e.uploading import BOUNDARY, Upload
from tests.files import samples

# What is sent is sealed before any row is written.
pytestmark = pytest.mark.either_engine("sqlite")


@pytest.fixture(scope="module")
def network() -> Iterator[Installation]:
    with installation() as running:
        yield running


@pytest.fixture
def mark() -> bytes:
    return f"Shenja{secrets.token_hex(12)}\n".encode()


def _blobs(network: Installation) -> set[Path]:
    return {path for path in (network.home / "var" / "files").rglob("*") if path.is_file()}


def _until(happens: object, patience: float = 30) -> None:
    deadline = time.monotonic() + patience
    while not happens():  # type: ignore[operator]
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.1)


def _sent(network: Installation, content: bytes, name: str) -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("127.0.0.1", network.port, timeout=30)
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    headers = {
        "X-Form-Key": network.facts["qytet"]["form_key"],
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
    }
    line.request("POST", "/api/v1/complaints/files/", body, headers)
    return line.getresponse()


def _whole(line: socket.socket) -> bytes:
    """Head and body of an answer in JSON: they may come in several pieces."""
    answer = b""
    while b"}" not in answer and (piece := line.recv(65_536)):
        answer += piece
    return answer


def test_half_an_upload_is_sealed_while_it_arrives_and_removed_when_the_line_is_cut(
    network: Installation, mark: bytes
) -> None:
    before = _blobs(network)
    line = Upload(network, mark, 6_000_000).begin(0.6)
    _until(lambda: any(path.stat().st_size > 3_000_000 for path in _blobs(network) - before))
    assert network.plaintext(mark.strip()) == {}
    line.close()
    _until(lambda: _blobs(network) == before)
    assert network.plaintext(mark.strip()) == {}


def test_a_crash_in_the_middle_leaves_only_bytes_that_no_key_opens(
    network: Installation, mark: bytes
) -> None:
    before = _blobs(network)
    # Held: a line that nobody holds is closed, and the server would clear away the half.
    line = Upload(network, mark, 6_000_000).begin(0.6)
    _until(lambda: any(path.stat().st_size > 3_000_000 for path in _blobs(network) - before))
    network.crash()
    line.close()
    assert network.plaintext(mark.strip()) == {}
    assert network.sql("SELECT * FROM files_upload") == []
    network.start()


def test_an_endless_upload_is_refused_before_it_is_read(network: Installation) -> None:
    before = _blobs(network)
    with socket.create_connection(("127.0.0.1", network.port), timeout=30) as line:
        line.sendall(
            b"POST /api/v1/complaints/files/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000000\r\n\r\n"
        )
        answer = _whole(line)
    assert b" 413 " in answer.splitlines()[0]
    assert b"application/problem+json" in answer
    assert b"too_large" in answer
    assert _blobs(network) == before


def test_an_upload_that_does_not_say_its_length_is_not_taken(network: Installation) -> None:
    before = _blobs(network)
    with socket.create_connection(("127.0.0.1", network.port), timeout=30) as line:
        line.sendall(
            b"POST /api/v1/complaints/files/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
            b"X-Form-Key: " + network.facts["qytet"]["form_key"].encode() + b"\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\n\r\n5\r\n--x\r\n\r\n"
        )
        answer = line.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 4")
    assert _blobs(network) == before


def test_a_refused_file_is_gone_with_its_request(network: Installation) -> None:
    before = _blobs(network)
    answer = _sent(network, b"<svg onload=alert(1)>", "a.svg")
    assert answer.status == 400
    assert b"file.active" in answer.read()
    _until(lambda: _blobs(network) == before)


def test_the_worker_of_a_real_installation_makes_no_readable_copy(network: Installation, mark: bytes) -> None:
    """Also while it is cleaned, in whichever process."""
    assert _sent(network, mark * 200_000, "a.txt").status == 201
    for _ in range(10):
        assert network.plaintext(mark.strip()) == {}
        time.sleep(0.05)


def test_twenty_megabytes_arrive_in_little_memory(network: Installation) -> None:
    def held() -> int:
        from tests.e2e.installation import family

        pages = 0
        for number in family(network._running["server"].pid):
            pages = max(pages, int(Path(f"/proc/{number}/statm").read_text().split()[1]))
        return pages * 4096

    assert _sent(network, samples.text(), "a.txt").status == 201
    before = held()
    for _ in range(4):
        assert _sent(network, samples.text() * 500_000, "a.txt").status == 201
    assert held() - before < 15_000_000
