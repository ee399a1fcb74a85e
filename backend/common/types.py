"""Whether a JSON value has the type that its field announces.

REST framework would take 7 for a text, "yes" for a truth, a number for an id, and keep the mistake.
"""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

# The first that fits counts: an e-mail address is a text.
_TYPES: tuple[tuple[type[Any], type[Any]], ...] = (
    (serializers.BooleanField, bool),
    (serializers.IntegerField, int),
    (serializers.CharField, str),
    (serializers.UUIDField, str),
    (serializers.DecimalField, str),
)


def mistaken(field: Any, value: Any) -> ErrorDetail | None:
    """What is wrong with a value that the field would turn into another; the rest it refuses by itself."""
    if _fits(field, value):
        return None
    if isinstance(field, serializers.ChoiceField):
        return ErrorDetail(str(field.error_messages["invalid_choice"]).format(input=value), "invalid_choice")
    texts = serializers.CharField.default_error_messages | field.error_messages
    return ErrorDetail(str(texts["invalid"]), "invalid")


def _fits(field: Any, value: Any) -> bool:
    if isinstance(value, list):
        child = getattr(field, "child", None)
        return child is None or all(_fits(child, one) for one in value)
    if isinstance(value, Mapping):
        child = getattr(field, "child", None) if isinstance(field, serializers.DictField) else None
        return child is None or all(_fits(child, one) for one in value.values())
    return value is None or _is_one(field, value)


def _is_one(field: Any, value: Any) -> bool:
    if isinstance(field, serializers.ChoiceField):
        # Severity "2" is not 2; a word that is no choice at all the field refuses by itself.
        meant = {str(choice): choice for choice in field.choices}.get(str(value), value)
        return isinstance(meant, str) == isinstance(value, str)
    wanted = getattr(field, "json_type", None) or next(
        (wanted for kind, wanted in _TYPES if isinstance(field, kind)), None
    )
    if wanted is int and isinstance(value, float):
        # JSON has one kind of number: 7.0 is 7.
        return value.is_integer()
    return wanted is None or (isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)))
