from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_order import CaseOrder
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.case_query import CaseQuery
    from ..models.gone import Gone
    from ..models.person import Person


T = TypeVar("T", bound="SavedView")


@_attrs_define
class SavedView:
    """A view. While something of it is `gone`, the list does not take its filters as they are.

    Attributes:
        id (UUID):
        name (str):
        author (None | Person):
        filters (CaseQuery): How a list or count of cases is narrowed. Repeat `state`, `stage`, `kind`, `severity` for
            several.
        columns (list[str]):
        ordering (CaseOrder): * `-opened_at` - -opened_at
            * `opened_at` - opened_at
            * `due_at` - due_at
            * `-due_at` - -due_at
        board (bool):
        gone (list[Gone]):
        may_change (bool): Whether you may change and delete it.
        version (int): As in the ETag.
        partner (None | str | Unset): Where it is shared; null: yours.
    """

    id: UUID
    name: str
    author: None | Person
    filters: CaseQuery
    columns: list[str]
    ordering: CaseOrder
    board: bool
    gone: list[Gone]
    may_change: bool
    version: int
    partner: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        author: dict[str, Any] | None
        if isinstance(self.author, Person):
            author = self.author.to_dict()
        else:
            author = self.author

        filters = self.filters.to_dict()

        columns = self.columns

        ordering = self.ordering.value

        board = self.board

        gone = []
        for gone_item_data in self.gone:
            gone_item = gone_item_data.to_dict()
            gone.append(gone_item)

        may_change = self.may_change

        version = self.version

        partner: None | str | Unset
        if isinstance(self.partner, Unset):
            partner = UNSET
        else:
            partner = self.partner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "author": author,
                "filters": filters,
                "columns": columns,
                "ordering": ordering,
                "board": board,
                "gone": gone,
                "may_change": may_change,
                "version": version,
            }
        )
        if partner is not UNSET:
            field_dict["partner"] = partner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_query import CaseQuery  # noqa: PLC0415
        from ..models.gone import Gone  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_author(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                author_type_0 = Person.from_dict(data)

                return author_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        author = _parse_author(d.pop("author"))

        filters = CaseQuery.from_dict(d.pop("filters"))

        columns = cast(list[str], d.pop("columns"))

        ordering = CaseOrder(d.pop("ordering"))

        board = d.pop("board")

        gone = []
        _gone = d.pop("gone")
        for gone_item_data in _gone:
            gone_item = Gone.from_dict(gone_item_data)

            gone.append(gone_item)

        may_change = d.pop("may_change")

        version = d.pop("version")

        def _parse_partner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        partner = _parse_partner(d.pop("partner", UNSET))

        saved_view = cls(
            id=id,
            name=name,
            author=author,
            filters=filters,
            columns=columns,
            ordering=ordering,
            board=board,
            gone=gone,
            may_change=may_change,
            version=version,
            partner=partner,
        )

        saved_view.additional_properties = d
        return saved_view

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
