"""The vault: who the complainant is and where notices go, each under a key of its own.

Only what takes complaints in and what guards the reading (`custody`) import it.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.age import LONGEST_RECIPIENT
from backend.common.languages import Language
from backend.complaints.models import Complaint
from backend.keyring.fields import EncryptedBytesField, EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User
from backend.partners.roles import Role


class SealingKey(models.Model):
    """The public half of a key to which a partner's identities are sealed.

    The private half was made in a custodian's browser. Of it there are copies that custodians' own keys and
    the recovery key open (`custody.KeyCopy`), and nothing here opens those. A retired key stays for what
    was sealed to it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    public = models.CharField(max_length=LONGEST_RECIPIENT)
    recovery_public = models.CharField(max_length=LONGEST_RECIPIENT)
    # Whether what comes in is sealed to it.
    seals = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    retired_at = models.DateTimeField(null=True)
    # When somebody who could open it stopped being a custodian: time for a new one.
    left_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("partner",),
                condition=models.Q(retired_at__isnull=True),
                name="one_sealing_key_in_use",
            ),
            models.CheckConstraint(
                condition=models.Q(seals=False) | models.Q(retired_at__isnull=True),
                name="a_retired_key_seals_nothing",
            ),
        )
        indexes = (models.Index(fields=("partner", "-made_at", "-id"), name="sealing_keys_of_partner"),)

    def __str__(self) -> str:
        return f"sealing key {self.pk}"


class ComplainantIdentity(models.Model):
    """Name and ways of contact of one complainant. Read in `services/revealing.py` alone.

    Of a sealed identity the four are empty, and all of it is an age file to the partner's sealing key. That
    file lies under the identity's own key like the rest, so that destroying this key erases it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="+")
    identity_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(max_length=200, blank=True, default="", key="identity_key")
    email = EncryptedTextField(max_length=254, blank=True, default="", key="identity_key")
    phone = EncryptedTextField(max_length=50, blank=True, default="", key="identity_key")
    address = EncryptedTextField(max_length=500, blank=True, default="", key="identity_key")
    sealed = EncryptedBytesField(max_length=8_000, null=True, key="identity_key")
    sealing_key = models.ForeignKey(SealingKey, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        constraints = (
            models.CheckConstraint(
                condition=models.Q(sealed__isnull=True, sealing_key__isnull=True)
                | models.Q(sealed__isnull=False, sealing_key__isnull=False),
                name="a_sealed_identity_names_its_key",
            ),
        )

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
        UNSEALED = "unsealed", _("Unsealed by a custodian for somebody who asked, without being shown")

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
