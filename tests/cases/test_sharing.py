"""Who sees a case beside its owner, and that it ends."""

from collections.abc import Callable

import pytest

from backend.cases import errors
from backend.cases.models import Case, CaseAccess, CaseShare
from backend.cases.partner_stages import DeclineReason
from backend.cases.services import conflicts, sharing, steps, transfers, work
from backend.cases.stages import State
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.complaints.models import Complaint
from backend.identity.services import IdentityDetails
from backend.keyring.models import DataKey
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.casework import SENTENCE, opened, restricted, sent, shared
from tests.factories import complaints as filing


def sees(person: User, case: Case) -> bool:
    return Case.objects.visible_to(actor_of(person)).filter(pk=case.pk).exists()


def reads(person: User, case: Case) -> bool:
    return Case.objects.readable_by(actor_of(person)).filter(pk=case.pk).exists()


def test_a_partners_case_is_its_own(
    case_of_arta: Case, arta: User, besa: User, nino: User, giorgi: User, admin: User
) -> None:
    assert sees(arta, case_of_arta)
    assert sees(besa, case_of_arta)
    assert not any(sees(person, case_of_arta) for person in (nino, giorgi, admin))


def test_neither_nobody_nor_the_system_nor_a_complainant_sees_cases(case_of_arta: Case) -> None:
    for actor in (Actor.nobody(), Actor.system(), Actor.complainant(case_of_arta.pk)):
        assert not Case.objects.visible_to(actor).exists()


def test_an_observer_knows_of_the_case_and_reads_nothing(case_of_arta: Case, observer: User) -> None:
    assert sees(observer, case_of_arta)
    assert not reads(observer, case_of_arta)


def test_a_share_opens_the_case_and_its_end_closes_it(
    case_of_arta: Case, besa: User, nino: User, partner_b: Partner
) -> None:
    made = shared(case_of_arta, partner_b, besa)
    assert reads(nino, case_of_arta)
    with pytest.raises(NotAllowed):
        steps.start_triage(case_of_arta.pk, expected=None, actor=actor_of(nino))
    sharing.end_share(case_of_arta.pk, share_id=made.pk, actor=actor_of(besa))
    assert not sees(nino, case_of_arta)
    assert not CaseAccess.objects.filter(case=case_of_arta).exists()


def test_only_a_coordinator_of_the_owner_shares(
    case_of_arta: Case, arta: User, giorgi: User, partner_b: Partner
) -> None:
    for person, refusal in ((arta, NotAllowed), (giorgi, NotFound)):
        with pytest.raises(refusal):
            shared(case_of_arta, partner_b, person)
    assert not CaseShare.objects.exists()


def test_a_case_is_shared_once_and_not_with_its_owner(
    case_of_arta: Case, besa: User, partner_a: Partner, partner_b: Partner
) -> None:
    shared(case_of_arta, partner_b, besa)
    with pytest.raises(errors.AlreadyShared):
        shared(case_of_arta, partner_b, besa)
    with pytest.raises(errors.OwnPartner):
        shared(case_of_arta, partner_a, besa)


def test_a_restricted_case_is_seen_by_those_named_and_nobody_else(
    case_of_arta: Case, arta: User, besa: User, luan: User, nino: User, partner_b: Partner
) -> None:
    shared(case_of_arta, partner_b, besa)
    restricted(case_of_arta, [arta], besa)
    assert reads(arta, case_of_arta)
    assert not any(sees(person, case_of_arta) for person in (besa, luan, nino))
    assert not CaseShare.objects.filter(ended_at=None).exists()


def test_lifting_the_restriction_does_not_bring_shares_back(
    case_of_arta: Case, besa: User, arta: User, nino: User, partner_b: Partner
) -> None:
    shared(case_of_arta, partner_b, besa)
    restricted(case_of_arta, [arta, besa], besa)
    sharing.unrestrict(case_of_arta.pk, expected=None, actor=actor_of(besa))
    assert reads(arta, case_of_arta)
    assert not sees(nino, case_of_arta)


def test_a_restricted_case_keeps_somebody_who_works_it(
    case_of_arta: Case, besa: User, ilir: User, nino: User, observer: User
) -> None:
    for people, refusal in (
        ([], Invalid),
        ([nino], errors.NotNameable),
        ([observer], errors.NotNameable),
        ([ilir], errors.NobodyLeft),
    ):
        with pytest.raises(refusal):
            restricted(case_of_arta, people, besa)
    assert not Case.objects.get(pk=case_of_arta.pk).restricted


def test_a_restricted_case_is_neither_shared_nor_handed_over(
    case_of_arta: Case, besa: User, partner_b: Partner
) -> None:
    restricted(case_of_arta, [besa], besa)
    with pytest.raises(errors.RestrictedStays):
        shared(case_of_arta, partner_b, besa)
    with pytest.raises(errors.RestrictedStays):
        transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))


def test_whoever_declared_a_conflict_is_not_assigned(
    case_of_arta: Case, arta: User, besa: User, luan: User
) -> None:
    conflicts.declare_conflict(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert Case.objects.get(pk=case_of_arta.pk).assignee_id is None
    with pytest.raises(errors.ConflictDeclared):
        work.assign(case_of_arta.pk, assignee=arta, expected=None, actor=actor_of(besa))
    assert work.assign(case_of_arta.pk, assignee=luan, expected=None, actor=actor_of(besa)).assignee == luan


def test_only_somebody_who_works_the_partners_cases_is_assigned(
    case_of_arta: Case, besa: User, nino: User, observer: User
) -> None:
    for person in (nino, observer):
        with pytest.raises(errors.NotAssignable):
            work.assign(case_of_arta.pk, assignee=person, expected=None, actor=actor_of(besa))


def test_a_caseworker_takes_a_free_case_and_gives_none_away(
    new_case: Callable[..., Case], arta: User, luan: User
) -> None:
    case = new_case()
    with pytest.raises(NotAllowed):
        work.assign(case.pk, assignee=luan, expected=None, actor=actor_of(arta))
    assert work.assign(case.pk, assignee=arta, expected=None, actor=actor_of(arta)).assignee == arta


def test_a_case_handed_over_changes_its_owner_and_its_number(
    new_case: Callable[..., Case], arta: User, besa: User, giorgi: User, nino: User, partner_b: Partner
) -> None:
    named = {"complainant_kind": "confidential", "identity": IdentityDetails(name="Drita Kola")}
    case_of_arta = opened(new_case(**named), arta)
    offer = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    assert not sees(giorgi, case_of_arta)
    moved = transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))
    assert moved.reference.startswith("AKT-")
    assert moved.former_reference == case_of_arta.reference
    assert reads(nino, moved)
    assert not sees(arta, moved)
    assert Complaint.objects.get(pk=moved.complaint_id).narrative == filing.NARRATIVE
    keys = DataKey.objects.filter(subject_id__in=[moved.pk, moved.complaint_id])
    assert [key.partner_id for key in keys] == [partner_b.pk] * 2
    stone = Case.objects.get(reference=case_of_arta.reference)
    assert (stone.state, stone.complaint_id, stone.data_key_id) == (State.TRANSFERRED, None, None)
    assert sees(arta, stone)


def test_nobody_accepts_his_own_offer_and_a_stranger_does_not_know_of_it(
    case_of_arta: Case, besa: User, arta: User, nino: User, partner_b: Partner
) -> None:
    offer = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    with pytest.raises(NotAllowed):
        transfers.accept(offer.pk, expected=None, actor=actor_of(besa))
    for person in (arta, nino):
        with pytest.raises(NotFound):
            transfers.accept(offer.pk, expected=None, actor=actor_of(person))
    with pytest.raises(errors.TransferOpen):
        transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))


def test_a_declined_or_recalled_offer_moves_nothing(
    case_of_arta: Case, besa: User, giorgi: User, partner_b: Partner
) -> None:
    first = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    transfers.decline(
        first.pk, reason=DeclineReason.NO_CAPACITY, words=SENTENCE, expected=None, actor=actor_of(giorgi)
    )
    with pytest.raises(errors.TransferDecided):
        transfers.accept(first.pk, expected=None, actor=actor_of(giorgi))
    second = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    transfers.recall(second.pk, expected=None, actor=actor_of(besa))
    assert sees(besa, case_of_arta)
    assert not sees(giorgi, case_of_arta)


def test_a_case_that_went_on_meanwhile_is_not_handed_over(
    case_of_arta: Case, arta: User, besa: User, giorgi: User, partner_b: Partner
) -> None:
    offer = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    sent(case_of_arta, arta)
    with pytest.raises(errors.WrongState):
        transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))


def test_a_linked_case_that_one_may_not_read_cannot_be_linked(
    case_of_arta: Case, new_case: Callable[..., Case], arta: User, partner_b: Partner
) -> None:
    foreign = new_case(partner=partner_b, consent=False)
    with pytest.raises(Invalid):
        work.link(case_of_arta.pk, other_id=foreign.pk, actor=actor_of(arta))
    mine = opened(new_case(), arta)
    work.link(case_of_arta.pk, other_id=mine.pk, actor=actor_of(arta))
    with pytest.raises(errors.AlreadyLinked):
        work.link(mine.pk, other_id=case_of_arta.pk, actor=actor_of(arta))
