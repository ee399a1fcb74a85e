"""One's own account: who am I here, what may I do, in which language am I addressed."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.problems import problems
from backend.partners.actors import Actor
from backend.partners.api.base import ApiViewSet
from backend.partners.api.serializers import MeSerializer, OwnLanguageSerializer
from backend.partners.models import Membership, User
from backend.partners.services import change_own_language
from backend.partners.standing import lacks_second_factor


class MeViewSet(ApiViewSet):
    """Your own account."""

    queryset, serializer_class, pagination_class = User.objects.none(), MeSerializer, None
    open_without_second_factor = True

    @extend_schema(operation_id="me_retrieve", parameters=[VERSION], responses={200: MeSerializer})
    def retrieve(self, request: Request) -> Response:
        """Who you are and what you may do in which partner."""
        return _answer(request, self.actor)

    @extend_schema(
        operation_id="me_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=OwnLanguageSerializer,
        responses={200: MeSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request) -> Response:
        """Choose the language in which you are addressed."""
        change = validated(OwnLanguageSerializer, request)
        user = change_own_language(**change, expected=expected_version(request), actor=self.actor)
        return _answer(request, self.actor, user)


def _answer(request: Request, actor: Actor, changed: User | None = None) -> Response:
    user = changed or actor.user
    shown: Any = {
        field: getattr(user, field)
        for field in ("id", "email", "name", "language", "is_platform_administrator", "version")
    }
    shown |= {
        "kind": actor.kind.value,
        "partners": _partners(actor),
        "second_factor_required": actor.needs_second_factor,
        "second_factor_missing": lacks_second_factor(request._request, actor),
        "scopes": None if actor.scopes is None else sorted(actor.scopes),
    }
    return Response(MeSerializer(shown).data, headers={"ETag": etag(shown["version"])})


def _partners(actor: Actor) -> list[dict[str, Any]]:
    running = Membership.objects.running().filter(user=actor.user, partner__is_active=True)
    rooms: dict[str, dict[str, Any]] = {}
    for membership in running.select_related("partner").order_by("partner__slug", "role"):
        partner = membership.partner
        room = rooms.setdefault(
            partner.slug,
            {
                "slug": partner.slug,
                "name": partner.name,
                "country": partner.country,
                "languages": partner.languages,
                "time_zone": partner.time_zone,
                "roles": [],
                "permissions": sorted(actor.permissions.get(partner.pk, ())),
            },
        )
        room["roles"].append(membership.role)
    return list(rooms.values())
