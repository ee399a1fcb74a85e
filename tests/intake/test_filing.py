"""A complaint is filed whole or not at all, and what it says stays between its author and the partner."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from backend.audit.models import AuditChain, AuditEvent
from backend.cases.models import Case, CaseEvent, ReferenceCounter
from backend.complaints.models import Complaint, Consent, IntakeChannel, Receipt
from backend.complaints.services import open_receipt
from backend.identity.models import ComplainantIdentity
from backend.intake.services import file_prepared, filing, prepare
from backend.keyring.models import DataKey
from backend.partners.actors import Actor, actor_of
from tests.factories.complaints import (
    category,
    complaint_of,
    file,
    institution,
    place,
    statement,
    statement_with_name,
)

pytestmark = pytest.mark.django_db
WRITTEN = (
    Complaint,
    Consent,
    ComplainantIdentity,
    Receipt,
    Case,
    CaseEvent,
    DataKey,
    ReferenceCounter,
    AuditEvent,
)


def with_name(partner, actor=None):
    prepared = prepare(partner=partner, statement=statement_with_name(), actor=actor or Actor.nobody())
    return file_prepared(prepared=prepared, actor=actor or Actor.nobody())


def test_a_complaint_becomes_a_case_of_the_partner(partner_a):
    filed = file(partner_a)
    complaint = complaint_of(filed)
    assert filed.case.owner == partner_a
    assert filed.case.data_key_id == complaint.data_key_id
    assert filed.case.reference.startswith("PIF-")
    assert filed.case.reference.endswith("-000001")
    assert (filed.case.state, filed.case.kind) == ("received", "public_service")


def test_the_key_of_the_words_is_the_case_s(partner_a):
    filed = file(partner_a)
    key = complaint_of(filed).data_key
    assert (key.subject_id, key.purpose) == (filed.case.pk, DataKey.Purpose.CASE)


def test_an_intake_leaves_one_line_in_the_audit_and_one_in_the_story(partner_a, ilir):
    known = list(AuditEvent.objects.values_list("pk", flat=True))
    filed = file(partner_a, actor_of(ilir), channel=IntakeChannel.PHONE)
    line = AuditEvent.objects.exclude(pk__in=known).get()
    event = CaseEvent.objects.get()
    assert line.action == event.action == "case.received"
    assert (line.target_id, line.actor_id) == (filed.case.pk, ilir.pk)
    assert line.chain_id == partner_a.pk


def test_an_anonymous_complaint_leaves_nothing_in_the_vault(partner_a):
    file(partner_a)
    assert not ComplainantIdentity.objects.exists()
    assert not DataKey.objects.filter(purpose="identity").exists()


@pytest.mark.parametrize(
    "words",
    [
        "👩🏽‍🌾 më thanë: “kthehu nesër” 🙃",
        "\u202bשלום\u202c \u200fمرحبا\u200e, e\u0301 = é",
        "ა" * 20_000,
        "Један\r\n\tдва\n\n   три   ",
        "𝕏" * 20_000,
        "\ufeffzero\u200bwidth\u200d",
    ],
)
def test_every_word_survives_byte_for_byte(partner_a, words):
    complaint = complaint_of(file(partner_a, narrative=words, wish=words[:4_000]))
    assert complaint.narrative.encode() == words.encode()
    assert complaint.wish.encode() == words[:4_000].encode()


def test_the_receipt_opens_the_complaint(partner_a):
    filed = file(partner_a)
    assert open_receipt(number=filed.receipt.number, secret=filed.receipt.secret) == complaint_of(filed)


STEPS = ("new_data_keys", "record_complaint", "store_identity", "issue", "open_case_of")


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_half_written_whichever_step_fails(partner_a, monkeypatch, step, before):
    with_name(partner_a)  # a partner key, a counter and a chain are there already
    counts = {model: model.objects.count() for model in WRITTEN}
    counter = ReferenceCounter.objects.get().last
    chain = AuditChain.objects.get(pk=partner_a.pk)
    genuine = getattr(filing, step)

    def failing(**facts):
        if not before:
            genuine(**facts)
        raise IntegrityError("the disk is full")

    monkeypatch.setattr(filing, step, failing)
    with pytest.raises(IntegrityError):
        with_name(partner_a)
    monkeypatch.undo()
    assert {model: model.objects.count() for model in WRITTEN} == counts
    assert ReferenceCounter.objects.get().last == counter
    assert AuditChain.objects.get(pk=partner_a.pk).hash == chain.hash
    assert with_name(partner_a).case.reference.endswith(f"-{counter + 1:06d}")


def test_the_slow_hash_is_not_computed_inside_a_transaction(partner_a, monkeypatch):
    depth = []
    genuine = filing.seal_new_secret
    monkeypatch.setattr(
        filing, "seal_new_secret", lambda: (depth.append(len(connection.savepoint_ids)), genuine())[1]
    )
    outside = len(connection.savepoint_ids)
    file(partner_a)
    assert depth == [outside]


def test_an_intake_costs_a_known_number_of_queries(partner_a):
    """Measured, so that a change is noticed: an intake holds the partner's counter from its middle on."""
    category("delay"), institution("al-cadastre"), place("al-puke")
    named = {"category": "delay", "institution": "al-cadastre", "place": "al-puke"}
    file(partner_a, **named)
    with_name(partner_a)  # the partner's key of marks is made once
    with CaptureQueriesContext(connection) as plain:
        file(partner_a, **named)
    with CaptureQueriesContext(connection) as identified:
        with_name(partner_a)
    savepoints = ("SAVEPOINT", "RELEASE")
    counted = [
        len([query for query in captured if not query["sql"].startswith(savepoints)])
        for captured in (plain, identified)
    ]
    assert counted == [16, 17]


def test_locks_shared_by_all_intakes_are_taken_last(partner_a):
    file(partner_a)
    with CaptureQueriesContext(connection) as captured:
        file(partner_a)
    statements = [query["sql"] for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    counter = next(at for at, sql in enumerate(statements) if "referencecounter" in sql)
    last_write_of_words = max(
        at for at, sql in enumerate(statements) if "INSERT" in sql and "complaints_" in sql
    )
    assert counter > last_write_of_words


MARKERS = {
    "narrative": "tregimi-im-Zx7",
    "wish": "deshira-ime-Zx7",
    "contact_note": "shenim-Zx7",
    "name": "Emri-Zx7",
    "phone": "+355690000777",
    "address": "Rruga-Zx7",
}


def test_no_word_and_no_name_lies_open_in_any_table(partner_a):
    from backend.identity.services import IdentityDetails

    details = IdentityDetails(name=MARKERS["name"], phone=MARKERS["phone"], address=MARKERS["address"])
    words = {name: MARKERS[name] for name in ("narrative", "wish", "contact_note")}
    filed = file(
        partner_a,
        complainant_kind=statement_with_name().complainant_kind,
        identity=details,
        vulnerability=statement().vulnerability,
        **words,
    )
    stored = everything_stored()
    for name, marker in MARKERS.items():
        assert marker.encode() not in stored, name
    for secret in (filed.receipt.secret, filed.receipt.secret[:20]):
        assert secret.encode() not in stored


def everything_stored() -> bytes:
    """The raw columns of every table of ours, as the database holds them."""
    columns = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if not model.__module__.startswith("backend."):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            columns += [value for row in cursor.fetchall() for value in row]
    return b"\n".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in columns
    )


def test_no_word_and_no_name_reaches_the_log(partner_a, caplog):
    caplog.set_level("DEBUG")
    words = {name: MARKERS[name] for name in ("narrative", "wish", "contact_note")}
    receipt = file(partner_a, **words).receipt
    open_receipt(number=receipt.number, secret=receipt.secret)
    # Django's own log of SQL is off outside of DEBUG; what it would say is sealed anyway.
    for marker in (*words.values(), receipt.secret[:20]):
        assert marker not in caplog.text
