"""A case with a file, and another installation to restore it into."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Message
from backend.complaints.services import attach
from backend.files.models import StoredFile
from backend.files.services import scan_and_clean
from backend.partners.actors import Actor
from tests.backups.elsewhere import elsewhere  # noqa: F401  # found from here
from tests.files.sending import uploaded

WORDS = "mjeku kërkoi dyqind euro"
CONTENT = b"shenime nga zyra\n"


@dataclass
class Copies:
    """Where backups and keys go to, and the commands that put them there."""

    directory: Path
    keys: Path
    _made: int = 0

    def make(self, *options: str) -> Path:
        """A backup, each a minute after the one before."""
        self._made += 1
        with clock.frozen(clock.now() + timedelta(minutes=self._made)):
            call_command("backup", str(self.directory), *options)
        return max((self.directory / "snapshots").iterdir())

    def make_keys(self) -> Path:
        """Of these hours: the file is younger than the data."""
        self.keys.unlink(missing_ok=True)
        with clock.frozen(clock.now() + timedelta(hours=1)):
            call_command("backup_keys", str(self.keys))
        return self.keys

    def restore(self, *options: str) -> None:
        call_command("restore", str(self.directory), "--keys", str(self.keys), *options)


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    return Copies(tmp_path / "backups", tmp_path / "keys")


@pytest.fixture
def with_file(transactional_db: Any, new_case: Callable[..., Case]) -> Callable[[], tuple[Case, StoredFile]]:
    """`with_file()`: a complaint with words and a file that was cleaned."""

    def made() -> tuple[Case, StoredFile]:
        case = new_case(narrative=WORDS, consent=False)
        assert case.complaint is not None
        (attachment,) = attach(
            complaint=case.complaint,
            files=[uploaded(CONTENT, "shenime.txt")],
            sender=Message.Sender.COMPLAINANT,
            actor=Actor.nobody(),
        )
        scan_and_clean(attachment.file_id)
        return case, StoredFile.objects.get(pk=attachment.file_id)

    return made
