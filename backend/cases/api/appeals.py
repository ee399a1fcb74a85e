"""What can follow an answer or its absence: appeals, and the bodies that can have the complaint next."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import CodeField, DeadlineRuleField, EntryField
from backend.cases.api.referrals import ReferralRoomViewSet, ReferralSerializer
from backend.cases.api.rooms import CREATE, CaseRoomViewSet
from backend.cases.models import InstitutionReferral
from backend.cases.services import appeals
from backend.cases.services.appeals import Appeal
from backend.cases.services.next_bodies import NextBody, next_bodies
from backend.cases.stages import NextReason
from backend.common.api import StrictSerializer, validated
from backend.common.languages import Language
from backend.common.problems import problems
from backend.directory.models import Institution
from backend.idempotency.api import idempotent


class NewAppeal(StrictSerializer):
    """What an appeal starts from; everything may be left out."""

    institution = CodeField(
        Institution, required=False, allow_null=True, help_text="Without it, the body that the law names."
    )
    letter = serializers.CharField(
        max_length=20_000, required=False, allow_blank=True, help_text="Without it, your letter template."
    )
    letter_language = serializers.ChoiceField(choices=Language.choices, required=False, allow_blank=True)
    letter_subject = serializers.CharField(max_length=300, required=False, allow_blank=True)
    deadline_rule = DeadlineRuleField(
        required=False, allow_null=True, help_text="Without it, the term by the same law; null: none."
    )
    late_reason = serializers.CharField(
        max_length=2_000, required=False, allow_blank=True, help_text="Needed when the time is over."
    )
    override_reason = serializers.CharField(
        max_length=2_000,
        required=False,
        allow_blank=True,
        help_text="A coordinator's reason to appeal without consent for this body.",
    )


class WhyNextSerializer(serializers.Serializer[Any]):
    """Why it can go there."""

    code = serializers.ChoiceField(choices=NextReason.choices)
    label = serializers.CharField()  # type: ignore[assignment]  # a field's own label is something else


class NextBodySerializer(serializers.Serializer[NextBody]):
    """A body that can have the complaint next."""

    institution = EntryField(Institution, source="institution.pk")
    why = serializers.SerializerMethodField()
    takes_anonymous = serializers.BooleanField(allow_null=True, help_text="null: not known.")
    consent = serializers.UUIDField(
        allow_null=True, help_text="The complainant's running consent for exactly this body; null: ask first."
    )
    lies_there = serializers.UUIDField(
        allow_null=True, help_text="A referral of this case that goes, or went, to this body."
    )
    deadline_rule = serializers.CharField(
        allow_null=True, help_text="The term in which it decides on an appeal, where the law is known."
    )
    appeal_until = serializers.DateField(allow_null=True, help_text="Last day of the time for an appeal.")

    @extend_schema_field(WhyNextSerializer(many=True))
    def get_why(self, body: NextBody) -> list[dict[str, str]]:
        return [{"code": reason.value, "label": str(reason.label)} for reason in body.why]


class AppealViewSet(ReferralRoomViewSet):
    """Appeals against a referral's answer, or its absence."""

    queryset, serializer_class = InstitutionReferral.objects.none(), ReferralSerializer

    @extend_schema(
        operation_id="cases_referrals_appeal",
        request=NewAppeal,
        responses={201: ReferralSerializer, **CREATE},
    )
    @idempotent
    def appeal(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Prepare an appeal: a draft of its own. Nothing leaves yet."""
        told = validated(NewAppeal, request)
        appeal = Appeal(**told, by_law="deadline_rule" not in told)
        made = appeals.prepare_appeal(case_id, referral_id, appeal=appeal, actor=self.actor)
        return self._answer(made.pk, status=201)


class NextBodyViewSet(CaseRoomViewSet):
    """Where a complaint can go after this institution."""

    queryset, serializer_class = InstitutionReferral.objects.none(), NextBodySerializer
    pagination_class = None

    @extend_schema(
        operation_id="cases_referrals_next_bodies_list",
        responses={200: NextBodySerializer(many=True), **problems(401, 403, 404, 406)},
    )
    def list(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country."""
        found: Any = next_bodies(case_id, referral_id, actor=self.actor)
        return Response(NextBodySerializer(found, many=True).data)
