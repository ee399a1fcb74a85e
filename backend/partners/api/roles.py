"""What each role may do, for those who give roles to people and programs."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.partners.api.base import ApiViewSet
from backend.partners.api.serializers import PERMISSION_NAMES, SCOPE_NAMES
from backend.partners.models import Membership
from backend.partners.roles import ROLES, Role, scopes_of_role


class RoleRightsSerializer(serializers.Serializer[Any]):
    """A role, and what whoever holds it may do in that partner."""

    role = serializers.ChoiceField(choices=Role.choices)
    permissions = serializers.ListField(child=serializers.ChoiceField(choices=PERMISSION_NAMES))
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPE_NAMES),
        help_text="What a program in this role can be given; none: the role is for people.",
    )


class RolesSerializer(serializers.Serializer[Any]):
    """All roles."""

    results = RoleRightsSerializer(many=True)


class RoleViewSet(ApiViewSet):
    """The roles that people and programs hold in partners; the same everywhere."""

    queryset, serializer_class, pagination_class = Membership.objects.none(), RolesSerializer, None

    @extend_schema(operation_id="roles_retrieve", tags=["partners"], responses={200: RolesSerializer})
    def retrieve(self, request: Request) -> Response:
        """Every role with its permissions and scopes."""
        rows = [
            {
                "role": role.value,
                "permissions": sorted(ROLES[role]),
                "scopes": [] if role is Role.CUSTODIAN else scopes_of_role(role),
            }
            for role in Role
        ]
        return Response({"results": rows})
