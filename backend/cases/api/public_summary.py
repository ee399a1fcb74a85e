"""What the public reads of a case: written, read by somebody else, published, withdrawn."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import CodeField, EntryField, PersonField, shown_entry
from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import Case, PublicSummary
from backend.cases.models.public_summary import LONGEST_TEXT, LONGEST_TITLE
from backend.cases.services import publishing
from backend.cases.services.publishable import Hindrance, findings_in, hindrances_of
from backend.cases.services.publishing import SummaryAction
from backend.cases.stages import FindingKind
from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.characters import has_refused_characters
from backend.common.languages import Language
from backend.common.problems import problems
from backend.directory import lookups
from backend.directory.kinds import PlaceLevel
from backend.directory.models import Place

FOUND_IN = [("title", "title"), ("text", "text")]
ACTIONS = [action.value for action in SummaryAction]
_CHANGING = problems(400, 401, 403, 404, 406, 409, 412, 428)


class SummaryFindingSerializer(serializers.Serializer[Any]):
    """A place that looks like personal data, counted in Unicode characters."""

    where = serializers.ChoiceField(choices=FOUND_IN)
    kind = serializers.ChoiceField(choices=FindingKind.choices)
    start = serializers.IntegerField()
    end = serializers.IntegerField(help_text="The first one after it.")


class PublicSummarySerializer(serializers.Serializer[PublicSummary]):
    """A text for the public, never the complainant's words."""

    id = serializers.UUIDField(help_text="The id under which the public finds it.")
    state = serializers.ChoiceField(choices=PublicSummary.State.choices)
    language = serializers.ChoiceField(choices=Language.choices)
    title = serializers.CharField()
    text = serializers.CharField(trim_whitespace=False)
    place = EntryField(Place, source="place_id")
    author = PersonField()
    written_at = serializers.DateTimeField()
    published_by = PersonField()
    published_at = serializers.DateTimeField(allow_null=True)
    withdrawn_by = PersonField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)


class CasePublicationSerializer(serializers.Serializer[Any]):
    """What the public reads of the case, and what stands against it."""

    summary = PublicSummarySerializer(allow_null=True, help_text="null: nothing was written.")
    is_public = serializers.BooleanField(
        help_text="The public reads it now. What was published is held back while the case stands against it."
    )
    hindrances = serializers.ListField(
        child=serializers.ChoiceField(choices=Hindrance.choices), help_text="Why it cannot be published."
    )
    findings = SummaryFindingSerializer(many=True)
    suggested_place = serializers.SerializerMethodField(help_text="The municipality of the case's place.")
    allowed_actions = serializers.ListField(child=serializers.ChoiceField(choices=ACTIONS))
    version = serializers.IntegerField(help_text="As in the ETag; 0: nothing was written.")

    @extend_schema_field(EntryField(Place))
    def get_suggested_place(self, shown: dict[str, Any]) -> dict[str, str] | None:
        return _municipality(shown["place_id"])


class SummaryTextField(serializers.CharField):
    """Words for the public: only what every screen can show."""

    default_error_messages = {"invalid_characters": _("This text has characters that cannot be shown.")}

    def to_internal_value(self, data: Any) -> str:
        text: str = super().to_internal_value(data)
        if has_refused_characters(text):
            self.fail("invalid_characters")
        return text


class NewPublicSummary(StrictSerializer):
    """Words for the public. Write them anew: the complainant's own do not get through."""

    title = SummaryTextField(max_length=LONGEST_TITLE)
    text = SummaryTextField(max_length=LONGEST_TEXT)
    language = serializers.ChoiceField(choices=Language.choices)
    place = CodeField(Place, allow_null=True, help_text="A municipality or something wider.")


class PublicSummaryViewSet(CaseRoomViewSet):
    """What the public reads of a case."""

    queryset, serializer_class = PublicSummary.objects.none(), CasePublicationSerializer
    pagination_class = None

    @extend_schema(
        operation_id="cases_public_summary_retrieve",
        parameters=[VERSION],
        responses={200: CasePublicationSerializer, **problems(401, 403, 404, 406)},
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """The text for the public, and what stands against publishing it."""
        return self._answer(*publishing.summary_of(case_id, actor=self.actor))

    @extend_schema(
        operation_id="cases_public_summary_update",
        parameters=[IF_MATCH, VERSION],
        request=NewPublicSummary,
        responses={200: CasePublicationSerializer, **_CHANGING, **problems(413, 415)},
    )
    def update(self, request: Request, case_id: UUID) -> Response:
        """Write it. It is a draft until somebody else publishes it; what is published is withdrawn first."""
        words = validated(NewPublicSummary, request)
        expected = expected_version(request)
        return self._answer(*publishing.write_summary(case_id, **words, expected=expected, actor=self.actor))

    @extend_schema(
        operation_id="cases_public_summary_publish",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: CasePublicationSerializer, **_CHANGING},
    )
    def publish(self, request: Request, case_id: UUID) -> Response:
        """Publish it: as a coordinator who did not write it, with the complainant's consent to publication.
        `hindrances` of a 409 are those of the answer to GET."""
        return self._answer(
            *publishing.publish_summary(case_id, expected=expected_version(request), actor=self.actor)
        )

    @extend_schema(
        operation_id="cases_public_summary_withdraw",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: CasePublicationSerializer, **_CHANGING},
    )
    def withdraw(self, request: Request, case_id: UUID) -> Response:
        """Withdraw it. Nobody reads it from this moment on; whoever works the case may do this alone."""
        return self._answer(
            *publishing.withdraw_summary(case_id, expected=expected_version(request), actor=self.actor)
        )

    def _answer(self, case: Case, summary: PublicSummary | None) -> Response:
        shown = {
            "summary": summary,
            "is_public": publishing.is_public(case, summary),
            "hindrances": hindrances_of(case, summary),
            "findings": findings_in(case, summary) if summary else [],
            "place_id": case.place_id,
            "allowed_actions": publishing.allowed_on_summary(case, summary, self.actor),
            "version": summary.version if summary else 0,
        }
        return Response(
            CasePublicationSerializer(shown).data, headers={"ETag": etag(summary.version if summary else 0)}
        )


def _municipality(place_id: int | None) -> dict[str, str] | None:
    """What of a case's place may be told: a village leads to a person sooner than a municipality."""
    if place_id is None:
        return None
    place = lookups.places.with_id(place_id)
    if place.level == PlaceLevel.ADMINISTRATIVE_UNIT:
        place = lookups.places.with_code(place.path.strip("/").split("/")[-2], field="place")
    return shown_entry(lookups.places, place.id)
