"""A folder and a bucket keep the same promises about sealed bytes; the bucket answers over HTTP."""

import os
import tracemalloc
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command

from backend.common import clock
from backend.common.crypto import SealBroken
from backend.files import blobs, places
from backend.files.errors import FileLost, FilesAway
from backend.files.places import bucket as buckets
from backend.files.streams import CHUNK
from tests.files.buckets import away, client, lying_at, new_bucket

pytestmark = pytest.mark.either_engine("sqlite")
LARGE = 2 * buckets.PART + 3 * CHUNK + 17


def written(content: bytes) -> blobs.NewBlob:
    blob = blobs.NewBlob(uuid4())
    for start in range(0, len(content) or 1, CHUNK):
        blob.write(content[start : start + CHUNK])
    blob.finish()
    return blob


def ids() -> set[UUID]:
    return {blob_id for blob_id, _written in blobs.every_blob()}


@pytest.mark.parametrize("size", [0, 1, CHUNK, buckets.FIRST - 3, buckets.PART, LARGE])
def test_what_was_sealed_comes_back(place: str, size: int) -> None:
    content = os.urandom(size)
    blob = written(content)
    with blobs.open_blob(blob.id, blob.key) as reader:
        assert reader.size == size
        assert b"".join(reader.chunks()) == content


def test_any_place_of_it_can_be_read_without_the_rest(place: str) -> None:
    content = os.urandom(LARGE)
    blob = written(content)
    with blobs.open_blob(blob.id, blob.key) as reader:
        for start in (LARGE - 10, 0, buckets.WINDOW + 5, 3 * CHUNK - 1, buckets.FIRST - 1, LARGE):
            reader.seek(start)
            assert reader.read(1) == content[start : start + 1]


def test_what_lies_there_is_sealed_under_a_name_that_tells_nothing(place: str) -> None:
    blob = written(b"Fjalet e nje qytetari" * 10_000)
    (lying,) = places.present().every()
    with blobs.read_sealed(blob.id) as source:
        sealed = source.read()
    assert lying.id == blob.id and lying.size == len(sealed)
    assert b"qytetari" not in sealed
    assert abs(clock.now() - lying.written) < timedelta(minutes=5)


def test_half_a_file_is_not_there(place: str) -> None:
    before = ids()
    blob = blobs.NewBlob(uuid4())
    blob.write(os.urandom(LARGE))
    blob.discard()
    assert ids() == before and not blobs.exists(blob.id)
    with pytest.raises(FileLost):
        blobs.read_sealed(blob.id)


def test_a_whole_file_that_is_not_wanted_goes(place: str) -> None:
    blob = written(b"x")
    blob.discard()
    blob.discard()
    assert not blobs.exists(blob.id)


def test_a_file_goes_once_and_again(place: str) -> None:
    blob, other = written(b"x"), written(b"y")
    for _time in range(2):
        blobs.delete(blob.id)
        assert ids() == {other.id}
    with pytest.raises(FileLost):
        blobs.open_blob(blob.id, blob.key)


def test_what_was_changed_or_cut_does_not_open(place: str) -> None:
    blob = written(os.urandom(LARGE))
    with blobs.read_sealed(blob.id) as source:
        sealed = source.read()
    for broken in (sealed[:-1], sealed[: len(sealed) // 2], b"", sealed[:-1] + bytes([sealed[-1] ^ 1])):
        blobs.put_sealed(blob.id, [broken])
        with pytest.raises(SealBroken):
            blobs.open_blob(blob.id, blob.key).close()


def test_a_restore_that_breaks_off_leaves_nothing_and_can_be_done_again(place: str) -> None:
    def broken() -> Any:
        yield os.urandom(LARGE)
        raise OSError

    blob_id = uuid4()
    with pytest.raises(OSError):
        blobs.put_sealed(blob_id, broken())
    assert not blobs.exists(blob_id)
    for content in (b"a" * 100, b"b" * 100):
        blobs.put_sealed(blob_id, [content])
        with blobs.read_sealed(blob_id) as source:
            assert source.read() == content


def test_shelves_are_all_there_is(place: str) -> None:
    made = {written(b"x").id for _ in range(5)}
    by_shelf = [one.id for shelf in places.SHELVES for one in places.present().every(shelf)]
    assert sorted(by_shelf) == sorted(made)


@pytest.mark.parametrize("place", ["folder"], indirect=True)
def test_a_large_file_is_held_in_pieces(place: str) -> None:
    def pass_through() -> None:
        blob = written_of(320)
        with blobs.open_blob(blob.id, blob.key) as reader:
            assert sum(len(piece) for piece in reader.chunks()) == 320 * CHUNK

    assert most_held(pass_through) < 2 * buckets.WINDOW


def test_so_it_is_on_its_way_into_a_bucket_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a storage that keeps nothing: that of the other tests lives in this process."""
    told = {"UploadId": "1", "ETag": "1"}
    monkeypatch.setattr(buckets.Bucket, "ask", lambda *_args, **_said: told)
    monkeypatch.setattr(
        buckets.Bucket, "fetch", lambda _self, _key, start, length: (bytes(min(length, LARGE - start)), LARGE)
    )

    def pass_through() -> None:
        with blobs.read_sealed(written_of(320).id) as source:
            assert sum(len(piece) for piece in iter(lambda: source.read(buckets.WINDOW), b"")) == LARGE

    with away():
        assert most_held(pass_through) < 3 * buckets.PART


def written_of(chunks: int) -> blobs.NewBlob:
    blob = blobs.NewBlob(uuid4())
    for _ in range(chunks):
        blob.write(bytes(CHUNK))
    blob.finish()
    return blob


def most_held(act: Callable[[], None]) -> int:
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


# Of the bucket alone


@pytest.fixture
def address() -> Any:
    made = new_bucket()
    with lying_at(made):
        yield made


def unfinished(address: str) -> list[Any]:
    name = address.split("/")[2]
    return list(client().list_multipart_uploads(Bucket=name).get("Uploads", []))


def test_an_upload_that_a_crash_left_unfinished_is_given_up(address: str, db: None) -> None:
    from backend.files.services import purge_orphans

    blob = blobs.NewBlob(uuid4())
    blob.write(os.urandom(LARGE))
    assert len(unfinished(address)) == 1 and not blobs.exists(blob.id)
    assert purge_orphans() == 1
    assert unfinished(address) == []


def test_one_that_is_given_up_by_whoever_sent_it_is_gone_at_once(address: str) -> None:
    blob = blobs.NewBlob(uuid4())
    blob.write(os.urandom(LARGE))
    blob.discard()
    assert unfinished(address) == []


def test_what_others_keep_in_the_bucket_is_not_seen_and_not_touched(address: str) -> None:
    name, other = address.split("/")[2], uuid4()
    for key in (f"{other.hex[:2]}/{other.hex}", f"sealed/{other.hex}", "sealed/readme.txt"):
        client().put_object(Bucket=name, Key=key, Body=b"x")
    assert ids() == set() and not blobs.exists(other)


# While nobody answers


@pytest.mark.parametrize(
    "asked",
    [
        lambda: blobs.exists(uuid4()),
        lambda: blobs.read_sealed(uuid4()),
        lambda: list(blobs.every_blob()),
        lambda: written(b"x"),
        lambda: written(os.urandom(LARGE)),
        lambda: places.present().require_answer(),
    ],
)
def test_nobody_is_told_that_a_file_is_lost_while_its_place_is_away(asked: Callable[[], object]) -> None:
    with away(), pytest.raises(FilesAway):
        asked()


def test_a_bucket_that_is_not_there_is_away_and_not_empty() -> None:
    with lying_at("s3://dosja-not-there/sealed"), pytest.raises(FilesAway):
        list(blobs.every_blob())


def test_what_removes_a_file_does_not_fail_for_it() -> None:
    with away():
        blobs.delete(uuid4())


def test_after_a_failure_nobody_waits_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with away():
        with pytest.raises(FilesAway):
            blobs.exists(uuid4())
        monkeypatch.setattr(buckets.Bucket, "_client", lambda *_args, **_named: pytest.fail("it was asked"))
        with pytest.raises(FilesAway):
            blobs.exists(uuid4())


def test_a_full_or_shut_disk_is_away_too(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with lying_at(str(tmp_path)):
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(FilesAway):
            written(b"x")


# From one place to another


def test_files_move_into_a_bucket_and_back_and_a_killed_run_goes_on(tmp_path: Any) -> None:
    folder, bucket = str(tmp_path / "a"), new_bucket()
    with lying_at(folder):
        made = {blob.id: blob for blob in (written(os.urandom(size)) for size in (10, 70_000, LARGE))}
        first, half, _last = sorted(made)
        with lying_at(bucket):
            # What a killed run left: one whole, one cut.
            blobs.put_sealed(half, [b"half"])
        call_command("copy_files", bucket)
        call_command("copy_files", bucket, "--compare")
    with lying_at(bucket):
        assert ids() == set(made)
        for blob in made.values():
            blobs.open_blob(blob.id, blob.key).close()
        call_command("copy_files", str(tmp_path / "b"))
        blobs.delete(first)
    with lying_at(str(tmp_path / "b")):
        assert ids() == set(made)
        with pytest.raises(CommandError, match="1 "):
            call_command("copy_files", bucket, "--compare")


@pytest.mark.parametrize("address", ["s3://", "s3://Bucket/x", "http://example.org/x", "s3://abc/a b"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with lying_at(new_bucket()), pytest.raises(CommandError):
        call_command("copy_files", address)
