"""What has to be looked at before a referral leaves: the complainant's words, and what was found."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.letters import RunSerializer
from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import InstitutionReferral
from backend.cases.services.annexes import PART_CHOICES
from backend.cases.services.redaction import Finding, Part, Redaction, redaction_of
from backend.cases.stages import FindingKind, HidingReason
from backend.common.languages import Language
from backend.common.problems import problems


class HiddenPlaceSerializer(serializers.Serializer[Any]):
    """A stretch that is blacked out."""

    part = serializers.ChoiceField(choices=PART_CHOICES)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    reason = serializers.ChoiceField(choices=HidingReason.choices)


class RedactedPartSerializer(serializers.Serializer[Part]):
    """A part of the complainant's words: whole for you, and as it leaves."""

    text = serializers.CharField(trim_whitespace=False)
    hidden = HiddenPlaceSerializer(many=True)
    leaves = RunSerializer(many=True)


class FindingSerializer(serializers.Serializer[Finding]):
    """Something that looks like personal data. Not everything that is one is found."""

    where = serializers.CharField(
        help_text="As in the dossier: `parts.0.letter`, `attachments.1.title`, `annex.narrative` …"
    )
    kind = serializers.ChoiceField(choices=FindingKind.choices)
    label = serializers.CharField(source="kind.label")  # type: ignore[assignment]  # no field's own label
    start = serializers.IntegerField(help_text="In Unicode characters; of an annex, in the whole words.")
    end = serializers.IntegerField()
    text = serializers.CharField(trim_whitespace=False)


class RedactionSerializer(serializers.Serializer[Redaction]):
    """Look at this, then confirm it by its digest."""

    include = serializers.BooleanField(help_text="The complainant's own words go along.")
    language = serializers.ChoiceField(choices=Language.choices)
    narrative = RedactedPartSerializer()
    wish = RedactedPartSerializer()
    findings = FindingSerializer(many=True)
    digest = serializers.CharField(
        help_text="Names all of this. Send it as `findings_seen` with `redaction_checked`."
    )


class RedactionViewSet(CaseRoomViewSet):
    """What leaves, looked through."""

    queryset, serializer_class = InstitutionReferral.objects.none(), RedactionSerializer
    pagination_class = None

    @extend_schema(
        operation_id="cases_referrals_redaction_retrieve",
        responses={200: RedactionSerializer, **problems(401, 403, 404, 406, 409)},
    )
    def retrieve(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """The complainant's words with what is blacked out, and what looks like personal data in all that
        leaves. The pages themselves are under `letter/`."""
        found = redaction_of(case_id, referral_id, actor=self.actor)
        return Response(RedactionSerializer(found).data)
