"""An installation comes back whole: words, files, audit lines; and the erased does not."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from django.db import connection

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.backups import manifest
from backend.cases.models import Case
from backend.common.secondlock import MASTER_KEY, holding
from backend.complaints.models import Complaint
from backend.files import blobs
from backend.files.models import StoredFile
from backend.files.services import open_clean
from backend.insights.services.keeping import check_sums
from backend.keyring.errors import KeyDestroyed
from backend.keyring.services import destroy
from backend.partners.actors import Actor
from backend.secondlock.weaknesses import weaknesses
from tests.backups.conftest import CONTENT, WORDS, Copies
from tests.backups.elsewhere import Elsewhere
from tests.files.buckets import away, lying_at, new_bucket
from tests.files.sending import read

WithFile = Callable[[], tuple[Case, StoredFile]]


def words_of(case: Case) -> str | None:
    complaint = Complaint.objects.get(pk=case.complaint_id)
    try:
        return str(complaint.narrative)
    except KeyDestroyed:
        return None


def test_words_and_files_come_back_and_the_erased_does_not(
    with_file: WithFile, copies: Copies, elsewhere: Elsewhere
) -> None:
    case, file = with_file()
    erased, its_file = with_file()
    copies.make()
    assert erased.data_key is not None
    destroy(erased.data_key)
    copies.make_keys()

    with elsewhere.kept():
        copies.restore()
    with elsewhere.served():
        assert (words_of(case), words_of(erased)) == (WORDS, None)
        assert read(open_clean(StoredFile.objects.get(pk=file.pk))) == CONTENT
        assert blobs.exists(file.pk) and not blobs.exists(its_file.pk)
        assert [chain for chain in AuditChain.objects.all() if verify(chain).broken] == []
        told = AuditEvent.objects.filter(action__in=("key.restored", "backup.restored"))
        assert sorted(told.values_list("action", flat=True)) == ["backup.restored", "key.restored"]
        # Triggers return after the rows: nothing was counted twice.
        assert check_sums(repair=False, actor=Actor.system()) == []
        # On PostgreSQL the second lock holds in the new database, too, for a role that owns nothing.
        assert weaknesses(connection) == []
        # Whoever restores once more is told that somebody lives here.
        with pytest.raises(CommandError, match=r"nothing was changed: the database is not empty"):
            copies.restore()


@pytest.mark.either_engine("sqlite")
def test_files_of_a_bucket_come_back_into_another(
    transactional_db: Any, with_file: WithFile, copies: Copies, elsewhere: Elsewhere
) -> None:
    with lying_at(new_bucket()):
        case, file = with_file()
        copies.make()
        copies.make_keys()
        elsewhere.files = new_bucket()
        with elsewhere.kept():
            copies.restore()
        with elsewhere.served():
            assert words_of(case) == WORDS
            assert read(open_clean(StoredFile.objects.get(pk=file.pk))) == CONTENT
            blobs.delete(file.pk)
        # It was another bucket.
        assert blobs.exists(file.pk)


@pytest.mark.either_engine("sqlite")
def test_no_backup_says_that_it_is_whole_while_the_files_are_away(
    transactional_db: Any, with_file: WithFile, copies: Copies
) -> None:
    with_file()
    with away(), pytest.raises(CommandError, match=r"no backup was made: .*DOSJA_FILES"):
        copies.make()
    assert list((copies.directory / "snapshots").iterdir()) == []


def test_a_backup_is_for_its_owner_alone(with_file: WithFile, copies: Copies) -> None:
    with_file()
    copies.make()
    modes = {path.is_dir(): set() for path in copies.directory.rglob("*")}  # type: ignore[var-annotated]
    for path in (copies.directory, *copies.directory.rglob("*")):
        modes[path.is_dir()].add(path.stat().st_mode & 0o777)
    assert modes == {True: {0o700}, False: {0o600}}


@pytest.mark.usefixtures("shared_by_threads")
def test_a_backup_made_while_people_work_is_of_one_moment(
    with_file: WithFile, copies: Copies, elsewhere: Elsewhere
) -> None:
    with_file()
    before = Complaint.objects.count()
    stop = threading.Event()
    failed: list[BaseException] = []
    worker = threading.Thread(target=_works, args=(with_file, stop, failed))
    worker.start()
    try:
        copies.make()
    finally:
        stop.set()
        worker.join()
    assert failed == []
    after = Complaint.objects.count()
    assert after > before + 1, "nobody wrote meanwhile: the test proves nothing"
    copies.make_keys()
    with elsewhere.kept():
        # It compares rows with the manifest, and files and audit chains with the rows.
        copies.restore()
        assert before <= Complaint.objects.count() <= after
        assert {words_of(case) for case in Case.objects.all()} == {WORDS}


def _works(with_file: WithFile, stop: threading.Event, failed: list[BaseException]) -> None:
    """Complaints come in, each with a file."""
    try:
        with holding(MASTER_KEY):
            while not stop.is_set():
                with_file()
    except BaseException as one:
        failed.append(one)
    finally:
        connection.close()


def nothing_in(elsewhere: Elsewhere) -> bool:
    files = [path for path in elsewhere.files.rglob("*") if path.is_file()]
    return not files and not connection.introspection.table_names()


def test_what_arrives_and_is_not_what_was_copied_is_taken_away_again(
    with_file: WithFile, copies: Copies, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_file()
    snapshot = copies.make()
    copies.make_keys()
    told = manifest.read(snapshot)

    def broken(chain: Any) -> Any:
        return type("Verdict", (), {"broken": 1})

    with elsewhere.kept():
        with monkeypatch.context() as patch:
            patch.setattr("backend.backups.services.restoring.verify", broken)
            with pytest.raises(CommandError, match=r"taken away again: \d+ audit chains are broken"):
                copies.restore()
        assert nothing_in(elsewhere)
        manifest.write(replace(told, rows={**told.rows, "cases_case": 2}), snapshot)
        with pytest.raises(CommandError, match=r"taken away again: not as many rows .*: cases_case"):
            copies.restore()
        assert nothing_in(elsewhere)
        manifest.write(told, snapshot)
        # So that it can be tried again, with what is whole.
        copies.restore()
        assert Complaint.objects.count() == 1
    if connection.vendor == "sqlite":
        assert [path.name for path in Path(str(elsewhere.database)).parent.glob("*sqlite3*")] == [
            Path(str(elsewhere.database)).name
        ]
