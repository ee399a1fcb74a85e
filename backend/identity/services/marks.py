"""Marks of telephone numbers and e-mail addresses: they tell that two complaints gave the same, never what.

A mark is a digest under a key that only this partner's complaints share. It is made when the identity is
sealed and goes with it; looking for the same one opens nothing.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final
from uuid import UUID

from backend.common.written import insert
from backend.identity.models import ComplainantIdentity, ContactMark
from backend.keyring.services import partner_digest

# With or without the code of the country, with or without the zero before the number.
_TELLING_DIGITS: Final = 8
_SHORTEST_NUMBER: Final = 7
# The telephone of an office, a lawyer or a helper stands in many complaints and tells of no person.
MOST_OF_ONE_PERSON: Final = 10

Kind = ContactMark.Kind


def mark(identity: ComplainantIdentity, *, partner_id: UUID) -> None:
    """Keep the marks of an identity that is being sealed."""
    told = _told(phone=identity.phone, email=identity.email)
    insert(
        *(
            ContactMark(
                identity=identity,
                kind=kind,
                digest=partner_digest(partner_id=partner_id, label=f"contact:{kind}", value=value),
            )
            for kind, value in told
        )
    )


def complaints_with_same_contact(complaint_id: UUID) -> frozenset[UUID]:
    """Other complaints that gave the same telephone number or e-mail address. Which one, is not told."""
    own = ContactMark.objects.filter(identity__complaint=complaint_id)
    digests = list(own.values_list("digest", flat=True))
    if not digests:
        return frozenset()
    same: set[UUID] = set()
    for digest in digests:
        others = ContactMark.objects.filter(digest=digest).exclude(identity__complaint=complaint_id)
        found = list(others.values_list("identity__complaint_id", flat=True)[: MOST_OF_ONE_PERSON + 1])
        if len(found) <= MOST_OF_ONE_PERSON:
            same.update(found)
    return frozenset(same)


def _told(*, phone: str, email: str) -> Iterator[tuple[Kind, str]]:
    number = "".join(str(unicodedata.decimal(char, "")) for char in phone).lstrip("0")
    if len(number) >= _SHORTEST_NUMBER:
        yield Kind.PHONE, number[-_TELLING_DIGITS:]
    if address := unicodedata.normalize("NFKC", email).strip().casefold():
        yield Kind.EMAIL, address
