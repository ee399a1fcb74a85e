"""Shares of a case with partners, offers to hand a case over, and what either would show."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.agreements import NewShare, NewTransfer, Refusal
from backend.cases.api.fields import EntryField, PersonField
from backend.cases.api.opened import WhatOpensSerializer, what_opens
from backend.cases.api.rooms import CREATE, PREVIEW, READ, CaseRoomViewSet
from backend.cases.api.steps import step
from backend.cases.models import CaseShare, Transfer
from backend.cases.partner_stages import DeclineReason, SharedField
from backend.cases.services import sharing, transfers
from backend.cases.services.opened import EVERYTHING
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
    fields = serializers.ListField(  # type: ignore[assignment]  # REST framework's own `fields` stays
        child=serializers.ChoiceField(choices=SharedField.choices),
        allow_null=True,
        help_text="What was agreed; null: everything that is read in a case.",
    )
    ends_at = serializers.DateTimeField(allow_null=True, help_text="From then on it opens nothing.")
    referral = serializers.UUIDField(
        source="referral_id", allow_null=True, help_text="The referral to the partner that opened it."
    )
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
        operation_id="cases_shares_create", request=NewShare, responses={201: ShareSerializer, **CREATE}
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Let another partner read the case, or the fields that were agreed, for good or until a moment."""
        made = sharing.share(case_id, **validated(NewShare, request), actor=self.actor)
        return Response(ShareSerializer(made).data, status=201)

    @extend_schema(
        operation_id="cases_shares_preview",
        request=NewShare,
        responses={200: WhatOpensSerializer, **PREVIEW},
    )
    def preview(self, request: Request, case_id: UUID) -> Response:
        """Exactly what the other partner would read. Nothing is kept, and nobody is told."""
        sent = validated(NewShare, request)
        agreed = sharing.drawn_up(case_id, **sent, actor=self.actor)
        return Response(what_opens(self.case, agreed))

    @extend_schema(
        operation_id="cases_shares_end",
        request=None,
        responses={200: ShareSerializer, **problems(401, 403, 404, 406, 409)},
    )
    def end(self, request: Request, case_id: UUID, share_id: UUID) -> Response:
        """End a share, at once. One that belongs to a referral to the partner ends with that."""
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
    expires_at = serializers.DateTimeField(
        allow_null=True, help_text="Until then it may be accepted; null for offers of old."
    )
    decided_at = serializers.DateTimeField(allow_null=True)
    decline_reason = serializers.ChoiceField(choices=DeclineReason.choices, allow_null=True)
    version = serializers.IntegerField()


class TransferDetailSerializer(TransferSerializer):
    """The same, with what was said."""

    decline_words = serializers.SerializerMethodField()

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_decline_words(self, transfer: Transfer) -> str | None:
        # Sealed under the case's key: where the case went on, its new owner's and nobody else's.
        stayed = transfer.case.owner_id == transfer.from_partner_id
        return transfer.decline_words if stayed else None


class TransferFactsSerializer(serializers.Serializer[Transfer]):
    """What the other partner is told of a case that is offered to it."""

    from_partner = serializers.SlugField(source="from_partner.slug")
    to_partner = serializers.SlugField(source="to_partner.slug")
    kind = serializers.ChoiceField(source="case.kind", choices=CaseKind.choices)
    category = EntryField(Category, source="case.category_id")
    place = EntryField(Place, source="case.place_id")
    expires_at = serializers.DateTimeField()


class TransferPreviewSerializer(serializers.Serializer[Any]):
    """What the other partner sees before and after it accepts, and what stays with you."""

    before = TransferFactsSerializer()
    after = WhatOpensSerializer(help_text="All of it, and its rooms, become the other partner's.")
    kept = serializers.ListField(
        child=serializers.CharField(), help_text="Fields of the case that you keep for your numbers."
    )


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
        responses={200: TransferDetailSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, transfer_id: UUID) -> Response:
        """One offer."""
        return self._answer(transfer_id)

    @extend_schema(
        operation_id="cases_transfer",
        parameters=[IF_MATCH, VERSION],
        request=NewTransfer,
        responses={201: TransferDetailSerializer, **CREATE, **problems(412, 428)},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Offer the case to another partner for good."""
        sent = validated(NewTransfer, request)
        made = transfers.offer(
            case_id,
            to_partner=sent["partner"],
            expires_at=sent["expires_at"],
            expected=expected_version(request),
            actor=self.actor,
        )
        return self._answer(made.pk, status=201)

    @extend_schema(
        operation_id="cases_transfer_preview",
        request=NewTransfer,
        responses={200: TransferPreviewSerializer, **PREVIEW},
    )
    def preview(self, request: Request, case_id: UUID) -> Response:
        """Exactly what the other partner would see. Nothing is kept, and nobody is told."""
        sent = validated(NewTransfer, request)
        drawn = transfers.drawn_up(
            case_id, to_partner=sent["partner"], expires_at=sent["expires_at"], actor=self.actor
        )
        shown = {
            "before": TransferFactsSerializer(drawn).data,
            "after": what_opens(drawn.case, EVERYTHING),
            "kept": transfers.KEPT,
        }
        return Response(shown)

    @step("transfers_accept", gives=TransferDetailSerializer)
    def accept(self, request: Request, transfer_id: UUID) -> Response:
        """Take the case over: it gets your number and comes to your triage."""
        transfers.accept(transfer_id, expected=expected_version(request), actor=self.actor)
        return self._answer(transfer_id)

    @step("transfers_decline", takes=Refusal, gives=TransferDetailSerializer)
    def decline(self, request: Request, transfer_id: UUID) -> Response:
        """Say no, and why."""
        said = validated(Refusal, request)
        transfers.decline(transfer_id, **said, expected=expected_version(request), actor=self.actor)
        return self._answer(transfer_id)

    @step("transfers_recall", gives=TransferDetailSerializer)
    def recall(self, request: Request, transfer_id: UUID) -> Response:
        """Take the offer back."""
        transfers.recall(transfer_id, expected=expected_version(request), actor=self.actor)
        return self._answer(transfer_id)

    def _answer(self, transfer_id: UUID, status: int = 200) -> Response:
        found = self.get_queryset().select_related("data_key__partner_key").filter(pk=transfer_id).first()
        if found is None:
            raise NotFound()
        return Response(
            TransferDetailSerializer(found).data, status=status, headers={"ETag": etag(found.version)}
        )
