from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.public_summary_action import PublicSummaryAction
from ..models.publication_hindrance import PublicationHindrance

if TYPE_CHECKING:
    from ..models.entry import Entry
    from ..models.public_summary import PublicSummary
    from ..models.summary_finding import SummaryFinding


T = TypeVar("T", bound="CasePublication")


@_attrs_define
class CasePublication:
    """What the public reads of the case, and what stands against it.

    Attributes:
        summary (None | PublicSummary): null: nothing was written.
        is_public (bool): The public reads it now. What was published is held back while the case stands against it.
        hindrances (list[PublicationHindrance]): Why it cannot be published.
        findings (list[SummaryFinding]):
        suggested_place (Entry | None): The municipality of the case's place.
        allowed_actions (list[PublicSummaryAction]):
        version (int): As in the ETag; 0: nothing was written.
    """

    summary: None | PublicSummary
    is_public: bool
    hindrances: list[PublicationHindrance]
    findings: list[SummaryFinding]
    suggested_place: Entry | None
    allowed_actions: list[PublicSummaryAction]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.public_summary import PublicSummary  # noqa: PLC0415

        summary: dict[str, Any] | None
        if isinstance(self.summary, PublicSummary):
            summary = self.summary.to_dict()
        else:
            summary = self.summary

        is_public = self.is_public

        hindrances = []
        for hindrances_item_data in self.hindrances:
            hindrances_item = hindrances_item_data.value
            hindrances.append(hindrances_item)

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        suggested_place: dict[str, Any] | None
        if isinstance(self.suggested_place, Entry):
            suggested_place = self.suggested_place.to_dict()
        else:
            suggested_place = self.suggested_place

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "summary": summary,
                "is_public": is_public,
                "hindrances": hindrances,
                "findings": findings,
                "suggested_place": suggested_place,
                "allowed_actions": allowed_actions,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.public_summary import PublicSummary  # noqa: PLC0415
        from ..models.summary_finding import SummaryFinding  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_summary(data: object) -> None | PublicSummary:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                summary_type_0 = PublicSummary.from_dict(data)

                return summary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PublicSummary, data)

        summary = _parse_summary(d.pop("summary"))

        is_public = d.pop("is_public")

        hindrances = []
        _hindrances = d.pop("hindrances")
        for hindrances_item_data in _hindrances:
            hindrances_item = PublicationHindrance(hindrances_item_data)

            hindrances.append(hindrances_item)

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = SummaryFinding.from_dict(findings_item_data)

            findings.append(findings_item)

        def _parse_suggested_place(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                suggested_place_type_0 = Entry.from_dict(data)

                return suggested_place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        suggested_place = _parse_suggested_place(d.pop("suggested_place"))

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = PublicSummaryAction(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        version = d.pop("version")

        case_publication = cls(
            summary=summary,
            is_public=is_public,
            hindrances=hindrances,
            findings=findings,
            suggested_place=suggested_place,
            allowed_actions=allowed_actions,
            version=version,
        )

        case_publication.additional_properties = d
        return case_publication

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
