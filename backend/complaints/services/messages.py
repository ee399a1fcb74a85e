"""Messages between complainant and partner, who read them, and which questions wait for an answer."""

from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, UUIDField, prefetch_related_objects

from backend.common import clock
from backend.common.errors import Invalid, NotFound
from backend.common.written import Several, Written
from backend.complaints.models import Attachment, Complaint, Message
from backend.complaints.words import LONGEST_MESSAGE, check_words
from backend.partners.actors import Actor

MOST_SHOWN: Final = 200


@transaction.atomic
def write_message(
    *, complaint: Complaint, sender: Message.Sender, text: str, actor: Actor, asks: bool = False
) -> Message:
    """Keep one message under the complaint's key. Raises Invalid.

    Part of the conversation of a case, which says what follows from it and leaves the audit line.
    """
    if errors := check_words("text", text, longest=LONGEST_MESSAGE, required=True):
        raise Invalid(errors)
    message = Message(
        complaint=complaint,
        data_key_id=complaint.data_key_id,
        sender=sender,
        author=actor.user,
        asks=asks,
    )
    message.text = text
    message.save(force_insert=True)
    return message


def messages_of(complaint: Complaint | UUID | None) -> QuerySet[Message]:
    """The messages of a complaint with the files that came with them, ready to be listed."""
    return _of(complaint).prefetch_related(_with_files())


def messages_named(complaint: UUID, ids: Collection[str]) -> list[Message]:
    """Some of them. One query, one more where files came with any."""
    found = _SOME.all(complaint=complaint, ids=ids)
    prefetch_related_objects([message for message in found if message.may_have_files], _with_files())
    return found


def _of(complaint: Complaint | UUID | None) -> QuerySet[Message]:
    return Message.objects.filter(complaint=complaint).select_related("author", "data_key__partner_key")


def _with_files() -> Prefetch[Any]:
    files = Attachment.objects.select_related("file__data_key__partner_key").order_by("created_at", "pk")
    return Prefetch("attachments", files)


_SOME: Final = Written(
    Message,
    lambda complaint, ids: (
        _of(complaint)
        .filter(pk__in=ids)
        .annotate(  # type: ignore[no-redef]  # what the class says of those that were not asked
            may_have_files=Exists(Attachment.objects.filter(message=OuterRef("pk")))
        )
    ),
    complaint=UUIDField(),
    ids=Several(UUIDField()),
)


def latest_messages(complaint: Complaint) -> list[Message]:
    """The conversation in the order it was written; of a very long one the end."""
    return list(messages_of(complaint).order_by("-sent_at", "-id")[:MOST_SHOWN])[::-1]


def mark_read(*, complaint: Complaint, sender: Message.Sender, messages: Collection[UUID]) -> int:
    """Note that the other side of a sender was shown these messages. Says how many were not read before.

    Part of the conversation of a case, which leaves the audit line.
    """
    shown = _unread(complaint, sender).filter(pk__in=messages)
    return shown.update(read_at=clock.now())


def mark_read_until(*, complaint: Complaint, sender: Message.Sender, until: UUID) -> int:
    """The same for all messages of a sender up to one of the conversation. Raises NotFound.

    Part of the conversation of a case, which leaves the audit line.
    """
    last = Message.objects.filter(complaint=complaint, pk=until).only("sent_at").first()
    if last is None:
        raise NotFound()
    reached = Q(sent_at__lt=last.sent_at) | Q(sent_at=last.sent_at, pk__lte=last.pk)
    return _unread(complaint, sender).filter(reached).update(read_at=clock.now())


def has_open_question(complaint: Complaint) -> bool:
    """Whether the partner waits for an answer."""
    return open_questions(complaint).exists()


def end_questions(*, complaint: Complaint) -> int:
    """The answer came, or the partner goes on without one. Says how many questions that ended.

    Part of the conversation of a case, which leaves the audit line.
    """
    return open_questions(complaint).update(ended_at=clock.now())


def open_questions(complaint: Complaint) -> QuerySet[Message]:
    """Questions of the partner that neither an answer nor the partner itself ended."""
    return Message.objects.filter(complaint=complaint, asks=True, ended_at__isnull=True)


def _unread(complaint: Complaint, sender: Message.Sender) -> QuerySet[Message]:
    return Message.objects.filter(complaint=complaint, sender=sender, read_at__isnull=True)
