from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReceiptRatingRequest")


@_attrs_define
class ReceiptRatingRequest:
    """An opinion on outcome and process, with number and secret.

    Attributes:
        number (str):
        secret (str):
        outcome (int):
        process (int):
        proof (str | Unset): While the number rests (429): the solved `challenge`, instead of waiting.
        felt_safe (bool | None | Unset):
        would_use_again (bool | None | Unset):
        comment (str | Unset):  Default: ''.
        asks_reopening (bool | None | Unset): After a low score, null leaves a resolved case open: ask, and send the
            answer.
    """

    number: str
    secret: str
    outcome: int
    process: int
    proof: str | Unset = UNSET
    felt_safe: bool | None | Unset = UNSET
    would_use_again: bool | None | Unset = UNSET
    comment: str | Unset = ""
    asks_reopening: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        secret = self.secret

        outcome = self.outcome

        process = self.process

        proof = self.proof

        felt_safe: bool | None | Unset
        if isinstance(self.felt_safe, Unset):
            felt_safe = UNSET
        else:
            felt_safe = self.felt_safe

        would_use_again: bool | None | Unset
        if isinstance(self.would_use_again, Unset):
            would_use_again = UNSET
        else:
            would_use_again = self.would_use_again

        comment = self.comment

        asks_reopening: bool | None | Unset
        if isinstance(self.asks_reopening, Unset):
            asks_reopening = UNSET
        else:
            asks_reopening = self.asks_reopening

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "secret": secret,
                "outcome": outcome,
                "process": process,
            }
        )
        if proof is not UNSET:
            field_dict["proof"] = proof
        if felt_safe is not UNSET:
            field_dict["felt_safe"] = felt_safe
        if would_use_again is not UNSET:
            field_dict["would_use_again"] = would_use_again
        if comment is not UNSET:
            field_dict["comment"] = comment
        if asks_reopening is not UNSET:
            field_dict["asks_reopening"] = asks_reopening

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        secret = d.pop("secret")

        outcome = d.pop("outcome")

        process = d.pop("process")

        proof = d.pop("proof", UNSET)

        def _parse_felt_safe(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        felt_safe = _parse_felt_safe(d.pop("felt_safe", UNSET))

        def _parse_would_use_again(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        would_use_again = _parse_would_use_again(d.pop("would_use_again", UNSET))

        comment = d.pop("comment", UNSET)

        def _parse_asks_reopening(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        asks_reopening = _parse_asks_reopening(d.pop("asks_reopening", UNSET))

        receipt_rating_request = cls(
            number=number,
            secret=secret,
            outcome=outcome,
            process=process,
            proof=proof,
            felt_safe=felt_safe,
            would_use_again=would_use_again,
            comment=comment,
            asks_reopening=asks_reopening,
        )

        receipt_rating_request.additional_properties = d
        return receipt_rating_request

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
