"""Invitations: how people come into a partner without anybody else knowing their password."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.languages import Language
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.fields import RolesField
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import Invitation, InvitationState
from backend.partners.roles import Role
from backend.partners.services import invite, renew_invitation, withdraw_invitation
from backend.partners.services.invitation_mail import ADDRESS


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    """A person who was asked to join. Whether the address has an account is in no answer."""

    roles = serializers.ListField(child=serializers.ChoiceField(choices=Role.choices), read_only=True)
    state = serializers.ChoiceField(choices=InvitationState.choices, read_only=True)

    class Meta:
        model = Invitation
        fields: tuple[str, ...] = (
            *("id", "email", "name", "roles", "language", "state", "mail"),
            *("made_at", "expires_at", "accepted_at", "version"),
        )
        read_only_fields = fields


class InvitationLinkSerializer(InvitationSerializer):
    """The only answer that holds the link: afterwards only its digest is known here."""

    link = serializers.CharField(
        read_only=True,
        allow_null=True,
        help_text="To be handed over to that person and nobody else; null where it goes by mail.",
    )

    class Meta(InvitationSerializer.Meta):
        fields: tuple[str, ...] = (*InvitationSerializer.Meta.fields, "link")
        read_only_fields = fields


class NewInvitationSerializer(StrictSerializer):
    """A person to be asked. Without `language` it is the partner's first one."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=150)
    roles = RolesField()
    language = serializers.ChoiceField(choices=Language.choices, required=False)

    def validate_language(self, language: str) -> Language:
        return Language(language)


class LatestFirst(KeysetPagination):
    ordering = ("-made_at", "pk")


class InvitationViewSet(ListModelMixin, PartnerRoomViewSet):
    """The invitations of a partner that you keep."""

    queryset, serializer_class = Invitation.objects.none(), InvitationSerializer
    pagination_class: Any = LatestFirst
    filter_backends = ()

    def get_queryset(self) -> QuerySet[Invitation]:
        return Invitation.objects.managed_by(self.actor, self.kwargs["slug"])

    @extend_schema(operation_id="partners_invitations_list", responses={200: InvitationSerializer(many=True)})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Who was asked, the latest first; what is long over is not kept."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="partners_invitations_retrieve",
        parameters=[VERSION],
        responses={200: InvitationSerializer},
    )
    def retrieve(self, request: Request, slug: str, invitation_id: UUID) -> Response:
        """One invitation."""
        found = self.get_queryset().filter(pk=invitation_id).first()
        if found is None:
            raise NotFound()
        return _answer(found)

    @extend_schema(
        operation_id="partners_invitations_create",
        request=NewInvitationSerializer,
        responses={201: InvitationLinkSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request, slug: str) -> Response:
        """Ask a person to join. The link leaves by mail, or stands in this answer and in no other."""
        made, token = invite(slug, **validated(NewInvitationSerializer, request), actor=self.actor)
        return _with_link(request, made, token, status=201)

    @extend_schema(
        operation_id="partners_invitations_renew",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: InvitationLinkSerializer, **problems(403, 409, 412, 428)},
    )
    def renew(self, request: Request, slug: str, invitation_id: UUID) -> Response:
        """Once more, with another link and another seven days; the former link is dead."""
        made, token = renew_invitation(
            slug, invitation_id, expected=expected_version(request), actor=self.actor
        )
        return _with_link(request, made, token)

    @extend_schema(
        operation_id="partners_invitations_withdraw",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: InvitationSerializer, **problems(403, 409, 412, 428)},
    )
    def withdraw(self, request: Request, slug: str, invitation_id: UUID) -> Response:
        """The link opens nothing any more."""
        return _answer(
            withdraw_invitation(slug, invitation_id, expected=expected_version(request), actor=self.actor)
        )


def _with_link(request: Request, invitation: Invitation, token: str, status: int = 200) -> Response:
    path = ADDRESS.format(token=token)
    public = settings.DOSJA_PUBLIC_ADDRESS
    address = public + path if public else request.build_absolute_uri(path)
    invitation.link = address if token else None  # type: ignore[attr-defined]  # for this answer alone
    return _answer(invitation, status, InvitationLinkSerializer)


def _answer(
    invitation: Invitation, status: int = 200, shape: type[InvitationSerializer] = InvitationSerializer
) -> Response:
    headers = {"ETag": etag(invitation.version)}
    return Response(shape(invitation).data, status=status, headers=headers)
