"""What a partner's letters look like and begin with: its letterhead and its letter templates."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models

from backend.common.kinds import CaseKind
from backend.common.languages import Language, validate_labels
from backend.partners.models import Partner

LONGEST_SUBJECT = 300
LONGEST_TEXT = 20_000


def validate_optional_labels(value: object) -> None:
    """A label in some languages, or in none; else ValidationError."""
    if value != {}:
        validate_labels(value)


def validate_lines(value: object) -> None:
    """At most six lines of text; else ValidationError."""
    if not isinstance(value, list) or len(value) > 6 or not all(_is_line(line) for line in value):
        raise ValidationError("lines", code="lines")


def _is_line(line: object) -> bool:
    return isinstance(line, str) and 0 < len(line) <= 120


def _labels() -> "models.JSONField[dict[str, str], dict[str, str]]":
    return models.JSONField(default=dict, blank=True, validators=[validate_optional_labels])


class Letterhead(models.Model):
    """The head of a partner's letters and who signs them. What differs by language is `{language: text}`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="+")
    names = _labels()
    address_lines = models.JSONField(default=list, blank=True, validators=[validate_lines])
    registration_number = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    places = _labels()
    signatory = models.CharField(max_length=150, blank=True)
    functions = _labels()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"letterhead {self.pk}"


class LetterTemplate(models.Model):
    """A partner's own beginning of a letter for one kind of case in one language.

    An empty one stands for the shipped text: it stays as a row, so that its versions go on counting.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    language = models.CharField(max_length=7, choices=Language.choices)
    subject = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    text = models.TextField(max_length=LONGEST_TEXT, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("partner", "kind", "language"), name="one_letter_template_per_kind_and_language"
            ),
        )

    def __str__(self) -> str:
        return f"letter template {self.pk}"
