"""The states of a job."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """ready -> running -> done; a failed one is ready again, later; after its last attempt it is dead."""

    READY = "ready", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    DEAD = "dead", _("given up")


UNFINISHED = (JobState.READY, JobState.RUNNING)
