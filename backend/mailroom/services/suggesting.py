"""To which referrals a mail may belong, for whoever sorts it. Only a person decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from backend.cases.models import Case, InstitutionReferral
from backend.directory.kinds import ChannelKind
from backend.directory.models import InstitutionChannel
from backend.mailroom.models import IncomingMail
from backend.mailroom.services.matching import reference_numbers_in
from backend.mailroom.stages import SuggestionReason
from backend.partners.actors import Actor

_MOST: Final = 10
_SHORTEST_PROTOCOL: Final = 4
# Addresses at which everybody has one.
_ANYBODYS: Final = frozenset(
    {"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com", "icloud.com", "mail.ru"}
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A referral, and what speaks for it."""

    referral: InstitutionReferral
    reason: SuggestionReason


def suggestions_for(mail: IncomingMail, *, actor: Actor) -> list[Suggestion]:
    """The likeliest first, among the cases that the actor may read."""
    readable = Case.objects.readable_by(actor).filter(owner=mail.partner_id)
    sent = InstitutionReferral.objects.filter(case__in=readable).exclude(sent_on=None)
    sent = sent.select_related("case", "institution").order_by("-sent_on", "pk")
    words = f"{mail.subject or ''}\n{mail.text or ''}"
    found: dict[object, Suggestion] = {}
    for one in (*_by_number(mail, sent, words), *_by_sender(mail, sent, words)):
        found.setdefault(one.referral.pk, one)
    return list(found.values())[:_MOST]


def _by_number(mail: IncomingMail, sent: QuerySet[InstitutionReferral], words: str) -> Iterator[Suggestion]:
    numbers = reference_numbers_in(words, mail.partner)
    for referral in sent.filter(case__reference__in=numbers)[:_MOST] if numbers else ():
        yield Suggestion(referral, SuggestionReason.REFERENCE)


def _by_sender(mail: IncomingMail, sent: QuerySet[InstitutionReferral], words: str) -> Iterator[Suggestion]:
    """From an address of the institution; first those whose protocol number it names."""
    institutions = _institutions_of(mail.sender or "")
    theirs = list(sent.filter(institution__in=institutions)[: 5 * _MOST]) if institutions else []
    for referral in theirs:
        number = referral.protocol_number
        if len(number) >= _SHORTEST_PROTOCOL and number in words:
            yield Suggestion(referral, SuggestionReason.PROTOCOL)
    for referral in theirs:
        yield Suggestion(referral, SuggestionReason.SENDER)


def _institutions_of(sender: str) -> set[int]:
    address = sender.rpartition("<")[2].rstrip("> ").lower()
    domain = address.rpartition("@")[2]
    if not domain or domain in _ANYBODYS:
        domain = ""
    channels = InstitutionChannel.objects.filter(kind=ChannelKind.EMAIL)
    same = channels.filter(value__iexact=address) if address else channels.none()
    near = channels.filter(value__iendswith=f"@{domain}") if domain else channels.none()
    return {one for found in (same, near) for one in found.values_list("institution_id", flat=True)}
