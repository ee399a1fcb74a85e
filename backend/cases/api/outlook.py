"""Before a referral is begun: where a case can go, and what would stand in the way there."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.deliveries import UsedChannelSerializer
from backend.cases.api.fields import CodeField, EntryField, EntrySerializer, PersonSerializer, shown_entry
from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import InstitutionReferral
from backend.cases.services.outlook import Outlook, Term, outlook
from backend.cases.services.suggestions import Suggestion, suggestions
from backend.cases.stages import DestinationReason
from backend.common.api import StrictSerializer, validated_query
from backend.common.errors import Problem
from backend.common.languages import Language
from backend.common.problems import problems
from backend.directory import lookups
from backend.directory.api.deadline_serializers import DeadlineRuleSerializer
from backend.directory.kinds import InstitutionKind, InstitutionLevel
from backend.directory.models import Institution, Place


class WhySuggestedSerializer(serializers.Serializer[Any]):
    """Why it is suggested."""

    code = serializers.ChoiceField(choices=DestinationReason.choices)
    label = serializers.CharField()  # type: ignore[assignment]  # a field's own label is something else


class InstitutionSuggestionSerializer(serializers.Serializer[Suggestion]):
    """An institution to which the case can go."""

    institution = EntryField(Institution, source="institution.pk")
    kind = serializers.ChoiceField(source="institution.kind", choices=InstitutionKind.choices)
    level = serializers.ChoiceField(source="institution.level", choices=InstitutionLevel.choices)
    place = EntryField(Place, source="institution.place_id")
    why = serializers.SerializerMethodField(help_text="Empty for one that you named yourself.")
    languages = serializers.ListField(
        child=serializers.ChoiceField(choices=Language.choices), help_text="In which it takes letters."
    )
    takes_anonymous = serializers.BooleanField(
        source="institution.accepts_anonymous", allow_null=True, help_text="null: not known."
    )
    consent = serializers.UUIDField(
        allow_null=True, help_text="The complainant's running consent for exactly this body; null: ask first."
    )
    lies_there = serializers.UUIDField(
        allow_null=True, help_text="A referral of this case that goes, or went, to this body."
    )
    channels = UsedChannelSerializer(many=True, help_text="Open today, the surest first.")

    @extend_schema_field(WhySuggestedSerializer(many=True))
    def get_why(self, suggestion: Suggestion) -> list[dict[str, str]]:
        return [{"code": reason.value, "label": str(reason.label)} for reason in suggestion.why]


class BlockerSerializer(serializers.Serializer[Problem]):
    """A rule that would stand against sending it, as the step itself would say it."""

    code = serializers.CharField()
    title = serializers.CharField()
    alternatives = serializers.SerializerMethodField(
        help_text="Institutions to which it could go instead; empty where there is no such way."
    )

    @extend_schema_field(EntrySerializer(many=True))
    def get_alternatives(self, problem: Problem) -> list[dict[str, str]]:
        codes = problem.facts.get("alternatives", ())
        return [shown_entry(lookups.institutions, lookups.institution_of(code).id) for code in codes]


class TermOutlookSerializer(serializers.Serializer[Term]):
    """A legal term, and its end if the letter left today."""

    rule = DeadlineRuleSerializer()
    is_suggested = serializers.BooleanField(help_text="The likeliest one for such a case; you decide.")
    due_at = serializers.DateField(allow_null=True, help_text="null: beyond the calendar that is known.")
    explanation = serializers.CharField(allow_null=True, help_text="How it was worked out.")


class OutlookSerializer(serializers.Serializer[Outlook]):
    """What a referral to an institution would meet."""

    suggestion = InstitutionSuggestionSerializer()
    language = serializers.ChoiceField(
        choices=Language.choices, help_text="The language of a letter for which nobody chooses one."
    )
    blockers = BlockerSerializer(many=True)
    may_override = serializers.BooleanField(help_text="You may refer without consent, with a reason.")
    needs_approval = serializers.BooleanField(help_text="A second person looks before it leaves.")
    approvers = PersonSerializer(many=True, help_text="Who, beside you, can approve it.")
    terms = TermOutlookSerializer(many=True, help_text="The likeliest first.")


class OutlookQuery(StrictSerializer):
    """Towards which institution."""

    institution = CodeField(
        Institution,
        required=False,
        default=None,
        help_text="Without it, the one that the complaint is about.",
    )


class SuggestionViewSet(CaseRoomViewSet):
    """Where a case can go."""

    queryset, serializer_class = InstitutionReferral.objects.none(), InstitutionSuggestionSerializer
    pagination_class = None

    @extend_schema(
        operation_id="cases_referral_suggestions_list",
        responses={200: InstitutionSuggestionSerializer(many=True), **problems(401, 403, 404, 406)},
    )
    def list(self, request: Request, case_id: UUID) -> Response:
        """By category and place, nearest first: whom the complaint is about, who answers for such things
        there, who stands above and who oversees."""
        found: Any = suggestions(case_id, actor=self.actor)
        return Response(InstitutionSuggestionSerializer(found, many=True).data)


class OutlookViewSet(CaseRoomViewSet):
    """What a referral would meet."""

    queryset, serializer_class = InstitutionReferral.objects.none(), OutlookSerializer
    pagination_class, narrowed = None, frozenset({"retrieve"})

    @extend_schema(
        operation_id="cases_referral_outlook_retrieve",
        parameters=[OutlookQuery],
        responses={200: OutlookSerializer, **problems(400, 401, 403, 404, 406, 409)},
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
        letter left today. Nothing is kept."""
        query = validated_query(OutlookQuery, request)
        return Response(OutlookSerializer(outlook(case_id, **query, actor=self.actor)).data)
