"""What erasure promises: nothing is left, anywhere; a backup without its keys stays dark."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.cases.models import Case, CaseSearch
from backend.common import clock
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import Complaint
from backend.complaints.services import open_receipt
from backend.keyring import envelope
from backend.keyring.errors import KeyDestroyed
from backend.keyring.fields import EncryptedField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User
from backend.retention.models import PlannedErasure, Tombstone
from backend.retention.services import erasing, planning
from tests.calling import Caller
from tests.retention.conftest import FILES, MARKER, Told, blobs_of, everything, sealed_bytes_under

KEYS = ("keyring_datakey", "keyring_partnerkey")


def keys_of(told: Told) -> set[Any]:
    """The keys of the case, of its author's identity and of the address for notices."""
    subjects = (told.case.pk, told.complaint.pk)
    return set(DataKey.objects.filter(subject_id__in=subjects).values_list("pk", flat=True))


def erase(told: Told) -> None:
    """Two years later, and thirty days after it was announced."""
    later = clock.now() + timedelta(days=731)
    with clock.frozen(later):
        assert planning.announce_due() == 1
        assert erasing.erase_due() == 0, "the time of notice has not passed"
    with clock.frozen(later + timedelta(days=31)):
        assert erasing.erase_due() == 1


def found_in(dump: list[bytes], *needles: bytes) -> list[bytes]:
    """Which of these stand there, whole or, of a long one that is cut into pages, a piece of them."""
    return [needle for needle in needles if any(piece in part for piece in _pieces(needle) for part in dump)]


def _pieces(needle: bytes) -> list[bytes]:
    pieces = [needle[start : start + 24] for start in (0, 28, 56) if start == 0 or len(needle) > start + 24]
    return pieces if connection.vendor == "sqlite" else [*pieces, *(piece.hex().encode() for piece in pieces)]


def opened_words() -> set[str]:
    """Every sealed value of the database that still opens, and every plain text, that holds the marker."""
    found = set()
    for model in apps.get_models():
        fields = [field for field in model._meta.concrete_fields if hasattr(field, "attname")]
        for row in model._default_manager.all():
            for field in fields:
                try:
                    value = getattr(row, field.name if isinstance(field, EncryptedField) else field.attname)
                except KeyDestroyed:
                    continue
                text = value.decode(errors="ignore") if isinstance(value, bytes | memoryview) else str(value)
                if MARKER in text:
                    found.add(f"{model._meta.label}.{field.name}")
    return found


@pytest.mark.django_db(transaction=True)
def test_after_erasure_no_byte_of_the_case_is_anywhere(told: Told, rules: None) -> None:
    plain = [word.encode() for word in told.plain]
    sealed = sealed_bytes_under(keys_of(told))
    wrapped = [bytes(key.wrapped) for key in DataKey.objects.filter(pk__in=keys_of(told))]
    blobs = blobs_of(told.case)
    number = told.receipt.number.encode()
    address = [told.case.reference.encode(), b"zyra@kadastra.example"]
    erasing.overwrite_traces()
    before = list(everything())
    assert len(sealed) > 20 and len(wrapped) == 3 and len(blobs) >= 2
    # The search holds words folded and cut; the rest stands as it was written.
    for needles in (plain, sealed, wrapped, [number], address):
        assert found_in(before, *needles) == needles, "the proof looks in the wrong place"
    assert {str(path) for path in blob_names()} >= set(blobs)

    erase(told)

    after = list(everything())
    assert found_in(after, *plain, *sealed, *wrapped, *address) == []
    assert found_in(after, MARKER.encode(), MARKER.upper().encode(), MARKER.encode("utf-16-le")) == []
    assert {str(path) for path in blob_names()} & set(blobs) == set()
    assert opened_words() == set()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL clears deleted rows at VACUUM")
@pytest.mark.django_db(transaction=True)
def test_what_erasure_deletes_is_overwritten_from_its_first_row_on(told: Told, rules: None) -> None:
    later = clock.now() + timedelta(days=731)
    with clock.frozen(later):
        planning.announce_due()
    # As a worker's connection is when it opens, whatever earlier tests left of this one.
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
    deleted: list[bool] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("DELETE"):
            deleted.append(connection.connection.execute("PRAGMA secure_delete").fetchone() == (1,))
        return execute(sql, params, many, context)

    with clock.frozen(later + timedelta(days=31)), connection.execute_wrapper(watch):
        assert erasing.erase_due() == 1
    assert len(deleted) > 10 and all(deleted)


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_the_data_restored_beside_the_present_keys_shows_no_word(told: Told, rules: None) -> None:
    assert len(opened_words()) > 15, "the drill reads what it restores"
    backup = every_row()
    before = opened_words()

    erase(told)
    assert opened_words() == set()

    bring_back({table: rows for table, rows in backup.items() if table not in KEYS})
    restored = Complaint.objects.get(pk=told.complaint.pk)
    with pytest.raises(KeyDestroyed):
        str(restored.narrative)
    # What the partner itself wrote in the open is back, as the backup's keeper must know; nothing sealed is.
    assert opened_words() == {"cases.Case.summary", "cases.Tag.name", "cases.Tag.folded"} | plain_places()

    # With the backup of the keys it would all be back: the reason to keep the two apart.
    restore_keys(backup["keyring_datakey"])
    assert opened_words() == before


def plain_places() -> set[str]:
    """Columns that are in the open by design, for the search and for letters' numbers."""
    return {
        "cases.CaseSearch.words",
        "cases.Delivery.tracking_number",
        "cases.InstitutionReferral.protocol_number",
    }


Rows = tuple[list[str], list[tuple[Any, ...]]]


def every_row() -> dict[str, Rows]:
    """A backup: every table's rows as the database has them."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if model._meta.managed and table not in found:
            names = [field.column for field in model._meta.concrete_fields]
            listed = ", ".join(f'"{name}"' for name in names)
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT {listed} FROM "{table}"')
                found[table] = (names, cursor.fetchall())
    return found


def bring_back(backup: dict[str, Rows]) -> None:
    """Put back what is missing; the database looks at foreign keys when all of it is there."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (names, rows) in backup.items():
            cursor.execute(f'SELECT "{names[0]}" FROM "{table}"')
            there = {row[0] for row in cursor.fetchall()}
            listed = ", ".join(f'"{name}"' for name in names)
            places = ", ".join(["%s"] * len(names))
            for row in rows:
                if row[0] not in there:
                    cursor.execute(f'INSERT INTO "{table}" ({listed}) VALUES ({places})', _adapted(row))


def _adapted(row: tuple[Any, ...]) -> list[Any]:
    if connection.vendor != "postgresql":
        return list(row)
    from psycopg.types.json import Jsonb

    return [Jsonb(value) if isinstance(value, dict | list) else value for value in row]


def restore_keys(rows: Rows) -> None:
    names, kept = rows
    for row in kept:
        fields = dict(zip(names, row, strict=True))
        if fields["wrapped"] is not None:
            found = DataKey.objects.filter(subject_id=fields["subject_id"], purpose=fields["purpose"])
            found.update(wrapped=bytes(fields["wrapped"]), destroyed_at=None)
    envelope.forget_all()


def blob_names() -> list[str]:
    return [path.name for path in FILES.rglob("*") if path.is_file()]


@pytest.mark.django_db(transaction=True)
def test_what_is_erased_is_gone_from_lists_search_and_history(
    told: Told, rules: None, api: Any, besa: User
) -> None:
    caller, case = api(besa), told.case
    assert caller.get(f"/cases/?search={told.plain[0]}").json()["results"]
    erase(told)
    for word in (told.plain[0], case.reference, told.plain[1]):
        assert caller.get(f"/cases/?search={word}").json()["results"] == []
    for path in ("", "events/", "messages/", "complaint/", "files/", "notes/", "tasks/"):
        assert caller.get(f"/cases/{case.pk}/{path}").status_code == 404
    assert not CaseSearch.objects.exists() and not Case.objects.exists()
    assert caller.get("/partners/pif/webhooks/").json()["results"]
    hook = caller.get("/partners/pif/webhooks/").json()["results"][0]["id"]
    assert caller.get(f"/partners/pif/webhooks/{hook}/deliveries/").json()["results"] == []


@pytest.mark.django_db(transaction=True)
def test_the_receipt_of_an_erased_case_is_an_unknown_one(told: Told, rules: None, anonymous: Caller) -> None:
    receipt = {"number": told.receipt.number, "secret": told.receipt.secret}
    assert anonymous.post("/receipts/", receipt).status_code == 200
    erase(told)
    with pytest.raises(UnknownReceipt):
        open_receipt(**receipt)
    gone = anonymous.post("/receipts/", receipt)
    other = filing_receipt()
    assert (gone.status_code, gone.json()["code"]) == (404, "receipt.unknown")
    assert gone.json() == anonymous.post("/receipts/", other).json()


def filing_receipt() -> dict[str, str]:
    from backend.complaints.receipt_codes import new_receipt

    made = new_receipt("12345678", "1" * 20)
    return {"number": made.number, "secret": made.secret}


@pytest.mark.django_db(transaction=True)
def test_what_is_left_is_a_number_in_a_month_and_a_line_of_ids(told: Told, rules: None) -> None:
    case_id, partner = told.case.pk, told.case.owner
    erase(told)
    stone = Tombstone.objects.get()
    assert (stone.kind, stone.ending, stone.category, stone.count) == (
        "public_service",
        "remedied",
        "delay",
        1,
    )
    assert stone.filed_in.day == stone.erased_in.day == 1
    names = {field.name for field in Tombstone._meta.get_fields()}
    assert names == {"id", "partner", "filed_in", "erased_in", "category", "kind", "ending", "count"}
    line = AuditEvent.objects.get(action="case.erased")
    assert (line.target_id, line.facts) == (case_id, {"because": "rule"})
    assert all(verify(chain).broken is None for chain in AuditChain.objects.all())
    assert partner.is_active


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_a_whole_case_and_the_next_one_goes_on(
    told: Told, rules: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now() + timedelta(days=731)
    with clock.frozen(later):
        planning.announce_due()
    with clock.frozen(later + timedelta(days=31)):
        with monkeypatch.context() as patch:
            patch.setattr(erasing, "record", _killed)
            with pytest.raises(KeyboardInterrupt):
                erasing.erase_due()
        envelope.forget_all()
        assert MARKER in str(Complaint.objects.get().narrative)
        assert PlannedErasure.objects.exists() and not Tombstone.objects.exists()
        assert erasing.erase_due() == 1
        assert erasing.erase_due() == 0
    assert Tombstone.objects.get().count == 1


def _killed(*_args: Any, **_facts: Any) -> None:
    raise KeyboardInterrupt


@pytest.mark.django_db(transaction=True)
def test_two_workers_erase_a_case_once(told: Told, rules: None, shared_by_threads: None) -> None:
    from tests.databases import in_threads

    later = clock.now() + timedelta(days=731)
    with clock.frozen(later):
        planning.announce_due()
    planned = PlannedErasure.objects.get().pk

    def work(_number: int) -> bool:
        with clock.frozen(later + timedelta(days=31)):
            return erasing.erase_planned(planned)

    assert sorted(in_threads(2, work)) == [False, True]
    assert Tombstone.objects.get().count == 1
    assert AuditEvent.objects.filter(action="case.erased").count() == 1


@pytest.mark.django_db(transaction=True)
def test_another_partners_case_of_the_same_sort_is_untouched(
    told: Told, rules: None, new_case: Any, partner_b: Partner
) -> None:
    other = new_case(partner=partner_b, narrative="tjetër")
    erase(told)
    assert str(Complaint.objects.get(pk=other.complaint_id).narrative) == "tjetër"
