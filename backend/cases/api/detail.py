"""One case field by field, as those see it who may know of it, and those who read all of it.

The serializers describe the same; REST framework would copy their fields for each answer.
"""

from typing import Any

from backend.cases.api.fields import shown_entry, shown_moment, shown_person
from backend.cases.models import Case
from backend.cases.services import permits
from backend.cases.services.acts import acts_on
from backend.cases.services.holding import first_due
from backend.cases.services.list_rows import is_overdue
from backend.cases.services.permits import AllowedAction
from backend.cases.stages import STAGE_OF, State
from backend.common import clock
from backend.common.languages import current_language
from backend.complaints.models import Complaint, Satisfaction
from backend.directory import lookups
from backend.directory.services.explanations import explain
from backend.partners.actors import Actor
from backend.partners.models import User


def shown_known(case: Case) -> dict[str, Any]:
    """What an observer sees: no words, no people."""
    return {
        "id": str(case.pk),
        "reference": case.reference,
        "owner": case.owner.slug,
        "kind": case.kind,
        "state": case.state,
        "stage": STAGE_OF[State(case.state)],
        "severity": case.severity,
        "category": _entry(lookups.categories, case.category_id),
        "institution": _entry(lookups.institutions, case.institution_id),
        "place": _entry(lookups.places, case.place_id),
        "opened_at": shown_moment(case.opened_at),
        "due_at": case.due_at,
        "overdue": is_overdue(case.state, case.due_at, clock.now().date()),
        "outcome": case.outcome or None,
        "resolved_at": shown_moment(case.resolved_at),
        "closed_at": shown_moment(case.closed_at),
        "version": case.version,
    }


def shown_whole(
    case: Case, *, people: list[User], tags: list[str], conflict: bool, actor: Actor
) -> dict[str, Any]:
    """What those see who work it, or with whom it was shared as a whole."""
    complaint, assignee = case.complaint, case.assignee
    satisfaction: Satisfaction | None = getattr(complaint, "satisfaction", None)
    return {
        **shown_known(case),
        "former_reference": case.former_reference,
        "summary": case.summary,
        "assignee": shown_person(assignee.pk, assignee.name) if assignee else None,
        "restricted": case.restricted,
        "complaint": _facts(complaint) if complaint else None,
        "admissibility_note": case.admissibility_note,
        "inadmissible_reason": case.inadmissible_reason,
        "advice": case.advice,
        "outcome_text": case.outcome_text,
        "impact": case.impact,
        "value_recovered": None if case.value_recovered is None else f"{case.value_recovered:.2f}",
        "value_currency": case.value_currency,
        "satisfaction": _satisfaction(satisfaction) if satisfaction else None,
        "duplicate_of": str(case.duplicate_of_id) if case.duplicate_of_id else None,
        "tags": tags,
        "people": [shown_person(person.pk, person.name) for person in people],
        "due": _due(case),
        "allowed_actions": [_action(one) for one in permits.allowed_actions(case, actor)],
        "allowed_acts": acts_on(case, actor, conflict=conflict),
    }


def _entry(lookup: lookups.Lookup[Any], id: int | None) -> dict[str, str] | None:
    return None if id is None else shown_entry(lookup, id)


def _facts(complaint: Complaint) -> dict[str, Any]:
    return {
        "complainant_kind": complaint.complainant_kind,
        "language": complaint.language,
        "channel": complaint.channel,
        "happened_on": complaint.happened_on,
        "contact_wish": complaint.contact_wish,
    }


def _satisfaction(given: Satisfaction) -> dict[str, Any]:
    return {
        "outcome": given.outcome,
        "process": given.process,
        "felt_safe": given.felt_safe,
        "would_use_again": given.would_use_again,
        "comment": given.comment,
        "asks_reopening": given.asks_reopening,
        "is_low": given.is_low,
        "given_at": shown_moment(given.given_at),
    }


def _due(case: Case) -> dict[str, Any] | None:
    first = first_due(case)
    if first is None:
        return None
    facts = first.due_explanation
    return {
        "referral": str(first.pk),
        "institution": _entry(lookups.institutions, first.institution_id),
        "explanation": explain(facts, current_language()) if facts else None,
    }


def _action(allowed: AllowedAction) -> dict[str, Any]:
    refusal = allowed.refusal
    return {
        "verb": allowed.verb,
        "code": refusal.code if refusal else None,
        "reason": str(refusal.title) if refusal else None,
        "reason_lifts": allowed.reason_lifts,
    }
