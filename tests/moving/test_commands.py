"""The two commands as an operator types them: a key, a file for it, a partner at the new place."""

import io
import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.complaints.models import Complaint
from backend.partners.models import Partner
from tests.factories.complaints import NARRATIVE, file
from tests.factories.partners import PartnerFactory
from tests.moving.conftest import files_here, gone, undone

pytestmark = pytest.mark.django_db


def said(*command: Any, **options: Any) -> str:
    told = io.StringIO()
    call_command(*command, stdout=told, stderr=told, **options)
    return told.getvalue()


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, str]:
    """The file of a key, and its public half."""
    path = tmp_path / "moving.key"
    return path, said("import_partner", new_key=path).strip()


def test_a_partner_goes_from_one_server_to_another(key: tuple[Path, str], tmp_path: Path) -> None:
    (path, public), archive = key, tmp_path / "pif.dosja"
    with undone():
        filed = file(PartnerFactory(slug="pif", prefix="PIF"))
        told = said("export_partner", "pif", "--for", public, "--to", archive)
        event = AuditEvent.objects.filter(action="partner.packed").get()
        assert event.facts == {"recipient": public}
        files = files_here()
    gone(files)
    assert "pif is packed." in told
    assert "1  cases.Case" in told
    assert NARRATIVE.encode() not in archive.read_bytes()
    told = said("import_partner", archive, key=path)
    assert "1  cases.Case" in told
    assert "pif is here. Nobody has a password yet" in told
    assert Complaint.objects.get(pk=filed.complaint.pk).narrative == NARRATIVE
    assert Case.objects.get().owner == Partner.objects.get(slug="pif")


def test_key_and_archive_are_for_their_owner_alone(key: tuple[Path, str], tmp_path: Path) -> None:
    PartnerFactory(slug="pif", prefix="PIF")
    said("export_partner", "pif", "--for", key[1], "--to", tmp_path / "pif.dosja")
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    assert {path.name for path in tmp_path.iterdir()} == {"moving.key", "pif.dosja"}


def test_what_cannot_be_packed_leaves_no_file_and_no_line(key: tuple[Path, str], tmp_path: Path) -> None:
    archive = tmp_path / "pif.dosja"
    with pytest.raises(CommandError, match="no partner with the slug 'pif'"):
        said("export_partner", "pif", "--for", key[1], "--to", archive)
    with pytest.raises(CommandError, match="begins with age1") as refused:
        said("export_partner", "pif", "--for", key[0].read_text(), "--to", archive)
    assert "AGE-SECRET" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["moving.key"]
    archive.write_bytes(b"mine")
    with pytest.raises(CommandError, match="exists already"):
        said("export_partner", "pif", "--for", key[1], "--to", archive)
    assert archive.read_bytes() == b"mine"
    assert not AuditEvent.objects.filter(action="partner.packed").exists()


def test_what_cannot_be_taken_in_says_why(key: tuple[Path, str], tmp_path: Path) -> None:
    path = tmp_path / "some.dosja"
    with pytest.raises(CommandError, match="FileNotFoundError"):
        said("import_partner", path, key=key[0])
    path.write_bytes(b"not an archive")
    with pytest.raises(CommandError, match="Nothing was taken in"):
        said("import_partner", path, key=key[0])
    with pytest.raises(CommandError, match="--key names no file"):
        said("import_partner", path, key=path)
    with pytest.raises(CommandError, match="--new-key to make one"):
        said("import_partner", path)
    with pytest.raises(CommandError, match="FileExistsError"):
        said("import_partner", new_key=key[0])
