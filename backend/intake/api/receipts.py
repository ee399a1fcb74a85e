"""Coming back with a receipt: status, outcome, conversation, opinion, withdrawal."""

from dataclasses import fields
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.serializers import SatisfactionSerializer
from backend.cases.services.conversation import complainant_answered, read_by_complainant
from backend.cases.services.feedback import complainant_confirmed, complainant_rated
from backend.cases.services.keys import keys_of_receipt
from backend.cases.services.status import CaseStatus, status_of
from backend.cases.services.withdrawal import complainant_withdrew
from backend.common import clock, secondlock
from backend.common.api import validated
from backend.common.languages import current_language
from backend.common.problems import problems
from backend.complaints.models import Complaint
from backend.complaints.receipt_codes import new_receipt, read_typed
from backend.complaints.services import Rating, latest_messages, open_receipt
from backend.complaints.services.replacing import waiting_replacement
from backend.files.api.downloads import BYTES, GIVEN, RENDERERS
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.identity.services import looks_at
from backend.intake.api import examples
from backend.intake.api.receipt_shapes import (
    ReceiptRatingSerializer,
    ReceiptSheetSerializer,
    ReceiptStatusSerializer,
)
from backend.intake.api.schema import ACCEPT_LANGUAGE, NO_STORE
from backend.intake.api.serializers import (
    ConversationMessageSerializer,
    ReceiptMessageSerializer,
    ReceiptSerializer,
)
from backend.intake.services.new_receipts import complainant_stopped_receipt
from backend.intake.services.notices import looked_in, state_of_notices
from backend.intake.services.receipt_sheets import FILE_NAME, receipt_sheet
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody
from backend.retention.services.telling import erasure_told

OPEN_TO_ALL: Any = [{}]
REFUSED = problems(400, 404, 406, 409, 413, 415, 429)


class ReceiptRoomViewSet(ApiViewSet):
    """The complainant's door. Number and secret travel in the body, because addresses end up in logs."""

    authentication_classes = []
    permission_classes = [Anybody]
    serializer_class = ReceiptSerializer

    def opened(self, body: dict[str, Any]) -> Complaint:
        """The complaint that number and secret of a body open; they are taken out of it.

        Not to be called inside a transaction, Idempotency's included: a wrong try has to count outside of it.
        """
        receipt = {name: body.pop(name) for name in ("number", "secret", "proof") if name in body}
        complaint = open_receipt(**receipt)
        secondlock.hold(keys_of_receipt(complaint))
        self.sender = f"receipt:{complaint.pk}"
        return complaint


class ReceiptViewSet(ReceiptRoomViewSet):
    """How a complaint stands, and what its author says to that."""

    @extend_schema(
        operation_id="receipts_open",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: ReceiptStatusSerializer, **REFUSED},
        examples=[examples.RECEIPT, examples.STATUS],
        auth=OPEN_TO_ALL,
    )
    def create(self, request: Request) -> Response:
        """See where a complaint stands. What the partner wrote counts as read by this.

        A wrong number and a wrong secret are answered alike (404 `receipt.unknown`); several wrong tries slow
        the number down (429). A mistyped digit is told as such (400 `receipt.mistyped`).
        """
        return _status(self.opened(validated(ReceiptSerializer, request)))

    @extend_schema(
        operation_id="receipts_messages_write",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptMessageSerializer,
        responses={201: ConversationMessageSerializer, **REFUSED, **problems(503)},
        examples=[examples.MESSAGE],
        auth=OPEN_TO_ALL,
    )
    @describe
    def write(self, request: Request) -> Response:
        """Write to the partner, or answer its question."""
        body = validated(ReceiptMessageSerializer, request)
        return self._write(request, self.opened(body), body)

    @idempotent(caller=lambda view, request: view.sender)
    def _write(self, request: Request, complaint: Complaint, body: dict[str, Any]) -> Response:
        message = complainant_answered(complaint, **body)
        return Response(ConversationMessageSerializer(message).data, status=201, headers=NO_STORE)

    @extend_schema(
        operation_id="receipts_rating_give",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptRatingSerializer,
        responses={201: SatisfactionSerializer, **REFUSED},
        examples=[examples.RATING],
        auth=OPEN_TO_ALL,
    )
    @describe
    def rate(self, request: Request) -> Response:
        """Say how good outcome and process were.

        It closes a resolved case, unless it asks for reopening or the score is low and nothing was said of
        reopening. A later opinion takes the place of an earlier one.
        """
        body = validated(ReceiptRatingSerializer, request)
        return self._rate(request, self.opened(body), Rating(**body))

    @idempotent(caller=lambda view, request: view.sender)
    def _rate(self, request: Request, complaint: Complaint, rating: Rating) -> Response:
        kept = complainant_rated(complaint, rating=rating)
        return Response(SatisfactionSerializer(kept).data, status=201, headers=NO_STORE)

    @extend_schema(
        operation_id="receipts_outcome_confirm",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: ReceiptStatusSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    def confirm(self, request: Request) -> Response:
        """Agree with the outcome: the case is closed. Confirming again changes nothing."""
        complaint = self.opened(validated(ReceiptSerializer, request))
        complainant_confirmed(complaint)
        return _status(complaint)

    @extend_schema(
        operation_id="receipts_withdraw",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: ReceiptStatusSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    def withdraw(self, request: Request) -> Response:
        """Withdraw the complaint, at once and without a reason. Withdrawing again changes nothing.

        Work stops, consents and shares end, letters that did not leave are cancelled. What an institution has
        stays there. Tell people so before you call this.
        """
        complaint = self.opened(validated(ReceiptSerializer, request))
        complainant_withdrew(complaint)
        return _status(complaint)

    @extend_schema(
        operation_id="receipts_new_receipt_stop",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSerializer,
        responses={200: ReceiptStatusSerializer, **REFUSED},
        auth=OPEN_TO_ALL,
    )
    def stop_new_receipt(self, request: Request) -> Response:
        """It was not you who asked for a new receipt: it will never open, and this one stays."""
        complaint = self.opened(validated(ReceiptSerializer, request))
        complainant_stopped_receipt(complaint)
        return _status(complaint)


class ReceiptSheetViewSet(ReceiptRoomViewSet):
    """The receipt on paper."""

    renderer_classes = RENDERERS

    @extend_schema(
        operation_id="receipts_sheet",
        tags=["receipts"],
        parameters=[ACCEPT_LANGUAGE],
        request=ReceiptSheetSerializer,
        responses={**GIVEN, **problems(400, 404, 406, 413, 415)},
        auth=OPEN_TO_ALL,
    )
    def create(self, request: Request) -> HttpResponse:
        """A PDF to print with number and secret, in the language asked for: digits and address, nothing else.

        It is made of what you send; whether such a receipt exists is not looked up.
        """
        body = validated(ReceiptSheetSerializer, request)
        typed = read_typed(body["number"], body["secret"])
        receipt = new_receipt(typed.number, typed.digits)
        address = f"{request.get_host()}{reverse('receipt')}"
        sheet = receipt_sheet(
            number=receipt.number, secret=receipt.secret, address=address, language=current_language()
        )
        headers = {**NO_STORE, "Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
        return HttpResponse(sheet, content_type=BYTES, headers=headers)


def _status(complaint: Complaint) -> Response:
    context = {"time_zone": complaint.partner.time_zone}
    return Response(ReceiptStatusSerializer(_told(complaint), context=context).data, headers=NO_STORE)


def _told(complaint: Complaint) -> dict[str, Any]:
    # What happens from here on is not in this answer yet.
    now, notices = clock.now(), state_of_notices(complaint)
    if notices.channel:
        looked_in(complaint=complaint, at=now)
    status = status_of(complaint)
    told = {field.name: getattr(status, field.name) for field in fields(CaseStatus)}
    messages = latest_messages(complaint)
    read_by_complainant(complaint, shown=messages)
    return told | {
        "messages": messages,
        "notices": notices,
        "identity_looks": looks_at(complaint),
        "new_receipt": waiting_replacement(complaint),
        "erasure": erasure_told(complaint),
    }
