"""Links through which an institution answers: made, opened, used once, revoked; each for one referral."""

import hashlib
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import AnswerLink, InstitutionAnswer, InstitutionReferral
from backend.cases.services import permits
from backend.cases.services.answers import Came, held, take_in
from backend.cases.services.holding import locked, require_day, tell
from backend.cases.stages import CLOCK_RUNS, ReferralState
from backend.common import clock, secondlock
from backend.common.errors import Invalid, NotFound
from backend.common.languages import Language
from backend.complaints.models import Attachment
from backend.complaints.services import attach
from backend.files.sealed import SealedUpload
from backend.keyring.errors import KeyDestroyed
from backend.partners.actors import Actor

ADDRESS: Final = "/answer/{token}/"
# Longer than any term to answer that the directory knows, with the usual delay.
DAYS: Final = 120
MOST_DAYS: Final = 365
_MOST_LINKS: Final = 50
_TOKEN_BYTES: Final = 32
# What has left, or is about to, can be answered. A case's end ends nothing: what comes late is kept.
_MAKEABLE: Final = (ReferralState.QUEUED, *CLOCK_RUNS, ReferralState.DELIVERY_FAILED, ReferralState.ASSESSED)
_NEVER_LEFT: Final = (ReferralState.DRAFT, ReferralState.APPROVAL, ReferralState.CANCELLED)


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """What an institution is shown: nothing that the letter did not say."""

    link_id: UUID
    reference: str
    written_on: date
    # By language: the subject of the letter, the partner and the institution as they stand in it.
    parts: tuple[dict[str, Any], ...]
    due_on: date | None
    # The days on which it answered for the time being, through this or another way.
    interim_on: tuple[date, ...]
    earliest: date | None
    time_zone: str

    @property
    def languages(self) -> tuple[Language, ...]:
        """The letter's, its first one first."""
        return tuple(Language(part["language"]) for part in self.parts)

    def part(self, language: Language) -> dict[str, Any]:
        """The letter in a language, or in its first one."""
        return next((part for part in self.parts if part["language"] == language.value), self.parts[0])


@transaction.atomic
def make_link(
    case_id: UUID, referral_id: UUID, *, days: int | None = None, actor: Actor
) -> tuple[AnswerLink, str]:
    """Make a link to be passed on by hand. The address is told this once and kept nowhere."""
    referral = locked(case_id, referral_id, actor, None)
    permits.require_permission("refer_cases", referral.case, actor)
    return new_link(referral, actor=actor, days=days)


def new_link(
    referral: InstitutionReferral, *, actor: Actor, days: int | None = None
) -> tuple[AnswerLink, str]:
    """A link for a referral whose letter is frozen, and its path. The caller holds the referral, or sends it.

    Raises NothingToAnswer.
    """
    if referral.dossier_id is None or referral.state not in _MAKEABLE:
        raise errors.NothingToAnswer(state=referral.state)
    if referral.answer_links.count() >= _MOST_LINKS:
        raise errors.NothingToAnswer(links=_MOST_LINKS)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    link = AnswerLink.objects.create(
        referral=referral,
        token_digest=_digest_of(token),
        made_by=actor.user,
        expires_at=clock.now() + timedelta(days=min(days or DAYS, MOST_DAYS)),
    )
    tell(referral, actor, "referral.answer_link_made", link=str(link.pk))
    return link, ADDRESS.format(token=token)


@transaction.atomic
def revoke_link(case_id: UUID, referral_id: UUID, link_id: UUID, *, actor: Actor) -> AnswerLink:
    """From now on the link opens nothing. Doing it twice changes nothing."""
    referral = locked(case_id, referral_id, actor, None)
    permits.require_permission("refer_cases", referral.case, actor)
    link = referral.answer_links.select_for_update().filter(pk=link_id).first()
    if link is None:
        raise NotFound()
    if link.revoked_at is None:
        link.revoked_at = clock.now()
        link.save(update_fields=["revoked_at"])
        tell(referral, actor, "referral.answer_link_revoked", link=str(link.pk))
    return link


def open_link(token: str) -> Asked:
    """What the institution is asked. Raises AnswerLinkGone.

    No line is written: programs that look at mails open links, too. How often it was opened is counted.
    """
    link = _usable(token)
    with _holding_keys_of(link):
        AnswerLink.objects.filter(pk=link.pk).update(opened_count=F("opened_count") + 1)
    return look_at(token)


def look_at(token: str) -> Asked:
    """The same without counting. Raises AnswerLinkGone."""
    link = _usable(token)
    with _holding_keys_of(link):
        return _asked(link)


def _asked(link: AnswerLink) -> Asked:
    referral = link.referral
    if referral.dossier is None or referral.state in _NEVER_LEFT:
        raise errors.AnswerLinkGone()
    try:
        content = referral.dossier.content
    except KeyDestroyed:
        raise errors.AnswerLinkGone() from None
    answered = referral.answers.filter(standing=InstitutionAnswer.Standing.INTERIM)
    return Asked(
        link_id=link.pk,
        reference=content["reference"],
        written_on=date.fromisoformat(content["written_on"]),
        parts=tuple(content["parts"]),
        # A term is named where the letter named it: verified law.
        due_on=referral.due_at if content["legal_basis"] and referral.state in CLOCK_RUNS else None,
        interim_on=tuple(answered.order_by("answered_on").values_list("answered_on", flat=True)),
        earliest=referral.sent_on,
        time_zone=referral.case.owner.time_zone,
    )


@transaction.atomic
def answer_through(token: str, *, came: Came, files: Sequence[SealedUpload]) -> InstitutionAnswer:
    """Take in what the institution sent through its link. A final answer uses the link up.

    Raises AnswerLinkGone, Invalid, FileRefused, TooManyFiles.
    """
    found = _usable(token)
    with _holding_keys_of(found):
        return _taken(token, held(found.referral_id), came, files)


def _taken(
    token: str, referral: InstitutionReferral | None, came: Came, files: Sequence[SealedUpload]
) -> InstitutionAnswer:
    # Held now: of two sendings at the same moment, the second finds the link used.
    link = _usable(token, lock=True)
    if referral is None or referral.dossier_id is None or referral.state in _NEVER_LEFT:
        raise errors.AnswerLinkGone()
    if not came.text.strip() and not files:
        raise Invalid.field("text", "required", _("Write the answer, or send it as a file."))
    require_day("answered_on", came.answered_on, referral, earliest=referral.sent_on)
    actor = Actor.institution()
    attachments = attach(
        complaint=permits.complaint_of(referral.case),
        files=files,
        sender=Attachment.Sender.INSTITUTION,
        actor=actor,
    )
    answer = take_in(
        referral,
        replace(came, way=InstitutionAnswer.Way.LINK),
        attachments=attachments,
        actor=actor,
    )
    if came.standing == InstitutionAnswer.Standing.FINAL:
        link.used_at = clock.now()
        link.save(update_fields=["used_at"])
    return answer


def _usable(token: str, *, lock: bool = False) -> AnswerLink:
    """Unknown, revoked and expired look alike; of a used one its holder learns that it served."""
    links = AnswerLink.objects.select_related("referral__case__owner", "referral__dossier__data_key")
    if lock:
        links = links.select_for_update(of=("self",))
    # Nobody has a key before the link is found.
    with secondlock.everything(secondlock.Errand.ANSWER_LINK):
        link = links.filter(token_digest=_digest_of(token)).first()
    if link is None or link.revoked_at is not None:
        raise errors.AnswerLinkGone()
    if link.used_at is not None:
        raise errors.AnswerLinkGone(used_at=link.used_at.isoformat())
    if link.expires_at <= clock.now():
        raise errors.AnswerLinkGone()
    return link


def _holding_keys_of(link: AnswerLink) -> AbstractContextManager[None]:
    """Whoever answers has to do with this one case."""
    case = link.referral.case
    return secondlock.holding(*(key for key in (case.pk, case.complaint_id) if key))


def _digest_of(token: str) -> str:
    """The token has 256 random bits: neither salt nor key would add anything, and a key could be lost."""
    return hashlib.sha256(b"dosja:answer-link:" + token.encode("utf-8", "replace")).hexdigest()
