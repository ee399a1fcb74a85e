"""The vault: names lie under a key of their own, and an anonymous complaint leaves none."""

import pytest
from django.db import transaction

from backend.common.errors import Invalid
from backend.complaints.models import ComplainantKind, ContactWish
from backend.identity import services
from backend.identity.models import ComplainantIdentity
from backend.identity.services import IdentityDetails, check_identity, store_identity
from backend.keyring.models import DataKey
from backend.partners.actors import Actor
from tests.factories.complaints import complaint_of, file, statement_with_name

pytestmark = pytest.mark.django_db
WITH_NAME = statement_with_name()


def filed_with_name(partner):
    return file(
        partner,
        complainant_kind=WITH_NAME.complainant_kind,
        identity=WITH_NAME.identity,
        contact_wish=WITH_NAME.contact_wish,
    )


def test_the_identity_has_a_key_of_its_own(partner_a):
    complaint = complaint_of(filed_with_name(partner_a))
    identity = ComplainantIdentity.objects.get(complaint=complaint)
    assert identity.identity_key_id != complaint.data_key_id
    assert identity.identity_key.purpose == DataKey.Purpose.IDENTITY
    assert (identity.name, identity.phone) == ("Drita Kola", "+355 69 000 0000")


def test_the_columns_of_the_vault_are_sealed(partner_a):
    filed_with_name(partner_a)
    row = ComplainantIdentity.objects.values().get()
    assert "Drita" not in str(row)
    assert b"Drita" not in b"".join(bytes(value) for value in row.values() if isinstance(value, bytes))


def test_an_anonymous_complaint_never_gets_an_identity(partner_a):
    complaint = complaint_of(file(partner_a))
    for details in (IdentityDetails(name="Drita Kola"), IdentityDetails()):
        with pytest.raises(Invalid) as told, transaction.atomic():
            store_identity(complaint=complaint, details=details, key=complaint.data_key, actor=Actor.nobody())
        assert "identity.not_wanted" in {error.code for error in told.value.errors}
    assert not ComplainantIdentity.objects.exists()


def codes(details, kind, wish=ContactWish.RECEIPT_ONLY):
    return [(error.field, error.code) for error in check_identity(details, kind, wish)]


@pytest.mark.parametrize("kind", [ComplainantKind.IDENTIFIED, ComplainantKind.CONFIDENTIAL])
def test_whoever_is_not_anonymous_gives_a_name_or_a_way_of_contact(kind):
    assert codes(IdentityDetails(), kind) == [("identity", "identity.required")]
    assert codes(IdentityDetails(name="  "), kind) == [("identity", "identity.required")]
    for details in (IdentityDetails(name="Drita"), IdentityDetails(email="d@example.org")):
        assert codes(details, kind) == []


@pytest.mark.parametrize(
    ("wish", "detail"),
    [(ContactWish.EMAIL, "email"), (ContactWish.PHONE, "phone"), (ContactWish.POST, "address")],
)
def test_a_wish_to_be_contacted_needs_that_contact(wish, detail):
    kind = ComplainantKind.IDENTIFIED
    assert codes(IdentityDetails(name="Drita"), kind, wish) == [("contact_wish", "contact.missing")]
    assert codes(IdentityDetails(**{detail: "d@example.org"}), kind, wish) == []


def test_an_anonymous_complainant_is_reached_through_the_receipt():
    kind = ComplainantKind.ANONYMOUS
    assert codes(IdentityDetails(), kind) == []
    assert codes(IdentityDetails(), kind, ContactWish.EMAIL) == [("contact_wish", "contact.missing")]


def test_details_do_not_print_themselves():
    assert "Drita" not in repr(IdentityDetails(name="Drita"))
    assert "Drita" not in repr(WITH_NAME)


def test_one_way_alone_reads_the_vault_and_it_is_the_custodians():
    reads = {name for name in vars(services) if name.startswith(("read", "get", "reveal", "open"))}
    assert {name for name in reads if callable(getattr(services, name))} == {"reveal"}
