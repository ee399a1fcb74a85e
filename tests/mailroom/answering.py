"""A letter that left, a link to answer it, and what an institution types."""

from typing import Any

from backend.cases.models import InstitutionReferral
from backend.cases.services import answer_links
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import Consent
from backend.directory.models import Category, Institution
from backend.intake.services import ToldConsent
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.casework import opened, sent
from tests.factories import complaints as filing
from tests.factories.partners import PartnerFactory, member

WORDS = "Certifikata u lëshua më 20 nëntor."


def answer_address(referral: InstitutionReferral | None = None, by: User | None = None) -> str:
    """The path of a new link, for a referral that was just sent where none is given."""
    if referral is None or by is None:
        referral, by = referral_that_left()
    _link, path = answer_links.make_link(referral.case_id, referral.pk, actor=actor_of(by))
    return path


def referral_that_left(**changes: Any) -> tuple[InstitutionReferral, User]:
    """Of a partner with one caseworker."""
    known = Partner.objects.filter(slug="pif").first()
    partner = known or PartnerFactory(slug="pif", prefix="PIF", name="People in Focus")
    by = member(partner, Role.CASEWORKER, name="Arta")
    about = Institution.objects.filter(code="al-cadastre").first() or filing.institution()
    why = Category.objects.filter(code="delay").first() or filing.category("delay", *CaseKind.values)
    agreed = ToldConsent(purpose=Consent.Purpose.REFERRAL, text_version="1", institution=about.code)
    told = {"category": why.code, "institution": about.code, "consents": (filing.PROCESSING, agreed)}
    return sent(opened(filing.file(partner, **told).case, by), by, **changes), by


def filled_in(**changes: Any) -> dict[str, Any]:
    """What is typed into the fields of the page."""
    today = clock.today("Europe/Tirane")
    day = {"day": str(today.day), "month": str(today.month), "year": str(today.year)}
    told = {"standing": "final", "text": WORDS, "protocol_number": "77/2026", "author_name": "E. Hoxha"}
    return {"go": "send", "language": "en", **day, **told, **changes}
