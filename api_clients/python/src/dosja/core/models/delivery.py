from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_state import DeliveryState
from ..models.delivery_verb import DeliveryVerb
from ..models.referral_channel import ReferralChannel

if TYPE_CHECKING:
    from ..models.dispatch import Dispatch
    from ..models.guidance import Guidance
    from ..models.person import Person
    from ..models.used_channel import UsedChannel


T = TypeVar("T", bound="Delivery")


@_attrs_define
class Delivery:
    """An attempt, with what a person does for it.

    Attributes:
        id (UUID):
        channel (ReferralChannel): * `email` - E-mail
            * `post` - Registered post
            * `portal` - The institution's portal
            * `in_person` - Handed over in person
        institution_channel (None | UsedChannel):
        state (DeliveryState): * `prepared` - To be done by a person
            * `under_way` - On its way
            * `sent` - Sent
            * `unclear` - Nobody knows whether it left
            * `failed` - Failed
            * `cancelled` - Cancelled
        dispatch (Dispatch | None):
        sent_on (datetime.date | None):
        tracking_number (str):
        problem (str): A code; empty where there is none.
        words (None | str): Why there is no proof, or what went wrong.
        proofs (list[UUID]): Files of the case that prove it.
        created_by (None | Person):
        created_at (datetime.datetime):
        version (int):
        allowed_actions (list[DeliveryVerb]):
        guidance (Guidance | None): null where the letter was taken back.
    """

    id: UUID
    channel: ReferralChannel
    institution_channel: None | UsedChannel
    state: DeliveryState
    dispatch: Dispatch | None
    sent_on: datetime.date | None
    tracking_number: str
    problem: str
    words: None | str
    proofs: list[UUID]
    created_by: None | Person
    created_at: datetime.datetime
    version: int
    allowed_actions: list[DeliveryVerb]
    guidance: Guidance | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.dispatch import Dispatch  # noqa: PLC0415
        from ..models.guidance import Guidance  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.used_channel import UsedChannel  # noqa: PLC0415

        id = str(self.id)

        channel = self.channel.value

        institution_channel: dict[str, Any] | None
        if isinstance(self.institution_channel, UsedChannel):
            institution_channel = self.institution_channel.to_dict()
        else:
            institution_channel = self.institution_channel

        state = self.state.value

        dispatch: dict[str, Any] | None
        if isinstance(self.dispatch, Dispatch):
            dispatch = self.dispatch.to_dict()
        else:
            dispatch = self.dispatch

        sent_on: None | str
        if isinstance(self.sent_on, datetime.date):
            sent_on = self.sent_on.isoformat()
        else:
            sent_on = self.sent_on

        tracking_number = self.tracking_number

        problem = self.problem

        words: None | str
        words = self.words

        proofs = []
        for proofs_item_data in self.proofs:
            proofs_item = str(proofs_item_data)
            proofs.append(proofs_item)

        created_by: dict[str, Any] | None
        if isinstance(self.created_by, Person):
            created_by = self.created_by.to_dict()
        else:
            created_by = self.created_by

        created_at = self.created_at.isoformat()

        version = self.version

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        guidance: dict[str, Any] | None
        if isinstance(self.guidance, Guidance):
            guidance = self.guidance.to_dict()
        else:
            guidance = self.guidance

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "channel": channel,
                "institution_channel": institution_channel,
                "state": state,
                "dispatch": dispatch,
                "sent_on": sent_on,
                "tracking_number": tracking_number,
                "problem": problem,
                "words": words,
                "proofs": proofs,
                "created_by": created_by,
                "created_at": created_at,
                "version": version,
                "allowed_actions": allowed_actions,
                "guidance": guidance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dispatch import Dispatch  # noqa: PLC0415
        from ..models.guidance import Guidance  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.used_channel import UsedChannel  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        channel = ReferralChannel(d.pop("channel"))

        def _parse_institution_channel(data: object) -> None | UsedChannel:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                institution_channel_type_0 = UsedChannel.from_dict(data)

                return institution_channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UsedChannel, data)

        institution_channel = _parse_institution_channel(d.pop("institution_channel"))

        state = DeliveryState(d.pop("state"))

        def _parse_dispatch(data: object) -> Dispatch | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                dispatch_type_0 = Dispatch.from_dict(data)

                return dispatch_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Dispatch | None, data)

        dispatch = _parse_dispatch(d.pop("dispatch"))

        def _parse_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_on_type_0 = datetime.date.fromisoformat(data)

                return sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        sent_on = _parse_sent_on(d.pop("sent_on"))

        tracking_number = d.pop("tracking_number")

        problem = d.pop("problem")

        def _parse_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        words = _parse_words(d.pop("words"))

        proofs = []
        _proofs = d.pop("proofs")
        for proofs_item_data in _proofs:
            proofs_item = UUID(proofs_item_data)

            proofs.append(proofs_item)

        def _parse_created_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                created_by_type_0 = Person.from_dict(data)

                return created_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        created_by = _parse_created_by(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = DeliveryVerb(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        def _parse_guidance(data: object) -> Guidance | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                guidance_type_0 = Guidance.from_dict(data)

                return guidance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Guidance | None, data)

        guidance = _parse_guidance(d.pop("guidance"))

        delivery = cls(
            id=id,
            channel=channel,
            institution_channel=institution_channel,
            state=state,
            dispatch=dispatch,
            sent_on=sent_on,
            tracking_number=tracking_number,
            problem=problem,
            words=words,
            proofs=proofs,
            created_by=created_by,
            created_at=created_at,
            version=version,
            allowed_actions=allowed_actions,
            guidance=guidance,
        )

        delivery.additional_properties = d
        return delivery

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
