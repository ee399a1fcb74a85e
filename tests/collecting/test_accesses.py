"""A coordinator lets a telephone in and out; the password is shown once and kept nowhere."""

import base64
import io
import json
import zlib

import openpyxl
import pytest
from django.contrib.auth.hashers import check_password
from pyxform.xls2xform import convert

from backend.audit.models import AuditEvent
from backend.collecting.models import FieldAccess
from backend.partners.models import Membership, User
from tests.collecting.conftest import ACCESSES
from tests.collecting.phone import Blank
from tests.factories.forms import published, question, with_own_questions, words

pytestmark = pytest.mark.django_db


def test_the_password_is_shown_once_and_kept_as_a_hash(access, api, besa):
    row = FieldAccess.objects.get()
    assert check_password(access["password"], row.secret_hash)
    assert access["password"] not in row.secret_hash
    assert len(access["password"].replace("-", "")) == 20
    listed = api(besa).get(ACCESSES).json()["results"]
    assert [one["name"] for one in listed] == ["Tablet, Gjegjan"]
    assert "password" not in listed[0]
    assert access["password"] not in json.dumps(listed)
    assert not [one for one in AuditEvent.objects.all() if access["password"] in str(one.facts)]


def test_the_square_code_sets_a_telephone_up(access):
    told = json.loads(zlib.decompress(base64.b64decode(access["collect_settings"])))
    assert told["general"] == {
        "server_url": "http://testserver/collect",
        "username": access["user_name"],
        "password": access["password"],
        "form_update_mode": "match_exactly",
        "autosend": "wifi_and_cellular",
        "delete_send": True,
    }
    assert len(access["collect_settings"]) < 600, "a telephone reads it from a screen"


def test_behind_it_stands_an_account_that_files_complaints_and_nothing_else(access):
    account = User.objects.get(is_service=True)
    assert not account.has_usable_password()
    assert [one.role for one in Membership.objects.filter(user=account)] == ["field_researcher"]


def test_it_is_among_neither_people_nor_programs(access, api, besa):
    for path in ("people", "members", "clients"):
        shown = api(besa).get(f"/partners/pif/{path}/").json()["results"]
        assert "Tablet" not in json.dumps(shown)


def test_a_program_makes_and_ends_none(access, client_of, partner_a):
    program = client_of(partner_a, "coordinator", ["partner:manage"])
    assert program.post(ACCESSES, {"name": "x"}).status_code == 403
    assert program.post(f"{ACCESSES}{access['id']}/end/", if_match="*").status_code == 403
    assert program.get(ACCESSES).status_code == 200


def test_it_ends_once_and_only_from_its_present_version(access, api, besa):
    path = f"{ACCESSES}{access['id']}/end/"
    assert api(besa).post(path).status_code == 428
    assert api(besa).post(path, if_match=99).status_code == 412
    assert api(besa).post(path, if_match=1).status_code == 200
    assert api(besa).post(path, if_match="*").status_code == 409
    assert not User.objects.get(is_service=True).is_active


def test_a_name_is_needed_and_may_not_be_endless(api, besa):
    for name in ("", " ", "x" * 101, "a\x00b", 7):
        assert api(besa).post(ACCESSES, {"name": name}).status_code == 400


def test_there_is_an_end_to_how_many(access, api, besa, monkeypatch):
    monkeypatch.setattr("backend.collecting.services.accesses.MOST_ACCESSES", 1)
    assert api(besa).post(ACCESSES, {"name": "x"}).json()["code"] == "field_access.too_many"


def test_the_spreadsheet_for_kobotoolbox_makes_the_same_form(access, api, besa, partner_a):
    label = {**words("own"), "sq": "=1+1 ${narrative} fund"}
    published(partner_a, with_own_questions(question("own", "yes_no", required=True) | {"label": label}))
    sheet = api(besa).get("/partners/pif/field_form/")
    assert sheet.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    assert book.sheetnames == ["survey", "choices", "settings"]
    assert not [cell for page in book for row in page for cell in row if cell.data_type == "f"]
    blank = Blank(convert(sheet.content, form_name="data").xform.encode())
    assert "own" in blank.fill({}).needed
    assert "=1+1 $ {narrative} fund" in etree_text(blank)


def etree_text(blank):
    return " ".join(blank.root.itertext())
