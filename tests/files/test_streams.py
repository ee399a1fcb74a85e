"""Sealed streams: read from any place, and nothing cut, moved or swapped ever opens."""

import io
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.common import crypto
from backend.common.crypto import SealBroken
from backend.files.streams import CHUNK, SealedReader, Sealer

SIZES = (0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7)
KEY, ID = crypto.new_key(), uuid4()
SEALED_CHUNK = CHUNK + 16


def _content(size: int) -> bytes:
    return bytes(number % 251 for number in range(size))


def _sealed(content: bytes, pieces: int = 10_000) -> bytes:
    sink = io.BytesIO()
    sealer = Sealer(KEY, ID, sink)
    for start in range(0, len(content), pieces):
        sealer.write(content[start : start + pieces])
    sealer.close()
    return sink.getvalue()


def _opened(sealed: bytes, key: bytes = KEY, blob_id: object = ID) -> SealedReader:
    return SealedReader(key, blob_id, io.BytesIO(sealed))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", SIZES)
def test_what_goes_in_comes_out(size: int) -> None:
    content = _content(size)
    reader = _opened(_sealed(content, pieces=777))
    assert reader.size == size
    assert b"".join(reader.chunks()) == content
    assert io.BufferedReader(reader).read() == content


def test_the_size_of_the_pieces_does_not_matter() -> None:
    content = _content(3 * CHUNK + 7)
    assert len({len(_sealed(content, pieces)) for pieces in (1_000, CHUNK, CHUNK + 1, 10**7)}) == 1


@settings(deadline=None)
@given(st.sampled_from(SIZES), st.integers(0, 4 * CHUNK), st.integers(0, 2 * CHUNK))
def test_it_is_read_from_any_place(size: int, start: int, length: int) -> None:
    reader = io.BufferedReader(_opened(_SEALED[size]), 4_096)
    reader.seek(start)
    assert reader.read(length) == _content(size)[start : start + length]
    assert reader.tell() == start + len(_content(size)[start : start + length])


_SEALED = {size: _sealed(_content(size)) for size in SIZES}


@pytest.mark.parametrize("chunks", [1, 2, 3])
def test_a_stream_cut_at_a_chunk_border_fails_before_its_first_byte(chunks: int) -> None:
    sealed = _sealed(_content(3 * CHUNK + 7))
    with pytest.raises(SealBroken):
        _opened(sealed[: 1 + chunks * SEALED_CHUNK])


@pytest.mark.parametrize("cut", [0, 1, 5, 16, 17, SEALED_CHUNK, SEALED_CHUNK + 5, -1])
def test_a_stream_cut_anywhere_fails(cut: int) -> None:
    with pytest.raises(SealBroken):
        _opened(_sealed(_content(2 * CHUNK))[:cut])


def test_swapped_chunks_fail() -> None:
    sealed = _sealed(_content(3 * CHUNK + 7))
    first, second = sealed[1 : 1 + SEALED_CHUNK], sealed[1 + SEALED_CHUNK : 1 + 2 * SEALED_CHUNK]
    reader = _opened(sealed[:1] + second + first + sealed[1 + 2 * SEALED_CHUNK :])
    with pytest.raises(SealBroken):
        list(reader.chunks())


def test_bytes_moved_to_another_file_fail() -> None:
    with pytest.raises(SealBroken):
        _opened(_sealed(b"x"), blob_id=uuid4())


def test_another_key_opens_nothing() -> None:
    with pytest.raises(SealBroken):
        _opened(_sealed(b"x"), key=crypto.new_key())


@settings(deadline=None)
@given(st.integers(0, len(_SEALED[100]) - 1), st.integers(1, 255))
def test_no_single_byte_may_change(place: int, change: int) -> None:
    changed = bytearray(_SEALED[100])
    changed[place] ^= change
    with pytest.raises(SealBroken):
        list(_opened(bytes(changed)).chunks())


def test_nothing_readable_is_left() -> None:
    content = b"deshmi " * 30_000
    assert b"deshmi" not in _sealed(content)


def test_it_says_nothing_of_its_key() -> None:
    reader = _opened(_sealed(b"x"))
    assert str(ID) in repr(reader)
    assert KEY.hex() not in repr(reader)
