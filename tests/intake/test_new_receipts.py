"""A lost receipt: who asks is compared with the vault, the new one rests, and the old one can stop it."""

import json
from datetime import timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent
from backend.common import clock
from backend.complaints.models import ComplainantKind, ContactWish, Receipt, Vulnerability
from backend.complaints.receipt_codes import seal_new_secret
from backend.identity.models import ComplainantIdentity, IdentityLook
from backend.identity.services import IdentityDetails, compare
from backend.identity.services.comparing import _same_address, _same_name, _same_number
from backend.intake.models import ReceiptVisit
from backend.intake.services.new_receipts import hand_out_receipt
from backend.partners.actors import actor_of
from backend.partners.roles import Role
from tests.factories import complaints as filing
from tests.factories.partners import member
from tests.factories.sealing import PartnersKey
from tests.intake.pages.test_receipts import opened_with
from tests.intake.pages.visitor import Visitor

pytestmark = pytest.mark.django_db
KNOWN = IdentityDetails(
    name="Drita Agim Kola",
    phone="+355 69 123 4567",
    email="drita@example.org",
    address="Rr. Nënë Tereza 5, Pukë",
)
TOLD = {"name": "Drita Kola", "phone": "069 123 4567"}
TWO_DAYS = timedelta(hours=48)


def filed_with(partner, **changes):
    known = {
        "complainant_kind": ComplainantKind.CONFIDENTIAL,
        "identity": KNOWN,
        "contact_wish": ContactWish.PHONE,
    }
    return filing.file(partner, **known | changes)


@pytest.fixture
def filed(partner_a):
    return filed_with(partner_a)


@pytest.fixture
def mira(partner_a):
    """Another caseworker: the second person."""
    return member(partner_a, Role.CASEWORKER, name="Mira")


def ask(api, person, filed, told=None, **how):
    return api(person).post(f"/cases/{filed.case.pk}/new_receipt/", TOLD if told is None else told, **how)


def opening(anonymous, receipt):
    answer = anonymous.post("/receipts/", {name: receipt[name] for name in ("number", "secret")})
    return answer.status_code, answer.json().get("code")


def old(filed):
    return {"number": filed.receipt.number, "secret": filed.receipt.secret}


# Comparing


@pytest.mark.parametrize(
    "told",
    [
        {"name": "drita kola", "phone": "0691234567"},
        {"name": "Kola Drita Agim", "phone": "00355 69 1234567"},
        {"name": "Дрита Кола", "email": "DRITA@example.org "},
        {"phone": "+355691234567", "address": "Nene Tereza 5 Puke"},
        {"name": "Drita Kola", "phone": "٠٦٩١٢٣٤٥٦٧"},
    ],
)
def test_what_agrees_however_it_is_said(api, arta, filed, told):
    assert ask(api, arta, filed, told).status_code == 201


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"name": "Drita Kola"},
        {"name": "Drita", "phone": "0691234567"},
        {"name": "Drita Kola", "phone": "0691234568"},
        {"name": "Drita Hoxha", "phone": "0691234567"},
        {"name": "Drita Kola", "phone": "4567"},
        {"name": "Drita Kola", "phone": "0691234567", "email": "other@example.org"},
        {"phone": "", "name": " ", "email": "", "address": ""},
    ],
)
def test_what_does_not_agree_is_refused_and_nobody_learns_which_part(api, arta, filed, told):
    answer = ask(api, arta, filed, told)
    assert (answer.status_code, answer.json()["code"]) == (409, "receipt.not_matched")
    assert set(answer.json()) == {"type", "status", "code", "title"}
    assert Receipt.objects.count() == 1


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_never_fails_and_a_number_agrees_only_with_enough_digits(kept, told):
    for same in (_same_name, _same_address, _same_number):
        assert same(kept, told) in (True, False)
    if _same_number(kept, told):
        assert sum(char.isdecimal() for char in told) >= 7


def test_where_one_detail_is_kept_it_is_enough(api, arta, partner_a):
    details = IdentityDetails(phone="+355 69 123 4567")
    filed = filed_with(partner_a, identity=details)
    assert ask(api, arta, filed, {"phone": "069 123 4567"}).status_code == 201


def test_three_wrong_answers_a_day_and_no_more_whoever_asks(api, arta, mira, filed):
    for person in (arta, mira, arta):
        assert ask(api, person, filed, {"name": "X", "phone": "1"}).status_code == 409
    refused = ask(api, mira, filed)
    assert (refused.status_code, refused.json()["code"]) == (429, "receipt.compared_too_often")
    assert 86_000 < int(refused.headers["Retry-After"]) <= 86_400
    with clock.frozen(clock.now() + timedelta(hours=25)):
        assert ask(api, mira, filed).status_code == 201


def test_a_wrong_answer_counts_with_an_idempotency_key_too(api, arta, filed):
    ask(api, arta, filed, {"name": "X", "phone": "1"}, key="n-1")
    assert IdentityLook.objects.filter(matched=False).count() == 1


def test_every_comparison_stands_in_story_and_audit_without_a_word(api, arta, filed, caplog):
    caplog.set_level("DEBUG")
    made = ask(api, arta, filed).json()
    ask(api, arta, filed, {"name": "Zamira Xhani", "phone": "0691111222"})
    told = CaseEvent.objects.filter(action="case.identity_compared").values_list("facts", flat=True)
    assert [facts["matched"] for facts in told] == [True, False]
    lines = [*AuditEvent.objects.values_list("facts"), *CaseEvent.objects.values_list("facts")]
    kept = json.dumps(lines) + caplog.text
    for hidden in (
        "Drita",
        "Zamira",
        "1234567",
        "1111222",
        made["receipt"]["number"],
        made["receipt"]["secret"],
    ):
        assert hidden not in kept
    look = IdentityLook.objects.first()
    assert (look.role, look.kind, look.reason) == ("caseworker", "compared", "new_receipt")


def test_an_anonymous_complaint_is_refused_with_what_to_do(api, arta, partner_a):
    filed = filing.file(partner_a)
    answer = ask(api, arta, filed)
    assert (answer.status_code, answer.json()["code"]) == (409, "receipt.anonymous")
    assert "file the complaint again" in answer.json()["title"]
    assert not IdentityLook.objects.exists()


# Who may


def test_a_program_and_who_works_no_cases_hand_out_nothing(api, client_of, partner_a, ilir, filed):
    program = client_of(partner_a, Role.COORDINATOR, ["cases:read", "cases:write"])
    for caller in (program, api(ilir)):
        answer = caller.post(f"/cases/{filed.case.pk}/new_receipt/", TOLD)
        assert answer.status_code == 403
    assert not IdentityLook.objects.exists()


def test_a_stranger_cannot_tell_that_the_case_exists(api, nino, giorgi, filed):
    for person in (nino, giorgi):
        answer = ask(api, person, filed)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
        confirm = api(person).post(f"/cases/{filed.case.pk}/new_receipt/confirm/")
        assert confirm.status_code == 404
    assert not IdentityLook.objects.exists()


# Resting


def test_for_two_days_the_old_receipt_works_and_the_new_one_does_not(api, anonymous, arta, filed):
    made = ask(api, arta, filed).json()
    assert made["replacement"]["needs_second"] is False
    assert opening(anonymous, made["receipt"]) == (409, "receipt.opens_later")
    told = anonymous.post("/receipts/", old(filed)).json()
    assert told["new_receipt"]["opens_at"] == made["replacement"]["opens_at"]
    with clock.frozen(clock.now() + TWO_DAYS):
        assert opening(anonymous, made["receipt"])[0] == 200
        assert opening(anonymous, old(filed)) == (404, "receipt.unknown")
        assert opening(anonymous, made["receipt"])[0] == 200


def test_only_the_right_secret_learns_that_it_opens_later(api, anonymous, arta, filed):
    made = ask(api, arta, filed).json()["receipt"]
    from backend.complaints.receipt_codes import NewReceipt

    wrong = filing.wrong_secret(NewReceipt(made["number"], made["secret"]))
    assert opening(anonymous, made | {"secret": wrong}) == (404, "receipt.unknown")


def test_opening_the_new_one_closes_the_visits_of_the_old_one(api, anonymous, arta, filed):
    back = opened_with(filed)
    made = ask(api, arta, filed).json()["receipt"]
    with clock.frozen(clock.now() + TWO_DAYS):
        ReceiptVisit.objects.update(expires_at=clock.now() + timedelta(minutes=9))
        assert "write" in back.go("/receipt/").page.buttons
        opening(anonymous, made)
        assert "open" in back.go("/receipt/").page.buttons


def test_a_second_person_opens_it_at_once_and_not_the_first(api, anonymous, arta, mira, filed):
    made = ask(api, arta, filed).json()["receipt"]
    path = f"/cases/{filed.case.pk}/new_receipt/confirm/"
    own = api(arta).post(path)
    assert (own.status_code, own.json()["code"]) == (403, "receipt.own_confirmation")
    assert api(mira).post(path).json()["confirmed"] is True
    assert opening(anonymous, made)[0] == 200
    assert CaseEvent.objects.filter(action="case.receipt_confirmed", actor=mira).exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"vulnerability": (Vulnerability.VIOLENCE,)},
        {"contact_wish": ContactWish.RECEIPT_ONLY},
        {"kind": "corruption"},
    ],
    ids=str,
)
def test_where_a_wrong_person_would_be_dangerous_time_alone_opens_nothing(
    api, anonymous, arta, mira, partner_a, changes
):
    filed = filed_with(partner_a, **changes)
    made = ask(api, arta, filed).json()
    assert made["replacement"]["needs_second"] is True
    with clock.frozen(clock.now() + TWO_DAYS):
        assert opening(anonymous, made["receipt"]) == (409, "receipt.unconfirmed")
        assert opening(anonymous, old(filed))[0] == 200
        api(mira).post(f"/cases/{filed.case.pk}/new_receipt/confirm/")
        assert opening(anonymous, made["receipt"])[0] == 200


def test_a_receipt_in_the_wrong_hands_ends_at_once(api, anonymous, arta, filed):
    back = opened_with(filed)
    made = ask(api, arta, filed, TOLD | {"in_wrong_hands": True}).json()["receipt"]
    assert opening(anonymous, old(filed)) == (404, "receipt.unknown")
    assert "open" in back.go("/receipt/").page.buttons
    assert opening(anonymous, made) == (409, "receipt.opens_later")


def test_a_later_new_receipt_ends_an_earlier_one(api, anonymous, arta, filed):
    first, second = (ask(api, arta, filed).json()["receipt"] for _ in range(2))
    with clock.frozen(clock.now() + TWO_DAYS):
        assert opening(anonymous, first) == (404, "receipt.unknown")
        assert opening(anonymous, second)[0] == 200


def test_after_a_month_nobody_opens_it_any_more(api, anonymous, arta, filed):
    made = ask(api, arta, filed).json()["receipt"]
    with clock.frozen(clock.now() + timedelta(days=31)):
        assert opening(anonymous, made) == (404, "receipt.unknown")
        assert opening(anonymous, old(filed))[0] == 200


def test_a_repeated_request_hands_out_one_receipt(api, arta, filed):
    first, again = (ask(api, arta, filed, key="n-1") for _ in range(2))
    assert first.json() == again.json()
    assert Receipt.objects.filter(pending=True).count() == 1


# Stopping


def test_the_old_receipt_s_page_tells_of_it_and_stops_it(api, anonymous, arta, filed):
    made = ask(api, arta, filed).json()["receipt"]
    back = opened_with(filed, "en")
    assert "somebody asked us for a new receipt" in back.text
    assert "Arta" not in back.text
    back.press("renewal_stop")
    assert "Stopped." in back.text
    assert "renewal_stop" not in back.page.buttons
    with clock.frozen(clock.now() + TWO_DAYS):
        assert opening(anonymous, made) == (404, "receipt.unknown")
        assert opening(anonymous, old(filed))[0] == 200
    assert CaseEvent.objects.get(action="case.receipt_stopped").actor_kind == "complainant"


def test_after_a_stop_time_alone_opens_nothing_for_a_while(api, anonymous, arta, filed):
    ask(api, arta, filed)
    assert anonymous.post("/receipts/new_receipt/stop/", old(filed)).json()["new_receipt"] is None
    refused = anonymous.post("/receipts/new_receipt/stop/", old(filed))
    assert (refused.status_code, refused.json()["code"]) == (409, "receipt.no_replacement")
    assert ask(api, arta, filed).json()["replacement"]["needs_second"] is True


# What the complainant reads


def test_every_look_is_told_by_day_and_role_and_never_by_name(api, anonymous, arta, filed):
    ask(api, arta, filed, {"name": "X", "phone": "1"})
    ask(api, arta, filed)
    told = anonymous.post("/receipts/", old(filed)).json()["identity_looks"]
    assert [(look["role"], look["matched"]) for look in told] == [("caseworker", False), ("caseworker", True)]
    text = opened_with(filed, "en").text
    assert "It did not agree, and nothing was changed." in text
    assert "It agreed." in text
    assert "Arta" not in text
    assert "Drita" not in text


def test_the_honest_sentence_where_nobody_looked_or_nothing_is_kept(filed, partner_a):
    assert "Nobody. Your name and contacts are locked away" in opened_with(filed, "en").text
    nameless = filing.file(partner_a)
    assert "You gave no name" in opened_with(nameless, "en").text


def test_whoever_took_the_complaint_down_is_not_left_out(partner_a, arta):
    filed = filing.file(
        partner_a,
        actor_of(arta),
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=KNOWN,
        contact_wish=ContactWish.PHONE,
        channel="phone",
    )
    assert "The colleague who wrote down your complaint heard them from you." in opened_with(filed, "en").text


def test_a_look_cannot_be_edited_afterwards(filed, arta):
    from django.db import DatabaseError, transaction

    compare(
        complaint=filing.complaint_of(filed),
        told=IdentityDetails(),
        reason=IdentityLook.Reason.NEW_RECEIPT,
        owner_id=filed.case.owner_id,
        actor=actor_of(arta),
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        IdentityLook.objects.update(matched=True)


def test_comparing_changes_nothing_of_what_is_kept(api, arta, filed):
    ask(api, arta, filed)
    kept = ComplainantIdentity.objects.get()
    assert (kept.name, kept.phone) == (KNOWN.name, KNOWN.phone)


# On paper


def test_the_new_receipt_can_be_printed(anonymous, db):
    body = {"number": "4821 3905", "secret": "7301 6284 9517 7302 6481 4"}
    from stdnum import damm

    body["secret"] = body["secret"][:-1] + damm.calc_check_digit("4821390573016284951773026481")
    for language in ("sq", "ka", "en"):
        answer = anonymous.post("/receipts/pdf/", body, language=language)
        assert answer.status_code == 200, answer.content
        assert answer.content.startswith(b"%PDF")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="numbers.pdf"'
    mistyped = anonymous.post("/receipts/pdf/", body | {"number": "4821 3906"})
    assert (mistyped.status_code, mistyped.json()["code"]) == (400, "receipt.mistyped")


def test_in_the_page_s_language_the_closed_page_tells_from_when_it_opens(filed, arta, db):
    made = hand_out_receipt(
        filed.case.pk, sealed=seal_new_secret(), in_wrong_hands=False, actor=actor_of(arta)
    )
    visitor = Visitor("/receipt/?language=en")
    visitor.path = "/receipt/"
    visitor.press("open", number=made.receipt.number, secret=made.receipt.secret)
    assert visitor.answer.status_code == 409
    assert "It opens on" in visitor.text
    assert Case.objects.get().reference not in visitor.text
    with translation.override("en"):
        assert not ReceiptVisit.objects.exists()


def test_where_the_identity_is_sealed_nobody_is_compared_and_the_answer_says_what_to_do(
    api, arta, dafina, partner_a
):
    PartnersKey(partner_a).kept(dafina)
    filed = filed_with(partner_a)
    told = ask(api, arta, filed)
    assert (told.status_code, told.json()["code"]) == (409, "identity.sealed")
    assert "file the complaint again" in told.json()["title"]
    assert not IdentityLook.objects.exists()
