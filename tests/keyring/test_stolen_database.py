"""Whoever takes the whole database, but not the root key, reads none of the words."""

import base64
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from backend.audit.services import record
from backend.complaints.models import Complaint, Message
from backend.identity.models import ComplainantIdentity
from backend.keyring import envelope, services
from backend.keyring.models import DataKey, PartnerKey
from backend.partners.actors import Actor
from tests.application_role import as_owner
from tests.keyring.sheets import Sheet

WORDS = "MARKER-në spital më kërkuan dyqind euro"
CONTROL = "CONTROL-this stands in the open"
KINDS = {"kind": "corruption", "complainant_kind": "identified", "language": "sq", "channel": "api"}


@pytest.fixture
def filed(transactional_db: None, new_key, partner_a) -> Complaint:
    """A complaint with everything that a person may tell, committed."""
    with transaction.atomic():
        key = new_key(partner_a)
        complaint = Complaint.objects.create(
            partner=partner_a,
            data_key=key,
            narrative=f"{WORDS} narrative",
            wish=f"{WORDS} wish",
            contact_note=f"{WORDS} contact",
            vulnerability=[WORDS],
            **KINDS,
        )
        Message.objects.create(
            complaint=complaint, data_key=key, sender="complainant", text=f"{WORDS} message"
        )
        ComplainantIdentity.objects.create(
            complaint=complaint,
            identity_key=new_key(partner_a, purpose="identity"),
            **dict.fromkeys(("name", "email", "phone", "address"), WORDS),
        )
        Sheet.objects.create(data_key=key, title=CONTROL, words=WORDS, answers={"a": WORDS}, maybe=WORDS)
        record(Actor.system(), "complaint.filed", complaint, chain=partner_a.pk, kind="corruption")
    assert Complaint.objects.get(pk=complaint.pk).narrative == f"{WORDS} narrative"
    return complaint


def _dump(directory: Path) -> Iterator[bytes]:
    """Everything in the database, as bytes."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(directory / "stolen.sqlite3") as stolen:
            connection.connection.backup(stolen)
        stolen.close()
        yield (directory / "stolen.sqlite3").read_bytes()
        return
    with as_owner(connection):
        for table in connection.introspection.table_names():
            with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                yield b"".join(bytes(row) for row in rows)


def _holds(dump: list[bytes], words: str) -> bool:
    """Whether the dump holds words as they are, escaped, as hex or as base64 (at each of three offsets)."""
    plain = words.encode()
    spellings = [plain, plain.hex().encode(), plain.hex().upper().encode(), words.encode("utf-16-le")]
    spellings += [ascii(words)[1:-1].encode(), words.encode("unicode_escape")]
    spellings += [base64.b64encode(b"\0" * offset + plain)[4:-4] for offset in range(3)]
    # What remains of a short word in the middle of base64 is found everywhere.
    return any(spelling in part for spelling in spellings if len(spelling) > 5 for part in dump)


def test_a_stolen_database_without_the_root_key_shows_no_word_of_anybody(filed, tmp_path):
    dump = list(_dump(tmp_path))
    assert _holds(dump, CONTROL)
    assert not _holds(dump, "MARKER")
    assert not _holds(dump, WORDS)
    assert not _holds(dump, "dyqind")


def test_a_stolen_database_holds_no_key_in_the_open(filed, tmp_path, settings):
    secrets = [envelope.unwrap_data_key(key) for key in DataKey.objects.all()]
    secrets += [envelope.unwrap_partner_key(key) for key in PartnerKey.objects.all()]
    secrets.append(settings.DOSJA_ROOT_KEY)
    dump = list(_dump(tmp_path))
    for secret in secrets:
        assert not any(secret in part or secret.hex().encode() in part for part in dump)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps it until the next VACUUM")
def test_a_database_stolen_with_the_root_key_holds_no_trace_of_a_destroyed_key(filed, tmp_path):
    wrapped = bytes(DataKey.objects.get(pk=filed.data_key_id).wrapped)
    assert any(wrapped in part for part in _dump(tmp_path))
    services.destroy(filed.data_key)
    assert not any(wrapped in part for part in _dump(tmp_path))
    assert not any(wrapped[20:40] in part for part in _dump(tmp_path))
