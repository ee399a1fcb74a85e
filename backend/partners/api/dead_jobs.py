"""Background work that was given up: seen and started again by a platform administrator."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.jobs.models import Job
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import PlatformAdministrator
from backend.partners.services import retry_all_given_up, retry_given_up


class DeadJobSerializer(serializers.Serializer[Job]):
    """A job that failed each time. Its arguments are in no answer: they lead to cases and persons."""

    id = serializers.UUIDField()
    task = serializers.CharField(source="task_path")
    attempts = serializers.IntegerField()
    error = serializers.CharField(source="last_error_class", help_text="The class of the last failure.")
    created_at = serializers.DateTimeField()
    given_up_at = serializers.DateTimeField(source="finished_at")


class RetriedSerializer(serializers.Serializer[Any]):
    """What was started again."""

    count = serializers.IntegerField()


class LatestFirst(KeysetPagination):
    ordering = ("-finished_at", "pk")


class DeadJobViewSet(ListModelMixin, ApiViewSet):
    """Jobs that were given up."""

    queryset, serializer_class, pagination_class = Job.objects.none(), DeadJobSerializer, LatestFirst
    permission_classes, filter_backends = (PlatformAdministrator,), ()

    def get_queryset(self) -> QuerySet[Job]:
        return Job.objects.dead()

    @extend_schema(
        operation_id="jobs_dead_list", responses={200: DeadJobSerializer(many=True), **problems(403)}
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What was given up, the latest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="jobs_dead_retry",
        request=None,
        responses={200: RetriedSerializer, **problems(403, 404, 409)},
    )
    def retry(self, request: Request, job_id: UUID) -> Response:
        """Start one again, with all its attempts."""
        retry_given_up(job_id, actor=self.actor)
        return Response({"count": 1})

    @extend_schema(
        operation_id="jobs_dead_retry_all", request=None, responses={200: RetriedSerializer, **problems(403)}
    )
    def retry_all(self, request: Request) -> Response:
        """Start all of them again."""
        return Response({"count": retry_all_given_up(actor=self.actor)})
