from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.file import File
    from ..models.judiciary import Judiciary
    from ..models.message import Message
    from ..models.note import Note
    from ..models.opened_case import OpenedCase
    from ..models.opened_words import OpenedWords


T = TypeVar("T", bound="AfterAcceptance")


@_attrs_define
class AfterAcceptance:
    """What acceptance opens, with what you tell.

    Attributes:
        everything (bool): Every room of the case opens, the timeline and letters to institutions with it.
        case (OpenedCase): A case of which another partner opened some fields to you; what was not agreed is null.
        complaint (None | OpenedWords):
        messages (list[Message] | None):
        files (list[File] | None):
        notes (list[Note] | None):
        judiciary (Judiciary | None):
        note (None | str):
    """

    everything: bool
    case: OpenedCase
    complaint: None | OpenedWords
    messages: list[Message] | None
    files: list[File] | None
    notes: list[Note] | None
    judiciary: Judiciary | None
    note: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.judiciary import Judiciary  # noqa: PLC0415
        from ..models.opened_words import OpenedWords  # noqa: PLC0415

        everything = self.everything

        case = self.case.to_dict()

        complaint: dict[str, Any] | None
        if isinstance(self.complaint, OpenedWords):
            complaint = self.complaint.to_dict()
        else:
            complaint = self.complaint

        messages: list[dict[str, Any]] | None
        if isinstance(self.messages, list):
            messages = []
            for messages_type_0_item_data in self.messages:
                messages_type_0_item = messages_type_0_item_data.to_dict()
                messages.append(messages_type_0_item)

        else:
            messages = self.messages

        files: list[dict[str, Any]] | None
        if isinstance(self.files, list):
            files = []
            for files_type_0_item_data in self.files:
                files_type_0_item = files_type_0_item_data.to_dict()
                files.append(files_type_0_item)

        else:
            files = self.files

        notes: list[dict[str, Any]] | None
        if isinstance(self.notes, list):
            notes = []
            for notes_type_0_item_data in self.notes:
                notes_type_0_item = notes_type_0_item_data.to_dict()
                notes.append(notes_type_0_item)

        else:
            notes = self.notes

        judiciary: dict[str, Any] | None
        if isinstance(self.judiciary, Judiciary):
            judiciary = self.judiciary.to_dict()
        else:
            judiciary = self.judiciary

        note: None | str
        note = self.note

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "everything": everything,
                "case": case,
                "complaint": complaint,
                "messages": messages,
                "files": files,
                "notes": notes,
                "judiciary": judiciary,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file import File  # noqa: PLC0415
        from ..models.judiciary import Judiciary  # noqa: PLC0415
        from ..models.message import Message  # noqa: PLC0415
        from ..models.note import Note  # noqa: PLC0415
        from ..models.opened_case import OpenedCase  # noqa: PLC0415
        from ..models.opened_words import OpenedWords  # noqa: PLC0415

        d = dict(src_dict)
        everything = d.pop("everything")

        case = OpenedCase.from_dict(d.pop("case"))

        def _parse_complaint(data: object) -> None | OpenedWords:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                complaint_type_0 = OpenedWords.from_dict(data)

                return complaint_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpenedWords, data)

        complaint = _parse_complaint(d.pop("complaint"))

        def _parse_messages(data: object) -> list[Message] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                messages_type_0 = []
                _messages_type_0 = data
                for messages_type_0_item_data in _messages_type_0:
                    messages_type_0_item = Message.from_dict(messages_type_0_item_data)

                    messages_type_0.append(messages_type_0_item)

                return messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Message] | None, data)

        messages = _parse_messages(d.pop("messages"))

        def _parse_files(data: object) -> list[File] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                files_type_0 = []
                _files_type_0 = data
                for files_type_0_item_data in _files_type_0:
                    files_type_0_item = File.from_dict(files_type_0_item_data)

                    files_type_0.append(files_type_0_item)

                return files_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[File] | None, data)

        files = _parse_files(d.pop("files"))

        def _parse_notes(data: object) -> list[Note] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                notes_type_0 = []
                _notes_type_0 = data
                for notes_type_0_item_data in _notes_type_0:
                    notes_type_0_item = Note.from_dict(notes_type_0_item_data)

                    notes_type_0.append(notes_type_0_item)

                return notes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Note] | None, data)

        notes = _parse_notes(d.pop("notes"))

        def _parse_judiciary(data: object) -> Judiciary | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                judiciary_type_0 = Judiciary.from_dict(data)

                return judiciary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Judiciary | None, data)

        judiciary = _parse_judiciary(d.pop("judiciary"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        after_acceptance = cls(
            everything=everything,
            case=case,
            complaint=complaint,
            messages=messages,
            files=files,
            notes=notes,
            judiciary=judiciary,
            note=note,
        )

        after_acceptance.additional_properties = d
        return after_acceptance

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
