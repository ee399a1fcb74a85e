"""Helping a person of a partner to come in again: sessions, second factor, password."""

from typing import Any
from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.problems import problems
from backend.partners.api.own_access import EndedSessionsSerializer
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import AccessHelp, User
from backend.partners.services import end_sessions_of_member, make_password_link, reset_second_factor
from backend.partners.services.access_mail import ADDRESS


class PasswordLinkSerializer(serializers.ModelSerializer[AccessHelp]):
    """A link for another password. No other answer holds it: afterwards only its digest is known here."""

    link = serializers.CharField(
        allow_null=True,
        read_only=True,
        help_text="To be handed over to that person and nobody else; null where it goes by mail.",
    )

    class Meta:
        model = AccessHelp
        fields = ("link", "mail", "expires_at")
        read_only_fields = fields


class AccessHelpViewSet(PartnerRoomViewSet):
    """People of a partner that you keep, who cannot come in, or must be out at once."""

    queryset, serializer_class = User.objects.none(), PasswordLinkSerializer
    pagination_class: Any = None

    @extend_schema(
        operation_id="partners_people_end_sessions",
        request=None,
        responses={200: EndedSessionsSerializer, **problems(403)},
    )
    def end_sessions(self, request: Request, slug: str, user_id: UUID) -> Response:
        """Sign the person out everywhere, such as when a computer was stolen."""
        return Response({"count": end_sessions_of_member(slug, user_id, actor=self.actor)})

    @extend_schema(
        operation_id="partners_people_reset_second_factor",
        request=None,
        responses={204: None, **problems(403, 409)},
    )
    def reset_second_factor(self, request: Request, slug: str, user_id: UUID) -> Response:
        """Take a lost app, passkey and recovery codes away. Make sure before that it is really that person
        who asks. All sessions of the person end."""
        reset_second_factor(slug, user_id, actor=self.actor)
        return Response(status=204)

    @extend_schema(
        operation_id="partners_people_password_link",
        request=None,
        responses={200: PasswordLinkSerializer, **problems(403, 409)},
    )
    def password_link(self, request: Request, slug: str, user_id: UUID) -> Response:
        """Make a link with which the person chooses another password, once, within a day; former links are
        dead. It leaves by mail, or stands in this answer and in no other. A second factor stays."""
        made, token = make_password_link(slug, user_id, actor=self.actor)
        path = ADDRESS.format(token=token)
        public = settings.DOSJA_PUBLIC_ADDRESS
        address = public + path if public else request.build_absolute_uri(path)
        made.link = address if token else None  # type: ignore[attr-defined]  # for this answer alone
        return Response(PasswordLinkSerializer(made).data)
