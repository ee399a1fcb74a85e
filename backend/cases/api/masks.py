"""Words of a case that are hidden from all but those who work it."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import Case, CaseMasks
from backend.cases.services import masking
from backend.cases.services.masking import MaskedPart
from backend.cases.services.masks import Masks
from backend.cases.stages import HidingReason
from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.problems import problems
from backend.complaints.words import LONGEST_NARRATIVE

PART_HELP = "`narrative`, `wish`, `answer.<question>` or `message.<id>`."


class MaskedPlaceSerializer(serializers.Serializer[Any]):
    """A stretch that is hidden, counted in Unicode characters."""

    part = serializers.CharField(help_text=PART_HELP)
    start = serializers.IntegerField()
    end = serializers.IntegerField(help_text="The first one after it.")
    reason = serializers.ChoiceField(choices=HidingReason.choices)


class MaskedPartSerializer(serializers.Serializer[MaskedPart]):
    """A part of the complainant's words: whole for you, and as others read it."""

    part = serializers.CharField(help_text=PART_HELP)
    label = serializers.CharField(help_text="The form's question.")  # type: ignore[assignment]  # no field's own label
    text = serializers.CharField(trim_whitespace=False)
    shown = serializers.CharField(trim_whitespace=False)


class MasksSerializer(serializers.Serializer[Any]):
    """What is hidden, and of what."""

    places = MaskedPlaceSerializer(many=True)
    parts = MaskedPartSerializer(many=True, help_text="All but messages, whose words are under `messages/`.")
    version = serializers.IntegerField(help_text="As in the ETag; 0: nothing was ever hidden.")


class NewMaskedPlace(StrictSerializer):
    """A stretch to hide."""

    part = serializers.RegexField(r"^[A-Za-z0-9_.:-]{1,120}\Z", help_text=PART_HELP)
    start = serializers.IntegerField(min_value=0, max_value=LONGEST_NARRATIVE)
    end = serializers.IntegerField(min_value=1, max_value=LONGEST_NARRATIVE)
    reason = serializers.ChoiceField(choices=HidingReason.choices)


class NewMasks(StrictSerializer):
    """All that is to be hidden from now on; what is not named is shown again."""

    places = serializers.ListField(child=NewMaskedPlace(), max_length=masking.MOST, allow_empty=True)


class MaskViewSet(CaseRoomViewSet):
    """What is hidden of a case."""

    queryset, serializer_class, pagination_class = CaseMasks.objects.none(), MasksSerializer, None

    @extend_schema(
        operation_id="cases_masks_retrieve",
        parameters=[VERSION],
        responses={200: MasksSerializer, **problems(401, 403, 404, 406)},
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """Which words are hidden from all who do not work the case: in letters, shares and exports."""
        return self._answer(*masking.masks_for(case_id, actor=self.actor))

    @extend_schema(
        operation_id="cases_masks_update",
        parameters=[IF_MATCH, VERSION],
        request=NewMasks,
        responses={200: MasksSerializer, **problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)},
    )
    def update(self, request: Request, case_id: UUID) -> Response:
        """Say which words are hidden. If-Match takes the version of this list. No word is changed."""
        places = validated(NewMasks, request)["places"]
        expected = expected_version(request)
        return self._answer(*masking.hide_words(case_id, places=places, expected=expected, actor=self.actor))

    def _answer(self, case: Case, masks: Masks) -> Response:
        shown = {
            "places": masks.places,
            "parts": masking.parts_of(case, masks),
            "version": masks.version,
        }
        return Response(MasksSerializer(shown).data, headers={"ETag": etag(masks.version)})
