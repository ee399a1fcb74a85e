"""Partners of the network, the people and programs that work in them, and what each may do."""

import secrets
import uuid
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import DataError, connection, models, transaction
from django.utils.translation import gettext_lazy as _
from guardian.models import GroupObjectPermissionBase

from backend.common import clock
from backend.common.languages import Language
from backend.partners.querysets import InvitationQuerySet, MembershipQuerySet, PartnerQuerySet
from backend.partners.roles import PERMISSIONS, Role

# Reserved by RFC 2606: mail to a service account goes nowhere, and no person can have such an address.
SERVICE_DOMAIN = "clients.invalid"


class InvitationState(models.TextChoices):
    """Where an invitation stands."""

    OPEN = "open", _("Waits to be taken up")
    EXPIRED = "expired", _("Has run out")
    ACCEPTED = "accepted", _("Taken up")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A member of staff, or the service account of an API client. `is_superuser` marks a platform
    administrator: he keeps partners, members and the directory, and that opens no case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(max_length=7, choices=Language.choices, default=Language.EN)
    is_active = models.BooleanField(default=True)
    is_service = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(is_service=True, is_superuser=True), name="no_program_administers"
            )
        ]

    def __str__(self) -> str:
        return f"user {self.pk}"

    @property
    def is_platform_administrator(self) -> bool:
        return self.is_active and self.is_superuser


def new_form_key() -> str:
    """A partner's public form key: it names the form that a complaint came through, it is no secret."""
    return "pfk_" + secrets.token_urlsafe(18)


# Stands in public addresses and in the names of role groups: plain letters, never changed.
SLUG = r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?"


def validate_time_zone(name: str) -> None:
    """A name of the IANA database, such as Europe/Tirane, that PostgreSQL knows, too, for it counts the days
    of a partner (ADR 52); else ValidationError."""
    if name not in available_timezones() or not _counts_days_in(name):
        raise ValidationError(_("Unknown time zone."), code="time_zone")


def _counts_days_in(zone: str) -> bool:
    if connection.vendor != "postgresql":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT now() AT TIME ZONE %s", [zone])
    except DataError:
        return False
    return True


class Partner(models.Model):
    """An NGO of the network; owns cases."""

    class Country(models.TextChoices):
        AL = "AL", _("Albania")
        XK = "XK", _("Kosovo")
        GE = "GE", _("Georgia")
        RS = "RS", _("Serbia")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=40, unique=True, validators=[RegexValidator("^" + SLUG + r"\Z")])
    prefix = models.CharField(max_length=5, unique=True, validators=[RegexValidator(r"^[A-Z]{2,5}\Z")])
    name = models.CharField(max_length=150)
    country = models.CharField(max_length=2, choices=Country.choices)
    languages = models.JSONField(default=list)
    time_zone = models.CharField(max_length=40, validators=[validate_time_zone])
    contact = models.CharField(max_length=300, blank=True)
    website = models.URLField(blank=True)
    form_key = models.CharField(max_length=40, unique=True, default=new_form_key)
    # Sites whose pages may show the form inside of them (see origins.py).
    embedding_origins = models.JSONField(default=list, blank=True)
    # Demanded here even where the installation leaves it to each person.
    second_factor_required = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ("slug",)
        default_permissions = ()
        permissions = tuple(PERMISSIONS.items())

    def __str__(self) -> str:
        return self.name


class PartnerGroupObjectPermission(GroupObjectPermissionBase):
    """guardian's row "this role's group holds this permission on this partner", by direct foreign key."""

    content_object = models.ForeignKey(Partner, on_delete=models.CASCADE)

    class Meta(GroupObjectPermissionBase.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return f"grant {self.pk}"


class Membership(models.Model):
    """A person (or API client) holds a role in a partner, until it ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    started_at = models.DateTimeField(default=clock.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Of an API client: what it may spend in a day, below what the installation allows. None: as much as that.
    daily_quota = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=("partner", "user", "role"),
                condition=models.Q(ended_at__isnull=True),
                name="one_running_membership_per_role",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("started_at")),
                name="membership_ends_after_it_started",
            ),
        ]

    def __str__(self) -> str:
        return f"membership {self.pk}"


class Invitation(models.Model):
    """A person is asked to join a partner. Until it is taken up there is no account and no membership; what
    opens it is a link, of which only the digest is kept."""

    class Mail(models.TextChoices):
        BY_HAND = "by_hand", _("The link is handed over by whoever invites")
        WAITING = "waiting", _("The mail waits to leave")
        SENT = "sent", _("The mail left")
        REFUSED = "refused", _("The mail was refused")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField()
    name = models.CharField(max_length=150)
    roles = models.JSONField()
    language = models.CharField(max_length=7, choices=Language.choices)
    # None while the mail waits: whoever sends it makes the link.
    token_digest = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  # none is none
    mail = models.CharField(max_length=8, choices=Mail.choices, default=Mail.BY_HAND)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=("partner", "email"),
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="one_invitation_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="taken_up_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @property
    def state(self) -> str:
        """Where it stands, by the clock too."""
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.withdrawn_at is not None:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if self.expires_at <= clock.now() else InvitationState.OPEN


class AccessHelp(models.Model):
    """Somebody was helped to come in again: a link for another password was made, or the second factor was
    taken away. Kept for a while, because nobody gives the same person both."""

    class Kind(models.TextChoices):
        PASSWORD = "password", _("A link for another password")  # a word, no password
        SECOND_FACTOR = "second_factor", _("The second step taken away")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    # None: the person asked by mail.
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField(default=clock.now, editable=False)
    # None while the mail waits, and from when on the link opens nothing.
    token_digest = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  # none is none
    mail = models.CharField(max_length=8, choices=Invitation.Mail.choices, default=Invitation.Mail.BY_HAND)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=("user", "made_at"), name="help_of_a_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="password") | models.Q(token_digest__isnull=True),
                name="only_a_password_has_a_link",
            ),
        ]

    def __str__(self) -> str:
        return f"help {self.pk}"
