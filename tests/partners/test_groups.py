"""Role groups and their guardian rows follow the role table and the memberships."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from guardian.models import GroupObjectPermission, UserObjectPermission

from backend.partners import services
from backend.partners.actors import actor_of
from backend.partners.models import Partner, PartnerGroupObjectPermission, User
from backend.partners.roles import ROLES, Role
from backend.partners.services import groups

pytestmark = pytest.mark.django_db


def test_each_partner_has_one_group_for_each_role(partner_a: Partner, partner_b: Partner) -> None:
    for partner in (partner_a, partner_b):
        named = set(Group.objects.filter(name__startswith=f"{partner.slug}/").values_list("name", flat=True))
        assert named == {f"{partner.slug}/{role.value}" for role in Role}


def test_each_group_holds_what_the_table_says_on_its_own_partner_only(
    partner_a: Partner, partner_b: Partner
) -> None:
    for role, permissions in ROLES.items():
        rows = PartnerGroupObjectPermission.objects.filter(group=groups.role_group(partner_a, role))
        held = set(rows.values_list("content_object_id", "permission__codename"))
        assert held == {(partner_a.pk, permission) for permission in permissions}


def test_all_permissions_are_rows_with_a_foreign_key_to_the_partner(partner_a: Partner, arta: User) -> None:
    """guardian's generic rows find their object by text; nothing here may ever fall back to them."""
    assert PartnerGroupObjectPermission.objects.exists()
    assert not GroupObjectPermission.objects.exists()
    assert not UserObjectPermission.objects.exists()
    assert not any(group.permissions.exists() for group in Group.objects.all())


def test_no_model_of_ours_gives_djangos_own_permissions() -> None:
    for model in apps.get_app_config("partners").get_models():
        assert model._meta.default_permissions == ()


def test_a_second_run_changes_nothing(partner_a: Partner, arta: User, besa: User) -> None:
    assert not services.sync_role_groups(partner_a).changed


def test_the_cost_of_a_run_does_not_grow_with_the_roles(
    partner_a: Partner,
    arta: User,
    besa: User,
    ilir: User,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    with django_assert_max_num_queries(14):
        services.sync_role_groups(partner_a)


def test_a_changed_table_reaches_partners_that_were_there_before(
    partner_a: Partner, arta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = {
        role: held - {"close_cases"} | ({"assign_cases"} if role is Role.CASEWORKER else set())
        for role, held in ROLES.items()
    }
    monkeypatch.setattr(groups, "ROLES", changed)
    report = services.sync_role_groups(partner_a)
    assert (report.grants_added, report.grants_removed) == (1, 3)
    held = actor_of(arta).permissions[partner_a.pk]
    assert "assign_cases" in held
    assert "close_cases" not in held


def test_a_role_that_left_the_table_leaves_no_group(
    partner_a: Partner, partner_b: Partner, observer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        groups, "ROLES", {role: held for role, held in ROLES.items() if role is not Role.OBSERVER}
    )
    services.sync_role_groups(partner_a)
    assert actor_of(observer).permissions == {}
    assert not Group.objects.filter(name="pif/observer").exists()
    assert Group.objects.filter(name="akt/observer").exists()


def test_grants_and_places_made_by_hand_are_put_right(partner_a: Partner, arta: User, outsider: User) -> None:
    outsider.groups.add(groups.role_group(partner_a, Role.COORDINATOR))
    arta.groups.clear()
    PartnerGroupObjectPermission.objects.filter(group__name="pif/caseworker").delete()
    report = services.sync_role_groups(partner_a)
    assert report.people_moved == 2
    assert actor_of(outsider).permissions == {}
    assert actor_of(arta).permissions == {partner_a.pk: ROLES[Role.CASEWORKER]}


def test_the_command_tells_what_it_put_right_and_only_that(partner_a: Partner, partner_b: Partner) -> None:
    PartnerGroupObjectPermission.objects.filter(group__name="pif/observer").delete()
    said = StringIO()
    call_command("sync_roles", stdout=said)
    assert "pif: 2 grants added" in said.getvalue()
    assert "akt" not in said.getvalue()


def test_a_missing_permission_is_named_instead_of_forgotten(
    partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "PERMISSIONS", {**groups.PERMISSIONS, "new_permission": "New"})
    with pytest.raises(RuntimeError, match="new_permission"):
        services.sync_role_groups(partner_a)
