"""Message templates of a partner, for those who keep it."""

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.models import MessageTemplate
from backend.cases.services import templates
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated, validated_query
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import Partner


class TemplateSerializer(serializers.Serializer[MessageTemplate]):
    """A template. A shipped one has version 0; changing it makes it the partner's own."""

    code = serializers.CharField()
    names = asked.ByLanguageField()
    texts = asked.ByLanguageField()
    asks = serializers.BooleanField(help_text="It is a question: send it with `asks`.")
    in_use = serializers.BooleanField()
    position = serializers.IntegerField()
    shipped = serializers.BooleanField(source="is_shipped")
    version = serializers.IntegerField(help_text="As in the ETag.")


@extend_schema_serializer(many=False)
class TemplatePageSerializer(serializers.Serializer[Any]):
    """All templates; there is no second page."""

    next = serializers.URLField(allow_null=True)
    results = TemplateSerializer(many=True)


class TemplateViewSet(PartnerRoomViewSet):
    """Texts that your people start a message from."""

    queryset, serializer_class = MessageTemplate.objects.none(), TemplateSerializer
    pagination_class: Any = None
    filter_backends, narrowed = (), frozenset({"list"})

    @property
    def partner(self) -> Partner:
        return Partner.objects.managed_by(self.actor).found(self.kwargs["slug"])

    @extend_schema(
        operation_id="partners_message_templates_list",
        parameters=[asked.OnePageQuery],
        responses={200: TemplatePageSerializer, **problems(400, 401, 404, 406)},
    )
    def list(self, request: Request, slug: str) -> Response:
        """Your own templates, and those that come with the software and that you did not replace."""
        validated_query(asked.OnePageQuery, request)
        found: Any = templates.templates_of(self.partner)
        return Response({"next": None, "results": TemplateSerializer(found, many=True).data})

    @extend_schema(
        operation_id="partners_message_templates_retrieve",
        parameters=[VERSION],
        responses={200: TemplateSerializer},
    )
    def retrieve(self, request: Request, slug: str, code: str) -> Response:
        """One template."""
        return _answer(templates.template_of(self.partner, code))

    @extend_schema(
        operation_id="partners_message_templates_create",
        parameters=[VERSION],
        request=asked.NewTemplate,
        responses={201: TemplateSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request, slug: str) -> Response:
        """Write a template. Known in braces: reference, partner, contact, institution, sent_on, due_on,
        answered_on, outcome."""
        made = templates.create_template(slug, **validated(asked.NewTemplate, request), actor=self.actor)
        return _answer(made, status=201)

    @extend_schema(
        operation_id="partners_message_templates_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=asked.TemplateChanges,
        responses={200: TemplateSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request, slug: str, code: str) -> Response:
        """Change a template; send only what changes. A shipped one becomes your own by that."""
        changes: Any = validated(asked.TemplateChanges, request)
        expected = expected_version(request)
        return _answer(
            templates.change_template(slug, code, changes=changes, expected=expected, actor=self.actor)
        )

    @extend_schema(
        operation_id="partners_message_templates_destroy",
        parameters=[IF_MATCH],
        responses={204: None, **problems(400, 403, 409, 412, 428)},
    )
    def destroy(self, request: Request, slug: str, code: str) -> Response:
        """Delete a template of your own. A shipped one that it had replaced is back then."""
        templates.remove_template(slug, code, expected=expected_version(request), actor=self.actor)
        return Response(status=204)


def _answer(template: MessageTemplate, status: int = 200) -> Response:
    shown = TemplateSerializer(template).data
    return Response(shown, status=status, headers={"ETag": etag(template.version)})
