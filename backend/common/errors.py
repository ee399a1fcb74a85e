"""Broken rules as facts: each has a status, a stable code and a sentence that a caseworker understands."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PROBLEM_MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field: its name (dotted for nested ones), a stable code, a sentence."""

    field: str
    code: str
    message: str | Promise


class Problem(Exception):
    """A rule that a request broke. Facts are short codes, numbers and dates, never a person's words."""

    status: int = 400
    code: str = "problem"
    title: str | Promise = _("This could not be done.")

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.code)


class NotFound(Problem):
    """Absent and forbidden look alike, so that nobody learns what exists."""

    status, code = 404, "not_found"
    title = _("There is nothing here that you may see.")


class NotSignedIn(Problem):
    status, code = 401, "not_authenticated"
    title = _("Please sign in first.")


class NotAllowed(Problem):
    status, code = 403, "not_allowed"
    title = _("Your role does not allow this.")


class Conflict(Problem):
    status, code = 409, "conflict"
    title = _("This does not fit the present state.")


class Invalid(Problem):
    """The request does not have the required shape; says so field by field."""

    status, code = 400, "invalid"
    title = _("Some of what was sent needs correcting.")

    def __init__(self, errors: list[FieldError], **facts: Any) -> None:
        self.errors = errors
        super().__init__(**facts)

    @classmethod
    def field(cls, field: str, code: str, message: str | Promise) -> "Invalid":
        """One field is wrong."""
        return cls([FieldError(field, code, message)])


class Stale(Problem):
    """Somebody else changed it since it was read (RFC 9110, If-Match)."""

    status, code = 412, "stale"
    title = _("Somebody changed this in the meantime. Read it again before you change it.")


class PreconditionMissing(Problem):
    """RFC 6585: a change must say which version it was made from."""

    status, code = 428, "precondition_required"
    title = _("Say with If-Match which version you are changing.")


class TooMany(Problem):
    """Too many tries; `retry_after` is in seconds."""

    status, code = 429, "too_many_requests"
    title = _("Too many tries. Please wait a little.")

    def __init__(self, *, retry_after: int, **facts: Any) -> None:
        self.retry_after = retry_after
        super().__init__(retry_after=retry_after, **facts)


class Malformed(Problem):
    status, code = 400, "malformed"
    title = _("The request could not be read. Send JSON in UTF-8.")


class TooLarge(Problem):
    status, code = 413, "too_large"
    title = _("This is larger than what is accepted here.")


class Busy(Problem):
    """Nothing was done; the same request may be sent again."""

    status, code = 503, "busy"
    title = _("Many people are at work just now. Please try again in a moment.")
    retry_after = 2


class Interrupted(Problem):
    """The database is away, or a disk is full; the same request may be sent again."""

    status, code = 503, "interrupted"
    title = _("Work is interrupted for a short time. Please try again in a minute.")
    retry_after = 10


class Failure(Problem):
    status, code = 500, "failure"
    title = _("Something went wrong on our side. Nothing was half done.")


def require_version(found: int, expected: int | None) -> None:
    """Refuse a change made from an older version; `None` accepts any (If-Match: *). Raises Stale."""
    if expected is not None and expected != found:
        raise Stale(current=found)
