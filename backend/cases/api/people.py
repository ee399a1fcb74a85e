"""Colleagues who may be given a case, or be named on it."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import Case
from backend.cases.services.people import Colleague, colleagues_on
from backend.common.api import validated_query
from backend.common.problems import problems
from backend.partners.roles import Role


class CaseColleagueSerializer(serializers.Serializer[Colleague]):
    """Somebody who reads cases in the partner that owns this one."""

    id = serializers.UUIDField(source="user.pk")
    name = serializers.CharField(source="user.name")
    roles = serializers.ListField(child=serializers.ChoiceField(choices=Role.choices))
    works = serializers.BooleanField(help_text="Works cases: of those named on a restricted one, one must.")
    assignable = serializers.BooleanField(help_text="May be given this case now.")
    conflict = serializers.BooleanField(help_text="Has a conflict of interest in this case.")
    named = serializers.BooleanField(help_text="Is named on it while it is restricted.")


@extend_schema_serializer(many=False)
class CaseColleaguePageSerializer(serializers.Serializer[Any]):
    """Everybody; there is no second page."""

    next = serializers.URLField(allow_null=True)
    results = CaseColleagueSerializer(many=True)


class CasePeopleViewSet(CaseRoomViewSet):
    """The people of the partner that owns a case."""

    queryset, serializer_class, pagination_class = Case.objects.none(), CaseColleagueSerializer, None
    narrowed = frozenset({"list"})

    @extend_schema(
        operation_id="cases_people_list",
        parameters=[asked.OnePageQuery],
        responses={200: CaseColleaguePageSerializer, **problems(400, 401, 403, 404, 406)},
    )
    def list(self, request: Request, case_id: UUID) -> Response:
        """Who may be given this case or be named on it, by name; and who has a conflict of interest."""
        validated_query(asked.OnePageQuery, request)
        people: Any = colleagues_on(self.case, self.actor)
        return Response({"next": None, "results": CaseColleagueSerializer(people, many=True).data})
