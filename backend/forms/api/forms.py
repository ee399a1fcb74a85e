"""A partner's form: public as it is published, written and published by its coordinator."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.forms.api.serializers import (
    FormStateSerializer,
    FormVersionDetailSerializer,
    FormVersionSerializer,
    PublicFormSerializer,
    SchemaSerializer,
)
from backend.forms.models import FormVersion
from backend.forms.services import (
    NO_DRAFT,
    discard_draft,
    draft_of,
    publish_draft,
    published_form,
    write_draft,
)
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import Partner

_OPEN_TO_ALL: Any = [{}]


class PublicFormViewSet(ApiViewSet):
    """The forms of partners, for their own web sites and programs."""

    authentication_classes = []
    permission_classes = [Anybody]
    serializer_class = PublicFormSerializer

    @extend_schema(
        operation_id="forms_retrieve",
        tags=["forms"],
        responses={200: PublicFormSerializer, **problems(404, 406)},
        auth=_OPEN_TO_ALL,
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """The form by which a partner asks today.

        Conditions that every form has are written out in the questions. Name its number as `form` when you
        file what was answered: an older number is taken for a day after it was replaced.
        """
        partner = Partner.objects.filter(slug=slug, is_active=True).first()
        if partner is None:
            raise NotFound()
        return Response(PublicFormSerializer(published_form(partner)).data)


class FormViewSet(PartnerRoomViewSet):
    """The form of a partner, for those who keep it."""

    queryset, serializer_class = FormVersion.objects.none(), FormStateSerializer

    @extend_schema(
        operation_id="partners_form_retrieve",
        tags=["forms"],
        parameters=[VERSION],
        responses={200: FormStateSerializer},
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """The published form and the draft. The `ETag` is the draft's; `"0"` where there is none."""
        partner = self._partner(slug)
        draft = draft_of(partner)
        state = {"published": published_form(partner), "draft": draft}
        headers = {"ETag": etag(draft.version if draft else NO_DRAFT)}
        return Response(FormStateSerializer(state).data, headers=headers)

    @extend_schema(
        operation_id="partners_form_draft_write",
        tags=["forms"],
        parameters=[IF_MATCH, VERSION],
        request=SchemaSerializer,
        responses={200: FormVersionDetailSerializer, **problems(403, 412, 428)},
    )
    def write(self, request: Request, slug: str) -> Response:
        """Keep a form as the draft. `If-Match` names the draft it replaces; `"0"` where there is none."""
        body = validated(SchemaSerializer, request)
        draft = write_draft(slug, **body, expected=expected_version(request), actor=self.actor)
        return self._answer(draft)

    @extend_schema(
        operation_id="partners_form_draft_discard",
        tags=["forms"],
        parameters=[IF_MATCH],
        request=None,
        responses={204: None, **problems(400, 403, 412, 428)},
    )
    def discard(self, request: Request, slug: str) -> Response:
        """Throw the draft away."""
        discard_draft(slug, expected=expected_version(request), actor=self.actor)
        return Response(status=204)

    @extend_schema(
        operation_id="partners_form_publish",
        tags=["forms"],
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={201: FormVersionDetailSerializer, **problems(400, 403, 409, 412, 428)},
    )
    @idempotent
    def publish(self, request: Request, slug: str) -> Response:
        """Ask by the draft from now on. Whoever has begun to fill in the form ends with the one before."""
        version = publish_draft(slug, expected=expected_version(request), actor=self.actor)
        return self._answer(version, status=201)

    def _partner(self, slug: str) -> Partner:
        return Partner.objects.managed_by(self.actor).found(slug)

    def _answer(self, version: FormVersion, status: int = 200) -> Response:
        headers = {"ETag": etag(version.version)}
        return Response(FormVersionDetailSerializer(version).data, status=status, headers=headers)


class NewestFirst(KeysetPagination):
    ordering = ("-number",)


class FormVersionViewSet(ListModelMixin, PartnerRoomViewSet):
    """The versions by which a partner has asked."""

    queryset, serializer_class = FormVersion.objects.none(), FormVersionSerializer
    pagination_class: Any = NewestFirst
    filter_backends = ()

    def get_queryset(self) -> QuerySet[FormVersion]:
        partner = Partner.objects.managed_by(self.actor).found(self.kwargs["slug"])
        return FormVersion.objects.of(partner.pk).published()

    @extend_schema(
        operation_id="partners_form_versions_list",
        tags=["forms"],
        responses={200: FormVersionSerializer(many=True)},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Published versions, the newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="partners_form_versions_retrieve",
        tags=["forms"],
        responses={200: FormVersionDetailSerializer},
    )
    def retrieve(self, request: Request, slug: str, number: int) -> Response:
        """One version, as it was asked by."""
        found = self.get_queryset().filter(number=number).first()
        if found is None:
            raise NotFound()
        return Response(FormVersionDetailSerializer(found).data)
