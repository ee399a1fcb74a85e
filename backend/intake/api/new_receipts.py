"""A new receipt: handed out by a caseworker, confirmed by a second person."""

from typing import Any, Final
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import Case
from backend.common.api import StrictSerializer, validated
from backend.common.problems import problems
from backend.complaints.receipt_codes import seal_new_secret
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.identity.services import IdentityDetails
from backend.intake.api import examples
from backend.intake.api.schema import NO_STORE
from backend.intake.api.serializers import EmailField, NewReceiptSerializer, TextField
from backend.intake.services.new_receipts import (
    HandedOut,
    check_caller,
    confirm_new_receipt,
    hand_out_receipt,
)
from backend.partners.api.base import ApiViewSet

_REFUSED: Final = problems(400, 401, 403, 404, 406, 409, 413, 415)


class CallerSerializer(StrictSerializer):
    """What the person on the telephone, or in front of you, says. Ask; never prompt. At least two details."""

    name = TextField(max_length=200, required=False, allow_blank=True, default="")
    email = EmailField(max_length=254, required=False, allow_blank=True)
    phone = TextField(max_length=50, required=False, allow_blank=True, default="")
    address = TextField(max_length=500, required=False, allow_blank=True, default="")
    in_wrong_hands = serializers.BooleanField(
        required=False,
        default=False,
        help_text="Somebody else has the old receipt: it ends at once, not only when the new one is opened.",
    )


class ReplacementSerializer(serializers.Serializer[Any]):
    """A new receipt that waits to be opened."""

    asked_at = serializers.DateTimeField()
    opens_at = serializers.DateTimeField(help_text="From when it opens, and not before.")
    needs_second = serializers.BooleanField(
        help_text="It opens only when a second person confirmed it, whatever time has passed."
    )
    confirmed = serializers.SerializerMethodField()

    def get_confirmed(self, row: Any) -> bool:
        return row.confirmed_by_id is not None


class HandedOutSerializer(serializers.Serializer[HandedOut]):
    """The new receipt, shown this once, and what has to happen before it opens."""

    receipt = NewReceiptSerializer()
    replacement = ReplacementSerializer()


class CaseReceiptViewSet(ApiViewSet):
    """For people who work the case; a program does not know who called."""

    queryset, serializer_class = Case.objects.none(), CallerSerializer

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the case.
        self.case = Case.objects.select_related("complaint").readable(kwargs["case_id"], self.actor)

    @extend_schema(
        operation_id="cases_new_receipt",
        tags=["cases"],
        request=CallerSerializer,
        responses={201: HandedOutSerializer, **_REFUSED, **problems(429)},
        examples=[examples.CALLER],
    )
    @describe
    def create(self, request: Request, case_id: UUID) -> Response:
        """Give a complainant who lost the receipt a new one, after comparing what they say with what is kept.

        Nothing of what is kept is shown, nor which detail was wrong; three wrong answers a day are looked at.
        The comparison stands in the audit trail and on the complainant's page. The new receipt opens after 48
        hours, in which the old one works and tells that somebody asked, or as soon as a second person
        confirms it (`new_receipt/confirm/`). Where a wrong person would be dangerous, only when confirmed.
        """
        body = validated(CallerSerializer, request)
        in_wrong_hands = body.pop("in_wrong_hands")
        check_caller(case_id, told=IdentityDetails(**body), actor=self.actor)
        # Idempotency opens a transaction: the comparison has to count outside of it, and hashing is slow.
        self.sealed = seal_new_secret()
        return self._hand_out(request, case_id, in_wrong_hands)

    @idempotent
    def _hand_out(self, request: Request, case_id: UUID, in_wrong_hands: bool) -> Response:
        made = hand_out_receipt(case_id, sealed=self.sealed, in_wrong_hands=in_wrong_hands, actor=self.actor)
        return Response(HandedOutSerializer(made).data, status=201, headers=NO_STORE)

    @extend_schema(
        operation_id="cases_new_receipt_confirm",
        tags=["cases"],
        request=None,
        responses={200: ReplacementSerializer, **problems(401, 403, 404, 406, 409)},
    )
    def confirm(self, request: Request, case_id: UUID) -> Response:
        """Vouch, as a second person, that the right one asked: the new receipt opens at once."""
        row = confirm_new_receipt(case_id, actor=self.actor)
        return Response(ReplacementSerializer(row).data)
