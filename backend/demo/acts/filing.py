"""What complainants do: they file, answer, rate, agree to something, take a consent back."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from backend.cases.services.conversation import complainant_answered
from backend.cases.services.feedback import complainant_rated
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import (
    ComplainantKind,
    Consent,
    ContactWish,
    IntakeChannel,
    Vulnerability,
)
from backend.complaints.services import Rating
from backend.complaints.services.consents import ConsentGiven, give_consent, withdraw_consent
from backend.demo.world import Scene, Standing
from backend.identity.services import IdentityDetails
from backend.intake.services import Statement, ToldConsent, file_complaint
from backend.partners.actors import Actor


def _file(scene: Scene) -> None:
    partner = scene.world.partners[scene.story.organisation.slug]
    actor = scene.world.actor(scene.act.by) if scene.act.by else Actor.nobody()
    filed = file_complaint(partner=partner, statement=_statement(scene), actor=actor)
    if filed.case is None:
        raise LookupError("what no public door looked at becomes a case at once")
    standing = Standing(filed.case.pk, filed.complaint, filed.receipt)
    scene.world.standings[scene.story.number] = standing


def _statement(scene: Scene) -> Statement:
    facts = scene.act.facts
    today = clock.today(scene.story.organisation.time_zone)
    return Statement(
        kind=CaseKind(facts["kind"]),
        complainant_kind=ComplainantKind(facts["complainant_kind"]),
        language=Language(facts["language"]),
        narrative=facts["narrative"],
        wish=facts["wish"],
        category=facts["category"],
        institution=facts["institution"],
        place=facts["place"],
        happened_on=today - timedelta(days=facts["days_ago"]) if facts["days_ago"] else None,
        identity=IdentityDetails(name=facts["name"], phone=facts["phone"], email=facts["email"]),
        contact_wish=ContactWish(facts["contact_wish"]),
        contact_note=facts["contact_note"],
        vulnerability=tuple(Vulnerability(one) for one in facts["vulnerability"]),
        channel=IntakeChannel(facts["channel"]),
        consents=tuple(_told(one) for one in facts["consents"]),
    )


def _told(consent: Mapping[str, Any]) -> ToldConsent:
    return ToldConsent(
        purpose=Consent.Purpose(consent["purpose"]),
        text_version=consent["text_version"],
        institution=consent.get("institution", ""),
        partner=consent.get("partner", ""),
        manner=Consent.Manner(consent["manner"]),
    )


def _say(scene: Scene) -> None:
    complainant_answered(scene.standing.complaint, text=scene.act.facts["text"])


def _rate(scene: Scene) -> None:
    complainant_rated(scene.standing.complaint, rating=Rating(**scene.act.facts))


def _agree(scene: Scene) -> None:
    facts = scene.act.facts
    consent = ConsentGiven(
        purpose=Consent.Purpose(facts["purpose"]),
        text_version=facts["text_version"],
        language=Language(facts["language"]),
        institution=scene.world.institutions[facts["institution"]],
    )
    give_consent(complaint=scene.standing.complaint, consent=consent)


def _withdraw_consent(scene: Scene) -> None:
    complaint = scene.standing.complaint
    consent = complaint.consents.get(purpose=scene.act.facts["purpose"])
    withdraw_consent(complaint=complaint, consent_id=consent.pk)


ACTS: Final[dict[str, Callable[[Scene], None]]] = {
    "file": _file,
    "say": _say,
    "rate": _rate,
    "consent": _agree,
    "withdraw_consent": _withdraw_consent,
}
