"""Coming back with a receipt: status, outcome and conversation."""

from dataclasses import fields
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.services.conversation import complainant_answered, read_by_complainant
from backend.cases.services.status import CaseStatus, status_of
from backend.common.api import validated
from backend.common.problems import problems
from backend.complaints.models import Complaint
from backend.complaints.services import latest_messages, open_receipt
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.intake.api import examples
from backend.intake.api.schema import ACCEPT_LANGUAGE, NO_STORE
from backend.intake.api.serializers import (
    ConversationMessageSerializer,
    ReceiptMessageSerializer,
    ReceiptSerializer,
    ReceiptStatusSerializer,
)
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody

_OPEN_TO_ALL: Any = [{}]


class ReceiptViewSet(ApiViewSet):
    """The complainant's door. Number and secret travel in the body, because addresses end up in logs."""

    authentication_classes = []
    permission_classes = [Anybody]
    serializer_class = ReceiptSerializer

    @extend_schema(
        operation_id="receipts_open",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: ReceiptStatusSerializer, **problems(400, 404, 406, 413, 415, 429)},
        examples=[examples.RECEIPT, examples.STATUS],
        auth=_OPEN_TO_ALL,
    )
    def create(self, request: Request) -> Response:
        """See where a complaint stands. What the partner wrote counts as read by this.

        A wrong number and a wrong secret are answered alike (404 `receipt.unknown`); several wrong tries slow
        the number down (429). A mistyped digit is told as such (400 `receipt.mistyped`).
        """
        complaint = open_receipt(**validated(ReceiptSerializer, request))
        return Response(ReceiptStatusSerializer(_told(complaint)).data, headers=NO_STORE)

    @extend_schema(
        operation_id="receipts_messages_write",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptMessageSerializer,
        responses={201: ConversationMessageSerializer, **problems(400, 404, 406, 413, 415, 429)},
        examples=[examples.MESSAGE],
        auth=_OPEN_TO_ALL,
    )
    @describe
    def write(self, request: Request) -> Response:
        """Write to the partner, or answer its question."""
        body = validated(ReceiptMessageSerializer, request)
        text = body.pop("text")
        complaint = open_receipt(**body)
        self.sender = f"receipt:{complaint.pk}"
        # Idempotency opens a transaction, and a wrong try has to count outside of it.
        return self._write(request, complaint, text)

    @idempotent(caller=lambda view, request: view.sender)
    def _write(self, request: Request, complaint: Complaint, text: str) -> Response:
        message = complainant_answered(complaint, text=text)
        return Response(ConversationMessageSerializer(message).data, status=201, headers=NO_STORE)


def _told(complaint: Complaint) -> dict[str, Any]:
    status = status_of(complaint)
    told = {field.name: getattr(status, field.name) for field in fields(CaseStatus)}
    messages = latest_messages(complaint)
    read_by_complainant(complaint, shown=messages)
    return told | {"messages": messages}
