"""The columns of a list of cases: what a saved view keeps, and what heads a table that leaves as a file."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Column(models.TextChoices):
    REFERENCE = "reference", _("Reference")
    SUMMARY = "summary", _("Summary")
    KIND = "kind", _("Kind")
    STAGE = "stage", _("Stage")
    STATE = "state", _("State")
    SEVERITY = "severity", _("Severity")
    CATEGORY = "category", _("Category")
    INSTITUTION = "institution", _("Institution")
    PLACE = "place", _("Place")
    OWNER = "owner", _("Partner")
    ASSIGNEE = "assignee", _("Worked by")
    OPENED_AT = "opened_at", _("Received")
    DUE_AT = "due_at", _("Answer due")
    WAITS_FOR = "waits_for", _("Whose term runs")
    NEXT_TASK = "next_task", _("Next task")
    UNREAD = "unread", _("Unread messages")
    TAGS = "tags", _("Tags")
    OUTCOME = "outcome", _("Outcome")
    RESOLVED_AT = "resolved_at", _("Resolved")
    CLOSED_AT = "closed_at", _("Closed")
    CHANGED_AT = "changed_at", _("Last change")


MOST_COLUMNS: Final = len(Column.values)
