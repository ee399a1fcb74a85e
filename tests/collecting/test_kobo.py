"""A KoboToolbox project passes on what was filled in there."""

import json

import pytest

from backend.cases.models import Case
from backend.collecting.models import Submission
from tests.collecting.conftest import TOLD

pytestmark = pytest.mark.django_db
INSTANCE = "5d1f2f5c-7ab1-4c0e-9d58-1f3a0f5b9a11"


def as_kobo_sends_it(blank, **changes):
    """The fields under their groups, and what KoboToolbox adds."""
    filling = blank.fill({**TOLD, **changes})
    groups = {node.tag: node.getparent().tag for node in filling.tree.iter() if node.getparent() is not None}
    fields = {
        f"{groups[node.tag]}/{node.tag}" if groups[node.tag].startswith("S_") else node.tag: node.text
        for node in filling.tree.iter()
        if node.text and node.tag not in filling.hidden and groups.get(node.tag) != "meta"
    }
    return fields | {
        "_id": 7,
        "formhub/uuid": "abc",
        "start": "2026-11-01T10:00:00",
        "__version__": "v1",
        "meta/instanceID": f"uuid:{INSTANCE}",
        "_uuid": INSTANCE,
        "_attachments": [{"download_url": "http://169.254.169.254/latest/"}],
        "_geolocation": [None, None],
        "_submitted_by": None,
    }


def post(phone, body, content_type="application/json"):
    content = body if isinstance(body, str | bytes) else json.dumps(body)
    return phone.browser.post("/collect/kobo", content, content_type=content_type, headers=phone.headers)


def test_what_kobotoolbox_passes_on_becomes_a_case_once(phone):
    body = as_kobo_sends_it(phone.get_blank())
    first, again = post(phone, body), post(phone, {**body, "_id": 8})
    assert (first.status_code, first.json()) == (201, {"new": True, "files_missing": 0})
    assert (again.status_code, again.json()) == (200, {"new": False, "files_missing": 0})
    complaint = Case.objects.get().complaint
    assert (complaint.narrative, complaint.channel) == (TOLD["narrative"], "field")


def test_the_same_filled_in_form_by_both_ways_is_one_complaint(phone):
    blank = phone.get_blank()
    assert post(phone, as_kobo_sends_it(blank)).status_code == 201
    assert phone.send(blank.fill(TOLD).sent(f"uuid:{INSTANCE}"))[0].status_code == 201
    assert Case.objects.count() == 1


def test_its_files_are_named_as_missing_and_fetched_from_nowhere(phone, monkeypatch):
    def reached(*args, **kwargs):
        raise AssertionError("an address that was told was opened")

    monkeypatch.setattr("socket.create_connection", reached)
    monkeypatch.setattr("socket.getaddrinfo", reached)
    answer = post(phone, as_kobo_sends_it(phone.get_blank(), Photo_1_files="a.jpg"))
    assert answer.json() == {"new": True, "files_missing": 1}
    assert Submission.objects.get().files_named == 1


@pytest.mark.parametrize(
    "body",
    ["", "[]", "null", "7", "{", '{"a": [', "[" * 100_000, {"_uuid": INSTANCE}, {"a/x": "1", "b/x": "1"}, {}],
)
def test_what_is_none_is_refused_with_a_code(phone, body):
    answer = post(phone, body)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"].startswith("collecting.")


def test_fields_that_the_form_does_not_have_are_refused_by_name(phone):
    blank = phone.get_blank()
    answer = post(phone, {**as_kobo_sends_it(blank), "S_more/shoe_size": "42"})
    assert [one["field"] for one in answer.json()["errors"]] == ["shoe_size"]
    nested = post(phone, {**as_kobo_sends_it(blank), "S_more/people": [{"name": "x"}]})
    assert nested.status_code == 400
    assert not Case.objects.exists()


def test_a_correction_made_in_kobotoolbox_edits_nothing(phone):
    body = as_kobo_sends_it(phone.get_blank())
    post(phone, body)
    answer = post(
        phone, {**body, "meta/instanceID": "uuid:other-one", "meta/deprecatedID": f"uuid:{INSTANCE}"}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "collecting.edited")


def test_a_body_that_is_too_large_or_of_another_type_is_refused(phone):
    assert post(phone, json.dumps({"a": "x" * 1_000_001})).status_code == 413
    assert post(phone, "a=b", "application/x-www-form-urlencoded").status_code == 400
    assert phone.browser.get("/collect/kobo", headers=phone.headers).status_code == 405
