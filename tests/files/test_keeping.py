"""From an upload to a file of a case: whose it is, who can open it, and how it ends."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from backend.common import clock, crypto
from backend.common.crypto import SealBroken
from backend.files import blobs
from backend.files.errors import FileLost, FileRefused
from backend.files.models import StoredFile, Upload
from backend.files.places import folder
from backend.files.sealed import SealedUpload
from backend.files.services import (
    drop,
    keep,
    open_clean,
    open_original,
    purge_expired_uploads,
    purge_orphans,
    purge_unreadable,
)
from backend.keyring.errors import KeyDestroyed
from backend.keyring.services import destroy, rewrap
from backend.partners.models import Partner
from tests.files import samples
from tests.files.sending import case_key, read, received, stored, uploaded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("place")]
in_a_folder = pytest.mark.parametrize("place", ["folder"], indirect=True)


def test_an_upload_becomes_a_file_of_one_case_and_of_no_other(partner_a: Partner) -> None:
    sealed = uploaded(samples.text(), "a.txt")
    keep(sealed, data_key=case_key(partner_a))
    with pytest.raises(FileRefused) as refused:
        keep(sealed, data_key=case_key(partner_a))
    assert refused.value.reason == "file.gone"


def test_an_id_without_its_token_attaches_nothing(partner_a: Partner) -> None:
    sealed = uploaded(samples.text(), "a.txt")
    guessed = SealedUpload(sealed.id, crypto.new_key(), "a.txt", sealed.size, sealed.media_type)
    with pytest.raises(FileRefused):
        keep(guessed, data_key=case_key(partner_a))
    assert Upload.objects.filter(pk=sealed.id).exists()


@pytest.mark.parametrize("token", ["", "x", "AAAA", "é" * 43, "A" * 44, "=" * 9])
def test_a_garbled_token_is_a_described_refusal(token: str) -> None:
    with pytest.raises(FileRefused):
        SealedUpload.of({"id": str(uuid4()), "token": token, "name": "a"})


def test_the_name_given_later_has_to_fit_the_content_too(partner_a: Partner) -> None:
    sealed = uploaded(samples.jpeg(), "a.jpg")
    told = SealedUpload.of({"id": sealed.id, "token": sealed.token, "name": "a.exe"})
    with pytest.raises(FileRefused) as refused:
        keep(told, data_key=case_key(partner_a))
    assert refused.value.reason == "file.wrong_extension"


def test_a_draft_can_keep_what_opens_a_file() -> None:
    sealed = uploaded(samples.text(), "a.txt")
    assert SealedUpload.of(sealed.told()) == sealed


def test_a_blob_moved_to_another_file_fails_to_open(partner_a: Partner) -> None:
    first = stored(samples.jpeg(), "a.jpg", partner_a)
    second = stored(samples.png(), "b.png", partner_a)
    with blobs.read_sealed(first.pk) as source:
        blobs.put_sealed(second.pk, [source.read()])
    with pytest.raises(SealBroken):
        open_original(second)
    # Its key, too, belongs to its row.
    StoredFile.objects.filter(pk=second.pk).update(
        file_key=StoredFile.objects.get(pk=first.pk).__dict__["file_key_sealed"]
    )
    with pytest.raises(SealBroken):
        open_original(StoredFile.objects.get(pk=second.pk))


def test_the_original_and_its_copy_are_not_each_other(partner_a: Partner) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a)
    assert file.clean_id is not None
    with pytest.raises(SealBroken):
        blobs.open_blob(file.clean_id, bytes.fromhex(file.file_key))


def test_erasing_the_case_makes_its_files_unreadable(partner_a: Partner) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a)
    destroy(file.data_key)
    again = StoredFile.objects.get(pk=file.pk)
    for opened in (open_original, open_clean):
        with pytest.raises(KeyDestroyed):
            opened(again)
    with pytest.raises(KeyDestroyed):
        again.name  # noqa: B018  # reading it opens it


def test_the_bytes_of_erased_cases_are_removed(partner_a: Partner) -> None:
    erased, other = stored(samples.jpeg(), "a.jpg", partner_a), stored(samples.jpeg(), "a.jpg", partner_a)
    destroy(erased.data_key)
    assert purge_unreadable() == 2
    assert not blobs.exists(erased.pk)
    assert blobs.exists(other.pk)
    assert purge_unreadable() == 0


def test_handing_the_case_over_keeps_its_files_readable(partner_a: Partner, partner_b: Partner) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a)
    rewrap(file.data_key, partner_b.pk)
    again = StoredFile.objects.get(pk=file.pk)
    assert read(open_original(again)) == samples.jpeg()
    assert again.name == "a.jpg"


def test_uploads_that_nobody_came_back_for_are_destroyed() -> None:
    sealed = uploaded(samples.text(), "a.txt")
    assert purge_expired_uploads() == 0
    with clock.frozen(clock.now() + timedelta(hours=49)):
        assert purge_expired_uploads() == 1
    assert not blobs.exists(sealed.id)


def test_halves_that_a_crash_left_are_removed_and_whole_files_are_not(
    partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = blobs.NewBlob(uuid4())
    half.write(samples.jpeg())
    half._writing.finish()
    waiting, kept = uploaded(samples.text(), "a.txt"), stored(samples.jpeg(), "a.jpg", partner_a)
    purge_orphans()
    assert blobs.exists(half.id)
    with clock.frozen(clock.now() + timedelta(hours=7)):
        purge_orphans()
    assert not blobs.exists(half.id)
    assert blobs.exists(waiting.id)
    assert blobs.exists(kept.pk)
    assert kept.clean_id is not None
    assert blobs.exists(kept.clean_id)


def test_a_file_that_nobody_takes_goes_with_its_request() -> None:
    file = received(samples.text(), "a.txt")
    file.close()
    assert not blobs.exists(file.blob_id)


def test_a_file_that_was_taken_stays() -> None:
    from backend.files.services import accept

    file = received(samples.text(), "a.txt")
    accept(file)
    file.close()
    assert blobs.exists(file.blob_id)


def test_dropping_an_upload_removes_it(django_capture_on_commit_callbacks: Any) -> None:
    sealed = uploaded(samples.text(), "a.txt")
    with django_capture_on_commit_callbacks(execute=True):
        drop(sealed)
    assert not blobs.exists(sealed.id)


def test_dropping_does_not_reach_what_belongs_to_a_case(
    partner_a: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    sealed = uploaded(samples.text(), "a.txt")
    keep(sealed, data_key=case_key(partner_a))
    with django_capture_on_commit_callbacks(execute=True):
        drop(sealed)
    assert blobs.exists(sealed.id)


def test_a_flood_of_uploads_fills_only_so_much(settings: Any) -> None:
    settings.DOSJA_FILES_WAITING_MB = 1
    uploaded(b"x" * 600_000, "a.txt")
    with pytest.raises(FileRefused) as refused:
        uploaded(b"x" * 600_000, "b.txt")
    assert refused.value.reason == "file.no_room"


@in_a_folder
def test_the_database_keeps_its_part_of_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "SPARED", 10**18)
    with pytest.raises(FileRefused):
        uploaded(samples.text(), "a.txt")


def test_a_blob_that_is_gone_is_told_and_not_answered_with_nothing(partner_a: Partner) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a)
    blobs.delete(file.pk)
    with pytest.raises(FileLost):
        open_original(file)


@in_a_folder
def test_blobs_are_readable_by_the_service_alone(place: str) -> None:
    sealed = uploaded(samples.text(), "a.txt")
    blob = Path(place) / sealed.id.hex[:2] / sealed.id.hex
    assert blob.stat().st_mode & 0o077 == 0
    assert blob.parent.stat().st_mode & 0o077 == 0
