"""Reading an identity: who, when, how much, and what is written down before."""

from datetime import timedelta
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.services import conflicts, sharing, transfers
from backend.common import clock
from backend.custody.services import reading
from backend.identity.models import ComplainantIdentity, IdentityLook
from backend.keyring.services import destroy
from backend.partners.actors import actor_of
from backend.partners.models import Membership
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import restricted
from tests.custody.conftest import ADDRESS, EMAIL, NAME, PHONE, Desk, asking
from tests.factories.partners import member

pytestmark = pytest.mark.django_db


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def approved(desk: Desk, **asked: Any) -> Desk:
    assert desk.ask(**asked).status_code == 201
    assert desk.decide("approve").status_code == 200
    return desk


def looks() -> list[IdentityLook]:
    return list(IdentityLook.objects.filter(kind=IdentityLook.Kind.REVEALED))


def readings() -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action="case.identity_read"))


def test_only_the_fields_that_were_asked_for_are_shown(desk: Desk) -> None:
    found = approved(desk, wanted=["phone", "name"]).read()
    told = found.json()
    assert (told["name"], told["phone"]) == (NAME, PHONE)
    assert (told["email"], told["address"]) == (None, None)
    assert EMAIL not in found.content.decode() and ADDRESS not in found.content.decode()
    assert "no-store" in found.headers["Cache-Control"]


def test_nothing_is_read_before_a_custodian_approved(desk: Desk) -> None:
    desk.ask()
    assert code(desk.read()) == (409, "identity_request.wrong_state")
    desk.decide("decline")
    assert code(desk.read()) == (409, "identity_request.wrong_state")
    assert not looks()


def test_the_grant_expires_so_many_minutes_after_the_first_reading(desk: Desk) -> None:
    approved(desk, minutes=20)
    began = clock.now()
    assert desk.read().status_code == 200
    with clock.frozen(began + timedelta(minutes=19)):
        assert desk.read().status_code == 200
    with clock.frozen(began + timedelta(minutes=20, seconds=5)):
        assert code(desk.read()) == (409, "identity_request.over")
        assert desk.seen().json()["state"] == "expired"
    assert len(looks()) == 2


def test_an_approval_that_nobody_uses_within_a_day_is_over(desk: Desk) -> None:
    approved(desk)
    with clock.frozen(clock.now() + timedelta(hours=24, seconds=5)):
        assert code(desk.read()) == (409, "identity_request.over")
    assert not looks()


def test_another_reader_of_the_case_cannot_use_the_grant(desk: Desk, besa: Any, luan: Any, nino: Any) -> None:
    approved(desk)
    for other in (besa, luan, nino, desk.custodian):
        assert code(desk.read(other)) == (404, "not_found")
    assert not looks()


def test_a_grant_opens_no_other_case(desk: Desk, new_case: Any, api: Any) -> None:
    approved(desk)
    other = new_case()
    there = api(desk.asker).post(f"/cases/{other.pk}/identity-requests/{desk.asked['id']}/read/")
    assert code(there) == (404, "not_found")


def test_the_event_is_committed_before_the_bytes_leave(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where opening fails, that it was tried stays."""
    approved(desk)

    def broken(**_: Any) -> Any:
        assert readings() and looks(), "nothing was written down yet"
        raise RuntimeError("the key does not fit")

    monkeypatch.setattr(reading, "reveal", broken)
    with pytest.raises(RuntimeError):
        desk.read()
    assert len(readings()) == len(looks()) == 1


def test_where_the_event_cannot_be_written_nothing_is_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(desk)
    opened: list[Any] = []
    monkeypatch.setattr(reading, "reveal", lambda **told: opened.append(told))

    def full(*_: Any, **__: Any) -> Any:
        raise OSError("the disk is full")

    monkeypatch.setattr("backend.cases.services.story.record", full)
    with pytest.raises(OSError):
        desk.read()
    assert not opened
    assert not looks() and desk.row.readings == 0


def test_the_audit_trail_holds_who_why_and_which_fields_and_no_word(desk: Desk) -> None:
    approved(desk, wanted=["name"]).read()
    event = readings()[0]
    assert event.actor_id == desk.asker.pk and event.target_id == desk.case.pk
    assert event.facts["wanted"] == ["name"] and event.facts["reason"] == "contact"
    trail = str(list(AuditEvent.objects.values()))
    assert NAME not in trail and "emrin" not in trail


def test_the_words_of_the_reason_are_sealed(desk: Desk) -> None:
    desk.ask()
    row = type(desk.row).objects.values().get()
    assert b"emrin" not in b"".join(bytes(one) for one in row.values() if isinstance(one, bytes | memoryview))


def test_whoever_leaves_the_partner_reads_nothing_more(desk: Desk) -> None:
    approved(desk)
    desk.asker.groups.clear()
    Membership.objects.filter(user=desk.asker).update(ended_at=clock.now())
    assert code(desk.read()) == (404, "not_found")
    assert not looks()


def test_whoever_may_not_work_cases_any_more_reads_nothing(desk: Desk, partner_a: Any) -> None:
    approved(desk)
    desk.asker.groups.clear()
    member(partner_a, Role.INTAKE_OFFICER, name="Arta the second")
    desk.asker.groups.set(type(desk.asker).objects.get(name="Arta the second").groups.all())
    assert code(desk.read()) == (403, "not_allowed")


def test_a_case_that_is_restricted_away_takes_the_grant_along(desk: Desk, besa: Any) -> None:
    approved(desk)
    restricted(desk.case, [besa], besa)
    assert code(desk.read()) == (404, "not_found")


def test_a_case_that_went_to_another_partner_takes_no_grant_along(
    desk: Desk, besa: Any, giorgi: Any, partner_b: Any, api: Any
) -> None:
    approved(desk)
    offer = transfers.offer(desk.case.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))
    assert code(desk.read()) == (404, "not_found")
    assert api(giorgi).get(desk.room).json()["results"] == []
    assert desk.decide("end").status_code == 404


def test_a_partner_with_which_the_case_is_shared_neither_asks_nor_sees_requests(
    desk: Desk, besa: Any, nino: Any, partner_b: Any, api: Any
) -> None:
    sharing.share(desk.case.pk, partner=partner_b, actor=actor_of(besa))
    assert api(nino).get(f"/cases/{desk.case.pk}/").status_code == 200
    assert code(desk.ask(by=nino)) == (403, "not_allowed")
    assert code(api(nino).get(desk.room)) == (403, "not_allowed")
    assert code(api(nino).get(f"/cases/{desk.case.pk}/identity/")) == (403, "not_allowed")


def test_a_conflict_of_interest_closes_what_was_approved(desk: Desk) -> None:
    approved(desk)
    conflicts.declare_conflict(desk.case.pk, expected=None, actor=actor_of(desk.asker))
    assert code(desk.read()) == (409, "case.conflict_of_interest")
    assert not looks()


def test_of_an_erased_identity_nothing_is_read_and_the_answer_says_so(desk: Desk) -> None:
    approved(desk)
    destroy(ComplainantIdentity.objects.get(complaint=desk.case.complaint_id).identity_key)
    assert code(desk.read()) == (409, "identity.erased")
    desk.withdraw()
    assert code(desk.ask()) == (409, "identity.erased")
    assert not looks()


def test_what_is_taken_back_or_ended_closes_at_once(desk: Desk) -> None:
    approved(desk)
    assert desk.read().status_code == 200
    assert desk.withdraw().json()["state"] == "withdrawn"
    assert code(desk.read()) == (409, "identity_request.wrong_state")
    approved(desk)
    assert desk.decide("end").json()["state"] == "ended"
    assert code(desk.read()) == (409, "identity_request.wrong_state")


@pytest.mark.parametrize("scopes", [["cases:read"], ["cases:read", "cases:write"]])
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.COORDINATOR])
def test_a_program_can_never_ask_decide_or_read(
    desk: Desk, client_of: Any, partner_a: Any, role: Role, scopes: list[str]
) -> None:
    approved(desk)
    program: Caller = client_of(partner_a, role, scopes)
    one = f"{desk.room}{desk.asked['id']}/"
    at_desk = f"/identity-requests/{desk.asked['id']}/"
    assert code(program.post(desk.room, asking())) == (403, "not_allowed")
    assert code(program.post(f"{one}read/")) == (403, "not_allowed")
    assert code(program.get(desk.room)) == (403, "not_allowed")
    assert code(program.get(f"/cases/{desk.case.pk}/identity/")) == (403, "not_allowed")
    assert code(program.get("/identity-requests/")) == (403, "not_allowed")
    assert code(program.get(at_desk)) == (404, "not_found")
    assert code(program.post(f"{at_desk}approve/", {}, if_match="*")) == (404, "not_found")
    assert not looks()
