"""A page of a form that is being written, drawn before anything is kept."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import StrictSerializer, validated
from backend.common.errors import Invalid
from backend.common.languages import Language
from backend.common.problems import problems
from backend.forms.api.serializers import SchemaField
from backend.forms.models import FormVersion
from backend.forms.services import checked_form
from backend.intake.pages.picture import picture_of
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import Partner


class PageWantedSerializer(StrictSerializer):
    """A form, and which of its pages to draw in which of its languages."""

    schema = SchemaField()
    section = serializers.CharField(max_length=40)
    language = serializers.ChoiceField(choices=Language.choices)


class PageDrawnSerializer(serializers.Serializer[Any]):
    """The page that citizens would get. Questions and sentences under a condition are all on it."""

    html = serializers.CharField(help_text="To be shown in a sandboxed frame of a page of this server.")


class FormPreviewViewSet(PartnerRoomViewSet):
    """Forms that are being written."""

    queryset, serializer_class = FormVersion.objects.none(), PageDrawnSerializer

    @extend_schema(
        operation_id="partners_form_preview",
        tags=["forms"],
        request=PageWantedSerializer,
        responses={200: PageDrawnSerializer, **problems(400)},
    )
    def show(self, request: Request, slug: str) -> Response:
        """Draw a page of a form without keeping it; answers with everything that is wrong, place by place."""
        wanted = validated(PageWantedSerializer, request)
        form, language = checked_form(wanted["schema"]), Language(wanted["language"])
        section = next((one for one in form.sections if one.name == wanted["section"]), None)
        if section is None:
            raise Invalid.field("section", "unknown", _("The form has no such section."))
        if language.value not in form.languages:
            raise Invalid.field("language", "unknown", _("The form is not in this language."))
        partner = Partner.objects.managed_by(self.actor).found(slug)
        html = picture_of(form, section, language=language, partner=partner, request=request._request)
        return Response({"html": html})
