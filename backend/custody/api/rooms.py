"""Requests for an identity in their case: who it is, asking, taking back, reading."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.api.steps import step
from backend.cases.services.permits import AllowedAction, complaint_of
from backend.common.api import VERSION, etag, expected_version, validated
from backend.common.errors import NotAllowed, NotFound
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.custody.api import shapes
from backend.custody.models import IdentityRequest
from backend.custody.services import asking, reading
from backend.custody.services.custodians import has_one_at_most
from backend.custody.stages import RequestReason
from backend.idempotency.api import idempotent
from backend.identity.services import sealing_key_behind
from backend.partners.actors import ActorKind

_READ = {**READ, **problems(403)}
_NOT_KEPT = {"Cache-Control": "no-store"}


class NewestRequests(KeysetPagination):
    """The newest first."""

    ordering = ("-requested_at", "pk")


class IdentityRoomViewSet(CaseRoomViewSet):
    """For people of the partner that owns the case; programs and those with whom it is shared are refused."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        of_the_owner = self.actor.may("read_complaints", self.case.owner_id)
        if self.actor.kind is not ActorKind.STAFF or not of_the_owner:
            raise NotAllowed()


class IdentityStandingViewSet(IdentityRoomViewSet):
    """Whether there is somebody whose identity could be asked for."""

    queryset, serializer_class = IdentityRequest.objects.none(), shapes.IdentityStandingSerializer
    pagination_class = None

    @extend_schema(
        operation_id="cases_identity_retrieve",
        responses={200: shapes.IdentityStandingSerializer, **_READ, **problems(409)},
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """Of which kind the complainant is, and whether you may ask who it is."""
        allowed = []
        if self.actor.may("work_cases", self.case.owner_id):
            allowed.append(AllowedAction("ask", asking.refusal_to_ask(self.case, self.actor)))
        told = {
            "complainant_kind": complaint_of(self.case).complainant_kind,
            "sealed": sealing_key_behind(complaint_of(self.case)) is not None,
            "delayed": has_one_at_most(self.case.owner_id),
            "allowed_actions": allowed,
        }
        return Response(shapes.IdentityStandingSerializer(told).data, headers=_NOT_KEPT)


class IdentityRequestRoomViewSet(ListModelMixin, IdentityRoomViewSet):
    """The requests for the identity behind one case."""

    queryset, serializer_class = IdentityRequest.objects.none(), shapes.RequestForIdentitySerializer
    pagination_class = NewestRequests

    def get_queryset(self) -> QuerySet[IdentityRequest]:
        return IdentityRequest.objects.of_case(self.case).opened()

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor}

    @extend_schema(
        operation_id="cases_identity_requests_list",
        responses={200: shapes.RequestForIdentitySerializer(many=True), **_READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Who asked, why and what came of it; newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_identity_requests_create",
        parameters=[VERSION],
        request=shapes.NewIdentityRequest,
        responses={201: shapes.RequestForIdentitySerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Ask a custodian of your organisation to let you read parts of the identity."""
        told = validated(shapes.NewIdentityRequest, request)
        asked = asking.Asked(reason=RequestReason(told.pop("reason")), **told)
        made = asking.ask(case_id, asked=asked, actor=self.actor)
        return self._answer(made.pk, status=201)

    @extend_schema(
        operation_id="cases_identity_requests_retrieve",
        parameters=[VERSION],
        responses={200: shapes.RequestForIdentitySerializer, **_READ},
    )
    def retrieve(self, request: Request, case_id: UUID, request_id: UUID) -> Response:
        """One request with what you may do next."""
        return self._answer(request_id)

    @step("cases_identity_requests_withdraw", gives=shapes.RequestForIdentitySerializer)
    def withdraw(self, request: Request, case_id: UUID, request_id: UUID) -> Response:
        """Take your request back; what it opened closes at once."""
        asking.withdraw(case_id, request_id, expected=expected_version(request), actor=self.actor)
        return self._answer(request_id)

    @extend_schema(
        operation_id="cases_identity_requests_read",
        request=None,
        responses={
            200: shapes.RevealedIdentitySerializer,
            **problems(400, 401, 403, 404, 406, 409, 413, 415),
        },
    )
    def read(self, request: Request, case_id: UUID, request_id: UUID) -> Response:
        """Read what you asked for, as long as the approval lasts. Each reading stands in the audit log and on
        the complainant's page before you see anything."""
        found = reading.read_identity(case_id, request_id, actor=self.actor)
        return Response(shapes.RevealedIdentitySerializer(found).data, headers=_NOT_KEPT)

    def _answer(self, request_id: UUID, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=request_id).first()
        if found is None:
            raise NotFound()
        shown = shapes.RequestForIdentitySerializer(found, context=self.get_serializer_context()).data
        return Response(shown, status=status, headers={"ETag": etag(found.version), **_NOT_KEPT})
