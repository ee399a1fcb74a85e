"""How institutions are reached: a channel is added, confirmed, ended; its history stays."""

from datetime import date
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator, validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, require_version
from backend.directory import lookups
from backend.directory.calendars import today_in
from backend.directory.errors import ChannelEnded, ChannelRuns
from backend.directory.kinds import ChannelKind
from backend.directory.models import Institution, InstitutionChannel
from backend.directory.services.auditing import target_of
from backend.partners.actors import Actor

# A letter's address may have lines; a line break in any other channel would reach headers and links.
_ONE_LINE: Final = RegexValidator(r"^[^\x00-\x1f\x7f\x85\u2028\u2029]+\Z")
_LINES: Final = RegexValidator(r"^[^\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]+\Z")
_PHONE: Final = RegexValidator(r"^\+?[0-9][0-9 ()/.-]{2,28}\Z")
_CHECKS: Final = {
    ChannelKind.EMAIL: (_ONE_LINE, validate_email),
    ChannelKind.POST: (_LINES,),
    ChannelKind.PHONE: (_PHONE,),
    ChannelKind.WEB_FORM: (_ONE_LINE, URLValidator(schemes=["http", "https"])),
    ChannelKind.IN_PERSON: (_LINES,),
}


@transaction.atomic
def add_channel(
    institution_code: str,
    *,
    kind: str,
    value: str,
    source: str = "",
    confirmed_on: date | None = None,
    actor: Actor,
) -> InstitutionChannel:
    """List a way to reach an institution."""
    institution = _locked(institution_code, actor)
    _check_value(kind, value)
    today = today_in(institution.country)
    _refuse_future(confirmed_on, today)
    channel = InstitutionChannel(
        institution=institution, kind=kind, value=value, source=source, confirmed_on=confirmed_on
    )
    channel.valid_from, channel.edited_at = today, clock.now()
    try:
        with transaction.atomic():
            channel.save(force_insert=True)
    except IntegrityError:
        raise ChannelRuns() from None
    _note(institution, "institution.channel_added", channel, actor)
    return channel


@transaction.atomic
def confirm_channel(
    institution_code: str,
    channel_id: UUID,
    *,
    confirmed_on: date | None = None,
    expected: int | None,
    actor: Actor,
) -> InstitutionChannel:
    """Note that a channel works, today or on the day somebody tried it."""
    institution = _locked(institution_code, actor)
    require_version(institution.version, expected)
    channel = _running(institution, channel_id)
    today = today_in(institution.country)
    _refuse_future(confirmed_on, today)
    channel.confirmed_on, channel.edited_at = confirmed_on or today, clock.now()
    channel.problem_since = None
    channel.save(update_fields=["confirmed_on", "edited_at", "problem_since"])
    _note(institution, "institution.channel_confirmed", channel, actor)
    return channel


@transaction.atomic
def end_channel(
    institution_code: str, channel_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionChannel:
    """Note that a channel no longer works. It stays in the history."""
    institution = _locked(institution_code, actor)
    require_version(institution.version, expected)
    channel = _running(institution, channel_id)
    channel.valid_until, channel.edited_at = today_in(institution.country), clock.now()
    channel.save(update_fields=["valid_until", "edited_at"])
    _note(institution, "institution.channel_ended", channel, actor)
    return channel


@transaction.atomic
def note_trouble(channel_id: UUID, *, actor: Actor) -> None:
    """A letter that went there came back. Shown to everybody until somebody confirms the channel; what is
    written down of it says neither whose letter it was nor what came back."""
    channel = InstitutionChannel.objects.select_related("institution").get(pk=channel_id)
    institution = Institution.objects.locked(channel.institution.code)
    fresh = institution.channels.get(pk=channel_id)
    if fresh.problem_since is None and fresh.valid_until is None:
        fresh.problem_since = today_in(institution.country)
        fresh.save(update_fields=["problem_since"])
        _note(institution, "institution.channel_troubled", fresh, actor)


def running_channels(institution: Institution, kind: str) -> list[InstitutionChannel]:
    """The ways of a kind that are open today, the surest first: without trouble, confirmed last."""
    return [channel for channel in open_channels(institution) if channel.kind == kind]


def open_channels(institution: Institution) -> list[InstitutionChannel]:
    """All ways that are open today, the surest first. Asks for all of them: lists fetch them beforehand."""
    today = today_in(institution.country)
    found = [
        channel
        for channel in institution.channels.all()
        if (channel.valid_from is None or channel.valid_from <= today)
        and (channel.valid_until is None or channel.valid_until >= today)
    ]
    return sorted(
        found, key=lambda one: (one.problem_since is None, one.confirmed_on or date.min), reverse=True
    )


def _locked(code: str, actor: Actor) -> Institution:
    if not actor.keeps_platform:
        raise NotAllowed()
    return Institution.objects.locked(code)


def _running(institution: Institution, channel_id: UUID) -> InstitutionChannel:
    channel = institution.channels.filter(pk=channel_id).first()
    if channel is None:
        raise NotFound()
    if channel.valid_until is not None:
        raise ChannelEnded()
    return channel


def _check_value(kind: str, value: str) -> None:
    try:
        for check in _CHECKS[ChannelKind(kind)]:
            check(value)
    except ValidationError:
        message = _("This does not look like an address of that kind.")
        raise Invalid.field("value", "invalid_channel", message) from None


def _refuse_future(day: date | None, today: date) -> None:
    if day is not None and day > today:
        raise Invalid.field("confirmed_on", "in_future", _("This day has not come yet."))


def _note(institution: Institution, action: str, channel: InstitutionChannel, actor: Actor) -> None:
    """The channels are part of the institution's document: its version moves with them."""
    institution.version += 1
    institution.save(update_fields=["version"])
    lookups.forget()
    audit.record(
        actor,
        action,
        target_of(institution),
        chain=None,
        code=institution.code,
        channel=channel.pk,
        kind=channel.kind,
    )
