"""Whatever is tried, by whomever, whenever: what the table says, and nothing is read that should not be."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.common import clock
from backend.common.errors import Problem
from backend.custody.models import IdentityRequest
from backend.custody.services import asking, deciding, ending, permits, reading, unsealing
from backend.custody.stages import REQUEST_TABLE, RequestReason, RequestState, RequestVerb, Side, row_of
from backend.identity.models import IdentityLook
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.contracts.world import undone
from tests.custody.conftest import PHONE
from tests.factories.partners import member

MINUTES = 30
_ASKED = asking.Asked(reason=RequestReason.CONTACT, text="x", wanted=["phone"], minutes=MINUTES)
PEOPLE = ("asker", "custodian", "other_custodian", "coordinator", "colleague", "stranger")
STEPS = (*RequestVerb.values, "ask", "wait_a_minute", "wait_an_hour", "wait_a_day")
_WAITS = {
    "wait_a_minute": timedelta(minutes=1),
    "wait_an_hour": timedelta(hours=1),
    "wait_a_day": timedelta(hours=24, minutes=1),
}


def _tried(verb: str, case: Case, request: IdentityRequest, actor: Actor) -> Any:
    if verb == RequestVerb.READ:
        return reading.read_identity(case.pk, request.pk, actor=actor).details
    if verb == RequestVerb.WITHDRAW:
        return asking.withdraw(case.pk, request.pk, expected=None, actor=actor)
    if verb in (RequestVerb.EXPIRE, RequestVerb.LAPSE):
        return ending.end_what_is_over(actor=Actor.system())
    if verb == RequestVerb.UNSEAL:
        return unsealing.unseal(request.pk, expected=None, actor=actor)
    return getattr(deciding, verb)(request.pk, expected=None, actor=actor)


@pytest.fixture
def people(
    arta: User, dafina: User, besa: User, luan: User, nino: User, partner_a: Partner
) -> dict[str, Actor]:
    """The asker is a custodian too, and one of two: he may decide on nothing of his own."""
    member(partner_a, Role.CUSTODIAN, arta)
    who = {"asker": arta, "custodian": dafina, "other_custodian": member(partner_a, Role.CUSTODIAN)}
    who |= {"coordinator": besa, "colleague": luan, "stranger": nino}
    return {name: actor_of(person) for name, person in who.items()}


a_try = st.tuples(st.sampled_from(STEPS), st.sampled_from(PEOPLE))


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(tries=st.lists(a_try, min_size=1, max_size=14))
def test_only_the_table_moves_a_request_and_only_an_approval_of_somebody_else_opens_it(
    tries: list[tuple[str, str]], named_case: Case, people: dict[str, Actor]
) -> None:
    with undone():
        request, now, shown = asking.ask(named_case.pk, asked=_ASKED, actor=people["asker"]), clock.now(), 0
        for step, name in tries:
            now += _WAITS.get(step, timedelta(seconds=1))
            with clock.frozen(now):
                if step in _WAITS:
                    continue
                if step == "ask":
                    request = _asked_again(request, named_case, people[name])
                    continue
                shown += _try(step, request, named_case, people[name])
        _holds(shown)


def _asked_again(request: IdentityRequest, case: Case, actor: Actor) -> IdentityRequest:
    try:
        made = asking.ask(case.pk, asked=_ASKED, actor=actor)
    except Problem:
        return request
    return made


def _try(step: str, request: IdentityRequest, case: Case, actor: Actor) -> int:
    """How many times an identity was shown."""
    before = IdentityRequest.objects.opened().get(pk=request.pk)
    standing, row = before.standing, row_of(before.standing, step)
    told = {one.verb: one.refusal for one in permits.allowed_on(before, actor, where=list(Side))}
    try:
        done = _tried(step, case, before, actor)
    except Problem:
        after = IdentityRequest.objects.get(pk=request.pk)
        assert (after.state, after.version) == (before.state, before.version)
        assert step not in told or told[step] is not None, "what was offered was refused"
        return 0
    if step in (RequestVerb.EXPIRE, RequestVerb.LAPSE):
        return 0
    after = IdentityRequest.objects.get(pk=request.pk)
    assert row is not None and step in told and told[step] is None
    assert after.state == row.target
    if step != RequestVerb.READ:
        return 0
    assert done == {"phone": PHONE}
    assert standing == RequestState.APPROVED and actor.id == after.requester_id != after.decided_by_id
    assert after.opens_at is not None and after.first_read_at is not None
    assert clock.now() < after.first_read_at + timedelta(minutes=MINUTES)
    return 1


def _holds(shown: int) -> None:
    looks = IdentityLook.objects.filter(kind=IdentityLook.Kind.REVEALED).count()
    events = AuditEvent.objects.filter(action="case.identity_read").count()
    assert looks == events == shown
    for one in IdentityRequest.objects.all():
        assert one.decided_by_id != one.requester_id


def test_every_verb_has_a_row_and_no_state_has_two_ways_for_one_verb() -> None:
    assert {row.verb for row in REQUEST_TABLE} == set(RequestVerb)
    for state in RequestState:
        for verb in RequestVerb:
            assert sum(state in row.sources and row.verb == verb for row in REQUEST_TABLE) <= 1
