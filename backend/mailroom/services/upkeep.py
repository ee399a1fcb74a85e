"""What was set aside is kept for a while, in case somebody was wrong, and then destroyed."""

from datetime import timedelta
from typing import Final

from django.db import transaction

from backend.audit.services import record
from backend.common import clock
from backend.files.services import erase_files
from backend.keyring.services import destroy
from backend.mailroom.models import IncomingMail
from backend.mailroom.stages import MailState
from backend.partners.actors import Actor

KEPT_FOR: Final = timedelta(days=90)
_BATCH: Final = 200


def forget_dismissed() -> int:
    """Destroy the key of what was set aside long ago. That it came stays known, so that it is not taken
    again. Says how many."""
    before = clock.now() - KEPT_FOR
    old = IncomingMail.objects.filter(
        state=MailState.DISMISSED, decided_at__lte=before, data_key__destroyed_at=None
    )
    return sum(_forget(mail) for mail in old.select_related("data_key")[:_BATCH])


@transaction.atomic
def _forget(row: IncomingMail) -> bool:
    mail = IncomingMail.objects.select_for_update(of=("self",)).select_related("data_key").get(pk=row.pk)
    if mail.state != MailState.DISMISSED or mail.data_key is None:
        return False
    mail.files.all().delete()
    mail.original = None
    mail.save(update_fields=["original"])
    erase_files(mail.data_key)
    destroy(mail.data_key)
    record(Actor.system(), "mail.forgotten", mail, chain=mail.partner_id)
    return True
