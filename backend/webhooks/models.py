"""Where a partner's programs are told of events, what was told them, and how each try went."""

import uuid

from django.db import models

from backend.cases.models import CaseEvent
from backend.common import clock
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User
from backend.webhooks import addresses
from backend.webhooks.querysets import WebhookDeliveryQuerySet, WebhookEndpointQuerySet
from backend.webhooks.stages import DeliveryProblem, DeliveryState, OffReason

LONGEST_DESCRIPTION = 200


class WebhookEndpoint(models.Model):
    """An address of a partner's program. Address and secrets lie sealed under a key of its own: addresses of
    such services often carry a password."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    address = EncryptedTextField(max_length=addresses.LONGEST)
    description = models.CharField(max_length=LONGEST_DESCRIPTION, blank=True)
    events = models.JSONField(default=list)
    secret = EncryptedTextField(max_length=100)
    # Signs beside the new one until then, so that the receiver can change over in peace.
    previous_secret = EncryptedTextField(max_length=100, null=True, blank=True)
    previous_until = models.DateTimeField(null=True)
    is_on = models.BooleanField(default=True)
    # What happened before is not told: neither before it was there, nor while it was off.
    on_since = models.DateTimeField(default=clock.now)
    off_because = models.CharField(max_length=10, choices=OffReason.choices, blank=True)
    off_at = models.DateTimeField(null=True)
    last_success_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    # After several failures in a row its queue rests: it must not keep the workers from the others.
    rests_until = models.DateTimeField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    objects = WebhookEndpointQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("partner", "created_at", "id"), name="webhook_page"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(is_on=True, off_because="", off_at__isnull=True)
                | (models.Q(is_on=False, off_at__isnull=False) & ~models.Q(off_because="")),
                name="off_webhook_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"webhook {self.pk}"


class WebhookDelivery(models.Model):
    """One message to one endpoint. Id and bytes are made once: every try sends the same."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", db_index=False
    )
    # Without: a trial. A case that is erased takes along what was told of it.
    case_event = models.ForeignKey(CaseEvent, on_delete=models.CASCADE, null=True, related_name="+")
    message_id = models.CharField(max_length=40, unique=True)
    event = models.CharField(max_length=40)
    body = models.BinaryField()
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    tries = models.PositiveIntegerField(default=0)
    # Tries since it was made or sent again: they say how long the next pause is.
    round = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=clock.now, null=True)
    delivered_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(fields=("endpoint", "-created_at", "-id"), name="webhook_delivery_page"),
            # Nearly all have arrived; those on the way are looked for twice a minute.
            models.Index(
                fields=("endpoint", "next_try_at"),
                condition=models.Q(state=DeliveryState.WAITING),
                name="webhook_delivery_waiting",
            ),
            models.Index(fields=("created_at",), name="webhook_delivery_age"),
        )
        constraints = (
            # An event is found more than once, because its number is visible before it is final.
            models.UniqueConstraint(fields=("endpoint", "case_event", "event"), name="one_delivery_an_event"),
            models.CheckConstraint(
                condition=models.Q(state=DeliveryState.WAITING, next_try_at__isnull=False)
                | (~models.Q(state=DeliveryState.WAITING) & models.Q(next_try_at__isnull=True)),
                name="waiting_delivery_has_a_moment",
            ),
        )

    def __str__(self) -> str:
        return f"delivery {self.message_id}"


class WebhookTry(models.Model):
    """One try: a number and a code, nothing that the other side said."""

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField(default=clock.now)
    status = models.PositiveSmallIntegerField(null=True)
    problem = models.CharField(max_length=20, choices=DeliveryProblem.choices, blank=True)
    milliseconds = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        ordering = ("id",)

    def __str__(self) -> str:
        return f"try {self.pk}"


class WebhookWatch(models.Model):
    """How far the story of all cases was looked at. One row."""

    name = models.CharField(max_length=20, unique=True)
    event_id = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"watch {self.name}"
