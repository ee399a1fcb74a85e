"""Sealed identities at intake: who complains is sealed to keys that the server does not have."""

from base64 import b64decode
from typing import Any

import pyrage
import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.age import checked_recipient, is_for_one_key, sealed_to
from backend.common.errors import Invalid
from backend.complaints.models import ComplainantKind, Complaint, ContactWish
from backend.identity.errors import IdentityErased, IdentitySealed
from backend.identity.models import ComplainantIdentity, ContactMark, IdentityLook, SealingKey
from backend.identity.services import (
    IdentityDetails,
    compare,
    complaints_with_same_contact,
    is_kept,
    reveal,
    sealed_identity,
    sealing_key_behind,
)
from backend.identity.services.sealing import sealed_details
from backend.keyring.errors import KeyDestroyed
from backend.keyring.services import destroy
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.factories.complaints import complaint_of, file
from tests.factories.sealing import PartnersKey, details_in, public_of

pytestmark = pytest.mark.django_db
NAME, EMAIL, PHONE = "Drita Kola", "drita@example.org", "+355 69 123 4567"
TOLD = IdentityDetails(name=NAME, email=EMAIL, phone=PHONE)


def file_named(partner: Partner, **changes: Any) -> Complaint:
    known = {
        "complainant_kind": ComplainantKind.CONFIDENTIAL,
        "identity": TOLD,
        "contact_wish": ContactWish.PHONE,
    }
    return complaint_of(file(partner, **known | changes))


@pytest.fixture
def key(partner_a: Partner, dafina: User) -> PartnersKey:
    """A seals identities."""
    made = PartnersKey(partner_a)
    made.kept(dafina)
    return made


def kept(complaint: Complaint) -> ComplainantIdentity:
    return ComplainantIdentity.objects.get(complaint=complaint)


def test_what_a_complainant_tells_is_sealed_and_stands_in_no_column(
    key: PartnersKey, partner_a: Partner
) -> None:
    complaint = file_named(partner_a)
    row = kept(complaint)
    assert (row.name, row.email, row.phone, row.address) == ("", "", "", "")
    assert sealing_key_behind(complaint) == SealingKey.objects.get()
    file_ = sealed_identity(complaint_id=complaint.pk)
    assert details_in(file_, key.private) == {"name": NAME, "email": EMAIL, "phone": PHONE}
    with pytest.raises(pyrage.DecryptError):
        details_in(file_, key.recovery)


def test_no_mark_of_a_sealed_contact_is_kept_so_that_nobody_can_try_numbers_out(
    key: PartnersKey, partner_a: Partner
) -> None:
    first, second = file_named(partner_a), file_named(partner_a)
    assert not ContactMark.objects.exists()
    assert complaints_with_same_contact(first.pk) == complaints_with_same_contact(second.pk) == frozenset()


def test_the_length_of_what_is_sealed_does_not_tell_how_long_a_name_is(
    key: PartnersKey, partner_a: Partner
) -> None:
    row = SealingKey.objects.get()
    payloads = set()
    for name in ("Bo", NAME, "Gjergj Kastrioti Skënderbeu i Krujës"):
        whole = sealed_details({"name": name, "email": "", "phone": "", "address": ""}, row)
        payloads.add(len(whole.rpartition(b"\n--- ")[2]) if b"\n--- " in whole else 0)
    assert len(payloads) == 1 and payloads != {0}


def test_an_identity_is_never_kept_in_the_open_because_sealing_failed(
    key: PartnersKey, partner_a: Partner
) -> None:
    SealingKey.objects.update(public="age1notakey")
    with pytest.raises(pyrage.RecipientError), transaction.atomic():
        file_named(partner_a)
    assert not ComplainantIdentity.objects.exists()


def test_where_sealing_is_off_an_identity_is_kept_as_before(partner_a: Partner, dafina: User) -> None:
    PartnersKey(partner_a).kept(dafina, seals=False)
    row = kept(file_named(partner_a))
    assert (row.name, row.sealed, row.sealing_key) == (NAME, None, None)


def test_what_was_sealed_stays_sealed_when_sealing_is_turned_off(
    key: PartnersKey, partner_a: Partner
) -> None:
    complaint = file_named(partner_a)
    SealingKey.objects.update(seals=False)
    assert details_in(sealed_identity(complaint_id=complaint.pk), key.private)["name"] == NAME
    assert kept(file_named(partner_a)).name == NAME


def test_another_partner_seals_nothing_because_this_one_does(key: PartnersKey, partner_b: Partner) -> None:
    assert kept(file_named(partner_b)).sealing_key is None


def test_an_older_identity_opens_with_the_older_key_and_a_new_one_with_the_new(
    key: PartnersKey, partner_a: Partner, dafina: User
) -> None:
    old = file_named(partner_a)
    SealingKey.objects.update(seals=False, retired_at=clock.now())
    newer = PartnersKey(partner_a)
    newer.kept(dafina)
    new = file_named(partner_a)
    assert details_in(sealed_identity(complaint_id=old.pk), key.private)["name"] == NAME
    assert details_in(sealed_identity(complaint_id=new.pk), newer.private)["name"] == NAME
    with pytest.raises(pyrage.DecryptError):
        details_in(sealed_identity(complaint_id=new.pk), key.private)


def test_an_anonymous_complaint_leaves_nothing_to_seal(key: PartnersKey, partner_a: Partner) -> None:
    complaint = complaint_of(file(partner_a))
    assert not ComplainantIdentity.objects.exists()
    assert sealing_key_behind(complaint) is None


def test_the_wish_to_be_called_still_needs_a_number(key: PartnersKey, partner_a: Partner) -> None:
    with pytest.raises(Invalid) as told:
        file_named(partner_a, identity=IdentityDetails(name=NAME))
    assert {error.code for error in told.value.errors} == {"contact.missing"}


def test_a_caller_is_not_compared_with_what_is_sealed(
    key: PartnersKey, partner_a: Partner, arta: User
) -> None:
    complaint = file_named(partner_a)
    with pytest.raises(IdentitySealed):
        compare(
            complaint=complaint,
            told=TOLD,
            reason=IdentityLook.Reason.NEW_RECEIPT,
            owner_id=partner_a.pk,
            actor=actor_of(arta),
        )
    assert not IdentityLook.objects.exists()


def test_the_way_of_reading_without_custodians_key_shows_nothing_of_what_is_sealed(
    key: PartnersKey, partner_a: Partner
) -> None:
    complaint = file_named(partner_a)
    with pytest.raises(IdentitySealed):
        reveal(complaint_id=complaint.pk, wanted=["name"])


def test_erasing_destroys_a_sealed_identity_although_the_server_cannot_open_it(
    key: PartnersKey, partner_a: Partner
) -> None:
    complaint = file_named(partner_a)
    destroy(kept(complaint).identity_key)
    assert not is_kept(complaint)
    with pytest.raises(IdentityErased):
        sealed_identity(complaint_id=complaint.pk)
    with pytest.raises(KeyDestroyed):
        _ = kept(complaint).sealed


def test_the_database_refuses_a_sealed_identity_without_its_key_and_two_keys_in_use(
    key: PartnersKey, partner_a: Partner, dafina: User
) -> None:
    complaint = file_named(partner_a)
    with pytest.raises(IntegrityError), transaction.atomic():
        ComplainantIdentity.objects.filter(complaint=complaint).update(sealing_key=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnersKey(partner_a).kept(dafina)
    with pytest.raises(IntegrityError), transaction.atomic():
        SealingKey.objects.update(retired_at=clock.now())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age1",
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
        "ssh-ed25519 AAAA",
        "Drita",
    ],
)
def test_nothing_but_a_public_key_is_taken_for_one(text: str) -> None:
    with pytest.raises(Invalid):
        checked_recipient("public", text, "no")


def test_a_private_key_pasted_by_mistake_is_refused_and_not_repeated() -> None:
    private = str(PartnersKey.__dataclass_fields__["private"].default_factory())  # type: ignore[misc]
    with pytest.raises(Invalid) as told:
        checked_recipient("public", private, "no")
    assert private not in repr(told.value) and told.value.__cause__ is None


def test_a_file_for_two_people_for_a_passphrase_or_for_nobody_is_not_taken_for_one_key() -> None:
    one, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    single = sealed_to(public_of(one), b"words")
    assert is_for_one_key(single)
    assert not is_for_one_key(pyrage.encrypt(b"words", [one.to_public(), other.to_public()]))
    assert not is_for_one_key(pyrage.passphrase.encrypt(b"words", "a passphrase"))
    assert not is_for_one_key(b"Drita Kola") and not is_for_one_key(b"")
    assert not is_for_one_key(single[: single.index(b"\n--- ")]) and not is_for_one_key(b" " + single)


@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_broken_file_is_refused_and_never_an_error(noise: bytes, at: int) -> None:
    single = sealed_to(public_of(pyrage.x25519.Identity.generate()), b"words")
    assert not is_for_one_key(noise)
    is_for_one_key(single[:at] + noise + single[at:])


def test_what_a_browser_seals_is_known_and_opens_with_the_same_key() -> None:
    """Made by the dashboard's library, for a key that was made for this test."""
    private = pyrage.x25519.Identity.from_str(
        "AGE-SECRET-KEY-192QR6HMTLS626H3G424GJ5GGS8RUA9N20P6G66XVUGKE663DULQQ0PD9QY"
    )
    file_ = b64decode(
        "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSA3SS8vR2hjVG13OGdNYVpuYlRtbXNnNWJ4dGcyVjZWT2pu"
        "azhmMmpmY1FjCjNQV3B1dUt5VXY4TzV2S0VxUXMyckZjY0hjZXJabGN5UTRYYzRnZTByaWsKLS0tIDNKWjJoeG1T"
        "KzJLaEJxRnkwaWxrTStlL2tDd1N2bzYrSVRTaWNwWFk2MEkKCfgQIAxlpGyOMZ391LuNKrtdqN3SAwQCoQ6cL28S"
        "2W+77xnzIp5GpaQd6ob+neAJBboh3rg="
    )
    assert is_for_one_key(file_)
    assert details_in(file_, private) == {"name": "Drita Kola"}
