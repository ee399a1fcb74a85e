"""What a complainant (or an intake officer for one) tells, before anything of it is believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Consent, ContactWish, IntakeChannel, Vulnerability
from backend.files.sealed import SealedUpload
from backend.forms.models import FormVersion
from backend.identity.services import IdentityDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldConsent:
    """A consent, with institution or partner named by code or slug."""

    purpose: Consent.Purpose
    text_version: str
    institution: str = ""
    partner: str = ""
    manner: Consent.Manner = Consent.Manner.WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Statement:
    """A complaint as it arrives, all named by code. It has no readable repr, because it holds the words."""

    kind: CaseKind
    complainant_kind: ComplainantKind
    language: Language
    narrative: str
    consents: tuple[ToldConsent, ...]
    wish: str = ""
    happened_on: date | None = None
    category: str = ""
    institution: str = ""
    place: str = ""
    identity: IdentityDetails = field(default_factory=IdentityDetails)
    contact_wish: ContactWish = ContactWish.RECEIPT_ONLY
    contact_note: str = ""
    vulnerability: tuple[Vulnerability, ...] = ()
    channel: IntakeChannel = IntakeChannel.WEB_FORM
    received_on: date | None = None
    files: tuple[SealedUpload, ...] = ()
    # The form that it was filled in with, and what was answered beyond the fields above.
    form: FormVersion | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    # What a complaint about a court tells of the proceedings, in the words of the judiciary detail.
    judiciary: Mapping[str, Any] = field(default_factory=dict)
