"""What stands around a case: notes, tags, links, judiciary detail, conflicts of interest, the timeline."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.common import clock
from backend.directory.models import Institution
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User


class Note(models.Model):
    """A partner's own remark on a case; never shown to the complainant or an institution."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    text = EncryptedTextField(max_length=10_000)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        indexes = (models.Index(fields=("case", "created_at", "id"), name="note_in_order"),)

    def __str__(self) -> str:
        return f"note {self.pk}"


class Tag(models.Model):
    """A word that a partner sorts its cases by."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=40)
    folded = models.CharField(max_length=80)
    cases = models.ManyToManyField(Case, related_name="tags")

    class Meta:
        default_permissions = ()
        ordering = ("folded",)
        constraints = (models.UniqueConstraint(fields=("partner", "folded"), name="one_tag_a_word"),)

    def __str__(self) -> str:
        return f"tag {self.pk}"


class CaseLink(models.Model):
    """Two cases that belong together; stored once, read from both sides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="linked_from")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("case", "other"), name="one_link"),
            models.CheckConstraint(condition=~models.Q(case=models.F("other")), name="no_link_to_itself"),
        )

    def __str__(self) -> str:
        return f"link {self.pk}"


class JudiciaryDetail(models.Model):
    """What a case about a court or prosecution is about. Names and court numbers are sealed."""

    class Instance(models.TextChoices):
        FIRST = "first", _("First instance")
        APPEAL = "appeal", _("Appeal")
        SUPREME = "supreme", _("Supreme court")
        CONSTITUTIONAL = "constitutional", _("Constitutional court")
        PROSECUTION = "prosecution", _("Prosecution")
        ENFORCEMENT = "enforcement", _("Enforcement")

    class Matter(models.TextChoices):
        CIVIL = "civil", _("Civil")
        CRIMINAL = "criminal", _("Criminal")
        ADMINISTRATIVE = "administrative", _("Administrative")
        FAMILY = "family", _("Family")
        COMMERCIAL = "commercial", _("Commercial")
        LABOUR = "labour", _("Labour")

    class Violation(models.TextChoices):
        DELAY = "delay", _("Delay")
        CONDUCT = "conduct", _("Conduct")
        IMPARTIALITY = "impartiality", _("Impartiality")
        ACCESS_TO_FILE = "access_to_file", _("Access to the file")
        NON_EXECUTION = "non_execution", _("Judgment not executed")
        SOLICITATION = "solicitation", _("Money or favour asked for")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="judiciary")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    court = models.ForeignKey(Institution, on_delete=models.PROTECT, null=True, related_name="+")
    instance = models.CharField(max_length=15, choices=Instance.choices, blank=True)
    matter = models.CharField(max_length=15, choices=Matter.choices, blank=True)
    violation = models.CharField(max_length=15, choices=Violation.choices, blank=True)
    stage_of_proceedings = EncryptedTextField(max_length=500, blank=True, default="")
    case_number = EncryptedTextField(max_length=100, blank=True, default="")
    months_pending = models.PositiveSmallIntegerField(null=True)
    person = EncryptedTextField(max_length=200, blank=True, default="")
    # On the owner's clocks; a date alone tells nothing of whom it is about.
    next_hearing_on = models.DateField(null=True)
    next_hearing_time = models.TimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"judiciary detail {self.pk}"


class ConflictOfInterest(models.Model):
    """A person with a conflict of interest in a case, who neither works nor, if others can, reads it."""

    class Source(models.TextChoices):
        DECLARED = "declared", _("Declared by the person")
        RECORDED = "recorded", _("Recorded by a colleague")
        MATCHED = "matched", _("The complaint names the person, or somebody close")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="conflicts")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(default=clock.now)
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.DECLARED)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("case", "user"), name="one_conflict"),)

    def __str__(self) -> str:
        return f"conflict {self.pk}"


class Tie(models.Model):
    """Somebody close to a colleague, by name (sealed): complaints about that person close to the one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    name = models.BinaryField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"tie {self.pk}"


class CaseEvent(models.Model):
    """One line of a case's story: what happened, by whom, codes and dates only. Appended, never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=clock.now)
    action = models.CharField(max_length=60)
    actor_kind = models.CharField(max_length=12)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        ordering = ("id",)
        indexes = (
            models.Index(fields=("case", "id"), name="event_in_order"),
            # What has changed since a moment (page/filters.py).
            models.Index(fields=("at",), name="event_by_moment"),
        )

    def __str__(self) -> str:
        return f"event {self.pk}"
