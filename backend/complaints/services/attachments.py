"""Files that come with a complaint, with a message, or later."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from backend.complaints.errors import TooManyFiles
from backend.complaints.models import Attachment, Complaint, Message
from backend.files.errors import LARGEST_TOGETHER, MOST_FILES, FileRefused
from backend.files.models import StoredFile
from backend.files.sealed import SealedUpload
from backend.files.services import keep
from backend.files.tasks import clean_file
from backend.partners.actors import Actor

# Nobody sends so many by hand; without a limit a receipt would be a key to the disk.
MOST_IN_A_COMPLAINT: Final = 200
# Whose files may go along with whose message.
_PASSED_ON: Final[Mapping[str, tuple[str, ...]]] = {
    Message.Sender.COMPLAINANT: (Attachment.Sender.COMPLAINANT,),
    Message.Sender.PARTNER: (Attachment.Sender.PARTNER, Attachment.Sender.INSTITUTION),
}


@transaction.atomic
def attach(
    *,
    complaint: Complaint,
    files: Sequence[SealedUpload],
    sender: str,
    actor: Actor,
    message: Message | None = None,
) -> list[Attachment]:
    """Keep uploaded files under the complaint's key and have them cleaned. Raises FileRefused, TooManyFiles.

    Part of filing, of the conversation or of the work on a case, which leave the audit line.
    """
    require_few(files)
    if Attachment.objects.filter(complaint=complaint).count() + len(files) > MOST_IN_A_COMPLAINT:
        raise TooManyFiles()
    made = []
    for place, sealed in enumerate(files):
        file = keep(sealed, data_key=complaint.data_key, field=f"files.{place}")
        attachment = Attachment(complaint=complaint, message=message, file=file, sender=sender)
        attachment.author = actor.user
        attachment.save(force_insert=True)
        clean_file.enqueue(str(file.pk))
        made.append(attachment)
    return made


@transaction.atomic
def attach_kept(*, complaint: Complaint, file: StoredFile, sender: str, actor: Actor) -> Attachment:
    """A file that was kept elsewhere comes to a complaint, under whose key it is by now. Raises TooManyFiles.

    Part of the work on a case, which leaves the audit line.
    """
    if Attachment.objects.filter(complaint=complaint).count() >= MOST_IN_A_COMPLAINT:
        raise TooManyFiles()
    made = Attachment(complaint=complaint, file=file, sender=sender, author=actor.user)
    made.save(force_insert=True)
    return made


def require_few(files: Sequence[SealedUpload]) -> None:
    """At most 10 files and 100 MB at once. Raises FileRefused."""
    if len(files) > MOST_FILES:
        raise FileRefused("file.too_many", field="files")
    if sum(sealed.size for sealed in files) > LARGEST_TOGETHER:
        raise FileRefused("file.too_much", field="files")


@transaction.atomic
def send_along(*, message: Message, attachment_ids: Sequence[UUID]) -> list[Attachment]:
    """Let files that the writer of a message sent before go with it; the partner may pass on what an
    institution sent. Raises FileRefused.

    Part of writing the message.
    """
    if len(attachment_ids) > MOST_FILES:
        raise FileRefused("file.too_many", field="files")
    waiting = Attachment.objects.select_for_update().filter(
        complaint=message.complaint_id,
        pk__in=attachment_ids,
        sender__in=_PASSED_ON[message.sender],
        message__isnull=True,
    )
    found = list(waiting)
    if len(found) != len(set(attachment_ids)):
        raise FileRefused("file.gone", field="files")
    waiting.update(message=message)
    return found


def attachments_of(complaint: Complaint | UUID) -> QuerySet[Attachment]:
    """All files of a complaint, in the order in which they came, ready to be listed."""
    found = Attachment.objects.filter(complaint=complaint)
    return found.select_related("author", "file__data_key__partner_key").order_by("created_at", "pk")


def attachments_for_complainant(complaint: Complaint) -> QuerySet[Attachment]:
    """The files that the complainant sees: their own, and what the partner sent with a message."""
    own = Q(sender=Attachment.Sender.COMPLAINANT)
    return attachments_of(complaint).filter(own | Q(message__isnull=False))
