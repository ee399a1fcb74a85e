"""Rotation: new versions of partners' keys, and partners' keys under a new root key. Batch by batch, each
in its own transaction, so that it may be killed anywhere; what is left to do is read from the rows."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from backend.audit.models import AuditChain
from backend.audit.services import lock_chains, record, reseal_head
from backend.common import clock, crypto
from backend.common.errors import Problem
from backend.keyring import envelope
from backend.keyring.models import DataKey, PartnerKey
from backend.keyring.services.keys import active_partner_key
from backend.partners.actors import Actor

logger = logging.getLogger("dosja.keyring")
BATCH: Final = 200
# What upper floors sealed under the root key itself, by name: each seals it anew and answers how much it was.
RESEALERS: Final[dict[str, Callable[[], int]]] = {}


@dataclass(frozen=True)
class Batch:
    """What one step did: keys wrapped anew, keys that could not be opened, where the next step goes on."""

    done: int
    failed: int
    last: UUID


def waiting(partner_id: UUID | None = None) -> QuerySet[DataKey]:
    """Data keys still wrapped by a retired version of their partner's key (of all partners, without one)."""
    keys = DataKey.objects.filter(destroyed_at=None, partner_key__retired_at__isnull=False)
    return keys if partner_id is None else keys.filter(partner_id=partner_id)


@transaction.atomic
def begin(*, partner_id: UUID | None = None, actor: Actor) -> int:
    """Give each partner (or one) a new version of its key; returns how many got one. None does while an
    earlier rotation is unfinished: that one is to be continued first."""
    # FOR UPDATE waits for every case that is just being opened under the present version.
    active = PartnerKey.objects.select_for_update().filter(retired_at=None).order_by("partner_id")
    keys = list(active if partner_id is None else active.filter(partner_id=partner_id))
    if waiting(partner_id).exists():
        return 0
    lock_chains(*(key.partner_id for key in keys))
    for key in keys:
        _next_version(key, actor)
    return len(keys)


def _next_version(old: PartnerKey, actor: Actor) -> None:
    old.retired_at = clock.now()
    old.save(update_fields=["retired_at"])
    new = PartnerKey(partner_id=old.partner_id, version=old.version + 1)
    envelope.wrap_partner_key(new, crypto.new_key())
    new.save(force_insert=True)
    record(actor, "key.rotated", new, chain=new.partner_id, version=new.version)


def data_key_batches(*, partner_id: UUID | None = None, size: int = BATCH) -> Iterator[Batch]:
    """Wrap what is waiting under the active versions. Stop iterating at any point; the rest keeps waiting."""
    last: UUID | None = None
    while (batch := _data_key_batch(partner_id, last, size)) is not None:
        yield batch
        last = batch.last


@transaction.atomic
def _data_key_batch(partner_id: UUID | None, after: UUID | None, size: int) -> Batch | None:
    keys = waiting(partner_id).order_by("pk").select_for_update(of=("self",)).select_related("partner_key")
    locked = list((keys if after is None else keys.filter(pk__gt=after))[:size])
    if not locked:
        return None
    active = {owner: active_partner_key(owner) for owner in sorted({key.partner_id for key in locked})}
    wrapped = [key for key in locked if _wrapped_anew(key, active[key.partner_id])]
    DataKey.objects.bulk_update(wrapped, ["partner_key", "wrapped"])
    return Batch(len(wrapped), len(locked) - len(wrapped), locked[-1].pk)


def _wrapped_anew(key: DataKey, partner_key: PartnerKey) -> bool:
    try:
        secret = envelope.unwrap_data_key(key)
    except Problem:
        # Already logged as critical. One damaged key must not keep all others under the old version.
        return False
    key.partner_key = partner_key
    envelope.wrap_data_key(key, secret)
    return True


def under_old_root() -> QuerySet[PartnerKey]:
    """Partner keys that are not yet wrapped by the current root key."""
    return PartnerKey.objects.exclude(root_key_id=crypto.current_root().id)


def partner_key_batches(*, actor: Actor) -> Iterator[Batch]:
    """Wrap every partner key (retired ones too, copies may need them) by the current root key, one by one."""
    for key_id in list(under_old_root().order_by("pk").values_list("pk", flat=True)):
        yield _partner_key_batch(key_id, actor)


@transaction.atomic
def _partner_key_batch(key_id: UUID, actor: Actor) -> Batch:
    # no_key: cases may go on being opened under this key meanwhile.
    key = under_old_root().select_for_update(no_key=True).filter(pk=key_id).first()
    if key is None:
        return Batch(0, 0, key_id)  # another rotation was faster
    try:
        secret = envelope.unwrap_partner_key(key)
    except Problem:
        return Batch(0, 1, key_id)
    envelope.wrap_partner_key(key, secret)
    key.save(update_fields=["root_key_id", "wrapped"])
    record(actor, "key.rewrapped", key, chain=key.partner_id, version=key.version, root=key.root_key_id)
    return Batch(1, 0, key_id)


def audit_head_batches() -> Iterator[Batch]:
    """Seal the heads of the audit chains by the current root key; one whose seal is broken stays as it is."""
    for chain_id in list(AuditChain.objects.order_by("pk").values_list("pk", flat=True)):
        sealed = reseal_head(chain_id)
        if not sealed:
            logger.critical("seal broken: head of audit chain %s", chain_id)
        yield Batch(int(sealed), int(not sealed), chain_id)
