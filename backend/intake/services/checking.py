"""Whether a statement can be taken in: everything that is wrong is told at once, field by field."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from django.db.models import CharField
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import FieldError, Invalid
from backend.common.written import Written
from backend.complaints.models import Consent, IntakeChannel
from backend.complaints.services.consents import ConsentGiven, check_recipient, given_twice
from backend.complaints.words import LONGEST_CONTACT_NOTE, LONGEST_NARRATIVE, LONGEST_WISH, check_words
from backend.directory.models import Category, Institution, Place
from backend.forms.checking import EARLIEST
from backend.identity.services import check_identity
from backend.intake.services.statement import Statement, ToldConsent
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner

# A letter may lie for a while; what is older is not a new complaint but an import.
LONGEST_IN_THE_TRAY: Final = timedelta(days=366)


WEB_FORM: Final = IntakeChannel.WEB_FORM
TOLD: Final = frozenset(
    {IntakeChannel.PHONE, IntakeChannel.LETTER, IntakeChannel.IN_PERSON, IntakeChannel.FIELD}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The rows of the directory that a statement names by code."""

    category: Category | None
    institution: Institution | None
    place: Place | None
    court: Institution | None
    consents: tuple[ConsentGiven, ...]


@dataclass(slots=True)
class _Findings:
    """The institutions and partners that a statement may name, and what was found wrong so far."""

    institutions: dict[str, Institution]
    partners: dict[str, Partner]
    errors: list[FieldError] = field(default_factory=list)

    def institution(self, name: str, code: str) -> Institution | None:
        if code and code not in self.institutions:
            self.errors.append(_unknown(name))
        return self.institutions.get(code)

    def partner(self, name: str, slug: str) -> Partner | None:
        if slug and slug not in self.partners:
            self.errors.append(_unknown(name))
        return self.partners.get(slug)


def check(statement: Statement, partner: Partner) -> Named:
    """Look up what the statement names and check all of it. Raises Invalid with every field that is wrong."""
    today = clock.today(partner.time_zone)
    findings = _Findings(_institutions(statement, today), _partners(statement))
    findings.errors += [
        *check_words("narrative", statement.narrative, longest=LONGEST_NARRATIVE, required=True),
        *check_words("wish", statement.wish, longest=LONGEST_WISH),
        *check_words("contact_note", statement.contact_note, longest=LONGEST_CONTACT_NOTE),
        *check_identity(statement.identity, statement.complainant_kind, statement.contact_wish),
        *_check_dates(statement, today),
    ]
    named = Named(
        category=_category(statement, findings),
        institution=findings.institution("institution", statement.institution),
        place=_place(statement, findings),
        court=findings.institution("judiciary.court", statement.judiciary.get("court", "")),
        consents=_consents(statement, findings),
    )
    if findings.errors:
        raise Invalid(findings.errors)
    return named


def check_channel(statement: Statement, actor: Actor) -> None:
    """The public fills in the web form, staff writes down what was told, a program may pass on either."""
    if actor.kind == ActorKind.NOBODY and (
        statement.channel != WEB_FORM or statement.received_on is not None
    ):
        raise Invalid.field("channel", "channel.not_yours", _("A form arrives by itself, today."))
    if actor.kind == ActorKind.STAFF and statement.channel not in TOLD:
        raise Invalid.field("channel", "channel.not_yours", _("Say how the complaint was told to you."))


def _check_dates(statement: Statement, today: date) -> list[FieldError]:
    received = statement.received_on or today
    errors = []
    for name, day, earliest, latest in (
        ("happened_on", statement.happened_on, EARLIEST, min(received, today)),
        ("received_on", statement.received_on, today - LONGEST_IN_THE_TRAY, today),
    ):
        if day is not None and day > latest:
            errors.append(FieldError(name, "date.in_the_future", _("That day had not come yet.")))
        elif day is not None and day < earliest:
            errors.append(FieldError(name, "date.too_long_ago", _("This day is too long ago.")))
    return errors


def _category(statement: Statement, findings: _Findings) -> Category | None:
    if not statement.category:
        return None
    category = _CATEGORY.first(code=statement.category)
    if category is None:
        findings.errors.append(_unknown("category"))
    elif statement.kind not in category.kinds:
        message = _("This category does not belong to this kind of complaint.")
        findings.errors.append(FieldError("category", "category.other_kind", message))
    return category


def _place(statement: Statement, findings: _Findings) -> Place | None:
    if not statement.place:
        return None
    place = _PLACE.first(code=statement.place)
    if place is None:
        findings.errors.append(_unknown("place"))
    return place


_CATEGORY: Final = Written(
    Category, lambda code: Category.objects.filter(code=code, is_active=True), code=CharField()
)
_PLACE: Final = Written(Place, lambda code: Place.objects.filter(code=code), code=CharField())


def _institutions(statement: Statement, today: date) -> dict[str, Institution]:
    """All institutions that the statement names, in one query, as far as they exist.

    A complaint may be about a body that was dissolved since: it existed on the day it happened.
    """
    court = statement.judiciary.get("court", "")
    codes = {statement.institution, court, *(told.institution for told in statement.consents)} - {""}
    if not codes:
        return {}
    found = Institution.objects.filter(code__in=codes)
    existing = found.valid_on(today)
    if statement.happened_on is not None:
        existing |= found.valid_on(statement.happened_on)
    return {institution.code: institution for institution in existing}


def _partners(statement: Statement) -> dict[str, Partner]:
    slugs = {told.partner for told in statement.consents} - {""}
    if not slugs:
        return {}
    return {partner.slug: partner for partner in Partner.objects.filter(slug__in=slugs, is_active=True)}


def _consents(statement: Statement, findings: _Findings) -> tuple[ConsentGiven, ...]:
    given = tuple(
        _consent(f"consents.{index}.", told, statement, findings)
        for index, told in enumerate(statement.consents)
    )
    if Consent.Purpose.PROCESSING not in {one.purpose for one in given}:
        message = _("Without your agreement nobody may work on the complaint.")
        findings.errors.append(FieldError("consents", "consent.processing_required", message))
    if given_twice(given):
        message = _("The same consent is there twice.")
        findings.errors.append(FieldError("consents", "consent.given_twice", message))
    return given


def _consent(prefix: str, told: ToldConsent, statement: Statement, findings: _Findings) -> ConsentGiven:
    findings.errors += check_recipient(
        prefix, told.purpose, names_institution=bool(told.institution), names_partner=bool(told.partner)
    )
    return ConsentGiven(
        purpose=told.purpose,
        text_version=told.text_version,
        language=statement.language,
        manner=told.manner,
        institution=findings.institution(f"{prefix}institution", told.institution),
        partner=findings.partner(f"{prefix}partner", told.partner),
    )


def _unknown(name: str) -> FieldError:
    return FieldError(name, "unknown", _("Nothing is known under this code."))
