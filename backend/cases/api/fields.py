"""Fields that speak in codes and slugs: `"category": "undue_fee"` in, `{"code": …, "name": …}` out."""

import re
from datetime import UTC, datetime, time
from typing import Any, Final
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.errors import Invalid
from backend.directory import lookups
from backend.directory.models import Category, DeadlineRule, Institution, Place
from backend.partners.models import Partner, User

_LOOKUPS: dict[type[Model], lookups.Lookup[Any]] = {
    Category: lookups.categories,
    Institution: lookups.institutions,
    Place: lookups.places,
}


class EntrySerializer(serializers.Serializer[Any]):
    """A place, institution or category: its stable code, its name in your language."""

    code = serializers.CharField()
    name = serializers.CharField()


class PersonSerializer(serializers.Serializer[Any]):
    """A member of staff."""

    id = serializers.UUIDField()
    name = serializers.CharField()


@extend_schema_field(EntrySerializer(allow_null=True))
class EntryField(serializers.Field[Any, Any, Any, Any]):
    """Shows a foreign key into the directory from memory, without a query."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: int) -> dict[str, str]:
        return shown_entry(_LOOKUPS[self.model], value)


def shown_entry(lookup: lookups.Lookup[Any], id: int) -> dict[str, str]:
    """An entry of the directory as the API shows it."""
    entry = lookup.with_id(id)
    return {"code": entry.code, "name": entry.name}


def told_as(shape: Any, **kwargs: Any) -> Any:
    """A field that is described only: what it says is made as plain data."""
    described = type("ToldField", (serializers.ReadOnlyField,), {})
    return extend_schema_field(shape)(described)(**kwargs)


class ChoiceOrNull(serializers.ChoiceField):
    """Shows one of several words; null where the column is empty."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices=choices, read_only=True, allow_null=True, **kwargs)

    def to_representation(self, value: str) -> Any:
        return value or None


@extend_schema_field(PersonSerializer(allow_null=True))
class PersonField(serializers.Field[Any, Any, Any, Any]):
    """Shows a member of staff by id and name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: User) -> dict[str, str]:
        return shown_person(value.pk, value.name)


def shown_person(id: UUID, name: str) -> dict[str, str]:
    """A member of staff as the API shows it."""
    return {"id": str(id), "name": name}


def shown_moment(moment: datetime | None) -> str | None:
    """A moment as REST framework's own field shows it."""
    return None if moment is None else f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


@extend_schema_field({"type": "string", "maxLength": 100})
class NamedRowField(serializers.Field[Any, Any, Any, Any]):
    """Takes the stable name of a row: a code or a slug."""

    json_type = str

    default_error_messages = {"unknown": _("There is none by this name.")}

    def find(self, name: str) -> Model | None:
        raise NotImplementedError

    def to_internal_value(self, data: Any) -> Model:
        found = self.find(serializers.CharField(max_length=100).run_validation(data))
        if found is None:
            self.fail("unknown")
        return found


class CodeField(NamedRowField):
    """Takes the code of a row in the directory."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(**kwargs)

    def find(self, name: str) -> Model:
        try:
            entry = _LOOKUPS[self.model].with_code(name, field="code")
        except Invalid as refusal:
            error = refusal.errors[0]
            raise serializers.ValidationError(str(error.message), code=error.code) from None
        return self.model._default_manager.get(pk=entry.id)


class DeadlineRuleField(NamedRowField):
    """Takes the code of a deadline rule."""

    def find(self, name: str) -> DeadlineRule | None:
        return DeadlineRule.objects.filter(code=name).first()


class PartnerField(NamedRowField):
    """Takes the slug of a partner at work."""

    def find(self, name: str) -> Partner | None:
        return Partner.objects.filter(slug=name, is_active=True).first()


class PeopleField(serializers.ListField):
    """Takes ids of members of staff, each once."""

    child = serializers.UUIDField()
    default_error_messages = {"unknown_person": _("There is no such member of staff.")}

    def to_internal_value(self, data: Any) -> list[User]:
        ids: set[UUID] = set(super().to_internal_value(data))
        found = list(User.objects.filter(pk__in=ids, is_active=True))
        if len(found) != len(ids):
            self.fail("unknown_person")
        return found


@extend_schema_field({"type": "string", "format": "uuid"})
class OnePersonField(NamedRowField):
    """Takes the id of one member of staff."""

    default_error_messages = {"unknown": _("There is no such member of staff.")}

    def find(self, name: str) -> User | None:
        try:
            return User.objects.filter(pk=UUID(name), is_active=True).first()
        except ValueError:
            return None


_CLOCK_TIME: Final = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"


@extend_schema_field({"type": "string", "pattern": _CLOCK_TIME})
class ClockTimeField(serializers.TimeField):
    """Hour and minute as they stand on a wall: `09:30`. Which clocks are meant, the field's help says."""

    json_type = str

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", input_formats=["%H:%M"], **kwargs)

    def to_internal_value(self, value: Any) -> time:
        if not isinstance(value, str) or not re.fullmatch(_CLOCK_TIME, value, re.ASCII):
            self.fail("invalid", format="hh:mm")
        return super().to_internal_value(value)
