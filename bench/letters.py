"""Letters that wait to be handed over, each a referral of a case of its own, made by Dosja's services."""

import time
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Final

from backend.cases.services import deliveries, referrals, steps
from backend.cases.stages import ReferralVerb
from backend.complaints.models import Consent
from backend.correspondence.services import accounts
from backend.directory import lookups
from backend.directory.models import Category
from backend.intake.services import ToldConsent
from backend.partners.actors import actor_of
from backend.partners.roles import Role
from tests.casework import drafted
from tests.factories import complaints as filing
from tests.factories.directory import ChannelFactory
from tests.factories.partners import PartnerFactory, member

OFFICE, OWN = "zyra@kadastra.example", "zyra@pif.example"
INSTITUTION: Final = "al-cadastre-for-letters"
Letter = tuple[Any, Any, Any]
"""The ids of case and referral, and who releases it."""


def released(count: int, account: Mapping[str, Any]) -> list[Letter]:
    """So many, of a partner of their own with this mail account. A complaint's last word is its own."""
    partner = PartnerFactory(slug="pif", prefix="PIF")
    by, office = member(partner, Role.COORDINATOR, email=OWN), filing.institution(INSTITUTION)
    if not Category.objects.filter(code="delay").exists():
        filing.category("delay", "public_service")
    lookups.forget()
    actor = actor_of(by)
    accounts.write_account("pif", facts=account, expected=None, actor=actor)
    ChannelFactory(institution=office, kind="email", value=OFFICE)
    agreed = ToldConsent(purpose=Consent.Purpose.REFERRAL, text_version="1", institution=office.code)
    told = {"category": "delay", "institution": office.code, "consents": (filing.PROCESSING, agreed)}
    made = []
    for _ in range(count):
        case = filing.file(partner, narrative=f"Pres përgjigje. {uuid.uuid4()}", **told).case
        steps.start_triage(case.pk, expected=None, actor=actor)
        case = steps.open_for_work(case.pk, admissibility_note="x", expected=None, actor=actor)
        referral = drafted(case, by)
        referrals.step(ReferralVerb.RELEASE, case.pk, referral.pk, expected=None, actor=actor)
        made.append((case.pk, referral.pk, actor))
    return made


def hand_over(made: Iterable[Letter], seconds: float) -> None:
    """All of them, spread over that time."""
    from django.db import connection

    letters = list(made)
    try:
        for case_id, referral_id, actor in letters:
            deliveries.begin(case_id, referral_id, leaving=deliveries.Leaving("email"), actor=actor)
            time.sleep(seconds / len(letters))
    finally:
        connection.close()
