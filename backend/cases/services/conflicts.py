"""Conflicts of interest: whoever has one neither works a case nor reads it, as soon as somebody else can.

The case becomes one of named persons, and that person is not among them. Nobody is told that a conflict was
recorded for him or her: it would tell that there is a case.
"""

from uuid import UUID

from django.db import transaction

from backend.cases.models import Case, CaseShare, ConflictOfInterest
from backend.cases.services import access, permits, sharing, story
from backend.cases.services.acts import Act, permission_for
from backend.cases.services.people import members_of, readers_of
from backend.cases.services.steps import locked
from backend.cases.services.ties import people_meant
from backend.common.errors import NotAllowed, NotFound
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import User


@transaction.atomic
def declare_conflict(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """The actor has a conflict of interest; the case goes back, and closes to the actor if others work it."""
    case = locked(case_id, actor, expected)
    # People have conflicts, programs have not: a token that may only read must not write here.
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    permits.require_permission("read_complaints", case, actor)
    if _keep(case, actor.user, ConflictOfInterest.Source.DECLARED):
        _close(case, "case.conflict_declared", actor)
    return case


@transaction.atomic
def record_conflict(case_id: UUID, *, person: User, expected: int | None, actor: Actor) -> Case:
    """A colleague has a conflict of interest: the complaint is about that person, or a relative. The
    colleague is not told. Raises NotFound for who reads no cases here."""
    case = locked(case_id, actor, expected)
    _require_may_record(case, actor)
    if person not in readers_of(case):
        raise NotFound()
    if _keep(case, person, ConflictOfInterest.Source.RECORDED):
        _close(case, "case.conflict_recorded", actor)
    return case


@transaction.atomic
def lift_conflict(case_id: UUID, *, person: User, expected: int | None, actor: Actor) -> Case:
    """It was a mistake, or is over. What the case was closed for stays closed, until it is opened by hand.
    Nobody lifts the own one."""
    case = locked(case_id, actor, expected)
    permits.require_permission("restrict_cases", case, actor)
    if person.pk == actor.id:
        raise NotAllowed()
    if not case.conflicts.filter(user=person).delete()[0]:
        raise NotFound()
    story.keep(case, actor, "case.conflict_lifted")
    return case


def close_to_whom_it_names(case: Case, words: str, actor: Actor) -> None:
    """A complaint that names a colleague, or somebody whom a colleague called close, closes to that one.
    Part of an act that holds the case."""
    met = people_meant(words, case)
    new = [_keep(case, person, ConflictOfInterest.Source.MATCHED) for person in met]
    if any(new):
        _close(case, "case.conflict_matched", actor)


def _require_may_record(case: Case, actor: Actor) -> None:
    if actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    permits.require_permission(permission_for(Act.RECORD_CONFLICT, case), case, actor)


def _keep(case: Case, person: User, source: ConflictOfInterest.Source) -> bool:
    _row, new = ConflictOfInterest.objects.get_or_create(case=case, user=person, defaults={"source": source})
    return new


def _close(case: Case, action: str, actor: Actor) -> None:
    """The assignee with a conflict gives the case back, and it closes to all who have one."""
    against = set(case.conflicts.values_list("user_id", flat=True))
    changed = {"restricted"}
    if case.assignee_id in against:
        case.assignee, changed = None, {"restricted", "assignee"}
    closed = _name_the_others(case, against, actor)
    story.keep(case, actor, action, changed=changed, closed=closed)


def _name_the_others(case: Case, against: set[UUID], actor: Actor) -> bool:
    """False where the case would be lost, or where a share would end that the actor may not end."""
    left = [one for one in members_of(case) if one.reads and one.user.pk not in against]
    if case.restricted:
        named = set(access.named_on(case))
        left = [one for one in left if one.user.pk in named]
    if not any(one.works for one in left) or _ends_a_foreign_share(case, actor):
        return False
    sharing.name_only(case, [one.user for one in left], actor)
    return True


def _ends_a_foreign_share(case: Case, actor: Actor) -> bool:
    if case.restricted or actor.may("share_cases", case.owner_id):
        return False
    return CaseShare.objects.filter(case=case, ended_at__isnull=True).exists()
