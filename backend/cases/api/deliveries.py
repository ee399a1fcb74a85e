"""How a letter is brought to its institution: by mail, by post, in person, through a portal."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import PersonField
from backend.cases.api.rooms import CREATE, CaseRoomViewSet
from backend.cases.api.steps import step
from backend.cases.models import Delivery, InstitutionReferral
from backend.cases.services import deliveries
from backend.cases.services.deliveries import Leaving
from backend.cases.services.guidance import guidance_for
from backend.cases.stages import DeliveryFailure, DeliveryState, DeliveryVerb
from backend.common.api import VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.errors import NotAllowed, NotFound
from backend.common.problems import problems
from backend.correspondence.models import Dispatch
from backend.correspondence.stages import DispatchState
from backend.directory.kinds import ChannelKind
from backend.directory.models import InstitutionChannel
from backend.idempotency.api import idempotent

_READ = problems(400, 401, 403, 404, 406)
_MOST_PROOFS = 10


class DispatchSerializer(serializers.Serializer[Dispatch]):
    """The mail of a delivery."""

    state = serializers.ChoiceField(choices=DispatchState.choices)
    to_address = serializers.EmailField()
    message_id = serializers.CharField()
    attempts = serializers.IntegerField()
    next_try_at = serializers.DateTimeField(allow_null=True, help_text="About then; null: never.")
    smtp_status = serializers.CharField(help_text="What the server said last, as numbers.")
    handed_over_at = serializers.DateTimeField(allow_null=True)
    sent_at = serializers.DateTimeField(allow_null=True)
    bounced_at = serializers.DateTimeField(allow_null=True)


class UsedChannelSerializer(serializers.Serializer[InstitutionChannel]):
    """The way to the institution, as the directory has it."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=ChannelKind.choices)
    value = serializers.CharField()
    confirmed_on = serializers.DateField(allow_null=True)
    problem_since = serializers.DateField(allow_null=True)


class DeliveryRowSerializer(serializers.Serializer[Delivery]):
    """One attempt to bring the letter there."""

    id = serializers.UUIDField()
    channel = serializers.ChoiceField(choices=InstitutionReferral.Channel.choices)
    institution_channel = UsedChannelSerializer(allow_null=True)
    state = serializers.ChoiceField(choices=DeliveryState.choices)
    dispatch = DispatchSerializer(allow_null=True)
    sent_on = serializers.DateField(allow_null=True)
    tracking_number = serializers.CharField()
    problem = serializers.CharField(help_text="A code; empty where there is none.")
    words = serializers.CharField(allow_null=True, help_text="Why there is no proof, or what went wrong.")
    proofs = serializers.SerializerMethodField(help_text="Files of the case that prove it.")
    created_by = PersonField()
    created_at = serializers.DateTimeField()
    version = serializers.IntegerField()
    allowed_actions = serializers.SerializerMethodField()

    def get_proofs(self, delivery: Delivery) -> list[UUID]:
        return [proof.pk for proof in delivery.proofs.all()]

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=DeliveryVerb.choices)))
    def get_allowed_actions(self, delivery: Delivery) -> list[str]:
        return deliveries.allowed(delivery, self.context["actor"])


class StepSerializer(serializers.Serializer[Any]):
    """One thing to do, or to know."""

    code = serializers.CharField()
    text = serializers.CharField()


class EnclosedSerializer(serializers.Serializer[Any]):
    """A file that goes along. The letter is at `letter/`, a file's clean copy at `files/{file}/clean/`."""

    name = serializers.CharField()
    title = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    file = serializers.UUIDField(allow_null=True)


class CopyFieldSerializer(serializers.Serializer[Any]):
    """A text to be copied into a field of the portal."""

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field's own label is something else
    value = serializers.CharField()


class GuidanceSerializer(serializers.Serializer[Any]):
    """What to do, in your language."""

    recipient = serializers.CharField()
    address_lines = serializers.ListField(child=serializers.CharField())
    address = serializers.CharField(help_text="E-mail, counter or web site, as the directory has it.")
    steps = StepSerializer(many=True)
    warnings = StepSerializer(many=True)
    enclosed = EnclosedSerializer(many=True)
    fields = CopyFieldSerializer(many=True)  # type: ignore[assignment]  # likewise


class DeliverySerializer(DeliveryRowSerializer):
    """An attempt, with what a person does for it."""

    guidance = serializers.SerializerMethodField(help_text="null where the letter was taken back.")

    @extend_schema_field(GuidanceSerializer(allow_null=True))
    def get_guidance(self, delivery: Delivery) -> Any:
        found: Any = guidance_for(delivery)
        return GuidanceSerializer(found).data if found else None


class NewDelivery(StrictSerializer):
    """By which way. A mail leaves at once."""

    channel = serializers.ChoiceField(choices=InstitutionReferral.Channel.choices)
    institution_channel = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="Of the directory; without one, the surest."
    )


class DeliverySent(StrictSerializer):
    """When it left, and what proves it."""

    sent_on = serializers.DateField()
    tracking_number = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    proofs = serializers.ListField(
        child=serializers.UUIDField(),
        max_length=_MOST_PROOFS,
        required=False,
        default=list,
        help_text="Files of the case, uploaded before: the postal receipt, the stamped copy.",
    )
    no_proof_reason = serializers.CharField(
        max_length=2_000,
        required=False,
        allow_blank=True,
        default="",
        help_text="Needed for the post and in person where there is no file.",
    )


class DeliveryFailed(StrictSerializer):
    """Why it did not arrive."""

    reason = serializers.ChoiceField(choices=DeliveryFailure.choices)
    words = serializers.CharField(
        max_length=2_000, required=False, allow_blank=True, default="", help_text="Needed for `other`."
    )


class DeliveryViewSet(ListModelMixin, CaseRoomViewSet):
    """The deliveries of one referral, for those who write or approve letters."""

    queryset, serializer_class = Delivery.objects.none(), DeliveryRowSerializer

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if not self.case.referrals.filter(pk=kwargs["referral_id"]).exists():
            raise NotFound()
        owner = self.case.owner_id
        if not any(self.actor.may(name, owner) for name in ("refer_cases", "approve_referrals")):
            raise NotAllowed()

    def get_queryset(self) -> QuerySet[Delivery]:
        of_this = Delivery.objects.filter(referral=self.kwargs["referral_id"], referral__case=self.case)
        around = ("referral__case", "institution_channel", "dispatch", "created_by")
        keys = ("data_key__partner_key", "dossier__data_key__partner_key")
        return of_this.select_related(*around, *keys).prefetch_related("proofs")

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor}

    @extend_schema(
        operation_id="cases_referrals_deliveries_list",
        responses={200: DeliveryRowSerializer(many=True), **_READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The attempts, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_referrals_deliveries_create",
        request=NewDelivery,
        responses={201: DeliverySerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Bring the letter on its way. A mail leaves at once; for the rest, see `guidance`."""
        leaving = Leaving(**validated(NewDelivery, request))
        made = deliveries.begin(case_id, referral_id, leaving=leaving, actor=self.actor)
        return self._answer(made.pk, status=201)

    @extend_schema(
        operation_id="cases_referrals_deliveries_retrieve",
        parameters=[VERSION],
        responses={200: DeliverySerializer, **_READ},
    )
    def retrieve(self, request: Request, case_id: UUID, referral_id: UUID, delivery_id: UUID) -> Response:
        """One attempt, with what to do."""
        return self._answer(delivery_id)

    @step("cases_referrals_deliveries_sent", takes=DeliverySent, gives=DeliverySerializer)
    def sent(self, request: Request, **ids: UUID) -> Response:
        """Record that it left. The institution's term starts."""
        return self._did(deliveries.record_sent, **validated(DeliverySent, request))

    @step("cases_referrals_deliveries_failed", takes=DeliveryFailed, gives=DeliverySerializer)
    def failed(self, request: Request, **ids: UUID) -> Response:
        """Record that it did not arrive, or that an unclear mail did not leave."""
        return self._did(deliveries.record_failed, **validated(DeliveryFailed, request))

    @step("cases_referrals_deliveries_left", gives=DeliverySerializer)
    def left(self, request: Request, **ids: UUID) -> Response:
        """Say that an unclear mail left."""
        return self._did(deliveries.say_left)

    @step("cases_referrals_deliveries_send_again", gives=DeliverySerializer)
    def send_again(self, request: Request, **ids: UUID) -> Response:
        """Let an unclear mail leave once more, at the risk that it arrives twice."""
        return self._did(deliveries.send_again)

    @step("cases_referrals_deliveries_cancel", gives=DeliverySerializer)
    def cancel(self, request: Request, **ids: UUID) -> Response:
        """Stop it before it leaves."""
        return self._did(deliveries.cancel)

    def _did(self, service: Any, **given: Any) -> Response:
        ids = [self.kwargs[name] for name in ("case_id", "referral_id", "delivery_id")]
        changed = service(*ids, **given, expected=expected_version(self.request), actor=self.actor)
        return self._answer(changed.pk)

    def _answer(self, delivery_id: UUID, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=delivery_id).first()
        if found is None:
            raise NotFound()
        shown = DeliverySerializer(found, context=self.get_serializer_context()).data
        return Response(shown, status=status, headers={"ETag": etag(found.version)})
