"""Files through the public doors: before a complaint is filed, and later through its receipt."""

from typing import Any
from uuid import UUID

from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.services.files import complainant_added_files
from backend.cases.services.keys import keys_of_receipt
from backend.common import secondlock
from backend.common.api import StrictSerializer, validated
from backend.common.errors import NotAllowed, NotFound, NotSignedIn
from backend.common.problems import problems
from backend.complaints.models import Attachment, Complaint, Message
from backend.complaints.services import attachments_for_complainant, open_receipt
from backend.files.api.downloads import GIVEN, RENDERERS, download
from backend.files.api.uploads import FORM, FilesParser, UploadField, received
from backend.files.receiving import ReceivedFile
from backend.files.sealed import SealedUpload
from backend.files.services import accept, open_for_complainant
from backend.files.stages import FileState, ScanState
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.intake.api.complaints import FORM_KEY_PARAMETER, OPEN_TO
from backend.intake.api.cross_origin import FORM_KEY, partner_asked
from backend.intake.api.schema import ACCEPT_LANGUAGE, NO_STORE
from backend.intake.api.serializers import ReceiptSerializer
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody

_OPEN_TO_ALL: Any = [{}]


class NewUploadSerializer(StrictSerializer):
    """One file of at most 25 MB; its name has to fit its content."""

    file = UploadField()


class UploadSerializer(serializers.Serializer[SealedUpload]):
    """A file that waits for its complaint. Only `token` opens it; it is kept nowhere here."""

    id = serializers.UUIDField()
    token = serializers.CharField(help_text="Send it back with the complaint, within 48 hours.")
    name = serializers.CharField(help_text="As it will be shown.")
    media_type = serializers.CharField(help_text="What it is by its content.")
    size = serializers.IntegerField()


class ReceiptUploadSerializer(ReceiptSerializer):
    """Number and secret before the file, in one form."""

    file = UploadField()


class ReceiptFileSerializer(serializers.Serializer[Attachment]):
    """A file as its complainant sees it."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="file.name")
    media_type = serializers.CharField(source="file.media_type")
    size = serializers.IntegerField(source="file.size")
    state = serializers.ChoiceField(source="file.state", choices=FileState.choices)
    scan = serializers.ChoiceField(source="file.scan", choices=ScanState.choices)
    sender = serializers.ChoiceField(choices=Attachment.Sender.choices)
    created_at = serializers.DateTimeField()


class ReceiptFileOpenSerializer(ReceiptSerializer):
    """Number, secret, and which file."""

    file = serializers.UUIDField()


class ComplaintFileViewSet(ApiViewSet):
    """Files are sent before the complaint that names them."""

    permission_classes = [Anybody]
    parser_classes = [FilesParser]
    serializer_class = UploadSerializer

    def get_authenticators(self) -> list[BaseAuthentication]:
        # As at the complaints' own door: behind a form key nobody is signed in.
        request = getattr(self, "request", None)
        if request is not None and FORM_KEY in request.headers:
            return []
        return super().get_authenticators()

    @extend_schema(
        operation_id="complaints_files_create",
        tags=["complaints"],
        parameters=[FORM_KEY_PARAMETER, ACCEPT_LANGUAGE],
        request={FORM: NewUploadSerializer},
        responses={201: UploadSerializer, **problems(400, 401, 403, 406, 413, 415)},
        auth=OPEN_TO,
    )
    @describe
    def create(self, request: Request) -> Response:
        """Send one file ahead. Name its `id`, `token` and `name` in `files` of the complaint.

        It is sealed while it arrives, under a key that only the answer holds. What no complaint names within
        48 hours is destroyed.
        """
        # Before a byte of the file is asked for.
        self.sender = self._sender(request)
        return self._keep(request)

    @idempotent(caller=lambda view, request: view.sender)
    def _keep(self, request: Request) -> Response:
        _fields, file = received(NewUploadSerializer, request)
        return Response(UploadSerializer(accept(file)).data, status=201, headers=NO_STORE)

    def _sender(self, request: Request) -> str:
        if FORM_KEY in request.headers:
            return f"form:{partner_asked(request).pk}"
        if not self.actor.is_signed_in:
            raise NotSignedIn()
        if not self.actor.partners_with("file_complaints"):
            raise NotAllowed()
        return f"{self.actor.kind}:{self.actor.id}"


class ReceiptUploadViewSet(ApiViewSet):
    """The complainant sends more."""

    authentication_classes = []
    permission_classes = [Anybody]
    parser_classes = [FilesParser]
    serializer_class = ReceiptFileSerializer

    @extend_schema(
        operation_id="receipts_files_create",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request={FORM: ReceiptUploadSerializer},
        responses={201: ReceiptFileSerializer, **problems(400, 404, 406, 409, 413, 415, 429)},
        auth=_OPEN_TO_ALL,
    )
    @describe
    def create(self, request: Request) -> Response:
        """Add a file to your complaint."""
        fields, file = received(ReceiptUploadSerializer, request)
        complaint = open_receipt(**fields)
        secondlock.hold(keys_of_receipt(complaint))
        self.sender = f"receipt:{complaint.pk}"
        # Idempotency opens a transaction, and a wrong try has to count outside of it.
        return self._add(request, complaint, file)

    @idempotent(caller=lambda view, request: view.sender)
    def _add(self, request: Request, complaint: Complaint, file: ReceivedFile) -> Response:
        (made,) = complainant_added_files(complaint, files=[accept(file)])
        return Response(ReceiptFileSerializer(made).data, status=201, headers=NO_STORE)


class ReceiptFileViewSet(ApiViewSet):
    """The complainant opens a file of their own, or one that the partner sent with a message."""

    authentication_classes = []
    permission_classes = [Anybody]
    renderer_classes = RENDERERS
    serializer_class = ReceiptFileOpenSerializer

    @extend_schema(
        operation_id="receipts_files_open",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptFileOpenSerializer,
        responses={**GIVEN, **problems(400, 404, 406, 409, 410, 413, 415, 429)},
        auth=_OPEN_TO_ALL,
    )
    def open(self, request: Request) -> StreamingHttpResponse:
        """The clean copy of a file; where none can be made, your own original."""
        body = validated(ReceiptFileOpenSerializer, request)
        file_id = body.pop("file")
        complaint = open_receipt(**body)
        secondlock.hold(keys_of_receipt(complaint))
        return opened_file(complaint, file_id)


def opened_file(complaint: Complaint, attachment_id: UUID) -> StreamingHttpResponse:
    """A file that this complainant may see, as a download. Raises NotFound and what opening raises."""
    attachment = attachments_for_complainant(complaint).filter(pk=attachment_id).first()
    if attachment is None:
        raise NotFound()
    is_own = attachment.sender == Message.Sender.COMPLAINANT
    return download(open_for_complainant(attachment.file, is_own=is_own), attachment.file.name)
