from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.likeness_strength import LikenessStrength

if TYPE_CHECKING:
    from ..models.case_row import CaseRow
    from ..models.in_common import InCommon


T = TypeVar("T", bound="PossibleDuplicate")


@_attrs_define
class PossibleDuplicate:
    """A case that may be the same, and why. Who the complainants are is not told.

    Attributes:
        case (CaseRow): A row of a list. `summary` and `assignee` are null where you may not read them. What stands
            under
            `extra` is null unless the list was asked for it, and where you may not read it.
        strength (LikenessStrength): * `strong` - Very likely the same
            * `likely` - Likely the same
            * `possible` - Possibly the same
        why (list[InCommon]):
        words (list[str]): Words of its summary that stand in both.
    """

    case: CaseRow
    strength: LikenessStrength
    why: list[InCommon]
    words: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case = self.case.to_dict()

        strength = self.strength.value

        why = []
        for why_item_data in self.why:
            why_item = why_item_data.to_dict()
            why.append(why_item)

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "case": case,
                "strength": strength,
                "why": why,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_row import CaseRow  # noqa: PLC0415
        from ..models.in_common import InCommon  # noqa: PLC0415

        d = dict(src_dict)
        case = CaseRow.from_dict(d.pop("case"))

        strength = LikenessStrength(d.pop("strength"))

        why = []
        _why = d.pop("why")
        for why_item_data in _why:
            why_item = InCommon.from_dict(why_item_data)

            why.append(why_item)

        words = cast(list[str], d.pop("words"))

        possible_duplicate = cls(
            case=case,
            strength=strength,
            why=why,
            words=words,
        )

        possible_duplicate.additional_properties = d
        return possible_duplicate

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
