"""Putting a complainant's identity into the vault. Nothing here reads it."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.common.errors import FieldError, Invalid
from backend.common.written import insert
from backend.complaints.models import ComplainantKind, Complaint, ContactWish
from backend.complaints.words import check_words
from backend.identity.models import ComplainantIdentity
from backend.identity.services.marks import mark
from backend.identity.services.sealing import sealed_details, sealing_key_of
from backend.keyring.models import DataKey
from backend.partners.actors import Actor

# Which detail a wish to be contacted needs; the other wishes need none.
_NEEDED_FOR = {ContactWish.EMAIL: "email", ContactWish.PHONE: "phone", ContactWish.POST: "address"}
_LONGEST = {"name": 200, "email": 254, "phone": 50, "address": 500}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class IdentityDetails:
    """Who the complainant is. It has no readable repr, so that no log or traceback keeps it."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def is_empty(self) -> bool:
        return not any((self.name.strip(), self.email.strip(), self.phone.strip(), self.address.strip()))


def check_identity(
    details: IdentityDetails, complainant_kind: ComplainantKind, contact_wish: ContactWish
) -> list[FieldError]:
    """What is wrong with the details for this kind of complainant and this wish to be contacted."""
    errors = [
        error
        for name, longest in _LONGEST.items()
        for error in check_words(f"identity.{name}", getattr(details, name), longest=longest)
    ]
    if complainant_kind == ComplainantKind.ANONYMOUS:
        if not details.is_empty:
            message = _("You chose to stay anonymous: leave name and contact out.")
            errors.append(FieldError("identity", "identity.not_wanted", message))
    elif details.is_empty:
        message = _("Give a name or a way to reach you, or choose to stay anonymous.")
        errors.append(FieldError("identity", "identity.required", message))
    needed = _NEEDED_FOR.get(contact_wish)
    if needed and not getattr(details, needed).strip():
        message = _("Give the contact that you wish to be reached by, or choose another way.")
        errors.append(FieldError("contact_wish", "contact.missing", message))
    return errors


@transaction.atomic(savepoint=False)
def store_identity(
    *, complaint: Complaint, details: IdentityDetails, key: DataKey, actor: Actor
) -> ComplainantIdentity:
    """Seal a complainant's identity under the key made for it alone, and first to the partner's custodians
    where it seals identities. Raises Invalid for an anonymous complaint.

    Part of filing, which leaves the audit line: a line of its own would say in the log who is not anonymous.
    """
    kind, wish = ComplainantKind(complaint.complainant_kind), ContactWish(complaint.contact_wish)
    if errors := check_identity(details, kind, wish):
        raise Invalid(errors)
    if kind == ComplainantKind.ANONYMOUS:
        message = _("You chose to stay anonymous: leave name and contact out.")
        raise Invalid.field("identity", "identity.not_wanted", message)
    identity = ComplainantIdentity(complaint=complaint, identity_key=key)
    sealing_key = sealing_key_of(complaint.partner_id)
    if sealing_key is not None:
        identity.sealing_key = sealing_key
        identity.sealed = sealed_details(asdict(details), sealing_key)
        insert(identity)
        # No marks: whoever has the keys could try out all telephone numbers on them.
        return identity
    identity.name, identity.email = details.name, details.email
    identity.phone, identity.address = details.phone, details.address
    insert(identity)
    mark(identity, partner_id=complaint.partner_id)
    return identity
