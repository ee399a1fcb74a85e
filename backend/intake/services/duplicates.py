"""Which cases may be about the same: here, because only the intake may ask the vault for the same contact."""

from uuid import UUID

from backend.cases.models import Case
from backend.cases.services.resembling import Suggestion, suggestions_for
from backend.common.errors import NotAllowed
from backend.identity.services import complaints_with_same_contact
from backend.partners.actors import Actor, ActorKind

_SORTS = ("triage_cases", "work_cases")


def possible_duplicates(case_id: UUID, *, actor: Actor) -> list[Suggestion]:
    """For people who sort or work the case. Raises NotFound, NotAllowed.

    A program is not told which complaints came from one person: it could put them together by the thousand.
    """
    case = Case.objects.readable(case_id, actor)
    if not any(actor.may(one, case.owner_id) for one in _SORTS):
        raise NotAllowed()
    is_person = actor.kind is ActorKind.STAFF and case.complaint_id is not None
    same = complaints_with_same_contact(case.complaint_id) if is_person and case.complaint_id else frozenset()
    return suggestions_for(case, same_contact=same, actor=actor)
