"""Whom colleagues called close to themselves, so that complaints about these people close to them.

Names are sealed, and opened only to be compared with a complaint and to be shown to who wrote them.
"""

import re
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import UUIDField
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.cases import errors
from backend.cases.models import Case, Tie
from backend.cases.services.people import readers_in, readers_of
from backend.common import crypto
from backend.common.crypto import SealBroken
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.common.folding import MAX_LENGTH, fold
from backend.common.written import Written
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import User

MOST: Final = 30
LONGEST: Final = 150
_LABEL: Final = "tie of a colleague"
# Albanian, Serbian and Georgian decline names: what a name ends with may change, its beginning does not.
_ENDING: Final = r"[a-z]{0,4}"


def ties_of(actor: Actor) -> list[tuple[UUID, str]]:
    """What the actor wrote down, in the order of writing."""
    return [
        (tie.pk, opened(tie)) for tie in Tie.objects.filter(user=_person(actor)).order_by("made_at", "pk")
    ]


@transaction.atomic
def add_tie(*, name: str, actor: Actor) -> Tie:
    """Write down the full name of a relative or somebody else close. Raises Invalid, TooManyTies."""
    person = User.objects.select_for_update().get(pk=_person(actor).pk)
    if len(fold(name).split()) < 2:
        raise Invalid.field("name", "invalid", _("Write first and last name: one word alone names too many."))
    if Tie.objects.filter(user=person).count() >= MOST:
        raise errors.TooManyTies(most=MOST)
    made = Tie(pk=uuid4(), user=person)
    made.name = crypto.seal(crypto.subkey(_LABEL), name.strip().encode(), _place(made))
    made.save(force_insert=True)
    audit.record(actor, "user.tie_added", made, chain=None)
    return made


@transaction.atomic
def remove_tie(tie_id: UUID, *, actor: Actor) -> None:
    """Take it back; cases that were closed for it stay closed. Raises NotFound."""
    found = Tie.objects.filter(user=_person(actor), pk=tie_id).first()
    if found is None:
        raise NotFound()
    audit.record(actor, "user.tie_removed", found, chain=None)
    found.delete()


def opened(tie: Tie) -> str:
    """The name, also under a root key that is just being replaced. Raises SealBroken."""
    for root in crypto.root_keys():
        try:
            return crypto.open_sealed(crypto.subkey(_LABEL, root), bytes(tie.name), _place(tie)).decode()
        except SealBroken:
            continue
    raise SealBroken()


def reseal_ties() -> int:
    """Seals every name under the current root key and returns how many there are. May be run again."""
    done = 0
    for pk in Tie.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            tie = Tie.objects.select_for_update().get(pk=pk)
            tie.name = crypto.seal(crypto.subkey(_LABEL), opened(tie).encode(), _place(tie))
            tie.save(update_fields=["name"])
            done += 1
    return done


def people_meant(words: str, case: Case) -> list[User]:
    """Of those who read the case whom the words name by first and last name, or by somebody close to them."""
    by_id = {person.pk: person for person in readers_of(case)}
    if not by_id:
        return []
    names = [(person.pk, person.name) for person in by_id.values()]
    names += [(tie.user_id, opened(tie)) for tie in _TIES.all(partner=case.owner_id)]
    folded = " ".join(fold(words[start : start + MAX_LENGTH]) for start in range(0, len(words), MAX_LENGTH))
    met = {person for person, name in names if _is_named(fold(name).split(), folded)}
    return [person for pk, person in by_id.items() if pk in met]


_TIES: Final = Written(
    Tie, lambda partner: Tie.objects.filter(user__in=readers_in(partner)), partner=UUIDField()
)


def _is_named(name: list[str], folded: str) -> bool:
    """First and last name side by side, either first, each with any ending."""
    if len(name) < 2:
        return False
    first, last = _stem(name[0]), _stem(name[-1])
    return re.search(rf"\b(?:{first} {last}|{last} {first})\b", folded) is not None


def _stem(part: str) -> str:
    """A pattern for one part of a name in every case of its declension."""
    bare = part.rstrip("aeiouj")
    return re.escape(bare if len(bare) > 2 else part) + _ENDING


def _place(tie: Tie) -> bytes:
    return crypto.aad("tie", tie.pk, tie.user_id)


def _person(actor: Actor) -> User:
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    return actor.user
