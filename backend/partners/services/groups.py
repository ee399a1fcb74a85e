"""Brings a partner's role groups, their guardian permissions and their people in line with the role table."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from backend.partners.models import Membership, Partner, PartnerGroupObjectPermission, User
from backend.partners.roles import PERMISSIONS, ROLES, Role


@dataclass(frozen=True)
class SyncReport:
    """How many grants and places in groups a run put right."""

    grants_added: int
    grants_removed: int
    people_moved: int

    @property
    def changed(self) -> bool:
        return bool(self.grants_added or self.grants_removed or self.people_moved)


def group_name(partner: Partner, role: Role) -> str:
    """A slug never changes and holds no slash, so the name is unique and readable."""
    return f"{partner.slug}/{role.value}"


def role_group(partner: Partner, role: Role) -> Group:
    """The group whose people hold this role in this partner."""
    return Group.objects.get(name=group_name(partner, role))


@transaction.atomic
def sync_role_groups(partner: Partner) -> SyncReport:
    """Make groups, grants and people of one partner say what the role table and the memberships say.

    A repair and not a decision of anybody's, so it leaves no audit line of its own."""
    Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
    groups = _groups(partner)
    added, removed = _sync_grants(partner, groups)
    return SyncReport(added, removed, _sync_people(partner, groups))


def _groups(partner: Partner) -> dict[Role, Group]:
    names = {group_name(partner, role): role for role in ROLES}
    # A role that left the table takes its group and grants with it.
    Group.objects.filter(name__startswith=f"{partner.slug}/").exclude(name__in=names).delete()
    known = set(Group.objects.filter(name__in=names).values_list("name", flat=True))
    Group.objects.bulk_create([Group(name=name) for name in names if name not in known])
    return {names[group.name]: group for group in Group.objects.filter(name__in=names)}


def _sync_grants(partner: Partner, groups: dict[Role, Group]) -> tuple[int, int]:
    permission_ids = _permission_ids()
    wanted = {
        (groups[role].pk, permission_ids[permission]) for role, held in ROLES.items() for permission in held
    }
    rows = PartnerGroupObjectPermission.objects.filter(content_object=partner)
    found = {
        (group, permission): pk for pk, group, permission in rows.values_list("pk", "group", "permission")
    }
    surplus = [pk for key, pk in found.items() if key not in wanted]
    rows.filter(pk__in=surplus).delete()
    missing = [
        PartnerGroupObjectPermission(group_id=group, permission_id=permission, content_object=partner)
        for group, permission in sorted(wanted - found.keys())
    ]
    PartnerGroupObjectPermission.objects.bulk_create(missing)
    return len(missing), len(surplus)


def _permission_ids() -> dict[str, int]:
    rows = Permission.objects.filter(content_type=ContentType.objects.get_for_model(Partner))
    found = dict(rows.values_list("codename", "pk"))
    if missing := PERMISSIONS.keys() - found.keys():
        raise RuntimeError(f"Run `manage.py migrate` first; these permissions are missing: {sorted(missing)}")
    return found


def _sync_people(partner: Partner, groups: dict[Role, Group]) -> int:
    running = Membership.objects.running().filter(partner=partner, role__in=[role.value for role in groups])
    wanted = {(user, groups[Role(role)].pk) for user, role in running.values_list("user_id", "role")}
    places = User.groups.through.objects.filter(group__in=groups.values())
    found = {(user, group): pk for pk, user, group in places.values_list("pk", "user_id", "group_id")}
    surplus = [pk for key, pk in found.items() if key not in wanted]
    places.filter(pk__in=surplus).delete()
    missing = [User.groups.through(user_id=user, group_id=group) for user, group in wanted - found.keys()]
    User.groups.through.objects.bulk_create(missing)
    return len(surplus) + len(missing)
