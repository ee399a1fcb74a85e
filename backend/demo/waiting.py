"""Three complaints that wait to be looked at: twice the same advertisement, and somebody who means it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Consent
from backend.demo.tale import CONSENT_VERSION
from backend.demo.world import World
from backend.intake.services import Screening, Statement, ToldConsent, file_complaint
from backend.partners.actors import Actor

_AT: Final = "pif"
_ADVERTISEMENT: Final = "Kredi e shpejtë pa dokumente! Shkruani sot: www.kredi-e-shpejte.example.org"
_MEANT: Final = (
    "Në shkollën e fshatit kanë tre javë që nuk ndezin ngrohjen. Fëmijët rrinë me xhupa në klasë. Drejtori "
    "thotë se bashkia nuk ka paguar drutë. E shkruaj nga telefoni i një kushërire, prandaj ndoshta e kam "
    "plotësuar gabim formularin."
)
_AGREED: Final = ToldConsent(purpose=Consent.Purpose.PROCESSING, text_version=CONSENT_VERSION)


def put_aside(world: World, today: date) -> None:
    """File them on the evening before, as a door takes in what filled in a field that people do not see."""
    evening = datetime.combine(today - timedelta(days=1), time(19), UTC)
    for minutes, words in enumerate((_ADVERTISEMENT, _ADVERTISEMENT, _MEANT)):
        told = Statement(
            kind=CaseKind.PUBLIC_SERVICE,
            complainant_kind=ComplainantKind.ANONYMOUS,
            language=Language.SQ,
            narrative=words,
            consents=(_AGREED,),
        )
        with clock.frozen(evening + timedelta(minutes=minutes)):
            partner, seen = world.partners[_AT], Screening(trap="filled")
            file_complaint(partner=partner, statement=told, actor=Actor.nobody(), screening=seen)
