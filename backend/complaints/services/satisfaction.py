"""What the complainant thinks of the outcome and of us."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import FieldError, Invalid
from backend.complaints.models import Complaint, Satisfaction
from backend.complaints.words import LONGEST_COMMENT, check_words

SCORES: Final = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Rating:
    """Scores from 1 to 5, and what else was said. It has no readable repr, because it holds a comment."""

    outcome: int
    process: int
    felt_safe: bool | None = None
    would_use_again: bool | None = None
    comment: str = ""
    asks_reopening: bool | None = None


@transaction.atomic
def keep_rating(
    *, complaint: Complaint, rating: Rating, of_outcome_from: datetime | None
) -> tuple[Satisfaction, bool]:
    """Keep a rating; a later one takes the place of an earlier one. Says, too, whether it tells anything new.

    The same words about an outcome that came after they were said are new. Raises Invalid.
    Part of the work on a case, which says what follows from it and leaves the audit line.
    """
    _require_sound(rating)
    kept = Satisfaction.objects.select_for_update().filter(complaint=complaint).first()
    said_of_this = kept is not None and (of_outcome_from is None or kept.given_at >= of_outcome_from)
    if kept is not None and said_of_this and _says(kept) == rating:
        return kept, False
    kept = kept or Satisfaction(complaint=complaint, data_key_id=complaint.data_key_id)
    kept.outcome, kept.process = rating.outcome, rating.process
    kept.felt_safe, kept.would_use_again = rating.felt_safe, rating.would_use_again
    kept.asks_reopening, kept.given_at = rating.asks_reopening, clock.now()
    kept.comment = rating.comment
    kept.save()
    return kept, True


def rating_of(complaint: Complaint) -> Satisfaction | None:
    """What was said last."""
    return Satisfaction.objects.select_related("data_key__partner_key").filter(complaint=complaint).first()


def _says(kept: Satisfaction) -> Rating:
    return Rating(
        outcome=kept.outcome,
        process=kept.process,
        felt_safe=kept.felt_safe,
        would_use_again=kept.would_use_again,
        comment=kept.comment,
        asks_reopening=kept.asks_reopening,
    )


def _require_sound(rating: Rating) -> None:
    errors = [
        FieldError(name, "invalid_choice", _("Please choose a number from 1 to 5."))
        for name, score in (("outcome", rating.outcome), ("process", rating.process))
        if score not in SCORES
    ]
    errors += check_words("comment", rating.comment, longest=LONGEST_COMMENT)
    if errors:
        raise Invalid(errors)
