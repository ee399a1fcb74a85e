"""Shapes of what callers send to agree with another partner: a share, a hand-over, a refusal."""

from rest_framework import serializers

from backend.cases.api.fields import PartnerField
from backend.cases.partner_stages import DeclineReason, SharedField
from backend.common.api import StrictSerializer


class NewShare(StrictSerializer):
    """With whom, how much, until when."""

    partner = PartnerField(help_text="Slug of the partner that may read the case.")
    fields = serializers.ListField(  # type: ignore[assignment]
        child=serializers.ChoiceField(choices=SharedField.choices),
        max_length=len(SharedField),
        required=False,
        allow_null=True,
        default=None,
        help_text="What was agreed; null or left out: everything that is read in a case.",
    )
    ends_at = serializers.DateTimeField(required=False, allow_null=True, default=None)


class NewTransfer(StrictSerializer):
    """Who is asked to take the case, and until when."""

    partner = PartnerField(help_text="Slug of the partner that is asked to take the case.")
    expires_at = serializers.DateTimeField(
        required=False, allow_null=True, default=None, help_text="Without it, in 14 days; at most 90."
    )


class Refusal(StrictSerializer):
    """Why you say no."""

    reason = serializers.ChoiceField(choices=DeclineReason.choices)
    words = serializers.CharField(
        max_length=2_000,
        required=False,
        allow_blank=True,
        default="",
        help_text="Read by the partner that offered; needed for `other`. Without names.",
    )
