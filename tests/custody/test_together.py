"""Two at the same moment, and what another connection sees while an identity is opened."""

from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.common.errors import Problem
from backend.complaints.models import ComplainantKind
from backend.custody.models import IdentityRequest
from backend.custody.services import asking, deciding, reading
from backend.custody.stages import RequestReason, RequestState
from backend.identity.models import IdentityLook
from backend.identity.services import IdentityDetails
from backend.partners.actors import Actor, actor_of
from backend.partners.roles import Role
from tests.databases import in_threads
from tests.factories.complaints import file
from tests.factories.partners import PartnerFactory, member

ASKED = asking.Asked(reason=RequestReason.CONTACT, text="Për ta thirrur.", wanted=["phone"], minutes=10)


@pytest.fixture
def case(shared_by_threads: None) -> Case:
    identity = IdentityDetails(name="Drita Kola", phone="+355 69 000 0000")
    filed = file(PartnerFactory(), complainant_kind=ComplainantKind.CONFIDENTIAL, identity=identity)
    return filed.case


def people_of(case: Case) -> tuple[Actor, list[Actor]]:
    custodians = [member(case.owner, Role.CUSTODIAN) for _ in range(2)]
    return actor_of(member(case.owner, Role.CASEWORKER)), [actor_of(one) for one in custodians]


def result_of(call: Any) -> str:
    try:
        call()
    except Problem as problem:
        return problem.code
    return "done"


@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_the_same_moment_one_wins(case: Case) -> None:
    asker, custodians = people_of(case)
    request = asking.ask(case.pk, asked=ASKED, actor=asker)
    acts = (deciding.approve, deciding.decline)

    def decide(number: int) -> str:
        return result_of(lambda: acts[number](request.pk, expected=None, actor=custodians[number]))

    assert sorted(in_threads(2, decide)) == ["done", "identity_request.wrong_state"]
    decided = AuditEvent.objects.filter(action__in=["case.identity_approved", "case.identity_declined"])
    kept = IdentityRequest.objects.get()
    assert [event.actor_id for event in decided] == [kept.decided_by_id]
    assert (decided.get().action == "case.identity_approved") == (kept.state == RequestState.APPROVED)


@pytest.mark.django_db(transaction=True)
def test_asked_twice_at_the_same_moment_one_request_is_made(case: Case) -> None:
    asker, _custodians = people_of(case)
    results = in_threads(2, lambda _: result_of(lambda: asking.ask(case.pk, asked=ASKED, actor=asker)))
    assert sorted(results) == ["done", "identity_request.open"]


@pytest.mark.django_db(transaction=True)
def test_another_connection_sees_the_event_before_a_byte_is_opened(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Committed, not only written: nothing that happens to this process takes it back."""
    asker, custodians = people_of(case)
    request = asking.ask(case.pk, asked=ASKED, actor=asker)
    deciding.approve(request.pk, expected=None, actor=custodians[0])
    seen: list[Any] = []
    opening = reading.reveal

    def watched(**told: Any) -> dict[str, str]:
        seen.extend(in_threads(1, lambda _: _noted()))
        return opening(**told)

    monkeypatch.setattr(reading, "reveal", watched)
    assert reading.read_identity(case.pk, request.pk, actor=asker).details == {"phone": "+355 69 000 0000"}
    assert seen == [(1, 1)]


def _noted() -> tuple[int, int]:
    events = AuditEvent.objects.filter(action="case.identity_read")
    return events.count(), IdentityLook.objects.filter(kind=IdentityLook.Kind.REVEALED).count()
