"""Keys are kept apart from data: old data opens with the newest keys only, and the erased stays erased."""

from base64 import b64encode
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from backend.audit.models import AuditEvent
from backend.keyring import envelope, services
from backend.keyring.errors import KeyDestroyed
from backend.keyring.models import DataKey, PartnerKey
from tests.keyring.conftest import MARKER
from tests.keyring.sheets import Sheet

NEW_ROOT = b"a new root key of at least thirty-two bytes"


def backed_up(folder: Path, name: str = "keys") -> Path:
    call_command("backup_keys", str(folder / name))
    return folder / name


def restore(file: Path) -> None:
    call_command("restore_keys", str(file))


def lose_all_keys() -> None:
    """As in a copy of the data without the keys."""
    DataKey.objects.update(wrapped=None, destroyed_at="2026-01-01T00:00:00Z")
    PartnerKey.objects.update(wrapped=b"")
    envelope.forget_all()


def readable(sheet: Sheet) -> bool:
    try:
        return Sheet.objects.get(pk=sheet.pk).words == MARKER
    except KeyDestroyed:
        return False


def test_data_without_its_keys_stays_dark_and_opens_with_the_backup_of_the_keys(sheet, tmp_path):
    file = backed_up(tmp_path)
    lose_all_keys()
    assert not readable(sheet)
    restore(file)
    assert readable(sheet)


def test_data_restored_into_an_empty_key_table_opens(sheet, tmp_path):
    file = backed_up(tmp_path)
    with connection.constraint_checks_disabled():
        DataKey.objects.all()._raw_delete(DataKey.objects.db)
        PartnerKey.objects.all()._raw_delete(PartnerKey.objects.db)
        envelope.forget_all()
        restore(file)
    assert readable(sheet)


def test_a_case_erased_after_the_data_was_copied_does_not_come_back(sheet, new_key, tmp_path):
    other = Sheet.objects.create(data_key=new_key(), words=MARKER)
    old = {key.pk: bytes(key.wrapped) for key in DataKey.objects.all()}
    services.destroy(sheet.data_key)
    file = backed_up(tmp_path)
    # The old data returns, with everything that it held.
    for pk, wrapped in old.items():
        DataKey.objects.filter(pk=pk).update(wrapped=wrapped, destroyed_at=None)
    envelope.forget_all()
    assert readable(sheet)
    restore(file)
    assert not readable(sheet)
    assert readable(other)


def test_what_was_erased_keeps_its_empty_row_where_the_key_table_came_back_empty(sheet, new_key, tmp_path):
    other = Sheet.objects.create(data_key=new_key(), words=MARKER)
    services.destroy(sheet.data_key)
    file = backed_up(tmp_path)
    with connection.constraint_checks_disabled():
        DataKey.objects.all()._raw_delete(DataKey.objects.db)
        PartnerKey.objects.all()._raw_delete(PartnerKey.objects.db)
        envelope.forget_all()
        restore(file)
    connection.check_constraints()
    empty = DataKey.objects.get(pk=sheet.data_key_id)
    assert (empty.wrapped, empty.destroyed_at is None) == (None, False)
    assert not readable(sheet)
    assert readable(other)


def test_a_backup_of_keys_holds_no_key_in_the_open(sheet, tmp_path, settings):
    content = backed_up(tmp_path).read_bytes()
    secrets = [envelope.unwrap_data_key(sheet.data_key), settings.DOSJA_ROOT_KEY]
    for secret in secrets:
        assert secret not in content
        assert b64encode(secret) not in content
        assert secret.hex().encode() not in content
    assert (tmp_path / "keys").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("harm", ["cut", "line", "byte", "empty", "words"])
def test_a_backup_that_was_cut_or_changed_is_refused_and_changes_nothing(sheet, tmp_path, harm):
    file = backed_up(tmp_path)
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    file.write_bytes(
        {
            "cut": b"".join(lines[:-1]),
            "line": b"".join([lines[0], *lines[2:]]),
            "byte": whole.replace(b'"version":"1"', b'"version":"2"'),
            "empty": b"",
            "words": b"no backup\n",
        }[harm]
    )
    with pytest.raises(CommandError, match="nothing was changed"):
        restore(file)
    envelope.forget_all()
    assert readable(sheet)


def test_a_backup_older_than_the_youngest_case_is_refused(sheet, new_key, tmp_path):
    file = backed_up(tmp_path)
    young = Sheet.objects.create(data_key=new_key(), words=MARKER)
    with pytest.raises(CommandError, match="older than the youngest key"):
        restore(file)
    assert readable(young)


def test_a_backup_of_another_installation_is_refused(sheet, tmp_path, settings):
    file = backed_up(tmp_path)
    settings.DOSJA_ROOT_KEY, settings.DOSJA_ROOT_KEYS_OLD = NEW_ROOT, []
    with pytest.raises(CommandError, match="root key that is not given"):
        restore(file)


def test_a_backup_overwrites_no_file_and_leaves_no_half_one(sheet, tmp_path):
    file = backed_up(tmp_path)
    before = file.read_bytes()
    with pytest.raises(CommandError):
        backed_up(tmp_path)
    with pytest.raises(CommandError):
        backed_up(tmp_path / "nowhere")
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_copies_of_keys_and_their_return_are_lines_of_audit(sheet, tmp_path):
    restore(backed_up(tmp_path))
    told = AuditEvent.objects.filter(action__in=("key.backed_up", "key.restored")).order_by("number")
    assert [(line.action, line.facts) for line in told] == [
        ("key.backed_up", {"count": 1}),
        ("key.restored", {"taken": 1, "erased": 0}),
    ]
