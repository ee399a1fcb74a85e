"""What leaves, looked through for personal data, and confirmed by somebody who saw what was found."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from backend.cases import errors
from backend.cases.findings import found_in
from backend.cases.models import InstitutionReferral, JudiciaryDetail
from backend.cases.services import annexes, letters
from backend.cases.services.holding import readable
from backend.cases.stages import FindingKind
from backend.correspondence.letters import Letter, Run
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """Something that looks like personal data: where, and what. In an annex the place is one of the whole
    narrative or wish, so that it can be hidden as it was found. No readable repr: it holds the words."""

    where: str
    kind: FindingKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """A part of the complainant's words: whole, what is hidden of it, and what of it leaves."""

    text: str
    hidden: list[dict[str, Any]]
    leaves: tuple[Run, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Redaction:
    """Everything that somebody has to look at before it leaves. `digest` names it exactly: whoever confirms
    says by it that this, and nothing else, is what was seen."""

    include: bool
    language: str
    narrative: Part
    wish: Part
    findings: list[Finding]
    digest: str


def redaction_of(case_id: UUID, referral_id: UUID, *, actor: Actor) -> Redaction:
    """What leaves with a referral and what was found in it. Raises NotFound, NotAllowed."""
    referral = readable(case_id, referral_id, actor)
    letter = letters.letter_of(referral)
    findings = list(_findings(referral, letter))
    narrative, wish = (_part(referral, name) for name in annexes.PARTS)
    return Redaction(
        include=annexes.goes_along(referral),
        language=letters.language_of_words(referral),
        narrative=narrative,
        wish=wish,
        findings=findings,
        digest=_digest(referral, letter, findings),
    )


def confirm(referral: InstitutionReferral, actor: Actor, *, seen: str, is_own_letter: bool) -> None:
    """The actor says that this may leave. Where something was found, where the complainant's words go along,
    or where nobody has read the letter yet, he names what he saw. Raises FindingsUnseen. The caller saves."""
    letter = letters.letter_of(referral)
    findings = list(_findings(referral, letter))
    digest = _digest(referral, letter, findings)
    must_look = bool(findings) or annexes.goes_along(referral) or not is_own_letter
    if (seen or must_look) and seen != digest:
        raise errors.FindingsUnseen(findings=len(findings))
    referral.redaction_checked_by_id, referral.findings_seen = actor.id, digest


def forget(referral: InstitutionReferral) -> None:
    """It changed: somebody has to look again. The caller saves."""
    referral.redaction_checked_by_id, referral.findings_seen = None, ""


def require_as_seen(referral: InstitutionReferral) -> None:
    """What leaves is what was confirmed: nothing it draws on (a template, a name) changed since. Raises
    RedactionUnchecked. What was confirmed before this was kept passes."""
    if not referral.findings_seen:
        return
    letter = letters.letter_of(referral)
    if _digest(referral, letter, list(_findings(referral, letter))) != referral.findings_seen:
        raise errors.RedactionUnchecked()


def _part(referral: InstitutionReferral, name: str) -> Part:
    text, hidden = annexes.words_of(referral, name), annexes.hidden_in(referral, name)
    return Part(text, hidden, tuple(annexes.runs(text, hidden)))


def _findings(referral: InstitutionReferral, letter: Letter) -> Iterator[Finding]:
    person = _restricted_person(referral)
    for where, text in _texts(referral, letter):
        for found in found_in(text, person):
            yield Finding(where, found.kind, found.start, found.end, text[found.start : found.end])


def _texts(referral: InstitutionReferral, letter: Letter) -> Iterator[tuple[str, str]]:
    """Every text that leaves and that somebody wrote for this case, by its place in the dossier."""
    for number, part in enumerate(letter.parts):
        yield f"parts.{number}.subject", part.subject
        yield f"parts.{number}.letter", part.text
    for number, attachment in enumerate(letter.attachments):
        yield f"attachments.{number}.title", attachment.title
    if annexes.goes_along(referral):
        for name in annexes.PARTS:
            hidden = annexes.hidden_in(referral, name)
            yield f"annex.{name}", annexes.covered(annexes.words_of(referral, name), hidden)


def _restricted_person(referral: InstitutionReferral) -> str:
    detail = (
        JudiciaryDetail.objects.filter(case=referral.case).select_related("data_key__partner_key").first()
    )
    return detail.person if detail else ""


_SEEN_OF_A_PART: Final = ("language", "subject", "text")


def _digest(referral: InstitutionReferral, letter: Letter, findings: list[Finding]) -> str:
    """Of the words, not of the pages: those bear the day on which they are looked at."""
    annex = letter.annex
    seen = {
        "institution": referral.institution.code,
        "parts": [[getattr(part, name) for name in _SEEN_OF_A_PART] for part in letter.parts],
        "attachments": [[one.title, one.sha256] for one in letter.attachments],
        "annex": annex
        and [[[run.text, run.hidden] for run in runs] for runs in (annex.narrative, annex.wish)],
        "findings": [[one.where, one.kind, one.start, one.end] for one in findings],
    }
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
