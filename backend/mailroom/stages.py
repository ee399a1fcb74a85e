"""What becomes of a mail that came in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    TRIAGE = "triage", _("Somebody has to say where it belongs")
    MATCHED = "matched", _("Went to its case by itself")
    ASSIGNED = "assigned", _("Assigned by a person")
    DISMISSED = "dismissed", _("Set aside by a person")
    # Of these two nothing is kept but that they came: what they hold is a letter of ours.
    BOUNCE = "bounce", _("Tells that a letter did not arrive")
    OWN_COPY = "own_copy", _("A copy of a mail of ours")


class Trail(models.TextChoices):
    """By what a mail found its case."""

    TOKEN = "token", _("By the mark in its address or text")
    REPLY = "reply", _("As a reply to our mail")
    PERSON = "person", _("By a person")


class Remark(models.TextChoices):
    """What somebody should know who looks at a mail."""

    AUTOMATIC = "automatic", _("A machine wrote it")
    BOUNCE = "bounce", _("It tells that some mail did not arrive, and of which mail is not known")
    TOO_LARGE = "too_large", _("Too large to be taken; it lies in the mailbox")
    UNREADABLE = "unreadable", _("It could not be taken apart; the original is kept")
    FILES_REFUSED = "files_refused", _("Some files could not be taken; they are in the original")
    CASE_FULL = "case_full", _("Its case takes no more files")


class DismissalReason(models.TextChoices):
    SPAM = "spam", _("Unwanted mail")
    NOT_OURS = "not_ours", _("Nothing to do with a case")
    HANDLED = "handled", _("Dealt with elsewhere")
    DUPLICATE = "duplicate", _("Came before")
    OTHER = "other", _("Another reason")


class SuggestionReason(models.TextChoices):
    """Why a mail may belong to a referral."""

    REFERENCE = "reference", _("It names the number of the case")
    PROTOCOL = "protocol", _("It names the institution's protocol number")
    SENDER = "sender", _("It comes from an address of the institution")
