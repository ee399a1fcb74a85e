"""A case as an actor may see it."""

from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef, UUIDField

from backend.cases.api.detail import shown_known, shown_whole
from backend.cases.api.opened import shown_opened
from backend.cases.models import Case, ConflictOfInterest, Tag
from backend.cases.querysets import readable_in
from backend.cases.services import access
from backend.cases.services.holding import fetch_waiting
from backend.cases.services.opened import agreed_with
from backend.common.errors import NotFound
from backend.common.lists import ListOf
from backend.common.written import Written
from backend.partners.actors import Actor
from backend.partners.models import User

# What a detail needs beside the row, in the same query.
WITH = ("owner", "complaint__satisfaction", "data_key__partner_key", "assignee")
# The citizen's words stand under an address of their own.
_UNASKED: Final = ("narrative", "wish", "contact_note", "vulnerability", "answers")
_WHOLE: Final = Written(
    Case,
    lambda case, user: (
        Case.objects.select_related(*WITH)
        .defer(*(f"complaint__{name}" for name in _UNASKED))
        .annotate(
            tag_names=ListOf(Tag.objects.filter(cases=OuterRef("pk")).values("name"), "name"),
            has_conflict=Exists(ConflictOfInterest.objects.filter(case=OuterRef("pk"), user=user)),
        )
        .filter(pk=case)
    ),
    case=UUIDField(),
    user=UUIDField(),
)


def shown_case(case_id: UUID, actor: Actor) -> dict[str, Any]:
    """One case, in full for those who may read it, as far as it was agreed for people of another partner,
    de-identified for those who may only know of it.

    Raises NotFound. Four queries of an own case, one more of others.
    """
    if actor.id is None:
        raise NotFound()
    try:
        case: Any = readable_in(_WHOLE, case_id, actor, user=actor.id)
    except NotFound:
        return _shown_in_part(case_id, actor)
    fetch_waiting(case)
    named = access.named_on(case) if case.restricted else []
    people = list(User.objects.filter(pk__in=named).order_by("name")) if named else []
    return shown_whole(case, people=people, tags=case.tag_names, conflict=case.has_conflict, actor=actor)


def _shown_in_part(case_id: UUID, actor: Actor) -> dict[str, Any]:
    case = Case.objects.visible_to(actor).select_related(*WITH).found(case_id)
    if (agreed := agreed_with(case, actor)) is not None:
        return shown_opened(case, agreed)
    return shown_known(case)
