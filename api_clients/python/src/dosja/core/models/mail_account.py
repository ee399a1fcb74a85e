from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_account_problem import MailAccountProblem
from ..models.mail_protection import MailProtection

T = TypeVar("T", bound="MailAccount")


@_attrs_define
class MailAccount:
    """The account without its passwords.

    Attributes:
        address (str):
        sender_name (str):
        smtp_host (str):
        smtp_port (int):
        smtp_protection (MailProtection): * `tls` - Encrypted from the first byte (TLS)
            * `starttls` - Encrypted before anything is said (STARTTLS)
            * `none` - Not encrypted; only on this machine
        smtp_user (str):
        smtp_password_is_set (bool):
        imap_host (str): Empty: answers are not looked for in the mailbox.
        imap_port (int):
        imap_protection (MailProtection): * `tls` - Encrypted from the first byte (TLS)
            * `starttls` - Encrypted before anything is said (STARTTLS)
            * `none` - Not encrypted; only on this machine
        imap_user (str):
        imap_password_is_set (bool):
        imap_folder (str):
        takes_tags (bool): Mail to `name+tag@domain` arrives.
        is_on (bool):
        checked_at (datetime.datetime | None):
        last_problem (MailAccountProblem | None): What was found last; null: nothing.
        version (int):
    """

    address: str
    sender_name: str
    smtp_host: str
    smtp_port: int
    smtp_protection: MailProtection
    smtp_user: str
    smtp_password_is_set: bool
    imap_host: str
    imap_port: int
    imap_protection: MailProtection
    imap_user: str
    imap_password_is_set: bool
    imap_folder: str
    takes_tags: bool
    is_on: bool
    checked_at: datetime.datetime | None
    last_problem: MailAccountProblem | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        sender_name = self.sender_name

        smtp_host = self.smtp_host

        smtp_port = self.smtp_port

        smtp_protection = self.smtp_protection.value

        smtp_user = self.smtp_user

        smtp_password_is_set = self.smtp_password_is_set

        imap_host = self.imap_host

        imap_port = self.imap_port

        imap_protection = self.imap_protection.value

        imap_user = self.imap_user

        imap_password_is_set = self.imap_password_is_set

        imap_folder = self.imap_folder

        takes_tags = self.takes_tags

        is_on = self.is_on

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        last_problem: None | str
        if isinstance(self.last_problem, MailAccountProblem):
            last_problem = self.last_problem.value
        else:
            last_problem = self.last_problem

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "sender_name": sender_name,
                "smtp_host": smtp_host,
                "smtp_port": smtp_port,
                "smtp_protection": smtp_protection,
                "smtp_user": smtp_user,
                "smtp_password_is_set": smtp_password_is_set,
                "imap_host": imap_host,
                "imap_port": imap_port,
                "imap_protection": imap_protection,
                "imap_user": imap_user,
                "imap_password_is_set": imap_password_is_set,
                "imap_folder": imap_folder,
                "takes_tags": takes_tags,
                "is_on": is_on,
                "checked_at": checked_at,
                "last_problem": last_problem,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        sender_name = d.pop("sender_name")

        smtp_host = d.pop("smtp_host")

        smtp_port = d.pop("smtp_port")

        smtp_protection = MailProtection(d.pop("smtp_protection"))

        smtp_user = d.pop("smtp_user")

        smtp_password_is_set = d.pop("smtp_password_is_set")

        imap_host = d.pop("imap_host")

        imap_port = d.pop("imap_port")

        imap_protection = MailProtection(d.pop("imap_protection"))

        imap_user = d.pop("imap_user")

        imap_password_is_set = d.pop("imap_password_is_set")

        imap_folder = d.pop("imap_folder")

        takes_tags = d.pop("takes_tags")

        is_on = d.pop("is_on")

        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)

                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))

        def _parse_last_problem(data: object) -> MailAccountProblem | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_problem_type_0 = MailAccountProblem(data)

                return last_problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MailAccountProblem | None, data)

        last_problem = _parse_last_problem(d.pop("last_problem"))

        version = d.pop("version")

        mail_account = cls(
            address=address,
            sender_name=sender_name,
            smtp_host=smtp_host,
            smtp_port=smtp_port,
            smtp_protection=smtp_protection,
            smtp_user=smtp_user,
            smtp_password_is_set=smtp_password_is_set,
            imap_host=imap_host,
            imap_port=imap_port,
            imap_protection=imap_protection,
            imap_user=imap_user,
            imap_password_is_set=imap_password_is_set,
            imap_folder=imap_folder,
            takes_tags=takes_tags,
            is_on=is_on,
            checked_at=checked_at,
            last_problem=last_problem,
            version=version,
        )

        mail_account.additional_properties = d
        return mail_account

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
