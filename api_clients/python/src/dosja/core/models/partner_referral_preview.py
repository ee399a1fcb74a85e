from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.after_acceptance import AfterAcceptance
    from ..models.asked_for import AskedFor


T = TypeVar("T", bound="PartnerReferralPreview")


@_attrs_define
class PartnerReferralPreview:
    """Exactly what the other partner would see.

    Attributes:
        before (AskedFor): What the other partner is told before it accepts: no name, no words, no reference number.
        after (AfterAcceptance): What acceptance opens, with what you tell.
        agreed (bool): The complainant agreed to this partner.
    """

    before: AskedFor
    after: AfterAcceptance
    agreed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        before = self.before.to_dict()

        after = self.after.to_dict()

        agreed = self.agreed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "before": before,
                "after": after,
                "agreed": agreed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.after_acceptance import AfterAcceptance  # noqa: PLC0415
        from ..models.asked_for import AskedFor  # noqa: PLC0415

        d = dict(src_dict)
        before = AskedFor.from_dict(d.pop("before"))

        after = AfterAcceptance.from_dict(d.pop("after"))

        agreed = d.pop("agreed")

        partner_referral_preview = cls(
            before=before,
            after=after,
            agreed=agreed,
        )

        partner_referral_preview.additional_properties = d
        return partner_referral_preview

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
