"""How a partner's sealed identities stand: the key in use, who can open it, what may be done next."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.cases.services.permits import AllowedAction
from backend.common.errors import NotAllowed, Problem
from backend.custody import errors
from backend.custody.models import CustodianKey, KeyCopy
from backend.custody.services.custodians import custodians_of
from backend.custody.services.sealing_keys import key_partner
from backend.identity.models import SealingKey
from backend.partners.actors import Actor
from backend.partners.models import Partner, User


@dataclass(frozen=True, slots=True)
class Custodian:
    """Somebody who may decide, with their own key (empty while there is none) and how many they open."""

    person: User
    public: str
    made_at: datetime | None
    opens_current: bool
    opens: int


@dataclass(frozen=True, slots=True)
class SealingStanding:
    """`keys` counts the one in use and those before it."""

    partner: Partner
    key: SealingKey | None
    keys: int
    custodians: list[Custodian]
    allowed_actions: list[AllowedAction]

    @property
    def is_on(self) -> bool:
        return self.key is not None and self.key.seals


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """One sealing key with the copies that a custodian may try to open; None where there is none for them."""

    key: SealingKey
    own: bytes | None
    recovery: bytes | None


def standing_of(slug: str, actor: Actor) -> SealingStanding:
    """For custodians and keepers of the partner. Raises NotFound."""
    partner = key_partner(slug, actor)
    keys = list(SealingKey.objects.filter(partner=partner).select_related("made_by"))
    key = next((one for one in keys if one.retired_at is None), None)
    custodians = _custodians(partner, key)
    return SealingStanding(partner, key, len(keys), custodians, _allowed(partner, key, custodians, actor))


def own_copies(slug: str, actor: Actor) -> list[OwnCopy]:
    """The actor's copies of all sealing keys, and those for the recovery key. Only the private half of the
    one or the other opens them. Raises NotFound or NotAllowed."""
    partner = key_partner(slug, actor)
    if not actor.may("reveal_identity", partner.pk):
        raise NotAllowed()
    held: dict[tuple[UUID, UUID | None], bytes] = {
        (copy.sealing_key_id, copy.holder_id): bytes(copy.wrapped)
        for copy in KeyCopy.objects.filter(sealing_key__partner=partner)
    }
    keys = SealingKey.objects.filter(partner=partner)
    return [OwnCopy(key, held.get((key.pk, actor.id)), held.get((key.pk, None))) for key in keys]


def _custodians(partner: Partner, key: SealingKey | None) -> list[Custodian]:
    own = {one.user_id: one for one in CustodianKey.objects.filter(partner=partner)}
    opens: dict[UUID | None, set[UUID]] = {}
    for holder, copied in KeyCopy.objects.filter(sealing_key__partner=partner).values_list(
        "holder_id", "sealing_key_id"
    ):
        opens.setdefault(holder, set()).add(copied)
    return [
        Custodian(
            person,
            own[person.pk].public if person.pk in own else "",
            own[person.pk].made_at if person.pk in own else None,
            key is not None and key.pk in opens.get(person.pk, set()),
            len(opens.get(person.pk, set())),
        )
        for person in custodians_of(partner.pk).order_by("name", "pk")
    ]


def _allowed(
    partner: Partner, key: SealingKey | None, custodians: list[Custodian], actor: Actor
) -> list[AllowedAction]:
    allowed: list[AllowedAction] = []
    if actor.may("reveal_identity", partner.pk):
        has_own = any(one.public for one in custodians if one.person.pk == actor.id)
        allowed.append(AllowedAction("own_key", None))
        allowed.append(AllowedAction("keys", None if has_own else errors.NoOwnKey()))
        if key is not None:
            allowed.append(AllowedAction("pass_on", None))
    if actor.may("manage_partner", partner.pk):
        if key is not None and key.seals:
            allowed.append(AllowedAction("turn_off", None))
        else:
            allowed.append(AllowedAction("turn_on", _against_turning_on(key, custodians)))
    return allowed


def _against_turning_on(key: SealingKey | None, custodians: list[Custodian]) -> Problem | None:
    if key is None:
        return errors.NoSealingKey()
    return None if any(one.opens_current for one in custodians) else errors.NobodyOpens()
