"""A small API with a creating method: each call makes a row and gives a secret, as intake does."""

import secrets
import time
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from django.urls import include, path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import GenericViewSet

from backend.common.errors import NotFound
from backend.files.receiving import takes_files
from backend.idempotency.api import idempotent
from backend.jobs.models import Job
from backend.jobs.services import enqueue_job

LETTER = inline_serializer("Letter", {"subject": serializers.CharField()})


class LetterViewSet(GenericViewSet[Any]):
    """Letters are rows of the job table: any table will do."""

    queryset = Job.objects.none()
    authentication_classes = ()
    permission_classes = ()
    parser_classes = (JSONParser, MultiPartParser)

    @property
    def actor(self) -> Any:
        return SimpleNamespace(kind="staff", id=self.request.headers.get("X-Actor"))

    @extend_schema(request=LETTER, responses={201: LETTER})
    @idempotent
    def create(self, request: Request) -> Response:
        enqueue_job(task_path="letter", max_attempts=1)
        time.sleep(float(request.data.get("seconds", 0)))
        if request.data.get("wrong") == "rule":
            raise NotFound()
        if request.data.get("wrong") == "returned":
            return Response({"code": "no"}, status=409)
        if request.data.get("wrong") == "bug":
            raise RuntimeError("a bug")
        answer = {"receipt": f"SECRET-{secrets.token_hex(8)}", "id": uuid4(), "Ж": 0.1}
        return Response(
            answer, status=201, headers={"ETag": '"1"', "Location": "/letters/1/", "X-Other": "no"}
        )

    @extend_schema(request=None, responses={204: None})
    @idempotent
    @action(detail=True, methods=["post"])
    def send(self, request: Request, pk: str) -> Response:
        enqueue_job(task_path="send", max_attempts=1)
        return Response(status=204)

    @extend_schema(request=LETTER, responses={201: LETTER})
    @action(detail=False, methods=["post"])
    @idempotent(caller=lambda view, request: request.headers["X-Form"])
    def public(self, request: Request) -> Response:
        enqueue_job(task_path="public", max_attempts=1)
        return Response({"receipt": secrets.token_hex(8)}, status=201)


router = SimpleRouter()
router.register("letters", LetterViewSet, basename="letter")
# The real doors for files are opened one by one, too; here all of them.
for known in router.urls:
    takes_files(known.callback)
urlpatterns = [path("api/v1/", include(router.urls))]
