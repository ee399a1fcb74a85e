"""Recording what a citizen said."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.common.written import insert
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import (
    ComplainantKind,
    Complaint,
    ContactWish,
    IntakeChannel,
    Vulnerability,
)
from backend.complaints.services.consents import ConsentGiven, record_consents
from backend.directory.models import Category, Institution, Place
from backend.files.services import erase_files
from backend.forms.models import FormVersion
from backend.keyring.models import DataKey
from backend.keyring.services import destroy_subject
from backend.partners.actors import Actor
from backend.partners.models import Partner


@transaction.atomic(savepoint=False)
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
    insert(complaint)
    record_consents(complaint=complaint, consents=consents)
    return complaint


def hold_complaint(complaint: Complaint) -> None:
    """Keep a complaint from being erased until the transaction ends. Raises UnknownReceipt where it was.

    For what its holder adds to it before it has a case; afterwards the case is what is held.
    """
    held = Complaint.objects.select_for_update(of=("self",), no_key=True).filter(pk=complaint.pk)
    if held.values_list("pk").first() is None:
        raise UnknownReceipt()


@transaction.atomic
def erase_complaint(complaint: Complaint) -> None:
    """Destroy the keys of a complaint and of its author's identity, its files and every row of it, the
    receipt's too.

    Only for one without a case. Part of a larger act, which leaves the audit line.
    """
    locked = Complaint.objects.select_for_update(of=("self",)).select_related("data_key").get(pk=complaint.pk)
    destroy_subject(locked.data_key.subject_id)
    destroy_subject(locked.pk)
    locked.delete()
    erase_files(locked.data_key)
