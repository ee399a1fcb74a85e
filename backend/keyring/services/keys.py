"""Making, handing over and destroying data keys. Values are never encrypted again, keys are re-wrapped."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import UUIDField

from backend.common import clock, crypto
from backend.common.erasing import leave_no_trace
from backend.common.written import Written, insert
from backend.keyring import envelope
from backend.keyring.models import DataKey, PartnerKey


@transaction.atomic(savepoint=False)
def new_data_key(*, partner_id: UUID, subject_id: UUID, purpose: str = DataKey.Purpose.CASE) -> DataKey:
    """A fresh random key for a case or an identity, wrapped by its partner's key."""
    return new_data_keys(partner_id=partner_id, subjects={purpose: subject_id})[purpose]


@transaction.atomic(savepoint=False)
def new_data_keys(*, partner_id: UUID, subjects: Mapping[str, UUID]) -> dict[str, DataKey]:
    """One for each purpose, in one asking for the partner's key and one writing."""
    partner_key = active_partner_key(partner_id)
    made = {
        purpose: DataKey(
            partner_id=partner_id,
            subject_id=subject_id,
            purpose=DataKey.Purpose(purpose),
            partner_key=partner_key,
        )
        for purpose, subject_id in subjects.items()
    }
    for data_key in made.values():
        envelope.wrap_data_key(data_key, crypto.new_key())
    insert(*made.values())
    return made


@transaction.atomic
def rewrap(data_key: DataKey, to_partner_id: UUID) -> DataKey:
    """Hand a key over to another partner: only that partner's key opens it from now on."""
    locked = _locked(data_key)
    secret = envelope.unwrap_data_key(locked)
    locked.partner_id = to_partner_id
    locked.partner_key = active_partner_key(to_partner_id)
    envelope.wrap_data_key(locked, secret)
    locked.save(update_fields=["partner", "partner_key", "wrapped"])
    return locked


@transaction.atomic
def rewrap_subject(subject_id: UUID, to_partner_id: UUID) -> int:
    """Hand over every key of a case or complaint, whatever it seals. Answers how many there were."""
    keys = list(DataKey.objects.filter(subject_id=subject_id, destroyed_at=None))
    for key in keys:
        rewrap(key, to_partner_id)
    return len(keys)


@transaction.atomic
def destroy(data_key: DataKey) -> DataKey:
    """Erase: without the key, the words are gone, in every copy too. Doing it twice changes nothing."""
    leave_no_trace()
    locked = _locked(data_key)
    if locked.destroyed_at is None:
        locked.wrapped, locked.destroyed_at = None, clock.now()
        locked.save(update_fields=["wrapped", "destroyed_at"])
    envelope.forget(locked.pk)
    # Another thread may have read the row before this transaction ended.
    transaction.on_commit(lambda: envelope.forget(locked.pk))
    return locked


@transaction.atomic
def destroy_subject(subject_id: UUID) -> int:
    """Destroy every key of a case or complaint, whatever it seals. Answers how many there were."""
    keys = list(DataKey.objects.filter(subject_id=subject_id, destroyed_at=None))
    for key in keys:
        destroy(key)
    return len(keys)


def partner_digest(*, partner_id: UUID, label: str, value: str) -> str:
    """A digest (hex) to find the same telephone or address again inside one partner, never across partners.
    Its key is a data key, so that no rotation changes the digests."""
    return partner_digests(partner_id=partner_id, label=label, values=(value,))[0]


def partner_digests(*, partner_id: UUID, label: str, values: Iterable[str]) -> list[str]:
    """The same for many values."""
    key = _INDEX_KEY.first(partner=partner_id)
    if key is None:
        key = _first_index_key(partner_id)
    secret = envelope.open_key(key.pk, key).secret
    return [crypto.keyed_digest(secret, label, value) for value in values]


_INDEX_KEY: Final = Written(
    DataKey,
    lambda partner: DataKey.objects.filter(subject_id=partner, purpose=DataKey.Purpose.INDEX),
    partner=UUIDField(),
)


@transaction.atomic
def _first_index_key(partner_id: UUID) -> DataKey:
    made = DataKey(
        partner_id=partner_id,
        subject_id=partner_id,
        purpose=DataKey.Purpose.INDEX,
        partner_key=active_partner_key(partner_id),
    )
    envelope.wrap_data_key(made, crypto.new_key())
    DataKey.objects.bulk_create([made], ignore_conflicts=True)
    return DataKey.objects.get(subject_id=partner_id, purpose=DataKey.Purpose.INDEX)


def _locked(data_key: DataKey) -> DataKey:
    return DataKey.objects.select_for_update(of=("self",)).select_related("partner_key").get(pk=data_key.pk)


def active_partner_key(partner_id: UUID) -> PartnerKey:
    """The partner's key of today, made at its first use, held against rotation until the transaction ends."""
    return _held_partner_key(partner_id) or _first_partner_key(partner_id)


def _first_partner_key(partner_id: UUID) -> PartnerKey:
    first = PartnerKey(partner_id=partner_id, version=1)
    envelope.wrap_partner_key(first, crypto.new_key())
    # Two first cases at the same moment: one inserts, the other waits for it and inserts nothing.
    PartnerKey.objects.bulk_create([first], ignore_conflicts=True)
    return PartnerKey.objects.get(partner_id=partner_id, retired_at=None)


def _held_partner_key(partner_id: UUID) -> PartnerKey | None:
    # FOR KEY SHARE lets any number of new cases through but makes a rotation wait for them, so that none is
    # left behind under the old version. Django has no word for it; on SQLite writers stand in line anyway.
    hold = " FOR KEY SHARE" if connection.vendor == "postgresql" else ""
    found = PartnerKey.objects.raw(
        f"SELECT * FROM keyring_partnerkey WHERE partner_id = %s AND retired_at IS NULL{hold}",  # noqa: S608
        [PartnerKey._meta.get_field("partner").get_db_prep_value(partner_id, connection)],
    )
    return next(iter(found), None)
