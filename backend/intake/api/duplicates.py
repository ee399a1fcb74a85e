"""Cases that may be about the same as a given one."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.serializers import CaseRowSerializer
from backend.cases.models import Case
from backend.cases.services.list_rows import shown_rows
from backend.cases.services.resembling import Strength, Suggestion, Why
from backend.common.problems import problems
from backend.intake.services.duplicates import possible_duplicates
from backend.partners.api.base import ApiViewSet


class InCommonSerializer(serializers.Serializer[Any]):
    """One thing that two cases have in common."""

    code = serializers.ChoiceField(choices=Why.choices)
    label = serializers.CharField(help_text="In your language.")  # type: ignore[assignment]


class PossibleDuplicateSerializer(serializers.Serializer[Any]):
    """A case that may be the same, and why. Who the complainants are is not told."""

    case = CaseRowSerializer()
    strength = serializers.ChoiceField(choices=Strength.choices)
    why = InCommonSerializer(many=True)
    words = serializers.ListField(
        child=serializers.CharField(), help_text="Words of its summary that stand in both."
    )


class PossibleDuplicatesSerializer(serializers.Serializer[Any]):
    """The likeliest first, ten at most."""

    suggestions = PossibleDuplicateSerializer(many=True)


class DuplicateViewSet(ApiViewSet):
    """For those who sort and work cases."""

    queryset, serializer_class = Case.objects.none(), PossibleDuplicatesSerializer

    @extend_schema(
        operation_id="cases_duplicates",
        tags=["cases"],
        responses={200: PossibleDuplicatesSerializer, **problems(401, 403, 404, 406)},
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """Cases of the same partner that may be about the same, among those that you may read. That two
        complainants gave the same telephone number or e-mail address is told to people only, and neither
        which nor whose."""
        found = possible_duplicates(case_id, actor=self.actor)
        rows = shown_rows(one.row for one in found)
        return Response({"suggestions": [_shown(row, one) for row, one in zip(rows, found, strict=True)]})


def _shown(row: dict[str, Any], one: Suggestion) -> dict[str, Any]:
    return {
        "case": row,
        "strength": one.strength,
        "why": [{"code": why.value, "label": str(why.label)} for why in one.why],
        "words": list(one.words),
    }
