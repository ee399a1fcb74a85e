"""Requests for identities at the desk of custodians, and of coordinators who are warned."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.steps import step
from backend.cases.models import Case
from backend.common.api import VERSION, etag, expected_version, validated, validated_query
from backend.common.errors import NotAllowed
from backend.common.problems import problems
from backend.custody.api import shapes
from backend.custody.api.rooms import NewestRequests
from backend.custody.api.sealing_shapes import UnsealedIdentitySerializer
from backend.custody.models import IdentityRequest
from backend.custody.querysets import IdentityRequestQuerySet
from backend.custody.services import deciding, unsealing
from backend.partners.actors import Actor, ActorKind
from backend.partners.api.base import ApiViewSet

_NOT_KEPT = {"Cache-Control": "no-store"}
_NARROWED: dict[str, Callable[[IdentityRequestQuerySet], IdentityRequestQuerySet]] = {
    "waiting": IdentityRequestQuerySet.waiting,
    "running": IdentityRequestQuerySet.running,
    "past": IdentityRequestQuerySet.past,
}


class IdentityDeskViewSet(ApiViewSet):
    """What you are asked to decide as a custodian, and what you are warned of as a coordinator."""

    queryset, serializer_class = IdentityRequest.objects.none(), shapes.RequestForIdentityAtDeskSerializer
    pagination_class, filter_backends, narrowed = NewestRequests, (), frozenset({"list"})

    @extend_schema(
        operation_id="identity_requests_list",
        parameters=[shapes.IdentityDeskQuery],
        responses={200: shapes.RequestForIdentityAtDeskSerializer(many=True), **problems(400, 401, 403, 406)},
    )
    def list(self, request: Request) -> Response:
        """The newest first. Empty for whoever neither decides nor is warned."""
        # Identities are for people, whatever a program's role.
        if self.actor.kind is not ActorKind.STAFF:
            raise NotAllowed()
        query = validated_query(shapes.IdentityDeskQuery, request)
        found = IdentityRequest.objects.at_desk_of(self.actor).opened()
        if "which" in query:
            found = _NARROWED[query["which"]](found)
        page: Any = self.paginate_queryset(found)
        return self.get_paginated_response(_shown(page, self.actor))

    @extend_schema(
        operation_id="identity_requests_retrieve",
        parameters=[VERSION],
        responses={200: shapes.RequestForIdentityAtDeskSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, request_id: UUID) -> Response:
        """One request with what you may do next."""
        return self._answer(request_id)

    @step(
        "identity_requests_approve",
        takes=shapes.IdentityApprovalSerializer,
        gives=shapes.RequestForIdentityAtDeskSerializer,
    )
    def approve(self, request: Request, request_id: UUID) -> Response:
        """Let who asked read what was asked for. Where you are the only custodian, it opens a day later and
        the coordinators are warned. A sealed identity is unsealed first."""
        return self._did(deciding.approve, **validated(shapes.IdentityApprovalSerializer, request))

    @step("identity_requests_unseal", gives=UnsealedIdentitySerializer)
    def unseal(self, request: Request, request_id: UUID) -> Response:
        """What your browser needs to seal a sealed identity again for who asked. It stands in the audit log
        and on the complainant's page before you get anything. Approve next, with the version given here."""
        found = unsealing.unseal(request_id, expected=expected_version(request), actor=self.actor)
        tag = etag(found.request.version)
        return Response(UnsealedIdentitySerializer(found).data, headers={"ETag": tag, **_NOT_KEPT})

    @step(
        "identity_requests_decline",
        takes=shapes.IdentityDecisionSerializer,
        gives=shapes.RequestForIdentityAtDeskSerializer,
    )
    def decline(self, request: Request, request_id: UUID) -> Response:
        """Say no."""
        return self._did(deciding.decline, **validated(shapes.IdentityDecisionSerializer, request))

    @step("identity_requests_end", gives=shapes.RequestForIdentityAtDeskSerializer)
    def end(self, request: Request, request_id: UUID) -> Response:
        """Close what was approved, before or while it is read."""
        return self._did(deciding.end)

    def _did(self, service: Callable[..., object], **given: Any) -> Response:
        request_id = self.kwargs["request_id"]
        service(request_id, **given, expected=expected_version(self.request), actor=self.actor)
        return self._answer(request_id)

    def _answer(self, request_id: UUID) -> Response:
        found = IdentityRequest.objects.at_desk_of(self.actor).found(request_id)
        return Response(_shown([found], self.actor)[0], headers={"ETag": etag(found.version), **_NOT_KEPT})


def _shown(page: Sequence[IdentityRequest], actor: Actor) -> Any:
    """Two queries more, however many they are: on which the actor decides, and which cases he sees."""
    ids = [one.pk for one in page]
    deciding_on = IdentityRequest.objects.for_custodian(actor).filter(pk__in=ids).values_list("pk", flat=True)
    seen = Case.objects.visible_to(actor).filter(pk__in=[one.case_id for one in page])
    context = {
        "actor": actor,
        "deciding": set(deciding_on),
        "seen": set(seen.values_list("pk", flat=True)),
    }
    rows: Any = page
    return shapes.RequestForIdentityAtDeskSerializer(rows, many=True, context=context).data
