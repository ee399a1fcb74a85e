from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_kind import TaskKind

if TYPE_CHECKING:
    from ..models.case_of_task import CaseOfTask


T = TypeVar("T", bound="NewTaskOfNews")


@_attrs_define
class NewTaskOfNews:
    """One thing that is new.

    Attributes:
        id (UUID):
        kind (TaskKind): * `acknowledge` - Tell the complainant that the complaint has arrived
            * `referral_due` - An institution's term ends soon
            * `overdue` - An institution's term has passed without an answer
            * `answer_arrived` - Look at an institution's answer
            * `complainant_wrote` - Read what the complainant wrote
            * `satisfaction_due` - Ask the complainant about the outcome
            * `reopening_asked` - Decide whether to take a case up again
            * `hearing` - A hearing takes place
            * `approval_wanted` - A letter waits for a second pair of eyes
            * `delivery_failed` - A letter did not arrive
            * `delivery_unclear` - Find out whether a letter left
            * `partner_offer` - Another partner asks you to help a person
            * `partner_answered` - Read what another partner answered
            * `transfer_offer` - Another partner offers you a case for good
            * `appeal_window` - The time to appeal ends soon
            * `share_ends` - A share with another partner ends soon
            * `webhook_off` - News for a program do not arrive: its webhook was switched off
            * `erasure_soon` - A case will be erased soon
            * `erasure_asked` - A complainant asks for erasure
            * `by_hand` - Written by a colleague
        partner (str):
        mine (bool): It is yours; else nobody has it.
        case (CaseOfTask | None): Null for what another partner offers.
        referral (None | UUID):
        at (datetime.datetime):
    """

    id: UUID
    kind: TaskKind
    partner: str
    mine: bool
    case: CaseOfTask | None
    referral: None | UUID
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.case_of_task import CaseOfTask  # noqa: PLC0415

        id = str(self.id)

        kind = self.kind.value

        partner = self.partner

        mine = self.mine

        case: dict[str, Any] | None
        if isinstance(self.case, CaseOfTask):
            case = self.case.to_dict()
        else:
            case = self.case

        referral: None | str
        if isinstance(self.referral, UUID):
            referral = str(self.referral)
        else:
            referral = self.referral

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "partner": partner,
                "mine": mine,
                "case": case,
                "referral": referral,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_of_task import CaseOfTask  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = TaskKind(d.pop("kind"))

        partner = d.pop("partner")

        mine = d.pop("mine")

        def _parse_case(data: object) -> CaseOfTask | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                case_type_0 = CaseOfTask.from_dict(data)

                return case_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseOfTask | None, data)

        case = _parse_case(d.pop("case"))

        def _parse_referral(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                referral_type_0 = UUID(data)

                return referral_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        referral = _parse_referral(d.pop("referral"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        new_task_of_news = cls(
            id=id,
            kind=kind,
            partner=partner,
            mine=mine,
            case=case,
            referral=referral,
            at=at,
        )

        new_task_of_news.additional_properties = d
        return new_task_of_news

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
