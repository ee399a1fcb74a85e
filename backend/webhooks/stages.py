"""What webhooks tell of, and what may become of a delivery: stable codes."""

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventType(models.TextChoices):
    """What happened. Ids and codes are all that is told of it."""

    CASE_RECEIVED = "case.received", _("A case was opened")
    CASE_STATE_CHANGED = "case.state_changed", _("A case came to another state")
    REFERRAL_STATE_CHANGED = (
        "referral.state_changed",
        _("A referral to an institution came to another state"),
    )
    ANSWER_ARRIVED = "referral.answer_arrived", _("An institution's answer arrived")
    PARTNER_REFERRAL_STATE_CHANGED = (
        "partner_referral.state_changed",
        _("A referral to another partner came to another state"),
    )
    MESSAGE_RECEIVED = "message.received", _("A complainant wrote")
    TASK_OPENED = "task.opened", _("Somebody wrote down a task")
    TASK_ENDED = "task.ended", _("A task was done or dropped by somebody")


PING: Final = "ping"
"""What a trial sends; nobody subscribes to it."""


class OffReason(models.TextChoices):
    BY_HAND = "by_hand", _("Somebody switched it off.")
    FAILING = "failing", _("Nothing arrived for five days.")
    GONE = "gone", _("The address said that it is gone for good.")


class DeliveryState(models.TextChoices):
    WAITING = "waiting", _("On its way")
    DELIVERED = "delivered", _("Delivered")
    FAILED = "failed", _("Given up")
    WITHHELD = "withheld", _("Withheld")


class DeliveryProblem(models.TextChoices):
    """Why a try failed. What the other side said is kept nowhere."""

    STATUS = "status", _("The address answered with an error.")
    REDIRECTED = "redirected", _("The address leads elsewhere; webhooks do not follow.")
    NOT_ALLOWED = "host_not_allowed", _("The address lies in a network that may not be reached from here.")
    UNREACHABLE = "unreachable", _("Nobody answers at the address.")
    TIMEOUT = "timeout", _("No answer came within ten seconds.")
    TLS = "tls_failed", _("The encrypted connection failed: the certificate may be wrong.")
    PROTOCOL = "protocol", _("What answered there is no web server.")


DELAYS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=12),
    timedelta(hours=18),
)
"""After each failed try; with the first, ten tries in about two days."""
FAILING_AT_MOST: Final = timedelta(days=5)
FEWEST_FAILURES: Final = len(DELAYS) + 1
"""One bad moment after a quiet week switches nothing off."""
KEPT_FOR: Final = timedelta(days=30)
OVERLAP_HOURS: Final = 24
MOST_ENDPOINTS: Final = 10
