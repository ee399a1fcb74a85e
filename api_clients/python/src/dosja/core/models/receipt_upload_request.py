from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset

T = TypeVar("T", bound="ReceiptUploadRequest")


@_attrs_define
class ReceiptUploadRequest:
    """Number and secret before the file, in one form.

    Attributes:
        number (str):
        secret (str):
        file (File):
        proof (str | Unset): While the number rests (429): the solved `challenge`, instead of waiting.
    """

    number: str
    secret: str
    file: File
    proof: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        secret = self.secret

        file = self.file.to_tuple()

        proof = self.proof

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "secret": secret,
                "file": file,
            }
        )
        if proof is not UNSET:
            field_dict["proof"] = proof

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("number", (None, str(self.number).encode(), "text/plain")))

        files.append(("secret", (None, str(self.secret).encode(), "text/plain")))

        files.append(("file", self.file.to_tuple()))

        if not isinstance(self.proof, Unset):
            files.append(("proof", (None, str(self.proof).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        secret = d.pop("secret")

        file = File(payload=BytesIO(d.pop("file")))

        proof = d.pop("proof", UNSET)

        receipt_upload_request = cls(
            number=number,
            secret=secret,
            file=file,
            proof=proof,
        )

        receipt_upload_request.additional_properties = d
        return receipt_upload_request

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
