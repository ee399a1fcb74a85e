"""Two people at the same moment: the partner's row makes them wait for each other."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from backend.common.errors import Problem
from backend.partners import services
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.services.partners import PartnerChanges
from tests.databases import in_threads
from tests.factories.partners import member, membership_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shared_by_threads")]


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Start all together; the answer or the code of the problem of each."""

    def one(number: int) -> Any:
        try:
            return works[number]()
        except Problem as problem:
            return problem.code

    return in_threads(len(works), one)


def test_two_coordinators_who_end_each_other_leave_one(besa: User, partner_a: Partner) -> None:
    other = member(partner_a, Role.COORDINATOR)
    rows = [membership_of(person, partner_a) for person in (besa, other)]
    actors = [actor_of(person) for person in (other, besa)]
    outcomes = at_once(
        *(
            lambda row=row, actor=actor: services.end_membership("pif", row.pk, expected=1, actor=actor)
            for row, actor in zip(rows, actors, strict=True)
        )
    )
    assert "member.last_coordinator" in outcomes
    assert Membership.objects.running().filter(role=Role.COORDINATOR).count() == 1


def test_one_person_added_many_times_at_once_gets_one_account_and_one_role(
    partner_a: Partner, partner_b: Partner
) -> None:
    outcomes = at_once(
        *(
            lambda slug=slug: services.add_member(
                slug, email="vjosa@example.org", name="Vjosa", role=Role.OBSERVER, actor=Actor.system()
            )
            for slug in ("pif", "akt") * 4
        )
    )
    assert outcomes.count("member.already") == 6
    assert User.objects.filter(email="vjosa@example.org").count() == 1
    assert Membership.objects.count() == 2


def test_one_partner_taken_in_many_times_at_once_is_taken_in_once(db: None) -> None:
    new: Any = {
        "slug": "lda",
        "prefix": "LDA",
        "name": "LDA",
        "country": "GE",
        "languages": ["ka"],
        "time_zone": "Asia/Tbilisi",
    }
    outcomes = at_once(*(lambda: services.create_partner(**new, actor=Actor.system()) for _one in range(4)))
    assert outcomes.count("partner.slug_taken") == 3
    assert Partner.objects.filter(slug="lda").count() == 1


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_a_partner_is_changed_while_people_file_with_it(besa: User, partner_a: Partner) -> None:
    """Where many file, one of them is always at it: whoever waited for all of them would wait for ever."""

    def file_slowly() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            # As every new row does that names its partner.
            cursor.execute("SELECT 1 FROM partners_partner WHERE id = %s FOR KEY SHARE", [partner_a.pk])
            filing.set()
            assert changed.wait(timeout=20), "the change waits for whoever files"

    def change() -> Partner:
        assert filing.wait(timeout=20)
        changes: PartnerChanges = {"contact": "zyra@example.org"}
        made = services.change_partner("pif", changes=changes, expected=None, actor=actor_of(besa))
        changed.set()
        return made

    filing, changed = threading.Event(), threading.Event()
    _nothing, made = at_once(file_slowly, change)
    assert made.contact == "zyra@example.org"
