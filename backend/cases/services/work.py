"""Working a case without moving it: particulars, assignee, notes, tags, links, the judiciary detail."""

from collections.abc import Collection, Mapping
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, CaseLink, JudiciaryDetail, Note, Tag
from backend.cases.services import access, conflicts, permits, story
from backend.cases.services.steps import locked
from backend.cases.stages import STAGE_OF, Stage, State
from backend.common.errors import Invalid, NotFound
from backend.common.folding import fold
from backend.common.kinds import CaseKind
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User

MOST_TAGS: Final = 20
PARTICULARS = ("kind", "category", "institution", "place", "severity", "summary")


@transaction.atomic
def change_particulars(
    case_id: UUID, *, changes: Mapping[str, Any], expected: int | None, actor: Actor
) -> Case:
    """Correct kind, category, institution, place, severity or the partner's own summary."""
    case = locked(case_id, actor, expected)
    in_intake = STAGE_OF[State(case.state)] is Stage.INTAKE
    permits.require_permission("triage_cases" if in_intake else "work_cases", case, actor)
    changed = {name for name in PARTICULARS if name in changes and getattr(case, name) != changes[name]}
    for name in changed:
        setattr(case, name, changes[name])
    if case.category is not None and case.kind not in case.category.kinds:
        raise Invalid.field("category", "wrong_kind", _("This category is not for that kind of case."))
    if changed:
        story.keep(case, actor, "case.changed", changed=changed, fields=sorted(changed))
    return case


@transaction.atomic
def assign(case_id: UUID, *, assignee: User | None, expected: int | None, actor: Actor) -> Case:
    """Name who works the case. A coordinator names anybody, a caseworker himself where nobody is named."""
    case = locked(case_id, actor, expected)
    takes_it = assignee is not None and assignee.pk == actor.id and case.assignee_id is None
    permits.require_permission("work_cases" if takes_it else "assign_cases", case, actor)
    if assignee is not None:
        require_assignable(case, assignee)
    case.assignee = assignee
    story.keep(
        case, actor, "case.assigned", changed={"assignee"}, assignee=str(assignee.pk) if assignee else None
    )
    return case


def require_assignable(case: Case, person: User) -> None:
    """Raises NotAssignable, ConflictDeclared."""
    if not actor_of(person).may("work_cases", case.owner_id):
        raise errors.NotAssignable()
    if case.conflicts.filter(user=person).exists():
        raise errors.ConflictDeclared()
    if case.restricted and person.pk not in access.named_on(case):
        raise errors.NotAssignable()


@transaction.atomic
def add_note(case_id: UUID, *, text: str, actor: Actor) -> Note:
    """Write a remark that only the partner's own people and those it shares with read."""
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission(
        "work_cases" if STAGE_OF[State(case.state)] is not Stage.INTAKE else "triage_cases", case, actor
    )
    note = Note(case=case, data_key=permits.key_of(case), author_id=actor.id)
    note.text = text
    note.save(force_insert=True)
    story.tell(case, actor, "case.note_added", note=str(note.pk))
    return note


@transaction.atomic
def set_tags(case_id: UUID, *, names: list[str], expected: int | None, actor: Actor) -> Case:
    """Replace the words that the case is sorted by; a new word becomes a tag of the owner."""
    case = locked(case_id, actor, expected)
    permits.require_permission("triage_cases", case, actor)
    _set_tags(case, {fold(name): name.strip() for name in names if fold(name)}, actor)
    return case


@transaction.atomic
def retag(
    case_id: UUID, *, add: Collection[str], remove: Collection[str], expected: int | None, actor: Actor
) -> Case:
    """Add words that a case is sorted by, and take others away; one that is so already stays as it is."""
    case = locked(case_id, actor, expected)
    permits.require_permission("triage_cases", case, actor)
    before = {tag.folded: tag.name for tag in case.tags.all()}
    gone = {fold(name) for name in remove}
    wanted = {folded: name for folded, name in before.items() if folded not in gone}
    wanted |= {fold(name): name.strip() for name in add if fold(name) and fold(name) not in before}
    if len(wanted) > MOST_TAGS:
        raise errors.TooManyTags(most=MOST_TAGS)
    if wanted.keys() != before.keys():
        _set_tags(case, wanted, actor)
    return case


def _set_tags(case: Case, wanted: Mapping[str, str], actor: Actor) -> None:
    tags = [
        Tag.objects.get_or_create(partner_id=case.owner_id, folded=folded, defaults={"name": name})[0]
        for folded, name in wanted.items()
    ]
    case.tags.set(tags)
    story.keep(case, actor, "case.tagged", changed={"tags"}, count=len(tags))


@transaction.atomic
def link(case_id: UUID, *, other_id: UUID, actor: Actor) -> CaseLink:
    """Say that two cases that the actor may read belong together."""
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission("work_cases", case, actor)
    other = Case.objects.readable_by(actor).filter(pk=other_id).exclude(pk=case.pk).first()
    if other is None:
        raise Invalid.field("other", "unknown_case", _("There is no such other case."))
    if CaseLink.objects.filter(case=other, other=case).exists():
        raise errors.AlreadyLinked()
    made, new = CaseLink.objects.get_or_create(case=case, other=other)
    if not new:
        raise errors.AlreadyLinked()
    story.tell(case, actor, "case.linked", other=str(other.pk))
    return made


@transaction.atomic
def unlink(case_id: UUID, *, link_id: int, actor: Actor) -> None:
    """Take a link away, from whichever side."""
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission("work_cases", case, actor)
    found = (
        CaseLink.objects.filter(pk=link_id, case=case).first()
        or CaseLink.objects.filter(pk=link_id, other=case).first()
    )
    if found is None:
        raise NotFound()
    found.delete()
    story.tell(case, actor, "case.unlinked")


@transaction.atomic
def set_judiciary(case_id: UUID, *, detail: Mapping[str, Any], expected: int | None, actor: Actor) -> Case:
    """Say which court, instance and matter a judiciary case is about; the person's name is restricted."""
    case = locked(case_id, actor, expected)
    permits.require_permission(
        "triage_cases" if STAGE_OF[State(case.state)] is Stage.INTAKE else "work_cases", case, actor
    )
    if case.kind != CaseKind.JUDICIARY:
        raise errors.NoJudiciary()
    if "person" in detail:
        permits.require_permission("read_restricted_persons", case, actor)
    found = JudiciaryDetail.objects.filter(case=case).first() or JudiciaryDetail(
        case=case, data_key=case.data_key
    )
    for name, value in detail.items():
        setattr(found, name, value)
    found.save()
    story.keep(case, actor, "case.judiciary_set", fields=sorted(detail))
    if detail.get("person"):
        conflicts.close_to_whom_it_names(case, detail["person"], actor)
    return case
