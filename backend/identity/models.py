"""The vault: who the complainant is and where notices go, each under a key of its own.

Only what takes complaints in and what guards the reading (`custody`) import it.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Complaint
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import User
from backend.partners.roles import Role


class ComplainantIdentity(models.Model):
    """Name and ways of contact of one complainant. Read in `services/revealing.py` alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="+")
    identity_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(max_length=200, blank=True, default="", key="identity_key")
    email = EncryptedTextField(max_length=254, blank=True, default="", key="identity_key")
    phone = EncryptedTextField(max_length=50, blank=True, default="", key="identity_key")
    address = EncryptedTextField(max_length=500, blank=True, default="", key="identity_key")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"identity {self.pk}"


class ContactMark(models.Model):
    """A keyed digest of a telephone number or e-mail address, by which a second complaint of the same person
    is noticed inside one partner. It leads back to nobody, and goes with the identity."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Telephone")
        EMAIL = "email", _("E-mail")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    identity = models.ForeignKey(ComplainantIdentity, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("identity", "kind"), name="one_contact_mark_a_kind"),)
        indexes = (models.Index(fields=("digest",), name="contact_mark_digest"),)

    def __str__(self) -> str:
        return f"contact mark {self.pk}"


class IdentityLook(models.Model):
    """Somebody had to do with an identity: when, in which role, why. The complainant reads it."""

    class Kind(models.TextChoices):
        COMPARED = "compared", _("Compared with what a caller said, without being shown")
        REVEALED = "revealed", _("Shown")

    class Reason(models.TextChoices):
        NEW_RECEIPT = "new_receipt", _("Somebody asked for a new receipt")
        CONTACT = "contact", _("To reach the complainant")
        REFERRAL = "referral", _("To send the complaint with its author's name")
        SERVICE = "service", _("To arrange help for the complainant")
        DANGER = "danger", _("Danger to life or liberty")
        COURT_ORDER = "court_order", _("A court or an authority demands it by law")
        OWN_DATA = "own_data", _("The complainant asked for what is kept about them")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices)
    # Of a comparison: whether it agreed.
    matched = models.BooleanField(null=True)
    # The role at that time: people change roles, and the complainant learns no names.
    role = models.CharField(max_length=20, choices=Role.choices)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ("at", "id")
        indexes = (models.Index(fields=("complaint", "at", "id"), name="identity_look_in_order"),)

    def __str__(self) -> str:
        return f"look {self.pk}"


class NoticeWish(models.Model):
    """A complainant wishes to be told that there is news. No API of staff knows of it.

    The address lies under a key of its own, not under the identity's: an anonymous complainant has none,
    and when the wish ends, the key is destroyed and the address with it. `seen_at`: when the receipt was last
    opened or the wish made; news are what came later. `told_at`: when a notice was last tried; while it is
    the later of the two, the complainant was told and has not looked yet.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message (SMS)")

    class Ending(models.TextChoices):
        OFF = "off", _("Turned off")
        REFUSED = "refused", _("The address was refused")
        OVER = "over", _("The case is over")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="+")
    notice_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=5, choices=Channel.choices)
    address = EncryptedTextField(max_length=254, null=True, key="notice_key")
    language = models.CharField(max_length=7, choices=Language.choices)
    asked_at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=7, choices=Ending.choices, blank=True)
    asked_times = models.PositiveSmallIntegerField(default=0)
    counted_since = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(fields=("seen_at",), condition=models.Q(ended_at__isnull=True), name="wish_running"),
        )
        constraints = (
            # An address that is needed no more is not kept.
            models.CheckConstraint(
                condition=models.Q(
                    ended_at__isnull=True, notice_key__isnull=False, address__isnull=False, ended_because=""
                )
                | (
                    models.Q(ended_at__isnull=False, notice_key__isnull=True, address__isnull=True)
                    & ~models.Q(ended_because="")
                ),
                name="only_a_running_wish_has_an_address",
            ),
        )

    def __str__(self) -> str:
        return f"notice wish {self.pk}"
