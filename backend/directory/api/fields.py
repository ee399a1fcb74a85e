"""Fields that several shapes of the directory share."""

from typing import Any

from django.core.exceptions import ValidationError as ModelValidationError
from django.core.validators import URLValidator
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.languages import Language, label_in, validate_labels
from backend.directory.models.fields import CODE

TEXTS = {language.value: {"type": "string", "maxLength": 500} for language in Language}


@extend_schema_field(
    {"type": "object", "properties": TEXTS, "additionalProperties": False, "minProperties": 1}
)
class LabelsField(serializers.DictField):
    """`{language: text}` in the languages that are known."""

    child = serializers.CharField(max_length=500)

    def to_internal_value(self, data: Any) -> dict[str, str]:
        texts: dict[str, str] = super().to_internal_value(data)
        try:
            validate_labels(texts)
        except ModelValidationError as error:
            raise serializers.ValidationError(error.messages[0], code=error.code) from None
        return texts


class InCallersLanguage(serializers.CharField):
    """One of the labels, in the language of the request or the nearest that has a text."""

    def __init__(self, source: str) -> None:
        super().__init__(source=source, read_only=True)

    def to_representation(self, value: Any) -> str:
        return label_in(value)


class CodeField(serializers.RegexField):
    """The code of a row of the directory."""

    def __init__(self, **options: Any) -> None:
        super().__init__(CODE, max_length=60, **options)


class LanguagesField(serializers.ListField):
    """Some of the five languages, each once."""

    child = serializers.ChoiceField(choices=Language.choices)

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=len(Language), **options)

    def to_internal_value(self, data: Any) -> list[str]:
        return list(dict.fromkeys(super().to_internal_value(data)))


class WebsiteField(serializers.URLField):
    """A public address; nothing but http and https, as screens make links of it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=200, validators=[URLValidator(schemes=["http", "https"])], **options)


class CodeOf(serializers.SlugRelatedField):
    """A related row by its code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(slug_field="code", read_only=True, **options)
