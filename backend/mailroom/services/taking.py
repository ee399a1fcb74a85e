"""One mail is taken in: kept sealed, told apart, brought to its case where that is known for sure.

With the mark how far the folder was read it makes one transaction: a mail is here once, or not yet.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import InterfaceError, OperationalError, transaction

from backend.audit.services import record
from backend.cases.models import InstitutionAnswer, InstitutionReferral
from backend.cases.services import permits
from backend.cases.services.answers import Came, held, take_in
from backend.cases.services.mailing import note_bounce
from backend.common import clock
from backend.common.errors import Problem
from backend.complaints.errors import TooManyFiles
from backend.complaints.models import Attachment
from backend.complaints.services.attachments import attach_kept
from backend.files.errors import FileRefused, FilesAway
from backend.files.models import StoredFile
from backend.files.services import keep, keep_as_it_came, take
from backend.files.tasks import clean_file
from backend.keyring.errors import KeyDestroyed
from backend.keyring.models import DataKey
from backend.keyring.services import new_data_key, partner_digest
from backend.mailroom.models import IncomingMail, MailFile
from backend.mailroom.parsing import ParsedMail, parsed
from backend.mailroom.reports import Report
from backend.mailroom.services.matching import case_named_in, is_own_copy, referral_of
from backend.mailroom.stages import MailState, Remark
from backend.partners.actors import Actor
from backend.partners.models import Partner

logger = logging.getLogger("dosja.mailroom")

MAIL: Final = "message/rfc822"
_ORIGINAL: Final = "mail.eml"
Standing = InstitutionAnswer.Standing


class NoRoomError(Exception):
    """The disk is full: the mail stays where it is, and is taken another time."""


@dataclass(frozen=True, slots=True, repr=False)
class Fetched:
    """A mail as the server gave it. `is_head`: only its headers, because it is too large."""

    raw: bytes
    arrived_at: datetime
    is_head: bool = False


@transaction.atomic
def take_mail(partner: Partner, address: str, fetched: Fetched) -> IncomingMail | None:
    """Keep one mail; None for one that is here already. Raises NoRoomError, OperationalError."""
    mail = parsed(fetched.raw)
    try:
        with transaction.atomic():
            return _sorted(partner, address, fetched, mail)
    except (OperationalError, InterfaceError, NoRoomError):
        raise
    except FilesAway:
        raise NoRoomError() from None
    except Exception as fault:
        # A fault of ours with one mail must not keep out those behind it.
        logger.exception("mail.not_sorted error=%s", type(fault).__name__)
        return _sorted(partner, address, fetched, ParsedMail(digest=mail.digest, is_broken=True))


def _sorted(partner: Partner, address: str, fetched: Fetched, mail: ParsedMail) -> IncomingMail | None:
    digest = partner_digest(partner_id=partner.pk, label="incoming mail", value=mail.digest)
    if IncomingMail.objects.filter(partner=partner, digest=digest).exists():
        return None
    row = IncomingMail(partner=partner, digest=digest, arrived_at=fetched.arrived_at)
    if is_own_copy(mail, address):
        return _kept_empty(row, MailState.OWN_COPY)
    # Each is told, whatever the ones before it said.
    known = [_bounced(report) for report in mail.reports]
    if any(known):
        return _kept_empty(row, MailState.BOUNCE)
    row.remarks = _remarks(mail, fetched)
    return _brought_to_its_case(row, mail, fetched) or _laid_aside(row, mail, fetched)


def _kept_empty(row: IncomingMail, state: MailState) -> IncomingMail:
    """What is in it is a letter of ours; that it came is all there is to know."""
    row.state = state
    row.save(force_insert=True)
    return row


def _bounced(report: Report) -> bool:
    told = (report.message_id, report.status, report.permanent)
    return note_bounce(*told, actor=Actor.system(), recipient=report.recipient)


def _remarks(mail: ParsedMail, fetched: Fetched) -> list[str]:
    found = {
        Remark.AUTOMATIC: mail.is_automatic,
        Remark.BOUNCE: mail.is_report,
        Remark.TOO_LARGE: fetched.is_head,
        Remark.UNREADABLE: mail.is_broken,
    }
    return [remark.value for remark, holds in found.items() if holds]


def _brought_to_its_case(row: IncomingMail, mail: ParsedMail, fetched: Fetched) -> IncomingMail | None:
    """An answer under its referral; None where none is known, or its case takes nothing any more."""
    if mail.is_report or (found := referral_of(mail)) is None:
        return None
    referral, row.trail = held(found[0].pk), found[1]
    if referral is None:
        return None
    try:
        with transaction.atomic():
            return _as_answer(row, referral, mail, fetched)
    except TooManyFiles:
        row.remarks = [*row.remarks, Remark.CASE_FULL]
    except KeyDestroyed:
        pass
    except FilesAway:
        raise
    except Problem as refused:
        logger.warning("mail.not_brought code=%s", refused.code)
    row.trail = ""
    return None


def _as_answer(
    row: IncomingMail, referral: InstitutionReferral, mail: ParsedMail, fetched: Fetched
) -> IncomingMail:
    row.state, row.data_key = MailState.MATCHED, referral.data_key
    files, refused = _keep_files(row, mail, referral.data_key)
    complaint = permits.complaint_of(referral.case)
    actor = Actor.institution()
    attachments = [
        attach_kept(complaint=complaint, file=file, sender=Attachment.Sender.INSTITUTION, actor=actor)
        for file in files
    ]
    came = Came(
        way=InstitutionAnswer.Way.EMAIL,
        answered_on=clock.day_of(fetched.arrived_at, referral.case.owner.time_zone),
        standing=standing_of(mail.is_automatic, bool(files or refused)),
        text=mail.text,
        author_name=mail.sender[:200],
        is_automatic=mail.is_automatic,
    )
    row.answer = take_in(referral, came, attachments=attachments, actor=actor)
    return _saved(row, mail, fetched, files, refused, has_text=False)


def standing_of(is_automatic: bool, has_files: bool) -> Standing:
    """A machine's note is no answer. Where it brings a file, a registry's program may have sent the decision:
    a person looks."""
    return Standing.NO_ANSWER if is_automatic and not has_files else Standing.ARRIVED


def _laid_aside(row: IncomingMail, mail: ParsedMail, fetched: Fetched) -> IncomingMail:
    """Somebody has to say where it belongs."""
    row.state = MailState.TRIAGE
    row.data_key = new_data_key(partner_id=row.partner_id, subject_id=row.pk, purpose=DataKey.Purpose.MAIL)
    row.about = case_named_in(mail, row.partner)
    files, refused = _keep_files(row, mail, row.data_key)
    saved = _saved(row, mail, fetched, files, refused, has_text=True)
    record(Actor.system(), "mail.arrived", row, chain=row.partner_id, remarks=row.remarks, files=len(files))
    return saved


def _saved(
    row: IncomingMail,
    mail: ParsedMail,
    fetched: Fetched,
    files: list[StoredFile],
    refused: list[tuple[str, str]],
    *,
    has_text: bool,
) -> IncomingMail:
    if row.data_key is None:
        raise ValueError("a mail is kept under a key")
    row.sender, row.subject = mail.sender, mail.subject
    row.text = mail.text if has_text else None
    if refused:
        row.remarks = [*row.remarks, Remark.FILES_REFUSED]
    row.original = keep_as_it_came(fetched.raw, name=_ORIGINAL, media_type=MAIL, data_key=row.data_key)
    row.save(force_insert=True)
    listed = [(file.name, file, "") for file in files] + [(name, None, why) for name, why in refused]
    for place, (name, file, why) in enumerate(listed):
        one = MailFile(mail=row, data_key=row.data_key, file=file, refused=why, place=place)
        one.name = name
        one.save(force_insert=True)
    return row


def _keep_files(
    row: IncomingMail, mail: ParsedMail, data_key: DataKey
) -> tuple[list[StoredFile], list[tuple[str, str]]]:
    """What of its files was taken, and what was not, by name and reason."""
    kept, refused = [], []
    for one in mail.files:
        try:
            file = keep(take(one.content, one.name), data_key=data_key)
        except FileRefused as why:
            if why.reason == "file.no_room":
                raise NoRoomError() from None
            refused.append((one.name, why.reason))
        else:
            clean_file.enqueue(str(file.pk))
            kept.append(file)
    return kept, refused
