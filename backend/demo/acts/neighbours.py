"""What partners do for each other's people: ask, take on, help, say no."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from backend.cases.partner_stages import DeclineReason, PartnerReferralVerb, ServiceOutcome, Urgency
from backend.cases.services import partner_referrals
from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.complaints.services.consents import ConsentGiven, give_consent
from backend.demo.tale import CONSENT_VERSION
from backend.demo.world import Scene

_STANDS: Final = timedelta(days=30)


def _agree(scene: Scene) -> None:
    facts = scene.act.facts
    consent = ConsentGiven(
        purpose=Consent.Purpose.SHARING,
        text_version=CONSENT_VERSION,
        language=Language(facts["language"]),
        partner=scene.world.partners[facts["partner"]],
    )
    give_consent(complaint=scene.standing.complaint, consent=consent)


def _refer(scene: Scene) -> None:
    facts = scene.act.facts
    offer = partner_referrals.Offer(
        to_partner=scene.world.partners[facts["partner"]],
        need=facts["need"],
        place=scene.world.places.get(scene.story.wording.place),
        language=Language(facts["language"]),
        urgency=Urgency(facts["urgency"]),
        fields=facts["fields"],
        note=facts["note"],
        expires_at=clock.now() + _STANDS,
    )
    scene.standing.help = partner_referrals.offer(scene.case_id, offer=offer, actor=scene.actor).pk


def _accept(scene: Scene) -> None:
    if scene.standing.help:
        partner_referrals.accept(scene.standing.help, expected=None, actor=scene.actor)


def _decline(scene: Scene) -> None:
    if scene.standing.help:
        said = {"reason": DeclineReason.NO_CAPACITY, "words": scene.act.facts["words"]}
        partner_referrals.decline(scene.standing.help, **said, expected=None, actor=scene.actor)


def _start(scene: Scene) -> None:
    if scene.standing.help:
        partner_referrals.start_service(scene.standing.help, expected=None, actor=scene.actor)


def _complete(scene: Scene) -> None:
    _finish(scene, PartnerReferralVerb.COMPLETE, ServiceOutcome.GIVEN, scene.act.facts["words"])


def _did_not_come(scene: Scene) -> None:
    _finish(scene, PartnerReferralVerb.NOT_COMPLETE, ServiceOutcome.DID_NOT_COME, "")


def _finish(scene: Scene, verb: PartnerReferralVerb, outcome: ServiceOutcome, words: str) -> None:
    if scene.standing.help:
        partner_referrals.finish(
            verb, scene.standing.help, outcome=outcome, words=words, expected=None, actor=scene.actor
        )


ACTS: Final[dict[str, Callable[[Scene], None]]] = {
    "agree_to_partner": _agree,
    "refer_to_partner": _refer,
    "help_accept": _accept,
    "help_decline": _decline,
    "help_start": _start,
    "help_complete": _complete,
    "help_did_not_come": _did_not_come,
}
