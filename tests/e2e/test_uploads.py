"""A file that arrives, or half arrives, leaves no byte on any disk that could be read."""

import secrets
import time

import pytest

from tests.e2e.uploading import Upload

pytestmark = pytest.mark.either_engine("sqlite")

SIZE = 6_000_000


@pytest.fixture
def upload(network):
    made = Upload(network, f"Shenja{secrets.token_hex(12)}\n".encode(), SIZE)
    network.secrets.add(made.mark.decode().strip())
    yield made
    time.sleep(0.5)
    assert network.plaintext(made.mark.strip()) == {}


def test_a_whole_file_is_kept_sealed(network, upload):
    assert " 201 " in upload.answer(upload.begin(1.0)).splitlines()[0]
    sealed = [path for path in (network.home / "var").rglob("*") if path.is_file()]
    assert any(path.stat().st_size >= SIZE for path in sealed), "it lies nowhere"


def test_a_line_cut_half_way_leaves_nothing_readable(network, upload):
    line = upload.begin(0.6)
    time.sleep(1)
    assert network.plaintext(upload.mark.strip()) == {}, "while it arrives"
    line.close()


def test_a_readable_byte_would_be_found(network):
    mark = f"Shenja{secrets.token_hex(12)}"
    (network.home / "var" / "somewhere").write_text(f"before {mark} after")
    assert len(network.plaintext(mark.encode())) == 1
    (network.home / "var" / "somewhere").unlink()


def test_a_crash_half_way_leaves_nothing_readable(network, upload):
    line = upload.begin(0.6)
    time.sleep(1)
    network.crash()
    assert network.plaintext(upload.mark.strip()) == {}
    line.close()
    network.start()
