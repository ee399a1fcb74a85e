"""Who may stand at the door for telephones, and what a stranger learns there: nothing."""

from datetime import timedelta

import pytest

from backend.cases.models import Case
from backend.collecting.models import FieldAccess
from backend.common import clock
from backend.partners.models import Partner
from tests.collecting.conftest import ACCESSES, TOLD
from tests.collecting.phone import Phone, basic, message_of

pytestmark = pytest.mark.django_db
DOORS = ("/collect/formList", "/collect/forms/complaint-pif.xml", "/collect/forms/complaint-pif/manifest.xml")


def knocks(browser, header):
    headers = {"Accept-Language": "en"} | ({"Authorization": header} if header else {})
    answers = [browser.get(path, headers=headers) for path in DOORS]
    answers.append(browser.head("/collect/submission", headers=headers))
    answers.append(browser.post("/collect/submission", headers=headers))
    answers.append(browser.post("/collect/kobo", {}, content_type="application/json", headers=headers))
    return answers


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic ???", "Basic //79", "Bearer abc", "Basic " + "A" * 400]
)
def test_nobody_comes_in_without_a_user_name_and_a_password(client, access, header):
    for answer in knocks(client, header):
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"].startswith('Basic realm="Dosja"')


def test_a_stranger_cannot_tell_which_user_names_exist(client, access):
    told = {
        (answer.status_code, message_of(answer))
        for user_name in (access["user_name"], "field-aaaaaaaa", "", "\x00", "ж" * 500)
        for answer in [client.get("/collect/formList", headers={"Authorization": basic(user_name, "x")})]
    }
    assert len(told) == 1


def test_an_access_that_was_ended_opens_nothing_from_then_on(phone, access, api, besa):
    filled = phone.get_blank().fill(TOLD).sent()
    ended = api(besa).post(f"{ACCESSES}{access['id']}/end/", if_match=access["version"])
    assert ended.status_code == 200
    assert ended.json()["ended_at"]
    for answer in knocks(phone.browser, basic(phone.user_name, phone.password)):
        assert answer.status_code == 401
    assert phone.post(filled).status_code == 401
    assert not Case.objects.exists()


def test_a_partner_that_is_suspended_collects_nothing(phone, partner_a):
    filled = phone.get_blank().fill(TOLD).sent()
    Partner.objects.filter(pk=partner_a.pk).update(is_active=False)
    assert phone.post(filled).status_code == 401


def test_whoever_guesses_waits_and_the_volunteer_elsewhere_does_not(phone, client):
    guess = {"Authorization": basic(phone.user_name, "wrong"), "Accept-Language": "en"}
    answers = [
        client.get("/collect/formList", headers=guess, REMOTE_ADDR="192.0.2.1").status_code for _ in range(21)
    ]
    assert answers == [401] * 20 + [429]
    right = {**guess, "Authorization": basic(phone.user_name, phone.password)}
    waits = client.get("/collect/formList", headers=right, REMOTE_ADDR="192.0.2.1")
    assert (waits.status_code, int(waits["Retry-After"]) > 0) == (429, True)
    assert client.get("/collect/formList", headers=right, REMOTE_ADDR="192.0.2.2").status_code == 200
    other = {**guess, "Authorization": basic("field-aaaaaaaa", "wrong")}
    neighbour = client.get("/collect/formList", headers=other, REMOTE_ADDR="192.0.2.1")
    assert neighbour.status_code == 401, "nobody is slowed for his address alone"
    with clock.frozen(clock.now() + timedelta(minutes=16)):
        late = client.get("/collect/formList", headers=right, REMOTE_ADDR="192.0.2.1")
        assert late.status_code == 200


def test_right_passwords_are_never_slowed(phone):
    for _ in range(30):
        assert phone.browser.head("/collect/submission", headers=phone.headers).status_code == 204


def test_an_access_that_runs_wild_is_paused_and_no_other(phone, access, api, besa, monkeypatch):
    monkeypatch.setattr("backend.collecting.pages.methods.MOST_AN_HOUR", 2)
    blank = phone.get_blank()
    sent = [phone.post(blank.fill(TOLD).sent()) for _ in range(3)]
    assert [one.status_code for one in sent] == [201, 201, 429]
    assert sent[-1]["Retry-After"]
    shown = api(besa).post(ACCESSES, {"name": "Other"}).json()
    other = Phone(shown["user_name"], shown["password"])
    assert other.post(blank.fill(TOLD).sent()).status_code == 201


def test_of_its_use_the_day_is_known_and_no_more(phone, partner_a):
    assert FieldAccess.objects.get().last_used_on is None
    phone.get_blank()
    assert FieldAccess.objects.get().last_used_on == clock.today(partner_a.time_zone)


def test_it_opens_nothing_else(phone, client, access):
    for path in ("/api/v1/cases/", "/api/v1/me/", "/api/v1/partners/pif/field_accesses/"):
        assert client.get(path, headers=phone.headers).status_code == 401


def test_the_telephone_is_answered_in_the_partners_language(phone):
    headers = {name: told for name, told in phone.headers.items() if name != "Accept-Language"}
    phone.browser.head("/collect/submission", headers=headers)
    refused = phone.browser.post("/collect/submission", headers=headers)
    assert refused.status_code == 400
    assert refused["Content-Language"] == "sq"
