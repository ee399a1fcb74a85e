"""Rules of webhooks that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, TooMany


class WebhookOff(Conflict):
    code = "webhook.off"
    title = _("This webhook is switched off. Switch it on first.")


class TooManyWebhooks(Conflict):
    """`most` says how many there may be."""

    code = "webhook.too_many"
    title = _("Your organisation has as many webhooks as it may have. Take one away first.")


class DeliveryWithheld(Conflict):
    code = "webhook.withheld"
    title = _("This case may not leave by webhook any more.")


class TooManyTrials(TooMany):
    code = "webhook.too_many_trials"
    title = _("This was tried often within an hour. Please wait.")
