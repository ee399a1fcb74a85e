"""Who else sees a case: shares with partners, and restriction to named persons."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, CaseShare
from backend.cases.search import index
from backend.cases.services import access, partner_referrals, permits, story
from backend.cases.services.opened import ALL_FIELDS, LONGEST_SHARE, Opened, agreed_fields, require_coming
from backend.cases.services.steps import locked
from backend.common import clock
from backend.common.errors import Invalid, NotFound
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User


@transaction.atomic
def share(
    case_id: UUID,
    *,
    partner: Partner,
    fields: Iterable[str] | None = None,
    ends_at: datetime | None = None,
    actor: Actor,
) -> CaseShare:
    """Let another partner read the case, or the fields that were agreed, for good or until a moment."""
    case = Case.objects.visible_to(actor).locked(case_id)
    require_shareable(case, partner, actor)
    if CaseShare.objects.filter(
        case=case, partner=partner, ended_at__isnull=True, referral__isnull=True
    ).exists():
        raise errors.AlreadyShared()
    agreed = None if fields is None else agreed_fields(fields)
    if ends_at is not None:
        require_coming("ends_at", ends_at, longest=LONGEST_SHARE)
    made = CaseShare.objects.create(
        case=case, partner=partner, shared_by_id=actor.id, fields=agreed, ends_at=ends_at
    )
    _refresh_sight(case)
    limits: dict[str, Any] = {} if agreed is None else {"fields": agreed}
    if ends_at is not None:
        limits["ends_at"] = ends_at.isoformat()
    story.tell(case, actor, "case.shared", partner=str(partner.pk), **limits)
    return made


def drawn_up(
    case_id: UUID, *, partner: Partner, fields: Iterable[str] | None, ends_at: datetime | None, actor: Actor
) -> Opened:
    """What a share would open, not made: for a look at what the other partner would see."""
    case = Case.objects.readable(case_id, actor)
    require_shareable(case, partner, actor)
    if ends_at is not None:
        require_coming("ends_at", ends_at, longest=LONGEST_SHARE)
    return ALL_FIELDS if fields is None else Opened(frozenset(agreed_fields(fields)))


def require_shareable(case: Case, partner: Partner, actor: Actor) -> None:
    """The actor may share this case with that partner. Raises NotAllowed, OwnPartner, RestrictedStays."""
    permits.require_permission("share_cases", case, actor)
    if partner.pk == case.owner_id:
        raise errors.OwnPartner()
    if case.restricted:
        raise errors.RestrictedStays()


@transaction.atomic
def end_share(case_id: UUID, *, share_id: UUID, actor: Actor) -> CaseShare:
    """End a share; the other partner sees nothing of the case from now on."""
    case = Case.objects.visible_to(actor).locked(case_id)
    permits.require_permission("share_cases", case, actor)
    found = CaseShare.objects.filter(pk=share_id, case=case, ended_at__isnull=True).first()
    if found is None:
        raise NotFound()
    if found.referral_id is not None:
        raise errors.ShareOfReferral(referral=str(found.referral_id))
    found.ended_at = clock.now()
    found.save(update_fields=["ended_at"])
    _refresh_sight(case)
    story.tell(case, actor, "case.share_ended", partner=str(found.partner_id))
    return found


@transaction.atomic
def restrict(case_id: UUID, *, people: Iterable[User], expected: int | None, actor: Actor) -> Case:
    """Only these people see the case from now on; shares end, an assignee who is not named gives it back."""
    case = locked(case_id, actor, expected)
    permits.require_permission("restrict_cases", case, actor)
    named = list(people)
    _require_nameable(case, named)
    name_only(case, named, actor)
    story.keep(case, actor, "case.restricted", changed={"restricted", "assignee"}, people=len(named))
    return case


def name_only(case: Case, named: list[User], actor: Actor) -> None:
    """These people alone see the case; shares end, an assignee who is not named gives it back. Part of an act
    that holds the case and tells of it."""
    before = set(access.named_on(case))
    for user in User.objects.filter(pk__in=before - {user.pk for user in named}):
        access.unname_person(case, user)
    for user in named:
        if user.pk not in before:
            access.name_person(case, user)
    if case.assignee_id and case.assignee_id not in {user.pk for user in named}:
        case.assignee = None
    partner_referrals.end_with_case(case, actor)
    CaseShare.objects.filter(case=case, ended_at__isnull=True).update(ended_at=clock.now())
    case.restricted = True


@transaction.atomic
def unrestrict(case_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """Open a restricted case to the whole partner again; nobody stays named."""
    case = locked(case_id, actor, expected)
    permits.require_permission("restrict_cases", case, actor)
    if case.conflicts.exists():
        raise errors.ConflictStands()
    for user in User.objects.filter(pk__in=access.named_on(case)):
        access.unname_person(case, user)
    case.restricted = False
    story.keep(case, actor, "case.unrestricted", changed={"restricted"})
    return case


def _require_nameable(case: Case, people: list[User]) -> None:
    """Each may read this partner's cases and one works them, so that the case is not lost to everybody."""
    if not people:
        raise Invalid.field("people", "required", _("Name at least one person."))
    actors = [actor_of(person) for person in people]
    if not all(actor.may("read_complaints", case.owner_id) for actor in actors) or any(
        person.is_service for person in people
    ):
        raise errors.NotNameable()
    if not any(actor.may("work_cases", case.owner_id) for actor in actors):
        raise errors.NobodyLeft()
    if case.conflicts.filter(user__in=people).exists():
        raise errors.ConflictDeclared()


def _refresh_sight(case: Case) -> None:
    access.refresh(case)
    index.refresh(case)
