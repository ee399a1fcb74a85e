"""Nobody silences a partner by flooding it: everything is taken, and who is not the flood gets through."""

import logging
from datetime import timedelta
from ipaddress import ip_address

import pytest
from django.db import connection

from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Complaint, Receipt
from backend.complaints.services import open_receipt
from backend.doorkeeping.models import Bucket, DayKey
from backend.intake.models import Quarantined
from tests.doorkeeping.solving import solve
from tests.factories.complaints import body
from tests.intake.pages.visitor import ANONYMOUS, Visitor

pytestmark = pytest.mark.django_db
FLOOD, ONE_PLACE = 300, "203.0.113.77"


def _places():
    """Half of it from one machine, half from a net of them."""
    return [ONE_PLACE if number % 2 else f"198.51.100.{number % 250}" for number in range(FLOOD)]


def _flooded(anonymous, partner, began):
    """Three hundred complaints within ten minutes; the answers."""
    answers = []
    for number, place in enumerate(_places()):
        with clock.frozen(began + timedelta(seconds=2 * number)):
            sent = body(narrative=f"E njëjta gjë, hera {number}.")
            headers = {"X-Form-Key": partner.form_key}
            answers.append(anonymous.post("/complaints/", sent, headers=headers, REMOTE_ADDR=place))
    return answers


def _all_that_is_stored():
    """Every value of every table, as text; bytes also as they are."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    raw = bytes(value) if isinstance(value, bytes | memoryview) else b""
                    yield raw or str(value).encode("utf-8", "replace")


@pytest.mark.either_engine("sqlite")
def test_300_complaints_in_ten_minutes_are_taken_and_genuine_ones_get_through(
    anonymous, partner_a, offered, caplog
):
    # At the beginning of an hour, so that all of it falls into one.
    began = clock.now().replace(minute=1, second=0, microsecond=0)
    with clock.frozen(began):
        citizen = Visitor("/forms/pif/sq/")
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("django.db.backends").setLevel(logging.INFO)
        answers = _flooded(anonymous, partner_a, began)
        taken = [answer.json() for answer in answers]

    assert [answer.status_code for answer in answers] == [201] * FLOOD
    assert Complaint.objects.count() == Receipt.objects.count() == FLOOD
    cases, waiting = Case.objects.count(), Quarantined.objects.count()
    assert cases + waiting == FLOOD
    assert cases == sum(told["reference"] is not None for told in taken) <= 60
    for told in (taken[0], taken[-1]):
        receipt = told["receipt"]
        assert open_receipt(number=receipt["number"], secret=receipt["secret"])

    with clock.frozen(began + timedelta(minutes=12)):
        # A person without scripts, even from the machine next to the flood.
        citizen.fill_in(ANONYMOUS).press("file")
        assert Case.objects.count() == cases + 1
        # A program that did its work, from the very same place.
        proof = solve(anonymous.get("/complaints/challenge/").json())
        headers = {"X-Form-Key": partner_a.form_key, "X-Proof-Of-Work": proof}
        answer = anonymous.post("/complaints/", body(), headers=headers, REMOTE_ADDR=ONE_PLACE)
        assert answer.json()["reference"]
    assert Quarantined.objects.count() == waiting

    assert Bucket.objects.exists() and DayKey.objects.exists()
    places = {*_places(), "127.0.0.1"}
    stored = b"\n".join(_all_that_is_stored())
    logged = caplog.text + "".join(str(record.__dict__) for record in caplog.records)
    for place in places:
        # Whole, or without its last part.
        assert place.encode() not in stored, place
        assert place.rpartition(".")[0] not in logged, place
    assert ip_address(ONE_PLACE).packed not in b"".join(bytes(key.sealed) for key in DayKey.objects.all())


def test_an_intake_officer_empties_the_queue_in_two_requests(api, ilir, anonymous, partner_a, settings):
    settings.DOSJA_UNPROVEN_LIMIT = 0
    headers = {"X-Form-Key": partner_a.form_key}
    for number in range(12):
        anonymous.post("/complaints/", body(narrative=f"{number % 2}"), headers=headers)
    me = api(ilir)
    rows = me.get("/quarantine/").json()["results"]
    genuine = [row["id"] for row in rows if row["beginning"] == "1"]
    spam = [row["id"] for row in rows if row["beginning"] == "0"]
    me.post("/quarantine/release/", {"ids": genuine})
    me.post("/quarantine/delete/", {"ids": spam, "reason": "spam"})
    assert me.get("/quarantine/count/").json()["count"] == 0
    assert Case.objects.count() == Complaint.objects.count() == 6
