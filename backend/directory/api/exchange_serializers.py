"""Shapes of import and export as HSDS 3.2."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.api import StrictSerializer, UncheckedField
from backend.directory.services.hsds import ImportReport, Refusal


@extend_schema_field({"oneOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}]})
class DocumentField(UncheckedField):
    """A document of HSDS; every row of it is looked at, and told where it is wrong."""


class ImportSerializer(StrictSerializer):
    """Either a `document` of HSDS, or `files`: file name → text of a CSV file, with datapackage.json or
    without."""

    document: Any = DocumentField(required=False)
    files = serializers.DictField(child=serializers.CharField(trim_whitespace=False), required=False)
    only_check = serializers.BooleanField(default=False, help_text="Only say what would happen.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("document" in attrs) == ("files" in attrs):
            raise serializers.ValidationError({"document": ["document | files"]}, code="required")
        return attrs


class RefusalSerializer(serializers.Serializer[Refusal]):
    """A row, and the code of what is the matter with it."""

    table = serializers.CharField()
    row = serializers.IntegerField()
    where = serializers.CharField(help_text="The file, or the way to the object in the document.")
    id = serializers.CharField(help_text="As far as one could be read.")
    field = serializers.CharField()
    code = serializers.CharField()


class CountsSerializer(serializers.Serializer[dict[str, int]]):
    created = serializers.IntegerField()
    changed = serializers.IntegerField()
    unchanged = serializers.IntegerField()
    refused = serializers.IntegerField()


class ImportReportSerializer(serializers.Serializer[ImportReport]):
    """What became of every row: each is counted once."""

    rows = serializers.IntegerField()
    counts = serializers.DictField(child=CountsSerializer(), help_text="By table.")
    refusals = RefusalSerializer(many=True)
    notices = RefusalSerializer(many=True, help_text="Of rows that were taken: what a person should look at.")


class DocumentSerializer(serializers.Serializer[dict[str, Any]]):
    """What HSDS gives at `/organizations` and `/services`, in full."""

    organizations = serializers.DictField()
    services = serializers.DictField()


class FilesSerializer(serializers.Serializer[dict[str, Any]]):
    """A tabular data package: file name → text."""

    files = serializers.DictField(child=serializers.CharField())
