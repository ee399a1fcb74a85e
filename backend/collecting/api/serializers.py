"""How accesses, and what came through them, look on the wire."""

from typing import Any

from rest_framework import serializers

from backend.cases.api.fields import PersonField
from backend.collecting.models import LONGEST_NAME, FieldAccess, Submission
from backend.common.api import StrictSerializer
from backend.intake.api.serializers import TextField


class FieldAccessSerializer(serializers.Serializer[FieldAccess]):
    """An access with which somebody collects complaints in the field. Its password is in no answer."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="membership.user.name")
    user_name = serializers.CharField()
    last_used_on = serializers.DateField(allow_null=True, help_text="The day, and never the moment.")
    made_by = PersonField()
    made_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(source="membership.ended_at", allow_null=True)
    version = serializers.IntegerField(source="membership.version")


class NewFieldAccessSerializer(StrictSerializer):
    """For whom or what it is. The name stands in the audit trail: name the telephone or the round."""

    name = TextField(max_length=LONGEST_NAME)


class FieldAccessSecretSerializer(FieldAccessSerializer):
    """The only answer that holds the password: afterwards only its hash is known here."""

    password = serializers.CharField()
    address = serializers.CharField(help_text="The server's address, as ODK Collect asks for it.")
    kobo_address = serializers.CharField(help_text="The endpoint of a REST service in KoboToolbox.")
    collect_settings = serializers.CharField(
        help_text="All of it as ODK Collect reads it from a QR code: JSON, deflated, in Base64."
    )


class CollectedSerializer(serializers.Serializer[Submission]):
    """A complaint that was collected in the field."""

    id = serializers.UUIDField()
    case = serializers.SerializerMethodField()
    reference = serializers.SerializerMethodField()
    access = serializers.CharField(source="access.membership.user.name", help_text="The access's name.")
    arrived_at = serializers.DateTimeField()
    files_missing = serializers.SerializerMethodField(help_text="Named in the form, and not here yet.")
    receipt_given_at = serializers.DateTimeField(
        allow_null=True, help_text="Null until somebody draws the receipt for the complainant."
    )

    def get_case(self, submission: Submission) -> str:
        return str(self._case(submission).pk)

    def get_reference(self, submission: Submission) -> str:
        return str(self._case(submission).reference)

    def get_files_missing(self, submission: Submission) -> int:
        here: int = submission.files_here  # type: ignore[attr-defined]  # of the queryset
        return max(0, submission.files_named - here)

    def _case(self, submission: Submission) -> Any:
        return self.context["cases"][submission.complaint_id]
