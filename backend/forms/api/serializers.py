"""How forms look on the wire."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.api import StrictSerializer, UncheckedField
from backend.forms.core import PURPOSES
from backend.forms.models import FormVersion
from backend.forms.public import written_out
from backend.forms.schema import TYPES

_LABELS: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "string"}}
_CONDITION: dict[str, Any] = {"type": "object", "additionalProperties": True}
_QUESTION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "core": {"type": "string", "description": "The field of a complaint that it feeds."},
        "type": {"type": "string", "description": ", ".join(TYPES)},
        "label": _LABELS,
        "help": _LABELS,
        "missing": _LABELS,
        "required": {"oneOf": [{"type": "boolean"}, _CONDITION]},
        "when": _CONDITION,
        "longest": {"type": "integer"},
        "least": {"type": "integer"},
        "most": {"type": "integer"},
        "options": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"value": {"type": "string"}, "label": _LABELS, "hint": _LABELS},
                "required": ["value", "label"],
            },
        },
    },
    "required": ["name", "type", "label"],
}
_SECTION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "title": _LABELS,
        "intro": _LABELS,
        "notes": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"text": _LABELS, "when": _CONDITION},
                "required": ["text"],
            },
        },
        "when": _CONDITION,
        "questions": {"type": "array", "items": _QUESTION},
    },
    "required": ["name", "title", "questions"],
}
_CODES: dict[str, Any] = {"type": ["array", "null"], "items": {"type": "string"}}
_CONSENT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "purpose": {"type": "string", "description": ", ".join(PURPOSES)},
        "version": {"type": "string"},
        "text": _LABELS,
        "hint": _LABELS,
        "hints": {"type": "object", "additionalProperties": _LABELS},
        "required": {"type": "boolean"},
    },
    "required": ["purpose", "version", "text"],
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "What a form asks, in which order and under which conditions: see docs/forms.md.",
    "properties": {
        "languages": {"type": "array", "items": {"type": "string"}},
        "kinds": {"type": "array", "items": {"type": "string"}},
        "categories": _CODES,
        "places": _CODES,
        "consents": {"type": "array", "items": _CONSENT},
        "sections": {"type": "array", "items": _SECTION},
    },
    "required": ["languages", "kinds", "consents", "sections"],
}


@extend_schema_field(SCHEMA)
class SchemaField(UncheckedField):
    """A form's schema. What it says is checked by the service."""


class SchemaSerializer(StrictSerializer):
    """A form to be kept as the draft."""

    schema = SchemaField()


class FormVersionSerializer(serializers.Serializer[FormVersion]):
    """One version of a form, without what it asks."""

    id = serializers.UUIDField()
    number = serializers.IntegerField(allow_null=True, help_text="None for the draft.")
    state = serializers.ChoiceField(FormVersion.State.choices)
    is_shipped = serializers.SerializerMethodField(
        help_text="Whether it is the form that comes with Dosja, which changes with a release."
    )
    created_at = serializers.DateTimeField()
    published_at = serializers.DateTimeField(allow_null=True)

    def get_is_shipped(self, version: FormVersion) -> bool:
        return version.number is not None and version.published_by_id is None


class FormVersionDetailSerializer(FormVersionSerializer):
    """One version of a form."""

    schema = SchemaField()


class FormStateSerializer(serializers.Serializer[Any]):
    """What a partner asks by today, and what it is preparing."""

    published = FormVersionDetailSerializer()
    draft = FormVersionDetailSerializer(allow_null=True)


class PublicFormSerializer(serializers.Serializer[FormVersion]):
    """The form by which a partner asks today, with the conditions that every form has written out."""

    partner = serializers.CharField(source="partner.name")
    number = serializers.IntegerField(help_text="Send it as `form` with a complaint.")
    published_at = serializers.DateTimeField()
    schema = serializers.SerializerMethodField()

    @extend_schema_field(SCHEMA)
    def get_schema(self, version: FormVersion) -> dict[str, Any]:
        return written_out(version.schema, version.form)
