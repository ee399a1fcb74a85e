"""What is promised to a client that sends a creating request again."""

import json
import threading
import time
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

from backend.common import clock, crypto
from backend.idempotency import services
from backend.idempotency.models import IdempotencyRecord
from backend.idempotency.stages import RecordState
from backend.idempotency.tasks import purge_expired_records
from backend.jobs import schedule
from backend.jobs.models import Job

pytestmark = [pytest.mark.urls("tests.idempotency.urls"), pytest.mark.django_db]

KEY = "8e03978e-40d5-43e8-bc93-6894a57f9324"
LETTER = {"subject": "Land certificate", "pages": [1, 2]}


def post(body: Any = LETTER, key: str | None = KEY, path: str = "letters/", **headers: str) -> Any:
    client = APIClient(raise_request_exception=False)
    if key is not None:
        headers["HTTP_IDEMPOTENCY_KEY"] = key
    return client.post(f"/api/v1/{path}", body, format="json", **headers)


def test_the_same_key_and_body_give_the_same_answer_and_create_one_thing():
    first, second = post(), post()
    assert (first.status_code, second.status_code) == (201, 201), first.content
    assert first.content == second.content
    assert second["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert (second["ETag"], second["Location"]) == ('"1"', "/letters/1/")
    assert "X-Other" not in second
    assert Job.objects.count() == 1


def test_without_a_key_every_request_creates():
    assert post(key=None).content != post(key=None).content
    assert Job.objects.count() == 2
    assert not IdempotencyRecord.objects.exists()


def test_the_order_of_fields_does_not_matter():
    post()
    assert post(dict(reversed(LETTER.items())))["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    "other",
    [
        LETTER | {"subject": "Another"},
        LETTER | {"pages": [2, 1]},
        LETTER | {"pages": ["1", "2"]},
        {"subject": "Land certificate"},
        [],
    ],
)
def test_the_same_key_with_another_body_is_refused(other):
    post()
    refused = post(other)
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency.key_reused")
    assert refused["Content-Type"] == "application/problem+json"
    assert Job.objects.count() == 1


def test_a_quoted_key_is_the_same_key():
    first = post()
    assert post(key=f'"{KEY}"').content == first.content
    assert post(key=f'  "{KEY}"\t').content == first.content


@pytest.mark.parametrize("key", ["a", "k" * 255, "x,y z", r'"with \"quotes\" and \\"', '"' + "k" * 255 + '"'])
def test_printable_ascii_keys_up_to_255_characters_are_taken(key):
    assert post(key=key).status_code == 201
    assert post(key=key)["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    "key", ["", " ", '""', "k" * 256, "ключ", "çelës", "a\x01b", "a\x7f", '"open', '"a"b', '"a";p=1', r'"\n"']
)
def test_other_keys_are_refused_before_anything_is_done(key):
    refused = post(key=key)
    assert (refused.status_code, refused.json()["code"]) == (400, "idempotency.invalid_key")
    assert not Job.objects.exists()


def test_a_key_is_its_callers_own():
    first = post(HTTP_X_ACTOR="arta")
    assert post(HTTP_X_ACTOR="nino").content != first.content
    assert post({"subject": "x"}, HTTP_X_ACTOR="besa").status_code == 201
    assert Job.objects.count() == 3


def test_callers_without_an_account_are_told_apart_as_the_view_says():
    answers = [post(path="letters/public/", HTTP_X_FORM=form).content for form in ("pif", "gyla", "pif")]
    assert answers[0] == answers[2] != answers[1]


def test_a_key_counts_per_address():
    for path in ("letters/1/send/", "letters/2/send/", "letters/1/send/"):
        assert post(path=path).status_code == 204
    assert Job.objects.count() == 2


@pytest.mark.parametrize(("wrong", "status"), [("rule", 404), ("returned", 409), ("bug", 500)])
def test_a_failed_request_releases_its_key(wrong, status):
    assert post({"wrong": wrong}).status_code == status
    assert not IdempotencyRecord.objects.exists()
    assert post().status_code == 201


@pytest.mark.parametrize("wrong", ["rule", "bug"])
def test_what_a_failed_request_wrote_is_rolled_back(wrong):
    post({"wrong": wrong})
    assert not Job.objects.exists()


def test_malformed_json_with_a_key_is_an_ordinary_refusal():
    client = APIClient()
    refused = client.post(
        "/api/v1/letters/", b'{"subject": ', content_type="application/json", HTTP_IDEMPOTENCY_KEY=KEY
    )
    assert refused.status_code == 400
    assert not IdempotencyRecord.objects.exists()


def test_files_are_part_of_what_was_sent():
    def upload(content: bytes) -> Any:
        body = {"subject": "scan", "file": SimpleUploadedFile("scan.txt", content)}
        sent = encode_multipart(BOUNDARY, body)
        headers = {"Idempotency-Key": KEY}
        return APIClient().post("/api/v1/letters/", sent, content_type=MULTIPART_CONTENT, headers=headers)

    first = upload(b"one page")
    assert upload(b"one page").content == first.content
    assert upload(b"two page").status_code == 422


def test_the_first_still_running_is_answered_with_409_and_when_to_come_back():
    sent = services.sending(
        caller="staff:",
        route="POST /api/v1/letters/",
        key=KEY,
        body=json.dumps(["application/json", "", LETTER], sort_keys=True, separators=(",", ":")),
    )
    claim = services.begin(sent)
    refused = post()
    assert (refused.status_code, refused.json()["code"]) == (409, "idempotency.in_progress")
    assert int(refused["Retry-After"]) > 0
    services.release(claim)
    assert post().status_code == 201


def test_a_key_whose_process_died_is_free_again_after_a_while():
    die_while_running()
    assert IdempotencyRecord.objects.get().state == RecordState.IN_PROGRESS
    assert post().status_code == 409
    with clock.frozen(clock.now() + services.CLAIM):
        assert post().status_code == 201
    assert Job.objects.count() == 1


def test_a_request_that_lost_its_claim_changes_nothing():
    def slow_and_overtaken(claim, sent, **answer):
        with clock.frozen(clock.now() + services.CLAIM):
            assert isinstance(services.begin(sent), services.Claim)
        return keep(claim, sent, **answer)

    keep = services.keep
    with mock.patch.object(services, "keep", slow_and_overtaken):
        overtaken = post()
    assert overtaken.status_code == 409
    assert not Job.objects.exists()


def test_a_key_may_be_used_anew_after_a_day():
    first = post()
    with clock.frozen(clock.now() + services.KEEP):
        second = post({"subject": "Another"})
    assert second.status_code == 201
    assert second.content != first.content


def test_old_records_are_purged_by_a_schedule(run_jobs):
    post()
    assert "backend.idempotency.tasks.purge_expired_records" in schedule.registered()
    Job.objects.all().delete()
    purge_expired_records.enqueue()
    run_jobs()
    assert IdempotencyRecord.objects.exists()
    purge_expired_records.enqueue()
    run_jobs(at=clock.now() + services.KEEP)
    assert not IdempotencyRecord.objects.exists()


def test_the_sealed_answer_and_the_key_are_not_readable_from_the_database():
    receipt = post().json()["receipt"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM idempotency_idempotencyrecord")
        row = cursor.fetchone()
    kept = b"|".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in row
    )
    for secret in (receipt.encode(), b"SECRET", b"receipt", KEY.encode(), b"Land", b"staff"):
        assert secret not in kept


def test_the_root_secret_alone_does_not_open_an_answer():
    post()
    record = IdempotencyRecord.objects.get()
    place = {"digest": record.digest, "status": record.status}
    sealed = bytes(record.answer)
    assert b"SECRET" in services.sealing.open_answer(sealed, key=KEY, **place)
    for changed in ({"key": "guess"}, {"digest": "0" * 64}, {"status": 200}):
        with pytest.raises(crypto.SealBroken):
            services.sealing.open_answer(sealed, **{"key": KEY, **place, **changed})


def test_neither_key_nor_answer_show_when_printed_or_logged(caplog):
    post()
    post({"wrong": "bug"}, key="another-key")
    sent = services.sending(caller="a", route="b", key=KEY, body="c")
    printed = f"{sent!r} {services.begin(sent)!r} {services.KeptAnswer(201, b'SECRET')!r}"
    for text in (printed, str(IdempotencyRecord.objects.first()), caplog.text):
        assert KEY not in text
        assert "another-key" not in text
        assert "SECRET" not in text


@pytest.mark.django_db(transaction=True)
def test_many_at_once_with_one_key_create_exactly_one_thing():
    answers: list[Any] = []
    barrier = threading.Barrier(6)

    def send() -> None:
        barrier.wait()
        answers.append(post(LETTER | {"seconds": 0.3}))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Job.objects.count() == 1
    created = [answer.content for answer in answers if answer.status_code == 201]
    assert len(set(created)) == 1
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len(answers) == 6
    assert post(LETTER | {"seconds": 0.3}).content == created[0]


@pytest.mark.django_db(transaction=True)
def test_a_second_request_does_not_wait_for_the_first():
    statuses: list[int] = []

    def send() -> None:
        statuses.append(post(LETTER | {"seconds": 1.5}).status_code)
        connection.close()

    first = threading.Thread(target=send)
    first.start()
    while not IdempotencyRecord.objects.exists():
        time.sleep(0.02)
    assert post(LETTER | {"seconds": 1.5}).status_code == 409
    assert statuses == []
    first.join()
    assert statuses == [201]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_taking_over_a_dead_requests_key_create_exactly_one_thing():
    die_while_running()
    IdempotencyRecord.objects.update(claimed_until=clock.now() - timedelta(seconds=1))
    threads = [threading.Thread(target=lambda: (post(), connection.close())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Job.objects.count() == 1


def test_the_header_and_its_refusals_are_described():
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    for path in ("/api/v1/letters/", "/api/v1/letters/{id}/send/", "/api/v1/letters/public/"):
        operation = paths[path]["post"]
        headers = [parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "header"]
        assert headers == ["Idempotency-Key"]
        assert {"400", "409", "422"} <= set(operation["responses"])
    created = paths["/api/v1/letters/"]["post"]["responses"]["201"]
    assert "Idempotency-Replayed" in created["headers"]


def die_while_running() -> None:
    """As a process that is killed: neither kept nor given free."""
    died = mock.patch.object(services, "keep", side_effect=SystemExit)
    with died, mock.patch.object(services, "release"), pytest.raises(SystemExit):
        post()
