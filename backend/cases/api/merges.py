"""Merging a duplicate into the case that stays, and undoing that."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import PersonField
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.models import Merge
from backend.cases.services import merging
from backend.cases.stages import State
from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.complaints.words import LONGEST_MESSAGE
from backend.idempotency.api import idempotent


class NewMerge(StrictSerializer):
    """Which case is a duplicate of this one. If-Match takes the version of the one that stays."""

    other = serializers.UUIDField(help_text="Id of the duplicate.")
    other_version = serializers.IntegerField(min_value=1, help_text="The version of it that you looked at.")
    message = serializers.CharField(
        max_length=LONGEST_MESSAGE,
        required=False,
        allow_blank=True,
        default="",
        trim_whitespace=False,
        help_text="Words to the duplicate's complainant, in their language; empty: ours.",
    )


class MergedCaseSerializer(serializers.Serializer[Any]):
    """One of the two."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    state = serializers.ChoiceField(choices=State.choices)


class MergeSerializer(serializers.Serializer[Merge]):
    """A case that is, or was, a duplicate of another one."""

    id = serializers.UUIDField()
    kept = MergedCaseSerializer(help_text="The case that stays.")
    duplicate = MergedCaseSerializer()
    state_before = serializers.ChoiceField(choices=State.choices, help_text="To which undoing leads back.")
    merged_at = serializers.DateTimeField()
    merged_by = PersonField()
    ended_at = serializers.DateTimeField(
        allow_null=True, help_text="When it was undone; null while it holds."
    )
    ended_by = PersonField()
    may_undo = serializers.SerializerMethodField(help_text="Whether you may undo it now.")

    @extend_schema_field(serializers.BooleanField())
    def get_may_undo(self, found: Merge) -> bool:
        return merging.may_undo(found, self.context["actor"])


class ByMerging(KeysetPagination):
    ordering = ("merged_at", "pk")


class MergeViewSet(ListModelMixin, CaseRoomViewSet):
    """Duplicates of a case, and of which one it is a duplicate. A case that you may not read is not shown."""

    queryset, serializer_class, pagination_class = Merge.objects.none(), MergeSerializer, ByMerging

    def get_queryset(self) -> QuerySet[Merge]:
        return merging.merges_of(self.case, self.actor)

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor}

    @extend_schema(
        operation_id="cases_merges_list",
        parameters=[VERSION],
        responses={200: MergeSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What was merged, oldest first; undone merges too. The ETag is the case's."""
        answer = super().list(request, *args, **kwargs)
        answer["ETag"] = etag(self.case.version)
        return answer

    @extend_schema(
        operation_id="cases_merges_create",
        parameters=[IF_MATCH, VERSION],
        request=NewMerge,
        responses={201: MergeSerializer, **CREATE, **problems(412, 428)},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Make another case a duplicate of this one. Its words, messages and files stay with it, and so does
        the complainant's receipt; the complainant is told. It can be undone."""
        body = validated(NewMerge, request)
        made = merging.merge(
            case_id,
            other_id=body["other"],
            other_version=body["other_version"],
            message=body["message"],
            expected=expected_version(request),
            actor=self.actor,
        )
        return Response(self._shown(made), status=201, headers={"ETag": etag(made.kept.version)})

    @extend_schema(
        operation_id="cases_merges_undo",
        request=None,
        responses={200: MergeSerializer, **problems(401, 403, 404, 406, 409)},
    )
    def undo(self, request: Request, case_id: UUID, merge_id: UUID) -> Response:
        """Make two cases of it again: the duplicate is where it was before, and its complainant is told."""
        return Response(self._shown(merging.undo_merge(case_id, merge_id=merge_id, actor=self.actor)))

    def _shown(self, found: Merge) -> Any:
        return MergeSerializer(found, context=self.get_serializer_context()).data
