"""The receipt page's notices: off at first, warned about, and the address is never shown."""

from typing import Any

import pytest

from backend.complaints.models import ComplainantKind, ContactWish, Message
from backend.identity.models import NoticeWish
from backend.identity.services import IdentityDetails, notices
from backend.partners.models import Partner
from tests.factories.complaints import complaint_of, file
from tests.intake.pages.test_forms import all_that_is_stored
from tests.intake.pages.visitor import Visitor

pytestmark = pytest.mark.django_db
ADDRESS = "drita.kola@example.org"


@pytest.fixture
def filed(partner_a: Partner) -> Any:
    return file(
        partner_a,
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=IdentityDetails(name="Drita Kola"),
        contact_wish=ContactWish.RECEIPT_ONLY,
    )


@pytest.fixture
def back(filed: Any) -> Visitor:
    return opened_with(filed)


def opened_with(filed: Any, language: str = "en") -> Visitor:
    visitor = Visitor(f"/receipt/?language={language}")
    visitor.path = "/receipt/"
    return visitor.press("open", number=filed.receipt.number, secret=filed.receipt.secret)


def test_notices_are_turned_on_and_off(back: Visitor) -> None:
    assert "Notices are off." in back.text
    back.press("notices_on", notices_channel="email", notices_address=ADDRESS)
    assert "Notices are on." in back.text
    assert ADDRESS not in back.text
    assert "an e-mail comes when there is news" in back.text
    back.press("notices_off")
    assert "the address is destroyed" in back.text
    assert NoticeWish.objects.get().address is None


def test_the_address_is_stored_nowhere_in_the_open(back: Visitor) -> None:
    back.press("notices_on", notices_channel="email", notices_address=ADDRESS)
    assert ADDRESS not in all_that_is_stored()


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(back: Visitor) -> None:
    back.press("notices_on", notices_channel="email", notices_address="drita", text="Gjysmë fjalie")
    assert back.answer.status_code == 400
    assert "#id_notices_address" in back.page.links
    assert 'aria-describedby="notices_address_error"' in back.text
    assert back.page.filled["notices_address"] == "drita"
    assert back.page.filled["text"] == "Gjysmë fjalie"
    assert not Message.objects.exists()
    back.press("notices_on", notices_channel="")
    assert "#id_notices_channel" in back.page.links


def test_where_there_is_one_way_it_need_not_be_chosen(filed: Any, settings: Any) -> None:
    from backend.config.texting import TextGateway

    settings.DOSJA_SMS = TextGateway("off")
    back = opened_with(filed)
    assert "notices_channel" not in back.text
    back.press("notices_on", notices_address=ADDRESS)
    assert NoticeWish.objects.get().channel == "email"


def test_where_nothing_can_be_sent_nothing_is_offered(filed: Any, settings: Any) -> None:
    from backend.config.texting import TextGateway

    settings.DOSJA_SMS, settings.DOSJA_MAIL_ON = TextGateway("off"), False
    assert "notices" not in opened_with(filed).text


def test_who_is_anonymous_is_warned_and_has_to_say_so(partner_a: Partner) -> None:
    back = opened_with(file(partner_a))
    assert "An address can tell who you are" in back.text
    back.press("notices_on", notices_channel="email", notices_address=ADDRESS)
    assert "#id_notices_understood" in back.page.links
    assert not NoticeWish.objects.exists()
    back.press("notices_on", notices_understood="on")
    assert NoticeWish.objects.get().ended_at is None


def test_a_refused_address_is_told(back: Visitor, filed: Any) -> None:
    back.press("notices_on", notices_channel="email", notices_address=ADDRESS)
    notices.end_wish(NoticeWish.objects.get().pk, because=NoticeWish.Ending.REFUSED)
    assert "could not be reached for good" in back.go("/receipt/").text


def test_looking_at_the_page_counts_as_having_seen_the_news(back: Visitor, filed: Any) -> None:
    back.press("notices_on", notices_channel="email", notices_address=ADDRESS)
    before = NoticeWish.objects.get().seen_at
    back.go("/receipt/")
    assert NoticeWish.objects.get().seen_at > before


def test_pressing_twice_asks_once(back: Visitor, filed: Any) -> None:
    again = {**back.page.values, "go": "notices_on", "notices_channel": "email", "notices_address": ADDRESS}
    back.send(again).send(again)
    wish = notices.wish_of(complaint_of(filed))
    assert wish is not None
    assert wish.asked_times == 1
