"""The people of a partner, each once, with all roles that they hold there."""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.partners.api.fields import RolesField
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.services import change_roles, people_of


class ColleagueSerializer(serializers.ModelSerializer[User]):
    """A person who works in a partner. `version` rises with every role that comes or goes there."""

    user_id = serializers.UUIDField(source="pk", read_only=True)
    roles = serializers.SerializerMethodField()
    since = serializers.SerializerMethodField()
    has_password = serializers.BooleanField(
        source="has_usable_password",
        read_only=True,
        help_text="Whether this person ever chose one; without, nobody can sign in: invite.",
    )
    has_second_factor = serializers.BooleanField(
        read_only=True, help_text="Whether the person has an app or a passkey for the second step."
    )
    version = serializers.IntegerField(source="version_here", read_only=True)

    class Meta:
        model = User
        fields = (
            "user_id",
            "email",
            "name",
            "roles",
            "since",
            "has_password",
            "has_second_factor",
            "version",
        )
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=Role.choices)))
    def get_roles(self, person: User) -> list[str]:
        return [role.value for role in Role if role in {one.role for one in _held(person)}]

    @extend_schema_field(serializers.DateTimeField())
    def get_since(self, person: User) -> Any:
        return min(one.started_at for one in _held(person))


class RolesChangeSerializer(StrictSerializer):
    """The roles that the person holds from now on."""

    roles = RolesField()


class ByName(KeysetPagination):
    ordering = ("name", "pk")


class PersonViewSet(ListModelMixin, PartnerRoomViewSet):
    """The people who work in a partner that you keep."""

    queryset, serializer_class = User.objects.none(), ColleagueSerializer
    pagination_class: Any = ByName
    filter_backends = ()

    def get_queryset(self) -> QuerySet[Any]:
        return _people(Partner.objects.managed_by(self.actor).found(self.kwargs["slug"]))

    @extend_schema(operation_id="partners_people_list", responses={200: ColleagueSerializer(many=True)})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Who works here, by name."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="partners_people_retrieve", parameters=[VERSION], responses={200: ColleagueSerializer}
    )
    def retrieve(self, request: Request, slug: str, user_id: UUID) -> Response:
        """One person."""
        return _answer(self.get_queryset(), user_id)

    @extend_schema(
        operation_id="partners_people_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=RolesChangeSerializer,
        responses={200: ColleagueSerializer, **problems(403, 409, 412, 428)},
    )
    def partial_update(self, request: Request, slug: str, user_id: UUID) -> Response:
        """Say which roles the person holds from now on. It counts from the person's next request."""
        change = validated(RolesChangeSerializer, request)
        change_roles(slug, user_id, **change, expected=expected_version(request), actor=self.actor)
        # Not asked again whether she keeps the partner: she may just have given up the role for it.
        return _answer(_people(Partner.objects.get(slug=slug)), user_id)


def _people(partner: Partner) -> QuerySet[Any]:
    running = Membership.objects.running().filter(partner=partner)
    return people_of(partner).prefetch_related(Prefetch("memberships", running, to_attr="held_here"))


def _answer(people: QuerySet[Any], user_id: UUID) -> Response:
    person: Any = people.filter(pk=user_id).first()
    if person is None:
        raise NotFound()
    return Response(ColleagueSerializer(person).data, headers={"ETag": etag(person.version_here)})


def _held(person: Any) -> list[Membership]:
    held: list[Membership] = person.held_here
    return held
