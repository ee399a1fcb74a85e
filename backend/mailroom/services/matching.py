"""To which referral a mail belongs: by the mark in its address or text, or as a reply to our mail."""

import re

from django.db.models import Q

from backend.cases.models import Case, Delivery, InstitutionReferral
from backend.correspondence.models import Dispatch
from backend.correspondence.services import posting
from backend.mailroom.parsing import ParsedMail
from backend.mailroom.stages import Trail
from backend.partners.models import Partner


def referral_of(mail: ParsedMail) -> tuple[InstitutionReferral, Trail] | None:
    """The referral and by what it was found: both were given to nobody but its institution."""
    if found := _by_mark(mail.marks):
        return found, Trail.TOKEN
    if found := _by_reply(mail.replies_to):
        return found, Trail.REPLY
    return None


def is_own_copy(mail: ParsedMail, address: str) -> bool:
    """A copy of a mail of ours that came to the account itself; then it is known to have left."""
    if not mail.message_id or mail.address != address.lower():
        return False
    # A copy that comes back from elsewhere under our name proves nothing, but that it left.
    return Dispatch.objects.filter(message_id=mail.message_id).exists() and posting.confirm_sent(
        mail.message_id
    )


def case_named_in(mail: ParsedMail, partner: Partner) -> Case | None:
    """The case of the partner whose number stands in the mail, where it is one alone."""
    numbers = reference_numbers_in(f"{mail.subject}\n{mail.text}", partner)
    named = list(
        Case.objects.filter(owner=partner).filter(Q(reference__in=numbers) | Q(former_reference__in=numbers))[
            :2
        ]
    )
    return named[0] if len(named) == 1 else None


def reference_numbers_in(text: str, partner: Partner) -> list[str]:
    """What looks like a case's number of this partner."""
    return list(dict.fromkeys(_pattern(partner.prefix).findall(text.upper())))[:20]


def _by_mark(marks: tuple[str, ...]) -> InstitutionReferral | None:
    found = {one.reply_token: one for one in InstitutionReferral.objects.filter(reply_token__in=marks)}
    return next((found[mark] for mark in marks if mark in found), None)


def _by_reply(message_ids: tuple[str, ...]) -> InstitutionReferral | None:
    deliveries = Delivery.objects.filter(dispatch__message_id__in=message_ids)
    found = {
        one.dispatch.message_id: one.referral
        for one in deliveries.select_related("dispatch", "referral")
        if one.dispatch
    }
    return next((found[one] for one in message_ids if one in found), None)


def _pattern(prefix: str) -> "re.Pattern[str]":
    return re.compile(rf"(?<![A-Z0-9]){re.escape(prefix)}-\d{{4}}-\d{{1,9}}(?!\d)")
