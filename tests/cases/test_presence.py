"""Two people on one case see each other, for a minute, and nothing of it is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, CasePresence
from backend.cases.services import presence, sharing, work
from backend.common import clock
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from backend.partners.services.members import end_membership
from tests.casework import restricted, shared
from tests.factories.partners import member, membership_of

Api = Callable[[User], Any]


def look(api: Api, who: User, case: Case, **body: Any) -> Any:
    return api(who).post(f"/cases/{case.pk}/presence/", body)


def seen_by(api: Api, who: User, case: Case) -> list[str]:
    return [one["name"] for one in look(api, who, case).json()["others"]]


def test_two_people_on_one_case_see_each_other(api: Api, arta: User, besa: User, case_of_arta: Case) -> None:
    assert seen_by(api, arta, case_of_arta) == []
    assert seen_by(api, besa, case_of_arta) == ["Arta"]
    assert seen_by(api, arta, case_of_arta) == ["Besa"]


def test_one_who_leaves_is_gone_at_once_and_one_who_falls_silent_after_a_minute(
    api: Api, arta: User, besa: User, case_of_arta: Case
) -> None:
    look(api, besa, case_of_arta)
    look(api, arta, case_of_arta)
    look(api, besa, case_of_arta, leaving=True)
    assert seen_by(api, arta, case_of_arta) == []
    look(api, besa, case_of_arta)
    with clock.frozen(clock.now() + timedelta(seconds=59)):
        assert seen_by(api, arta, case_of_arta) == ["Besa"]
    with clock.frozen(clock.now() + timedelta(seconds=61)):
        assert presence.forget() >= 1
        assert seen_by(api, arta, case_of_arta) == []


def test_nothing_is_kept_of_it(api: Api, arta: User, besa: User, case_of_arta: Case) -> None:
    before = AuditEvent.objects.count(), CaseEvent.objects.count()
    for _time in range(3):
        look(api, arta, case_of_arta)
        look(api, besa, case_of_arta)
    assert (AuditEvent.objects.count(), CaseEvent.objects.count()) == before
    assert CasePresence.objects.count() == 2
    with clock.frozen(clock.now() + timedelta(minutes=2)):
        presence.forget()
    assert not CasePresence.objects.exists()


def test_what_others_did_is_seen(api: Api, arta: User, besa: User, case_of_arta: Case) -> None:
    first = look(api, arta, case_of_arta).json()
    work.set_tags(case_of_arta.pk, names=["toka"], expected=None, actor=actor_of(besa))
    second = look(api, arta, case_of_arta).json()
    assert second["version"] == first["version"] + 1
    assert second["newest"]["id"] > first["newest"]["id"]
    assert (second["newest"]["action"], second["newest"]["actor"]["name"]) == ("case.tagged", "Besa")
    work.add_note(case_of_arta.pk, text="Shënim.", actor=actor_of(besa))
    third = look(api, arta, case_of_arta).json()
    assert (third["version"], third["newest"]["action"]) == (second["version"], "case.note_added")


def test_strangers_programs_and_those_who_read_only_a_part_are_nowhere(
    api: Api,
    client_of: Callable[..., Any],
    arta: User,
    besa: User,
    nino: User,
    observer: User,
    partner_a: Partner,
    partner_b: Partner,
    case_of_arta: Case,
) -> None:
    for stranger in (nino, observer):
        assert look(api, stranger, case_of_arta).status_code == 404
    sharing.share(case_of_arta.pk, partner=partner_b, fields=["summary"], actor=actor_of(besa))
    assert look(api, nino, case_of_arta).status_code == 404
    program = client_of(partner_a, Role.COORDINATOR)
    assert program.post(f"/cases/{case_of_arta.pk}/presence/", {}).status_code == 403
    assert not CasePresence.objects.exists()


def test_a_partner_that_reads_everything_is_seen_until_the_share_ends(
    api: Api, arta: User, besa: User, nino: User, partner_b: Partner, case_of_arta: Case
) -> None:
    share = shared(case_of_arta, partner_b, besa)
    look(api, nino, case_of_arta)
    assert seen_by(api, arta, case_of_arta) == ["Nino"]
    sharing.end_share(case_of_arta.pk, share_id=share.pk, actor=actor_of(besa))
    assert seen_by(api, arta, case_of_arta) == []


def test_who_may_not_see_the_case_any_more_is_not_named(
    api: Api, arta: User, besa: User, luan: User, partner_a: Partner, case_of_arta: Case
) -> None:
    colleague = member(partner_a, Role.CASEWORKER, name="Genti")
    for one in (luan, colleague):
        look(api, one, case_of_arta)
    assert seen_by(api, arta, case_of_arta) == ["Genti", "Luan"]
    end_membership("pif", membership_of(colleague, partner_a).pk, expected=None, actor=actor_of(besa))
    assert seen_by(api, arta, case_of_arta) == ["Luan"]
    restricted(case_of_arta, [arta, besa], besa)
    assert seen_by(api, arta, case_of_arta) == []
