"""Every verb of a referral between partners, in every state, from every side: what the table says."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case, CaseShare, PartnerReferral
from backend.cases.partner_stages import (
    OPENS,
    PARTNER_REFERRAL_TABLE,
    DeclineReason,
    ServiceOutcome,
    Side,
)
from backend.cases.partner_stages import PartnerReferralState as State
from backend.cases.partner_stages import PartnerReferralVerb as Verb
from backend.cases.services import partner_permits, partner_referrals
from backend.cases.stages import find
from backend.common.errors import Problem
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.casework import referred_to
from tests.contracts.world import undone
from tests.factories.partners import PartnerFactory, Role, member

_REST: dict[str, Any] = {"expected": None}


def _finish(verb: Verb, outcome: ServiceOutcome) -> Callable[..., Any]:
    return lambda pk, actor: partner_referrals.finish(verb, pk, outcome=outcome, actor=actor, **_REST)


ACTS: dict[Verb, Callable[..., Any]] = {
    Verb.ACCEPT: lambda pk, actor: partner_referrals.accept(pk, actor=actor, **_REST),
    Verb.DECLINE: lambda pk, actor: partner_referrals.decline(
        pk, reason=DeclineReason.LANGUAGE, actor=actor, **_REST
    ),
    Verb.RECALL: lambda pk, actor: partner_referrals.recall(pk, actor=actor, **_REST),
    Verb.START_SERVICE: lambda pk, actor: partner_referrals.start_service(pk, actor=actor, **_REST),
    Verb.COMPLETE: _finish(Verb.COMPLETE, ServiceOutcome.GIVEN),
    Verb.NOT_COMPLETE: _finish(Verb.NOT_COMPLETE, ServiceOutcome.NOT_WANTED),
}
SIDES = (Side.SENDER, Side.RECEIVER, Side.NOBODY)
a_try = st.tuples(st.sampled_from(list(ACTS)), st.sampled_from(SIDES))


@pytest.fixture
def people(arta: User, nino: User) -> dict[Side, Actor]:
    stranger = member(PartnerFactory(), Role.COORDINATOR)
    who = {Side.SENDER: arta, Side.RECEIVER: nino, Side.NOBODY: stranger}
    return {side: actor_of(person) for side, person in who.items()}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(tries=st.lists(a_try, min_size=1, max_size=12))
def test_whatever_is_tried_only_the_table_moves_it_and_only_acceptance_opens(
    tries: list[tuple[Verb, Side]],
    case_of_arta: Case,
    arta: User,
    partner_b: Partner,
    people: dict[Side, Actor],
) -> None:
    with undone():
        referral = referred_to(partner_b, case_of_arta, arta)
        state, version = State.OFFERED, 1
        for verb, side in tries:
            row = find(PARTNER_REFERRAL_TABLE, state, verb)
            expected = row is not None and row.side is side
            told = {one.verb for one in partner_permits.allowed_on(_now(referral), people[side])}
            assert (verb in told) == expected
            try:
                ACTS[verb](referral.pk, people[side])
            except Problem:
                assert not expected
            else:
                assert row is not None and expected
                state, version = State(row.target), version + 1
            kept = _now(referral)
            assert (kept.state, kept.version) == (state, version)
            assert CaseShare.objects.filter(ended_at=None).exists() == (state in OPENS)


def _now(referral: PartnerReferral) -> PartnerReferral:
    return PartnerReferral.objects.select_related("case", "consent").get(pk=referral.pk)


def test_every_verb_with_an_address_is_tried() -> None:
    assert set(ACTS) == {row.verb for row in PARTNER_REFERRAL_TABLE if not row.caused_by}
