"""What the lines of a case's story speak of: notes, messages, people, partners, other cases, all at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField

from backend.cases.models import Case, CaseEvent, InstitutionAnswer, Note
from backend.cases.storyline import EventKind, actions_of
from backend.common.errors import Invalid
from backend.common.written import Several, Written
from backend.complaints.models import Message
from backend.complaints.services.messages import messages_named
from backend.directory import lookups
from backend.partners.actors import Actor
from backend.partners.models import Partner, User

# Whatever a line says beside it, one that names a note or a message tells of it.
_NAMED_BY: Final = {EventKind.NOTE: "note", EventKind.MESSAGE: "message", EventKind.ANSWER: "answer"}

Line = Mapping[str, Any]
_BY: Final = ("actor_kind", "actor_id", "actor__name")
_LINE: Final = ("pk", "at", "action", *_BY, "from_state", "to_state", "facts")


class Named(NamedTuple):
    """A member of staff."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Things by their id. What is not in here is gone, or not for the reader."""

    notes: Mapping[str, Note] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    answers: Mapping[str, InstitutionAnswer] = field(default_factory=dict)
    people: Mapping[str, Named] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)


def lines_of(case_id: UUID) -> QuerySet[CaseEvent, Line]:
    """The lines of a case's story with the names of who wrote them."""
    lines: QuerySet[CaseEvent, Line] = CaseEvent.objects.filter(case=case_id).values(*_LINE)
    return lines


@lru_cache(maxsize=32)
def beginning(order: str, count: int) -> Written[Line]:
    """The first lines in one order, by a question that is written once: nearly all readers ask for these."""
    return Written(CaseEvent, lambda case: lines_of(case).order_by(order)[:count], case=UUIDField())


def about_kinds(kinds: Iterable[str]) -> Q:
    """Lines of a story that are about any of these."""
    wanted = set(kinds)
    lines = Q(action__in=actions_of(wanted))
    for kind, fact in _NAMED_BY.items():
        if kind in wanted:
            lines |= Q(**{f"facts__{fact}__isnull": False})
    return lines


def spoken_of(case: Case, lines: Collection[Line], actor: Actor) -> SpokenOf:
    """What these lines name, for somebody who reads the whole case. At most seven queries, whatever their
    number; another case is named only to those who may read it, too."""
    facts = [line["facts"] for line in lines]
    notes, messages = _ids(facts, "note"), _ids(facts, "message")
    answers = _ids(facts, "answer")
    people, partners = _ids(facts, "assignee"), _ids(facts, "partner")
    cases = _ids(facts, "other", "original")
    of_complaint = case.complaint_id if messages else None
    return SpokenOf(
        notes=_by_id(_NOTES.all(case=case.pk, ids=notes)) if notes else {},
        messages=_by_id(messages_named(of_complaint, messages)) if of_complaint else {},
        answers=_by_id(_ANSWERS.all(case=case.pk, ids=answers)) if answers else {},
        people=_people(people, lines),
        partners=_by_id(_PARTNERS.all(ids=partners)) if partners else {},
        cases=_by_id(Case.objects.readable_by(actor).filter(pk__in=cases)) if cases else {},
    )


_IDS: Final = Several(UUIDField())
_NOTES: Final = Written(
    Note,
    lambda case, ids: Note.objects.filter(case=case, pk__in=ids).select_related(
        "author", "data_key__partner_key"
    ),
    case=UUIDField(),
    ids=_IDS,
)
_ANSWERS: Final = Written(
    InstitutionAnswer,
    lambda case, ids: InstitutionAnswer.objects.filter(referral__case=case, pk__in=ids).select_related(
        "data_key__partner_key"
    ),
    case=UUIDField(),
    ids=_IDS,
)
_PEOPLE: Final = Written(User, lambda ids: User.objects.filter(pk__in=ids), ids=_IDS)
_PARTNERS: Final = Written(Partner, lambda ids: Partner.objects.filter(pk__in=ids), ids=_IDS)


def _people(wanted: set[str], lines: Iterable[Line]) -> dict[str, Named]:
    """Most cases are given to somebody who wrote other lines of the page, and is at hand."""
    by = {line["actor_id"]: line["actor__name"] for line in lines if line["actor_id"]}
    known = {str(id): Named(id, name) for id, name in by.items()}
    if missing := wanted - known.keys():
        known |= {str(user.pk): Named(user.pk, user.name) for user in _PEOPLE.all(ids=missing)}
    return known


def institution_of(line: Line) -> lookups.Entry | None:
    """The institution that a line names, from memory."""
    code = line["facts"].get("institution")
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
