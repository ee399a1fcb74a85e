"""Who has a case open right now, and whether it changed meanwhile. Forgotten after a minute, never a history.

No line of audit and none in the story: that somebody looks at a case is nobody's business a minute later.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet

from backend.cases.models import Case, CaseEvent, CasePresence, CaseShare
from backend.cases.services.access import NAMED
from backend.common import clock
from backend.common.errors import NotAllowed
from backend.partners.actors import Actor, ActorKind, groups_with
from backend.partners.models import Partner, User

FORGOTTEN_AFTER: Final = timedelta(minutes=1)
# Twice within the minute, and once more for a slow line.
SECONDS_BETWEEN: Final = 20
MOST_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Here:
    """Who else has the case open, its version, and the newest line of its story."""

    others: Collection[User]
    version: int
    newest: CaseEvent | None
    again_in: int = SECONDS_BETWEEN


@transaction.atomic
def look_in(case: Case, *, leaving: bool, actor: Actor) -> Here:
    """The actor has this case, which he may read, open, or closes it. Raises NotAllowed for programs."""
    if actor.kind is not ActorKind.STAFF or actor.user is None:
        raise NotAllowed()
    forget()
    if leaving:
        CasePresence.objects.filter(case=case, user=actor.user).delete()
    else:
        CasePresence.objects.bulk_create(
            [CasePresence(case=case, user=actor.user)],
            update_conflicts=True,
            unique_fields=["case", "user"],
            update_fields=["seen_at"],
        )
    newest = case.events.select_related("actor").order_by("-id").first()
    return Here(list(_others(case, actor.user)), case.version, newest)


def forget() -> int:
    """Delete what is older than a minute, of whichever case. Answers how many."""
    return CasePresence.objects.filter(seen_at__lte=clock.now() - FORGOTTEN_AFTER).delete()[0]


def _others(case: Case, user: User) -> QuerySet[User]:
    """Of those who were here a moment ago, who still may read all of the case: a role may have ended, or the
    case may have been restricted since."""
    here = CasePresence.objects.filter(case=case).exclude(user=user).values("user")
    readers = User.objects.filter(pk__in=here, is_active=True, groups__in=_reading_groups(case))
    if case.restricted:
        readers = readers.filter(
            caseuserobjectpermission__content_object=case,
            caseuserobjectpermission__permission__codename=NAMED,
        )
    return readers.distinct().order_by("name", "pk")[:MOST_SHOWN]


def _reading_groups(case: Case) -> QuerySet[Group]:
    """Groups whose people read the owner's cases, or those of a partner with which all of it is shared."""
    partners = Q(pk=case.owner_id)
    if not case.restricted:
        running = Q(ends_at=None) | Q(ends_at__gt=clock.now())
        shares = CaseShare.objects.filter(running, case=case, ended_at=None, fields=None)
        partners |= Q(pk__in=shares.values("partner"))
    return groups_with("read_complaints", Partner.objects.filter(partners, is_active=True))
