"""Files of a case: the list, the partner's own, clean copies, and originals for a reason."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import PersonField
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet, InOrder
from backend.cases.partner_stages import SharedField
from backend.cases.services import files
from backend.cases.stages import OriginalReason
from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.problems import problems
from backend.complaints.models import Attachment
from backend.complaints.services.attachments import attachments_of
from backend.files.api.downloads import GIVEN, RENDERERS, download
from backend.files.api.uploads import FORM, FilesParser, UploadField, received
from backend.files.services import accept
from backend.files.services.hiding import MOST_PAGES
from backend.files.stages import FileState, ScanState
from backend.idempotency.api import idempotent


class FileSerializer(serializers.Serializer[Attachment]):
    """A file, as far as it may be told without opening it."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="file.name")
    media_type = serializers.CharField(source="file.media_type")
    size = serializers.IntegerField(source="file.size")
    state = serializers.ChoiceField(source="file.state", choices=FileState.choices)
    scan = serializers.ChoiceField(
        source="file.scan",
        choices=ScanState.choices,
        help_text="`not_scanned`: nobody looked. It never says that a file is clean.",
    )
    clean_size = serializers.IntegerField(source="file.clean_size", allow_null=True)
    sender = serializers.ChoiceField(choices=Attachment.Sender.choices)
    author = PersonField()
    message = serializers.UUIDField(
        source="message_id", allow_null=True, help_text="The message that it came or went with."
    )
    hidden_pages = serializers.ListField(
        source="file.hidden_pages",
        child=serializers.IntegerField(),
        help_text="Pages that leave as a blank sheet, counted from one.",
    )
    hidden_version = serializers.IntegerField(
        source="file.hidden_version", help_text="For If-Match under `hidden-pages/`."
    )
    created_at = serializers.DateTimeField()


class NewFileSerializer(StrictSerializer):
    """One file of at most 25 MB; its name has to fit its content."""

    file = UploadField()


class HiddenPagesSerializer(StrictSerializer):
    """All pages that are to be hidden from now on; what is not named is shown again."""

    pages = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=MOST_PAGES), max_length=MOST_PAGES
    )


class OpeningSerializer(StrictSerializer):
    """Why the original is opened."""

    reason = serializers.ChoiceField(choices=OriginalReason.choices)


class FileViewSet(ListModelMixin, CaseRoomViewSet):
    """The files of a case."""

    queryset, serializer_class, pagination_class = Attachment.objects.none(), FileSerializer, InOrder
    parser_classes = [FilesParser]
    field = SharedField.FILES

    def get_queryset(self) -> QuerySet[Attachment]:
        if self.case.complaint_id is None:
            return Attachment.objects.none()
        return attachments_of(self.case.complaint_id)

    @extend_schema(operation_id="cases_files_list", responses={200: FileSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """All files, oldest first: the complainant's and your own."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_files_create",
        request={FORM: NewFileSerializer},
        responses={201: FileSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Add a file. The complainant does not see it until a message takes it along."""
        _fields, file = received(NewFileSerializer, request)
        (made,) = files.add_files(case_id, files=[accept(file)], actor=self.actor)
        return Response(FileSerializer(made).data, status=201)


class FileContentViewSet(CaseRoomViewSet):
    """What is in a file. It leaves as a download, never under its own type."""

    queryset, serializer_class, pagination_class = Attachment.objects.none(), FileSerializer, None
    renderer_classes = RENDERERS
    field = SharedField.FILES

    @extend_schema(
        operation_id="cases_files_clean", responses={**GIVEN, **problems(400, 401, 404, 406, 409, 410)}
    )
    def clean(self, request: Request, case_id: UUID, file_id: UUID) -> StreamingHttpResponse:
        """The copy without traces of who made it, when and where; for another partner, without the pages that
        are hidden. 409 until it is there."""
        attachment, reader = files.open_clean_copy(self.case, attachment_id=file_id, opened=self.opened)
        return download(reader, attachment.file.name)

    @extend_schema(
        operation_id="cases_files_original",
        request=OpeningSerializer,
        responses={**GIVEN, **problems(400, 401, 403, 404, 406, 409, 410, 413, 415)},
    )
    def original(self, request: Request, case_id: UUID, file_id: UUID) -> StreamingHttpResponse:
        """The file as it was sent. The reason stands in the case's story before the first byte leaves."""
        reason = OriginalReason(validated(OpeningSerializer, request)["reason"])
        attachment, reader = files.open_original(
            case_id, attachment_id=file_id, reason=reason, actor=self.actor
        )
        return download(reader, attachment.file.name)


class HiddenPagesViewSet(CaseRoomViewSet):
    """Pages of a file that are hidden from all who do not work the case."""

    queryset, serializer_class, pagination_class = Attachment.objects.none(), FileSerializer, None

    @extend_schema(
        operation_id="cases_files_hide_pages",
        parameters=[IF_MATCH, VERSION],
        request=HiddenPagesSerializer,
        responses={200: FileSerializer, **problems(400, 401, 403, 404, 406, 409, 410, 412, 413, 415, 428)},
    )
    def update(self, request: Request, case_id: UUID, file_id: UUID) -> Response:
        """Say which pages are hidden. If-Match takes the `hidden_version`. What leaves is a copy of which
        these pages were never part; the pages that stay in it are pictures."""
        found = files.hide_pages(
            case_id,
            attachment_id=file_id,
            pages=validated(HiddenPagesSerializer, request)["pages"],
            expected=expected_version(request),
            actor=self.actor,
        )
        return Response(FileSerializer(found).data, headers={"ETag": etag(found.file.hidden_version)})
