"""What the complainant says of the outcome through the receipt, and what it does to the case."""

from typing import Final

from django.db import transaction

from backend.cases import errors
from backend.cases.models import Case
from backend.cases.services import permits, story
from backend.cases.stages import State, Verb
from backend.common import clock
from backend.complaints.models import Complaint, Satisfaction
from backend.complaints.services.satisfaction import Rating, keep_rating
from backend.partners.actors import Actor

RATABLE: Final = frozenset({State.RESOLVED, State.CLOSED})


@transaction.atomic
def complainant_rated(complaint: Complaint, *, rating: Rating) -> Satisfaction:
    """Take in what the complainant thinks. It closes a resolved case, unless reopening is asked for, or has
    to be asked about because the score is low. Sending the same again changes nothing.

    Raises Invalid or NothingToRate.
    """
    case = _held(complaint)
    if case is None or case.state not in RATABLE:
        raise errors.NothingToRate()
    kept, is_new = keep_rating(complaint=complaint, rating=rating, of_outcome_from=case.resolved_at)
    if is_new:
        actor = Actor.complainant(case.pk)
        story.tell(case, actor, "case.complainant_rated", outcome=kept.outcome, process=kept.process)
        _follow(case, kept, actor)
    return kept


@transaction.atomic
def complainant_confirmed(complaint: Complaint) -> None:
    """The complainant agrees with the outcome and wants nothing more. A closed case stays as it is.

    Raises NothingToConfirm.
    """
    case = _held(complaint)
    if case is None or case.state not in RATABLE:
        raise errors.NothingToConfirm()
    if case.state == State.RESOLVED:
        _close(case, Actor.complainant(case.pk))


def _held(complaint: Complaint) -> Case | None:
    """The case, held; None for a complaint that became none yet."""
    return Case.objects.select_for_update(of=("self",)).filter(complaint=complaint).first()


def _follow(case: Case, said: Satisfaction, actor: Actor) -> None:
    if said.asks_reopening:
        # Only a person reopens: the story tells the caseworker that somebody waits for that decision.
        story.tell(case, actor, "case.reopening_asked")
    elif said.settles and case.state == State.RESOLVED:
        _close(case, actor)


def _close(case: Case, actor: Actor) -> None:
    row = permits.require(Verb.CONFIRM_OUTCOME, case, actor)
    case.closed_at = clock.now()
    story.move(case, row, actor, changed={"closed_at"})
