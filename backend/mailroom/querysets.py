"""Who sees which mail: the one place that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import Q, QuerySet

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
        readable = Case.objects.readable_by(actor)
        partners = {*actor.partners_with("refer_cases")} & {*actor.partners_with("read_complaints")}
        ours = Q(partner__in=partners, answer=None)
        ours &= Q(about=None) | Q(about__restricted=False) | Q(about__in=readable)
        in_case = Q(answer__referral__case__in=readable)
        shown = self.filter(state__in=_SHOWN, data_key__destroyed_at=None)
        return shown.filter(ours | in_case)

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
