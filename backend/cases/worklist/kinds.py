"""What a task is about; the only words that a task made by a rule has."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskKind(models.TextChoices):
    """Why there is something to do. The labels stand in calendars and on locked screens."""

    ACKNOWLEDGE = "acknowledge", _("Tell the complainant that the complaint has arrived")
    REFERRAL_DUE = "referral_due", _("An institution's term ends soon")
    OVERDUE = "overdue", _("An institution's term has passed without an answer")
    ANSWER_ARRIVED = "answer_arrived", _("Look at an institution's answer")
    COMPLAINANT_WROTE = "complainant_wrote", _("Read what the complainant wrote")
    SATISFACTION_DUE = "satisfaction_due", _("Ask the complainant about the outcome")
    REOPENING_ASKED = "reopening_asked", _("Decide whether to take a case up again")
    HEARING = "hearing", _("A hearing takes place")
    APPROVAL_WANTED = "approval_wanted", _("A letter waits for a second pair of eyes")
    DELIVERY_FAILED = "delivery_failed", _("A letter did not arrive")
    DELIVERY_UNCLEAR = "delivery_unclear", _("Find out whether a letter left")
    PARTNER_OFFER = "partner_offer", _("Another partner asks you to help a person")
    PARTNER_ANSWERED = "partner_answered", _("Read what another partner answered")
    TRANSFER_OFFER = "transfer_offer", _("Another partner offers you a case for good")
    APPEAL_WINDOW = "appeal_window", _("The time to appeal ends soon")
    SHARE_ENDS = "share_ends", _("A share with another partner ends soon")
    WEBHOOK_OFF = "webhook_off", _("News for a program do not arrive: its webhook was switched off")
    ERASURE_SOON = "erasure_soon", _("A case will be erased soon")
    ERASURE_ASKED = "erasure_asked", _("A complainant asks for erasure")
    BY_HAND = "by_hand", _("Written by a colleague")


OFFERS: Final = {TaskKind.PARTNER_OFFER: "refer_cases", TaskKind.TRANSFER_OFFER: "share_cases"}
"""What another partner is asked, and the permission of those who may accept it."""

ASKED_FROM_ABOVE: Final = frozenset({TaskKind.WEBHOOK_OFF, TaskKind.ERASURE_SOON, TaskKind.ERASURE_ASKED})
"""No rule makes or ends them: what they follow from is known on a floor above."""

FOR_THE_TEAM: Final = frozenset({TaskKind.APPROVAL_WANTED, *OFFERS, *ASKED_FROM_ABOVE})
"""Made for whoever of the team may do it, not for who works the case: nobody approves his own letter."""
