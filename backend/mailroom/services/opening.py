"""Reading what came with a mail: clean copies of its files, and the mail as it came."""

from uuid import UUID

from django.db import transaction

from backend.audit.services import record
from backend.common.errors import NotFound
from backend.files.models import StoredFile
from backend.files.services import open_clean, open_original
from backend.files.streams import SealedReader
from backend.mailroom.models import IncomingMail
from backend.partners.actors import Actor


def open_file(mail_id: UUID, file_id: UUID, *, actor: Actor) -> tuple[str, SealedReader]:
    """The clean copy. Raises NotFound, NotReady, NoCleanCopy, Infected."""
    mail = IncomingMail.objects.visible_to(actor).found(mail_id)
    found = mail.files.select_related("file__data_key__partner_key").filter(pk=file_id).first()
    if found is None or found.file is None:
        raise NotFound()
    return found.file.name, open_clean(found.file)


def open_original_mail(mail_id: UUID, *, actor: Actor) -> SealedReader:
    """Every byte as it came. The line is on the disk before the first of them leaves."""
    return open_original(_told_of_opening(mail_id, actor))


@transaction.atomic(durable=True)
def _told_of_opening(mail_id: UUID, actor: Actor) -> StoredFile:
    mail = IncomingMail.objects.visible_to(actor).found(mail_id)
    if mail.original_id is None:
        raise NotFound()
    file = StoredFile.objects.select_related("data_key__partner_key").get(pk=mail.original_id)
    record(actor, "mail.original_opened", mail, chain=mail.partner_id)
    return file
