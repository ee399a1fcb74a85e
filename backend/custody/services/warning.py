"""Warning the coordinators, once, that an approval of their only custodian opens tomorrow. The mail says
that there is something to look at, and nothing else."""

import logging
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from backend.audit.services import record
from backend.common import clock
from backend.common.mailing import (
    MailRefusedError,
    MailUnclearError,
    mail_is_on,
    send_plain,
)
from backend.custody.models import IdentityRequest
from backend.custody.services.custodians import keepers_of
from backend.partners.actors import Actor
from backend.partners.models import User

logger = logging.getLogger("dosja.custody")


@transaction.atomic
def take_up_warnings() -> list[UUID]:
    """Note of every new approval that waits a day that its coordinators are warned now, and say whom."""
    unwarned = IdentityRequest.objects.running().filter(delayed=True, warned_at__isnull=True)
    people: set[UUID] = set()
    for request in unwarned.select_for_update(of=("self",)).order_by("pk"):
        request.warned_at = clock.now()
        request.save(update_fields=["warned_at"])
        keepers = list(keepers_of(request.partner_id).values_list("pk", flat=True))
        people.update(keepers)
        record(
            Actor.system(), "identity_request.warned", request, chain=request.partner_id, people=len(keepers)
        )
    return sorted(people)


def warn(user_id: UUID) -> None:
    """Write to one of them. Raises MailDelayedError: try again later."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is None or not mail_is_on():
        return
    with translation.override(person.language.lower()):
        subject = _("Please look into Dosja today")
        text = _("Something in your organisation should be looked at by a coordinator before tomorrow.")
    try:
        send_plain(person.email, subject, f"{text}\n\n{settings.DOSJA_PUBLIC_ADDRESS}".strip() + "\n")
    except MailUnclearError:
        logger.warning("custody.warning_unclear")
    except MailRefusedError:
        logger.info("custody.warning_refused")
