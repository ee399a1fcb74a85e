from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.complainant_kind import ComplainantKind
from ..models.contact_wish import ContactWish
from ..models.intake_channel import IntakeChannel
from ..models.language import Language
from ..models.vulnerability import Vulnerability
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.given_consent_request import GivenConsentRequest
    from ..models.identity_request import IdentityRequest
    from ..models.named_upload_request import NamedUploadRequest
    from ..models.new_complaint_request_answers import NewComplaintRequestAnswers


T = TypeVar("T", bound="NewComplaintRequest")


@_attrs_define
class NewComplaintRequest:
    """A complaint. `partner`, `channel` and `received_on` belong to signed-in callers only.

    Attributes:
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        complainant_kind (ComplainantKind): * `identified` - With my name
            * `confidential` - My name only for the NGO
            * `anonymous` - Without my name
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        narrative (str): What happened, in the complainant's words. It is never edited.
        consents (list[GivenConsentRequest]): `processing` has to be among them.
        wish (str | Unset): What the complainant wishes to come of it.
        happened_on (datetime.date | None | Unset):
        category (None | str | Unset): Code of a category that belongs to the kind.
        institution (None | str | Unset): Code of the institution that the complaint is about.
        place (None | str | Unset): Code of the place.
        identity (IdentityRequest | Unset): Who the complainant is; kept apart from the complaint, under a key of its
            own.
        contact_wish (ContactWish | Unset): * `receipt_only` - Only through the receipt
            * `email` - E-mail
            * `phone` - Telephone
            * `post` - Post
            * `in_person` - In person Default: ContactWish.RECEIPT_ONLY.
        contact_note (str | Unset): When and how to reach the complainant safely.
        vulnerability (list[Vulnerability] | Unset):
        form (int | Unset): Number of the partner's form that was filled in: all that it asks is checked.
        answers (NewComplaintRequestAnswers | Unset): With `form`: answers to questions that are no field here, by the
            questions' names.
        files (list[NamedUploadRequest] | Unset): Files that were sent ahead, at most 100 MB together.
        partner (str | Unset): Signed-in callers: slug of the partner that takes it.
        channel (IntakeChannel | Unset): * `web_form` - Web form
            * `api` - Partner's own program
            * `phone` - Telephone
            * `letter` - Letter
            * `in_person` - In person
            * `field` - Field visit
        received_on (datetime.date | Unset): Signed-in callers: the day it was told, if that was before today.
    """

    kind: CaseKind
    complainant_kind: ComplainantKind
    language: Language
    narrative: str
    consents: list[GivenConsentRequest]
    wish: str | Unset = UNSET
    happened_on: datetime.date | None | Unset = UNSET
    category: None | str | Unset = UNSET
    institution: None | str | Unset = UNSET
    place: None | str | Unset = UNSET
    identity: IdentityRequest | Unset = UNSET
    contact_wish: ContactWish | Unset = ContactWish.RECEIPT_ONLY
    contact_note: str | Unset = UNSET
    vulnerability: list[Vulnerability] | Unset = UNSET
    form: int | Unset = UNSET
    answers: NewComplaintRequestAnswers | Unset = UNSET
    files: list[NamedUploadRequest] | Unset = UNSET
    partner: str | Unset = UNSET
    channel: IntakeChannel | Unset = UNSET
    received_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        complainant_kind = self.complainant_kind.value

        language = self.language.value

        narrative = self.narrative

        consents = []
        for consents_item_data in self.consents:
            consents_item = consents_item_data.to_dict()
            consents.append(consents_item)

        wish = self.wish

        happened_on: None | str | Unset
        if isinstance(self.happened_on, Unset):
            happened_on = UNSET
        elif isinstance(self.happened_on, datetime.date):
            happened_on = self.happened_on.isoformat()
        else:
            happened_on = self.happened_on

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        else:
            institution = self.institution

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        identity: dict[str, Any] | Unset = UNSET
        if not isinstance(self.identity, Unset):
            identity = self.identity.to_dict()

        contact_wish: str | Unset = UNSET
        if not isinstance(self.contact_wish, Unset):
            contact_wish = self.contact_wish.value

        contact_note = self.contact_note

        vulnerability: list[str] | Unset = UNSET
        if not isinstance(self.vulnerability, Unset):
            vulnerability = []
            for vulnerability_item_data in self.vulnerability:
                vulnerability_item = vulnerability_item_data.value
                vulnerability.append(vulnerability_item)

        form = self.form

        answers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.answers, Unset):
            answers = self.answers.to_dict()

        files: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = []
            for files_item_data in self.files:
                files_item = files_item_data.to_dict()
                files.append(files_item)

        partner = self.partner

        channel: str | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = self.channel.value

        received_on: str | Unset = UNSET
        if not isinstance(self.received_on, Unset):
            received_on = self.received_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "complainant_kind": complainant_kind,
                "language": language,
                "narrative": narrative,
                "consents": consents,
            }
        )
        if wish is not UNSET:
            field_dict["wish"] = wish
        if happened_on is not UNSET:
            field_dict["happened_on"] = happened_on
        if category is not UNSET:
            field_dict["category"] = category
        if institution is not UNSET:
            field_dict["institution"] = institution
        if place is not UNSET:
            field_dict["place"] = place
        if identity is not UNSET:
            field_dict["identity"] = identity
        if contact_wish is not UNSET:
            field_dict["contact_wish"] = contact_wish
        if contact_note is not UNSET:
            field_dict["contact_note"] = contact_note
        if vulnerability is not UNSET:
            field_dict["vulnerability"] = vulnerability
        if form is not UNSET:
            field_dict["form"] = form
        if answers is not UNSET:
            field_dict["answers"] = answers
        if files is not UNSET:
            field_dict["files"] = files
        if partner is not UNSET:
            field_dict["partner"] = partner
        if channel is not UNSET:
            field_dict["channel"] = channel
        if received_on is not UNSET:
            field_dict["received_on"] = received_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_consent_request import GivenConsentRequest  # noqa: PLC0415
        from ..models.identity_request import IdentityRequest  # noqa: PLC0415
        from ..models.named_upload_request import NamedUploadRequest  # noqa: PLC0415
        from ..models.new_complaint_request_answers import NewComplaintRequestAnswers  # noqa: PLC0415

        d = dict(src_dict)
        kind = CaseKind(d.pop("kind"))

        complainant_kind = ComplainantKind(d.pop("complainant_kind"))

        language = Language(d.pop("language"))

        narrative = d.pop("narrative")

        consents = []
        _consents = d.pop("consents")
        for consents_item_data in _consents:
            consents_item = GivenConsentRequest.from_dict(consents_item_data)

            consents.append(consents_item)

        wish = d.pop("wish", UNSET)

        def _parse_happened_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                happened_on_type_0 = datetime.date.fromisoformat(data)

                return happened_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        happened_on = _parse_happened_on(d.pop("happened_on", UNSET))

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_institution(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        _identity = d.pop("identity", UNSET)
        identity: IdentityRequest | Unset
        if isinstance(_identity, Unset):
            identity = UNSET
        else:
            identity = IdentityRequest.from_dict(_identity)

        _contact_wish = d.pop("contact_wish", UNSET)
        contact_wish: ContactWish | Unset
        if isinstance(_contact_wish, Unset):
            contact_wish = UNSET
        else:
            contact_wish = ContactWish(_contact_wish)

        contact_note = d.pop("contact_note", UNSET)

        _vulnerability = d.pop("vulnerability", UNSET)
        vulnerability: list[Vulnerability] | Unset = UNSET
        if _vulnerability is not UNSET:
            vulnerability = []
            for vulnerability_item_data in _vulnerability:
                vulnerability_item = Vulnerability(vulnerability_item_data)

                vulnerability.append(vulnerability_item)

        form = d.pop("form", UNSET)

        _answers = d.pop("answers", UNSET)
        answers: NewComplaintRequestAnswers | Unset
        if isinstance(_answers, Unset):
            answers = UNSET
        else:
            answers = NewComplaintRequestAnswers.from_dict(_answers)

        _files = d.pop("files", UNSET)
        files: list[NamedUploadRequest] | Unset = UNSET
        if _files is not UNSET:
            files = []
            for files_item_data in _files:
                files_item = NamedUploadRequest.from_dict(files_item_data)

                files.append(files_item)

        partner = d.pop("partner", UNSET)

        _channel = d.pop("channel", UNSET)
        channel: IntakeChannel | Unset
        if isinstance(_channel, Unset):
            channel = UNSET
        else:
            channel = IntakeChannel(_channel)

        _received_on = d.pop("received_on", UNSET)
        received_on: datetime.date | Unset
        if isinstance(_received_on, Unset):
            received_on = UNSET
        else:
            received_on = datetime.date.fromisoformat(_received_on)

        new_complaint_request = cls(
            kind=kind,
            complainant_kind=complainant_kind,
            language=language,
            narrative=narrative,
            consents=consents,
            wish=wish,
            happened_on=happened_on,
            category=category,
            institution=institution,
            place=place,
            identity=identity,
            contact_wish=contact_wish,
            contact_note=contact_note,
            vulnerability=vulnerability,
            form=form,
            answers=answers,
            files=files,
            partner=partner,
            channel=channel,
            received_on=received_on,
        )

        new_complaint_request.additional_properties = d
        return new_complaint_request

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
