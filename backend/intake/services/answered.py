"""The answers to a form become a statement: what the complaint's own fields take and what is kept beside."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Consent, ContactWish, Vulnerability
from backend.directory import lookups
from backend.forms import core
from backend.forms.checking import check_answers
from backend.forms.form import Form
from backend.forms.models import FormVersion
from backend.forms.offers import OF_JUSTICE
from backend.identity.services import IdentityDetails
from backend.intake.services.statement import Statement, ToldConsent
from backend.partners.models import Partner

_IDENTITY: Final = ("name", "email", "phone", "address")
_JUDICIARY: Final = "judiciary."
Told = Mapping[str, Any]


def statement_answered(
    version: FormVersion, answers: Any, *, partner: Partner, language: Language, **more: Any
) -> Statement:
    """The statement that the answers to a form make. Raises Invalid for answers that do not fit the form."""
    form = version.form
    today = clock.today(partner.time_zone)
    told = check_answers(form, answers, country=partner.country, today=today)
    by_core = {name: told.get(question.name) for name, question in form.by_core.items()}
    facts = _facts(by_core) | {"consents": _consents(form, told)} | more
    return Statement(
        language=language,
        institution=form.institution_named(told),
        form=version,
        answers=_beside(form, told),
        judiciary=_judiciary(by_core),
        **facts,
    )


def _facts(told: Told) -> dict[str, Any]:
    """The complaint's own fields."""
    happened_on = told.get("happened_on")
    return {
        "kind": CaseKind(told[core.KIND]),
        "complainant_kind": ComplainantKind(told[core.WAY]),
        "narrative": told[core.NARRATIVE],
        "wish": told.get("wish") or "",
        "happened_on": date.fromisoformat(happened_on) if happened_on else None,
        "category": told.get("category") or "",
        "place": told.get("place") or "",
        "identity": IdentityDetails(
            **{name: (told.get(f"identity.{name}") or "").strip() for name in _IDENTITY}
        ),
        "contact_wish": ContactWish(told.get(core.CONTACT_WISH) or ContactWish.RECEIPT_ONLY),
        "contact_note": told.get("contact_note") or "",
        "vulnerability": tuple(Vulnerability(one) for one in sorted(told.get("vulnerability") or ())),
    }


def _consents(form: Form, told: Told) -> tuple[ToldConsent, ...]:
    """What was agreed to, in the wording that was read."""
    agreed = form.told(core.CONSENTS, told) or ()
    return tuple(
        ToldConsent(
            purpose=Consent.Purpose(one.purpose),
            text_version=one.version,
            institution=form.institution_named(told) if one.purpose == "referral" else "",
        )
        for one in form.consents
        if one.purpose in agreed
    )


def _judiciary(told: Told) -> dict[str, Any]:
    """What was told of court and proceedings. An institution that is a court is the court, too."""
    detail = {
        name.removeprefix(_JUDICIARY): value
        for name, value in told.items()
        if name.startswith(_JUDICIARY) and value is not None
    }
    named = told.get(core.INSTITUTION)
    if told[core.KIND] == CaseKind.JUDICIARY and named and "court" not in detail and _is_of_justice(named):
        detail["court"] = named
    return detail


def _is_of_justice(code: str) -> bool:
    return lookups.institution_of(code).kind in OF_JUSTICE


def _beside(form: Form, told: Told) -> dict[str, Any]:
    """The answers that no field of the complaint holds: the partner's own questions, and what was told of the
    proceedings. A judge's name is not among them: it stands in the case's restricted detail alone."""
    return {
        name: value
        for name, value in told.items()
        if (core_name := form.by_name[name].core) != core.PERSON
        and (not core_name or core_name.startswith(_JUDICIARY))
    }
