"""The work list: tasks, how far the rules have looked, who wants a digest or a calendar."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.cases.models.referral import InstitutionReferral
from backend.cases.querysets import TaskQuerySet
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User

LONGEST_TITLE = 300


class Task(models.Model):
    """Something to do on a case, by a day. Read only through `Task.objects.visible_to(actor)`.

    One that a rule made says what it is about by its kind alone; `rule_key` names its occasion, for good.
    `team` and `restricted` repeat the case's owner and restriction, so that an index answers a page; every
    row that leaves is checked against the case again.
    """

    class State(models.TextChoices):
        OPEN = "open", _("To be done")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Not needed any more")

    class MadeBy(models.TextChoices):
        RULE = "rule", _("A rule")
        PERSON = "person", _("A person")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks", db_index=False)
    # The case of an offer is not for the eyes of those who are to decide on it.
    hides_case = models.BooleanField(default=False)
    team = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    restricted = models.BooleanField(default=False)
    referral = models.ForeignKey(
        InstitutionReferral, on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    # The message, answer, delivery, share or offer that it is about.
    about = models.UUIDField(null=True)
    data_key = models.ForeignKey(
        DataKey, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=20, choices=TaskKind.choices)
    title = EncryptedTextField(max_length=LONGEST_TITLE, null=True, blank=True)
    due_on = models.DateField()
    due_time = models.TimeField(null=True)
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    # Who took it or gave it to somebody; without, a rule's task follows who works the case.
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    made_by = models.CharField(max_length=6, choices=MadeBy.choices)
    rule_key = models.CharField(max_length=120, blank=True)
    created_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(default=clock.now)
    # Nobody: the rule itself closed it, because its reason went away.
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    done_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = TaskQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        # Only open tasks are listed across cases, and they are few beside those that were done.
        indexes = (
            models.Index(
                fields=("team", "due_on", "id"),
                include=("kind", "assignee", "case", "hides_case"),
                condition=models.Q(state="open", restricted=False),
                name="task_of_team",
            ),
            models.Index(
                fields=("assignee", "due_on", "id"), condition=models.Q(state="open"), name="task_of_person"
            ),
            models.Index(fields=("case", "created_at", "id"), name="task_in_order"),
            # What came since somebody looked last: asked for every half minute by everybody who is at work.
            models.Index(
                fields=("team", "-created_at"),
                condition=models.Q(state="open", restricted=False, assignee__isnull=True),
                name="task_news",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("rule_key",), condition=~models.Q(rule_key=""), name="one_task_an_occasion"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(made_by="rule", title__isnull=True)
                    & ~models.Q(rule_key="")
                    & ~models.Q(kind="by_hand")
                )
                | models.Q(
                    made_by="person",
                    title__isnull=False,
                    data_key__isnull=False,
                    rule_key="",
                    kind="by_hand",
                    hides_case=False,
                ),
                name="only_people_write_titles",
            ),
            models.CheckConstraint(
                condition=models.Q(state="open", done_at__isnull=True, done_by__isnull=True)
                | (~models.Q(state="open") & models.Q(done_at__isnull=False)),
                name="only_an_ended_task_has_an_end",
            ),
        )

    def __str__(self) -> str:
        return f"task {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class TaskWatch(models.Model):
    """How far the rules have looked: at events up to an id, or at a day in a time zone."""

    name = models.CharField(max_length=60, unique=True)
    event_id = models.BigIntegerField(default=0)
    day = models.DateField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"watch {self.name}"


class DigestWish(models.Model):
    """A person wants to be told each day, by mail, how many tasks wait. `last_on`: when it was tried last."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+", primary_key=True)
    is_on = models.BooleanField(default=False)
    hour = models.PositiveSmallIntegerField(default=7)
    time_zone = models.CharField(max_length=40, blank=True)
    last_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        constraints = (
            models.CheckConstraint(condition=models.Q(hour__range=(0, 23)), name="an_hour_of_the_day"),
        )

    def __str__(self) -> str:
        return f"digest wish {self.pk}"


class CalendarAddress(models.Model):
    """A person's secret address of a calendar. Kept is its digest: nobody reads the address from here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("user",), condition=models.Q(ended_at__isnull=True), name="one_calendar_a_person"
            ),
        )

    def __str__(self) -> str:
        return f"calendar address {self.pk}"
