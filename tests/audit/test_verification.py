"""verify_audit: whatever was done to the log past Dosja, the first broken number is named."""

import uuid
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from backend.audit import verification
from backend.audit.hashing import hash_of, seal_of
from backend.audit.models import AuditChain, AuditEvent
from backend.audit.services import record
from backend.audit.verification import Broken, Damage, verify
from backend.common.append_only import PREFIX
from backend.partners.actors import Actor

CHAIN = uuid.UUID(int=10)
EVENT, HEAD = "audit_auditevent", "audit_auditchain"


@pytest.fixture
def chain(db: None) -> AuditChain:
    """Eight events, and an intruder who has the database and took the triggers down."""
    for number in range(8):
        case = ("cases.case", uuid.UUID(int=number))
        with transaction.atomic():
            record(Actor.system(), "case.opened", case, chain=CHAIN, severity="high", days=number)
    chain = AuditChain.objects.get(pk=CHAIN)
    assert verify(chain).broken is None
    take_triggers_down()
    return chain


def take_triggers_down() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            # Who can do that is the owner; the end of the test's transaction takes the role back.
            cursor.execute("RESET ROLE")
            cursor.execute(f"ALTER TABLE {EVENT} DISABLE TRIGGER USER")
            return
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [PREFIX + "%"]
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def _events(chain: AuditChain):
    return AuditEvent.objects.filter(chain=chain)


def _broken(chain: AuditChain) -> Broken | None:
    return verify(chain).broken


@pytest.mark.parametrize("number", [1, 4, 8])
@pytest.mark.parametrize(
    "edit",
    [
        {"action": "case.closed"},
        {"actor_kind": "staff"},
        {"actor_id": uuid.UUID(int=99)},
        {"target_id": uuid.UUID(int=99)},
        {"target_label": "cases.note"},
        {"facts": {"severity": "low"}},
        {"facts": {}},
        {"at": "2020-01-01T00:00:00Z"},
        {"hash": "f" * 64},
        {"previous_hash": "f" * 64},
    ],
)
def test_an_edited_line_is_named(chain, number, edit):
    _events(chain).filter(number=number).update(**edit)
    assert _broken(chain) == Broken(number, Damage.EDITED)


@pytest.mark.parametrize("number", [1, 4, 8])
def test_an_edited_line_with_a_recomputed_hash_is_named(chain, number):
    event = _events(chain).get(number=number)
    event.action = "case.closed"
    _events(chain).filter(number=number).update(action=event.action, hash=hash_of(event))
    assert _broken(chain) == Broken(number, Damage.EDITED)


@pytest.mark.parametrize("number", [1, 4, 7])
def test_a_deleted_line_is_named(chain, number):
    _events(chain).filter(number=number).delete()
    assert _broken(chain) == Broken(number, Damage.DELETED)


def test_a_deleted_line_is_named_even_when_the_rest_was_renumbered(chain):
    _events(chain).filter(number=4).delete()
    _renumber(chain, range(5, 9), -1)
    AuditChain.objects.update(length=7)
    assert _broken(chain) == Broken(4, Damage.DELETED)


def test_an_inserted_line_is_named(chain):
    _renumber(chain, range(8, 4, -1), +1)
    forged = _events(chain).get(number=4)
    forged.pk, forged.number, forged.previous_hash = None, 5, forged.hash
    forged.hash = hash_of(forged)
    forged.save()
    assert _broken(chain) == Broken(5, Damage.INSERTED)


def test_a_line_appended_behind_the_head_is_named(chain):
    _append(chain)
    assert _broken(chain) == Broken(9, Damage.INSERTED)


def test_a_line_below_number_one_is_named(chain):
    first = _events(chain).get(number=1)
    first.pk, first.number = None, 0
    first.save()
    assert _broken(chain) == Broken(0, Damage.INSERTED)


@pytest.mark.parametrize("left", [0, 1, 5, 7])
def test_a_chain_that_was_cut_at_the_end_is_named(chain, left):
    _events(chain).filter(number__gt=left).delete()
    assert _broken(chain) == Broken(left + 1, Damage.CUT)


@pytest.mark.parametrize("left", [0, 5])
def test_cutting_the_head_too_does_not_help_without_the_root_key(chain, left):
    _events(chain).filter(number__gt=left).delete()
    last = _events(chain).filter(number=left).first()
    AuditChain.objects.update(length=left, hash=last.hash if last else "0" * 64)
    assert _broken(chain) == Broken(max(left, 1), Damage.HEAD)


def test_a_whole_new_history_does_not_help_without_the_root_key(chain):
    forged = _append(chain)
    AuditChain.objects.update(length=9, hash=forged.hash)
    assert _broken(chain) == Broken(9, Damage.HEAD)


def test_a_line_that_cannot_even_be_read_is_named(chain):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's types do not take it")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {EVENT} SET actor_id = 'nobody', at = 'yesterday' WHERE number = 3")
    assert _broken(chain) == Broken(3, Damage.EDITED)


def test_a_chain_longer_than_a_batch_is_read_in_batches(chain):
    with patch.object(verification, "_BATCH", 3):
        assert _broken(chain) is None
        _events(chain).filter(number=7).update(action="case.closed")
        assert _broken(chain) == Broken(7, Damage.EDITED)


def test_a_head_sealed_under_the_root_key_before_still_counts_while_that_is_known(chain, settings):
    settings.DOSJA_ROOT_KEYS_OLD = [settings.DOSJA_ROOT_KEY]
    settings.DOSJA_ROOT_KEY = b"a new root key of at least thirty-two bytes"
    assert _broken(chain) is None
    settings.DOSJA_ROOT_KEYS_OLD = []
    assert _broken(chain) == Broken(8, Damage.HEAD)


def test_the_command_names_partner_and_number_and_fails(chain, partner_a):
    with transaction.atomic():
        record(Actor.system(), "case.opened", partner_a, chain=partner_a.pk)
    assert "all intact" in _verify()
    _events(chain).filter(number=3).delete()
    assert "intact" in _verify("--partner", partner_a.slug)
    assert "intact" in _verify("--partner", str(partner_a.pk))
    told = StringIO()
    with pytest.raises(CommandError, match="1 of") as failed:
        call_command("verify_audit", stdout=told)
    assert failed.value.returncode == 1
    assert f"{CHAIN}: BROKEN at number 3 of 8: deleted" in told.getvalue()
    assert f"{partner_a.slug}: " in told.getvalue()


@pytest.mark.django_db
def test_the_command_does_not_pass_over_a_partner_that_is_not_there():
    with pytest.raises(CommandError, match="no such chain"):
        _verify("--partner", "nowhere")


def test_the_seal_of_the_head_depends_on_the_root_key(chain, settings):
    before = seal_of(chain)
    settings.DOSJA_ROOT_KEY = b"a new root key of at least thirty-two bytes"
    assert seal_of(chain) != before


def _verify(*arguments: str) -> str:
    told = StringIO()
    call_command("verify_audit", *arguments, stdout=told)
    return told.getvalue()


def _renumber(chain: AuditChain, numbers: range, shift: int) -> None:
    for number in numbers:
        _events(chain).filter(number=number).update(number=number + shift)


def _append(chain: AuditChain) -> AuditEvent:
    forged = _events(chain).get(number=8)
    forged.pk, forged.number, forged.previous_hash = None, 9, forged.hash
    forged.hash = hash_of(forged)
    forged.save()
    return forged
