"""What a case's story is made of: every kind of line it can have, sorted by what it is about."""

from collections.abc import Collection, Iterable
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.partner_stages import PartnerReferralVerb
from backend.cases.stages import DeliveryVerb, ReferralVerb, Verb


class EventKind(models.TextChoices):
    """What a line of the story is about; the timeline is narrowed by it."""

    STAGE = "stage", _("Stages")
    FACTS = "facts", _("Facts of the case")
    PEOPLE = "people", _("Who works it and who sees it")
    MESSAGE = "message", _("Messages")
    READING = "reading", _("Who has read what")
    NOTE = "note", _("Notes")
    FILE = "file", _("Files")
    LETTER = "letter", _("Letters to institutions")
    ANSWER = "answer", _("Answers of institutions")
    CONSENT = "consent", _("Consent")
    SHARING = "sharing", _("Other partners")
    TASK = "task", _("Tasks")
    RECEIPT = "receipt", _("Receipt and identity")
    KEEPING = "keeping", _("Keeping and erasing")
    PUBLIC = "public", _("What the public reads")


_ANSWERING: Final = frozenset({ReferralVerb.RECORD_ANSWER, ReferralVerb.NOTE_SILENCE, ReferralVerb.ASSESS})

# An appeal is a draft of its own; what happens to a clock is told as what it led to.
_NAMED_OTHERWISE: Final = frozenset(
    {ReferralVerb.PAUSE_CLOCK, ReferralVerb.RESUME_CLOCK, ReferralVerb.EXTEND_CLOCK, ReferralVerb.APPEAL}
)


def _named(before: str, verbs: Iterable[str]) -> list[str]:
    return [f"{before}{verb}" for verb in verbs]


# A line that is missing here cannot be told: the dashboard would have no words for it.
ACTIONS: Final[dict[EventKind, tuple[str, ...]]] = {
    EventKind.STAGE: (
        "case.received",
        "case.released",
        "case.imported",
        *_named("case.", Verb.values),
        "case.referrals_to_take_back",
        "case.complainant_rated",
        "case.reopening_asked",
    ),
    EventKind.FACTS: (
        "case.changed",
        "case.tagged",
        "case.judiciary_set",
        "case.linked",
        "case.unlinked",
        "case.merged",
        "case.merge_undone",
        "case.words_hidden",
    ),
    EventKind.KEEPING: (
        "case.hold_set",
        "case.hold_extended",
        "case.hold_ended",
        "case.erasure_announced",
        "case.erasure_called_off",
        "case.erasure_asked",
        "case.erasure_granted",
        "case.erasure_refused",
        "case.complainant_corrected",
    ),
    EventKind.PUBLIC: tuple(_named("case.public_summary_", ("written", "published", "withdrawn"))),
    EventKind.PEOPLE: (
        "case.assigned",
        "case.conflict_declared",
        "case.conflict_recorded",
        "case.conflict_matched",
        "case.conflict_lifted",
        "case.restricted",
        "case.unrestricted",
    ),
    EventKind.MESSAGE: ("case.message_written", "case.complainant_wrote", "case.question_ended"),
    EventKind.READING: ("case.messages_read", "case.complainant_read"),
    EventKind.NOTE: ("case.note_added",),
    EventKind.FILE: (
        "case.files_added",
        "case.complainant_added_files",
        "case.original_opened",
        "case.pages_hidden",
        "case.file_asked",
        "case.file_taken",
    ),
    EventKind.LETTER: (
        "referral.drafted",
        "referral.changed",
        *_named(
            "referral.", (verb for verb in ReferralVerb.values if verb not in _ANSWERING | _NAMED_OTHERWISE)
        ),
        *_named("referral.delivery_", ("begun", "delayed", *DeliveryVerb.values)),
        "referral.dossier_frozen",
        "referral.dossier_discarded",
        "referral.due_changed",
        "referral.clock_paused",
        "referral.clock_resumed",
        "referral.clock_extended",
        "referral.appeal_window_changed",
        "referral.passed_on",
        "referral.answer_link_made",
        "referral.answer_link_revoked",
    ),
    EventKind.ANSWER: (
        *_named("referral.", sorted(_ANSWERING)),
        "referral.answer_arrived",
        "referral.automatic_reply_arrived",
        "referral.answer_weighed",
    ),
    EventKind.CONSENT: ("case.consent_given", "case.consent_withdrawn"),
    EventKind.SHARING: (
        "case.shared",
        "case.share_ended",
        *_named("transfer.", ("offered", "accepted", "declined", "recalled", "expired")),
        "partner_referral.offer",
        *_named("partner_referral.", PartnerReferralVerb.values),
    ),
    EventKind.TASK: tuple(_named("task.", ("created", "changed", "taken", "assigned", "done", "dropped"))),
    EventKind.RECEIPT: (
        "case.identity_compared",
        *_named(
            "case.identity_",
            ("asked", "unsealed", "approved", "declined", "withdrawn", "read", "ended", "expired", "lapsed"),
        ),
        "case.receipt_handed_out",
        "case.receipt_confirmed",
        "case.receipt_stopped",
    ),
}
EVENT_ACTIONS: Final = sorted(action for actions in ACTIONS.values() for action in actions)
_KIND_OF: Final = {action: kind for kind, actions in ACTIONS.items() for action in actions}


def kind_of(action: str) -> EventKind:
    """What a line of the story is about. Raises KeyError for one that stands in no list above."""
    return _KIND_OF[action]


def actions_of(kinds: Collection[str]) -> list[str]:
    """The lines that are about any of these."""
    return [action for action, kind in _KIND_OF.items() if kind in kinds]
