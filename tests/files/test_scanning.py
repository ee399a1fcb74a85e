"""The virus scanner: asked where it runs, waited for while it is away, and what it condemns nobody gets."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from backend.common import clock
from backend.files import blobs, scanning
from backend.files.errors import Infected, NotReady
from backend.files.models import StoredFile
from backend.files.services import (
    open_clean,
    open_for_complainant,
    open_original,
    scan_and_clean,
    scan_late,
    waiting_files,
)
from backend.files.stages import FileState, ScanState
from backend.files.tasks import take_up_waiting_files
from backend.partners.models import Partner
from tests.files import samples
from tests.files.fake_clamd import FakeClamd
from tests.files.sending import read, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(settings: Any) -> Iterator[Path]:
    """Where the installation expects its scanner. (A path of pytest's own is too long for a socket.)"""
    path = Path(mkdtemp(prefix="clamd-")) / "s"
    settings.DOSJA_CLAMAV_SOCKET = str(path)
    yield path
    path.unlink(missing_ok=True)
    path.parent.rmdir()


def _open_own(file: StoredFile) -> Any:
    return open_for_complainant(file, is_own=True)


def test_the_scanner_sees_every_byte_of_the_original(place: Path, partner_a: Partner) -> None:
    content = samples.text() * 5_000
    with FakeClamd(place) as clamd:
        file = stored(content, "a.txt", partner_a)
    assert clamd.seen == content
    assert (file.scan, file.state) == (ScanState.PASSED, FileState.READY)


@pytest.mark.parametrize("opened", [open_clean, open_original, _open_own])
def test_an_infected_file_is_given_to_nobody_in_any_form(
    place: Path, partner_a: Partner, opened: Any
) -> None:
    with FakeClamd(place):
        file = stored(samples.EICAR, "a.txt", partner_a)
    assert (file.scan, file.state, file.clean_id) == (ScanState.INFECTED, FileState.INFECTED, None)
    with pytest.raises(Infected):
        opened(file)


def test_without_a_scanner_a_file_is_never_called_clean(partner_a: Partner) -> None:
    file = stored(samples.EICAR, "a.txt", partner_a)
    assert file.scan == ScanState.NOT_SCANNED
    assert "clean" not in str(ScanState.NOT_SCANNED.label).lower()


def test_while_the_scanner_is_away_the_copy_is_made_and_the_original_waits(
    place: Path, partner_a: Partner
) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a)
    assert (file.scan, file.state) == (ScanState.PENDING, FileState.READY)
    assert read(open_clean(file))
    with pytest.raises(NotReady):
        open_original(file)


@pytest.mark.parametrize(
    "how",
    [
        {"answer": b"INSTREAM size limit exceeded. ERROR"},
        {"answer": b"stream: OK really"},
        {"answer": b"nonsense"},
        {"hangs_up_after": 10},
        {"pause": 3},
    ],
    ids=["too small", "nearly right", "garbled", "dies in the middle", "slow"],
)
def test_no_verdict_is_no_verdict(
    place: Path, partner_a: Partner, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "_SCAN_SECONDS", 1)
    with FakeClamd(place, **how):
        file = stored(samples.text() * 5_000, "a.txt", partner_a)
    assert file.scan == ScanState.PENDING


def test_the_scanner_is_asked_again_when_it_is_back(place: Path, partner_a: Partner) -> None:
    file = stored(samples.EICAR, "a.txt", partner_a)
    copy = file.clean_id
    assert copy is not None
    with clock.frozen(clock.now() + timedelta(minutes=20)):
        assert waiting_files() == ([], [file.pk])
        with FakeClamd(place):
            take_up_waiting_files.func()
    file.refresh_from_db()
    assert (file.scan, file.state) == (ScanState.INFECTED, FileState.INFECTED)


def test_a_copy_made_before_the_verdict_is_destroyed_with_it(
    place: Path, partner_a: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    file = stored(samples.EICAR, "a.txt", partner_a)
    copy = file.clean_id
    with FakeClamd(place), django_capture_on_commit_callbacks(execute=True):
        scan_late(file.pk)
    assert copy is not None
    assert not blobs.exists(copy)


def test_after_a_day_without_the_scanner_the_original_opens_as_not_scanned(
    place: Path, partner_a: Partner
) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a)
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        scan_late(file.pk)
    file.refresh_from_db()
    assert file.scan == ScanState.NOT_SCANNED
    assert read(open_original(file)) == samples.jpeg()


def test_a_file_whose_job_got_lost_is_taken_up(partner_a: Partner) -> None:
    file = stored(samples.jpeg(), "a.jpg", partner_a, clean=False)
    with clock.frozen(clock.now() + timedelta(minutes=20)):
        take_up_waiting_files.func()
    assert StoredFile.objects.get(pk=file.pk).state == FileState.READY


def test_the_log_says_what_happened_and_not_to_what(
    place: Path, partner_a: Partner, caplog: pytest.LogCaptureFixture
) -> None:
    with FakeClamd(place):
        file = stored(samples.EICAR, "arta hoxha.txt", partner_a)
    scan_and_clean(file.pk)
    assert f"file.infected id={file.pk}" in caplog.text
    assert "hoxha" not in caplog.text
    assert "EICAR" not in caplog.text
