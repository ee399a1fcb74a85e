"""Narrowing of lists by query parameters: a parameter that does nothing is refused."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters

from backend.common.errors import FieldError, Invalid
from backend.common.pagination import KeysetPagination

PAGING: Final = frozenset({"cursor", "page_size"})
_UNKNOWN = _("This list has no such parameter.")
_EMPTY = _("Give a value, or leave the parameter out.")
_REPEATED = _("Give this parameter once.")
_PAGE_SIZE = _("Ask for 1 to %(most)d rows.")


def refuse_unknown_parameters(
    given: QueryDict, known: Iterable[str], *, repeatable: Iterable[str] = ()
) -> None:
    """A misspelt, empty or doubled filter would show more than was asked for. Raises Invalid, naming each."""
    expected, many = {*known, *PAGING}, set(repeatable)
    errors = []
    for name in sorted(given):
        values = given.getlist(name)
        if name not in expected:
            errors.append(FieldError(_shown(name), "unknown_parameter", _UNKNOWN))
        elif not all(value.strip() for value in values):
            errors.append(FieldError(name, "empty_parameter", _EMPTY))
        elif len(values) > 1 and name not in many:
            errors.append(FieldError(name, "repeated_parameter", _REPEATED))
        elif name == "page_size" and not _is_page_size(values[0]):
            message = str(_PAGE_SIZE) % {"most": KeysetPagination.max_page_size}
            errors.append(FieldError(name, "invalid_page_size", message))
    if errors:
        raise Invalid(errors[:20])


def _is_page_size(text: str) -> bool:
    """DRF takes what is no number for "as usual"."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    return 1 <= number <= KeysetPagination.max_page_size


def _shown(name: str) -> str:
    """A sender's word, safe to repeat."""
    return "".join(char if char.isprintable() else "?" for char in name)[:60]


class StrictFilterSet(filters.FilterSet):
    """Filters of a list; parameters that it does not name are refused with code `unknown_parameter`."""

    # Names of filters that may be given more than once.
    repeatable: frozenset[str] = frozenset()

    def is_valid(self) -> bool:
        refuse_unknown_parameters(self.data, self.base_filters, repeatable=self.repeatable)
        return bool(super().is_valid())


class TruthFilter(filters.ChoiceFilter):
    """`true` or `false`. django-filter's own takes any other word for "no filter" and shows all rows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=(("true", _("yes")), ("false", _("no"))), **options)

    def filter(self, rows: Any, value: str | None) -> Any:
        return rows.filter(**{self.field_name: value == "true"}) if value else rows
