from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.page_wanted_request_schema_sections_item_questions_item_help import (
        PageWantedRequestSchemaSectionsItemQuestionsItemHelp,
    )
    from ..models.page_wanted_request_schema_sections_item_questions_item_label import (
        PageWantedRequestSchemaSectionsItemQuestionsItemLabel,
    )
    from ..models.page_wanted_request_schema_sections_item_questions_item_missing import (
        PageWantedRequestSchemaSectionsItemQuestionsItemMissing,
    )
    from ..models.page_wanted_request_schema_sections_item_questions_item_options_item import (
        PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem,
    )
    from ..models.page_wanted_request_schema_sections_item_questions_item_required_type_1 import (
        PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1,
    )
    from ..models.page_wanted_request_schema_sections_item_questions_item_when import (
        PageWantedRequestSchemaSectionsItemQuestionsItemWhen,
    )


T = TypeVar("T", bound="PageWantedRequestSchemaSectionsItemQuestionsItem")


@_attrs_define
class PageWantedRequestSchemaSectionsItemQuestionsItem:
    """
    Attributes:
        name (str):
        type_ (str): text, long_text, choice, choices, yes_no, number, date, category, place, institution, files,
            consents
        label (PageWantedRequestSchemaSectionsItemQuestionsItemLabel):
        core (str | Unset): The field of a complaint that it feeds.
        help_ (PageWantedRequestSchemaSectionsItemQuestionsItemHelp | Unset):
        missing (PageWantedRequestSchemaSectionsItemQuestionsItemMissing | Unset):
        required (bool | PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1 | Unset):
        when (PageWantedRequestSchemaSectionsItemQuestionsItemWhen | Unset):
        longest (int | Unset):
        least (int | Unset):
        most (int | Unset):
        options (list[PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem] | Unset):
    """

    name: str
    type_: str
    label: PageWantedRequestSchemaSectionsItemQuestionsItemLabel
    core: str | Unset = UNSET
    help_: PageWantedRequestSchemaSectionsItemQuestionsItemHelp | Unset = UNSET
    missing: PageWantedRequestSchemaSectionsItemQuestionsItemMissing | Unset = UNSET
    required: bool | PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1 | Unset = UNSET
    when: PageWantedRequestSchemaSectionsItemQuestionsItemWhen | Unset = UNSET
    longest: int | Unset = UNSET
    least: int | Unset = UNSET
    most: int | Unset = UNSET
    options: list[PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.page_wanted_request_schema_sections_item_questions_item_required_type_1 import (
            PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1,  # noqa: PLC0415
        )

        name = self.name

        type_ = self.type_

        label = self.label.to_dict()

        core = self.core

        help_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.help_, Unset):
            help_ = self.help_.to_dict()

        missing: dict[str, Any] | Unset = UNSET
        if not isinstance(self.missing, Unset):
            missing = self.missing.to_dict()

        required: bool | dict[str, Any] | Unset
        if isinstance(self.required, Unset):
            required = UNSET
        elif isinstance(self.required, PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1):
            required = self.required.to_dict()
        else:
            required = self.required

        when: dict[str, Any] | Unset = UNSET
        if not isinstance(self.when, Unset):
            when = self.when.to_dict()

        longest = self.longest

        least = self.least

        most = self.most

        options: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = []
            for options_item_data in self.options:
                options_item = options_item_data.to_dict()
                options.append(options_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "type": type_,
                "label": label,
            }
        )
        if core is not UNSET:
            field_dict["core"] = core
        if help_ is not UNSET:
            field_dict["help"] = help_
        if missing is not UNSET:
            field_dict["missing"] = missing
        if required is not UNSET:
            field_dict["required"] = required
        if when is not UNSET:
            field_dict["when"] = when
        if longest is not UNSET:
            field_dict["longest"] = longest
        if least is not UNSET:
            field_dict["least"] = least
        if most is not UNSET:
            field_dict["most"] = most
        if options is not UNSET:
            field_dict["options"] = options

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_wanted_request_schema_sections_item_questions_item_help import (
            PageWantedRequestSchemaSectionsItemQuestionsItemHelp,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_questions_item_label import (
            PageWantedRequestSchemaSectionsItemQuestionsItemLabel,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_questions_item_missing import (
            PageWantedRequestSchemaSectionsItemQuestionsItemMissing,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_questions_item_options_item import (
            PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_questions_item_required_type_1 import (
            PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_questions_item_when import (
            PageWantedRequestSchemaSectionsItemQuestionsItemWhen,  # noqa: PLC0415
        )

        d = dict(src_dict)
        name = d.pop("name")

        type_ = d.pop("type")

        label = PageWantedRequestSchemaSectionsItemQuestionsItemLabel.from_dict(d.pop("label"))

        core = d.pop("core", UNSET)

        _help_ = d.pop("help", UNSET)
        help_: PageWantedRequestSchemaSectionsItemQuestionsItemHelp | Unset
        if isinstance(_help_, Unset):
            help_ = UNSET
        else:
            help_ = PageWantedRequestSchemaSectionsItemQuestionsItemHelp.from_dict(_help_)

        _missing = d.pop("missing", UNSET)
        missing: PageWantedRequestSchemaSectionsItemQuestionsItemMissing | Unset
        if isinstance(_missing, Unset):
            missing = UNSET
        else:
            missing = PageWantedRequestSchemaSectionsItemQuestionsItemMissing.from_dict(_missing)

        def _parse_required(
            data: object,
        ) -> bool | PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1 | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                required_type_1 = PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1.from_dict(
                    data
                )

                return required_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(bool | PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1 | Unset, data)

        required = _parse_required(d.pop("required", UNSET))

        _when = d.pop("when", UNSET)
        when: PageWantedRequestSchemaSectionsItemQuestionsItemWhen | Unset
        if isinstance(_when, Unset):
            when = UNSET
        else:
            when = PageWantedRequestSchemaSectionsItemQuestionsItemWhen.from_dict(_when)

        longest = d.pop("longest", UNSET)

        least = d.pop("least", UNSET)

        most = d.pop("most", UNSET)

        _options = d.pop("options", UNSET)
        options: list[PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem] | Unset = UNSET
        if _options is not UNSET:
            options = []
            for options_item_data in _options:
                options_item = PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem.from_dict(
                    options_item_data
                )

                options.append(options_item)

        page_wanted_request_schema_sections_item_questions_item = cls(
            name=name,
            type_=type_,
            label=label,
            core=core,
            help_=help_,
            missing=missing,
            required=required,
            when=when,
            longest=longest,
            least=least,
            most=most,
            options=options,
        )

        page_wanted_request_schema_sections_item_questions_item.additional_properties = d
        return page_wanted_request_schema_sections_item_questions_item

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
