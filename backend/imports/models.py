"""An old spreadsheet on its way in: the import, what is wrong with its cells, and the cases that it made."""

import uuid

from django.db import models

from backend.cases.models import Case
from backend.common import clock
from backend.files.models import StoredFile
from backend.imports.querysets import ImportRunQuerySet
from backend.imports.stages import ImportState, ProblemCode, StopReason, Unreadable
from backend.keyring.fields import EncryptedJSONField, EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User


class ImportRun(models.Model):
    """One file of one partner. Its words (file, names of columns, values) lie under a key of their own,
    which is destroyed when the file is needed no more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.READING)
    unreadable = models.CharField(max_length=10, choices=Unreadable.choices, blank=True)
    stopped_because = models.CharField(max_length=12, choices=StopReason.choices, blank=True)
    file_name = EncryptedTextField(max_length=200)
    media_type = models.CharField(max_length=80)
    source = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    # The rows as the reading process gave them, one line each: read from any place, never all at once.
    rows = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    # How it is to be read: sheet, line of names, letters, sign between cells.
    reading = EncryptedJSONField(default=dict)
    # What was found: names of columns, first rows, frequent values.
    layout = EncryptedJSONField(default=dict)
    mapping = EncryptedJSONField(default=dict)
    row_count = models.PositiveIntegerField(default=0)
    # How far the present job is: rows, and the byte at which the next one begins.
    rows_done = models.PositiveIntegerField(default=0)
    position = models.BigIntegerField(default=0)
    imported = models.PositiveIntegerField(default=0)
    already_there = models.PositiveIntegerField(default=0)
    faulty = models.PositiveIntegerField(default=0)
    undone = models.PositiveIntegerField(default=0)
    # How often each code was found, also beyond the problems that are kept.
    problem_counts = models.JSONField(default=dict)
    made_tags = models.JSONField(default=list)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # When a worker last got on with it: a silent one is taken up again.
    touched_at = models.DateTimeField(default=clock.now)
    forgotten_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("partner", "-created_at", "-id"), name="import_page"),)

    def __str__(self) -> str:
        return f"import {self.pk}"


class ImportProblem(models.Model):
    """What is wrong with one cell, as the last pass over the rows found it. The value lies sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="problems")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    column = models.PositiveSmallIntegerField(null=True)
    field = models.CharField(max_length=30, blank=True)
    code = models.CharField(max_length=30, choices=ProblemCode.choices)
    value = EncryptedTextField(max_length=200, blank=True, default="")

    class Meta:
        default_permissions = ()
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("run", "number"), name="problem_in_order"),)

    def __str__(self) -> str:
        return f"problem {self.pk}"


class ImportedCase(models.Model):
    """Which row of which file became which case: nothing is taken in twice.

    `origin` is a digest under the partner's own key: a number of theirs may be somebody's telephone.
    """

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="cases")
    origin = models.CharField(max_length=64)
    row = models.PositiveIntegerField()
    # Gone with its case; a file that comes again then makes it again.
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    # Somebody worked on it before the import was undone.
    kept = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        ordering = ("row",)
        constraints = (models.UniqueConstraint(fields=("partner", "origin"), name="one_case_an_origin"),)

    def __str__(self) -> str:
        return f"imported case {self.pk}"
