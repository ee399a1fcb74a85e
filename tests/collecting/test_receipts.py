"""The receipt of what was collected: no telephone has it, an officer draws it once, and then it opens."""

import pytest

from backend.cases.models import Case, CaseEvent
from backend.cases.services import access as case_access
from backend.complaints.models import Receipt
from backend.complaints.services import open_receipt
from tests.collecting.conftest import COLLECTED, TOLD
from tests.files import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def collected(phone, api, ilir):
    named = {"Photo_1_files": "a.jpg", "Photo_2_files": "b.jpg"}
    phone.send(phone.get_blank().fill({**TOLD, **named}).sent(**{"a.jpg": samples.jpeg()}))
    (shown,) = api(ilir).get(COLLECTED).json()["results"]
    return shown


def test_officers_see_what_came_from_the_field_and_what_is_still_on_the_way(collected):
    case = Case.objects.get()
    assert collected["case"] == str(case.pk)
    assert collected["reference"] == case.reference
    assert collected["access"] == "Tablet, Gjegjan"
    assert (collected["files_missing"], collected["receipt_given_at"]) == (1, None)


def test_a_receipt_is_drawn_once_and_opens(collected, api, ilir, arta):
    path = f"{COLLECTED}{collected['id']}/receipt/"
    (first,) = Receipt.objects.all()
    drawn = api(ilir).post(path)
    assert drawn.status_code == 201
    assert drawn["Cache-Control"] == "no-store"
    told = drawn.json()
    assert open_receipt(number=told["number"], secret=told["secret"]) == Case.objects.get().complaint
    first.refresh_from_db()
    assert first.ended_at, "the one that nobody ever saw"
    assert CaseEvent.objects.filter(action="case.receipt_handed_out").count() == 1
    again = api(arta).post(path)
    assert (again.status_code, again.json()["code"]) == (409, "collecting.receipt_given")
    assert api(ilir).get(COLLECTED).json()["results"][0]["receipt_given_at"]


def test_no_answer_to_a_telephone_holds_a_digit_of_it(phone):
    (answer,) = phone.send(phone.get_blank().fill(TOLD).sent())
    assert not any(sign.isdigit() for sign in answer.content.decode().partition("<message")[2])
    assert Receipt.objects.get().number not in answer.content.decode()


def test_strangers_and_programs_draw_none(
    collected, api, nino, giorgi, observer, researcher, client_of, partner_a
):
    path = f"{COLLECTED}{collected['id']}/receipt/"
    for person in (nino, giorgi, observer, researcher):
        assert api(person).get(COLLECTED).status_code == 404
        assert api(person).post(path).status_code == 404
    elsewhere = path.replace("/pif/", "/akt/")
    assert api(giorgi).post(elsewhere).status_code == 404
    program = client_of(partner_a, "coordinator", ["intake", "cases:read"])
    assert program.post(path).status_code == 403


def test_a_restricted_case_is_not_among_them(collected, api, ilir, besa):
    case = Case.objects.get()
    case.restricted = True
    case.save(update_fields=["restricted"])
    case_access.refresh(case)
    assert api(ilir).get(COLLECTED).json()["results"] == []
    assert api(besa).post(f"{COLLECTED}{collected['id']}/receipt/").status_code == 404
