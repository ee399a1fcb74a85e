"""A complaint is filed: words, identity, consents, receipt and case come together or not at all.

In place of the case there may be a row in quarantine, for what a public door finds has to be looked at first.
"""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from backend.cases.models import Case
from backend.common import clock, secondlock
from backend.common.errors import NotAllowed
from backend.complaints.models import Complaint, Message
from backend.complaints.receipt_codes import NewReceipt, SealedSecret, seal_new_secret
from backend.complaints.services import attach, issue, record_complaint
from backend.identity.services import store_identity
from backend.intake.services.checking import Named, check, check_channel
from backend.intake.services.opening import open_case_of
from backend.intake.services.quarantine import put_aside
from backend.intake.services.screening import Screening, reasons_to_look
from backend.intake.services.statement import Statement
from backend.keyring.models import DataKey
from backend.keyring.services import new_data_keys
from backend.partners.actors import Actor
from backend.partners.models import Partner


@dataclass(frozen=True, slots=True, repr=False)
class Prepared:
    """A checked statement with a sealed receipt secret: all that takes time, before anything is written."""

    partner: Partner
    statement: Statement
    named: Named
    sealed: SealedSecret


@dataclass(frozen=True, slots=True, repr=False)
class Filed:
    """What came of it: the case (None while the complaint waits to be looked at), and the receipt, which is
    shown only now."""

    complaint: Complaint
    case: Case | None
    receipt: NewReceipt

    @property
    def reference(self) -> str | None:
        """The number that the complaint is worked under, once it has one."""
        return self.case.reference if self.case else None


def file_complaint(
    *, partner: Partner, statement: Statement, actor: Actor, screening: Screening | None = None
) -> Filed:
    """Take a complaint in for a partner. Raises NotAllowed or Invalid."""
    prepared = prepare(partner=partner, statement=statement, actor=actor)
    return file_prepared(prepared=prepared, actor=actor, screening=screening)


def prepare(*, partner: Partner, statement: Statement, actor: Actor) -> Prepared:
    """Check a statement and draw the receipt's secret. Raises NotAllowed or Invalid.

    Called outside of a transaction: the secret's hash is slow by intention, and SQLite has one writer.
    """
    if actor.is_signed_in and not actor.may("file_complaints", partner.pk):
        raise NotAllowed()
    check_channel(statement, actor)
    named = check(statement, partner)
    return Prepared(partner, statement, named, seal_new_secret())


@transaction.atomic
def file_prepared(*, prepared: Prepared, actor: Actor, screening: Screening | None = None) -> Filed:
    """All rows of one intake; what a public door knows besides comes as `screening`. The case comes last: it
    takes the locks that all intakes of a partner share (its running number, the head of its audit chain), and
    they are held until the commit right after. Parts of it that cannot be kept alone set no savepoints
    (`atomic(savepoint=False)`): each would be two questions more to the database."""
    # Whoever files, the public too, has to do with this partner and no other.
    with secondlock.holding(prepared.partner.pk):
        return _filed(prepared, actor, screening)


def _filed(prepared: Prepared, actor: Actor, screening: Screening | None) -> Filed:
    partner, statement = prepared.partner, prepared.statement
    reasons = reasons_to_look(screening, partner) if screening is not None else ()
    case_id, complaint_id = uuid4(), uuid4()
    subjects = {"case": case_id} | ({} if statement.identity.is_empty else {"identity": complaint_id})
    keys = new_data_keys(partner_id=partner.pk, subjects=subjects)
    complaint = _record(complaint_id, prepared, keys["case"], actor)
    if not statement.identity.is_empty:
        store_identity(complaint=complaint, details=statement.identity, key=keys["identity"], actor=actor)
    if statement.files:
        attach(complaint=complaint, files=statement.files, sender=Message.Sender.COMPLAINANT, actor=actor)
    receipt = issue(complaint=complaint, sealed=prepared.sealed)
    judiciary = _judiciary(statement, prepared.named)
    if reasons:
        put_aside(complaint=complaint, case_id=case_id, judiciary=judiciary, reasons=reasons, actor=actor)
        return Filed(complaint=complaint, case=None, receipt=receipt)
    case = open_case_of(complaint=complaint, case_id=case_id, judiciary=judiciary, actor=actor)
    return Filed(complaint=complaint, case=case, receipt=receipt)


def _record(complaint_id: UUID, prepared: Prepared, data_key: DataKey, actor: Actor) -> Complaint:
    partner, statement, named = prepared.partner, prepared.statement, prepared.named
    return record_complaint(
        complaint_id=complaint_id,
        partner=partner,
        data_key=data_key,
        kind=statement.kind,
        complainant_kind=statement.complainant_kind,
        language=statement.language,
        channel=statement.channel,
        narrative=statement.narrative,
        wish=statement.wish,
        happened_on=statement.happened_on,
        category=named.category,
        institution=named.institution,
        place=named.place,
        contact_wish=statement.contact_wish,
        contact_note=statement.contact_note,
        vulnerability=statement.vulnerability,
        form=statement.form,
        answers=statement.answers,
        received_at=_received_at(statement, partner),
        consents=named.consents,
        actor=actor,
    )


def _judiciary(statement: Statement, named: Named) -> dict[str, Any]:
    """What was told of court and proceedings, for the case's own detail."""
    return {**statement.judiciary, "court": named.court} if statement.judiciary else {}


def _received_at(statement: Statement, partner: Partner) -> datetime:
    """Now; for a complaint that was told on an earlier day, the middle of that day where the partner is."""
    now = clock.now()
    if statement.received_on is None or statement.received_on >= clock.today(partner.time_zone):
        return now
    return datetime.combine(statement.received_on, time(12), ZoneInfo(partner.time_zone)).astimezone(
        now.tzinfo
    )
