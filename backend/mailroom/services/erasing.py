"""Mail of an erased case: that it came stays known, so that it is not taken again; nothing else does."""

from django.db import transaction
from django.db.models import Q, QuerySet

from backend.cases.models import Case
from backend.files.services import erase_files
from backend.keyring.services import destroy
from backend.mailroom.models import IncomingMail, MailFile
from backend.mailroom.stages import MailState


def undecided_mail_about(case: Case) -> bool:
    """Whether a mail names the case and nobody has said yet where it belongs."""
    return IncomingMail.objects.filter(about=case, state=MailState.TRIAGE).exists()


@transaction.atomic
def erase_mail_of(case: Case) -> int:
    """Empty the mails that went to a case, and those that name it and were set aside. Says how many.

    Part of the erasure of the case, which destroys its key and leaves the audit line.
    """
    mails = list(_of(case).select_for_update(of=("self",)).select_related("data_key"))
    MailFile.objects.filter(mail__in=mails).delete()
    for mail in mails:
        key, of_case = mail.data_key, mail.data_key_id == case.data_key_id
        mail.sender = mail.subject = mail.text = mail.original = mail.answer = mail.about = None
        mail.remarks = []
        mail.version += 1
        mail.save()
        if key is not None and not of_case and key.destroyed_at is None:
            erase_files(key)
            destroy(key)
    return len(mails)


def _of(case: Case) -> QuerySet[IncomingMail]:
    belongs = Q(answer__referral__case=case) | Q(about=case)
    if case.data_key_id is not None:
        belongs |= Q(data_key=case.data_key_id)
    return IncomingMail.objects.filter(belongs)
