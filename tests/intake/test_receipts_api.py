"""`POST /receipts/`: the complainant comes back, reads how it stands, and writes to the partner."""

import json
from datetime import timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, Outcome
from backend.cases.services import steps
from backend.cases.stages import State
from backend.common import clock
from backend.complaints.models import Message, ReceiptThrottle
from backend.complaints.receipt_codes import in_groups, new_receipt
from backend.complaints.services import end
from backend.partners.actors import actor_of
from tests.factories.complaints import category, complaint_of, file, institution, wrong_secret

pytestmark = pytest.mark.django_db
OPEN, WRITE = "/receipts/", "/receipts/messages/"
RATE, CONFIRM, WITHDRAW = "/receipts/rating/", "/receipts/confirmation/", "/receipts/withdrawal/"
TOLD = {
    "reference",
    "partner",
    "received_at",
    "stage",
    "stage_label",
    "state",
    "state_label",
    "what_happens_next",
    "answer_awaited",
    "referrals",
    "outcome",
    "outcome_label",
    "outcome_text",
    "advice",
    "since",
    "reached",
    "handed_over_on",
    "object_until",
    "satisfaction",
    "identity_looks",
    "new_receipt",
    "erasure",
    "allowed_actions",
    "messages",
    "notices",
}


@pytest.fixture
def filed(partner_a):
    category("delay"), institution("al-cadastre")
    return file(partner_a, category="delay", institution="al-cadastre")


@pytest.fixture
def receipt(filed):
    return {"number": filed.receipt.number, "secret": filed.receipt.secret}


def assert_refused(answer, status, code, errors=None):
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code
    if errors is not None:
        assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == errors


def asked(case, person, question="Kur e dorëzuat kërkesën?"):
    """The case, waiting for an answer to a question."""
    actor = actor_of(person)
    steps.start_triage(case.pk, expected=None, actor=actor)
    return steps.ask_complainant(case.pk, question=question, expected=None, actor=actor)


# Reading


def test_the_complainant_sees_where_it_stands(anonymous, filed, receipt):
    answer = anonymous.post(OPEN, receipt)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert set(told) == TOLD
    assert told["reference"] == filed.case.reference
    assert (told["partner"], told["stage"], told["state"]) == ("People in Focus", "intake", "received")
    assert told["what_happens_next"]
    assert (told["referrals"], told["messages"], told["outcome"]) == ([], [], "")
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_receipt_is_read_however_it_was_typed(anonymous, filed):
    sent = {
        "number": in_groups(filed.receipt.number).replace(" ", "-"),
        "secret": in_groups(filed.receipt.secret).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    }
    assert anonymous.post(OPEN, sent).status_code == 200


def test_the_answer_is_in_the_language_asked_for(anonymous, receipt):
    for language in ("sq", "sr-Latn", "sr-Cyrl", "ka", "en"):
        answer = anonymous.post(OPEN, receipt, language=language)
        assert answer.headers["Content-Language"].lower() == language.lower()


def test_a_session_changes_nothing_at_the_complainant_s_door(api, arta, receipt):
    caller = api(arta)
    caller.handler.enforce_csrf_checks = True
    assert set(caller.post(OPEN, receipt).json()) == TOLD


def test_no_colleague_no_note_and_no_id_is_told(anonymous, filed, receipt, arta):
    asked(filed.case, arta)
    filed.case.notes.create(data_key=filed.case.data_key, author=arta, text="shenim i brendshëm")
    told = anonymous.post(OPEN, receipt).content.decode()
    for hidden in (
        "Arta",
        arta.email,
        "shenim",
        str(arta.pk),
        str(filed.case.pk),
        str(filed.case.complaint_id),
    ):
        assert hidden not in told


def test_the_complainant_reads_the_question_and_the_outcome(anonymous, filed, receipt, arta):
    asked(filed.case, arta)
    told = anonymous.post(OPEN, receipt).json()
    assert told["state"] == "awaiting_complainant"
    assert [(one["sender"], one["text"]) for one in told["messages"]] == [
        ("partner", "Kur e dorëzuat kërkesën?")
    ]
    Case.objects.filter(pk=filed.case.pk).update(state=State.OPEN)
    words = "Zyra e lëshoi certifikatën më 3 maj."
    result = steps.Result(outcome=Outcome.REMEDIED, words=words)
    steps.resolve(filed.case.pk, result=result, expected=None, actor=actor_of(arta))
    told = anonymous.post(OPEN, receipt).json()
    assert (told["stage"], told["outcome"], told["outcome_text"]) == ("resolution", "remedied", words)


def test_reading_costs_the_same_for_one_message_and_for_thirty(
    anonymous, filed, receipt, django_assert_max_num_queries
):
    for _ in range(30):
        anonymous.post(WRITE, receipt | {"text": "Po."})
    with django_assert_max_num_queries(20):
        assert len(anonymous.post(OPEN, receipt).json()["messages"]) == 30


# Wrong tries


def _told(answer):
    """All headers but the id that every answer has of its own."""
    return {name: value for name, value in answer.headers.items() if name != "X-Request-Id"}


def test_a_wrong_number_and_a_wrong_secret_get_the_same_answer(anonymous, filed, receipt):
    absent = new_receipt("99999999", filed.receipt.secret[:20])
    wrong = [
        anonymous.post(OPEN, receipt | {"secret": wrong_secret(filed.receipt)}),
        anonymous.post(OPEN, {"number": absent.number, "secret": absent.secret}),
    ]
    for answer in wrong:
        assert_refused(answer, 404, "receipt.unknown")
    assert wrong[0].content == wrong[1].content
    assert _told(wrong[0]) == _told(wrong[1])


def test_an_old_receipt_is_told_like_an_unknown_one(anonymous, filed, receipt):
    unknown = anonymous.post(OPEN, receipt | {"secret": wrong_secret(filed.receipt)})
    end(complaint=complaint_of(filed))
    old = anonymous.post(OPEN, receipt)
    assert_refused(old, 404, "receipt.unknown")
    assert old.content == unknown.content
    assert_refused(anonymous.post(WRITE, receipt | {"text": "Po."}), 404, "receipt.unknown")


def test_a_mistyped_digit_is_told_as_such(anonymous, receipt):
    secret = receipt["secret"]
    for sent, field in (
        ({"secret": secret[:-1] + str((int(secret[-1]) + 1) % 10)}, "secret"),
        ({"secret": secret[:-1]}, "secret"),
        ({"secret": "my secret"}, "secret"),
        ({"number": "1234"}, "number"),
    ):
        answer = anonymous.post(OPEN, receipt | sent)
        assert_refused(answer, 400, "receipt.mistyped", [(field, "receipt.mistyped")])
    assert not ReceiptThrottle.objects.exists()


def test_after_five_wrong_tries_everybody_waits(anonymous, filed, receipt):
    for _ in range(5):
        anonymous.post(OPEN, receipt | {"secret": wrong_secret(filed.receipt)})
    for sent in (receipt, receipt | {"secret": wrong_secret(filed.receipt)}):
        answer = anonymous.post(OPEN, sent)
        assert_refused(answer, 429, "receipt.wait")
        assert 1 <= int(answer.headers["Retry-After"]) <= 2
    assert_refused(anonymous.post(WRITE, receipt | {"text": "Po."}), 429, "receipt.wait")
    with clock.frozen(clock.now() + timedelta(seconds=3)):
        assert anonymous.post(OPEN, receipt).status_code == 200
    assert anonymous.post(OPEN, receipt).status_code == 200


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"number": None}, [("number", "required")]),
        ({"number": ""}, [("number", "blank")]),
        ({"number": "1" * 61}, [("number", "max_length")]),
        ({"secret": "1" * 121}, [("secret", "max_length")]),
        ({"secret": ["1"]}, [("secret", "invalid")]),
        ({"secret": "1\0"}, [("secret", "invalid_characters")]),
        ({"receipt": "1"}, [("receipt", "unknown_field")]),
        ({"complaint": "1"}, [("complaint", "unknown_field")]),
    ],
)
def test_each_mistake_is_told_by_field(anonymous, receipt, changes, errors):
    sent = {name: value for name, value in (receipt | changes).items() if value is not None}
    assert_refused(anonymous.post(OPEN, sent), 400, "invalid", errors)


def test_what_is_no_receipt_at_all_is_refused(anonymous, db):
    for raw in (b"[]", b"null", b"3", b'"x"'):
        assert_refused(anonymous.raw("POST", OPEN, raw), 400, "invalid")
    for raw in (b"{", b"\xff", b'{"number": "\\udfff"}'):
        assert_refused(anonymous.raw("POST", OPEN, raw), 400, "malformed")
    assert_refused(anonymous.raw("POST", OPEN, b"x" * 2_000_000), 413, "too_large")
    for path in (OPEN, WRITE):
        assert_refused(anonymous.get(path), 405, "method_not_allowed")


# Writing


def test_an_answer_takes_the_case_back_to_triage(anonymous, filed, receipt, arta):
    asked(filed.case, arta)
    answer = anonymous.post(WRITE, receipt | {"text": "Më 14 mars. 👩🏽‍🌾\n\u202bשלום\u202c"})
    assert answer.status_code == 201, answer.content
    assert set(answer.json()) == {"sender", "sent_at", "text", "asks", "read_at", "files"}
    assert "no-store" in answer.headers["Cache-Control"]
    filed.case.refresh_from_db()
    assert filed.case.state == State.TRIAGE
    message = Message.objects.get(sender="complainant")
    assert message.text == "Më 14 mars. 👩🏽‍🌾\n\u202bשלום\u202c"
    assert message.author is None
    line = AuditEvent.objects.latest("pk")
    assert (line.actor_kind, line.actor_id) == ("complainant", None)


def test_the_complainant_may_write_without_being_asked(anonymous, filed, receipt):
    assert anonymous.post(WRITE, receipt | {"text": "Ende asgjë."}).status_code == 201
    filed.case.refresh_from_db()
    assert filed.case.state == State.RECEIVED
    assert [one["text"] for one in anonymous.post(OPEN, receipt).json()["messages"]] == ["Ende asgjë."]


def test_a_message_sent_again_is_written_once(anonymous, receipt):
    first, again = (anonymous.post(WRITE, receipt | {"text": "Po."}, key="m-1") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Message.objects.count() == 1
    other = anonymous.post(WRITE, receipt | {"text": "Jo."}, key="m-1")
    assert_refused(other, 422, "idempotency.key_reused")


def test_a_wrong_try_counts_with_an_idempotency_key_too(anonymous, filed, receipt):
    sent = receipt | {"secret": wrong_secret(filed.receipt), "text": "Po."}
    assert_refused(anonymous.post(WRITE, sent, key="m-1"), 404, "receipt.unknown")
    assert ReceiptThrottle.objects.get().failures == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "required"),
        ("", "blank"),
        (" \n", "blank"),
        ("a\0", "invalid_characters"),
        ("x" * 10_001, "max_length"),
    ],
)
def test_a_message_that_cannot_be_kept_is_refused(anonymous, receipt, text, code):
    sent = receipt | ({} if text is None else {"text": text})
    assert_refused(anonymous.post(WRITE, sent), 400, "invalid", [("text", code)])
    assert not Message.objects.exists()


def test_no_message_and_no_receipt_reaches_log_audit_or_story(anonymous, filed, receipt, caplog):
    caplog.set_level("DEBUG")
    anonymous.post(WRITE, receipt | {"text": "fjalë-Zx7"})
    anonymous.post(OPEN, receipt)
    anonymous.post(OPEN, receipt | {"secret": wrong_secret(filed.receipt)})
    lines = AuditEvent.objects.values_list("facts", flat=True)
    events = CaseEvent.objects.values_list("facts", flat=True)
    written = json.dumps([*lines, *events]) + caplog.text
    for hidden in ("fjalë-Zx7", receipt["number"], receipt["secret"], receipt["secret"][:20]):
        assert hidden not in written


# Saying what one thinks, and taking it back


def ended(case):
    Case.objects.filter(pk=case.pk).update(
        state=State.RESOLVED, outcome=Outcome.REMEDIED, resolved_at=clock.now()
    )


def test_the_status_says_what_may_be_done(anonymous, filed, receipt):
    assert anonymous.post(OPEN, receipt).json()["allowed_actions"] == ["write", "withdraw"]
    ended(filed.case)
    told = anonymous.post(OPEN, receipt).json()
    assert told["allowed_actions"] == ["write", "confirm", "rate"]
    assert told["object_until"]


def test_an_opinion_is_given_once_however_often_it_is_sent(anonymous, filed, receipt):
    ended(filed.case)
    opinion = receipt | {"outcome": 5, "process": 4, "felt_safe": False, "comment": "Mirë."}
    first, again = anonymous.post(RATE, opinion, key="r-1"), anonymous.post(RATE, opinion, key="r-1")
    third = anonymous.post(RATE, opinion)
    assert [answer.status_code for answer in (first, again, third)] == [201, 201, 201]
    assert first.json() == again.json() == third.json()
    assert (first.json()["is_low"], first.json()["asks_reopening"]) == (False, None)
    assert CaseEvent.objects.filter(action="case.complainant_rated").count() == 1
    told = anonymous.post(OPEN, receipt).json()
    assert (told["state"], told["satisfaction"]["comment"]) == ("closed", "Mirë.")


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"outcome": None}, [("outcome", "required")]),
        ({"outcome": 0}, [("outcome", "min_value")]),
        ({"process": 6}, [("process", "max_value")]),
        ({"outcome": "5"}, [("outcome", "invalid")]),
        ({"felt_safe": "yes"}, [("felt_safe", "invalid")]),
        ({"comment": "x" * 4_001}, [("comment", "max_length")]),
        ({"comment": "a\0"}, [("comment", "invalid_characters")]),
    ],
)
def test_an_opinion_that_cannot_be_kept_is_refused_by_field(anonymous, filed, receipt, changes, errors):
    ended(filed.case)
    sent = receipt | {"outcome": 5, "process": 5} | changes
    sent = {name: value for name, value in sent.items() if value is not None}
    assert_refused(anonymous.post(RATE, sent), 400, "invalid", errors)


def test_what_does_not_fit_the_state_is_refused(anonymous, filed, receipt):
    assert_refused(
        anonymous.post(RATE, receipt | {"outcome": 5, "process": 5}), 409, "receipt.nothing_to_rate"
    )
    assert_refused(anonymous.post(CONFIRM, receipt), 409, "receipt.nothing_to_confirm")
    ended(filed.case)
    assert_refused(anonymous.post(WITHDRAW, receipt), 409, "receipt.nothing_to_withdraw")
    for _ in range(2):
        assert anonymous.post(CONFIRM, receipt).json()["state"] == "closed"


def test_a_complaint_is_withdrawn_once_however_often_it_is_sent(anonymous, filed, receipt):
    first, again = anonymous.post(WITHDRAW, receipt), anonymous.post(WITHDRAW, receipt)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert (first.json()["state"], first.json()["outcome"]) == ("withdrawn", "withdrawn")
    assert CaseEvent.objects.filter(action="case.take_back").count() == 1


@pytest.mark.parametrize("path", [RATE, CONFIRM, WITHDRAW])
def test_with_a_wrong_secret_nothing_is_said_and_the_try_counts(anonymous, filed, receipt, path):
    ended(filed.case)
    sent = receipt | {"secret": wrong_secret(filed.receipt)}
    sent |= {"outcome": 5, "process": 5} if path == RATE else {}
    assert_refused(anonymous.post(path, sent), 404, "receipt.unknown")
    assert ReceiptThrottle.objects.get().failures == 1
    assert Case.objects.get().state == State.RESOLVED
