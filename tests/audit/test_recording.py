"""Recording: one line in the transaction that it tells of, codes only, one unbroken chain whoever writes."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError

from backend.audit.hashing import hash_of
from backend.audit.models import FIRST_LINK, PLATFORM_CHAIN, AuditChain, AuditEvent
from backend.audit.services import lock_chains, record
from backend.audit.verification import verify
from backend.common import clock
from backend.partners.actors import Actor, actor_of
from tests.application_role import as_owner
from tests.databases import in_threads

CASE = ("cases.case", uuid.UUID(int=7))
SYSTEM = Actor.system()
A, B = uuid.UUID(int=10), uuid.UUID(int=11)


@pytest.mark.django_db
def test_a_line_says_who_did_what_to_what_and_when(arta):
    at = datetime(2026, 3, 13, 9, 30, tzinfo=UTC)
    with clock.frozen(at):
        event = record(actor_of(arta), "case.resolved", CASE, chain=A, outcome="remedied", days=3)
    event.refresh_from_db()
    assert (event.actor_kind, event.actor_id, event.at) == ("staff", arta.pk, at)
    assert (event.target_label, event.target_id) == CASE
    assert event.facts == {"outcome": "remedied", "days": 3}
    assert (event.chain_id, event.number, event.previous_hash) == (A, 1, FIRST_LINK)
    assert event.hash == hash_of(event)


@pytest.mark.django_db
def test_a_target_may_be_a_row(partner_a):
    event = record(SYSTEM, "partner.changed", partner_a, chain=None)
    assert (event.target_label, event.target_id) == ("partners.partner", partner_a.pk)


@pytest.mark.django_db
def test_every_partner_has_a_chain_of_its_own_and_so_has_the_platform():
    for chain in (A, B, None, A):
        record(SYSTEM, "case.opened", CASE, chain=chain)
    lengths = dict(AuditChain.objects.values_list("pk", "length"))
    assert lengths == {A: 2, B: 1, PLATFORM_CHAIN: 1}
    assert AuditChain.objects.get(pk=PLATFORM_CHAIN).partner_id is None


@pytest.mark.django_db
def test_each_line_carries_the_hash_of_the_one_before():
    first, second = (record(SYSTEM, "case.opened", CASE, chain=None) for _ in range(2))
    assert second.previous_hash == first.hash
    assert AuditChain.objects.get().hash == second.hash


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused():
    with pytest.raises(TransactionManagementError):
        record(SYSTEM, "case.opened", CASE, chain=None)
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db
def test_what_was_rolled_back_leaves_no_line():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(SYSTEM, "case.opened", CASE, chain=None)
        raise ZeroDivisionError
    assert record(SYSTEM, "case.opened", CASE, chain=None).number == 1


@pytest.mark.django_db
def test_dates_ids_codes_and_lists_of_them_are_facts():
    facts = {
        "due": date(2026, 4, 1),
        "at": datetime(2026, 4, 1, 12, tzinfo=UTC),
        "institution": uuid.UUID(int=1),
        "reference": "PIF-2026-000123",
        "fields": ("name", "phone"),
        "numbers": {"open": 2, "late": None, "restricted": True},
        "script": "sr-Cyrl",
        "place": "Пећ",
    }
    event = AuditEvent.objects.get(pk=record(SYSTEM, "case.opened", CASE, chain=None, **facts).pk)
    assert event.facts == {
        "due": "2026-04-01",
        "at": "2026-04-01T12:00:00.000000+00:00",
        "institution": str(uuid.UUID(int=1)),
        "reference": "PIF-2026-000123",
        "fields": ["name", "phone"],
        "numbers": {"open": 2, "late": None, "restricted": True},
        "script": "sr-Cyrl",
        "place": "Пећ",
    }
    assert verify(AuditChain.objects.get()).broken is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    ["Mjeku kërkoi 200 euro", "agim@example.org", "x" * 121, "line\nline", "nul\x00", "\ud800", "tab\there"],
)
def test_words_names_and_addresses_do_not_fit_into_a_fact(words):
    for facts in ({"note": words}, {"notes": [words]}, {"notes": {words: 1}}):
        with pytest.raises(ValueError) as refused:
            record(SYSTEM, "case.opened", CASE, chain=None, **facts)
        assert "200" not in str(refused.value)
        assert "agim" not in str(refused.value)
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("value", [1.5, Decimal(1), b"bytes", {1}, object(), {1: "a"}])
def test_only_listed_kinds_of_value_are_facts(value):
    with pytest.raises(TypeError):
        record(SYSTEM, "case.opened", CASE, chain=None, fact=value)


@pytest.mark.django_db
def test_a_novel_in_small_pieces_is_no_fact():
    with pytest.raises(ValueError, match="too long"):
        record(SYSTEM, "case.opened", CASE, chain=None, words=["x" * 100] * 50)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("action", "target"),
    [
        ("resolved", CASE),
        ("Case resolved", CASE),
        ("case.resolved", ("case", CASE[1])),
        ("case.a", ("a.b", "1")),
    ],
)
def test_a_mistaken_action_or_target_is_noticed_at_once(action, target):
    with pytest.raises((TypeError, ValueError)):
        record(SYSTEM, action, target, chain=None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE audit_auditevent SET action = 'case.closed'",
        "UPDATE audit_auditevent SET number = number",
        "DELETE FROM audit_auditevent",
        "DELETE FROM audit_auditchain",
    ],
)
def test_the_database_refuses_to_edit_or_delete_a_line_even_to_its_owner(attempt):
    record(SYSTEM, "case.opened", CASE, chain=None)
    with as_owner(connection), pytest.raises(IntegrityError, match="refused"), transaction.atomic():
        connection.cursor().execute(attempt)
    assert verify(AuditChain.objects.get()).broken is None


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_the_database_refuses_to_truncate_the_log():
    record(SYSTEM, "case.opened", CASE, chain=None)
    with as_owner(connection), pytest.raises(IntegrityError, match="refused"), transaction.atomic():
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # else it is refused for checks to come
        connection.cursor().execute("TRUNCATE audit_auditevent")


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite replaces")
def test_a_line_cannot_be_replaced_by_inserting_over_it():
    record(SYSTEM, "case.opened", CASE, chain=None)
    columns = [field.column for field in AuditEvent._meta.concrete_fields]
    with pytest.raises(IntegrityError, match="refused"), transaction.atomic(), connection.cursor() as cursor:
        chosen = ", ".join("'case.closed'" if column == "action" else column for column in columns)
        into = f"audit_auditevent ({', '.join(columns)})"
        cursor.execute(f"INSERT OR REPLACE INTO {into} SELECT {chosen} FROM audit_auditevent")


def test_many_writers_at_once_never_fork_a_chain(shared_by_threads):
    def write(writer: int) -> None:
        for line in range(10):
            with transaction.atomic():
                record(SYSTEM, "case.opened", CASE, chain=A, writer=writer, line=line)

    in_threads(8, write)
    chain = AuditChain.objects.get()
    assert chain.length == AuditEvent.objects.count() == 80
    assert verify(chain).broken is None


def test_hand_overs_in_opposite_directions_do_not_wait_for_each_other(shared_by_threads):
    def hand_over(writer: int) -> None:
        chains = [A, B] if writer % 2 else [B, A]
        for _ in range(5):
            with transaction.atomic():
                lock_chains(*chains)
                for chain in chains:
                    record(SYSTEM, "case.transferred", CASE, chain=chain)

    in_threads(4, hand_over)
    assert [verify(chain).broken for chain in AuditChain.objects.all()] == [None, None]
    assert AuditEvent.objects.count() == 40


@pytest.mark.django_db
def test_a_line_costs_three_queries(django_assert_num_queries):
    record(SYSTEM, "case.opened", CASE, chain=None)
    with django_assert_num_queries(3):
        record(SYSTEM, "case.opened", CASE, chain=None)
