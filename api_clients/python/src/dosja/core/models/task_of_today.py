from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_action import TaskAction
from ..models.task_kind import TaskKind
from ..models.task_maker import TaskMaker
from ..models.task_state import TaskState

if TYPE_CHECKING:
    from ..models.case_of_today import CaseOfToday
    from ..models.entry import Entry
    from ..models.person import Person


T = TypeVar("T", bound="TaskOfToday")


@_attrs_define
class TaskOfToday:
    """A task of the work list, with its case and its institution.

    Attributes:
        id (UUID):
        kind (TaskKind): * `acknowledge` - Tell the complainant that the complaint has arrived
            * `referral_due` - An institution's term ends soon
            * `overdue` - An institution's term has passed without an answer
            * `answer_arrived` - Look at an institution's answer
            * `complainant_wrote` - Read what the complainant wrote
            * `satisfaction_due` - Ask the complainant about the outcome
            * `reopening_asked` - Decide whether to take a case up again
            * `hearing` - A hearing takes place
            * `approval_wanted` - A letter waits for a second pair of eyes
            * `delivery_failed` - A letter did not arrive
            * `delivery_unclear` - Find out whether a letter left
            * `partner_offer` - Another partner asks you to help a person
            * `partner_answered` - Read what another partner answered
            * `transfer_offer` - Another partner offers you a case for good
            * `appeal_window` - The time to appeal ends soon
            * `share_ends` - A share with another partner ends soon
            * `webhook_off` - News for a program do not arrive: its webhook was switched off
            * `erasure_soon` - A case will be erased soon
            * `erasure_asked` - A complainant asks for erasure
            * `by_hand` - Written by a colleague
        label (str): The kind in your language.
        title (None | str): Words of a colleague; null for a rule's task.
        due_on (datetime.date):
        due_time (None | str): On the clocks of the team, where an hour is known.
        state (TaskState): * `open` - To be done
            * `done` - Done
            * `dropped` - Not needed any more
        made_by (TaskMaker): * `rule` - A rule
            * `person` - A person
        team (str):
        assignee (None | Person):
        case (CaseOfToday | None): Null for what another partner offers: its case is not shown before you accept.
        referral (None | UUID):
        about (None | UUID): Id of the message, answer, delivery, share or offer.
        created_at (datetime.datetime):
        done_by (None | Person):
        done_at (datetime.datetime | None):
        allowed_actions (list[TaskAction]): What you may do with it.
        version (int): As in the ETag.
        institution (Entry | None): To which the referral goes; of a task without one, that of the case.
        referral_version (int | None): For a step on the referral.
    """

    id: UUID
    kind: TaskKind
    label: str
    title: None | str
    due_on: datetime.date
    due_time: None | str
    state: TaskState
    made_by: TaskMaker
    team: str
    assignee: None | Person
    case: CaseOfToday | None
    referral: None | UUID
    about: None | UUID
    created_at: datetime.datetime
    done_by: None | Person
    done_at: datetime.datetime | None
    allowed_actions: list[TaskAction]
    version: int
    institution: Entry | None
    referral_version: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.case_of_today import CaseOfToday  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        kind = self.kind.value

        label = self.label

        title: None | str
        title = self.title

        due_on = self.due_on.isoformat()

        due_time: None | str
        due_time = self.due_time

        state = self.state.value

        made_by = self.made_by.value

        team = self.team

        assignee: dict[str, Any] | None
        if isinstance(self.assignee, Person):
            assignee = self.assignee.to_dict()
        else:
            assignee = self.assignee

        case: dict[str, Any] | None
        if isinstance(self.case, CaseOfToday):
            case = self.case.to_dict()
        else:
            case = self.case

        referral: None | str
        if isinstance(self.referral, UUID):
            referral = str(self.referral)
        else:
            referral = self.referral

        about: None | str
        if isinstance(self.about, UUID):
            about = str(self.about)
        else:
            about = self.about

        created_at = self.created_at.isoformat()

        done_by: dict[str, Any] | None
        if isinstance(self.done_by, Person):
            done_by = self.done_by.to_dict()
        else:
            done_by = self.done_by

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        version = self.version

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        referral_version: int | None
        referral_version = self.referral_version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "label": label,
                "title": title,
                "due_on": due_on,
                "due_time": due_time,
                "state": state,
                "made_by": made_by,
                "team": team,
                "assignee": assignee,
                "case": case,
                "referral": referral,
                "about": about,
                "created_at": created_at,
                "done_by": done_by,
                "done_at": done_at,
                "allowed_actions": allowed_actions,
                "version": version,
                "institution": institution,
                "referral_version": referral_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_of_today import CaseOfToday  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = TaskKind(d.pop("kind"))

        label = d.pop("label")

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        def _parse_due_time(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        due_time = _parse_due_time(d.pop("due_time"))

        state = TaskState(d.pop("state"))

        made_by = TaskMaker(d.pop("made_by"))

        team = d.pop("team")

        def _parse_assignee(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assignee_type_0 = Person.from_dict(data)

                return assignee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        assignee = _parse_assignee(d.pop("assignee"))

        def _parse_case(data: object) -> CaseOfToday | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                case_type_0 = CaseOfToday.from_dict(data)

                return case_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseOfToday | None, data)

        case = _parse_case(d.pop("case"))

        def _parse_referral(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                referral_type_0 = UUID(data)

                return referral_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        referral = _parse_referral(d.pop("referral"))

        def _parse_about(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                about_type_0 = UUID(data)

                return about_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        about = _parse_about(d.pop("about"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_done_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                done_by_type_0 = Person.from_dict(data)

                return done_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        done_by = _parse_done_by(d.pop("done_by"))

        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)

                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = TaskAction(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        version = d.pop("version")

        def _parse_institution(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                institution_type_0 = Entry.from_dict(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        institution = _parse_institution(d.pop("institution"))

        def _parse_referral_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        referral_version = _parse_referral_version(d.pop("referral_version"))

        task_of_today = cls(
            id=id,
            kind=kind,
            label=label,
            title=title,
            due_on=due_on,
            due_time=due_time,
            state=state,
            made_by=made_by,
            team=team,
            assignee=assignee,
            case=case,
            referral=referral,
            about=about,
            created_at=created_at,
            done_by=done_by,
            done_at=done_at,
            allowed_actions=allowed_actions,
            version=version,
            institution=institution,
            referral_version=referral_version,
        )

        task_of_today.additional_properties = d
        return task_of_today

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
