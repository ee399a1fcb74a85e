"""Who sees which mail: the one place that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from backend.cases.models import Case
from backend.common.errors import NotFound
from backend.mailroom.stages import MailState
from backend.partners.actors import Actor

if TYPE_CHECKING:
    from backend.mailroom.models import IncomingMail

_SHOWN = (MailState.TRIAGE, MailState.MATCHED, MailState.ASSIGNED, MailState.DISMISSED)


class IncomingMailQuerySet(QuerySet["IncomingMail"]):
    """Every read of mails starts at `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """Mails of partners for which the actor refers cases and reads their words. What went to a case, or
        names the number of a restricted one, only whoever reads that case sees."""
        in_case = Q(Exists(Case.objects.readable_by(actor).filter(pk=OuterRef("answer__referral__case_id"))))
        shown = self.filter(state__in=_SHOWN, data_key__destroyed_at=None)
        return shown.filter(_without_case(actor) | in_case)

    def waiting_for(self, actor: Actor) -> Self:
        """Of those, the ones that somebody has to sort; none of them is in a case yet."""
        return self.filter(_without_case(actor), state=MailState.TRIAGE, data_key__destroyed_at=None)

    def locked(self, mail_id: UUID) -> IncomingMail:
        """The row, held until the transaction ends. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=mail_id).select_for_update(of=("self",)).first()
        if found is None:
            raise NotFound()
        return found

    def found(self, mail_id: UUID) -> IncomingMail:
        """The row. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=mail_id).first()
        if found is None:
            raise NotFound()
        return found


def _without_case(actor: Actor) -> Q:
    """Mails of one's partners that went to no case. One that names a restricted case is looked up by itself:
    `about__in` would have the database collect all cases that the actor reads."""
    partners = {*actor.partners_with("refer_cases")} & {*actor.partners_with("read_complaints")}
    readable = Case.objects.readable_by(actor).filter(pk=OuterRef("about_id"))
    ours = Q(partner__in=partners, answer=None)
    return ours & (Q(about=None) | Q(about__restricted=False) | Q(Exists(readable)))
