"""Comparing what a caller says with the vault: the answer is yes or no, never which part, never a detail."""

import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.common import clock
from backend.common.folding import fold
from backend.complaints.models import Complaint
from backend.identity.errors import IdentitySealed
from backend.identity.models import ComplainantIdentity, IdentityLook
from backend.identity.services.vault import IdentityDetails
from backend.partners.actors import Actor
from backend.partners.models import Membership
from backend.partners.roles import Role

# Fewer would be known to every neighbour; where less is kept, all of it has to agree.
ENOUGH: Final = 2
_SHORTEST_NUMBER: Final = 7
_SHORTEST_NAME: Final = 2
# Of somebody with several roles the one that the complainant should know of.
_TELLING: Final = (
    Role.COORDINATOR,
    Role.LEGAL_ADVISER,
    Role.CASEWORKER,
    Role.INTAKE_OFFICER,
    Role.CUSTODIAN,
    Role.FIELD_RESEARCHER,
    Role.OBSERVER,
)


@transaction.atomic
def compare(
    *, complaint: Complaint, told: IdentityDetails, reason: IdentityLook.Reason, owner_id: UUID, actor: Actor
) -> bool:
    """Whether a caller knows what the complainant told about himself. The look is kept, agreeing or not.

    Everything that was told has to agree with what is kept, and two details at least. Of an anonymous
    complaint nothing agrees; of a sealed one nobody here can tell. Part of the work on a case, which leaves
    the audit line. Raises IdentitySealed.
    """
    if actor.user is None:
        raise ValueError("only a person compares")
    kept = ComplainantIdentity.objects.select_related("identity_key__partner_key").filter(complaint=complaint)
    identity = kept.first()
    if identity is not None and identity.sealing_key_id is not None:
        raise IdentitySealed()
    matched = identity is not None and _agrees(identity, told)
    IdentityLook.objects.create(
        complaint=complaint,
        kind=IdentityLook.Kind.COMPARED,
        reason=reason,
        matched=matched,
        role=role_of(actor, owner_id),
        actor=actor.user,
    )
    return matched


def looks_at(complaint: Complaint) -> list[IdentityLook]:
    """Everything that was ever done with the identity of a complainant, oldest first."""
    return list(IdentityLook.objects.filter(complaint=complaint).order_by("at", "id"))


def wrong_compares(complaint: Complaint, *, within: timedelta) -> list[IdentityLook]:
    """Comparisons of late that did not agree, oldest first."""
    since = clock.now() - within
    wrong = IdentityLook.objects.filter(complaint=complaint, kind=IdentityLook.Kind.COMPARED, matched=False)
    return list(wrong.filter(at__gt=since).order_by("at", "id"))


def _agrees(kept: ComplainantIdentity, told: IdentityDetails) -> bool:
    """All details are looked at, also when the first is wrong: the time tells nothing either."""
    known = [name for name in _SAME if getattr(kept, name).strip()]
    compared = [
        _SAME[name](getattr(kept, name), getattr(told, name)) for name in known if getattr(told, name).strip()
    ]
    return all(compared) and len(compared) >= min(ENOUGH, len(known)) > 0


def _same_name(kept: str, told: str) -> bool:
    """In any script and order; a second given name may be left out."""
    return _same_words(kept, told, shortest=_SHORTEST_NAME)


def _same_address(kept: str, told: str) -> bool:
    return _same_words(kept, told, shortest=2) or _same_words(told, kept, shortest=2)


def _same_words(kept: str, told: str, *, shortest: int) -> bool:
    all_words, said = fold(kept).split(), fold(told).split()
    enough = min(shortest, len(all_words))
    return 0 < enough <= len(said) and set(said) <= set(all_words)


def _same_number(kept: str, told: str) -> bool:
    """With or without the code of the country."""
    one, other = _national(kept), _national(told)
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_NUMBER and longer.endswith(shorter)


def _national(number: str) -> str:
    digits = "".join(str(unicodedata.decimal(char, "")) for char in number)
    return digits.lstrip("0")


def _same_email(kept: str, told: str) -> bool:
    one, other = (unicodedata.normalize("NFKC", text).strip().casefold() for text in (kept, told))
    return one == other


_SAME: Final[dict[str, Callable[[str, str], bool]]] = {
    "name": _same_name,
    "phone": _same_number,
    "email": _same_email,
    "address": _same_address,
}


def role_of(actor: Actor, partner_id: UUID) -> Role:
    """The role in which somebody had to do with an identity, as the complainant is told."""
    memberships = Membership.objects.running().filter(user=actor.user, partner_id=partner_id)
    held = set(memberships.values_list("role", flat=True))
    return next((role for role in _TELLING if role in held), Role.CASEWORKER)
