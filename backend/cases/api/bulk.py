"""Many cases at once: assigned, tagged. Each is answered for itself."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import OnePersonField
from backend.cases.models import Case
from backend.cases.services import bulk
from backend.cases.services.bulk import MOST_AT_ONCE, Chosen, Done
from backend.cases.services.work import MOST_TAGS
from backend.common.api import StrictSerializer, validated
from backend.common.errors import NotAllowed
from backend.common.problems import document_of, problems
from backend.partners.api.base import ApiViewSet

REFUSED = problems(400, 401, 403, 406, 413, 415)


class ChosenCaseSerializer(StrictSerializer):
    """A case, and the version in which you saw it."""

    id = serializers.UUIDField()
    version = serializers.IntegerField(min_value=1, max_value=999_999_999)


class ChosenCases(StrictSerializer):
    """At most 100 cases."""

    cases = serializers.ListField(child=ChosenCaseSerializer(), min_length=1, max_length=MOST_AT_ONCE)


class ManyAssigned(ChosenCases):
    """Which cases, and who works them; null for nobody."""

    assignee = OnePersonField(allow_null=True)


class ManyTagged(ChosenCases):
    """Which cases, which tags they get and which they lose."""

    add = serializers.ListField(
        child=serializers.CharField(max_length=40), max_length=MOST_TAGS, required=False, default=list
    )
    remove = serializers.ListField(
        child=serializers.CharField(max_length=40), max_length=MOST_TAGS, required=False, default=list
    )


class CaseDoneSerializer(serializers.Serializer[Any]):
    """What came of one case."""

    id = serializers.UUIDField()
    done = serializers.BooleanField()
    version = serializers.IntegerField(required=False, help_text="Of the case as it is now.")
    code = serializers.CharField(
        required=False, help_text="What stood against it: `stale`, `not_allowed`, `not_found` …"
    )
    title = serializers.CharField(required=False, help_text="The same in a sentence.")


class CasesDoneSerializer(serializers.Serializer[Any]):
    """What came of each, in the order asked."""

    results = CaseDoneSerializer(many=True)


class BulkViewSet(ApiViewSet):
    """Steps on many cases."""

    queryset, serializer_class, pagination_class = Case.objects.none(), CasesDoneSerializer, None
    filter_backends = ()

    @extend_schema(
        operation_id="cases_assign_many",
        request=ManyAssigned,
        responses={200: CasesDoneSerializer, **REFUSED},
    )
    def assign(self, request: Request) -> Response:
        """Name who works many cases. One that cannot be is told as such and leaves the others alone."""
        self._require_one_of("work_cases", "assign_cases")
        sent = validated(ManyAssigned, request)
        return _answer(bulk.assign_many(_chosen(sent), assignee=sent["assignee"], actor=self.actor))

    @extend_schema(
        operation_id="cases_tag_many", request=ManyTagged, responses={200: CasesDoneSerializer, **REFUSED}
    )
    def tag(self, request: Request) -> Response:
        """Add tags to many cases and take others away. One that cannot be is told as such."""
        self._require_one_of("triage_cases")
        sent = validated(ManyTagged, request)
        done = bulk.tag_many(_chosen(sent), add=sent["add"], remove=sent["remove"], actor=self.actor)
        return _answer(done)

    def _require_one_of(self, *permissions: str) -> None:
        if not any(self.actor.partners_with(permission) for permission in permissions):
            raise NotAllowed()


def _chosen(sent: dict[str, Any]) -> list[Chosen]:
    return [Chosen(**one) for one in sent["cases"]]


def _answer(done: list[Done]) -> Response:
    return Response({"results": [_shown(one) for one in done]})


def _shown(one: Done) -> dict[str, Any]:
    if one.problem is not None:
        told = document_of(one.problem)
        return {"id": str(one.id), "done": False, "code": told["code"], "title": told["title"]}
    return {"id": str(one.id), "done": True} | ({"version": one.case.version} if one.case else {})
