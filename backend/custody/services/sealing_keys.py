"""Keys of a partner that seals identities: custodians' own, the one that is sealed to, copies of it.

All private halves are made in browsers. What arrives here is public, or an age file that only its holder
opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.common import clock
from backend.common.age import checked_recipient, is_for_one_key
from backend.common.errors import Invalid, NotAllowed
from backend.custody import errors
from backend.custody.models import CustodianKey, KeyCopy
from backend.custody.services.custodians import custodians_of
from backend.identity.models import SealingKey
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner
from backend.partners.querysets import PartnerQuerySet

LONGEST_COPY: Final = 2_000
_KEYS: Final = ("reveal_identity", "manage_partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCopy:
    """The private half of a sealing key, sealed to one custodian's own public key."""

    custodian: UUID
    holder_public: str
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """What a custodian's browser made. `replaces` is the key that was in use when it was made."""

    public: str
    recovery_public: str
    recovery_wrapped: bytes
    copies: Sequence[GivenCopy]
    replaces: UUID | None


def key_partner(slug: str, actor: Actor) -> Partner:
    """The partner, for its custodians and its keepers; for all others it has no keys. Raises NotFound."""
    return _partners_of(actor).found(slug)


def keep_own_key(slug: str, *, public: str, actor: Actor) -> CustodianKey:
    """Keep the public half of a custodian's own key. With another one before, copies for that go: whoever
    passes the key on looks at the new one first. Raises NotFound, NotAllowed or Invalid."""
    checked = checked_recipient("public", public, _("This is not a public key."))
    with transaction.atomic():
        partner = _held_by_custodian(slug, actor)
        if CustodianKey.objects.filter(partner=partner, public=checked).exclude(user=actor.user).exists():
            raise Invalid.field("public", "in_use", _("Somebody else has this key."))
        own, made = CustodianKey.objects.get_or_create(
            partner=partner, user=actor.user, defaults={"public": checked}
        )
        if not made and own.public != checked:
            KeyCopy.objects.filter(sealing_key__partner=partner, holder=actor.user).delete()
            own.public, own.made_at = checked, clock.now()
            own.save(update_fields=["public", "made_at"])
        record(actor, "sealing.own_key_kept", partner, chain=partner.pk, first=made)
    return own


@transaction.atomic
def make_key(slug: str, *, new: NewKey, actor: Actor) -> SealingKey:
    """Put a new sealing key in the place of the one before, which stays for what was sealed to it.

    Where the partner seals identities, what comes in from now on is sealed to the new one. Raises NotFound,
    NotAllowed, Invalid, NoOwnKey, SealingKeyReplaced or CustodianKeyReplaced.
    """
    partner = _held_by_custodian(slug, actor)
    if not CustodianKey.objects.filter(partner=partner, user=actor.user).exists():
        raise errors.NoOwnKey()
    before = key_in_use(partner)
    if (before.pk if before else None) != new.replaces:
        raise errors.SealingKeyReplaced()
    key = _drawn_up(partner, new, before, actor)
    if before is not None:
        before.seals, before.retired_at = False, clock.now()
        before.save(update_fields=["seals", "retired_at"])
    key.save(force_insert=True)
    _copy(key, None, key.recovery_public, new.recovery_wrapped, actor.id)
    for given in new.copies:
        _copy(key, given.custodian, _own_public(partner, given), given.wrapped, actor.id)
    record(actor, "sealing.key_made", key, chain=partner.pk, copies=len(new.copies), first=before is None)
    return key


@transaction.atomic
def pass_on(
    slug: str, *, custodian: UUID, holder_public: str, copies: Sequence[tuple[UUID, bytes]], actor: Actor
) -> None:
    """Give a custodian copies of sealing keys, made by somebody who could open them: with their own key, or
    with the recovery key. Raises NotFound, NotAllowed, Invalid or CustodianKeyReplaced."""
    partner = _held_by_custodian(slug, actor)
    keys = {key.pk: key for key in SealingKey.objects.filter(partner=partner)}
    for key_id, wrapped in copies:
        if key_id not in keys:
            raise Invalid.field("copies", "unknown", _("There is no such key."))
        given = GivenCopy(custodian=custodian, holder_public=holder_public, wrapped=wrapped)
        _copy(keys[key_id], custodian, _own_public(partner, given), wrapped, actor.id)
    record(actor, "sealing.passed_on", partner, chain=partner.pk, person=str(custodian), keys=len(copies))


@transaction.atomic
def switch(slug: str, *, sealing_key: UUID, on: bool, actor: Actor) -> SealingKey:
    """Seal what comes in from now on, or stop that; what is sealed stays sealed.

    Raises NotFound, NotAllowed, NoSealingKey, SealingKeyReplaced or NobodyOpens.
    """
    partner = _partners_of(actor).locked(slug)
    if not actor.may("manage_partner", partner.pk):
        raise NotAllowed()
    key = key_in_use(partner)
    if key is None:
        raise errors.NoSealingKey()
    if key.pk != sealing_key:
        raise errors.SealingKeyReplaced()
    if on and not holders_of(key).exists():
        raise errors.NobodyOpens()
    if key.seals != on:
        key.seals = on
        key.save(update_fields=["seals"])
        record(actor, f"sealing.turned_{'on' if on else 'off'}", key, chain=partner.pk)
    return key


def key_in_use(partner: Partner) -> SealingKey | None:
    """The key to which is sealed, or would be."""
    return SealingKey.objects.filter(partner=partner, retired_at__isnull=True).first()


def holders_of(key: SealingKey) -> QuerySet[KeyCopy]:
    """Copies of a key for people who are custodians now."""
    return KeyCopy.objects.filter(sealing_key=key, holder__in=custodians_of(key.partner_id))


@transaction.atomic
def forget_former_custodians() -> int:
    """Take away own keys and copies of those who are custodians no more, and note that the sealing key should
    be replaced, because a copy may have been kept. Says how many people that were."""
    gone = [own for own in CustodianKey.objects.order_by("pk") if not _is_custodian(own)]
    for own in gone:
        copies = KeyCopy.objects.filter(sealing_key__partner=own.partner_id, holder=own.user_id)
        SealingKey.objects.filter(pk__in=copies.values("sealing_key"), left_at__isnull=True).update(
            left_at=clock.now()
        )
        copies.delete()
        own.delete()
        record(
            Actor.system(),
            "sealing.custodian_left",
            ("partners.partner", own.partner_id),
            chain=own.partner_id,
            person=str(own.user_id),
        )
    return len(gone)


def _is_custodian(own: CustodianKey) -> bool:
    return custodians_of(own.partner_id).filter(pk=own.user_id).exists()


def _partners_of(actor: Actor) -> PartnerQuerySet:
    if actor.kind is not ActorKind.STAFF:
        return Partner.objects.none()
    held = {partner for permission in _KEYS for partner in actor.partners_with(permission)}
    return Partner.objects.filter(pk__in=held)


def _held_by_custodian(slug: str, actor: Actor) -> Partner:
    partner = _partners_of(actor).locked(slug)
    if not actor.may("reveal_identity", partner.pk):
        raise NotAllowed()
    return partner


def _drawn_up(partner: Partner, new: NewKey, before: SealingKey | None, actor: Actor) -> SealingKey:
    message = _("This is not a public key.")
    public = checked_recipient("public", new.public, message)
    recovery = checked_recipient("recovery_public", new.recovery_public, message)
    own = set(CustodianKey.objects.filter(partner=partner).values_list("public", flat=True))
    if public in {recovery, *own} or recovery in own or SealingKey.objects.filter(public=public).exists():
        raise Invalid.field("public", "in_use", _("Each key has to be another one."))
    if actor.id not in {given.custodian for given in new.copies}:
        raise Invalid.field("copies", "own_missing", _("Keep a copy for yourself."))
    return SealingKey(
        partner=partner,
        public=public,
        recovery_public=recovery,
        seals=before is not None and before.seals,
        made_by=actor.user,
    )


def _own_public(partner: Partner, given: GivenCopy) -> str:
    """The own key of who is given a copy, as it was seen by who gives it."""
    if not custodians_of(partner.pk).filter(pk=given.custodian).exists():
        raise Invalid.field("custodian", "unknown", _("This is no custodian of your organisation."))
    own = CustodianKey.objects.filter(partner=partner, user=given.custodian).first()
    if own is None or own.public != given.holder_public:
        raise errors.CustodianKeyReplaced()
    return own.public


def _copy(key: SealingKey, holder: UUID | None, public: str, wrapped: bytes, by: UUID | None) -> None:
    if len(wrapped) > LONGEST_COPY or not is_for_one_key(wrapped):
        raise Invalid.field("copies", "not_an_age_file", _("This is not sealed to one key."))
    made: dict[str, Any] = {
        "holder_public": public,
        "wrapped": wrapped,
        "made_by_id": by,
        "made_at": clock.now(),
    }
    KeyCopy.objects.update_or_create(sealing_key=key, holder_id=holder, defaults=made)
