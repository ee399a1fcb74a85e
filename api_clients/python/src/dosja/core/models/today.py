from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.identities_of_today import IdentitiesOfToday
    from ..models.mails_of_today import MailsOfToday
    from ..models.new_cases_of_today import NewCasesOfToday
    from ..models.quarantine_count import QuarantineCount
    from ..models.tasks_of_today import TasksOfToday


T = TypeVar("T", bound="Today")


@_attrs_define
class Today:
    """What waits for you. A part that is not for your role is null. Each task stands in one part.

    Attributes:
        day (datetime.date): Today, on the clocks of the partner.
        overdue (None | TasksOfToday): What should have been done before today.
        silent (None | TasksOfToday): Institutions that let their term pass.
        answered (None | TasksOfToday): What institutions answered.
        written (None | TasksOfToday): What complainants wrote.
        approvals (None | TasksOfToday): Letters that wait for your approval.
        offers (None | TasksOfToday): What other partners ask of you.
        week (None | TasksOfToday): What else is due today or within a week.
        nobodys (None | TasksOfToday): What is due by then and nobody has.
        new (NewCasesOfToday | None):
        mail (MailsOfToday | None):
        quarantine (None | QuarantineCount):
        identities (IdentitiesOfToday | None):
    """

    day: datetime.date
    overdue: None | TasksOfToday
    silent: None | TasksOfToday
    answered: None | TasksOfToday
    written: None | TasksOfToday
    approvals: None | TasksOfToday
    offers: None | TasksOfToday
    week: None | TasksOfToday
    nobodys: None | TasksOfToday
    new: NewCasesOfToday | None
    mail: MailsOfToday | None
    quarantine: None | QuarantineCount
    identities: IdentitiesOfToday | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.identities_of_today import IdentitiesOfToday  # noqa: PLC0415
        from ..models.mails_of_today import MailsOfToday  # noqa: PLC0415
        from ..models.new_cases_of_today import NewCasesOfToday  # noqa: PLC0415
        from ..models.quarantine_count import QuarantineCount  # noqa: PLC0415
        from ..models.tasks_of_today import TasksOfToday  # noqa: PLC0415

        day = self.day.isoformat()

        overdue: dict[str, Any] | None
        if isinstance(self.overdue, TasksOfToday):
            overdue = self.overdue.to_dict()
        else:
            overdue = self.overdue

        silent: dict[str, Any] | None
        if isinstance(self.silent, TasksOfToday):
            silent = self.silent.to_dict()
        else:
            silent = self.silent

        answered: dict[str, Any] | None
        if isinstance(self.answered, TasksOfToday):
            answered = self.answered.to_dict()
        else:
            answered = self.answered

        written: dict[str, Any] | None
        if isinstance(self.written, TasksOfToday):
            written = self.written.to_dict()
        else:
            written = self.written

        approvals: dict[str, Any] | None
        if isinstance(self.approvals, TasksOfToday):
            approvals = self.approvals.to_dict()
        else:
            approvals = self.approvals

        offers: dict[str, Any] | None
        if isinstance(self.offers, TasksOfToday):
            offers = self.offers.to_dict()
        else:
            offers = self.offers

        week: dict[str, Any] | None
        if isinstance(self.week, TasksOfToday):
            week = self.week.to_dict()
        else:
            week = self.week

        nobodys: dict[str, Any] | None
        if isinstance(self.nobodys, TasksOfToday):
            nobodys = self.nobodys.to_dict()
        else:
            nobodys = self.nobodys

        new: dict[str, Any] | None
        if isinstance(self.new, NewCasesOfToday):
            new = self.new.to_dict()
        else:
            new = self.new

        mail: dict[str, Any] | None
        if isinstance(self.mail, MailsOfToday):
            mail = self.mail.to_dict()
        else:
            mail = self.mail

        quarantine: dict[str, Any] | None
        if isinstance(self.quarantine, QuarantineCount):
            quarantine = self.quarantine.to_dict()
        else:
            quarantine = self.quarantine

        identities: dict[str, Any] | None
        if isinstance(self.identities, IdentitiesOfToday):
            identities = self.identities.to_dict()
        else:
            identities = self.identities

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "day": day,
                "overdue": overdue,
                "silent": silent,
                "answered": answered,
                "written": written,
                "approvals": approvals,
                "offers": offers,
                "week": week,
                "nobodys": nobodys,
                "new": new,
                "mail": mail,
                "quarantine": quarantine,
                "identities": identities,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.identities_of_today import IdentitiesOfToday  # noqa: PLC0415
        from ..models.mails_of_today import MailsOfToday  # noqa: PLC0415
        from ..models.new_cases_of_today import NewCasesOfToday  # noqa: PLC0415
        from ..models.quarantine_count import QuarantineCount  # noqa: PLC0415
        from ..models.tasks_of_today import TasksOfToday  # noqa: PLC0415

        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))

        def _parse_overdue(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                overdue_type_0 = TasksOfToday.from_dict(data)

                return overdue_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        overdue = _parse_overdue(d.pop("overdue"))

        def _parse_silent(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                silent_type_0 = TasksOfToday.from_dict(data)

                return silent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        silent = _parse_silent(d.pop("silent"))

        def _parse_answered(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                answered_type_0 = TasksOfToday.from_dict(data)

                return answered_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        answered = _parse_answered(d.pop("answered"))

        def _parse_written(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                written_type_0 = TasksOfToday.from_dict(data)

                return written_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        written = _parse_written(d.pop("written"))

        def _parse_approvals(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                approvals_type_0 = TasksOfToday.from_dict(data)

                return approvals_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        approvals = _parse_approvals(d.pop("approvals"))

        def _parse_offers(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                offers_type_0 = TasksOfToday.from_dict(data)

                return offers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        offers = _parse_offers(d.pop("offers"))

        def _parse_week(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                week_type_0 = TasksOfToday.from_dict(data)

                return week_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        week = _parse_week(d.pop("week"))

        def _parse_nobodys(data: object) -> None | TasksOfToday:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nobodys_type_0 = TasksOfToday.from_dict(data)

                return nobodys_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TasksOfToday, data)

        nobodys = _parse_nobodys(d.pop("nobodys"))

        def _parse_new(data: object) -> NewCasesOfToday | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                new_type_0 = NewCasesOfToday.from_dict(data)

                return new_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewCasesOfToday | None, data)

        new = _parse_new(d.pop("new"))

        def _parse_mail(data: object) -> MailsOfToday | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mail_type_0 = MailsOfToday.from_dict(data)

                return mail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MailsOfToday | None, data)

        mail = _parse_mail(d.pop("mail"))

        def _parse_quarantine(data: object) -> None | QuarantineCount:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                quarantine_type_0 = QuarantineCount.from_dict(data)

                return quarantine_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QuarantineCount, data)

        quarantine = _parse_quarantine(d.pop("quarantine"))

        def _parse_identities(data: object) -> IdentitiesOfToday | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                identities_type_0 = IdentitiesOfToday.from_dict(data)

                return identities_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(IdentitiesOfToday | None, data)

        identities = _parse_identities(d.pop("identities"))

        today = cls(
            day=day,
            overdue=overdue,
            silent=silent,
            answered=answered,
            written=written,
            approvals=approvals,
            offers=offers,
            week=week,
            nobodys=nobodys,
            new=new,
            mail=mail,
            quarantine=quarantine,
            identities=identities,
        )

        today.additional_properties = d
        return today

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
