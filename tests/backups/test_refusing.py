"""Nothing is changed by a backup that is not whole, not ours, or not fit."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from backend.backups import manifest
from backend.cases.models import Case
from backend.common import clock
from backend.files import blobs
from backend.files.models import StoredFile
from tests.backups.conftest import Copies
from tests.backups.elsewhere import Elsewhere

OTHER_ROOT = b"another root key of at least thirty-two bytes"
Harm = Callable[[Path], None]


def changed(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def another_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def a_blob(snapshot: Path) -> Path:
    return min((snapshot.parents[1] / "blobs").glob("??/*"))


def reworded(snapshot: Path, **changes: object) -> None:
    """A manifest that another release would have written, with a proof that holds."""
    told = manifest.read(snapshot)
    manifest.write(
        type(told)(**{**{name: getattr(told, name) for name in told.__slots__}, **changes}), snapshot
    )


HARMS: dict[str, tuple[Harm, str]] = {
    "manifest missing": (lambda at: (at / "manifest.json").unlink(), "no snapshot"),
    "manifest cut": (lambda at: cut(at / "manifest.json"), "manifest was cut or changed"),
    "manifest empty": (lambda at: (at / "manifest.json").write_text(""), "manifest was cut or changed"),
    "manifest a list": (lambda at: (at / "manifest.json").write_text("[]"), "manifest was cut or changed"),
    "count changed": (
        lambda at: changed(at / "manifest.json", b'"cases_case": 1', b'"cases_case": 0'),
        "manifest was cut or changed",
    ),
    "data cut": (lambda at: cut(at / "data"), "data was cut or changed"),
    "data changed": (lambda at: another_byte(at / "data"), "data was cut or changed"),
    "data missing": (lambda at: (at / "data").unlink(), "data was cut or changed"),
    "list cut": (lambda at: cut(at / "blobs.txt"), "blobs.txt was cut or changed"),
    "file missing": (lambda at: a_blob(at).unlink(), "sealed file is missing"),
    "file changed": (lambda at: another_byte(a_blob(at)), "sealed file is missing, cut or changed"),
    "other engine": (lambda at: reworded(at, engine="oracle"), "the backup is of oracle"),
    "newer": (
        lambda at: reworded(at, migrations=(*manifest.read(at).migrations, ("cases", "9999_later"))),
        "cases.9999_later is not known here",
    ),
    "older": (
        lambda at: reworded(at, migrations=manifest.read(at).migrations[1:]),
        "an older release made it",
    ),
}


def test_nothing_that_is_not_whole_and_fit_is_restored(
    with_file: Callable[[], tuple[Case, StoredFile]],
    copies: Copies,
    tmp_path: Path,
    settings: Any,
) -> None:
    """One backup for all harms: into the installation at hand, which none of them may even look at."""
    with_file()
    name = copies.make().name
    copies.make_keys()
    whole = copies.directory
    for number, (harm, why) in enumerate(HARMS.values()):
        copies.directory = tmp_path / f"harmed{number}"
        shutil.copytree(whole, copies.directory)
        harm(copies.directory / "snapshots" / name)
        with pytest.raises(CommandError, match=f"nothing was changed: .*{why}"):
            copies.restore()
    copies.directory = whole
    with pytest.raises(CommandError, match=f"no such snapshot; there are {name}"):
        copies.restore("--snapshot", "2020-01-01T000000Z")
    call_command("check_backup", str(whole))
    settings.DOSJA_ROOT_KEY, settings.DOSJA_ROOT_KEYS_OLD = OTHER_ROOT, []
    with pytest.raises(CommandError, match="made under a root key that is not given here"):
        copies.restore()


@pytest.mark.either_engine("sqlite")
def test_keys_that_do_not_fit_are_refused_before_anything_comes_in(
    with_file: Callable[[], tuple[Case, StoredFile]], copies: Copies, settings: Any
) -> None:
    with clock.frozen(clock.now() - timedelta(days=1)):
        call_command("backup_keys", str(copies.keys))
    with_file()
    copies.make()
    with pytest.raises(CommandError, match="keys does not fit: it is older than the youngest key"):
        copies.restore()
    cut(copies.make_keys())
    with pytest.raises(CommandError, match="keys does not fit: this is no whole backup"):
        copies.restore()
    another_byte(copies.make_keys())
    with pytest.raises(CommandError, match="keys does not fit"):
        copies.restore()
    mine, settings.DOSJA_ROOT_KEY = settings.DOSJA_ROOT_KEY, OTHER_ROOT
    copies.make_keys()
    settings.DOSJA_ROOT_KEY = mine
    with pytest.raises(CommandError, match="keys does not fit: it was written under a root key that is not"):
        copies.restore()
    copies.keys.unlink()
    with pytest.raises(CommandError, match="file of keys cannot be read"):
        copies.restore()


def test_a_database_that_is_not_there_is_no_empty_one(
    with_file: Callable[[], tuple[Case, StoredFile]], copies: Copies, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    with_file()
    copies.make()
    copies.make_keys()
    elsewhere.database = (
        tmp_path / "nowhere" / "dosja.sqlite3" if connection.vendor == "sqlite" else "dosja_nowhere"
    )
    with elsewhere.kept(), pytest.raises(CommandError, match="changed: the database cannot be opened"):
        copies.restore()


@pytest.mark.either_engine("sqlite")
def test_files_of_others_are_not_mixed_with_those_that_come(
    with_file: Callable[[], tuple[Case, StoredFile]], copies: Copies, elsewhere: Elsewhere
) -> None:
    with_file()
    copies.make()
    copies.make_keys()
    with elsewhere.kept():
        blob = blobs.NewBlob(blobs.UUID(int=7))
        blob.finish()
        with pytest.raises(CommandError, match="nothing was changed: DOSJA_FILES is not empty"):
            copies.restore()
        assert blobs.exists(blob.id)


@pytest.mark.either_engine("sqlite")
def test_a_manifest_says_what_a_reader_wants_to_know(
    with_file: Callable[[], tuple[Case, StoredFile]], copies: Copies
) -> None:
    _case, file = with_file()
    told = json.loads((copies.make() / "manifest.json").read_text())
    assert told["dosja_backup"] == 1
    assert (told["blob_count"], told["rows"]["cases_case"]) == (2, 1)
    assert ["cases", "0001_initial"] in told["migrations"]
    assert "keyring_datakey" not in told["rows"]
    assert told["blob_bytes"] > 2 * file.size
