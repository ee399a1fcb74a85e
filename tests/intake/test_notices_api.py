"""`POST /receipts/notices/`: the complainant turns notices on and off, and the address is never told back."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.cases.models import Case
from backend.complaints.models import ComplainantKind, ContactWish, ReceiptThrottle
from backend.identity.models import NoticeWish
from backend.identity.services import IdentityDetails
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories.complaints import file, wrong_secret

pytestmark = pytest.mark.django_db
ON, OFF = "/receipts/notices/", "/receipts/notices/off/"
WISH = {"channel": "email", "address": "drita.kola@example.org"}


@pytest.fixture
def filed(partner_a: Partner) -> Any:
    return file(
        partner_a,
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=IdentityDetails(name="Drita Kola"),
        contact_wish=ContactWish.RECEIPT_ONLY,
    )


@pytest.fixture
def receipt(filed: Any) -> dict[str, str]:
    return {"number": filed.receipt.number, "secret": filed.receipt.secret}


def test_notices_are_off_until_somebody_wishes_for_them(anonymous: Caller, receipt: dict[str, str]) -> None:
    told = anonymous.post("/receipts/", receipt).json()["notices"]
    assert told == {"offered": ["email", "sms"], "channel": None, "since": None, "ended_because": ""}


def test_on_elsewhere_and_off(anonymous: Caller, receipt: dict[str, str]) -> None:
    on = anonymous.post(ON, receipt | WISH)
    assert (on.status_code, on.json()["channel"]) == (200, "email"), on.json()
    assert "no-store" in on.headers["Cache-Control"]
    moved = anonymous.post(ON, receipt | {"channel": "sms", "address": "069 201 2345"})
    assert moved.json()["channel"] == "sms"
    told = anonymous.post("/receipts/", receipt)
    assert told.json()["notices"]["channel"] == "sms"
    assert "2012345" not in told.text + moved.text
    off = anonymous.post(OFF, receipt)
    assert (off.json()["channel"], off.json()["ended_because"]) == (None, "off")


def test_opening_the_receipt_counts_as_having_looked(anonymous: Caller, receipt: dict[str, str]) -> None:
    anonymous.post(ON, receipt | WISH)
    before = NoticeWish.objects.get().seen_at
    anonymous.post("/receipts/", receipt)
    assert NoticeWish.objects.get().seen_at > before


def test_who_is_anonymous_confirms_the_warning(anonymous: Caller, partner_a: Partner) -> None:
    nameless = file(partner_a)
    receipt = {"number": nameless.receipt.number, "secret": nameless.receipt.secret}
    refused = anonymous.post(ON, receipt | WISH)
    assert [(one["field"], one["code"]) for one in refused.json()["errors"]] == [("understood", "required")]
    assert anonymous.post(ON, receipt | WISH | {"understood": True}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"channel": "pigeon"}, "channel", "invalid_choice"),
        ({"address": "drita"}, "address", "invalid_email"),
        ({"channel": "sms"}, "address", "invalid_telephone"),
        ({"address": ""}, "address", "blank"),
        ({"address": "x" * 255}, "address", "max_length"),
        ({"address": ["a@b.example"]}, "address", "invalid"),
        ({"understood": "yes"}, "understood", "invalid"),
        ({"language": "ka"}, "language", "unknown_field"),
    ],
)
def test_each_mistake_is_told_by_field(
    anonymous: Caller, receipt: dict[str, str], changes: dict[str, Any], field: str, code: str
) -> None:
    refused = anonymous.post(ON, receipt | WISH | changes)
    assert [(one["field"], one["code"]) for one in refused.json()["errors"]] == [(field, code)]
    assert not NoticeWish.objects.exists()


def test_without_the_receipt_nothing_is_turned(
    anonymous: Caller, filed: Any, receipt: dict[str, str]
) -> None:
    anonymous.post(ON, receipt | WISH)
    wrong = receipt | {"secret": wrong_secret(filed.receipt)}
    for answer in (anonymous.post(ON, wrong | WISH, key="n-1"), anonymous.post(OFF, wrong)):
        assert (answer.status_code, answer.json()["code"]) == (404, "receipt.unknown")
    assert ReceiptThrottle.objects.get().failures == 2
    assert NoticeWish.objects.get().ended_at is None


def test_the_same_request_asks_once(anonymous: Caller, receipt: dict[str, str]) -> None:
    first, again = (anonymous.post(ON, receipt | WISH, key="n-1") for _ in range(2))
    assert first.json() == again.json()
    assert NoticeWish.objects.get().asked_times == 1


def test_after_three_times_in_a_day_it_has_to_wait(anonymous: Caller, receipt: dict[str, str]) -> None:
    answers = [anonymous.post(ON, receipt | WISH) for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert answers[-1].json()["code"] == "notices.asked_too_often"
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_nobody_at_the_partner_learns_of_it(
    anonymous: Caller, receipt: dict[str, str], api: Callable[[User], Caller], besa: User, filed: Any
) -> None:
    anonymous.post(ON, receipt | WISH)
    here = f"/cases/{Case.objects.get().pk}/"
    for path in ("", "complaint/", "events/", "messages/", "notes/"):
        told = api(besa).get(f"{here}{path}").text
        assert "drita.kola" not in told
        assert "notice" not in told
