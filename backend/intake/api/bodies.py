"""From a checked body to a statement."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Consent, ContactWish, IntakeChannel, Vulnerability
from backend.files.sealed import SealedUpload
from backend.identity.services import IdentityDetails
from backend.intake.api.answers import statement_with_form
from backend.intake.services import Statement, ToldConsent
from backend.partners.models import Partner


def statement_of(body: Mapping[str, Any], partner: Partner) -> Statement:
    """What was sent, in the words of the services; what is missing or null is empty. Raises Invalid where it
    does not fit the form that it names."""
    if "form" in body:
        return statement_with_form(body, partner)
    if "answers" in body:
        message = _("Name the form that was filled in: its number stands beside what it asks.")
        raise Invalid.field("answers", "form.not_named", message)
    return Statement(
        kind=CaseKind(body["kind"]),
        complainant_kind=ComplainantKind(body["complainant_kind"]),
        language=Language(body["language"]),
        narrative=body["narrative"],
        wish=body.get("wish", ""),
        happened_on=body.get("happened_on"),
        category=body.get("category") or "",
        institution=body.get("institution") or "",
        place=body.get("place") or "",
        identity=IdentityDetails(**body.get("identity", {})),
        contact_wish=ContactWish(body["contact_wish"]),
        contact_note=body.get("contact_note", ""),
        # The order carries nothing, and saying a thing twice says no more.
        vulnerability=tuple(Vulnerability(one) for one in sorted(set(body.get("vulnerability", ())))),
        consents=tuple(_consent(one) for one in body["consents"]),
        channel=IntakeChannel(body.get("channel", IntakeChannel.WEB_FORM)),
        received_on=body.get("received_on"),
        files=tuple(SealedUpload.of(one) for one in body.get("files", ())),
    )


def _consent(body: Mapping[str, Any]) -> ToldConsent:
    return ToldConsent(
        purpose=Consent.Purpose(body["purpose"]),
        text_version=body["text_version"],
        institution=body.get("institution") or "",
        partner=body.get("partner") or "",
        manner=Consent.Manner(body["manner"]),
    )
