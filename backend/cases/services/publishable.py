"""What stands against telling the public of a case: all of it at once, so that nobody guesses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.findings import found_in
from backend.cases.models import Case, PublicSummary
from backend.cases.own_words import repeats
from backend.cases.services import masking
from backend.cases.services.masks import NONE, Masks, masks_of
from backend.cases.stages import PUBLISHABLE, FindingKind, HidingReason
from backend.common.kinds import SENSITIVE_KINDS
from backend.complaints.models import Vulnerability
from backend.complaints.services import consents_to_publication
from backend.directory import lookups


class Hindrance(models.TextChoices):
    """Why a text must not be published."""

    SENSITIVE = "sensitive", _("Of corruption, courts and other sensitive matters the public is told nothing")
    NO_CATEGORY = "no_category", _("The case has no category")
    RESTRICTED = "restricted", _("The case is restricted to named persons")
    NOT_ADMITTED = "not_admitted", _("The case is not open yet, or it ended before anything was done")
    NO_CONSENT = "no_consent", _("The complainant did not agree that the public is told")
    AT_RISK = (
        "at_risk",
        _("It concerns a child, a victim of violence or trafficking, or a detainee"),
    )
    FINDINGS = "findings", _("The text has what looks like personal data")
    OWN_WORDS = "own_words", _("The text repeats the complainant's own words")


AT_RISK: Final = frozenset(
    {Vulnerability.CHILD, Vulnerability.VIOLENCE, Vulnerability.TRAFFICKING, Vulnerability.DETENTION}
)
# What is hidden for one of these reasons is somebody's name, and may be declined wherever it stands.
_NAMES: Final = (HidingReason.NAME, HidingReason.THIRD_PERSON)


@dataclass(frozen=True, slots=True, repr=False)
class SummaryFinding:
    """Something in the title or the text that looks like personal data."""

    where: str
    kind: FindingKind
    start: int
    end: int


def hindrances_of(case: Case, summary: PublicSummary | None) -> list[Hindrance]:
    """All that stands against publishing; without a summary, as far as the case itself tells."""
    return [*_of_the_case(case), *(_of_the_words(case, summary) if summary else ())]


def findings_in(case: Case, summary: PublicSummary) -> list[SummaryFinding]:
    """Numbers, addresses, and names that somebody hid in the complainant's words."""
    names = list(_hidden_names(case, masks_of(case)))
    found = {
        SummaryFinding(where, one.kind, one.start, one.end)
        for where, text in (("title", summary.title), ("text", summary.text))
        for name in names or [""]
        for one in found_in(text, name)
    }
    return sorted(found, key=lambda one: (one.where != "title", one.start, one.end))


def _of_the_case(case: Case) -> Iterator[Hindrance]:
    if case.kind in SENSITIVE_KINDS or case.category_id in lookups.sensitive_category_ids():
        yield Hindrance.SENSITIVE
    if case.category_id is None or not lookups.categories.with_id(case.category_id).is_active:
        yield Hindrance.NO_CATEGORY
    if case.restricted:
        yield Hindrance.RESTRICTED
    if case.state not in PUBLISHABLE:
        yield Hindrance.NOT_ADMITTED
    complaint = case.complaint
    if complaint is None or not consents_to_publication(complaint):
        yield Hindrance.NO_CONSENT
    if complaint is not None and not AT_RISK.isdisjoint(complaint.vulnerability):
        yield Hindrance.AT_RISK


def _of_the_words(case: Case, summary: PublicSummary) -> Iterator[Hindrance]:
    if findings_in(case, summary):
        yield Hindrance.FINDINGS
    if repeats(f"{summary.title}\n{summary.text}", _told_by_complainant(case)):
        yield Hindrance.OWN_WORDS


def _told_by_complainant(case: Case) -> list[str]:
    return [part.text for part in masking.parts_of(case, NONE)] if case.complaint else []


def _hidden_names(case: Case, hidden: Masks) -> Iterator[str]:
    if case.complaint is None or not hidden.places:
        return
    texts = {part.part: part.text for part in masking.parts_of(case, NONE)}
    for place in hidden.places:
        if place["reason"] in _NAMES and place["part"] in texts:
            yield texts[place["part"]][place["start"] : place["end"]]
