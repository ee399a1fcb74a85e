"""Shapes of letterheads and letter templates on the wire."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.correspondence.models import LONGEST_SUBJECT, LONGEST_TEXT, Letterhead
from backend.correspondence.placeholders import PLACEHOLDERS
from backend.correspondence.services.templates import Template
from backend.directory.api.fields import TEXTS, LabelsField, WebsiteField


@extend_schema_field({"type": "object", "properties": TEXTS, "additionalProperties": False})
class OptionalLabelsField(LabelsField):
    """`{language: text}`, or `{}` for nothing."""

    def to_internal_value(self, data: Any) -> dict[str, str]:
        return {} if data == {} else super().to_internal_value(data)


class LetterheadSerializer(serializers.Serializer[Letterhead]):
    """What the partner's letters carry. Where `names` is empty, the partner's name stands."""

    names = OptionalLabelsField()
    address_lines = serializers.ListField(child=serializers.CharField())
    registration_number = serializers.CharField()
    phone = serializers.CharField()
    email = serializers.CharField()
    website = serializers.CharField()
    places = OptionalLabelsField()
    signatory = serializers.CharField()
    functions = OptionalLabelsField()
    version = serializers.IntegerField(help_text="As in the ETag; 0 while nothing was said.")


class LetterheadChanges(StrictSerializer):
    """What changes on the letterhead; send only that."""

    names = OptionalLabelsField(required=False, help_text="The organisation's name in its languages.")
    address_lines = serializers.ListField(
        child=serializers.CharField(max_length=120), max_length=6, required=False
    )
    registration_number = serializers.CharField(max_length=60, allow_blank=True, required=False)
    phone = serializers.CharField(max_length=60, allow_blank=True, required=False)
    email = serializers.EmailField(max_length=254, allow_blank=True, required=False)
    website = WebsiteField(allow_blank=True, required=False)
    places = OptionalLabelsField(required=False, help_text="Where letters are written, such as `Tiranë`.")
    signatory = serializers.CharField(max_length=150, allow_blank=True, required=False)
    functions = OptionalLabelsField(required=False, help_text="The function of the person who signs.")


class LetterTemplateSerializer(serializers.Serializer[Template]):
    """The template in force, and the shipped one beside it."""

    kind = serializers.ChoiceField(choices=CaseKind.choices)
    language = serializers.ChoiceField(choices=Language.choices)
    subject = serializers.CharField()
    text = serializers.CharField()
    is_own = serializers.BooleanField(help_text="False: the shipped words are in force.")
    shipped_subject = serializers.CharField()
    shipped_text = serializers.CharField()
    version = serializers.IntegerField(help_text="As in the ETag; 0 while there was none of your own.")


class NewLetterTemplate(StrictSerializer):
    """The partner's own words. Lines of `text` whose placeholder has nothing to say are left out."""

    subject = serializers.CharField(max_length=LONGEST_SUBJECT)
    text = serializers.CharField(
        max_length=LONGEST_TEXT,
        help_text="\n".join(f"- `{{{name}}}`: {meaning}" for name, meaning in PLACEHOLDERS.items()),
    )
