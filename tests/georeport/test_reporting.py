"""A report through Open311 is a complaint like any other: consent, receipt, protection, quarantine."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import override_settings

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.complaints.models import ComplainantKind, Complaint, Consent, ContactWish
from backend.directory import lookups
from backend.directory.models import Category
from backend.georeport.services.tokens import token_of
from backend.identity.models import ComplainantIdentity
from backend.intake.models import Quarantined
from backend.partners.models import Partner
from tests.factories.directory import PlaceFactory
from tests.factories.forms import published as publish_form
from tests.factories.forms import question, with_own_questions
from tests.georeport.door import Door

STORY = "Mbetjet nuk janë mbledhur prej tri javësh.\n\nAskush nuk përgjigjet."
AGREED = "processing.2026-11"


def body(partner: Partner, **changes: Any) -> dict[str, Any]:
    """A report, as changed; a field set to None is left out."""
    sent = {
        "api_key": partner.form_key,
        "jurisdiction_id": partner.slug,
        "service_code": "waste",
        "description": STORY,
        "attribute[consents][]": AGREED,
        **changes,
    }
    return {name: value for name, value in sent.items() if value is not None}


def test_a_report_becomes_a_case_with_its_authors_words(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    status, found = door.post(body(partner_a))
    assert status == 201
    case = Case.objects.select_related("complaint").get()
    complaint = case.complaint
    assert complaint is not None
    assert (complaint.narrative, complaint.category, complaint.kind) == (STORY, waste, "public_service")
    assert (complaint.complainant_kind, complaint.language) == (ComplainantKind.ANONYMOUS, "en")
    consent = Consent.objects.get(complaint=complaint)
    assert (consent.purpose, consent.text_version) == ("processing", "2026-11")
    # Not a public case: the token leads nowhere yet, and no id of ours is given away.
    assert str(case.pk) not in str(found) and case.reference not in str(found)


def test_the_answer_holds_the_receipt_and_it_opens_the_complaint(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    notice = door.post(body(partner_a))[1][0]["service_notice"]
    digits = "".join(char for char in notice.rpartition(":")[2] if char.isdigit())
    assert len(digits) >= 28
    answer = door.client.post(
        "/api/v1/receipts/", {"number": digits[:8], "secret": digits[8:]}, content_type="application/json"
    )
    assert answer.status_code == 200


def test_xml_says_the_same(door: Door, partner_a: Partner, waste: Category) -> None:
    status, found = door.post(body(partner_a), form="xml")
    assert status == 201 and set(found[0]) == {"token", "service_notice", "account_id"}


@pytest.mark.parametrize("key", [None, "", "pfk_wrong", "theirs"])
def test_a_missing_and_a_wrong_key_are_403_whatever_else_is_wrong(
    key: str | None, door: Door, partner_a: Partner, partner_b: Partner, waste: Category
) -> None:
    sent = partner_b.form_key if key == "theirs" else key
    for changes in ({}, {"service_code": "nothing"}, {"description": None}):
        status, found = door.post(body(partner_a, api_key=sent, **changes))
        assert (status, found[0]["code"]) == (403, 403)
    assert not Complaint.objects.exists()


def test_a_key_in_the_address_is_none(door: Door, partner_a: Partner, waste: Category) -> None:
    keyless = urlencode(body(partner_a, api_key=None), doseq=True)
    answer = door.client.post(
        f"/open311/v2/requests.json?api_key={partner_a.form_key}",
        keyless,
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 403


def test_a_key_of_a_partner_that_left_is_none(door: Door, partner_a: Partner, waste: Category) -> None:
    partner_a.is_active = False
    partner_a.save()
    assert door.post(body(partner_a))[0] == 403


@pytest.mark.parametrize(
    ("changes", "status", "named"),
    [
        ({"service_code": None}, 400, "service_code"),
        ({"service_code": "nothing"}, 404, "service_code"),
        ({"service_code": "bribery"}, 404, "service_code"),
        ({"description": None}, 400, "description"),
        ({"description": "   "}, 400, "description"),
        ({"description": "a\x00b"}, 400, "description"),
        ({"description": "x" * 20_001}, 400, "description"),
        ({"attribute[consents][]": None}, 400, "attribute[consents]"),
        ({"attribute[consents][]": "processing.1999"}, 400, "attribute[consents]"),
        ({"attribute[consents][]": "yes"}, 400, "attribute[consents]"),
        ({"attribute[nothing]": "x"}, 400, "attribute[nothing]"),
        ({"attribute[kind]": "corruption"}, 400, "attribute[kind]"),
        ({"attribute[narrative]": "x"}, 400, "attribute[narrative]"),
        ({"lat": "41"}, 400, "long"),
        ({"lat": "91", "long": "20"}, 400, "lat"),
        ({"lat": "nan", "long": "20"}, 400, "lat"),
        ({"address_id": "nowhere"}, 400, "address_id"),
        ({"media_url": "http://169.254.169.254/"}, 400, "media_url"),
        ({"colour": "red"}, 400, "colour"),
        ({"attribute[complainant_kind]": "anonymous", "first_name": "Drita"}, 400, "last_name"),
        ({"attribute[complainant_kind]": "identified"}, 400, ""),
        ({"email": "no address"}, 400, "email"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_filed(
    changes: dict[str, Any],
    status: int,
    named: str,
    door: Door,
    partner_a: Partner,
    waste: Category,
    bribery: Category,
) -> None:
    found = door.post(body(partner_a, **changes))
    assert (found[0], found[1][0]["code"]) == (status, status)
    assert any(one["description"].startswith(named) for one in found[1])
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("empty", ["lat", "email", "first_name", "media_url", "attribute[wish]", "colour"])
def test_an_empty_argument_is_none(empty: str, door: Door, partner_a: Partner, waste: Category) -> None:
    assert door.post(body(partner_a, **{empty: ""}))[0] == 201


def test_a_name_is_kept_by_the_organisation_alone(door: Door, partner_a: Partner, waste: Category) -> None:
    sent = {"first_name": "Drita", "last_name": "Kola", "email": "drita@example.org", "device_id": "d-17"}
    assert door.post(body(partner_a, **sent))[0] == 201
    complaint = Complaint.objects.get()
    assert complaint.complainant_kind == ComplainantKind.CONFIDENTIAL
    assert complaint.contact_wish == ContactWish.EMAIL
    identity = ComplainantIdentity.objects.get()
    assert (identity.name, identity.email) == ("Drita Kola", "drita@example.org")
    assert "Kola" not in str([vars(line) for line in AuditEvent.objects.all()])


def test_where_it_is_goes_with_the_words(door: Door, partner_a: Partner, waste: Category) -> None:
    sent = {"address_string": "Rruga e Dibrës 12", "lat": "41.33", "long": "19.83"}
    assert door.post(body(partner_a, **sent))[0] == 201
    told = Complaint.objects.get().narrative
    assert told == f"{STORY}\n\nPlace: Rruga e Dibrës 12, 41.330000 19.830000"


def test_a_place_of_the_directory_is_named_by_its_code(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    PlaceFactory(code="al-kukes", country=partner_a.country)
    lookups.forget()
    assert door.post(body(partner_a, address_id="al-kukes"))[0] == 201
    place = Complaint.objects.get().place
    assert place is not None and place.code == "al-kukes"


def test_own_questions_are_answered_in_the_types_of_the_form(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    own = [question("since", "date"), question("times", "number", least=1), question("paid", "yes_no")]
    publish_form(partner_a, with_own_questions(*own))
    asked = {"attribute[since]": "2026-03-14T08:00:00Z", "attribute[times]": "3", "attribute[paid]": "false"}
    assert door.post(body(partner_a, **asked))[0] == 201
    assert Complaint.objects.get().answers == {"since": "2026-03-14", "times": 3, "paid": False}
    for wrong in (
        {"attribute[since]": "soon"},
        {"attribute[times]": "many"},
        {"attribute[times]": "0"},
        {"attribute[paid]": "maybe"},
        {"attribute[times][]": ["1", "2"]},
    ):
        status, found = door.post(body(partner_a, **wrong))
        assert status == 400
        assert found[0]["description"].startswith(next(iter(wrong)).removesuffix("[]"))


@override_settings(DOSJA_SENDER_LIMIT=2)
def test_a_flood_waits_in_quarantine_and_nobody_is_refused(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    answers = [door.post(body(partner_a)) for _ in range(4)]
    assert [status for status, _found in answers] == [201] * 4
    assert {frozenset(found[0]) for _status, found in answers} == {
        frozenset({"token", "service_notice", "account_id"})
    }
    assert (Case.objects.count(), Quarantined.objects.count()) == (2, 2)
    # What waits looks like what does not.
    held = Quarantined.objects.first()
    assert held is not None
    token = token_of(held.complaint_id)
    assert door.get(f"tokens/{token}", jurisdiction_id="pif")[1][0]["service_request_id"] is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"{}", "application/json"),
        (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x"),
        (b"a=b", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"&".join(b"a%d=1" % number for number in range(1_500)), "application/x-www-form-urlencoded"),
        (b"", "application/x-www-form-urlencoded"),
        (b"description=%ff%fe&api_key=%00", "application/x-www-form-urlencoded"),
    ],
)
def test_no_body_makes_it_stumble(content: bytes, kind: str, door: Door, partner_a: Partner) -> None:
    answer = door.send(content, content_type=kind)
    assert answer.status_code in (400, 403)
    assert answer.headers["Content-Type"].startswith("application/json")


def test_a_session_of_staff_is_not_looked_at(
    door: Door, partner_a: Partner, waste: Category, arta: Any
) -> None:
    door.client.force_login(arta)
    assert door.post(body(partner_a))[0] == 201
    assert Complaint.objects.get().recorded_by is None
