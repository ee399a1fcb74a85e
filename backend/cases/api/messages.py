"""The conversation of a case: what was written, who has read it, templates to start from."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.fields import PersonField, shown_moment, shown_person
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.partner_stages import SharedField
from backend.cases.services import conversation
from backend.cases.services.masking import message_text
from backend.cases.services.masks import Masks
from backend.cases.services.opened import Opened
from backend.cases.services.rendering import Rendered, templates_for
from backend.common.api import validated, validated_query
from backend.common.languages import Language
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.complaints.models import Attachment, Message
from backend.complaints.services.messages import messages_of
from backend.files.stages import FileState, ScanState
from backend.idempotency.api import idempotent


class InOrderSent(KeysetPagination):
    """As it was written, oldest first."""

    ordering = ("sent_at", "pk")


class MessageFileSerializer(serializers.Serializer[Attachment]):
    """A file that came with a message."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="file.name")
    media_type = serializers.CharField(source="file.media_type")
    size = serializers.IntegerField(source="file.size")
    state = serializers.ChoiceField(source="file.state", choices=FileState.choices)
    scan = serializers.ChoiceField(source="file.scan", choices=ScanState.choices)


class MessageSerializer(serializers.Serializer[Message]):
    """A message between complainant and partner."""

    id = serializers.UUIDField()
    sender = serializers.ChoiceField(choices=Message.Sender.choices)
    author = PersonField()
    text = serializers.CharField(read_only=True)
    sent_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(
        allow_null=True,
        help_text="When it was shown to the complainant, or marked as read by the partner.",
    )
    asks = serializers.BooleanField(help_text="A question of the partner that waits for an answer.")
    ended_at = serializers.DateTimeField(
        allow_null=True, help_text="When the question was answered, or the partner went on without an answer."
    )
    files = MessageFileSerializer(source="attachments", many=True)

    def to_representation(self, message: Message) -> dict[str, Any]:
        return shown_message(message, self.context["masks"])


class MessageWithoutFilesSerializer(MessageSerializer):
    """The same for another partner with which the files were not agreed: their names are words, too."""

    def to_representation(self, message: Message) -> dict[str, Any]:
        return shown_message(message, self.context["masks"], with_files=False)


def shown_message(message: Message, masks: Masks, *, with_files: bool = True) -> dict[str, Any]:
    """A message as the API shows it. What is hidden in the case is a bar for people of another partner."""
    files: Any = message.attachments.all() if with_files and message.may_have_files else []
    return {
        "id": str(message.pk),
        "sender": message.sender,
        "author": shown_person(message.author.pk, message.author.name) if message.author else None,
        "text": message_text(message, masks),
        "sent_at": shown_moment(message.sent_at),
        "read_at": shown_moment(message.read_at),
        "asks": message.asks,
        "ended_at": shown_moment(message.ended_at),
        "files": MessageFileSerializer(files, many=True).data if files else [],
    }


def shape_of_messages(opened: Opened) -> type[MessageSerializer]:
    """How messages are shown to whom so much is open."""
    return MessageSerializer if opened.has(SharedField.FILES) else MessageWithoutFilesSerializer


class MarkedSerializer(serializers.Serializer[Any]):
    """How many messages were marked as read that were not before."""

    marked = serializers.IntegerField()


class MessageViewSet(ListModelMixin, CaseRoomViewSet):
    """The conversation with the complainant."""

    queryset, serializer_class, pagination_class = Message.objects.none(), MessageSerializer, InOrderSent
    field = SharedField.MESSAGES

    def get_serializer_class(self) -> type[MessageSerializer]:
        return shape_of_messages(self.opened) if hasattr(self, "case") else MessageSerializer

    def get_queryset(self) -> QuerySet[Message]:
        return messages_of(self.case.complaint_id)

    def get_serializer_context(self) -> dict[str, Any]:
        return {"masks": self.masks} if hasattr(self, "case") else {}

    @extend_schema(operation_id="cases_messages_list", responses={200: MessageSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The messages, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_messages_create",
        request=asked.NewMessage,
        responses={201: MessageSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Write to the complainant, who reads it with the receipt and sees only your organisation's name.

        With `asks` it is a question: a case in triage then waits for the complainant; a later one stays
        where it is, and the receipt page says that an answer is awaited until the complainant writes.
        """
        sent = validated(asked.NewMessage, request)
        message = conversation.write_to_complainant(case_id, **sent, actor=self.actor)
        return Response(MessageSerializer(message, context=self.get_serializer_context()).data, status=201)

    @extend_schema(
        operation_id="cases_messages_read",
        request=asked.ReadUntil,
        responses={200: MarkedSerializer, **problems(400, 401, 403, 404, 406, 409, 413, 415)},
    )
    def read(self, request: Request, case_id: UUID) -> Response:
        """Mark what the complainant wrote as read, up to a message. The complainant sees that it was read."""
        until = validated(asked.ReadUntil, request)["until"]
        marked = conversation.read_by_partner(case_id, until=until, actor=self.actor)
        return Response(MarkedSerializer({"marked": marked}).data)

    @extend_schema(
        operation_id="cases_messages_end",
        request=None,
        responses={200: MessageSerializer, **problems(401, 403, 404, 406, 409)},
    )
    def end(self, request: Request, case_id: UUID, message_id: UUID) -> Response:
        """Do not wait for the answer to a question any more, say because it came by telephone."""
        message = conversation.end_question(case_id, message_id, actor=self.actor)
        return Response(MessageSerializer(message, context=self.get_serializer_context()).data)


class RenderedTemplateSerializer(serializers.Serializer[Rendered]):
    """A template, filled in for this case."""

    code = serializers.CharField()
    name = serializers.CharField(help_text="In your language.")
    text = serializers.CharField(help_text="To be read over before it is sent: what is missing is in braces.")
    asks = serializers.BooleanField(help_text="Send it with `asks`.")
    language = serializers.ChoiceField(choices=Language.choices, help_text="Language of the text.")
    complainant_language = serializers.ChoiceField(
        choices=Language.choices, help_text="Where it is another one, the template lacks it: translate."
    )
    missing = serializers.ListField(child=serializers.CharField(), help_text="Placeholders left to fill in.")


@extend_schema_serializer(many=False)
class RenderedPageSerializer(serializers.Serializer[Any]):
    """All templates in use; there is no second page."""

    next = serializers.URLField(allow_null=True)
    results = RenderedTemplateSerializer(many=True)


class CaseTemplateViewSet(CaseRoomViewSet):
    """Templates to start a message from."""

    queryset, serializer_class, pagination_class = Message.objects.none(), RenderedTemplateSerializer, None
    narrowed = frozenset({"list"})

    @extend_schema(
        operation_id="cases_message_templates_list",
        parameters=[asked.OnePageQuery],
        responses={200: RenderedPageSerializer, **READ},
    )
    def list(self, request: Request, case_id: UUID) -> Response:
        """The templates in use, in the complainant's language, with names and days of this case."""
        validated_query(asked.OnePageQuery, request)
        rendered: Any = templates_for(case_id, actor=self.actor)
        return Response({"next": None, "results": RenderedTemplateSerializer(rendered, many=True).data})
