"""What the lines of a case's story speak of: notes, messages, people, partners, other cases, all at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Q

from backend.cases.models import Case, CaseEvent, InstitutionAnswer, Note
from backend.cases.storyline import EventKind, actions_of
from backend.common.errors import Invalid
from backend.complaints.models import Message
from backend.complaints.services.messages import messages_of
from backend.directory import lookups
from backend.partners.actors import Actor
from backend.partners.models import Partner, User

# Whatever a line says beside it, one that names a note or a message tells of it.
_NAMED_BY: Final = {EventKind.NOTE: "note", EventKind.MESSAGE: "message", EventKind.ANSWER: "answer"}


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Things by their id. What is not in here is gone, or not for the reader."""

    notes: Mapping[str, Note] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    answers: Mapping[str, InstitutionAnswer] = field(default_factory=dict)
    people: Mapping[str, User] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)


def about_kinds(kinds: Iterable[str]) -> Q:
    """Lines of a story that are about any of these."""
    wanted = set(kinds)
    lines = Q(action__in=actions_of(wanted))
    for kind, fact in _NAMED_BY.items():
        if kind in wanted:
            lines |= Q(**{f"facts__{fact}__isnull": False})
    return lines


def spoken_of(case: Case, events: Collection[CaseEvent], actor: Actor) -> SpokenOf:
    """What these lines name, for somebody who reads the whole case. At most seven queries, whatever their
    number; another case is named only to those who may read it, too. Lines come with who wrote them."""
    facts = [event.facts for event in events]
    notes, messages = _ids(facts, "note"), _ids(facts, "message")
    answers = _ids(facts, "answer")
    people, partners = _ids(facts, "assignee"), _ids(facts, "partner")
    cases = _ids(facts, "other", "original")
    told = case.notes.select_related("author", "data_key__partner_key")
    came = InstitutionAnswer.objects.filter(referral__case=case).select_related("data_key__partner_key")
    return SpokenOf(
        notes=_by_id(told.filter(pk__in=notes)) if notes else {},
        messages=_by_id(messages_of(case.complaint_id).filter(pk__in=messages)) if messages else {},
        answers=_by_id(came.filter(pk__in=answers)) if answers else {},
        people=_people(people, events),
        partners=_by_id(Partner.objects.filter(pk__in=partners)) if partners else {},
        cases=_by_id(Case.objects.readable_by(actor).filter(pk__in=cases)) if cases else {},
    )


def _people(wanted: set[str], events: Iterable[CaseEvent]) -> dict[str, User]:
    """Most cases are given to somebody who wrote other lines of the page, and is at hand."""
    at_hand = _by_id(event.actor for event in events if event.actor is not None)
    missing = wanted - at_hand.keys()
    return at_hand | (_by_id(User.objects.filter(pk__in=missing)) if missing else {})


def institution_of(event: CaseEvent) -> lookups.Entry | None:
    """The institution that a line names, from memory."""
    code = event.facts.get("institution")
    if not isinstance(code, str):
        return None
    try:
        return lookups.institutions.with_code(code, field="institution")
    except Invalid:
        return None


def _ids(facts: Iterable[Mapping[str, Any]], *names: str) -> set[str]:
    return {value for fact in facts for name in names if isinstance(value := fact.get(name), str)}


def _by_id(rows: Iterable[Any]) -> dict[str, Any]:
    return {str(row.pk): row for row in rows}
