"""A partner's letterhead and letter templates, for those who keep the partner."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.problems import problems
from backend.correspondence.api.serializers import (
    LetterheadChanges,
    LetterheadSerializer,
    LetterTemplateSerializer,
    NewLetterTemplate,
)
from backend.correspondence.models import Letterhead, LetterTemplate
from backend.correspondence.services import letterheads, templates
from backend.correspondence.services.templates import Template
from backend.partners.api.rooms import PartnerRoomViewSet

_READ = problems(401, 404, 406)
_CHANGE = problems(400, 401, 403, 404, 406, 412, 413, 415, 428)


class LetterheadViewSet(PartnerRoomViewSet):
    """The head of the partner's letters."""

    queryset, serializer_class = Letterhead.objects.none(), LetterheadSerializer
    pagination_class: Any = None

    @extend_schema(
        operation_id="partners_letterhead_retrieve",
        parameters=[VERSION],
        responses={200: LetterheadSerializer, **_READ},
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """What the partner's letters carry."""
        return self._answer(letterheads.managed_letterhead(slug, actor=self.actor))

    @extend_schema(
        operation_id="partners_letterhead_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=LetterheadChanges,
        responses={200: LetterheadSerializer, **_CHANGE},
    )
    def partial_update(self, request: Request, slug: str) -> Response:
        """Change it. Letters that were approved or released before stay as they are."""
        changes = validated(LetterheadChanges, request)
        changed = letterheads.change_letterhead(
            slug, changes=changes, expected=expected_version(request), actor=self.actor
        )
        return self._answer(changed)

    def _answer(self, letterhead: Letterhead) -> Response:
        shown = LetterheadSerializer(letterhead).data
        return Response(shown, headers={"ETag": etag(letterhead.version)})


class LetterTemplateViewSet(PartnerRoomViewSet):
    """What the partner's letters begin with: one text for each kind of case and language."""

    queryset: Any = LetterTemplate.objects.none()
    serializer_class = LetterTemplateSerializer
    pagination_class: Any = None

    @extend_schema(
        operation_id="partners_letter_templates_list",
        responses={200: LetterTemplateSerializer(many=True), **_READ},
    )
    def list(self, request: Request, slug: str) -> Response:
        """All templates, by kind and language; where there is none of your own, the shipped one."""
        found: Any = templates.managed_templates(slug, actor=self.actor)
        return Response(LetterTemplateSerializer(found, many=True).data)

    @extend_schema(
        operation_id="partners_letter_templates_retrieve",
        parameters=[VERSION],
        responses={200: LetterTemplateSerializer, **_READ},
    )
    def retrieve(self, request: Request, slug: str, kind: str, language: str) -> Response:
        """One template."""
        return self._answer(templates.managed_template(slug, kind, language, actor=self.actor))

    @extend_schema(
        operation_id="partners_letter_templates_update",
        parameters=[IF_MATCH, VERSION],
        request=NewLetterTemplate,
        responses={200: LetterTemplateSerializer, **_CHANGE},
    )
    def update(self, request: Request, slug: str, kind: str, language: str) -> Response:
        """Write your own."""
        words = validated(NewLetterTemplate, request)
        written = templates.write_template(
            slug, kind, language, **words, expected=expected_version(request), actor=self.actor
        )
        return self._answer(written)

    @extend_schema(
        operation_id="partners_letter_templates_destroy",
        parameters=[IF_MATCH, VERSION],
        responses={200: LetterTemplateSerializer, **problems(400, 401, 403, 404, 406, 412, 428)},
    )
    def destroy(self, request: Request, slug: str, kind: str, language: str) -> Response:
        """Go back to the shipped one, which is answered."""
        dropped = templates.drop_template(
            slug, kind, language, expected=expected_version(request), actor=self.actor
        )
        return self._answer(dropped)

    def _answer(self, template: Template) -> Response:
        shown = LetterTemplateSerializer(template).data
        return Response(shown, headers={"ETag": etag(template.version)})
