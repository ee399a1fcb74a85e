"""Where a mail belongs, said by a person: assigned to a referral, set aside, taken back from there."""

from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.cases import errors
from backend.cases.models import InstitutionAnswer, InstitutionReferral
from backend.cases.services import permits
from backend.cases.services.answers import Came, take_in
from backend.cases.services.holding import locked
from backend.cases.stages import ReferralState
from backend.common import clock
from backend.common.errors import Invalid, NotFound, require_version
from backend.complaints.models import Attachment
from backend.complaints.services.attachments import attach_kept
from backend.files.services import keep_under
from backend.keyring.models import DataKey
from backend.keyring.services import destroy
from backend.mailroom.errors import MailDecided, NotDismissed
from backend.mailroom.models import IncomingMail
from backend.mailroom.stages import MailState, Remark, Trail
from backend.partners.actors import Actor

_NEVER_LEFT: Final = (ReferralState.DRAFT, ReferralState.APPROVAL, ReferralState.CANCELLED)


@transaction.atomic
def assign(
    mail_id: UUID,
    *,
    case: UUID,
    referral: UUID,
    standing: str,
    expected: int | None,
    actor: Actor,
) -> IncomingMail:
    """Bring a mail to the referral that it answers: everything of it comes under the case's key, and its own
    key is destroyed."""
    # Who does not see the mail learns nothing of cases. It is held after the case, as when one arrives.
    IncomingMail.objects.visible_to(actor).found(mail_id)
    held = _named(case, referral, actor)
    permits.require_permission("refer_cases", held.case, actor)
    if held.state in _NEVER_LEFT:
        raise errors.ReferralWrongState(state=held.state)
    mail = _undecided(mail_id, expected, actor)
    attachments = _bring_under(mail, held, actor)
    came = Came(
        way=InstitutionAnswer.Way.EMAIL,
        answered_on=clock.day_of(mail.arrived_at, held.case.owner.time_zone),
        standing=standing,
        text=mail.text or "",
        author_name=(mail.sender or "")[:200],
        is_automatic=Remark.AUTOMATIC in mail.remarks,
    )
    mail.answer = take_in(held, came, attachments=attachments, actor=actor)
    mail.text, mail.about = None, None
    _decide(mail, MailState.ASSIGNED, actor)
    mail.trail = Trail.PERSON
    mail.save()
    record(actor, "mail.assigned", mail, chain=mail.partner_id, case=str(held.case_id))
    return mail


@transaction.atomic
def dismiss(mail_id: UUID, *, reason: str, expected: int | None, actor: Actor) -> IncomingMail:
    """Set a mail aside. It can be taken back for some months."""
    mail = _undecided(mail_id, expected, actor)
    mail.dismissal = reason
    _decide(mail, MailState.DISMISSED, actor)
    mail.save(update_fields=["dismissal", "state", "decided_by", "decided_at", "version"])
    record(actor, "mail.dismissed", mail, chain=mail.partner_id, reason=reason)
    return mail


@transaction.atomic
def take_back(mail_id: UUID, *, expected: int | None, actor: Actor) -> IncomingMail:
    """What was set aside waits again for somebody to say where it belongs."""
    mail = _held(mail_id, expected, actor)
    if mail.state != MailState.DISMISSED:
        raise NotDismissed()
    mail.dismissal = ""
    mail.state, mail.decided_by, mail.decided_at = MailState.TRIAGE, None, None
    mail.version += 1
    mail.save(update_fields=["dismissal", "state", "decided_by", "decided_at", "version"])
    record(actor, "mail.taken_back", mail, chain=mail.partner_id)
    return mail


def _named(case_id: UUID, referral_id: UUID, actor: Actor) -> InstitutionReferral:
    try:
        return locked(case_id, referral_id, actor, None)
    except NotFound:
        message = _("You have no such case with such a referral.")
        raise Invalid.field("referral", "unknown_referral", message) from None


def _held(mail_id: UUID, expected: int | None, actor: Actor) -> IncomingMail:
    mail = IncomingMail.objects.visible_to(actor).locked(mail_id)
    require_version(mail.version, expected)
    return mail


def _undecided(mail_id: UUID, expected: int | None, actor: Actor) -> IncomingMail:
    mail = _held(mail_id, expected, actor)
    if mail.state != MailState.TRIAGE:
        raise MailDecided(state=mail.state)
    return mail


def _decide(mail: IncomingMail, state: MailState, actor: Actor) -> None:
    mail.state, mail.decided_by, mail.decided_at = state, actor.user, clock.now()
    mail.version += 1


def _bring_under(mail: IncomingMail, referral: InstitutionReferral, actor: Actor) -> list[Attachment]:
    """Its words, its files and the original come under the key of the case; the caller saves the mail."""
    own, key = mail.data_key, referral.data_key
    complaint = permits.complaint_of(referral.case)
    attachments = []
    for one in mail.files.select_related("data_key", "file"):
        one.data_key = key
        one.save(update_fields=["data_key", "name"])
        if one.file_id is not None:
            file = keep_under(one.file_id, data_key=key)
            sender = Attachment.Sender.INSTITUTION
            attachments.append(attach_kept(complaint=complaint, file=file, sender=sender, actor=actor))
    if mail.original_id is not None:
        keep_under(mail.original_id, data_key=key)
    # Opened before its key goes.
    mail.sender, mail.subject, mail.text = mail.sender, mail.subject, mail.text
    mail.data_key = key
    if own is not None:
        _destroy_after(mail, own)
    return attachments


def _destroy_after(mail: IncomingMail, own: DataKey) -> None:
    """Nothing is under it any more once the row is saved."""
    mail.save(update_fields=["data_key", "sender", "subject", "text"])
    destroy(own)
