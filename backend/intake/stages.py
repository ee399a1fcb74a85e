"""Why a complaint waits to be looked at before it becomes a case, and why it may never become one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Deletion(models.TextChoices):
    """Why something in quarantine is destroyed. Whatever else is wrong with it, it becomes a case."""

    SPAM = "spam", _("It is no complaint")


class Reason(models.TextChoices):
    """What the door noticed. None of it says that a complaint is not genuine."""

    TRAP_FILLED = "trap_filled", _("A field that people do not see was filled in")
    FORGED_FORM = "forged_form", _("The form's own token was changed")
    TOO_FAST = "too_fast", _("The form was filled in faster than a person can")
    MANY_FROM_SENDER = "many_from_sender", _("Very many complaints came from the same place in this hour")
    MANY_UNPROVEN = "many_unproven", _("Very many complaints without proof of work came in this hour")
