"""Files of a case: the partner's own are added, clean copies read, originals opened for a reason."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import permits, story
from backend.cases.services.acts import Act, permission_for
from backend.cases.services.opened import Opened
from backend.cases.services.waiting import AUTHOR, held_case_of, tell_without_case
from backend.cases.stages import STAGE_OF, OriginalReason, Stage, State
from backend.common.errors import NotFound, require_version
from backend.complaints.models import Attachment, Complaint, Message
from backend.complaints.services.attachments import attach, attachments_of
from backend.files.blobs import NewBlob
from backend.files.models import StoredFile
from backend.files.sealed import SealedUpload
from backend.files.services import keep_hidden, made_without, open_leaving, opening
from backend.files.streams import SealedReader
from backend.partners.actors import Actor


@transaction.atomic
def add_files(case_id: UUID, *, files: Sequence[SealedUpload], actor: Actor) -> list[Attachment]:
    """Put files of the partner's into a case. The complainant sees them once a message takes them along."""
    case = Case.objects.readable_by(actor).locked(case_id)
    _require_work(case, actor)
    made = attach(
        complaint=permits.complaint_of(case), files=files, sender=Message.Sender.PARTNER, actor=actor
    )
    story.tell(case, actor, "case.files_added", count=len(made))
    return made


@transaction.atomic
def complainant_added_files(
    complaint: Complaint, *, files: Sequence[SealedUpload], message: Message | None = None
) -> list[Attachment]:
    """The complainant sends more files through the receipt, with a message or without one."""
    case = held_case_of(complaint)
    actor = Actor.complainant(case.pk) if case else AUTHOR
    sender = Message.Sender.COMPLAINANT
    made = attach(complaint=complaint, files=files, sender=sender, actor=actor, message=message)
    if case is not None:
        story.tell(case, actor, "case.complainant_added_files", count=len(made))
    else:
        tell_without_case(complaint, "complainant_added_files", count=len(made))
    return made


def open_clean_copy(case: Case, *, attachment_id: UUID, opened: Opened) -> tuple[Attachment, SealedReader]:
    """The clean copy of a file of a case that the actor may read; for another partner, without the pages that
    are hidden."""
    attachment = _attachment(case, attachment_id)
    reader = open_leaving(attachment.file) if opened.masked else opening.open_clean(attachment.file)
    return attachment, reader


def hide_pages(
    case_id: UUID, *, attachment_id: UUID, pages: Sequence[int], expected: int | None, actor: Actor
) -> Attachment:
    """Say anew which pages of a file are hidden; none: nothing is. The file itself is never touched.

    Raises NotFound, NotAllowed, Stale, Invalid for a page that the file does not have, CannotHide.
    """
    seen = Case.objects.readable(case_id, actor)
    permits.require_permission(permission_for(Act.HIDE, seen), seen, actor)
    file = _attachment(seen, attachment_id).file
    require_version(file.hidden_version, expected)
    # Drawing takes seconds, in which nobody else should wait for the case.
    copy = made_without(file, pages)
    try:
        return _keep_hidden(case_id, attachment_id, (file, pages, copy), expected, actor)
    except BaseException:
        if copy is not None:
            copy.discard()
        raise


@transaction.atomic
def _keep_hidden(
    case_id: UUID,
    attachment_id: UUID,
    drawn: tuple[StoredFile, Sequence[int], NewBlob | None],
    expected: int | None,
    actor: Actor,
) -> Attachment:
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission(permission_for(Act.HIDE, case), case, actor)
    attachment = _attachment(case, attachment_id)
    attachment.file = keep_hidden(*drawn, expected=expected)
    count = len(attachment.file.hidden_pages)
    story.tell(case, actor, "case.pages_hidden", file=str(attachment.pk), count=count)
    return attachment


def open_original(
    case_id: UUID, *, attachment_id: UUID, reason: OriginalReason, actor: Actor
) -> tuple[Attachment, SealedReader]:
    """The original of a file, for a reason. It is told and kept before the first byte is read."""
    attachment = _tell_of_original(case_id, attachment_id, reason, actor)
    return attachment, opening.open_original(attachment.file)


# Durable: the line must be on the disk, not in some outer transaction, when the bytes begin to leave.
@transaction.atomic(durable=True)
def _tell_of_original(case_id: UUID, attachment_id: UUID, reason: OriginalReason, actor: Actor) -> Attachment:
    case = Case.objects.readable_by(actor).locked(case_id)
    _require_work(case, actor)
    attachment = _attachment(case, attachment_id)
    opening.require_original(attachment.file)
    story.tell(case, actor, "case.original_opened", file=str(attachment.pk), reason=reason)
    return attachment


def _attachment(case: Case, attachment_id: UUID) -> Attachment:
    if case.complaint_id is None:
        raise NotFound()
    found = attachments_of(case.complaint_id).filter(pk=attachment_id).first()
    if found is None:
        raise NotFound()
    return found


def _require_work(case: Case, actor: Actor) -> None:
    in_intake = STAGE_OF[State(case.state)] is Stage.INTAKE
    permits.require_permission("triage_cases" if in_intake else "work_cases", case, actor)
