"""What leaves with a referral: shown as it stands, frozen when it may leave, never changed afterwards."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from backend.audit.services import record
from backend.cases import errors
from backend.cases.models import Dossier, InstitutionReferral
from backend.cases.services import letters, permits, redaction
from backend.cases.services.enclosures import require_unchanged
from backend.cases.services.holding import readable, tell
from backend.cases.stages import ReferralState
from backend.correspondence.letters import Annex, Letter
from backend.correspondence.services.rendering import LAYOUT, render
from backend.correspondence.services.templates import DraftLetter, template_of
from backend.partners.actors import Actor

_STILL_HERE: Final = (
    ReferralState.DRAFT,
    ReferralState.APPROVAL,
    ReferralState.QUEUED,
    ReferralState.CANCELLED,
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves: `content` names everything; while it is not frozen, it is what would leave now."""

    content: Mapping[str, Any]
    letter: bytes
    sha256: str
    frozen_at: datetime | None = None
    frozen_by_id: UUID | None = None

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None


def freeze(referral: InstitutionReferral, actor: Actor) -> Dossier:
    """Keep what leaves from now on. The caller holds the referral, moves and saves it."""
    require_unchanged(referral.case, referral.enclosures)
    redaction.require_as_seen(referral)
    letter = letters.letter_of(referral)
    pages = render(letter, is_draft=False)
    dossier = Dossier(
        referral=referral,
        data_key=referral.data_key,
        sha256=hashlib.sha256(pages).hexdigest(),
        size=len(pages),
        frozen_by_id=actor.id,
    )
    dossier.letter, dossier.content = pages, _content_of(referral, letter)
    dossier.save(force_insert=True)
    referral.dossier = dossier
    tell(referral, actor, "referral.dossier_frozen", dossier=str(dossier.pk), sha256=dossier.sha256)
    return dossier


def freeze_if_missing(referral: InstitutionReferral, actor: Actor) -> None:
    """What was released before letters were kept is frozen when it leaves."""
    if referral.dossier_id is None:
        freeze(referral, actor)


def discard(referral: InstitutionReferral, actor: Actor) -> None:
    """It goes back to its author: what was frozen and did not leave is taken away. What left, and did not
    arrive, is kept as it left. The caller holds the referral, moves and saves it."""
    dossier = referral.dossier
    if dossier is None:
        return
    told = {"dossier": str(dossier.pk), "sha256": dossier.sha256, "had_left": _has_left(referral, dossier)}
    referral.dossier = None
    if not told["had_left"]:
        dossier.delete()
    tell(referral, actor, "referral.dossier_discarded", **told)


@transaction.atomic
def take_letter(case_id: UUID, referral_id: UUID, *, actor: Actor) -> Leaving:
    """The letter's pages. Taking what was frozen leaves an audit line: these pages can go anywhere."""
    referral = readable(case_id, referral_id, actor)
    leaving = _leaving(referral, actor)
    if leaving.is_frozen:
        facts = {"referral": str(referral.pk), "sha256": leaving.sha256}
        record(actor, "referral.letter_taken", referral.case, chain=referral.case.owner_id, **facts)
    return leaving


def leaving_with(case_id: UUID, referral_id: UUID, *, actor: Actor) -> Leaving:
    """Everything that leaves with a referral, by name."""
    return _leaving(readable(case_id, referral_id, actor), actor)


def draft_letter(case_id: UUID, referral_id: UUID, *, language: str | None, actor: Actor) -> DraftLetter:
    """The partner's template with what is known of the case, for the caseworker to go on with."""
    referral = readable(case_id, referral_id, actor)
    permits.complaint_of(referral.case)
    wanted = language or letters.language_of(referral)
    return letters.draft_letter(referral.case, referral.institution, referral.deadline_rule, wanted)


def _leaving(referral: InstitutionReferral, actor: Actor) -> Leaving:
    if dossier := referral.dossier:
        return Leaving(
            dossier.content, dossier.letter, dossier.sha256, dossier.frozen_at, dossier.frozen_by_id
        )
    if referral.state not in _STILL_HERE:
        raise errors.LetterNotKept()
    letter = letters.letter_of(referral)
    pages = render(letter, is_draft=True)
    return Leaving(_content_of(referral, letter), pages, hashlib.sha256(pages).hexdigest())


def _has_left(referral: InstitutionReferral, dossier: Dossier) -> bool:
    """Whether a mail server was given it, or the story tells that it was sent since it was frozen."""
    if dossier.deliveries.filter(dispatch__handed_over_at__isnull=False).exists():
        return True
    sendings = referral.case.events.filter(action="referral.send", at__gte=dossier.frozen_at)
    return sendings.filter(facts__referral=str(referral.pk)).exists()


def _content_of(referral: InstitutionReferral, letter: Letter) -> dict[str, Any]:
    """All that the pages were made of, as plain JSON."""
    first, rule = letter.parts[0], referral.deadline_rule
    template = template_of(referral.case.owner, referral.case.kind, first.language)
    return {
        "institution": referral.institution.code,
        "reference": letter.reference,
        "written_on": letter.written_on.isoformat(),
        "parts": [
            {
                "language": part.language.value,
                "recipient": part.recipient.name,
                "address_lines": list(part.recipient.lines),
                "sender": part.sender.name,
                "signatory": part.sender.signatory,
                "subject": part.subject,
                "letter": part.text,
            }
            for part in letter.parts
        ],
        "rule": {"code": rule.code, "version": rule.version} if rule else None,
        "legal_basis": {"law": letter.legal_basis.law, "article": letter.legal_basis.article}
        if letter.legal_basis
        else None,
        "attachments": [{"number": number, **one} for number, one in enumerate(referral.enclosures or (), 1)],
        "annex": _annex_told(letter.annex),
        "template": template.name,
        "layout": LAYOUT,
    }


def _annex_told(annex: Annex | None) -> dict[str, Any] | None:
    """The complainant's words as they leave: of what is hidden, the reasons only."""
    if annex is None:
        return None
    told = {
        name: [{"text": run.text, "hidden": list(run.hidden)} for run in runs]
        for name, runs in (("narrative", annex.narrative), ("wish", annex.wish))
    }
    return {"language": annex.language.value, **told}
