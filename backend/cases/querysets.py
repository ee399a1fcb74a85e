"""Who sees which case: the one place that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast
from uuid import UUID

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import Exact

from backend.cases.partner_stages import SharedField
from backend.cases.stages import PUBLISHABLE
from backend.cases.worklist.kinds import OFFERS
from backend.common import clock
from backend.common.errors import NotFound
from backend.common.kinds import SENSITIVE_KINDS
from backend.common.written import Written
from backend.directory.lookups import sensitive_category_ids
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner

if TYPE_CHECKING:
    from backend.cases.models import (
        Case,
        PublicSummary,  # noqa: F401  # the base class below names it in a string
        Task,
    )


class CaseQuerySet(QuerySet["Case"]):
    """Every read of cases starts at `visible_to`, `readable_by` or, for one of these, `readable`."""

    def visible_to(self, actor: Actor) -> Self:
        """Cases whose existence the actor may know: own partner's and shared ones unless restricted, and
        restricted ones on which the actor is named. Rank opens nothing."""
        return self._opened_by(actor, "view_cases", _running())

    def visible_in(self, partner_id: UUID, actor: Actor) -> Self:
        """Of `visible_to`, those that one partner owns. No share opens these, so none is looked up on every
        row: PostgreSQL would expect so much work of that that it compiles the statement first (half a
        second with 100 000 cases)."""
        if not actor.may("view_cases", partner_id):
            return self.none()
        own = self.filter(owner=partner_id)
        if actor.kind is not ActorKind.STAFF:
            return own.filter(restricted=False)
        return own.filter(Q(restricted=False) | _named(actor))

    def unrestricted_in(self, partner_id: UUID, actor: Actor) -> Self:
        """Of `visible_in`, those that are not restricted: an index holds all that they are counted by."""
        if not actor.may("view_cases", partner_id):
            return self.none()
        return self.filter(owner=partner_id, restricted=False)

    def named_in(self, partner_id: UUID, actor: Actor) -> Self:
        """Of `visible_in`, the restricted ones: they are looked up by the names on them."""
        if actor.kind is not ActorKind.STAFF or not actor.may("view_cases", partner_id):
            return self.none()
        return self.filter(_named(actor), owner=partner_id)

    def readable_by(self, actor: Actor, field: SharedField | None = None) -> Self:
        """Cases of which the actor may also read the words: the complaint, notes, messages, the timeline.

        Where only some fields were agreed with another partner, the case is in here for those fields alone.
        Whoever names none gets the cases that are open as a whole: what forgets to ask stays closed.
        """
        return self._opened_by(actor, "read_complaints", _running() & _opens(field))

    def readable(self, case_id: UUID, actor: Actor, field: SharedField | None = None) -> Case:
        """The one of `readable_by` with this id. Raises NotFound when absent or not for the actor.

        Most are of the reader's own partner and not restricted, which the row itself says: shares and names
        are looked up for the others alone. The long question costs more than all that is then read.
        """
        own = _if_own(self.filter(pk=case_id).first(), actor)
        return own or self.readable_by(actor, field).found(case_id)

    def locked(self, case_id: UUID) -> Case:
        """The row, held until the transaction ends. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=case_id).select_for_update(of=("self",)).first()
        if found is None:
            raise NotFound()
        return found

    def found(self, case_id: UUID) -> Case:
        """The row. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=case_id).first()
        if found is None:
            raise NotFound()
        return found

    def _opened_by(self, actor: Actor, permission: str, share: Q) -> Self:
        partners = actor.partners_with(permission)
        if not partners:
            return self.none()
        # The share and the grant are looked up per case, in their own index: joined by OR they
        # would make SQLite scan the whole table.
        by_partner = Q(restricted=False) & (Q(owner__in=partners) | Exists(_shares_with(partners, share)))
        if actor.kind is not ActorKind.STAFF:
            return self.filter(by_partner)
        # Being named opens nothing by itself: it ends with the role in the owning partner, like everything.
        by_name = Q(restricted=True, owner__in=partners) & Q(_is_named(actor.id))
        return self.filter(by_partner | by_name)


def readable_in(
    asked: Written[Case], case_id: UUID, actor: Actor, field: SharedField | None = None, **values: Any
) -> Case:
    """`readable`, of a question for a case (and perhaps more) that is written once."""
    own = _if_own(asked.first(case=case_id, **values), actor)
    return own or cast(
        "Case", asked.queryset(case=case_id, **values).readable_by(actor, field).found(case_id)
    )


def _if_own(case: Case | None, actor: Actor) -> Case | None:
    """The case where its row alone says that the actor may read it."""
    if case is None or case.restricted or not actor.may("read_complaints", case.owner_id):
        return None
    return case


class TaskQuerySet(QuerySet["Task"]):
    """Every read of tasks starts at `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """Tasks of one's own partners, on cases that one may read. An offer, whose case is not shown, is for
        those who may accept it."""
        cases = apps.get_model("cases", "Case")._default_manager
        readable = cases.readable_by(actor).filter(pk=OuterRef("case_id"))
        on_case = Q(hides_case=False, team__in=actor.partners_with("read_complaints")) & Q(Exists(readable))
        offered = Q()
        for kind, permission in OFFERS.items():
            offered |= Q(kind=kind, team__in=actor.partners_with(permission))
        return self.filter(on_case | (Q(hides_case=True) & offered))

    def found(self, task_id: UUID) -> Task:
        """The task. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=task_id).first()
        if found is None:
            raise NotFound()
        return found


class PublicSummaryQuerySet(QuerySet["PublicSummary"]):
    """What the public reads starts at `public_of`; staff comes by the case."""

    def public_of(self, partner: Partner) -> Self:
        """What everybody may read of a partner's cases. All of it is asked anew each time: whatever is
        restricted, handed over, withdrawn or said to be sensitive after it was published is gone at once."""
        if not partner.is_active:
            return self.none()
        return self.filter(
            Exists(_publication_agreed()),
            state="published",
            case__owner=partner,
            case__restricted=False,
            case__state__in=PUBLISHABLE,
            case__category__is_active=True,
        ).exclude(Q(case__kind__in=SENSITIVE_KINDS) | Q(case__category__in=sensitive_category_ids()))


def _publication_agreed() -> QuerySet[Any]:
    consents = apps.get_model("complaints", "Consent")._default_manager
    return consents.filter(
        complaint=OuterRef("case__complaint"), purpose="publication", withdrawn_at__isnull=True
    )


def _running() -> Q:
    """A share is over at its last moment, also where nobody came yet to end it."""
    return Q(ended_at__isnull=True) & (Q(ends_at__isnull=True) | Q(ends_at__gt=clock.now()))


def _opens(field: SharedField | None) -> Q:
    everything = Q(fields__isnull=True)
    return everything if field is None else everything | Q(fields__contains=f" {field.value} ")


def _named(actor: Actor) -> Q:
    """For many cases at once: the index of exceptions proposes, as for lists, and the name decides."""
    copies = apps.get_model("cases", "CaseAccess")._default_manager
    proposed = copies.filter(principal__in=[actor.id], by_name=True).values("case")
    return Q(restricted=True) & Q(pk__in=proposed) & Q(_is_named(actor.id))


def _shares_with(partners: tuple[UUID, ...], share: Q) -> QuerySet[Any]:
    shares = apps.get_model("cases", "CaseShare")._default_manager
    return shares.filter(share, case=OuterRef("pk"), partner__in=partners)


def _is_named(user_id: UUID | None) -> Exact:
    """Looked up for each case that asks. For EXISTS, PostgreSQL would read all names of a person, each with
    a look at its case for the second lock, as soon as it expects some cases."""
    grants = apps.get_model("cases", "CaseUserObjectPermission")._default_manager
    named = Permission.objects.filter(codename="named_on_case").order_by().values("pk")
    found = grants.filter(content_object=OuterRef("pk"), user=user_id, permission=Subquery(named))
    return Exact(Subquery(found.values("user")), user_id)
