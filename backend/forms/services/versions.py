"""Which version of a partner's form is asked by: the newest published one, or the one that was begun with."""

from datetime import timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid
from backend.forms.errors import FormOutdated
from backend.forms.models import FormVersion
from backend.forms.services.shipped import shipped_schema
from backend.partners.actors import Actor
from backend.partners.models import Partner

# How long a replaced version is still taken from a program that loaded it before.
STILL_TAKEN: Final = timedelta(hours=24)


def published_form(partner: Partner) -> FormVersion:
    """The form by which a partner asks today. A partner that has made none asks by the shipped one."""
    newest = _newest(partner)
    if newest is None or _is_an_older_shipped_one(newest):
        return _publish_shipped(partner)
    return newest


def form_with_id(form_id: str) -> FormVersion | None:
    """A version by its id, published or draft; None where there is none (any more)."""
    try:
        wanted = UUID(form_id)
    except (ValueError, AttributeError, TypeError):
        return None
    # A published version stays as it is, so that it is read once; a draft is read every time.
    return _published(wanted) or FormVersion.objects.filter(pk=wanted).first()


def published_number(partner: Partner, number: int) -> FormVersion:
    """The version that a program names. Raises Invalid for one that never was, FormOutdated for an old."""
    newest = published_form(partner)
    if number == newest.number:
        return newest
    later = FormVersion.objects.of(partner.pk).published().filter(number__in=(number, number + 1))
    found: dict[int | None, FormVersion] = {version.number: version for version in later}
    if number not in found:
        raise Invalid.field("form", "unknown", _("This partner has published no form of this number."))
    replaced_at = found[number + 1].published_at
    if replaced_at is None or replaced_at + STILL_TAKEN < clock.now():
        raise FormOutdated(current=newest.number)
    return found[number]


def draft_of(partner: Partner) -> FormVersion | None:
    """The version that is being written."""
    return FormVersion.objects.of(partner.pk).drafts().first()


def _newest(partner: Partner) -> FormVersion | None:
    return FormVersion.objects.of(partner.pk).newest()


def _is_an_older_shipped_one(version: FormVersion) -> bool:
    """A release with a better form reaches the partners that never changed theirs."""
    return version.published_by_id is None and version.schema != shipped_schema()


@transaction.atomic
def _publish_shipped(partner: Partner) -> FormVersion:
    # One at a time: two visitors may be the first.
    Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
    newest = _newest(partner)
    if newest is not None and not _is_an_older_shipped_one(newest):
        return newest
    number = (newest.number or 0) + 1 if newest else 1
    version = add_published(partner, number, shipped_schema())
    audit.record(Actor.system(), "form.published", version, chain=partner.pk, number=number)
    return version


def add_published(partner: Partner, number: int, schema: dict[str, Any], **by: Any) -> FormVersion:
    """A published version, as it will stay. Part of publishing, which leaves the audit line."""
    return FormVersion.objects.create(
        partner=partner,
        number=number,
        state=FormVersion.State.PUBLISHED,
        schema=schema,
        published_at=clock.now(),
        **by,
    )


class _Absent(Exception):
    """Not to be remembered: it may come."""


@lru_cache(maxsize=256)
def _read_published(form_id: UUID) -> FormVersion:
    version = FormVersion.objects.published().filter(pk=form_id).first()
    if version is None:
        raise _Absent()
    return version


def _published(form_id: UUID) -> FormVersion | None:
    try:
        return _read_published(form_id)
    except _Absent:
        return None
