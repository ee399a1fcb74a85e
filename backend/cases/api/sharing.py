"""Shares of a case with partners, and offers to hand a case over."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.fields import EntryField, PersonField
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.api.steps import step
from backend.cases.models import CaseShare, Transfer
from backend.cases.services import sharing, transfers
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.kinds import CaseKind
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.directory.models import Category, Place
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet


class ShareSerializer(serializers.Serializer[CaseShare]):
    """A partner that may read the case, or could."""

    id = serializers.UUIDField()
    partner = serializers.SlugField(source="partner.slug")
    shared_by = PersonField()
    started_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)


class ByStart(KeysetPagination):
    ordering = ("started_at", "pk")


class ShareViewSet(ListModelMixin, CaseRoomViewSet):
    """Who else reads the case."""

    queryset, serializer_class, pagination_class = CaseShare.objects.none(), ShareSerializer, ByStart

    def get_queryset(self) -> QuerySet[CaseShare]:
        return self.case.shares.select_related("partner", "shared_by")

    @extend_schema(operation_id="cases_shares_list", responses={200: ShareSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Running and ended shares, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_shares_create", request=asked.NewShare, responses={201: ShareSerializer, **CREATE}
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Let another partner read the case."""
        made = sharing.share(case_id, **validated(asked.NewShare, request), actor=self.actor)
        return Response(ShareSerializer(made).data, status=201)

    @extend_schema(
        operation_id="cases_shares_end",
        request=None,
        responses={200: ShareSerializer, **problems(401, 403, 404, 406)},
    )
    def end(self, request: Request, case_id: UUID, share_id: UUID) -> Response:
        """End a share, at once."""
        return Response(ShareSerializer(sharing.end_share(case_id, share_id=share_id, actor=self.actor)).data)


class TransferSerializer(serializers.Serializer[Transfer]):
    """An offer to hand a case over. Until it is accepted, the other partner sees this and no more."""

    id = serializers.UUIDField()
    case = serializers.UUIDField(source="case_id")
    from_partner = serializers.SlugField(source="from_partner.slug")
    to_partner = serializers.SlugField(source="to_partner.slug")
    state = serializers.ChoiceField(choices=Transfer.State.choices)
    kind = serializers.ChoiceField(source="case.kind", choices=CaseKind.choices)
    category = EntryField(Category, source="case.category_id")
    place = EntryField(Place, source="case.place_id")
    offered_at = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField()


class NewestFirst(KeysetPagination):
    ordering = ("-offered_at", "pk")


class TransferViewSet(ListModelMixin, ApiViewSet):
    """Offers of and to the partners whose cases you may hand over."""

    queryset, serializer_class, pagination_class = Transfer.objects.none(), TransferSerializer, NewestFirst
    filter_backends = ()

    def get_queryset(self) -> QuerySet[Transfer]:
        mine = self.actor.partners_with("share_cases")
        concerning_us = Transfer.objects.filter(Q(from_partner__in=mine) | Q(to_partner__in=mine))
        return concerning_us.select_related("case", "from_partner", "to_partner")

    @extend_schema(
        operation_id="transfers_list",
        responses={200: TransferSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Offers, newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="transfers_retrieve",
        parameters=[VERSION],
        responses={200: TransferSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, transfer_id: UUID) -> Response:
        """One offer."""
        return self._answer(transfer_id)

    @extend_schema(
        operation_id="cases_transfer",
        parameters=[IF_MATCH, VERSION],
        request=asked.NewTransfer,
        responses={201: TransferSerializer, **CREATE, **problems(412, 428)},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Offer the case to another partner for good."""
        to_partner = validated(asked.NewTransfer, request)["partner"]
        made = transfers.offer(
            case_id, to_partner=to_partner, expected=expected_version(request), actor=self.actor
        )
        return self._answer(made.pk, status=201)

    @step("transfers_accept", gives=TransferSerializer)
    def accept(self, request: Request, transfer_id: UUID) -> Response:
        """Take the case over: it gets your number and comes to your triage."""
        transfers.accept(transfer_id, expected=expected_version(request), actor=self.actor)
        return self._answer(transfer_id)

    @step("transfers_decline", gives=TransferSerializer)
    def decline(self, request: Request, transfer_id: UUID) -> Response:
        """Say no."""
        transfers.decline(transfer_id, expected=expected_version(request), actor=self.actor)
        return self._answer(transfer_id)

    @step("transfers_recall", gives=TransferSerializer)
    def recall(self, request: Request, transfer_id: UUID) -> Response:
        """Take the offer back."""
        transfers.recall(transfer_id, expected=expected_version(request), actor=self.actor)
        return self._answer(transfer_id)

    def _answer(self, transfer_id: UUID, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=transfer_id).first()
        if found is None:
            raise NotFound()
        return Response(TransferSerializer(found).data, status=status, headers={"ETag": etag(found.version)})
