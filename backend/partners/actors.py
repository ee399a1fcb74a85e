"""The Actor: who asks, and what that person or program may do in which partner."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, reduce
from typing import Any, Final, cast
from uuid import UUID

import orjson
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import QuerySet

from backend.partners.models import Partner, PartnerGroupObjectPermission, User
from backend.partners.roles import permissions_in_scopes


class ActorKind(StrEnum):
    STAFF = "staff"
    CLIENT = "client"
    COMPLAINANT = "complainant"
    INSTITUTION = "institution"
    NOBODY = "nobody"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Every service takes one. Permissions come from guardian's rows on partners and from nowhere else."""

    kind: ActorKind
    user: User | None = None
    permissions: Mapping[UUID, frozenset[str]] = field(default_factory=dict)
    scopes: frozenset[str] | None = None
    case_id: UUID | None = None
    # Whether the work takes a second step at the sign-in: the installation demands it, or a partner.
    needs_second_factor: bool = False

    @classmethod
    def nobody(cls) -> "Actor":
        """An anonymous caller."""
        return cls(ActorKind.NOBODY)

    @classmethod
    def system(cls) -> "Actor":
        """The installation itself: scheduled work. It sees no case through `visible_to`."""
        return cls(ActorKind.SYSTEM)

    @classmethod
    def complainant(cls, case_id: UUID) -> "Actor":
        """The person who holds the receipt of one case."""
        return cls(ActorKind.COMPLAINANT, case_id=case_id)

    @classmethod
    def institution(cls) -> "Actor":
        """Whoever answers for an institution, through a link or by mail. Nobody knows who it is."""
        return cls(ActorKind.INSTITUTION)

    @property
    def keys(self) -> tuple[UUID, ...]:
        """What opens rows under the second lock: the partners in which the actor holds any permission."""
        return tuple(self.permissions)

    @property
    def id(self) -> UUID | None:
        return self.user.pk if self.user else None

    @property
    def is_signed_in(self) -> bool:
        return self.kind in (ActorKind.STAFF, ActorKind.CLIENT)

    @property
    def is_platform_administrator(self) -> bool:
        """Only a person at a session: no API client administers the platform."""
        return self.kind is ActorKind.STAFF and self.user is not None and self.user.is_platform_administrator

    @property
    def keeps_platform(self) -> bool:
        """Keeps partners, members and the directory: an administrator, or a command on the server."""
        return self.kind is ActorKind.SYSTEM or self.is_platform_administrator

    def may(self, permission: str, partner_id: UUID) -> bool:
        """Whether the actor holds a permission in a partner."""
        return permission in self.permissions.get(partner_id, frozenset())

    def partners_with(self, permission: str) -> tuple[UUID, ...]:
        """The partners in which the actor holds a permission, in a stable order."""
        return tuple(sorted(partner for partner, held in self.permissions.items() if permission in held))


def groups_with(permission: str, partners: QuerySet[Partner]) -> QuerySet[Group]:
    """The role groups whose people hold a permission in some of these partners."""
    rows = PartnerGroupObjectPermission.objects.filter(
        content_object__in=partners, permission__codename=permission
    )
    return Group.objects.filter(pk__in=rows.values("group"))


def actor_of(user: User, scopes: Iterable[str] | None = None) -> Actor:
    """The Actor of a signed-in user; with scopes, of an API client. One query, none right after
    `user_with_grants`; inactive users may nothing."""
    if not user.is_active:
        return Actor.nobody()
    kind = ActorKind.STAFF if scopes is None else ActorKind.CLIENT
    narrowed = None if scopes is None else frozenset(scopes)
    rows = _grants_of(user)
    return Actor(
        kind,
        user=user,
        permissions=_permissions_in(rows, narrowed),
        scopes=narrowed,
        needs_second_factor=kind is ActorKind.STAFF and _second_factor_is_demanded(rows),
    )


def user_with_grants(user_id: Any) -> User | None:
    """A user together with what the next `actor_of` of that very object asks for: every request of a session
    begins with both. One query."""
    names, columns, read = _user_columns(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}, {_grants_question()}", [_key(user_id)])
        row = cursor.fetchone()
    if row is None:
        return None
    user: Any = User.from_db(
        connection.alias, names, [one(value) for one, value in zip(read, row, strict=False)]
    )
    user.grants = row[-1]
    return cast(User, user)


# A partner, a permission held there, and whether that partner demands a second step at the sign-in.
_Grant = tuple[UUID, str, bool]


def _grants_of(user: User) -> list[_Grant]:
    told: Any = getattr(user, "grants", _NOT_ASKED)
    if told is not _NOT_ASKED:
        # Taken, not looked at: what is asked later in the request is asked anew.
        del user.grants  # type: ignore[attr-defined]
    else:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {_grants_question()}", [_key(user.pk)])
            (told,) = cursor.fetchone() or (None,)
    rows = orjson.loads(told) if told else []
    return [(UUID(partner), permission, bool(demands)) for partner, permission, demands in rows]


_NOT_ASKED: Final = object()
_JSON: Final = {
    "postgresql": ("json_agg({})::text", "json_build_array"),
    "sqlite": ("json_group_array({})", "json_array"),
}


@cache
def _grants_sql(vendor: str) -> str:
    together, row = _JSON[vendor]
    grants = together.format(f"{row}(o.content_object_id, p.codename, t.second_factor_required)")
    return (
        f"(SELECT {grants} FROM partners_user_groups m"
        " JOIN partners_partnergroupobjectpermission o ON o.group_id = m.group_id"
        " JOIN auth_permission p ON p.id = o.permission_id"
        " JOIN partners_partner t ON t.id = o.content_object_id AND t.is_active"
        " WHERE m.user_id = u.id) AS grants FROM partners_user u WHERE u.id = %s"
    )


@cache
def _user_columns(vendor: str) -> tuple[list[str], str, list[Callable[[Any], Any]]]:
    """A user's fields, their columns, and how each value is read as this engine gives it."""
    fields = User._meta.concrete_fields
    return (
        [field.attname for field in fields],
        ", ".join(f"u.{field.column}" for field in fields),
        [_reader(field.get_col("u")) for field in fields],
    )


def _reader(column: Any) -> Callable[[Any], Any]:
    converters = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
    return lambda value: reduce(lambda held, one: one(held, column, connection), converters, value)


def _grants_question() -> str:
    """Guardian's rows of a user's groups, as one value. Written by hand: every request asks for it, and
    writing it took Django as long as the database takes to answer."""
    return _grants_sql(connection.vendor)


def _key(user_id: Any) -> Any:
    return User._meta.pk.get_db_prep_value(user_id, connection)


def _permissions_in(rows: Iterable[_Grant], scopes: frozenset[str] | None) -> Mapping[UUID, frozenset[str]]:
    allowed = None if scopes is None else permissions_in_scopes(scopes)
    held: dict[UUID, set[str]] = {}
    for partner_id, permission, _demands in rows:
        if allowed is None or permission in allowed:
            held.setdefault(partner_id, set()).add(permission)
    return {partner_id: frozenset(permissions) for partner_id, permissions in held.items()}


def _second_factor_is_demanded(rows: Iterable[_Grant]) -> bool:
    """A partner may demand what the installation leaves open, never waive what the installation demands."""
    return settings.DOSJA_SECOND_FACTOR == "required" or any(demands for _id, _permission, demands in rows)
