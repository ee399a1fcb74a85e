"""`/receipt/`: back with number and secret, for a quarter of an hour, without the digits being kept."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import steps
from backend.common import clock
from backend.complaints.models import Message, Receipt
from backend.complaints.services import end, write_message
from backend.intake.models import ReceiptVisit
from backend.partners.actors import Actor, actor_of
from tests.factories.complaints import category, complaint_of, file, institution, wrong_secret
from tests.intake.pages.test_forms import all_that_is_stored
from tests.intake.pages.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(partner_a):
    category("delay")
    institution("al-cadastre")
    return file(partner_a, category="delay", institution="al-cadastre")


@pytest.fixture
def back(filed):
    return opened_with(filed)


def opened_with(filed, language="sq"):
    visitor = Visitor(f"/receipt/?language={language.lower()}")
    visitor.path = "/receipt/"
    return visitor.press("open", number=filed.receipt.number, secret=filed.receipt.secret)


def referred(filed, **facts):
    """The case, with an institution; made as rows, because only the page is looked at."""
    Case.objects.update(state="referred")
    case = Case.objects.get()
    sent = InstitutionReferral(
        case=case,
        institution=complaint_of(filed).institution,
        state="sent",
        data_key=case.data_key,
        **facts,
    )
    sent.letter = "Kërkojmë përgjigje."
    sent.save(force_insert=True)


def test_the_page_tells_how_it_stands(back, filed):
    assert filed.case.reference in back.text
    assert 'aria-current="step">Lexojmë ankesën tuaj' in back.text


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("Sent to State Cadastre Agency on 3 May 2026.", "It must answer by 17 May 2026.")),
        ("sq", ("Dërguar te Agjencia Shtetërore e Kadastrës më 3 maj 2026.", "deri më 17 maj 2026.")),
        ("sr-Latn", ("Poslato: ", "3. maj 2026.", "Rok za odgovor: 17. maj 2026.")),
        ("sr-Cyrl", ("Послато: ", "3. мај 2026.", "Рок за одговор: 17. мај 2026.")),
        ("ka", ("გაგზავნილია: ", "3 მაისი", "პასუხის ვადა: 17 მაისი")),
    ],
)
def test_each_referral_is_told_with_its_days(filed, language, sentences):
    referred(filed, sent_on=date(2026, 5, 3), due_at=date(2026, 5, 17))
    with clock.frozen(clock.now().replace(year=2026, month=5, day=10)):
        text = opened_with(filed, language).text
    for sentence in sentences:
        assert sentence.lower() in text.lower(), text


def test_a_late_answer_is_told_as_late(filed):
    referred(filed, sent_on=date(2026, 5, 3), due_at=date(2026, 5, 17))
    with clock.frozen(clock.now().replace(year=2026, month=6, day=10)):
        assert "It should have answered by 17 May 2026" in opened_with(filed, "en").text


def test_a_question_is_answered(filed, arta):
    actor = actor_of(arta)
    steps.start_triage(filed.case.pk, expected=None, actor=actor)
    steps.ask_complainant(filed.case.pk, question="Kur e dorëzuat?", expected=None, actor=actor)
    back = opened_with(filed)
    assert "Kur e dorëzuat?" in back.text
    back.press("write", text="Më 14 mars.")
    assert "Më 14 mars." in back.text
    assert Case.objects.get().state == "triage"
    assert "Arta" not in back.text


def test_a_message_sent_twice_arrives_once(back):
    again = {**back.page.values, "go": "write", "text": "Një herë."}
    back.press("write", text="Një herë.").send(again)
    assert Message.objects.count() == 1


def test_an_empty_message_is_refused_and_the_page_stays(back):
    back.press("write", text="  ")
    assert back.answer.status_code == 400
    assert 'aria-describedby="text_error"' in back.text
    assert "#id_text" in back.page.links


def test_the_language_switch_keeps_the_message(back):
    back.press("language:ka", text="Gjysmë fjalie")
    assert "Gjysmë fjalie" in back.text
    assert '<html lang="ka">' in back.text


def test_the_language_switch_keeps_number_and_secret(filed):
    visitor = Visitor("/receipt/").press("language:sr-Cyrl", number="1234", secret="5678")
    assert 'value="1234"' in visitor.text
    assert 'value="5678"' in visitor.text
    assert '<html lang="sr-Cyrl">' in visitor.text


def test_mistyped_and_unknown_look_as_the_rules_say(filed):
    visitor = Visitor("/receipt/")
    visitor.press("open", number=filed.receipt.number, secret="1")
    assert visitor.answer.status_code == 400
    assert "#id_secret" in visitor.page.links
    visitor.press("open", number=filed.receipt.number, secret=wrong_secret(filed.receipt))
    assert visitor.answer.status_code == 404
    for _ in range(5):
        visitor.press("open", number=filed.receipt.number, secret=wrong_secret(filed.receipt))
    assert visitor.answer.status_code == 429
    assert int(visitor.answer.headers["Retry-After"]) > 0
    assert not ReceiptVisit.objects.exists()


def test_the_digits_are_nowhere(back, filed):
    stored = all_that_is_stored()
    assert filed.receipt.secret not in stored
    assert filed.receipt.secret not in back.text
    assert "?" not in back.path


def test_a_visit_ends_after_a_quarter_of_an_hour_and_the_words_stay(back):
    ReceiptVisit.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    back.press("write", text="Një mesazh i gjatë")
    assert "Një mesazh i gjatë" in back.text
    assert "open" in back.page.buttons
    assert not Message.objects.exists()


def test_reading_keeps_a_visit_open(back):
    with clock.frozen(clock.now() + timedelta(minutes=10)):
        back.go("/receipt/")
    with clock.frozen(clock.now() + timedelta(minutes=20)):
        assert "write" in back.go("/receipt/").page.buttons


def test_closing_ends_the_visit(back):
    back.press("close")
    assert "open" in back.page.buttons
    assert not ReceiptVisit.objects.exists()


def test_a_receipt_that_was_ended_closes_its_visits(back, filed):
    end(complaint=complaint_of(filed))
    assert not Receipt.objects.filter(ended_at=None).exists()
    assert "open" in back.go("/receipt/").page.buttons


def test_a_long_conversation_costs_as_many_queries_as_a_short_one(filed, back):
    counts = []
    for _ in range(2):
        for number in range(15):
            write_message(
                complaint=complaint_of(filed),
                sender=Message.Sender.PARTNER,
                text=f"Mesazhi {number}",
                actor=Actor.system(),
            )
        for _ in ("the first look marks what is new", "the second writes nothing"):
            with CaptureQueriesContext(connection) as queries:
                back.go("/receipt/")
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
    # One of them finds the keys of the second lock, two whether erasure was announced or asked for.
    assert counts[0] <= 24
    assert counts[1] <= 16


def test_a_notice_is_told_once(back):
    assert "Mesazhi juaj mbërriti" in back.press("write", text="Po.").text
    assert "Mesazhi juaj mbërriti" not in back.go("/receipt/").text


def test_enter_in_a_field_loses_nothing(back):
    assert "Gjysmë fjalie" in back.press("stay", text="Gjysmë fjalie").text
