"""What the citizen said: the complaint, never edited, with consents, messages and the receipt."""

import uuid
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.words import (
    LONGEST_COMMENT,
    LONGEST_CONTACT_NOTE,
    LONGEST_MESSAGE,
    LONGEST_NARRATIVE,
    LONGEST_WISH,
)
from backend.directory.models import Category, Institution, Place
from backend.files.models import StoredFile
from backend.forms.models import FormVersion
from backend.keyring.fields import EncryptedJSONField, EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User


class ComplainantKind(models.TextChoices):
    """How the complainant wishes to be known; chosen at intake with a plain explanation of each."""

    IDENTIFIED = "identified", _("With my name")
    CONFIDENTIAL = "confidential", _("My name only for the NGO")
    ANONYMOUS = "anonymous", _("Without my name")


class IntakeChannel(models.TextChoices):
    WEB_FORM = "web_form", _("Web form")
    API = "api", _("Partner's own program")
    PHONE = "phone", _("Telephone")
    LETTER = "letter", _("Letter")
    IN_PERSON = "in_person", _("In person")
    FIELD = "field", _("Field visit")


class ContactWish(models.TextChoices):
    """The way of contact that is safe for the complainant."""

    RECEIPT_ONLY = "receipt_only", _("Only through the receipt")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    POST = "post", _("Post")
    IN_PERSON = "in_person", _("In person")


class Vulnerability(models.TextChoices):
    CHILD = "child", _("Child")
    OLDER_PERSON = "older_person", _("Older person")
    DISABILITY = "disability", _("Person with a disability")
    VIOLENCE = "violence", _("Victim of violence")
    TRAFFICKING = "trafficking", _("Victim of trafficking")
    MINORITY = "minority", _("Member of a minority community")
    POVERTY = "poverty", _("In poverty")
    DETENTION = "detention", _("In detention")
    OTHER = "other", _("Other")


class Complaint(models.Model):
    """The citizen's words, as given. The database refuses every update: a correction is a new message."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    complainant_kind = models.CharField(max_length=12, choices=ComplainantKind.choices)
    language = models.CharField(max_length=7, choices=Language.choices)
    channel = models.CharField(max_length=10, choices=IntakeChannel.choices)
    narrative = EncryptedTextField(max_length=LONGEST_NARRATIVE)
    wish = EncryptedTextField(max_length=LONGEST_WISH, blank=True, default="")
    happened_on = models.DateField(null=True, blank=True)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    contact_wish = models.CharField(
        max_length=12, choices=ContactWish.choices, default=ContactWish.RECEIPT_ONLY
    )
    contact_note = EncryptedTextField(max_length=LONGEST_CONTACT_NOTE, blank=True, default="")
    vulnerability = EncryptedJSONField(default=list)
    # The version that it was filled in with, and what was answered to the questions that are not above:
    # {question: value}. Nothing where it came without a form.
    form = models.ForeignKey(FormVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answers = EncryptedJSONField(null=True, blank=True)
    received_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"complaint {self.pk}"


class Consent(models.Model):
    """What the complainant agreed to: for which purpose, towards whom, in which wording; may be withdrawn."""

    class Purpose(models.TextChoices):
        PROCESSING = "processing", _("Working on the complaint")
        REFERRAL = "referral", _("Sending it to an institution")
        SHARING = "sharing", _("Sharing it with a partner NGO")
        PUBLICATION = "publication", _("Telling the public, without names")

    class Manner(models.TextChoices):
        WRITTEN = "written", _("In writing")
        ORAL = "oral", _("By word of mouth")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text_version = models.CharField(max_length=40)
    language = models.CharField(max_length=7, choices=Language.choices)
    manner = models.CharField(max_length=8, choices=Manner.choices, default=Manner.WRITTEN)
    given_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = (
            # A consent to "somebody" is none: sending names its institution, sharing its partner.
            models.CheckConstraint(
                condition=models.Q(purpose="referral", institution__isnull=False, partner__isnull=True)
                | models.Q(purpose="sharing", institution__isnull=True, partner__isnull=False)
                | models.Q(
                    purpose__in=("processing", "publication"), institution__isnull=True, partner__isnull=True
                ),
                name="consent_names_its_recipient",
            ),
            models.UniqueConstraint(
                fields=("complaint", "institution"),
                condition=models.Q(purpose="referral", withdrawn_at__isnull=True),
                name="one_running_consent_per_institution",
            ),
            models.UniqueConstraint(
                fields=("complaint", "partner"),
                condition=models.Q(purpose="sharing", withdrawn_at__isnull=True),
                name="one_running_consent_per_partner",
            ),
            models.UniqueConstraint(
                fields=("complaint", "purpose"),
                condition=models.Q(purpose__in=("processing", "publication"), withdrawn_at__isnull=True),
                name="one_running_consent_per_purpose",
            ),
        )

    def __str__(self) -> str:
        return f"consent {self.pk}"


class Message(models.Model):
    """One message between complainant and partner. The words are sealed and never edited.

    The other side's reading is noted once. A question of the partner (`asks`) stays open until the
    complainant writes or the partner goes on without an answer.
    """

    class Sender(models.TextChoices):
        COMPLAINANT = "complainant", _("Complainant")
        PARTNER = "partner", _("Partner")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="messages")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    sender = models.CharField(max_length=12, choices=Sender.choices)
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = EncryptedTextField(max_length=LONGEST_MESSAGE)
    asks = models.BooleanField(default=False)
    sent_at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # False where the question for the message has said that none came along.
    may_have_files = True

    class Meta:
        default_permissions = ()
        ordering = ("sent_at", "id")
        indexes = (models.Index(fields=("complaint", "sent_at", "id"), name="message_in_order"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asks=False) | models.Q(sender="partner"), name="only_the_partner_asks"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(asks=True), name="only_a_question_ends"
            ),
        )

    def __str__(self) -> str:
        return f"message {self.pk}"


class Satisfaction(models.Model):
    """What the complainant thinks of the outcome and of us, told through the receipt."""

    LOW: Final = 2

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="satisfaction")
    # Of the case, written by triggers of PostgreSQL whatever a service says (ADR 53). On SQLite it is empty.
    owner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, editable=False
    )
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    outcome = models.PositiveSmallIntegerField()
    process = models.PositiveSmallIntegerField()
    felt_safe = models.BooleanField(null=True)
    would_use_again = models.BooleanField(null=True)
    comment = EncryptedTextField(max_length=LONGEST_COMMENT, blank=True, default="")
    # Null: not said. After a low score it is asked for, and the case waits for the answer.
    asks_reopening = models.BooleanField(null=True)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        # What people think is counted from it, without the rows.
        indexes = (
            models.Index(
                fields=("owner", "given_at"),
                include=("complaint", "outcome", "process", "felt_safe", "would_use_again"),
                name="satisfaction_by_owner",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outcome__range=(1, 5), process__range=(1, 5)), name="scores_are_1_to_5"
            ),
        )

    def __str__(self) -> str:
        return f"satisfaction {self.pk}"

    @property
    def is_low(self) -> bool:
        """Low enough to ask whether the complaint should be taken up again."""
        return self.outcome <= self.LOW

    @property
    def settles(self) -> bool:
        """Whether it closes a resolved case: nothing more is asked for."""
        return not self.asks_reopening and (not self.is_low or self.asks_reopening is False)


class Attachment(models.Model):
    """A file that came with a complaint or a message, or later through the receipt; the partner's own; or one
    that an institution sent with its answer."""

    class Sender(models.TextChoices):
        COMPLAINANT = "complainant", _("Complainant")
        PARTNER = "partner", _("Partner")
        INSTITUTION = "institution", _("Institution")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="attachments")
    # The complainant does not see a file of the partner's or an institution's that no message took along.
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    sender = models.CharField(max_length=12, choices=Sender.choices)
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        indexes = (models.Index(fields=("complaint", "created_at", "id"), name="attachment_in_order"),)

    def __str__(self) -> str:
        return f"attachment {self.pk}"


class Receipt(models.Model):
    """What lets a complainant return: the number selects, the secret (kept as an Argon2id hash) opens."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="receipts")
    number = models.CharField(max_length=8, unique=True)
    secret_hash = models.CharField(max_length=200)
    created_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Handed out to replace another one, which runs until this one is opened for the first time.
    pending = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("complaint",),
                condition=models.Q(ended_at__isnull=True, pending=False),
                name="one_running_receipt_per_complaint",
            ),
            models.UniqueConstraint(
                fields=("complaint",),
                condition=models.Q(ended_at__isnull=True, pending=True),
                name="one_pending_receipt_per_complaint",
            ),
        )

    def __str__(self) -> str:
        return f"receipt {self.pk}"


class ReceiptReplacement(models.Model):
    """A new receipt was handed out to somebody who knew the complainant's details: from when it may open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    receipt = models.OneToOneField(Receipt, on_delete=models.CASCADE, related_name="replacement")
    asked_at = models.DateTimeField(default=clock.now)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opens_at = models.DateTimeField()
    # Time alone does not open it: a second person of the partner has to confirm.
    needs_second = models.BooleanField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # The holder of the old receipt said that it was not he who asked.
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"replacement {self.pk}"


class ReceiptThrottle(models.Model):
    """Tries per receipt number, existing or not, known only by a keyed digest: it slows, it never locks."""

    number_digest = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    open_again_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("open_again_at",), name="receipt_throttle_age"),)

    def __str__(self) -> str:
        return "receipt throttle"
