"""Notices through the receipt: turned on and off by whoever holds it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import validated
from backend.complaints.models import Complaint
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.identity.models import NoticeWish
from backend.intake.api.notice_shapes import NoticeStateSerializer
from backend.intake.api.receipts import OPEN_TO_ALL, REFUSED, ReceiptRoomViewSet
from backend.intake.api.schema import ACCEPT_LANGUAGE, NO_STORE
from backend.intake.api.serializers import ReceiptSerializer, TextField
from backend.intake.services.notices import ask_for_notices, state_of_notices, stop_notices


class NoticeWishSerializer(ReceiptSerializer):
    """Where to send "there is news"."""

    channel = serializers.ChoiceField(NoticeWish.Channel.choices)
    address = TextField(
        max_length=254, help_text="An e-mail address, or a telephone number for text messages."
    )
    understood = serializers.BooleanField(
        default=False, help_text="An anonymous complainant has read that an address can tell who they are."
    )


class NoticeViewSet(ReceiptRoomViewSet):
    """Content-free notices: "there is news", at most one a day, never at night, none before the last was
    followed."""

    serializer_class = NoticeWishSerializer

    @extend_schema(
        operation_id="receipts_notices_turn_on",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=NoticeWishSerializer,
        responses={200: NoticeStateSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    @describe
    def turn_on(self, request: Request) -> Response:
        """Turn notices on, or send them elsewhere. A first message goes to the address within minutes."""
        body = validated(NoticeWishSerializer, request)
        return self._turn_on(request, self.opened(body), body)

    @idempotent(caller=lambda view, request: view.sender)
    def _turn_on(self, request: Request, complaint: Complaint, body: dict[str, Any]) -> Response:
        ask_for_notices(complaint=complaint, **body)
        return _state(complaint)

    @extend_schema(
        operation_id="receipts_notices_turn_off",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: NoticeStateSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    def turn_off(self, request: Request) -> Response:
        """Turn notices off. The address is destroyed at once."""
        complaint = self.opened(validated(ReceiptSerializer, request))
        stop_notices(complaint=complaint)
        return _state(complaint)


def _state(complaint: Complaint) -> Response:
    return Response(NoticeStateSerializer(state_of_notices(complaint)).data, headers=NO_STORE)
