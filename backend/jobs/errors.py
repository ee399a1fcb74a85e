"""What can be wrong with a job. Sentences never name arguments: those may lead to a person."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, NotFound


class NoSuchJob(NotFound):
    code = "job.not_found"
    title = _("There is no such job.")


class NotDead(Conflict):
    """Only a job that was given up can be started again by hand."""

    code = "job.not_dead"
    title = _("This job was not given up, so there is nothing to start again.")


class AnotherWaits(Conflict):
    """A job with the same unique key is unfinished: it will do the work."""

    code = "job.another_waits"
    title = _("The same work is already waiting or running.")


class UnknownTaskError(Exception):
    """The stored path leads to no task: renamed, removed, or not written by us."""


class UnsuitableArgumentsError(ValueError):
    """Jobs carry ids, not contents: what is stored here is neither encrypted nor erased with a case."""
