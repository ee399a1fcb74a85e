from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_protection import MailProtection
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMailAccountRequest")


@_attrs_define
class NewMailAccountRequest:
    """The account as it shall be. A password that is not sent stays as it was; null takes it away.

    Attributes:
        address (str): Letters come from it, and a copy goes to it.
        smtp_host (str):
        smtp_port (int):
        smtp_protection (MailProtection): * `tls` - Encrypted from the first byte (TLS)
            * `starttls` - Encrypted before anything is said (STARTTLS)
            * `none` - Not encrypted; only on this machine
        sender_name (str | Unset):
        smtp_user (str | Unset):  Default: ''.
        smtp_password (None | str | Unset):
        imap_host (str | Unset):
        imap_port (int | Unset):  Default: 993.
        imap_protection (MailProtection | Unset): * `tls` - Encrypted from the first byte (TLS)
            * `starttls` - Encrypted before anything is said (STARTTLS)
            * `none` - Not encrypted; only on this machine Default: MailProtection.TLS.
        imap_user (str | Unset):  Default: ''.
        imap_password (None | str | Unset):
        imap_folder (str | Unset):  Default: 'INBOX'.
        takes_tags (bool | Unset):  Default: False.
        is_on (bool | Unset):  Default: True.
    """

    address: str
    smtp_host: str
    smtp_port: int
    smtp_protection: MailProtection
    sender_name: str | Unset = UNSET
    smtp_user: str | Unset = ""
    smtp_password: None | str | Unset = UNSET
    imap_host: str | Unset = UNSET
    imap_port: int | Unset = 993
    imap_protection: MailProtection | Unset = MailProtection.TLS
    imap_user: str | Unset = ""
    imap_password: None | str | Unset = UNSET
    imap_folder: str | Unset = "INBOX"
    takes_tags: bool | Unset = False
    is_on: bool | Unset = True
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        smtp_host = self.smtp_host

        smtp_port = self.smtp_port

        smtp_protection = self.smtp_protection.value

        sender_name: str | Unset
        if isinstance(self.sender_name, Unset):
            sender_name = UNSET
        else:
            sender_name = self.sender_name

        smtp_user = self.smtp_user

        smtp_password: None | str | Unset
        if isinstance(self.smtp_password, Unset):
            smtp_password = UNSET
        else:
            smtp_password = self.smtp_password

        imap_host: str | Unset
        if isinstance(self.imap_host, Unset):
            imap_host = UNSET
        else:
            imap_host = self.imap_host

        imap_port = self.imap_port

        imap_protection: str | Unset = UNSET
        if not isinstance(self.imap_protection, Unset):
            imap_protection = self.imap_protection.value

        imap_user = self.imap_user

        imap_password: None | str | Unset
        if isinstance(self.imap_password, Unset):
            imap_password = UNSET
        else:
            imap_password = self.imap_password

        imap_folder = self.imap_folder

        takes_tags = self.takes_tags

        is_on = self.is_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "smtp_host": smtp_host,
                "smtp_port": smtp_port,
                "smtp_protection": smtp_protection,
            }
        )
        if sender_name is not UNSET:
            field_dict["sender_name"] = sender_name
        if smtp_user is not UNSET:
            field_dict["smtp_user"] = smtp_user
        if smtp_password is not UNSET:
            field_dict["smtp_password"] = smtp_password
        if imap_host is not UNSET:
            field_dict["imap_host"] = imap_host
        if imap_port is not UNSET:
            field_dict["imap_port"] = imap_port
        if imap_protection is not UNSET:
            field_dict["imap_protection"] = imap_protection
        if imap_user is not UNSET:
            field_dict["imap_user"] = imap_user
        if imap_password is not UNSET:
            field_dict["imap_password"] = imap_password
        if imap_folder is not UNSET:
            field_dict["imap_folder"] = imap_folder
        if takes_tags is not UNSET:
            field_dict["takes_tags"] = takes_tags
        if is_on is not UNSET:
            field_dict["is_on"] = is_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        smtp_host = d.pop("smtp_host")

        smtp_port = d.pop("smtp_port")

        smtp_protection = MailProtection(d.pop("smtp_protection"))

        def _parse_sender_name(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        sender_name = _parse_sender_name(d.pop("sender_name", UNSET))

        smtp_user = d.pop("smtp_user", UNSET)

        def _parse_smtp_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        smtp_password = _parse_smtp_password(d.pop("smtp_password", UNSET))

        def _parse_imap_host(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        imap_host = _parse_imap_host(d.pop("imap_host", UNSET))

        imap_port = d.pop("imap_port", UNSET)

        _imap_protection = d.pop("imap_protection", UNSET)
        imap_protection: MailProtection | Unset
        if isinstance(_imap_protection, Unset):
            imap_protection = UNSET
        else:
            imap_protection = MailProtection(_imap_protection)

        imap_user = d.pop("imap_user", UNSET)

        def _parse_imap_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        imap_password = _parse_imap_password(d.pop("imap_password", UNSET))

        imap_folder = d.pop("imap_folder", UNSET)

        takes_tags = d.pop("takes_tags", UNSET)

        is_on = d.pop("is_on", UNSET)

        new_mail_account_request = cls(
            address=address,
            smtp_host=smtp_host,
            smtp_port=smtp_port,
            smtp_protection=smtp_protection,
            sender_name=sender_name,
            smtp_user=smtp_user,
            smtp_password=smtp_password,
            imap_host=imap_host,
            imap_port=imap_port,
            imap_protection=imap_protection,
            imap_user=imap_user,
            imap_password=imap_password,
            imap_folder=imap_folder,
            takes_tags=takes_tags,
            is_on=is_on,
        )

        new_mail_account_request.additional_properties = d
        return new_mail_account_request

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
