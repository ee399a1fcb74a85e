"""A case sent to an institution, with its clock, its pauses and the answer."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.cases.stages import CLOCK_RUNS, PauseReason, ReferralState
from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.correspondence.models import LONGEST_SUBJECT, LONGEST_TEXT
from backend.directory.kinds import TermUnit
from backend.directory.models import DeadlineRule, Institution
from backend.keyring.fields import EncryptedBytesField, EncryptedJSONField, EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User


class InstitutionReferral(models.Model):
    """A case sent to an institution, with a due date and a response."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        POST = "post", _("Registered post")
        PORTAL = "portal", _("The institution's portal")
        IN_PERSON = "in_person", _("Handed over in person")

    class Assessment(models.TextChoices):
        FULL = "full", _("Answers in full")
        PARTIAL = "partial", _("Answers in part")
        REFUSED = "refused", _("Refuses")
        NON_ANSWER = "non_answer", _("Is no answer")
        # Never chosen: what the law makes of silence.
        DEEMED_REFUSED = "deemed_refused", _("No answer, which counts as a refusal")
        DEEMED_GRANTED = "deemed_granted", _("No answer, which counts as an approval")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="referrals")
    # The case's, written by triggers of PostgreSQL whatever a service says (ADR 53). On SQLite it is empty.
    owner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, editable=False
    )
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=ReferralState.choices, default=ReferralState.DRAFT)
    letter = EncryptedTextField(max_length=LONGEST_TEXT)
    # Empty: the obvious language, and the subject of the partner's template, both until it is frozen.
    letter_language = models.CharField(max_length=7, choices=Language.choices, blank=True)
    letter_subject = EncryptedTextField(max_length=LONGEST_SUBJECT, null=True, blank=True)
    # The same letter in a second language: {"language", "subject", "letter"}.
    parallel = EncryptedJSONField(max_length=2 * LONGEST_TEXT, null=True, blank=True)
    # The files that go along, in order: which clean copy, our title, size and checksum.
    enclosures = EncryptedJSONField(max_length=20_000, null=True, blank=True)
    # The complainant's own words, where they go along: {"hidden": [{"part", "start", "end", "reason"}]}.
    annex = EncryptedJSONField(max_length=60_000, null=True, blank=True)
    # What leaves, or left; of a letter that an institution passed on, the first one's.
    dossier = models.ForeignKey("Dossier", on_delete=models.SET_NULL, null=True, related_name="+")
    deadline_rule = models.ForeignKey(DeadlineRule, on_delete=models.PROTECT, null=True, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    override_reason = EncryptedTextField(max_length=2_000, null=True, blank=True)
    override_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    redaction_checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # Names the letter, the annex and what was found in them, as they were when somebody confirmed them.
    findings_seen = models.CharField(max_length=64, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # Why the second pair of eyes gave it back; read by its author until it is submitted or released again.
    sent_back_reason = EncryptedTextField(max_length=2_000, null=True, blank=True)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    escalates = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    # The refusal, or half an answer, that this one appeals against; an appeal escalates the same referral.
    appeals = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="appealed_by")
    late_reason = EncryptedTextField(max_length=2_000, null=True, blank=True)
    redirected_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    sent_on = models.DateField(null=True)
    # Day 0 of its clock, where that is not the day on which it was sent.
    counted_from = models.DateField(null=True)
    proof = models.CharField(max_length=100, blank=True)
    protocol_number = models.CharField(max_length=100, blank=True)
    registered_on = models.DateField(null=True)
    due_at = models.DateField(null=True)
    due_explanation = models.JSONField(null=True)
    # Which knowledge of holidays and terms the due date was worked out from; an older one is worked out anew.
    due_basis = models.CharField(max_length=140, blank=True)
    clock_stands_since = models.DateField(null=True)
    extension_letter_on = models.DateField(null=True)
    extension_number = models.PositiveSmallIntegerField(null=True)
    extension_unit = models.CharField(max_length=12, choices=TermUnit.choices, blank=True)
    extended_until = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = EncryptedTextField(max_length=20_000, null=True, blank=True)
    assessment = models.CharField(max_length=20, choices=Assessment.choices, blank=True)
    # Until when an appeal against this answer or silence is possible, as far as the term is known.
    appeal_until = models.DateField(null=True)
    appeal_explanation = models.JSONField(null=True)
    appeal_basis = models.CharField(max_length=140, blank=True)
    # By it an answer finds its way back: it stands in the mail and in the address for answers.
    reply_token = models.CharField(max_length=20, null=True, unique=True)  # noqa: DJ001  # unique where set
    created_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        indexes = (
            models.Index(fields=("case", "created_at", "id"), name="referral_in_order"),
            models.Index(fields=("institution", "state"), name="referral_by_institution"),
            # How institutions answer is counted from it, without the rows.
            models.Index(
                fields=("owner", "sent_on"),
                include=("case", "institution", "state", "due_at", "answered_on"),
                name="referral_by_owner",
            ),
            # Every few minutes somebody asks whether a running clock rests on old holidays; few clocks run.
            models.Index(
                fields=("deadline_rule", "due_basis"),
                name="referral_clock_basis",
                condition=models.Q(state__in=CLOCK_RUNS),
            ),
            # Which windows are still open: asked for reminders, and when holidays change.
            models.Index(
                fields=("appeal_until",),
                name="referral_appeal_until",
                condition=models.Q(appeal_until__isnull=False),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(
                    state__in=[ReferralState.SENT, ReferralState.REGISTERED, ReferralState.ANSWERED]
                )
                | models.Q(sent_on__isnull=False),
                name="sent_has_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(clock_stands_since__isnull=True) | models.Q(due_at__isnull=True),
                name="standing_clock_has_no_due_date",
            ),
        )

    def __str__(self) -> str:
        return f"referral {self.pk}"


class ClockPause(models.Model):
    """A stretch in which an institution's term stood still, and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(InstitutionReferral, on_delete=models.CASCADE, related_name="pauses")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    paused_on = models.DateField()
    resumed_on = models.DateField(null=True)
    reason = models.CharField(max_length=20, choices=PauseReason.choices)
    words = EncryptedTextField(max_length=2_000, null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        ordering = ("paused_on", "created_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("referral",), condition=models.Q(resumed_on__isnull=True), name="one_open_pause"
            ),
            models.CheckConstraint(
                condition=models.Q(resumed_on__isnull=True) | models.Q(resumed_on__gte=models.F("paused_on")),
                name="pause_is_forward",
            ),
        )

    def __str__(self) -> str:
        return f"pause {self.pk}"


class Clarification(models.Model):
    """What an institution wants to know before it answers, and what it was told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(InstitutionReferral, on_delete=models.CASCADE, related_name="clarifications")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    question = EncryptedTextField(max_length=10_000)
    given_on = models.DateField(null=True)
    reply = EncryptedTextField(max_length=10_000, null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        ordering = ("asked_on", "created_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(given_on__isnull=True) | models.Q(given_on__gte=models.F("asked_on")),
                name="clarification_is_forward",
            ),
        )

    def __str__(self) -> str:
        return f"clarification {self.pk}"


class Dossier(models.Model):
    """What leaves with a referral, frozen when it is approved or released: the letter's pages, the list of
    its attachments, to whom, by which rule. The database refuses every change. Sent back unsent, it goes
    away; one that left and did not arrive stays, whatever is written instead."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(InstitutionReferral, on_delete=models.CASCADE, related_name="dossiers")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    letter = EncryptedBytesField(max_length=10_000_000)
    content = EncryptedJSONField(max_length=100_000)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    frozen_at = models.DateTimeField(default=clock.now)
    frozen_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"dossier {self.pk}"
