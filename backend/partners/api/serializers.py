"""Shapes of partners, members, API clients and one's own account on the wire."""

from typing import Any, cast

from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common.api import StrictSerializer
from backend.common.languages import Language
from backend.partners.actors import Actor, ActorKind
from backend.partners.api.metering import quota_of, used_today
from backend.partners.models import SLUG, Membership, Partner, User, validate_time_zone
from backend.partners.origins import MOST_ORIGINS, validate_origin
from backend.partners.roles import PERMISSIONS, SCOPES, Role

# Named in the description of the API.
SCOPE_NAMES = list(SCOPES)
PERMISSION_NAMES = sorted(PERMISSIONS)
SIGNED_IN = [ActorKind.STAFF.value, ActorKind.CLIENT.value]


class LanguagesField(serializers.ListField):
    """Some of the five languages, each once, the first one preferred."""

    child = serializers.ChoiceField(choices=Language.choices)
    default_error_messages = {"repeated": _("Name each language once.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"min_length": 1, "max_length": len(Language), **options})

    def to_internal_value(self, data: Any) -> list[str]:
        languages = cast(list[str], super().to_internal_value(data))
        if len(set(languages)) < len(languages):
            self.fail("repeated")
        return languages


class OriginsField(serializers.ListField):
    """Sites that may show the form inside their pages, each once."""

    child = serializers.CharField(max_length=261, validators=[validate_origin])
    default_error_messages = {"repeated": _("Name each site once.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": MOST_ORIGINS, **options})

    def to_internal_value(self, data: Any) -> list[str]:
        origins = cast(list[str], super().to_internal_value(data))
        if len(set(origins)) < len(origins):
            self.fail("repeated")
        return origins


class PartnerSettingsSerializer(serializers.ModelSerializer[Partner]):
    """What those who keep a partner see beyond its public face."""

    embedding_origins = serializers.ListField(
        child=serializers.CharField(),
        read_only=True,
        help_text="Sites that may show the form in their pages.",
    )

    class Meta:
        model = Partner
        fields = (
            *("prefix", "time_zone", "form_key", "embedding_origins"),
            *("second_factor_required", "is_active", "created_at"),
        )
        read_only_fields = fields


class PartnerSerializer(serializers.ModelSerializer[Partner]):
    """A partner of the network. `settings` is null unless you keep this partner."""

    languages = serializers.ListField(child=serializers.ChoiceField(choices=Language.choices), read_only=True)
    website = serializers.CharField(read_only=True, help_text="An address, or empty.")
    settings = serializers.SerializerMethodField()

    class Meta:
        model = Partner
        fields = ("slug", "name", "country", "languages", "contact", "website", "version", "settings")
        read_only_fields = fields

    @extend_schema_field(PartnerSettingsSerializer(allow_null=True))
    def get_settings(self, partner: Partner) -> dict[str, Any] | None:
        actor: Actor = self.context["actor"]
        if not (actor.keeps_platform or actor.may("manage_partner", partner.pk)):
            return None
        return dict(PartnerSettingsSerializer(partner).data)


class _PartnerFaceSerializer(StrictSerializer):
    contact = serializers.CharField(
        max_length=300, allow_blank=True, required=False, help_text="Where citizens reach the partner."
    )
    website = serializers.URLField(
        max_length=200, allow_blank=True, required=False, validators=[URLValidator(schemes=["http", "https"])]
    )


class PartnerChangesSerializer(_PartnerFaceSerializer):
    """Coordinators change `contact`, `website`, `embedding_origins` and `second_factor_required`, the
    platform administrator all."""

    embedding_origins = OriginsField(
        required=False,
        help_text="Sites that may show the form inside their pages, such as https://www.example.org.",
    )

    second_factor_required = serializers.BooleanField(
        required=False,
        help_text="Whether people who work here need a second step at the sign-in. Where the installation "
        "demands it, false changes nothing.",
    )
    name = serializers.CharField(max_length=150, required=False)
    languages = LanguagesField(required=False)
    time_zone = serializers.CharField(max_length=40, required=False, validators=[validate_time_zone])
    is_active = serializers.BooleanField(required=False, help_text="false suspends the partner, at once.")


class NewPartnerSerializer(_PartnerFaceSerializer):
    """A partner that joins the network. Slug and prefix can never change."""

    slug = serializers.CharField(
        max_length=40,
        validators=[RegexValidator(f"^{SLUG}\\Z")],
        help_text="Lower-case letters, digits and hyphens; stands in public addresses.",
    )
    prefix = serializers.CharField(
        validators=[RegexValidator(r"^[A-Z]{2,5}\Z")],
        help_text="Two to five capital letters that begin every case reference.",
    )
    name = serializers.CharField(max_length=150)
    country = serializers.ChoiceField(choices=Partner.Country.choices)
    languages = LanguagesField()
    time_zone = serializers.CharField(
        max_length=40, validators=[validate_time_zone], help_text="Such as Europe/Tirane."
    )


class MemberSerializer(serializers.ModelSerializer[Membership]):
    """A person's role in a partner."""

    user_id = serializers.UUIDField(read_only=True)
    email = serializers.EmailField(source="user.email", read_only=True)
    name = serializers.CharField(source="user.name", read_only=True)

    class Meta:
        model = Membership
        fields = ("id", "user_id", "email", "name", "role", "started_at", "ended_at", "version")
        read_only_fields = fields


class NewMemberSerializer(StrictSerializer):
    """A person who gets a role. `name` is used only when the address has no account yet."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=150)
    role = serializers.ChoiceField(choices=Role.choices)

    def validate_role(self, role: str) -> Role:
        return Role(role)


class ApiClientSerializer(serializers.ModelSerializer[Membership]):
    """A partner's own program."""

    client_id = serializers.SerializerMethodField()
    name = serializers.CharField(source="user.name", read_only=True)
    scopes = serializers.SerializerMethodField()
    own_daily_quota = serializers.IntegerField(
        source="daily_quota", read_only=True, allow_null=True, help_text="Set here; null: the installation's."
    )
    daily_quota = serializers.SerializerMethodField(
        help_text="What it may spend in a day (UTC), in points; null: without end."
    )
    used_today = serializers.SerializerMethodField(help_text="What it has spent since midnight (UTC).")

    class Meta:
        model = Membership
        fields: tuple[str, ...] = (
            *("client_id", "name", "role", "scopes", "own_daily_quota", "daily_quota", "used_today"),
            *("started_at", "ended_at", "version"),
        )
        read_only_fields = fields

    def get_daily_quota(self, membership: Membership) -> int | None:
        return quota_of(membership)

    def get_used_today(self, membership: Membership) -> int:
        return used_today(self.get_client_id(membership))

    def get_client_id(self, membership: Membership) -> str:
        return str(self._oauth(membership).pk)

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=SCOPE_NAMES)))
    def get_scopes(self, membership: Membership) -> list[str]:
        return list(self._oauth(membership).get_scopes())

    def _oauth(self, membership: Membership) -> Any:
        return membership.user.client_set.all()[0]  # type: ignore[attr-defined]  # allauth's reverse name


class NewApiClientSerializer(StrictSerializer):
    """A program to let in. Without `scopes` it gets all that its role can use."""

    name = serializers.CharField(max_length=100)
    role = serializers.ChoiceField(choices=Role.choices)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPE_NAMES),
        min_length=1,
        max_length=len(SCOPES),
        required=False,
    )

    def validate_role(self, role: str) -> Role:
        return Role(role)


class ApiClientChangeSerializer(StrictSerializer):
    """What can be changed about a program."""

    daily_quota = serializers.IntegerField(
        min_value=1,
        max_value=2_000_000_000,
        allow_null=True,
        help_text="At most what the installation allows, in points; null: as much as that.",
    )


class ApiClientSecretSerializer(ApiClientSerializer):
    """The only answer that holds the secret: afterwards only its hash is known here."""

    client_secret = serializers.CharField(read_only=True)
    token_url = serializers.URLField(read_only=True)

    class Meta(ApiClientSerializer.Meta):
        fields: tuple[str, ...] = (*ApiClientSerializer.Meta.fields, "client_secret", "token_url")
        read_only_fields = fields


class MyPartnerSerializer(serializers.Serializer[Any]):
    """A partner in which you work."""

    slug = serializers.CharField()
    name = serializers.CharField()
    country = serializers.ChoiceField(choices=Partner.Country.choices)
    languages = serializers.ListField(child=serializers.ChoiceField(choices=Language.choices))
    time_zone = serializers.CharField(help_text="Its days begin there, such as `Europe/Tirane`.")
    roles = serializers.ListField(child=serializers.ChoiceField(choices=Role.choices))
    permissions = serializers.ListField(child=serializers.ChoiceField(choices=PERMISSION_NAMES))


class MeSerializer(serializers.ModelSerializer[User]):
    """Who you are here, and what you may do where."""

    kind = serializers.ChoiceField(choices=SIGNED_IN)
    partners = MyPartnerSerializer(many=True)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPE_NAMES),
        allow_null=True,
        help_text="Of the token; null for people.",
    )
    is_platform_administrator = serializers.BooleanField(read_only=True)
    second_factor_required = serializers.BooleanField(
        read_only=True, help_text="Whether your work takes a second step at the sign-in."
    )
    second_factor_missing = serializers.BooleanField(
        read_only=True,
        help_text="Whether it is required and this session has not shown one: all but your own account is "
        "closed (`second_factor.required`) until it has.",
    )

    class Meta:
        model = User
        fields = (
            "id",
            "kind",
            "email",
            "name",
            "language",
            "is_platform_administrator",
            "second_factor_required",
            "second_factor_missing",
            "partners",
            "scopes",
            "version",
        )
        read_only_fields = fields


class OwnLanguageSerializer(StrictSerializer):
    """The language in which you want to be addressed."""

    language = serializers.ChoiceField(choices=Language.choices)

    def validate_language(self, language: str) -> Language:
        return Language(language)
