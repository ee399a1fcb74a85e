"""Referrals to other partners: under their case, and as one list of what is asked of us and by us."""

from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.agreements import Refusal
from backend.cases.api.fields import (
    ChoiceOrNull,
    CodeField,
    EntryField,
    EntrySerializer,
    PartnerField,
    PersonField,
)
from backend.cases.api.opened import WhatOpensSerializer, what_opens
from backend.cases.api.rooms import CREATE, PREVIEW, READ, CaseRoomViewSet
from backend.cases.api.serializers import AllowedActionSerializer
from backend.cases.api.steps import step
from backend.cases.models import PartnerReferral
from backend.cases.partner_stages import (
    OUTCOMES,
    DeclineReason,
    PartnerReferralState,
    PartnerReferralVerb,
    ServiceOutcome,
    SharedField,
    Urgency,
)
from backend.cases.services import partner_permits, partner_referrals
from backend.cases.services.opened import Opened
from backend.cases.services.partner_referrals import Offer, concerning, opens_to_receiver
from backend.common.api import VERSION, StrictSerializer, etag, expected_version, validated, validated_query
from backend.common.errors import NotFound
from backend.common.languages import Language
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.directory import lookups
from backend.directory.models import Place
from backend.idempotency.api import idempotent
from backend.partners.actors import Actor
from backend.partners.api.base import ApiViewSet

DIRECTIONS = ("out", "in")
GIVEN = [(one.value, one.label) for one in OUTCOMES[PartnerReferralVerb.COMPLETE]]
NOT_GIVEN = [(one.value, one.label) for one in OUTCOMES[PartnerReferralVerb.NOT_COMPLETE]]


@extend_schema_field(EntrySerializer())
class NeedField(serializers.Field[Any, Any, Any, Any]):
    """Shows a need by its code, with its name in the reader's language, from memory."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: str) -> dict[str, str]:
        entry = next((one for one in lookups.needs.all() if one.code == value), None)
        return {"code": value, "name": entry.name if entry else value}


class AskedForSerializer(serializers.Serializer[PartnerReferral]):
    """What the other partner is told before it accepts: no name, no words, no reference number."""

    from_partner = serializers.SlugField(source="from_partner.slug")
    to_partner = serializers.SlugField(source="to_partner.slug")
    need = NeedField()
    place = EntryField(Place, source="place_id")
    language = serializers.ChoiceField(choices=Language.choices, help_text="That the person speaks.")
    urgency = serializers.ChoiceField(choices=Urgency.choices)
    fields = serializers.ListField(  # type: ignore[assignment]  # REST framework's own `fields` stays
        child=serializers.ChoiceField(choices=SharedField.choices),
        help_text="What of the case the acceptance opens.",
    )
    expires_at = serializers.DateTimeField()


class PartnerReferralRowSerializer(AskedForSerializer):
    """A referral in a list, to whichever side."""

    id = serializers.UUIDField()
    direction = serializers.SerializerMethodField(help_text="`out`: by you; `in`: you are asked.")
    case = serializers.SerializerMethodField(help_text="null while the case is not open to you.")
    state = serializers.ChoiceField(choices=PartnerReferralState.choices)
    offered_at = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)
    decline_reason = ChoiceOrNull(DeclineReason.choices)
    started_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    service_outcome = ChoiceOrNull(ServiceOutcome.choices)
    version = serializers.IntegerField()

    @extend_schema_field(serializers.ChoiceField(choices=DIRECTIONS))
    def get_direction(self, referral: PartnerReferral) -> str:
        return "out" if self._is_sender(referral) else "in"

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_case(self, referral: PartnerReferral) -> str | None:
        return str(referral.case_id) if self._reads(referral) else None

    def _is_sender(self, referral: PartnerReferral) -> bool:
        """Whether the caller stands where the case is; who stands on both sides reads as the sender does."""
        actor: Actor = self.context["actor"]
        owner = referral.case.owner_id
        if owner != referral.from_partner_id:
            return False
        # A room of the case, or a list that holds for a sender only what he reads.
        return bool(self.context.get("in_case")) or actor.may("read_complaints", owner)

    def _reads(self, referral: PartnerReferral) -> bool:
        return self._is_sender(referral) or opens_to_receiver(referral)


class PartnerReferralSerializer(PartnerReferralRowSerializer):
    """A referral in full, as far as your side reads it."""

    note = serializers.SerializerMethodField(help_text="Opened with the acceptance.")
    decline_words = serializers.SerializerMethodField()
    outcome_words = serializers.SerializerMethodField()
    override_reason = serializers.SerializerMethodField(
        help_text="Why it was referred without consent; for the sender."
    )
    offered_by = serializers.SerializerMethodField(help_text="For the sender, and while it is open to you.")
    allowed_actions = serializers.SerializerMethodField()

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_note(self, referral: PartnerReferral) -> str | None:
        return referral.note if self._reads(referral) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_decline_words(self, referral: PartnerReferral) -> str | None:
        return referral.decline_words if self._is_sender(referral) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_outcome_words(self, referral: PartnerReferral) -> str | None:
        return referral.outcome_words if self._is_sender(referral) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_override_reason(self, referral: PartnerReferral) -> str | None:
        return referral.override_reason if self._is_sender(referral) else None

    @extend_schema_field(PersonField())
    def get_offered_by(self, referral: PartnerReferral) -> dict[str, str] | None:
        person = referral.offered_by if self._reads(referral) else None
        return {"id": str(person.pk), "name": person.name} if person else None

    @extend_schema_field(AllowedActionSerializer(many=True))
    def get_allowed_actions(self, referral: PartnerReferral) -> Any:
        allowed: Any = partner_permits.allowed_on(referral, self.context["actor"])
        return AllowedActionSerializer(allowed, many=True).data


class AfterAcceptanceSerializer(WhatOpensSerializer):
    """What acceptance opens, with what you tell."""

    note = serializers.CharField(allow_null=True)


class PartnerReferralPreviewSerializer(serializers.Serializer[Any]):
    """Exactly what the other partner would see."""

    before = AskedForSerializer()
    after = AfterAcceptanceSerializer()
    agreed = serializers.BooleanField(help_text="The complainant agreed to this partner.")


class NewPartnerReferral(StrictSerializer):
    """What is asked of whom, and what it will read if it accepts."""

    partner = PartnerField(help_text="Slug of the partner that is asked.")
    need = serializers.CharField(max_length=60, help_text="Code of a need of the directory.")
    place = CodeField(
        Place, required=False, allow_null=True, default=None, help_text="The area; as wide as is safe."
    )
    language = serializers.ChoiceField(choices=Language.choices, help_text="That the person speaks.")
    urgency = serializers.ChoiceField(choices=Urgency.choices, required=False, default=Urgency.ROUTINE)
    fields = serializers.ListField(  # type: ignore[assignment]
        child=serializers.ChoiceField(choices=SharedField.choices),
        max_length=len(SharedField),
        help_text="What of the case opens when it is accepted.",
    )
    note = serializers.CharField(
        max_length=4_000, required=False, allow_blank=True, default="", help_text="Read after acceptance."
    )
    override_reason = serializers.CharField(
        max_length=2_000,
        required=False,
        allow_blank=True,
        default="",
        help_text="A coordinator's reason to refer without the complainant's consent.",
    )
    expires_at = serializers.DateTimeField(
        required=False, allow_null=True, default=None, help_text="Without it, in 14 days; at most 90."
    )


class _ServiceEnd(StrictSerializer):
    words = serializers.CharField(
        max_length=4_000,
        required=False,
        allow_blank=True,
        default="",
        help_text="Read by the partner that asked; needed for `other`.",
    )


class ServiceGiven(_ServiceEnd):
    """What came of it."""

    outcome = serializers.ChoiceField(choices=GIVEN)


class ServiceNotGiven(_ServiceEnd):
    """Why nothing came of it."""

    outcome = serializers.ChoiceField(choices=NOT_GIVEN)


class PartnerReferralQuery(StrictSerializer):
    """How the list is narrowed."""

    direction = serializers.ChoiceField(choices=DIRECTIONS, required=False)
    state = serializers.MultipleChoiceField(
        choices=PartnerReferralState.choices, required=False, allow_empty=False
    )
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)


class InOrderOffered(KeysetPagination):
    """As they were offered, oldest first."""

    ordering = ("offered_at", "pk")


class NewestOffers(KeysetPagination):
    ordering = ("-offered_at", "pk")


class PartnerReferralRoomViewSet(ListModelMixin, CaseRoomViewSet):
    """The referrals of one case to other partners."""

    queryset, serializer_class = PartnerReferral.objects.none(), PartnerReferralRowSerializer
    pagination_class = InOrderOffered

    def get_queryset(self) -> QuerySet[PartnerReferral]:
        # Of those that an earlier owner made, a new one learns nothing.
        found = self.case.partner_referrals.filter(from_partner=F("case__owner"))
        return found.select_related("case", "from_partner", "to_partner")

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor, "in_case": True}

    @extend_schema(
        operation_id="cases_partner_referrals_list",
        responses={200: PartnerReferralRowSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Which partners were asked, and what came of it; oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_partner_referrals_create",
        parameters=[VERSION],
        request=NewPartnerReferral,
        responses={201: PartnerReferralSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Ask another partner to help. Until it accepts it learns need, area, language and urgency."""
        made = partner_referrals.offer(case_id, offer=_offer(request), actor=self.actor)
        return answer(made.pk, self.actor, status=201)

    @extend_schema(
        operation_id="cases_partner_referrals_preview",
        request=NewPartnerReferral,
        responses={200: PartnerReferralPreviewSerializer, **PREVIEW},
    )
    def preview(self, request: Request, case_id: UUID) -> Response:
        """Exactly what the other partner would see before and after it accepts. Nothing is kept."""
        drawn = partner_referrals.drawn_up(case_id, offer=_offer(request), actor=self.actor)
        opened = Opened(frozenset(drawn.fields))
        shown = {
            "before": AskedForSerializer(drawn).data,
            "after": {**what_opens(drawn.case, opened), "note": drawn.note},
            "agreed": drawn.consent is not None,
        }
        return Response(shown)


class PartnerReferralViewSet(ListModelMixin, ApiViewSet):
    """Referrals between partners that concern you: asked of you, and asked by you."""

    queryset, serializer_class = PartnerReferral.objects.none(), PartnerReferralRowSerializer
    pagination_class, filter_backends, narrowed = NewestOffers, (), frozenset({"list"})

    @extend_schema(
        operation_id="partner_referrals_list",
        parameters=[PartnerReferralQuery],
        responses={200: PartnerReferralRowSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """Both boxes, newest first; `direction=in` is what waits for you or is yours to give."""
        query = validated_query(PartnerReferralQuery, request)
        found = concerning(self.actor)
        if "state" in query:
            found = found.filter(state__in=query["state"])
        if "direction" in query:
            mine = self.actor.partners_with("read_complaints")
            side = "from_partner__in" if query["direction"] == "out" else "to_partner__in"
            found = found.filter(**{side: mine})
        page: Any = self.paginate_queryset(found)
        rows = PartnerReferralRowSerializer(page, many=True, context={"actor": self.actor})
        return self.get_paginated_response(rows.data)

    @extend_schema(
        operation_id="partner_referrals_retrieve",
        parameters=[VERSION],
        responses={200: PartnerReferralSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, referral_id: UUID) -> Response:
        """One referral with what you may do next."""
        return answer(referral_id, self.actor)

    @step("partner_referrals_accept", gives=PartnerReferralSerializer)
    def accept(self, request: Request, referral_id: UUID) -> Response:
        """Take the person on. What was agreed of the case opens to you."""
        return self._did(partner_referrals.accept)

    @step("partner_referrals_decline", takes=Refusal, gives=PartnerReferralSerializer)
    def decline(self, request: Request, referral_id: UUID) -> Response:
        """Say no, and why."""
        return self._did(partner_referrals.decline, **validated(Refusal, request))

    @step("partner_referrals_recall", gives=PartnerReferralSerializer)
    def recall(self, request: Request, referral_id: UUID) -> Response:
        """Take it back. What was open to the other partner closes at once."""
        return self._did(partner_referrals.recall)

    @step("partner_referrals_start_service", gives=PartnerReferralSerializer)
    def start_service(self, request: Request, referral_id: UUID) -> Response:
        """The service began."""
        return self._did(partner_referrals.start_service)

    @step("partner_referrals_complete", takes=ServiceGiven, gives=PartnerReferralSerializer)
    def complete(self, request: Request, referral_id: UUID) -> Response:
        """The service was given. The case closes to you; the partner that asked reads the outcome."""
        return self._finished(PartnerReferralVerb.COMPLETE, ServiceGiven)

    @step("partner_referrals_not_complete", takes=ServiceNotGiven, gives=PartnerReferralSerializer)
    def not_complete(self, request: Request, referral_id: UUID) -> Response:
        """The service was not given. The case closes to you; the partner that asked reads why."""
        return self._finished(PartnerReferralVerb.NOT_COMPLETE, ServiceNotGiven)

    def _finished(self, verb: PartnerReferralVerb, shape: type[StrictSerializer]) -> Response:
        said = validated(shape, self.request)
        outcome = ServiceOutcome(said.pop("outcome"))
        return self._did(
            lambda referral_id, **rest: partner_referrals.finish(verb, referral_id, outcome=outcome, **rest),
            **said,
        )

    def _did(self, service: Any, **given: Any) -> Response:
        referral_id = self.kwargs["referral_id"]
        service(referral_id, **given, expected=expected_version(self.request), actor=self.actor)
        return answer(referral_id, self.actor)


def answer(referral_id: UUID, actor: Actor, status: int = 200) -> Response:
    """One referral as the actor's side reads it. Raises NotFound."""
    around = ("data_key__partner_key", "offered_by", "consent")
    found = concerning(actor).select_related(*around).filter(pk=referral_id).first()
    if found is None:
        raise NotFound()
    shown = PartnerReferralSerializer(found, context={"actor": actor}).data
    return Response(shown, status=status, headers={"ETag": etag(found.version)})


def _offer(request: Request) -> Offer:
    sent = validated(NewPartnerReferral, request)
    return Offer(to_partner=sent.pop("partner"), **sent)
