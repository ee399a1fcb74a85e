"""The complainant's own words as they go along with a letter: whole, but for what is blacked out."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import masks, permits
from backend.common.errors import Invalid
from backend.common.languages import Language
from backend.complaints.models import Complaint
from backend.correspondence.letters import Annex, Run

PARTS: Final = ("narrative", "wish")
PART_CHOICES: Final = [(part, part) for part in PARTS]
MOST_HIDDEN: Final = 500
COVERED: Final = "\u2588"
"""What stands in the place of each hidden character where a text has to keep its length."""

BAR: Final = COVERED * 5
"""What stands for a hidden place where nothing of its length may be told."""

_JOINER: Final = "\u200d"
Hidden = Sequence[Mapping[str, Any]]


def kept_annex(case: Case, chosen: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What is kept of the choice. Raises Invalid for a place that the words do not have."""
    if chosen is None:
        return None
    complaint, hidden = permits.complaint_of(case), list(chosen.get("hidden", ()))
    for number, place in enumerate(hidden):
        if not 0 <= place["start"] < place["end"] <= len(_words(complaint, place["part"])):
            raise Invalid.field(
                f"annex.hidden.{number}", "outside", _("The complainant's words have no such place.")
            )
    return {"include": bool(chosen.get("include", True)), "hidden": hidden}


def annex_of(referral: InstitutionReferral) -> Annex | None:
    """The words that go along; None where none do."""
    if not goes_along(referral):
        return None
    complaint = permits.complaint_of(referral.case)
    narrative, wish = (tuple(runs(_words(complaint, part), hidden_in(referral, part))) for part in PARTS)
    return Annex(Language(complaint.language), narrative, wish)


def goes_along(referral: InstitutionReferral) -> bool:
    """Whether the complainant's own words leave with this referral."""
    return bool(referral.annex and referral.annex["include"])


def words_of(referral: InstitutionReferral, part: str) -> str:
    """The whole narrative, or the whole wish, as they were written."""
    return _words(permits.complaint_of(referral.case), part)


def hidden_in(referral: InstitutionReferral, part: str) -> list[dict[str, Any]]:
    """What is blacked out of a part: as chosen for this letter, and whatever is hidden in the case."""
    chosen = [
        place for place in (referral.annex["hidden"] if referral.annex else ()) if place["part"] == part
    ]
    of_case = [dict(place) for place in masks.masks_of(referral.case).of(part)]
    return chosen + [place for place in of_case if place not in chosen]


def shown(text: str, hidden: Hidden) -> str:
    """The text to be read on a screen or in a letter: a bar of one width for whatever is hidden."""
    return "".join(BAR if run.hidden else run.text for run in runs(text, hidden))


def covered(text: str, hidden: Hidden) -> str:
    """The text at its full length, with a block for every hidden character."""
    chars = list(text)
    for start, end, _reasons in _places(text, hidden):
        chars[start:end] = COVERED * (end - start)
    return "".join(chars)


def runs(text: str, hidden: Hidden) -> Iterator[Run]:
    """What is seen and what is not, in turn. A hidden run holds its reasons and nothing of the text, not even
    how long it was."""
    at = 0
    for start, end, reasons in _places(text, hidden):
        if start > at:
            yield Run(text[at:start])
        yield Run(hidden=reasons)
        at = end
    if at < len(text):
        yield Run(text[at:])


def _places(text: str, hidden: Hidden) -> list[tuple[int, int, tuple[str, ...]]]:
    """Every hidden place once, in order: what touches or overlaps is one, with the reasons of all."""
    merged: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end, reason in sorted(_whole_signs(text, hidden)):
        if merged and start <= merged[-1][1]:
            first, last, reasons = merged[-1]
            merged[-1] = (first, max(last, end), tuple(dict.fromkeys((*reasons, reason))))
        else:
            merged.append((start, end, (reason,)))
    return merged


def _whole_signs(text: str, hidden: Hidden) -> Iterable[tuple[int, int, str]]:
    """Half a sign is not hidden: a letter goes with its marks, for a mark alone tells which letter it was."""
    for place in hidden:
        start, end = place["start"], place["end"]
        while start > 0 and _belongs_to_the_one_before(text, start):
            start -= 1
        while end < len(text) and _belongs_to_the_one_before(text, end):
            end += 1
        yield start, end, place["reason"]


def _belongs_to_the_one_before(text: str, at: int) -> bool:
    is_mark = unicodedata.category(text[at]).startswith("M")
    return is_mark or _JOINER in (text[at], text[at - 1])


def _words(complaint: Complaint, part: str) -> str:
    words: str = getattr(complaint, part)
    return words
