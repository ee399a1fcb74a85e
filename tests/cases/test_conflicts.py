"""A conflict of interest closes a case to whoever has it, as soon as somebody else can work it."""

from collections.abc import Callable

import pytest

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent, CaseShare, ConflictOfInterest, Tie
from backend.cases.services import conflicts, sharing, ties, work
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.partners import member

ABOUT_BESA = "Koordinatorja Besa Markaj më kërkoi para për ta çuar çështjen përpara."


def sees(user: User, case: Case) -> bool:
    return Case.objects.visible_to(actor_of(user)).filter(pk=case.pk).exists()


@pytest.fixture
def besa_markaj(besa: User) -> User:
    User.objects.filter(pk=besa.pk).update(name="Besa Markaj")
    return User.objects.get(pk=besa.pk)


def test_whoever_declares_a_conflict_does_not_read_the_case_any_more(case_of_arta, arta, besa, luan) -> None:
    conflicts.declare_conflict(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert not sees(arta, case_of_arta)
    assert sees(besa, case_of_arta)
    assert sees(luan, case_of_arta)


def test_the_only_one_who_could_work_a_case_goes_on_seeing_it(case_of_arta, arta) -> None:
    conflicts.declare_conflict(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert sees(arta, case_of_arta)
    assert Case.objects.get(pk=case_of_arta.pk).assignee_id is None


def test_a_coordinator_does_not_read_what_a_colleague_says_concerns_him(
    case_of_arta, arta, besa, luan
) -> None:
    conflicts.record_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(arta))
    assert not sees(besa, case_of_arta)
    assert sees(arta, case_of_arta)
    assert sees(luan, case_of_arta)


def test_a_person_with_a_conflict_is_not_named_and_the_case_not_opened_again_while_it_stands(
    case_of_arta, arta, besa, luan
) -> None:
    conflicts.record_conflict(case_of_arta.pk, person=luan, expected=None, actor=actor_of(besa))
    with pytest.raises(errors.ConflictDeclared):
        sharing.restrict(case_of_arta.pk, people=[besa, luan, arta], expected=None, actor=actor_of(besa))
    with pytest.raises(errors.ConflictStands):
        sharing.unrestrict(case_of_arta.pk, expected=None, actor=actor_of(besa))
    conflicts.lift_conflict(case_of_arta.pk, person=luan, expected=None, actor=actor_of(besa))
    assert not sees(luan, case_of_arta)
    sharing.unrestrict(case_of_arta.pk, expected=None, actor=actor_of(besa))
    assert sees(luan, case_of_arta)


def test_nobody_lifts_the_own_conflict_and_only_a_coordinator_lifts(case_of_arta, arta, besa, luan) -> None:
    ConflictOfInterest.objects.create(case=case_of_arta, user=besa)
    for who in (besa, arta):
        with pytest.raises(NotAllowed):
            conflicts.lift_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(who))


def test_a_share_is_not_ended_by_somebody_who_may_not_share(
    case_of_arta, arta, besa, luan, partner_b: Partner
) -> None:
    sharing.share(case_of_arta.pk, partner=partner_b, actor=actor_of(besa))
    conflicts.declare_conflict(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert CaseShare.objects.filter(case=case_of_arta, ended_at__isnull=True).exists()
    assert not Case.objects.get(pk=case_of_arta.pk).restricted


def test_a_stranger_and_a_program_record_no_conflict(case_of_arta, arta, besa, nino, observer) -> None:
    with pytest.raises(NotFound):
        conflicts.record_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(nino))
    with pytest.raises(NotFound):
        conflicts.record_conflict(case_of_arta.pk, person=nino, expected=None, actor=actor_of(arta))
    with pytest.raises(NotAllowed):
        conflicts.record_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(observer))


def test_a_complaint_that_names_the_coordinator_closes_to_her_before_she_could_read_it(
    new_case: Callable[..., Case], arta, besa_markaj, luan
) -> None:
    case = new_case(narrative=ABOUT_BESA)
    assert not sees(besa_markaj, case)
    assert sees(arta, case)
    assert [row.source for row in case.conflicts.all()] == ["matched"]


@pytest.mark.parametrize(
    "words",
    [
        "Të gjithë e dinë se Besës Markajt i shkojnë paratë.",
        "MARKAJ BESA mori ryshfet",
        "Беса Маркај је тражила новац.",
        "ბესა მარკაიმ ფული მოითხოვა",
    ],
)
def test_declined_turned_round_and_in_other_scripts_it_is_the_same_name(
    new_case: Callable[..., Case], arta, besa_markaj, words
) -> None:
    assert not sees(besa_markaj, new_case(narrative=words))


@pytest.mark.parametrize(
    "words", ["Besa ime tek ju.", "Markaj është fshat.", "Besa erdhi. Pastaj foli Markaj."]
)
def test_one_part_of_a_name_closes_nothing(new_case: Callable[..., Case], arta, besa_markaj, words) -> None:
    assert sees(besa_markaj, new_case(narrative=words))


def test_a_complaint_about_a_relative_closes_to_the_colleague_who_wrote_the_name_down(
    new_case: Callable[..., Case], arta, besa, luan
) -> None:
    ties.add_tie(name="Gjergj Prela", actor=actor_of(luan))
    case = new_case(narrative="Drejtori Gjergj Prela më refuzoi.")
    assert not sees(luan, case)
    assert sees(arta, case)


def test_names_of_relatives_are_sealed_and_in_no_line_of_audit(arta) -> None:
    made = ties.add_tie(name="Gjergj Prela", actor=actor_of(arta))
    assert b"Prela" not in bytes(Tie.objects.get(pk=made.pk).name)
    assert "prela" not in str(AuditEvent.objects.values_list("facts", flat=True)).lower()
    assert [name for _pk, name in ties.ties_of(actor_of(arta))] == ["Gjergj Prela"]


def test_names_open_under_a_new_root_key(arta, settings) -> None:
    ties.add_tie(name="Gjergj Prela", actor=actor_of(arta))
    old, settings.DOSJA_ROOT_KEY = settings.DOSJA_ROOT_KEY, b"a new root key of at least thirty-two bytes"
    settings.DOSJA_ROOT_KEYS_OLD = [old]
    assert ties.reseal_ties() == 1
    settings.DOSJA_ROOT_KEYS_OLD = []
    assert [name for _pk, name in ties.ties_of(actor_of(arta))] == ["Gjergj Prela"]


def test_one_word_is_no_name_and_thirty_are_enough(arta) -> None:
    with pytest.raises(Invalid):
        ties.add_tie(name="Gjergj", actor=actor_of(arta))
    for number in range(ties.MOST):
        ties.add_tie(name=f"Emri Mbiemri{'abcdefghijklmnopqrstuvwxyzçëqx'[number]}", actor=actor_of(arta))
    with pytest.raises(errors.TooManyTies):
        ties.add_tie(name="Edhe Një", actor=actor_of(arta))


def test_nobody_reads_or_removes_the_names_of_others(api: Callable[[User], Caller], arta, besa) -> None:
    made = ties.add_tie(name="Gjergj Prela", actor=actor_of(arta))
    assert api(besa).get("/me/ties/").json() == {"results": []}
    assert api(besa).delete(f"/me/ties/{made.pk}/").status_code == 404
    assert api(arta).delete(f"/me/ties/{made.pk}/").status_code == 204


def test_a_judge_who_is_named_later_closes_the_case_to_a_relative(
    new_case: Callable[..., Case], arta, besa, luan
) -> None:
    case = new_case(kind="judiciary")
    ties.add_tie(name="Gjergj Prela", actor=actor_of(luan))
    work.set_judiciary(case.pk, detail={"person": "Gjergj Prela"}, expected=None, actor=actor_of(besa))
    assert not sees(luan, case)


def test_the_story_tells_that_there_was_a_conflict_and_not_whose(case_of_arta, arta, besa, luan) -> None:
    conflicts.record_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(arta))
    line = CaseEvent.objects.get(case=case_of_arta, action="case.conflict_recorded")
    assert str(besa.pk) not in str(line.facts)
    assert line.facts["closed"] is True


def test_a_second_coordinator_opens_what_was_closed_by_mistake(
    case_of_arta, arta, besa, luan, partner_a
) -> None:
    other = member(partner_a, Role.COORDINATOR)
    conflicts.record_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(arta))
    conflicts.lift_conflict(case_of_arta.pk, person=besa, expected=None, actor=actor_of(other))
    sharing.unrestrict(case_of_arta.pk, expected=None, actor=actor_of(other))
    assert sees(besa, case_of_arta)
