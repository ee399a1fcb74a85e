"""How webhooks and their deliveries look on the wire."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.fields import ChoiceOrNull, PersonField
from backend.common.api import StrictSerializer
from backend.webhooks import addresses
from backend.webhooks.models import LONGEST_DESCRIPTION, WebhookDelivery, WebhookEndpoint, WebhookTry
from backend.webhooks.stages import (
    OVERLAP_HOURS,
    PING,
    DeliveryProblem,
    DeliveryState,
    EventType,
    OffReason,
)

SENT = [*EventType.choices, (PING, "A trial")]


class WebhookSerializer(serializers.Serializer[WebhookEndpoint]):
    """An address of a program of yours that is told of events. Its secrets are in no answer."""

    id = serializers.UUIDField()
    address = serializers.CharField()
    description = serializers.CharField()
    events = serializers.ListField(child=serializers.ChoiceField(choices=EventType.choices))
    is_on = serializers.BooleanField()
    off_because = ChoiceOrNull(OffReason.choices)
    off_at = serializers.DateTimeField(allow_null=True)
    last_success_at = serializers.DateTimeField(allow_null=True)
    failing_since = serializers.DateTimeField(
        allow_null=True, help_text="When the first of the failures came that no success followed."
    )
    previous_secret_until = serializers.DateTimeField(
        source="previous_until", allow_null=True, help_text="Until then the old secret signs, too."
    )
    created_by = PersonField()
    created_at = serializers.DateTimeField()
    version = serializers.IntegerField()


class WebhookWithSecretSerializer(WebhookSerializer):
    """The same with its secret, which no other answer shows."""

    secret = serializers.CharField(help_text="`whsec_` and 32 bytes in Base64, as Standard Webhooks has it.")


class NewWebhook(StrictSerializer):
    """Where to, and what of."""

    address = serializers.CharField(
        max_length=addresses.LONGEST, help_text="Begins with `https://`; in no private network."
    )
    description = serializers.CharField(
        max_length=LONGEST_DESCRIPTION, allow_blank=True, required=False, default=""
    )
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=EventType.choices),
        min_length=1,
        max_length=len(EventType),
    )


class WebhookChanges(StrictSerializer):
    """What changes; send only that."""

    address = serializers.CharField(max_length=addresses.LONGEST, required=False)
    description = serializers.CharField(max_length=LONGEST_DESCRIPTION, allow_blank=True, required=False)
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=EventType.choices),
        min_length=1,
        max_length=len(EventType),
        required=False,
    )
    is_on = serializers.BooleanField(required=False, help_text="What happens while it is off is never told.")


class SecretRotation(StrictSerializer):
    """How long the old secret signs beside the new one; 0 where it is known to somebody."""

    overlap_hours = serializers.IntegerField(
        required=False, min_value=0, max_value=168, default=OVERLAP_HOURS
    )


class WebhookDeliveryQuery(StrictSerializer):
    """How the log is narrowed."""

    state = serializers.ChoiceField(choices=DeliveryState.choices, required=False)
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)


class WebhookTrySerializer(serializers.Serializer[WebhookTry]):
    """How one try went."""

    at = serializers.DateTimeField()
    status = serializers.IntegerField(allow_null=True, help_text="The number of the answer, if one came.")
    problem = ChoiceOrNull(DeliveryProblem.choices)
    milliseconds = serializers.IntegerField()


class WebhookDeliverySerializer(serializers.Serializer[WebhookDelivery]):
    """A message on its way or arrived."""

    id = serializers.UUIDField()
    message_id = serializers.CharField(help_text="The `webhook-id` of every try.")
    event = serializers.ChoiceField(choices=SENT)
    state = serializers.ChoiceField(choices=DeliveryState.choices)
    tries = serializers.IntegerField()
    next_try_at = serializers.DateTimeField(allow_null=True)
    delivered_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()


class WebhookDeliveryDetailSerializer(WebhookDeliverySerializer):
    """The same with every try."""

    attempts = WebhookTrySerializer(many=True)
    body = serializers.SerializerMethodField(
        help_text="The bytes as they were sent; null where you do not see the case."
    )

    @extend_schema_field({"type": ["string", "null"]})
    def get_body(self, delivery: WebhookDelivery) -> Any:
        return bytes(delivery.body).decode() if self.context.get("sees_case") else None
