"""A volunteer's telephone and the server: what is sent becomes one complaint, whole, and nothing is lost."""

import logging
from datetime import timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.services.erasing import erase_case
from backend.collecting.models import Submission, SubmissionFile
from backend.common import clock
from backend.complaints.models import Attachment, Complaint, Consent
from backend.files.models import Upload
from backend.identity.models import ComplainantIdentity
from tests.collecting.conftest import TOLD
from tests.collecting.phone import Filled, Phone, message_of
from tests.databases import in_threads
from tests.factories.forms import published, question, with_own_questions
from tests.files import samples

pytestmark = pytest.mark.django_db


def the_only_case() -> Case:
    return Case.objects.select_related("complaint").get()


def sentences(answer) -> str:
    return f"{answer.status_code} {message_of(answer)}"


def test_what_a_volunteer_writes_down_becomes_a_case(phone, partner_a, access):
    filled = phone.get_blank().fill(TOLD, Told_on=clock.today(partner_a.time_zone).isoformat()).sent()
    (answer,) = phone.send(filled)
    assert sentences(answer) == "201 The complaint has arrived."
    complaint = the_only_case().complaint
    assert (complaint.channel, complaint.language, complaint.narrative) == ("field", "sq", TOLD["narrative"])
    assert (complaint.institution.code, complaint.place.code) == ("al-cadastre", "al-puke")
    assert complaint.form.number == 1
    assert complaint.recorded_by.name == "Tablet, Gjegjan"
    assert set(complaint.consents.values_list("purpose", "manner")) == {
        ("processing", Consent.Manner.ORAL),
        ("referral", Consent.Manner.ORAL),
    }
    assert ComplainantIdentity.objects.filter(complaint=complaint).exists()


def test_the_form_speaks_every_language_that_the_partner_asks_in(phone):
    blank = phone.get_blank()
    assert set(blank.languages) == {
        "Shqip (sq)",
        "Srpski (sr-Latn)",
        "Српски (sr-Cyrl)",
        "ქართული (ka)",
        "English (en)",
    }
    phone.send(blank.fill(TOLD, Spoken_language="ka").sent())
    assert the_only_case().complaint.language == "ka"


def test_whoever_stays_anonymous_leaves_no_name_even_if_the_telephone_sends_one(phone):
    filling = phone.get_blank().fill({**TOLD, "complainant_kind": "anonymous"})
    assert {"name", "phone", "contact_wish"} <= filling.hidden
    filling.hidden.clear()
    for node in filling.tree.iter("name", "phone", "contact_wish"):
        node.text = TOLD[node.tag]
    assert phone.send(filling.sent())[0].status_code == 201
    assert the_only_case().complaint.complainant_kind == "anonymous"
    assert not ComplainantIdentity.objects.exists()


def test_the_same_submission_twice_is_one_complaint(phone):
    filled = phone.get_blank().fill(TOLD).sent()
    assert [phone.send(filled)[0].status_code for _ in range(2)] == [201, 201]
    assert Case.objects.count() == Complaint.objects.count() == 1
    again = phone.get_blank().fill(TOLD).sent()
    phone.send(again)
    assert Case.objects.count() == 2, "another id is another complaint, whatever it says"


@pytest.mark.usefixtures("shared_by_threads")
@pytest.mark.django_db(transaction=True)
def test_the_same_submission_six_times_at_once_is_one_complaint(phone):
    filled = phone.get_blank().fill({**TOLD, "Photo_1_files": "a.jpg"}).sent(**{"a.jpg": samples.jpeg()})
    answers = in_threads(6, lambda number: phone.post(filled, filled.files).status_code)
    assert answers == [201] * 6
    assert Case.objects.count() == Submission.objects.count() == Attachment.objects.count() == 1
    assert not Upload.objects.exists(), "what came twice is thrown away"


def test_photographs_come_in_several_postings_and_each_once(phone):
    named = {"Photo_1_files": "a.jpg", "Photo_2_files": "b.jpg", "File_6_files": "c.pdf"}
    files = {"a.jpg": samples.jpeg(), "b.jpg": samples.jpeg(6), "c.pdf": samples.pdf()}
    filled = phone.get_blank().fill({**TOLD, **named}).sent(**files)
    answers = phone.send(filled, most=1)
    assert [sentences(one) for one in answers] == [
        "201 The complaint has arrived. Some of its files are still to come.",
        "201 The complaint has arrived. Some of its files are still to come.",
        "201 The complaint has arrived.",
    ]
    phone.send(filled)
    assert Case.objects.count() == 1
    assert sorted(one.file.name for one in Attachment.objects.all()) == ["a.jpg", "b.jpg", "c.pdf"]
    assert SubmissionFile.objects.count() == 3


def test_a_file_that_is_not_taken_stays_on_the_telephone_and_the_complaint_is_in(phone):
    named = {"Photo_1_files": "a.jpg", "File_6_files": "b.bin"}
    filled = (
        phone.get_blank().fill({**TOLD, **named}).sent(**{"a.jpg": samples.jpeg(), "b.bin": b"\x01\x02" * 50})
    )
    (answer,) = phone.send(filled)
    assert answer.status_code == 400
    assert "has arrived" in message_of(answer)
    assert "This kind of file is not taken" in message_of(answer)
    assert Case.objects.count() == Attachment.objects.count() == 1


def test_a_file_that_the_form_does_not_name_is_refused_with_all_of_it(phone):
    filled = phone.get_blank().fill(TOLD).sent(**{"other.jpg": samples.jpeg()})
    assert phone.send(filled)[0].status_code == 400
    assert not Case.objects.exists()
    assert not Upload.objects.exists()


def test_what_was_sent_is_not_edited(phone):
    blank = phone.get_blank()
    first = blank.fill(TOLD).sent()
    phone.send(first)
    other = blank.fill({**TOLD, "narrative": "Të tjera fjalë."}).sent(first.instance)
    (answer,) = phone.send(other)
    assert answer.status_code == 409
    assert "not changed" in message_of(answer)
    edited = Filled(
        other.content.replace(b"<meta>", b"<meta><deprecatedID>uuid:00000000-1111</deprecatedID>"), "x"
    )
    assert phone.send(edited)[0].status_code == 409
    assert the_only_case().complaint.narrative == TOLD["narrative"]


def test_a_form_that_was_replaced_while_the_volunteer_was_away_is_still_taken(phone, partner_a):
    filled = phone.get_blank().fill(TOLD).sent()
    with clock.frozen(clock.now() + timedelta(days=90)):
        published(partner_a, with_own_questions(question("more_1", required=True)))
        assert phone.send(filled)[0].status_code == 201
        assert the_only_case().complaint.form.number == 1
        assert "more_1" in phone.get_blank().fill({}).needed


def test_a_wrong_clock_on_the_telephone_loses_nothing(phone, partner_a):
    blank = phone.get_blank()
    for day in ("1970-01-01", "2099-01-01", "soon"):
        assert phone.send(blank.fill(TOLD, Told_on=day).sent())[0].status_code == 201
    today = clock.today(partner_a.time_zone)
    days = {clock.day_of(one.received_at, partner_a.time_zone) for one in Complaint.objects.all()}
    assert days == {today}
    told_on = today - timedelta(days=9)
    phone.send(blank.fill(TOLD, Told_on=told_on.isoformat()).sent())
    latest = Case.objects.order_by("-reference").first().complaint
    assert clock.day_of(latest.received_at, partner_a.time_zone) == told_on


BOMB = (
    b'<!DOCTYPE data [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><data id="complaint-pif"><x>&b;</x></data>'
)
OUTSIDE = (
    b'<!DOCTYPE data [<!ENTITY a SYSTEM "file:///etc/passwd">]><data id="complaint-pif"><x>&a;</x></data>'
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<data",
        b"not xml",
        b"\xff\xfe\x00",
        BOMB,
        OUTSIDE,
        b'<data id="complaint-pif"/>',
        b'<data id="complaint-pif"><a/><a/></data>',
        b'<data id="complaint-pif"><S_a><b><c/></b></S_a></data>',
        b'<data id="complaint-pif"><meta><instanceID>uuid:x</instanceID></meta></data>',
        b'<data id="complaint-pif">' + b"<S_a>" * 5_000 + b"</S_a>" * 5_000 + b"</data>",
        b'<data id="complaint-akt"><meta><instanceID>uuid:12345678</instanceID></meta></data>',
        b'<data id="complaint-pif"><meta><instanceID>uuid:12345678</instanceID></meta></data>',
        b'<data id="complaint-pif"><Form_number>7</Form_number>'
        b"<meta><instanceID>uuid:12345678</instanceID></meta></data>",
        b'<?xml version="1.0" encoding="utf-16"?><data/>',
        b'<?xml version="1.0" encoding="no-such"?><data/>',
    ],
)
def test_what_is_no_filled_in_form_is_refused_with_a_sentence(phone, content):
    answer = phone.post(Filled(content, ""))
    assert answer.status_code == 400
    assert message_of(answer)
    assert not Case.objects.exists()


def test_what_does_not_fit_the_form_is_named_and_never_repeated(phone):
    filling = phone.get_blank().fill({**TOLD, "happened_on": "2099-01-01"})
    filled = filling.sent()
    extra = filled.content.replace(b"</data>", b"<secret_field>Fjala</secret_field></data>")
    answer = phone.post(Filled(extra, filled.instance))
    assert (answer.status_code, "secret_field" in message_of(answer)) == (400, True)
    answer = phone.post(filled)
    assert "happened_on: That day had not come yet." in message_of(answer)
    assert "Fjala" not in message_of(answer)
    assert not Case.objects.exists()


def test_more_than_is_taken_at_once_is_told_by_413(phone):
    large = Filled(b"<data>" + b" " * 1_000_001 + b"</data>", "")
    assert phone.post(large).status_code == 413
    many = {f"{number}.jpg": b"x" for number in range(41)}
    assert phone.post(Filled(b"<data/>", ""), many).status_code == 413
    over = phone.browser.generic(
        "POST",
        "/collect/submission",
        b"x",
        content_type="multipart/form-data; boundary=x",
        headers=phone.headers,
        CONTENT_LENGTH=str(10**9),
    )
    assert over.status_code == 413


def test_a_body_that_is_no_form_and_other_methods_are_refused(phone):
    for content_type in ("text/xml", "application/json", "multipart/form-data"):
        answer = phone.browser.generic(
            "POST", "/collect/submission", b"<data/>", content_type=content_type, headers=phone.headers
        )
        assert answer.status_code == 400
    assert phone.browser.post("/collect/submission", {"x": "y"}, headers=phone.headers).status_code == 400
    assert phone.browser.put("/collect/submission", headers=phone.headers).status_code == 405
    assert phone.browser.post("/collect/formList", headers=phone.headers).status_code == 405
    other = phone.browser.get("/collect/forms/complaint-akt.xml", headers=phone.headers)
    assert other.status_code == 404


def test_what_collecting_keeps_of_a_case_goes_with_it(phone):
    filled = phone.get_blank().fill({**TOLD, "Photo_1_files": "a.jpg"}).sent(**{"a.jpg": samples.jpeg()})
    phone.send(filled)
    erase_case(the_only_case())
    assert not Submission.objects.exists()
    assert not SubmissionFile.objects.exists()


def test_nothing_that_was_told_and_no_password_is_in_a_log_or_an_audit_line(phone, caplog):
    with caplog.at_level(logging.DEBUG):
        blank = phone.get_blank()
        phone.send(blank.fill({**TOLD, "Photo_1_files": "Drita.jpg"}).sent(**{"Drita.jpg": samples.jpeg()}))
        phone.send(blank.fill({**TOLD, "happened_on": "2099-01-01"}).sent())
    told = [record.getMessage() for record in caplog.records]
    told += [str(event.facts) for event in AuditEvent.objects.all()]
    for secret in ("certifikat", "Drita", "123 4567", phone.password):
        assert not [line for line in told if secret in line]


def test_two_partners_may_get_the_same_id_from_two_telephones(phone, api, giorgi, partner_b):
    shown = api(giorgi).post("/partners/akt/field_accesses/", {"name": "B"}).json()
    other = Phone(shown["user_name"], shown["password"])
    first = phone.get_blank().fill(TOLD).sent()
    phone.send(first)
    told = {name: value for name, value in TOLD.items() if name not in ("place", "institution")}
    filled = other.get_blank().fill({**told, "consents": "processing"}).sent(first.instance)
    assert other.send(filled)[0].status_code == 201
    assert set(Case.objects.values_list("owner__slug", flat=True)) == {"pif", "akt"}
    assert other.send(first)[0].status_code == 400, "the other partner's form is not theirs"
