"""Shapes of places, institutions and categories on the wire."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.directory.api.fields import (
    CodeField,
    CodeOf,
    InCallersLanguage,
    LabelsField,
    LanguagesField,
    WebsiteField,
)
from backend.directory.kinds import ChannelKind, InstitutionKind, InstitutionLevel
from backend.directory.models import Category, Country, Institution, InstitutionChannel, Place

_CODES = serializers.ListField(child=serializers.CharField())


class PlaceSerializer(serializers.ModelSerializer[Place]):
    """A country, region, municipality or administrative unit."""

    names = LabelsField(read_only=True)
    name = InCallersLanguage("names")
    parent: Any = CodeOf(allow_null=True)
    ancestors = serializers.SerializerMethodField(help_text="Codes from the country down, without its own.")

    class Meta:
        model = Place
        fields = ("code", "level", "country", "names", "name", "parent", "ancestors", "source", "version")
        read_only_fields = fields

    @extend_schema_field(_CODES)
    def get_ancestors(self, place: Place) -> list[str]:
        return place.path.split("/")[:-2]


SENSITIVE_HELP = "Of cases of this term, and of terms below it, the public is never told anything."


class CategorySerializer(serializers.ModelSerializer[Category]):
    """A term of the tree of what complaints are about."""

    labels = LabelsField(read_only=True)
    label: Any = InCallersLanguage("labels")
    parent: Any = CodeOf(allow_null=True)
    ancestors = serializers.SerializerMethodField(help_text="Codes from the root down, without its own.")
    kinds = serializers.ListField(child=serializers.ChoiceField(choices=CaseKind.choices), read_only=True)

    class Meta:
        model = Category
        fields = (
            *("code", "labels", "label", "parent", "ancestors", "kinds", "position", "is_active"),
            *("is_sensitive", "version"),
        )
        read_only_fields = fields

    @extend_schema_field(_CODES)
    def get_ancestors(self, category: Category) -> list[str]:
        return category.path.split("/")[:-2]


class CategoryChangesSerializer(StrictSerializer):
    """What may change of a category."""

    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=CaseKind.choices), min_length=1, max_length=4, required=False
    )
    labels = LabelsField(required=False)
    position = serializers.IntegerField(min_value=0, max_value=10_000, required=False)
    is_active = serializers.BooleanField(required=False, help_text="false takes it out of use.")
    is_sensitive = serializers.BooleanField(required=False, help_text=SENSITIVE_HELP)


class NewCategorySerializer(StrictSerializer):
    """A new term. Code and place in the tree can never change."""

    code = CodeField()
    parent: Any = serializers.CharField(max_length=60, allow_null=True, help_text="Code; null for a root.")
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=CaseKind.choices), min_length=1, max_length=4
    )
    labels = LabelsField()
    position = serializers.IntegerField(min_value=0, max_value=10_000, default=0)
    is_sensitive = serializers.BooleanField(default=False, help_text=SENSITIVE_HELP)


class ChannelSerializer(serializers.ModelSerializer[InstitutionChannel]):
    """A way to reach an institution; `valid_until` is null while it works. `problem_since`: letters that
    went there came back; confirming it clears that."""

    class Meta:
        model = InstitutionChannel
        fields = (
            "id",
            "kind",
            "value",
            "confirmed_on",
            "valid_from",
            "valid_until",
            "source",
            "problem_since",
        )
        read_only_fields = fields


class InstitutionSerializer(serializers.ModelSerializer[Institution]):
    """A public body. What is not known is null or empty, never guessed."""

    names = LabelsField(read_only=True)
    name = InCallersLanguage("names")
    parent: Any = CodeOf(allow_null=True)
    place = CodeOf(allow_null=True, help_text="Where it sits.")
    areas = CodeOf(many=True, help_text="Places for which it is competent.")
    successor = CodeOf(allow_null=True)
    languages = serializers.ListField(child=serializers.ChoiceField(choices=Language.choices), read_only=True)
    website = serializers.CharField(read_only=True, help_text="An address, or empty.")

    class Meta:
        model = Institution
        fields = (
            *("code", "kind", "level", "country", "names", "name", "parent", "place", "areas", "languages"),
            *("accepts_anonymous", "website", "valid_from", "valid_until", "successor", "source"),
            *("verified_on", "version"),
        )
        read_only_fields = fields


class InstitutionDetailSerializer(InstitutionSerializer):
    """A public body with all its channels, the ended ones too."""

    channels = ChannelSerializer(many=True, read_only=True)

    class Meta:
        model = Institution
        fields = (*InstitutionSerializer.Meta.fields, "channels")
        read_only_fields = fields


class InstitutionChangesSerializer(StrictSerializer):
    """What may change of an institution; other rows are named by code."""

    kind = serializers.ChoiceField(choices=InstitutionKind.choices, required=False)
    level = serializers.ChoiceField(choices=InstitutionLevel.choices, required=False)
    country = serializers.ChoiceField(choices=Country.choices, required=False)
    names = LabelsField(required=False)
    parent: Any = serializers.CharField(max_length=60, allow_null=True, required=False)
    place = serializers.CharField(max_length=60, allow_null=True, required=False)
    areas = serializers.ListField(child=serializers.CharField(max_length=60), max_length=300, required=False)
    languages = LanguagesField(required=False)
    accepts_anonymous = serializers.BooleanField(
        allow_null=True, required=False, help_text="null where it is not known."
    )
    website = WebsiteField(allow_blank=True, required=False)
    valid_from = serializers.DateField(allow_null=True, required=False)
    valid_until = serializers.DateField(allow_null=True, required=False)
    successor = serializers.CharField(max_length=60, allow_null=True, required=False)
    source: Any = serializers.CharField(max_length=500, allow_blank=True, required=False)
    verified_on = serializers.DateField(allow_null=True, required=False)


class NewInstitutionSerializer(InstitutionChangesSerializer):
    """A new institution. The code can never change."""

    code = CodeField()
    kind = serializers.ChoiceField(choices=InstitutionKind.choices)
    level = serializers.ChoiceField(choices=InstitutionLevel.choices)
    country = serializers.ChoiceField(choices=Country.choices)
    names = LabelsField()
    source: Any = serializers.CharField(max_length=500, help_text="Where this is known from.")


class NewChannelSerializer(StrictSerializer):
    """A way to reach the institution."""

    kind = serializers.ChoiceField(choices=ChannelKind.choices)
    value = serializers.CharField(max_length=300)
    source: Any = serializers.CharField(max_length=500, allow_blank=True, default="")
    confirmed_on = serializers.DateField(
        allow_null=True, default=None, help_text="The day somebody tried it, if anybody did."
    )


class ChannelConfirmationSerializer(StrictSerializer):
    """When the channel was tried; today if left out."""

    confirmed_on = serializers.DateField(allow_null=True, default=None)
