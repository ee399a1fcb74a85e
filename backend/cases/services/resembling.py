"""Cases that may be about the same as a given one: each with why, and how strongly. Nothing is kept of it.

Looked at are cases of the same partner that the actor reads: what arrived around the same time, what is about
the same institution within half a year, and what came from the same complainant. So the cost does not grow
with the number of cases.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import models
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case
from backend.cases.services.wording import same_text, shared_words
from backend.cases.stages import State
from backend.complaints.models import Complaint
from backend.partners.actors import Actor

MOST_SUGGESTED: Final = 10
_AROUND: Final = 150
_ABOUT_THE_SAME: Final = 200
_HALF_A_YEAR: Final = timedelta(days=183)
_NEAR: Final = timedelta(days=14)
# Of so many of the likeliest the complaints themselves are compared; each has to be opened for that.
_READ: Final = 30


class Why(models.TextChoices):
    """What two cases have in common."""

    SAME_CONTACT = "same_contact", _("The complainants gave the same telephone number or e-mail address")
    SAME_TEXT = "same_text", _("Large parts of the complaints are alike, word for word")
    SAME_WORDS = "same_words", _("The summaries have words in common")
    SAME_INSTITUTION = "same_institution", _("The same institution")
    SAME_CATEGORY = "same_category", _("The same category")
    SAME_PLACE = "same_place", _("The same place")
    NEAR_IN_TIME = "near_in_time", _("They arrived within two weeks")


class Strength(models.TextChoices):
    STRONG = "strong", _("Very likely the same")
    LIKELY = "likely", _("Likely the same")
    POSSIBLE = "possible", _("Possibly the same")


_WEIGHTS: Final = {
    Why.SAME_CONTACT: 4,
    Why.SAME_TEXT: 4,
    Why.SAME_INSTITUTION: 2,
    Why.SAME_CATEGORY: 1,
    Why.SAME_PLACE: 1,
    Why.NEAR_IN_TIME: 1,
}
_STRENGTHS: Final = ((8, Strength.STRONG), (6, Strength.LIKELY), (4, Strength.POSSIBLE))
_SHOWN: Final = (
    *("id", "reference", "kind", "state", "severity", "category_id", "institution_id", "place_id"),
    *("opened_at", "due_at", "outcome", "resolved_at", "closed_at", "restricted", "summary"),
    *("assignee_id", "version", "complaint_id"),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case that may be the same: its row as lists have it, why, and the words in common."""

    row: Mapping[str, Any]
    why: tuple[Why, ...]
    words: tuple[str, ...]
    strength: Strength


def suggestions_for(case: Case, *, same_contact: Collection[UUID], actor: Actor) -> list[Suggestion]:
    """The likeliest first. `same_contact`: complaints known to come from the same complainant."""
    rows = _candidates(case, same_contact, actor)
    ranked = sorted(rows, key=lambda row: (-_score(case, row, same_contact, False)[0], _gap(case, row)))
    texts = _texts([case.complaint_id, *(row["complaint_id"] for row in ranked[:_READ])])
    own = texts.get(case.complaint_id, "")
    found = []
    for row in ranked:
        alike = same_text(own, texts.get(row["complaint_id"], ""))
        score, why, words = _score(case, row, same_contact, alike)
        strength = next((name for least, name in _STRENGTHS if score >= least), None)
        if strength is not None:
            found.append((-score, _gap(case, row), Suggestion(row, why, words, strength)))
    return [one for _score_, _gap_, one in sorted(found, key=lambda each: each[:2])[:MOST_SUGGESTED]]


def _score(
    case: Case, row: Mapping[str, Any], same_contact: Collection[UUID], alike: bool
) -> tuple[int, tuple[Why, ...], tuple[str, ...]]:
    words, weight = shared_words(case.summary, row["summary"])
    why = tuple(_reasons(case, row, same_contact, alike, bool(words)))
    return sum(_WEIGHTS.get(one, weight) for one in why), why, words


def _reasons(
    case: Case, row: Mapping[str, Any], same_contact: Collection[UUID], alike: bool, words: bool
) -> Iterator[Why]:
    if row["complaint_id"] in same_contact:
        yield Why.SAME_CONTACT
    if alike:
        yield Why.SAME_TEXT
    if words:
        yield Why.SAME_WORDS
    for why, name in (
        (Why.SAME_INSTITUTION, "institution_id"),
        (Why.SAME_CATEGORY, "category_id"),
        (Why.SAME_PLACE, "place_id"),
    ):
        if row[name] is not None and row[name] == getattr(case, name):
            yield why
    if _gap(case, row) <= _NEAR:
        yield Why.NEAR_IN_TIME


def _gap(case: Case, row: Mapping[str, Any]) -> timedelta:
    arrived: datetime = row["opened_at"]
    return abs(arrived - case.opened_at)


def _candidates(case: Case, same_contact: Collection[UUID], actor: Actor) -> list[Mapping[str, Any]]:
    others = Case.objects.readable_by(actor).filter(owner=case.owner_id).exclude(pk=case.pk)
    others = others.exclude(state__in=(State.DUPLICATE, State.TRANSFERRED))
    # Restricted ones lie outside of the index by time; whoever is named finds them by what they are about.
    around = others.filter(restricted=False)
    pools = [
        around.filter(opened_at__lte=case.opened_at).order_by("-opened_at", "-id")[:_AROUND],
        around.filter(opened_at__gt=case.opened_at).order_by("opened_at", "id")[:_AROUND],
    ]
    if case.institution_id is not None:
        about = others.filter(
            institution=case.institution_id,
            opened_at__range=(case.opened_at - _HALF_A_YEAR, case.opened_at + _HALF_A_YEAR),
        )
        pools.append(about.order_by("-opened_at")[:_ABOUT_THE_SAME])
    if same_contact:
        pools.append(others.filter(complaint__in=same_contact)[:_ABOUT_THE_SAME])
    return list({row["id"]: row for pool in pools for row in _rows(pool)}.values())


def _rows(cases: QuerySet[Case]) -> Iterator[Mapping[str, Any]]:
    named = {"owner_slug": F("owner__slug"), "assignee_name": F("assignee__name")}
    for row in cases.values(*_SHOWN, **named):
        yield {**row, "readable": True, "summarised": True}


def _texts(complaints: Collection[UUID | None]) -> dict[UUID | None, str]:
    found = Complaint.objects.filter(pk__in=[pk for pk in complaints if pk])
    return {one.pk: one.narrative for one in found.select_related("data_key__partner_key")}
