"""Which machines webhooks may reach."""

from django.conf import settings

from backend.common import hosts


def may_be_reached(address: hosts.Address) -> bool:
    """Public ones, and those in the networks that the installation's settings name for webhooks."""
    return hosts.may_be_reached(address, networks=settings.DOSJA_WEBHOOK_NETWORKS)
