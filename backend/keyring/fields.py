"""Encrypted fields: sealed under the row's data key, bound to their place, opened only when they are read."""

import copy
import json
from base64 import b64decode, b64encode
from typing import Any, NoReturn
from uuid import UUID

from django.core import checks
from django.core.exceptions import FieldDoesNotExist, FieldError, ValidationError
from django.db import models
from django.db.models.signals import post_init
from django.utils.translation import gettext_lazy as _

from backend.common import crypto
from backend.common.errors import Invalid
from backend.keyring import alarms
from backend.keyring.envelope import OpenKey, open_key
from backend.keyring.sealed import Place, Sealed, Unsealed

_FORMAT = 1
_IN_FIXTURES = "sealed:"


class OpenedAttribute:
    """The attribute under the field's name: reading opens, setting waits for the next save to be sealed."""

    def __init__(self, field: "EncryptedField") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model] | None = None) -> Any:
        return self if instance is None else self.field.opened(instance)

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.held(value)


class EncryptedField(models.Field):
    """Base of the encrypted fields. The row has a UUID for a primary key and a foreign key to its DataKey,
    `data_key` unless `key` names another.

    `name` reads and takes words; `name_sealed` (the column) holds the sealed bytes, as a foreign key keeps
    its `_id` beside the object. Lists that read many rows add `select_related("data_key__partner_key")`.
    A renamed model or field keeps its old name in `sealed_as`, because the name is part of the seal.
    """

    def __init__(
        self, *args: Any, key: str = "data_key", sealed_as: str | None = None, **kwargs: Any
    ) -> None:
        self.key, self.sealed_as = key, sealed_as
        # Out of model forms, as Django's own binary field is.
        super().__init__(*args, **{"editable": False} | kwargs)

    # What a kind of field fills in.

    def dumped(self, value: Any) -> bytes:
        """A value as the bytes that are sealed. Raises Invalid or TypeError."""
        raise NotImplementedError

    def loaded(self, serialized: bytes) -> Any:
        """The value of opened bytes."""
        raise NotImplementedError

    def same(self, held: Sealed) -> bool:
        """Whether what the caller got to read is still what was sealed."""
        return True

    # Reading and writing an instance.

    def held(self, value: Any) -> Sealed | Unsealed | None:
        """A value as an instance holds it."""
        return value if value is None or isinstance(value, Sealed | Unsealed) else Unsealed(value)

    def opened(self, instance: models.Model) -> Any:
        """The words. Raises KeyDestroyed, SealBroken."""
        held = getattr(instance, self.attname)
        if isinstance(held, Unsealed):
            return held.value
        if not isinstance(held, Sealed):
            return held
        if not held.is_read:
            self._open(instance, held)
        return held.opened

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        held = self.held(getattr(model_instance, self.attname))
        if isinstance(held, Sealed):
            here = self._place(model_instance)
            unmoved = held.place in (None, here)
            if unmoved and (not held.is_read or self.same(held)):
                return held
            # A copied row, another key, or a list that was changed in place: the seal has to be a new one.
            held = Unsealed(held.opened if held.is_read else self._open(model_instance, held))
        if held is None:
            return None
        sealed = self._seal(model_instance, held.value)
        model_instance.__dict__[self.attname] = sealed
        return sealed

    def sealed_for(self, key: OpenKey, row: UUID, value: Any) -> bytes:
        """A value sealed for a row that is written without an instance, among a great many."""
        return crypto.seal(key.secret, self.dumped(value), self._aad(key, (None, row)))

    def _seal(self, instance: models.Model, value: Any) -> Sealed:
        serialized = self.dumped(value)
        place = self._place(instance)
        key = self._key(instance, place)
        sealed = Sealed(crypto.seal(key.secret, serialized, self._aad(key, place)))
        sealed.place = place
        sealed.remember(value, serialized)
        return sealed

    def _open(self, instance: models.Model, held: Sealed) -> Any:
        place = held.place or self._place(instance)
        key = self._key(instance, place)
        try:
            serialized = crypto.open_sealed(key.secret, held, self._aad(key, place))
        except crypto.SealBroken:
            if place[0] is not None:
                alarms.note(self._seal_name(), place[0])
            raise
        held.remember(self.loaded(serialized), serialized)
        return held.opened

    def _key(self, instance: models.Model, place: Place) -> OpenKey:
        if place[0] is None or place[1] is None:
            raise ValueError(f"{self._seal_name()} is sealed by the row's {self.key}: set it before saving")
        loaded = instance._state.fields_cache.get(self.key)
        return open_key(place[0], loaded if loaded is not None and loaded.pk == place[0] else None)

    def _place(self, instance: models.Model) -> Place:
        return getattr(instance, f"{self.key}_id"), instance.pk

    def _seal_name(self) -> str:
        return self.sealed_as or f"{self.model._meta.label_lower}.{self.name}"

    def _aad(self, key: OpenKey, place: Place) -> bytes:
        return crypto.aad("field", _FORMAT, key.subject_id, key.purpose, self._seal_name(), str(place[1]))

    # What Django asks of a field.

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.name, OpenedAttribute(self))
        if not cls._meta.abstract:
            # A row that is copied (new primary key, save) opens under the place it was loaded from.
            post_init.connect(self._remember_place, sender=cls)

    def _remember_place(self, instance: models.Model, **_signal: Any) -> None:
        fields = instance.__dict__
        held = fields.get(self.attname)
        if type(held) is Sealed and held.place is None and f"{self.key}_id" in fields:
            held.place = self._place(instance)

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_attname(self) -> str:
        return f"{self.name}_sealed"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(value)

    def get_default(self) -> Any:
        if self.has_default():
            return self.held(self.default() if callable(self.default) else copy.copy(self.default))
        return None

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value.startswith(_IN_FIXTURES):
            return Sealed(b64decode(value.removeprefix(_IN_FIXTURES)))
        return value

    def value_to_string(self, obj: models.Model) -> str:
        held = self.value_from_object(obj)
        if not isinstance(held, Sealed):
            raise TypeError("only saved rows are serialized, with their sealed bytes")
        return _IN_FIXTURES + b64encode(held).decode("ascii")

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Check words that wait to be sealed; sealed bytes were checked when they were sealed."""
        if value is None or isinstance(value, Sealed):
            self._check_null(value)
            return value
        words = value.value if isinstance(value, Unsealed) else value
        if not self.blank and words in self.empty_values:
            raise ValidationError(self.error_messages["blank"], code="blank")
        self.run_validators(words)
        try:
            self.dumped(words)
        except Invalid as wrong:
            error = wrong.errors[0]
            raise ValidationError(str(error.message), code=error.code) from None
        return value

    def _check_null(self, value: Any) -> None:
        if value is None and not self.null:
            raise ValidationError(self.error_messages["null"], code="null")

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None:
            return None
        if isinstance(value, Sealed):
            return connection.Database.Binary(bytes(value))
        # Never the value: this text reaches logs.
        raise TypeError(
            f"{self._seal_name()} is sealed when a row is saved: use save() or bulk_create(), not update()"
        )

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        return self._refuse_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        return self._refuse_lookup(lookup_name)

    def _refuse_lookup(self, lookup_name: str) -> NoReturn:
        raise FieldError(f"{self.name} is encrypted: the database can only tell isnull, not {lookup_name}")

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if self.editable:
            kwargs["editable"] = True
        else:
            del kwargs["editable"]
        if self.key != "data_key":
            kwargs["key"] = self.key
        if self.sealed_as:
            kwargs["sealed_as"] = self.sealed_as
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_row()]

    def _check_row(self) -> list[checks.CheckMessage]:
        found: list[checks.CheckMessage] = []
        if not isinstance(self.model._meta.pk, models.UUIDField):
            found.append(
                checks.Error("an encrypted field needs a UUID primary key", obj=self, id="keyring.E001")
            )
        try:
            target = self.model._meta.get_field(self.key).related_model
        except FieldDoesNotExist:
            target = None
        if getattr(getattr(target, "_meta", None), "label", "") != "keyring.DataKey":
            message = f"an encrypted field needs a foreign key {self.key} to keyring.DataKey"
            found.append(checks.Error(message, obj=self, id="keyring.E002"))
        return found


class EncryptedTextField(EncryptedField):
    """Words. `max_length` counts characters."""

    _pyi_private_get_type: str
    _pyi_private_set_type: str
    empty_values = [None, ""]

    def dumped(self, value: Any) -> bytes:
        if not isinstance(value, str):
            raise TypeError(f"{self._seal_name()} holds text, not {type(value).__name__}")
        if self.max_length is not None and len(value) > self.max_length:
            raise Invalid.field(self.name, "max_length", _("This text is too long."))
        return _utf8(self.name, value)

    def loaded(self, serialized: bytes) -> str:
        return serialized.decode()


class EncryptedJSONField(EncryptedField):
    """Answers, lists: whatever JSON can say. `max_length` counts the characters of the JSON text."""

    empty_values = [None]

    def dumped(self, value: Any) -> bytes:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        if self.max_length is not None and len(text) > self.max_length:
            raise Invalid.field(self.name, "max_length", _("This is too long."))
        return _utf8(self.name, text)

    def loaded(self, serialized: bytes) -> Any:
        return json.loads(serialized)

    def same(self, held: Sealed) -> bool:
        return self.dumped(held.opened) == held.serialized


class EncryptedBytesField(EncryptedField):
    """Bytes as they are, such as a letter's pages. `max_length` counts bytes."""

    empty_values = [None, b""]

    def dumped(self, value: Any) -> bytes:
        if not isinstance(value, bytes):
            raise TypeError(f"{self._seal_name()} holds bytes, not {type(value).__name__}")
        if self.max_length is not None and len(value) > self.max_length:
            raise Invalid.field(self.name, "max_length", _("This is too long."))
        return value

    def loaded(self, serialized: bytes) -> bytes:
        return serialized


def _utf8(field: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        # "from None": the error of the codec carries the text.
        raise Invalid.field(field, "invalid_characters", _("This text holds broken characters.")) from None
