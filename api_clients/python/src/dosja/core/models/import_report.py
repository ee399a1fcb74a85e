from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.import_report_counts import ImportReportCounts
    from ..models.refusal import Refusal


T = TypeVar("T", bound="ImportReport")


@_attrs_define
class ImportReport:
    """What became of every row: each is counted once.

    Attributes:
        rows (int):
        counts (ImportReportCounts): By table.
        refusals (list[Refusal]):
        notices (list[Refusal]): Of rows that were taken: what a person should look at.
    """

    rows: int
    counts: ImportReportCounts
    refusals: list[Refusal]
    notices: list[Refusal]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rows = self.rows

        counts = self.counts.to_dict()

        refusals = []
        for refusals_item_data in self.refusals:
            refusals_item = refusals_item_data.to_dict()
            refusals.append(refusals_item)

        notices = []
        for notices_item_data in self.notices:
            notices_item = notices_item_data.to_dict()
            notices.append(notices_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rows": rows,
                "counts": counts,
                "refusals": refusals,
                "notices": notices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_report_counts import ImportReportCounts  # noqa: PLC0415
        from ..models.refusal import Refusal  # noqa: PLC0415

        d = dict(src_dict)
        rows = d.pop("rows")

        counts = ImportReportCounts.from_dict(d.pop("counts"))

        refusals = []
        _refusals = d.pop("refusals")
        for refusals_item_data in _refusals:
            refusals_item = Refusal.from_dict(refusals_item_data)

            refusals.append(refusals_item)

        notices = []
        _notices = d.pop("notices")
        for notices_item_data in _notices:
            notices_item = Refusal.from_dict(notices_item_data)

            notices.append(notices_item)

        import_report = cls(
            rows=rows,
            counts=counts,
            refusals=refusals,
            notices=notices,
        )

        import_report.additional_properties = d
        return import_report

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
