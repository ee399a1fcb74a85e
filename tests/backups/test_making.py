"""What lies in the directory of backups: whole snapshots, each file once, nothing half."""

import fcntl
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.files import blobs
from backend.files.models import StoredFile
from backend.keyring.models import DataKey, PartnerKey
from tests.backups.conftest import WORDS, Copies

WithFile = Callable[[], tuple[Case, StoredFile]]
# Of the directory, not of the database.
on_either = pytest.mark.either_engine("sqlite")
FULL = OSError(28, "No space left on device")


def blobs_in(copies: Copies) -> set[str]:
    return {path.name for path in (copies.directory / "blobs").glob("??/*")}


def manifest_of(snapshot: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads((snapshot / "manifest.json").read_text())
    return content


def test_a_snapshot_holds_no_key_and_no_word(with_file: WithFile, copies: Copies) -> None:
    with_file()
    wrapped = [bytes(key.wrapped) for key in (*DataKey.objects.all(), *PartnerKey.objects.all())]
    assert len(wrapped) == 2
    snapshot = copies.make()
    if connection.vendor == "postgresql":
        from backend.backups.tools import output_of

        with output_of("pg_restore", "--file=-", str(snapshot / "data")) as script:
            content = script.read()
        wrapped = [key.hex().encode() for key in wrapped]
    else:
        content = (snapshot / "data").read_bytes()
    assert b"cases_case" in content
    assert [key for key in wrapped if key in content] == []
    assert WORDS.encode() not in content


@on_either
def test_a_file_that_is_there_already_is_not_copied_again(
    with_file: WithFile, copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _blobs_of(with_file()[1])
    copies.make()
    assert blobs_in(copies) == first
    second = _blobs_of(with_file()[1])
    read: list[str] = []
    monkeypatch.setattr(blobs, "read_sealed", _noting(blobs.read_sealed, read))
    snapshot = copies.make()
    assert set(read) == second and len(read) == 2
    assert blobs_in(copies) == first | second
    assert manifest_of(snapshot)["blob_count"] == 4


@on_either
def test_files_of_the_erased_go_with_the_last_snapshot_that_names_them(
    with_file: WithFile, copies: Copies
) -> None:
    _case, file = with_file()
    kept = _blobs_of(with_file()[1])
    erased = _blobs_of(file)
    old = copies.make()
    _erase(file)
    copies.make()
    assert blobs_in(copies) == kept | erased, "the older snapshot names them"
    shutil.rmtree(old)
    copies.make()
    assert blobs_in(copies) == kept


@on_either
def test_older_snapshots_are_removed_when_asked_for_and_the_newest_never(
    with_file: WithFile, copies: Copies
) -> None:
    with_file()
    first = copies.make()
    second = copies.make("--keep", "1")
    assert first.exists() and second.exists()
    third = copies.make("--keep", "0")
    assert [path.name for path in (copies.directory / "snapshots").iterdir()] == [third.name]


def test_a_file_removed_while_the_others_are_copied_is_in_the_backup_all_the_same(
    with_file: WithFile, copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.backups import engines

    _case, file = with_file()
    engine = engines.engine()
    save = engine.save

    def saved(folder: Path) -> object:
        facts = save(folder)
        _erase(file)
        return facts

    monkeypatch.setattr(engine, "save", saved)
    snapshot = copies.make()
    assert manifest_of(snapshot)["absent"] == []
    assert blobs_in(copies) == _blobs_of(file)


@on_either
def test_files_that_the_installation_lost_are_told_and_the_rest_is_saved(
    with_file: WithFile, copies: Copies
) -> None:
    _case, file = with_file()
    blobs.delete(file.pk)
    with pytest.raises(CommandError, match="1 files that rows name are lost here") as told:
        copies.make()
    assert told.value.returncode == 2
    (snapshot,) = (copies.directory / "snapshots").iterdir()
    assert manifest_of(snapshot)["absent"] == [file.pk.hex]
    call_command("check_backup", str(copies.directory))


@pytest.mark.parametrize("where", ["data", "list", "manifest"])
def test_a_backup_that_fails_leaves_no_snapshot(
    with_file: WithFile, copies: Copies, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with_file()

    def full(*_given: object) -> None:
        raise FULL

    engine = "embedded" if connection.vendor == "sqlite" else "server"
    places = {"data": f"{engine}.save", "list": "inventory.write", "manifest": "manifest.write"}
    monkeypatch.setattr(f"backend.backups.{places[where]}", full)
    with pytest.raises(CommandError, match=r"no backup was made: .*\(No space left on device\)"):
        copies.make()
    assert list((copies.directory / "snapshots").iterdir()) == []


@on_either
def test_a_killed_backup_is_cleared_away_by_the_next(with_file: WithFile, copies: Copies) -> None:
    _case, file = with_file()
    left = copies.directory / "snapshots" / ".2026-01-01T000000Z.partial"
    half = copies.directory / "blobs" / "ab" / ("ab" * 16 + ".partial")
    for path in (left / "data", half):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"half")
    snapshot = copies.make()
    assert list((copies.directory / "snapshots").iterdir()) == [snapshot]
    assert blobs_in(copies) == _blobs_of(file)


@on_either
def test_two_backups_at_once_do_not_go_into_one_directory(transactional_db: None, copies: Copies) -> None:
    copies.directory.mkdir()
    with (copies.directory / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="another backup is being made"):
            copies.make()


def test_a_backup_is_a_line_of_audit(with_file: WithFile, copies: Copies) -> None:
    with_file()
    copies.make()
    assert AuditEvent.objects.get(action="backup.made").facts == {"files": 2}


def _blobs_of(file: StoredFile) -> set[str]:
    return {blob_id.hex for blob_id in (file.pk, file.clean_id) if blob_id is not None}


def _erase(file: StoredFile) -> None:
    """As erasing does it in the end: the row, then the bytes."""
    from backend.complaints.models import Attachment

    Attachment.objects.filter(file=file).delete()
    StoredFile.objects.filter(pk=file.pk).delete()
    for name in _blobs_of(file):
        blobs.delete(blobs.UUID(hex=name))


def _noting(read: Callable[..., object], names: list[str]) -> Callable[..., object]:
    def noted(blob_id: object) -> object:
        names.append(blob_id.hex)  # type: ignore[attr-defined]
        return read(blob_id)

    return noted
