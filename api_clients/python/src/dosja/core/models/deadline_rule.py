from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.certainty import Certainty
from ..models.partner_country import PartnerCountry
from ..models.silence import Silence
from ..models.term_unit import TermUnit

if TYPE_CHECKING:
    from ..models.deadline_rule_titles import DeadlineRuleTitles
    from ..models.term import Term


T = TypeVar("T", bound="DeadlineRule")


@_attrs_define
class DeadlineRule:
    """A legal term. One with `verified: false` is not to be shown as law; `notice` says why.

    Attributes:
        code (str):
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        titles (DeadlineRuleTitles):
        title (str):
        law (str):
        article (str):
        trigger (str):
        number (int):
        unit (TermUnit): * `hour` - hours
            * `calendar_day` - calendar days
            * `working_day` - working days
            * `month` - months
        roll (bool):
        extension (None | Term): By how much it may be extended; null: not known.
        silence (Silence): * `refusal` - Silence counts as a refusal
            * `approval` - Silence counts as an approval
            * `nothing` - Silence changes nothing
            * `unknown` - Not verified
        appeal (None | Term): Time for an appeal; null: not known.
        appeal_to (None | str): Code of the institution that hears an appeal.
        verified (bool):
        certainty (Certainty): * `verified` - verified
            * `secondary` - secondary
            * `unverified` - unverified
        notice (None | str): A sentence to show beside the term; null where it is verified.
        verified_on (datetime.date | None):
        source (str):
        valid_from (datetime.date | None):
        valid_until (datetime.date | None):
        version (int):
    """

    code: str
    country: PartnerCountry
    titles: DeadlineRuleTitles
    title: str
    law: str
    article: str
    trigger: str
    number: int
    unit: TermUnit
    roll: bool
    extension: None | Term
    silence: Silence
    appeal: None | Term
    appeal_to: None | str
    verified: bool
    certainty: Certainty
    notice: None | str
    verified_on: datetime.date | None
    source: str
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.term import Term  # noqa: PLC0415

        code = self.code

        country = self.country.value

        titles = self.titles.to_dict()

        title = self.title

        law = self.law

        article = self.article

        trigger = self.trigger

        number = self.number

        unit = self.unit.value

        roll = self.roll

        extension: dict[str, Any] | None
        if isinstance(self.extension, Term):
            extension = self.extension.to_dict()
        else:
            extension = self.extension

        silence = self.silence.value

        appeal: dict[str, Any] | None
        if isinstance(self.appeal, Term):
            appeal = self.appeal.to_dict()
        else:
            appeal = self.appeal

        appeal_to: None | str
        appeal_to = self.appeal_to

        verified = self.verified

        certainty = self.certainty.value

        notice: None | str
        notice = self.notice

        verified_on: None | str
        if isinstance(self.verified_on, datetime.date):
            verified_on = self.verified_on.isoformat()
        else:
            verified_on = self.verified_on

        source = self.source

        valid_from: None | str
        if isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str
        if isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "country": country,
                "titles": titles,
                "title": title,
                "law": law,
                "article": article,
                "trigger": trigger,
                "number": number,
                "unit": unit,
                "roll": roll,
                "extension": extension,
                "silence": silence,
                "appeal": appeal,
                "appeal_to": appeal_to,
                "verified": verified,
                "certainty": certainty,
                "notice": notice,
                "verified_on": verified_on,
                "source": source,
                "valid_from": valid_from,
                "valid_until": valid_until,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deadline_rule_titles import DeadlineRuleTitles  # noqa: PLC0415
        from ..models.term import Term  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        country = PartnerCountry(d.pop("country"))

        titles = DeadlineRuleTitles.from_dict(d.pop("titles"))

        title = d.pop("title")

        law = d.pop("law")

        article = d.pop("article")

        trigger = d.pop("trigger")

        number = d.pop("number")

        unit = TermUnit(d.pop("unit"))

        roll = d.pop("roll")

        def _parse_extension(data: object) -> None | Term:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                extension_type_0 = Term.from_dict(data)

                return extension_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Term, data)

        extension = _parse_extension(d.pop("extension"))

        silence = Silence(d.pop("silence"))

        def _parse_appeal(data: object) -> None | Term:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                appeal_type_0 = Term.from_dict(data)

                return appeal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Term, data)

        appeal = _parse_appeal(d.pop("appeal"))

        def _parse_appeal_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        appeal_to = _parse_appeal_to(d.pop("appeal_to"))

        verified = d.pop("verified")

        certainty = Certainty(d.pop("certainty"))

        def _parse_notice(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notice = _parse_notice(d.pop("notice"))

        def _parse_verified_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_on_type_0 = datetime.date.fromisoformat(data)

                return verified_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        verified_on = _parse_verified_on(d.pop("verified_on"))

        source = d.pop("source")

        def _parse_valid_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_from = _parse_valid_from(d.pop("valid_from"))

        def _parse_valid_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        version = d.pop("version")

        deadline_rule = cls(
            code=code,
            country=country,
            titles=titles,
            title=title,
            law=law,
            article=article,
            trigger=trigger,
            number=number,
            unit=unit,
            roll=roll,
            extension=extension,
            silence=silence,
            appeal=appeal,
            appeal_to=appeal_to,
            verified=verified,
            certainty=certainty,
            notice=notice,
            verified_on=verified_on,
            source=source,
            valid_from=valid_from,
            valid_until=valid_until,
            version=version,
        )

        deadline_rule.additional_properties = d
        return deadline_rule

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
