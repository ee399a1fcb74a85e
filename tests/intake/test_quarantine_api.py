"""The queue over the API: what waits, one or many at once; and the public door that fills it."""

from uuid import uuid4

import pytest

from backend.cases.models import Case
from backend.complaints.models import Complaint
from backend.intake.models import Quarantined
from backend.partners.roles import Role
from tests.doorkeeping.solving import solve
from tests.factories.complaints import NARRATIVE, body, file, quarantined

pytestmark = pytest.mark.django_db


@pytest.fixture
def flooded(settings):
    """So that the second complaint without a proof waits."""
    settings.DOSJA_SENDER_LIMIT, settings.DOSJA_PROOF_COST = 1, 2


@pytest.fixture
def form(anonymous, partner_a):
    def send(sent=None, **extra):
        headers = {"X-Form-Key": partner_a.form_key, **extra.pop("headers", {})}
        return anonymous.post("/complaints/", sent or body(), headers=headers, **extra)

    return send


# The public door


def test_beyond_the_limit_a_complaint_is_taken_and_its_reference_is_null(form, flooded):
    first, second = form(), form()
    assert (first.status_code, second.status_code) == (201, 201)
    usual, told = first.json(), second.json()
    assert usual["reference"] and told["reference"] is None
    assert set(told) == set(usual)
    assert told["what_happens_next"] == usual["what_happens_next"]
    assert Quarantined.objects.get().complaint_id in Complaint.objects.values_list("pk", flat=True)


def test_its_receipt_works_at_once_and_tells_nothing_of_the_queue(form, flooded, anonymous):
    usual, told = form().json()["receipt"], form().json()["receipt"]
    pages = []
    for receipt in (usual, told):
        key = {name: receipt[name] for name in ("number", "secret")}
        assert anonymous.post("/receipts/messages/", {**key, "text": "Edhe kjo."}).status_code == 201
        pages.append(anonymous.post("/receipts/", key).json())
    assert pages[1]["reference"] is None
    assert [message["text"] for message in pages[1]["messages"]] == ["Edhe kjo."]
    changing = {"reference", "received_at", "messages", "allowed_actions", "reached"}
    for name in set(pages[0]) - changing:
        assert pages[0][name] == pages[1][name], name
    assert "quarantine" not in str(pages[1])


def test_a_proof_of_work_opens_the_door_in_a_flood(form, flooded, anonymous):
    form(), form()
    proof = solve(anonymous.get("/complaints/challenge/").json())
    assert form(headers={"X-Proof-Of-Work": proof}).json()["reference"]
    again = form(headers={"X-Proof-Of-Work": proof}).json()
    assert again["reference"] is None


@pytest.mark.parametrize("junk", ["x", "e30=", "x" * 5_000, "\u00e9"])
def test_a_bad_proof_refuses_nobody(form, junk):
    assert form(headers={"X-Proof-Of-Work": junk}).json()["reference"]


def test_a_repeated_request_is_not_counted_and_spends_nothing(form, settings):
    settings.DOSJA_SENDER_LIMIT = 1
    first = form(key="k-1").json()
    assert form(key="k-1").json() == first
    assert first["reference"]


def test_the_puzzle_is_kept_by_no_cache_and_differs(anonymous):
    one, other = anonymous.get("/complaints/challenge/"), anonymous.get("/complaints/challenge/")
    assert "no-store" in one.headers["Cache-Control"]
    assert one.json() != other.json()


def test_staff_and_programs_are_never_put_aside(api, ilir, client_of, partner_a, settings):
    settings.DOSJA_SENDER_LIMIT = settings.DOSJA_UNPROVEN_LIMIT = 0
    told = {**body(), "partner": "pif"}
    assert api(ilir).post("/complaints/", {**told, "channel": "phone"}).json()["reference"]
    program = client_of(partner_a, Role.CASEWORKER, ["intake"])
    assert program.post("/complaints/", told).json()["reference"]


# The queue


def test_the_queue_is_read_oldest_first_with_its_first_words(api, ilir, partner_a, partner_b):
    rows = [quarantined(partner_a, narrative=f"{number} " + "fjalë " * 100)[0] for number in range(3)]
    quarantined(partner_b)
    listed = api(ilir).get("/quarantine/").json()["results"]
    assert [one["id"] for one in listed] == [str(row.pk) for row in rows]
    assert [one["beginning"][:2] for one in listed] == ["0 ", "1 ", "2 "]
    assert all(len(one["beginning"]) == 200 and one["partner"] == "pif" for one in listed)
    assert listed[0]["reasons"] == ["trap_filled"]
    assert not listed[0]["overdue"]
    assert api(ilir).get("/quarantine/count/").json() == {
        "count": 3,
        "capped": False,
        "overdue": 0,
        "reasons": [{"reason": "trap_filled", "count": 3}],
    }


def test_one_is_read_with_all_words_and_without_a_name(api, ilir, partner_a):
    row, _filed = quarantined(partner_a)
    told = api(ilir).get(f"/quarantine/{row.pk}/").json()
    assert told["complaint"]["narrative"] == NARRATIVE
    assert (told["messages"], told["withdrawn"], told["files"]) == ([], False, 0)
    assert "identity" not in str(told)


def test_a_program_that_may_not_read_words_gets_none(client_of, partner_a):
    quarantined(partner_a)
    blind = client_of(partner_a, Role.CASEWORKER, ["cases:write"])
    assert blind.get("/quarantine/").json()["results"][0]["beginning"] is None


def test_a_program_without_the_scope_sees_and_counts_nothing(client_of, partner_a):
    row, _filed = quarantined(partner_a)
    for scopes in (["cases:read"], ["intake"]):
        program = client_of(partner_a, Role.COORDINATOR, scopes)
        assert program.get("/quarantine/").json()["results"] == []
        assert program.get("/quarantine/count/").json()["count"] == 0
        assert program.post(f"/quarantine/{row.pk}/release/").status_code == 404


def test_nobody_meets_it_among_the_cases(api, ilir, partner_a):
    quarantined(partner_a, narrative="Kadastra")
    assert api(ilir).get("/cases/").json()["results"] == []
    assert api(ilir).get("/cases/count/").json()["count"] == 0


def test_released_it_is_answered_with_its_case(api, ilir, partner_a):
    row, _filed = quarantined(partner_a)
    answer = api(ilir).post(f"/quarantine/{row.pk}/release/")
    case = Case.objects.get()
    assert answer.json() == {"case": str(case.pk), "reference": case.reference}
    assert api(ilir).post(f"/quarantine/{row.pk}/release/").status_code == 404


def test_merged_it_is_answered_with_its_case(api, ilir, partner_a):
    original = file(partner_a).case
    row, _filed = quarantined(partner_a)
    answer = api(ilir).post(f"/quarantine/{row.pk}/merge/", {"case": str(original.pk)})
    assert Case.objects.get(pk=answer.json()["case"]).duplicate_of == original


def test_deleted_its_receipt_opens_nothing(api, ilir, partner_a, anonymous):
    row, filed = quarantined(partner_a)
    key = {"number": filed.receipt.number, "secret": filed.receipt.secret}
    assert anonymous.post("/receipts/", key).status_code == 200
    assert api(ilir).post(f"/quarantine/{row.pk}/delete/", {"reason": "spam"}).status_code == 204
    answer = anonymous.post("/receipts/", key)
    assert (answer.status_code, answer.json()["code"]) == (404, "receipt.unknown")


@pytest.mark.parametrize("sent", [None, {}, {"reason": "boring"}, {"reason": "spam", "more": 1}])
def test_nothing_is_deleted_without_the_reason(api, ilir, partner_a, sent):
    row, _filed = quarantined(partner_a)
    assert api(ilir).post(f"/quarantine/{row.pk}/delete/", sent).status_code == 400
    assert Quarantined.objects.exists()


def test_the_method_delete_deletes_nothing(api, ilir, partner_a):
    row, _filed = quarantined(partner_a)
    for path in (f"/quarantine/{row.pk}/", f"/quarantine/{row.pk}/release/", f"/quarantine/{row.pk}/delete/"):
        assert api(ilir).delete(path).status_code == 405
    assert Quarantined.objects.exists()


def test_many_are_released_and_deleted_and_each_failure_is_told(api, ilir, partner_a, partner_b):
    ours = [str(quarantined(partner_a)[0].pk) for _ in range(4)]
    foreign, absent = str(quarantined(partner_b)[0].pk), str(uuid4())
    asked = {"ids": [ours[0], foreign, absent, ours[1]]}
    told = api(ilir).post("/quarantine/release/", asked).json()["results"]
    assert [(one["id"], one["done"]) for one in told] == list(
        zip(asked["ids"], [True, False, False, True], strict=True)
    )
    # What is foreign looks like what does not exist.
    assert {**told[1], "id": ""} == {**told[2], "id": ""}
    assert told[0]["reference"].endswith("-000001")
    spam = {"ids": [*ours[2:], foreign], "reason": "spam"}
    told = api(ilir).post("/quarantine/delete/", spam).json()["results"]
    assert [one["done"] for one in told] == [True, True, False]
    assert Quarantined.objects.get().partner == partner_b
    assert Case.objects.count() == 2


@pytest.mark.parametrize("ids", [[], [str(uuid4())] * 201, ["x"], None])
def test_none_and_more_than_two_hundred_are_refused(api, ilir, partner_a, ids):
    answer = api(ilir).post("/quarantine/release/", {"ids": ids})
    assert (answer.status_code, answer.json()["errors"][0]["field"].split(".")[0]) == (400, "ids")
