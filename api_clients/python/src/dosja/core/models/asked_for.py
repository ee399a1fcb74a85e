from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..models.shared_field import SharedField
from ..models.urgency import Urgency

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="AskedFor")


@_attrs_define
class AskedFor:
    """What the other partner is told before it accepts: no name, no words, no reference number.

    Attributes:
        from_partner (str):
        to_partner (str):
        need (Entry): A place, institution or category: its stable code, its name in your language.
        place (Entry | None):
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        urgency (Urgency): * `routine` - Within weeks
            * `soon` - Within days
            * `urgent` - Today or tomorrow
        fields (list[SharedField]): What of the case the acceptance opens.
        expires_at (datetime.datetime):
    """

    from_partner: str
    to_partner: str
    need: Entry
    place: Entry | None
    language: Language
    urgency: Urgency
    fields: list[SharedField]
    expires_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        from_partner = self.from_partner

        to_partner = self.to_partner

        need = self.need.to_dict()

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        language = self.language.value

        urgency = self.urgency.value

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.value
            fields.append(fields_item)

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from_partner": from_partner,
                "to_partner": to_partner,
                "need": need,
                "place": place,
                "language": language,
                "urgency": urgency,
                "fields": fields,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        from_partner = d.pop("from_partner")

        to_partner = d.pop("to_partner")

        need = Entry.from_dict(d.pop("need"))

        def _parse_place(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Entry.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        place = _parse_place(d.pop("place"))

        language = Language(d.pop("language"))

        urgency = Urgency(d.pop("urgency"))

        fields = []
        _fields = d.pop("fields")
        for fields_item_data in _fields:
            fields_item = SharedField(fields_item_data)

            fields.append(fields_item)

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        asked_for = cls(
            from_partner=from_partner,
            to_partner=to_partner,
            need=need,
            place=place,
            language=language,
            urgency=urgency,
            fields=fields,
            expires_at=expires_at,
        )

        asked_for.additional_properties = d
        return asked_for

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
