"""How the keys stand: which versions are in use, what a rotation left waiting, what does not open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, Q

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Problem
from backend.keyring import alarms, envelope
from backend.keyring.models import DataKey, PartnerKey

RECENT: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKeys:
    """The keys of one partner. `broken`: its own and, where they were tried, data keys that do not open."""

    slug: str
    version: int
    since: datetime
    roots: tuple[str, ...]
    living: int
    waiting: int
    destroyed: int
    broken: int


def partners_keys(*, try_all: bool) -> Iterator[PartnerKeys]:
    """One partner after the other, by name. `try_all` opens every data key, which takes a while; otherwise
    only the partners' own keys are opened."""
    owned = PartnerKey.objects.select_related("partner").order_by("partner__slug", "version")
    for active in owned.filter(retired_at=None):
        counts = _counts(active.partner_id)
        yield PartnerKeys(
            slug=active.partner.slug,
            version=active.version,
            since=active.created_at,
            roots=tuple(
                sorted(set(owned.filter(partner=active.partner_id).values_list("root_key_id", flat=True)))
            ),
            broken=_broken(active.partner_id, try_all),
            **counts,
        )


def alarms_since(moment: datetime) -> int:
    """How often a broken seal was told since then, in all chains."""
    return AuditEvent.objects.filter(action=alarms.ACTION, at__gte=moment).count()


def _counts(partner_id: UUID) -> dict[str, int]:
    living = Q(destroyed_at=None)
    return DataKey.objects.filter(partner=partner_id).aggregate(
        living=Count("pk", filter=living),
        waiting=Count("pk", filter=living & Q(partner_key__retired_at__isnull=False)),
        destroyed=Count("pk", filter=~living),
    )


def _broken(partner_id: UUID, try_all: bool) -> int:
    broken = sum(not _opens(key) for key in PartnerKey.objects.filter(partner=partner_id))
    if not try_all:
        return broken
    keys = DataKey.objects.filter(partner=partner_id, destroyed_at=None).select_related("partner_key")
    return broken + sum(not _opens(key) for key in keys.iterator(chunk_size=500))


def _opens(key: PartnerKey | DataKey) -> bool:
    try:
        if isinstance(key, PartnerKey):
            envelope.unwrap_partner_key(key)
        else:
            envelope.unwrap_data_key(key)
    except Problem:
        return False
    return True


def recently() -> datetime:
    return clock.now() - RECENT
