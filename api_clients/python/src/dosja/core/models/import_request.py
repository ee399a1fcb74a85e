from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.import_request_document_type_0 import ImportRequestDocumentType0
    from ..models.import_request_document_type_1_item import ImportRequestDocumentType1Item
    from ..models.import_request_files import ImportRequestFiles


T = TypeVar("T", bound="ImportRequest")


@_attrs_define
class ImportRequest:
    """Either a `document` of HSDS, or `files`: file name → text of a CSV file, with datapackage.json or
    without.

        Attributes:
            document (ImportRequestDocumentType0 | list[ImportRequestDocumentType1Item] | Unset):
            files (ImportRequestFiles | Unset):
            only_check (bool | Unset): Only say what would happen. Default: False.
    """

    document: ImportRequestDocumentType0 | list[ImportRequestDocumentType1Item] | Unset = UNSET
    files: ImportRequestFiles | Unset = UNSET
    only_check: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.import_request_document_type_0 import ImportRequestDocumentType0  # noqa: PLC0415

        document: dict[str, Any] | list[dict[str, Any]] | Unset
        if isinstance(self.document, Unset):
            document = UNSET
        elif isinstance(self.document, ImportRequestDocumentType0):
            document = self.document.to_dict()
        else:
            document = []
            for document_type_1_item_data in self.document:
                document_type_1_item = document_type_1_item_data.to_dict()
                document.append(document_type_1_item)

        files: dict[str, Any] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files.to_dict()

        only_check = self.only_check

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if document is not UNSET:
            field_dict["document"] = document
        if files is not UNSET:
            field_dict["files"] = files
        if only_check is not UNSET:
            field_dict["only_check"] = only_check

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_request_document_type_0 import ImportRequestDocumentType0  # noqa: PLC0415
        from ..models.import_request_document_type_1_item import ImportRequestDocumentType1Item  # noqa: PLC0415
        from ..models.import_request_files import ImportRequestFiles  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_document(
            data: object,
        ) -> ImportRequestDocumentType0 | list[ImportRequestDocumentType1Item] | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                document_type_0 = ImportRequestDocumentType0.from_dict(data)

                return document_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, list):
                raise TypeError()
            document_type_1 = []
            _document_type_1 = data
            for document_type_1_item_data in _document_type_1:
                document_type_1_item = ImportRequestDocumentType1Item.from_dict(document_type_1_item_data)

                document_type_1.append(document_type_1_item)

            return document_type_1

        document = _parse_document(d.pop("document", UNSET))

        _files = d.pop("files", UNSET)
        files: ImportRequestFiles | Unset
        if isinstance(_files, Unset):
            files = UNSET
        else:
            files = ImportRequestFiles.from_dict(_files)

        only_check = d.pop("only_check", UNSET)

        import_request = cls(
            document=document,
            files=files,
            only_check=only_check,
        )

        import_request.additional_properties = d
        return import_request

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
