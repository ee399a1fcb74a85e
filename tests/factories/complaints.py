"""Complaints, filed by the same services as in the product, and the bodies that clients send."""

from dataclasses import replace
from typing import Any

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Complaint, Consent, ContactWish
from backend.complaints.receipt_codes import NewReceipt, new_receipt
from backend.directory.models import Category, Institution, Place
from backend.identity.services import IdentityDetails
from backend.intake.models import Quarantined
from backend.intake.services import Filed, Screening, Statement, ToldConsent, file_complaint
from backend.partners.actors import Actor
from backend.partners.models import Partner
from tests.factories.directory import CategoryFactory, InstitutionFactory, PlaceFactory

PROCESSING = ToldConsent(purpose=Consent.Purpose.PROCESSING, text_version="2026-01")
NARRATIVE = "Prej tetë muajsh pres certifikatën e pronësisë."


def statement(**changes: Any) -> Statement:
    """An anonymous complaint about a service, as changed."""
    plain = Statement(
        kind=CaseKind.PUBLIC_SERVICE,
        complainant_kind=ComplainantKind.ANONYMOUS,
        language=Language.SQ,
        narrative=NARRATIVE,
        consents=(PROCESSING,),
    )
    return replace(plain, **changes)


def statement_with_name(**changes: Any) -> Statement:
    """A confidential complaint: the NGO knows who it is."""
    details = IdentityDetails(name="Drita Kola", phone="+355 69 000 0000")
    known = {
        "complainant_kind": ComplainantKind.CONFIDENTIAL,
        "identity": details,
        "contact_wish": ContactWish.PHONE,
    }
    return statement(**known | changes)


def file(
    partner: Partner, actor: Actor | None = None, screening: Screening | None = None, **changes: Any
) -> Filed:
    """A complaint, filed through the partner's form unless an actor is named."""
    return file_complaint(
        partner=partner, statement=statement(**changes), actor=actor or Actor.nobody(), screening=screening
    )


def quarantined(partner: Partner, **changes: Any) -> tuple[Quarantined, Filed]:
    """A complaint that waits to be looked at."""
    filed = file(partner, screening=Screening(trap="http://example.org"), **changes)
    return Quarantined.objects.get(complaint=filed.complaint), filed


def complaint_of(filed: Filed) -> Complaint:
    """What was filed, read anew."""
    return Complaint.objects.get(pk=filed.complaint.pk)


def wrong_secret(receipt: NewReceipt) -> str:
    """Another secret whose check digit fits the number."""
    digits = receipt.secret[:20]
    other = str((int(digits[0]) + 1) % 10) + digits[1:]
    return new_receipt(receipt.number, other).secret


def body(**changes: Any) -> dict[str, Any]:
    """What a form sends: an anonymous complaint, as changed; a field set to None is left out."""
    sent = {
        "kind": "public_service",
        "complainant_kind": "anonymous",
        "language": "sq",
        "narrative": NARRATIVE,
        "consents": [{"purpose": "processing", "text_version": "2026-01"}],
        **changes,
    }
    return {name: value for name, value in sent.items() if value is not None}


def category(code: str = "delay", *kinds: str, **fields: Any) -> Category:
    """A category of public services, or of the kinds named."""
    return CategoryFactory(code=code, kinds=list(kinds) or ["public_service"], **fields)


def institution(code: str = "al-cadastre", **fields: Any) -> Institution:
    """An institution of Albania."""
    names = {"en": "State Cadastre Agency", "sq": "Agjencia Shtetërore e Kadastrës"}
    return InstitutionFactory(code=code, names=names, **fields)


def place(code: str = "al-puke", **fields: Any) -> Place:
    """A municipality of Albania."""
    return PlaceFactory(code=code, names={"sq": "Pukë"}, **fields)
