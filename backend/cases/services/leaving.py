"""A person leaves a partner: roles, sessions, open cases, tasks, names on restricted cases, in one step."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.cases import errors
from backend.cases.models import CalendarAddress, Case, CaseUserObjectPermission, DigestWish, Task
from backend.cases.services import access, story, tasks
from backend.cases.services.work import require_assignable
from backend.cases.stages import RUNNING, State
from backend.common import clock
from backend.common.errors import Invalid, NotFound, Problem
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Membership, Partner, User
from backend.partners.services import end_all_roles, end_sessions_of, held_person, people_of, version_of

_NEED_SOMEBODY: Final = (*RUNNING, State.RESOLVED)


@dataclass(frozen=True, slots=True)
class Work:
    """How much lies with a person: open cases, open tasks, restricted cases that name the person."""

    cases: int
    tasks: int
    named: int


def work_of(slug: str, user_id: UUID, *, actor: Actor) -> Work:
    """What somebody would leave behind. Numbers alone: some of these cases may not be for the actor's eyes.

    Raises NotFound."""
    partner = Partner.objects.managed_by(actor).found(slug)
    person = held_person(partner, user_id, None)
    return _work(partner, person)


def _work(partner: Partner, person: User) -> Work:
    return Work(
        cases=_cases_of(partner, person).count(),
        tasks=_tasks_of(partner, person).count(),
        named=_naming(partner, person).count(),
    )


@transaction.atomic
def leave_partner(
    slug: str, user_id: UUID, *, successor: UUID | None, expected: int | None, actor: Actor
) -> tuple[Work, int]:
    """End all roles of a person in a partner, and give the work to a colleague or to nobody.

    What the colleague must not or cannot have (a conflict of interest, a restricted case that names others)
    goes to nobody. Answers what was handed over, and the version of the person here. Raises NotFound, Stale,
    LastCoordinator, SuccessorNeeded, Invalid.
    """
    partner = Partner.objects.managed_by(actor).locked(slug)
    person = held_person(partner, user_id, expected)
    return _leave(partner, person, successor, actor)


@transaction.atomic
def leave_own_partner(slug: str, *, successor: UUID | None, actor: Actor) -> tuple[Work, int]:
    """Leave a partner oneself; the same happens as when a coordinator does it.

    Raises NotFound, LastCoordinator, SuccessorNeeded, Invalid.
    """
    partner = Partner.objects.worked_in_by(actor).locked(slug)
    if actor.user is None:
        raise NotFound()
    return _leave(partner, held_person(partner, actor.user.pk, None), successor, actor)


def _leave(partner: Partner, person: User, successor: UUID | None, actor: Actor) -> tuple[Work, int]:
    heir = _heir(partner, person, successor)
    # All cases first and in one order: each line of audit holds the chain, and nobody may wait for both.
    held = _held_cases(partner, person)
    left = _work(partner, person)
    end_all_roles(partner, person, actor=actor)
    for case in held:
        _hand_over(case, person, heir, actor)
    _hand_over_tasks(partner, person, heir, actor)
    end_sessions_of(person)
    if not Membership.objects.running().filter(user=person).exists():
        _end_subscriptions(person)
    facts = {"cases": left.cases, "tasks": left.tasks, "named": left.named}
    to = str(heir.pk) if heir else None
    record(actor, "member.left", person, chain=partner.pk, user=str(person.pk), successor=to, **facts)
    return left, version_of(partner, person)


def _end_subscriptions(person: User) -> None:
    """Nobody hears from work that is over: the calendar's address closes, no daily mail leaves."""
    CalendarAddress.objects.filter(user=person, ended_at=None).update(ended_at=clock.now())
    DigestWish.objects.filter(user=person, is_on=True).update(is_on=False, version=F("version") + 1)


@transaction.atomic
def release_forgotten_work() -> int:
    """Cases and tasks of whoever has no role left there are given to nobody; answers how many.

    A role may end without the step above. Nothing may lie with somebody who cannot see it.
    """
    cases = Case.objects.filter(state__in=_NEED_SOMEBODY, assignee__isnull=False)
    left = cases.filter(~Exists(_roles_at("owner"))).select_for_update(of=("self",)).order_by("pk")
    held = list(left)
    for case in held:
        case.assignee = None
        story.keep(case, Actor.system(), "case.assigned", changed={"assignee"}, assignee=None)
    forgotten = Task.objects.filter(state=Task.State.OPEN, assignee__isnull=False)
    open_tasks = forgotten.filter(~Exists(_roles_at("team"))).select_for_update(of=("self",))
    given = list(open_tasks.select_related("case").order_by("pk"))
    for task in given:
        tasks.hand_over(task, None, actor=Actor.system())
    return len(held) + len(given)


def _roles_at(place: str) -> QuerySet[Membership]:
    return Membership.objects.running().filter(partner=OuterRef(place), user=OuterRef("assignee"))


def _heir(partner: Partner, person: User, successor: UUID | None) -> User | None:
    if successor is None:
        return None
    heir = people_of(partner).filter(pk=successor, is_active=True).exclude(pk=person.pk).first()
    if heir is None or not actor_of(heir).may("work_cases", partner.pk):
        raise Invalid.field("successor", "not_assignable", _("This person cannot work cases here."))
    return heir


def _cases_of(partner: Partner, person: User) -> QuerySet[Case]:
    """Cases that still need somebody. A resolved one may be taken up again."""
    return Case.objects.filter(owner=partner, assignee=person, state__in=_NEED_SOMEBODY)


def _tasks_of(partner: Partner, person: User) -> QuerySet[Task]:
    return Task.objects.filter(team=partner, assignee=person, state=Task.State.OPEN)


def _naming(partner: Partner, person: User) -> QuerySet[Case]:
    grants = CaseUserObjectPermission.objects.filter(user=person, permission__codename=access.NAMED)
    return Case.objects.filter(owner=partner, restricted=True, pk__in=grants.values("content_object"))


def _held_cases(partner: Partner, person: User) -> list[Case]:
    ids = {
        *_cases_of(partner, person).values_list("pk", flat=True),
        *_naming(partner, person).values_list("pk", flat=True),
        *_tasks_of(partner, person).values_list("case_id", flat=True),
    }
    return list(Case.objects.filter(pk__in=ids).select_for_update(of=("self",)).order_by("pk"))


def _hand_over(case: Case, person: User, heir: User | None, actor: Actor) -> None:
    if case.restricted and person.pk in access.named_on(case):
        _unname(case, person, heir, actor)
    if case.assignee_id == person.pk and case.state in _NEED_SOMEBODY:
        case.assignee = heir if heir and _may_work(case, heir) else None
        assignee = str(case.assignee.pk) if case.assignee else None
        story.keep(case, actor, "case.assigned", changed={"assignee"}, assignee=assignee)


def _unname(case: Case, person: User, heir: User | None, actor: Actor) -> None:
    """No restricted case is lost to everybody: where nobody would work it any more, the colleague is named.

    The person's roles have ended already, so that only others count."""
    access.unname_person(case, person)
    left = User.objects.filter(pk__in=access.named_on(case), is_active=True)
    if not any(actor_of(one).may("work_cases", case.owner_id) for one in left):
        if heir is None:
            raise errors.SuccessorNeeded()
        access.name_person(case, heir)
    story.keep(case, actor, "case.restricted", changed={"restricted"}, people=len(access.named_on(case)))


def _may_work(case: Case, heir: User) -> bool:
    try:
        require_assignable(case, heir)
    except Problem:
        return False
    return True


def _hand_over_tasks(partner: Partner, person: User, heir: User | None, actor: Actor) -> None:
    """Tasks that follow who works the case have gone with it; these were taken, or given by somebody."""
    held = _tasks_of(partner, person).select_for_update(of=("self",)).select_related("case")
    for task in held.order_by("pk"):
        takes = heir is not None and not task.hides_case and _may_work(task.case, heir)
        tasks.hand_over(task, heir if takes else None, actor=actor)
