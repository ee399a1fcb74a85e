"""How a case can have ended, what keeps it, why a hold stands, why erasure is refused: stable codes."""

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

LOWEST_MONTHS: Final = 6
"""Shorter than this a case is never kept: terms to appeal and the complainant's own time to come back."""
HIGHEST_MONTHS: Final = 240
MOST_RULES: Final = 30
NOTICE: Final = timedelta(days=30)
"""So long before the day it is announced."""
LONGEST_HOLD: Final = timedelta(days=366)
"""A hold ends at the latest after this, or is extended by somebody who looks at it again."""
MANY_AT_ONCE: Final = 20
"""From so many cases due at once on a preview warns."""


class Ending(models.TextChoices):
    """How a case ended: its outcome where it was closed, else the way out that it took."""

    REMEDIED = "remedied", _("Remedied")
    PARTLY_REMEDIED = "partly_remedied", _("Partly remedied")
    EXPLANATION = "explanation", _("Explanation or apology")
    DISCIPLINARY_ACTION = "disciplinary_action", _("Disciplinary action")
    PROSECUTION_REFERRED = "prosecution_referred", _("Handed to the prosecution")
    REFUND = "refund", _("Money returned")
    POLICY_CHANGE = "policy_change", _("Rule or practice changed")
    REFUSED = "refused", _("Refused")
    UNFOUNDED = "unfounded", _("Unfounded")
    NO_ANSWER = "no_answer", _("No answer")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    INADMISSIBLE = "inadmissible", _("Inadmissible")
    DUPLICATE = "duplicate", _("Duplicate")
    TRANSFERRED = "transferred", _("Handed to another partner")


class Blocker(models.TextChoices):
    """What keeps a case from being erased, whatever the rules say."""

    RUNNING = "running", _("Work on it has not ended.")
    REFERRAL = "referral", _("A letter to an institution is on its way, or its term runs.")
    PARTNER_REFERRAL = "partner_referral", _("Another partner helps the person, or is asked to.")
    TASK = "task", _("A task is open.")
    HOLD = "hold", _("A legal hold stands.")
    MAIL = "mail", _("A mail that names it waits to be sorted.")
    DUPLICATE = "duplicate", _("It is a duplicate of a case on which work goes on.")
    REQUEST = "request", _("A request of the complainant waits for a decision.")
    IMPORT = "import", _("The import that made it is at work.")


class HoldReason(models.TextChoices):
    COURT = "court", _("Court proceedings need the file")
    AUTHORITY = "authority", _("An authority asked us to keep it")
    AGAINST_US = "against_us", _("A complaint about our own work")
    REPRISAL = "reprisal", _("The complainant may need it against reprisal")
    AUDIT = "audit", _("An audit of the funding needs it")
    OTHER = "other", _("Another reason")


class Because(models.TextChoices):
    """Why a case is to be erased."""

    RULE = "rule", _("Its time of keeping is over")
    REQUEST = "request", _("Its author asked for it")


class RequestState(models.TextChoices):
    OPEN = "open", _("Waits for a decision")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")


class Refusal(models.TextChoices):
    """Why a request for erasure is refused; the complainant reads it."""

    HOLD = "hold", _("We have to keep your file for now")
    LEGAL_DUTY = "legal_duty", _("The law obliges us to keep it")
    LEGAL_CLAIM = "legal_claim", _("It is needed to pursue or defend a legal claim")
    PROTECTION = "protection", _("It protects you or somebody else from reprisal")
    RUNNING = "running", _("Work on it has not ended; withdraw the complaint first")
    NOT_AUTHOR = "not_author", _("We are not sure that it was you who asked")
