"""Addresses for notices: taken with care, sealed under a key of their own, destroyed when no more needed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from backend.audit.models import AuditEvent
from backend.cases.models import CaseEvent
from backend.common import clock
from backend.common.errors import Invalid
from backend.complaints.models import Complaint
from backend.identity.errors import AskedTooOften
from backend.identity.models import NoticeWish
from backend.identity.services import notices
from backend.identity.services.addresses import checked_address
from backend.keyring.models import DataKey
from backend.keyring.services import rewrap_subject
from backend.partners.models import Partner
from tests.factories.complaints import complaint_of, file, statement_with_name

pytestmark = pytest.mark.django_db
ADDRESS = "drita.kola@example.org"


@pytest.fixture
def complaint(partner_a: Partner) -> Complaint:
    """Of somebody whose name the partner knows."""
    named = statement_with_name()
    return complaint_of(
        file(
            partner_a,
            complainant_kind=named.complainant_kind,
            identity=named.identity,
            contact_wish=named.contact_wish,
        )
    )


@pytest.fixture
def nameless(partner_a: Partner) -> Complaint:
    return complaint_of(file(partner_a))


def wished(complaint: Complaint, channel: str = "email", address: str = ADDRESS) -> NoticeWish:
    return notices.turn_on(complaint=complaint, channel=channel, address=address, understood=True)


def everything_stored() -> bytes:
    """All bytes of the database that a wish could have touched."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM identity_noticewish")
        values = [value for row in cursor.fetchall() for value in row]
    return b"".join(
        bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode() for one in values
    )


def test_nobody_is_told_who_did_not_ask(complaint: Complaint) -> None:
    assert notices.wish_of(complaint) is None
    assert not notices.may_be_told().exists()


def test_the_address_lies_sealed_under_a_key_of_its_own(complaint: Complaint) -> None:
    wish = wished(complaint)
    assert wish.notice_key is not None
    assert wish.notice_key.purpose == DataKey.Purpose.NOTICE
    assert wish.notice_key_id != complaint.data_key_id
    assert DataKey.objects.filter(subject_id=complaint.pk).count() == 2
    assert ADDRESS.encode() not in everything_stored()
    assert NoticeWish.objects.get().address == ADDRESS


def test_a_wish_leaves_nothing_that_staff_reads(nameless: Complaint) -> None:
    """A line "notices turned on" would say that somebody without a name left an address."""
    before = AuditEvent.objects.count(), CaseEvent.objects.count()
    wished(nameless)
    notices.turn_off(complaint=nameless)
    assert (AuditEvent.objects.count(), CaseEvent.objects.count()) == before


def test_whoever_is_anonymous_is_warned_first(nameless: Complaint, complaint: Complaint) -> None:
    with pytest.raises(Invalid) as refused:
        notices.turn_on(complaint=nameless, channel="email", address=ADDRESS, understood=False)
    assert [(one.field, one.code) for one in refused.value.errors] == [("understood", "required")]
    assert not NoticeWish.objects.exists()
    assert notices.turn_on(complaint=complaint, channel="email", address=ADDRESS, understood=False).pk
    assert wished(nameless).pk


def test_turning_off_destroys_the_address_and_its_key(complaint: Complaint) -> None:
    key_id = wished(complaint).notice_key_id
    notices.turn_off(complaint=complaint)
    wish = NoticeWish.objects.get()
    assert (wish.address, wish.notice_key_id, wish.ended_because) == (None, None, "off")
    assert DataKey.objects.get(pk=key_id).wrapped is None
    notices.turn_off(complaint=complaint)
    assert NoticeWish.objects.get().ended_at == wish.ended_at


def test_another_address_takes_the_place_of_the_first(complaint: Complaint) -> None:
    first = wished(complaint).notice_key_id
    again = wished(complaint, "sms", "069 20 12 345")
    assert NoticeWish.objects.get().address == "+355692012345"
    assert not DataKey.objects.filter(pk=first).exists()
    assert (again.confirmed_at, again.told_at, again.ended_at) == (None, None, None)


def test_after_it_was_turned_off_it_can_be_turned_on_again(complaint: Complaint) -> None:
    wished(complaint)
    notices.turn_off(complaint=complaint)
    assert wished(complaint).ended_at is None
    assert NoticeWish.objects.get().address == ADDRESS


def test_nobody_is_pestered_by_turning_notices_on_and_on(complaint: Complaint) -> None:
    for _ in range(3):
        wished(complaint)
        notices.turn_off(complaint=complaint)
    with pytest.raises(AskedTooOften) as refused:
        wished(complaint)
    assert 0 < refused.value.retry_after <= 24 * 3600
    with clock.frozen(clock.now() + timedelta(hours=25)):
        assert wished(complaint).pk


def test_the_database_keeps_no_address_of_an_ended_wish(complaint: Complaint) -> None:
    wished(complaint)
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeWish.objects.update(ended_at=clock.now(), ended_because="off")


def test_the_key_is_handed_over_with_the_case(complaint: Complaint, partner_b: Partner) -> None:
    wished(complaint)
    rewrap_subject(complaint.pk, partner_b.pk)
    wish = NoticeWish.objects.get()
    assert wish.notice_key is not None
    assert wish.notice_key.partner_id == partner_b.pk
    assert wish.address == ADDRESS


@pytest.mark.parametrize(
    ("told", "country", "kept"),
    [
        ("069 20 12 345", "AL", "+355692012345"),
        ("+355 (69) 20-12-345", "AL", "+355692012345"),
        ("00383 44 123 456", "AL", "+38344123456"),
        ("044/123-456", "XK", "+38344123456"),
        ("0 599 12 34 56", "GE", "+995599123456"),
        ("064–123.45.67", "RS", "+381641234567"),
    ],
)
def test_a_telephone_number_is_kept_in_one_way(told: str, country: str, kept: str) -> None:
    assert checked_address("sms", told, country=country) == kept


@pytest.mark.parametrize(
    ("channel", "told", "code"),
    [
        ("email", "", "blank"),
        ("email", " ", "blank"),
        ("email", "drita", "invalid_email"),
        ("email", "a@b.example\nBcc: x@y.example", "invalid_email"),
        ("email", "a@b.example, c@d.example", "invalid_email"),
        ("email", "a" * 250 + "@b.example", "invalid_email"),
        ("sms", "drita@example.org", "invalid_telephone"),
        ("sms", "69 20 12 345", "invalid_telephone"),
        ("sms", "+38", "invalid_telephone"),
        ("sms", "+٣٥٥٦٩٢٠١٢٣٤٥", "invalid_telephone"),
        ("sms", "+1234567890123456", "invalid_telephone"),
        ("sms", "112", "invalid_telephone"),
    ],
)
def test_what_is_no_address_is_refused_without_being_repeated(channel: str, told: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_address(channel, told, country="AL")
    [error] = refused.value.errors
    assert (error.field, error.code) == ("address", code)
    assert not told.strip() or told.strip() not in f"{error.message} {refused.value!r}"
