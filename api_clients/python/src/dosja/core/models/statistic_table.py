from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.statistic import Statistic
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.statistic_column import StatisticColumn
    from ..models.statistic_line import StatisticLine


T = TypeVar("T", bound="StatisticTable")


@_attrs_define
class StatisticTable:
    """A statistic of one partner, with the words that belong to it in the caller's language.

    Attributes:
        code (Statistic): * `cases-by-stage` - Cases by stage
            * `cases-by-kind` - Cases by kind
            * `cases-by-category` - Cases by category
            * `cases-by-place` - Cases by place
            * `cases-by-institution` - Cases by institution
            * `overdue` - Overdue cases
            * `outcomes` - Outcomes
            * `value-recovered` - Value recovered
            * `satisfaction` - Satisfaction
            * `safety` - Safety and trust
            * `response-times` - Response times of institutions
        title (str):
        notes (list[str]): The definition, and what is hidden.
        partner (str): Slug.
        heading (str): What the rows are.
        columns (list[StatisticColumn]):
        rows (list[StatisticLine]):
        total (None | StatisticLine):
        hides_small (bool): Counts under 5 are hidden from who sees numbers only.
        date_from (datetime.date | None | Unset):
        date_to (datetime.date | None | Unset):
    """

    code: Statistic
    title: str
    notes: list[str]
    partner: str
    heading: str
    columns: list[StatisticColumn]
    rows: list[StatisticLine]
    total: None | StatisticLine
    hides_small: bool
    date_from: datetime.date | None | Unset = UNSET
    date_to: datetime.date | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.statistic_line import StatisticLine  # noqa: PLC0415

        code = self.code.value

        title = self.title

        notes = self.notes

        partner = self.partner

        heading = self.heading

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        total: dict[str, Any] | None
        if isinstance(self.total, StatisticLine):
            total = self.total.to_dict()
        else:
            total = self.total

        hides_small = self.hides_small

        date_from: None | str | Unset
        if isinstance(self.date_from, Unset):
            date_from = UNSET
        elif isinstance(self.date_from, datetime.date):
            date_from = self.date_from.isoformat()
        else:
            date_from = self.date_from

        date_to: None | str | Unset
        if isinstance(self.date_to, Unset):
            date_to = UNSET
        elif isinstance(self.date_to, datetime.date):
            date_to = self.date_to.isoformat()
        else:
            date_to = self.date_to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "title": title,
                "notes": notes,
                "partner": partner,
                "heading": heading,
                "columns": columns,
                "rows": rows,
                "total": total,
                "hides_small": hides_small,
            }
        )
        if date_from is not UNSET:
            field_dict["date_from"] = date_from
        if date_to is not UNSET:
            field_dict["date_to"] = date_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.statistic_column import StatisticColumn  # noqa: PLC0415
        from ..models.statistic_line import StatisticLine  # noqa: PLC0415

        d = dict(src_dict)
        code = Statistic(d.pop("code"))

        title = d.pop("title")

        notes = cast(list[str], d.pop("notes"))

        partner = d.pop("partner")

        heading = d.pop("heading")

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = StatisticColumn.from_dict(columns_item_data)

            columns.append(columns_item)

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = StatisticLine.from_dict(rows_item_data)

            rows.append(rows_item)

        def _parse_total(data: object) -> None | StatisticLine:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                total_type_0 = StatisticLine.from_dict(data)

                return total_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StatisticLine, data)

        total = _parse_total(d.pop("total"))

        hides_small = d.pop("hides_small")

        def _parse_date_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_from_type_0 = datetime.date.fromisoformat(data)

                return date_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        date_from = _parse_date_from(d.pop("date_from", UNSET))

        def _parse_date_to(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_to_type_0 = datetime.date.fromisoformat(data)

                return date_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        date_to = _parse_date_to(d.pop("date_to", UNSET))

        statistic_table = cls(
            code=code,
            title=title,
            notes=notes,
            partner=partner,
            heading=heading,
            columns=columns,
            rows=rows,
            total=total,
            hides_small=hides_small,
            date_from=date_from,
            date_to=date_to,
        )

        statistic_table.additional_properties = d
        return statistic_table

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
