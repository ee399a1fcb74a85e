"""Recording what a citizen said."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import (
    ComplainantKind,
    Complaint,
    ContactWish,
    IntakeChannel,
    Vulnerability,
)
from backend.complaints.services.consents import ConsentGiven, record_consents
from backend.directory.models import Category, Institution, Place
from backend.forms.models import FormVersion
from backend.keyring.models import DataKey
from backend.partners.actors import Actor
from backend.partners.models import Partner


@transaction.atomic
def record_complaint(
    *,
    complaint_id: UUID,
    partner: Partner,
    data_key: DataKey,
    kind: CaseKind,
    complainant_kind: ComplainantKind,
    language: Language,
    channel: IntakeChannel,
    narrative: str,
    received_at: datetime,
    consents: Sequence[ConsentGiven],
    actor: Actor,
    wish: str = "",
    happened_on: date | None = None,
    category: Category | None = None,
    institution: Institution | None = None,
    place: Place | None = None,
    contact_wish: ContactWish = ContactWish.RECEIPT_ONLY,
    contact_note: str = "",
    vulnerability: Sequence[Vulnerability] = (),
    form: FormVersion | None = None,
    answers: Mapping[str, Any] | None = None,
) -> Complaint:
    """Keep a citizen's words and consents for ever as they were given.

    Part of filing, which checks what was sent and leaves the audit line.
    """
    complaint = Complaint(
        id=complaint_id,
        partner=partner,
        data_key=data_key,
        kind=kind,
        complainant_kind=complainant_kind,
        language=language,
        channel=channel,
        happened_on=happened_on,
        category=category,
        institution=institution,
        place=place,
        contact_wish=contact_wish,
        form=form,
        received_at=received_at,
        recorded_by=actor.user,
    )
    complaint.narrative, complaint.wish, complaint.contact_note = narrative, wish, contact_note
    complaint.vulnerability = [str(one) for one in vulnerability]
    if form is not None:
        complaint.answers = dict(answers or {})
    complaint.save(force_insert=True)
    record_consents(complaint=complaint, consents=consents)
    return complaint
