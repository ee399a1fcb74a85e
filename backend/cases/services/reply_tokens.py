"""The mark by which an answer finds its referral: in the mail's text, in the address for answers."""

import secrets
from typing import Final

from backend.cases.models import InstitutionReferral
from backend.correspondence.mails import tagged
from backend.correspondence.models import MailAccount

LENGTH: Final = 20
_SIGNS: Final = "abcdefghijkmnopqrstuvwxyz23456789"


def token_of(referral: InstitutionReferral) -> str:
    """The referral's mark, made when it is first asked for: then the caller holds the referral. No secret:
    it opens nothing."""
    if referral.reply_token is None:
        made = "".join(secrets.choice(_SIGNS) for _ in range(LENGTH))
        InstitutionReferral.objects.filter(pk=referral.pk, reply_token=None).update(reply_token=made)
        referral.refresh_from_db(fields=["reply_token"])
    return referral.reply_token or ""


def referral_with(token: str) -> InstitutionReferral | None:
    """The referral that has this mark."""
    return InstitutionReferral.objects.filter(reply_token=token.lower()).first() if token else None


def address_for_answers(referral: InstitutionReferral, account: MailAccount) -> str:
    """Where an answer to this referral goes: an address of its own, where the account takes tags."""
    return tagged(account.address, token_of(referral)) if account.takes_tags else account.address
