"""What the complainant may ask for through the receipt: a copy, a correction, erasure."""

from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import validated
from backend.complaints.models import Complaint
from backend.files.api.downloads import GIVEN, RENDERERS
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.intake.api.receipt_shapes import ErasureToldSerializer, ReceiptCorrectionSerializer
from backend.intake.api.receipts import OPEN_TO_ALL, REFUSED, ReceiptRoomViewSet
from backend.intake.api.schema import ACCEPT_LANGUAGE, NO_STORE
from backend.intake.api.serializers import ConversationMessageSerializer, ReceiptSerializer
from backend.retention.services.own_copy import FILE_NAME, own_copy
from backend.retention.services.requests import ask_for_erasure, complainant_corrected
from backend.retention.services.telling import erasure_told


class OwnCopyViewSet(ReceiptRoomViewSet):
    """Everything that the complainant filed and was told."""

    renderer_classes = RENDERERS

    @extend_schema(
        operation_id="receipts_copy",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={**GIVEN, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    def create(self, request: Request) -> StreamingHttpResponse:
        """A ZIP with `complaint.json` and your files. Your name is not in it: it lies apart."""
        return copied(self.opened(validated(ReceiptSerializer, request)))


class RightsViewSet(ReceiptRoomViewSet):
    """A correction beside the words, and the wish that everything be erased."""

    @extend_schema(
        operation_id="receipts_corrections_write",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptCorrectionSerializer,
        responses={201: ConversationMessageSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    @describe
    def correct(self, request: Request) -> Response:
        """Say what is wrong in the complaint. It is never changed; this stands beside it."""
        body = validated(ReceiptCorrectionSerializer, request)
        return self._correct(request, self.opened(body), body)

    @idempotent(caller=lambda view, request: view.sender)
    def _correct(self, request: Request, complaint: Complaint, body: dict[str, Any]) -> Response:
        message = complainant_corrected(complaint, **body)
        return Response(ConversationMessageSerializer(message).data, status=201, headers=NO_STORE)

    @extend_schema(
        operation_id="receipts_erasure_ask",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: ErasureToldSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    def erase(self, request: Request) -> Response:
        """Ask that everything be erased. A person decides; asking again while it waits changes nothing."""
        complaint = self.opened(validated(ReceiptSerializer, request))
        ask_for_erasure(complaint)
        return Response(ErasureToldSerializer(erasure_told(complaint)).data, headers=NO_STORE)


def copied(complaint: Complaint) -> StreamingHttpResponse:
    """The copy as a download, never inside a page."""
    headers = {
        "Content-Disposition": f'attachment; filename="{FILE_NAME}"',
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
    return StreamingHttpResponse(
        own_copy(complaint), content_type="application/octet-stream", headers=headers
    )
