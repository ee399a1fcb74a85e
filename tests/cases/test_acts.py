"""What the answer says of a case may be done to it is what the server lets through, and nothing else."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import conflicts, steps
from backend.cases.services.acts import Act
from backend.cases.stages import CASE_STEPS
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind
from backend.identity.services import IdentityDetails
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import SENTENCE, opened, resolved, restricted, sent, shared
from tests.factories.partners import member

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]

JUDICIARY = {"kind": CaseKind.JUDICIARY}
KNOWN = {
    "complainant_kind": ComplainantKind.CONFIDENTIAL,
    "identity": IdentityDetails(name="Drita Kola"),
}
REFUSALS = ("case.wrong_state", "case.not_judiciary", "receipt.anonymous")


def _asks(caller: Caller, here: str, me: User, other: User) -> dict[Act, Callable[[], Any]]:
    """How each act is asked for. Where something else is wrong with a request, it was allowed."""
    anywhere = {"if_match": "*"}
    text = SimpleUploadedFile("shkresa.txt", b"Shkresa", "text/plain")
    return {
        Act.CHANGE: lambda: caller.patch(here, {"severity": 3}, **anywhere),
        Act.WRITE: lambda: caller.post(f"{here}messages/", {"text": SENTENCE}),
        Act.ASK: lambda: caller.post(f"{here}messages/", {"text": SENTENCE, "asks": True}),
        Act.NOTE: lambda: caller.post(f"{here}notes/", {"text": SENTENCE}),
        Act.ADD_FILE: lambda: caller.post(f"{here}files/", {"file": text}),
        Act.HIDE: lambda: caller.put(f"{here}masks/", {"places": []}, **anywhere),
        Act.CASE_FILE: lambda: caller.post(f"{here}case-files/", {"purpose": "to_leave"}),
        Act.TAG: lambda: caller.put(f"{here}tags/", {"tags": ["vonesa"]}, **anywhere),
        Act.JUDICIARY: lambda: caller.patch(f"{here}judiciary/", {"months_pending": 3}, **anywhere),
        Act.LINK: lambda: caller.post(f"{here}links/", {"other": str(uuid4())}),
        Act.REFER: lambda: caller.post(f"{here}referrals/", {"institution": "al-cadastre", "letter": "x"}),
        Act.SHARE: lambda: caller.post(f"{here}shares/", {"partner": "akt"}),
        Act.ASSIGN: lambda: caller.post(f"{here}assign/", {"assignee": str(other.pk)}, **anywhere),
        Act.TAKE: lambda: caller.post(f"{here}assign/", {"assignee": str(me.pk)}, **anywhere),
        Act.DECLARE_CONFLICT: lambda: caller.post(f"{here}declare_conflict/", **anywhere),
        Act.RECORD_CONFLICT: lambda: caller.post(
            f"{here}record_conflict/", {"person": str(other.pk)}, **anywhere
        ),
        Act.LIFT_CONFLICT: lambda: caller.post(
            f"{here}lift_conflict/", {"person": str(other.pk)}, **anywhere
        ),
        Act.RESTRICT: lambda: caller.post(f"{here}restrict/", {"people": [str(other.pk)]}, **anywhere),
        Act.UNRESTRICT: lambda: caller.post(f"{here}unrestrict/", **anywhere),
        Act.NEW_RECEIPT: lambda: caller.post(f"{here}new_receipt/", {"name": "Askush"}),
    }


# Of these the server says no more than that nothing is to be done; no button should be there all the same.
_HARMLESS = {Act.TAKE, Act.DECLARE_CONFLICT, Act.UNRESTRICT}


@pytest.mark.parametrize("who", ["arta", "besa", "ilir", "luan"])
@pytest.mark.parametrize("where", ["received", "triage", "open", "resolved", "judiciary"])
def test_what_is_offered_is_what_goes_through(
    who: str, where: str, request: pytest.FixtureRequest, api: Api, new_case: NewCase, partner_b: Partner
) -> None:
    me, arta, besa = (request.getfixturevalue(name) for name in (who, "arta", "besa"))
    case = new_case(**(JUDICIARY if where == "judiciary" else KNOWN if where == "open" else {}))
    if where in ("triage", "judiciary"):
        steps.start_triage(case.pk, expected=None, actor=actor_of(arta))
    elif where in ("open", "resolved"):
        opened(case, arta)
    if where == "resolved":
        resolved(case, arta)
    here = f"/cases/{case.pk}/"
    offered = set(api(me).get(here).json()["allowed_acts"])
    for act, ask in _asks(api(me), here, me, besa if me == arta else arta).items():
        before = transaction.savepoint()
        answer = ask()
        transaction.savepoint_rollback(before)
        code = answer.json().get("code") if answer.content else None
        refused = answer.status_code == 403 or code in REFUSALS
        if act not in _HARMLESS or act in offered:
            assert (act in offered) is not refused, (act, answer.status_code, code)


def test_every_act_that_is_asked_for_here_is_all_there_are(api: Api, arta: User, besa: User) -> None:
    # An original is opened by the tests of files, byte for byte.
    assert set(_asks(api(arta), "", arta, besa)) == set(Act) - {Act.OPEN_ORIGINAL}


def test_whoever_declared_a_conflict_is_not_offered_the_case(api: Api, arta: User, new_case: NewCase) -> None:
    here = f"/cases/{new_case().pk}/"
    assert {"take", "declare_conflict"} <= set(api(arta).get(here).json()["allowed_acts"])
    answer = api(arta).post(f"{here}declare_conflict/", if_match="*").json()
    assert {"take", "declare_conflict"}.isdisjoint(answer["allowed_acts"])


def test_a_conflict_is_told_to_none_of_the_colleagues_who_look_at_the_case(
    api: Api, arta: User, partner_a: Partner, new_case: NewCase
) -> None:
    case = new_case()
    colleague = member(partner_a, Role.INTAKE_OFFICER)
    conflicts.declare_conflict(case.pk, expected=None, actor=actor_of(arta))
    for _ in range(2):
        declared, own = (
            "declare_conflict" not in api(who).get(f"/cases/{case.pk}/").json()["allowed_acts"]
            for who in (arta, colleague)
        )
        assert (declared, own) == (True, False)


def test_a_reader_of_another_partner_may_nothing(
    api: Api, nino: User, besa: User, partner_b: Partner, case_of_arta: Case
) -> None:
    shared(case_of_arta, partner_b, besa)
    shown = api(nino).get(f"/cases/{case_of_arta.pk}/").json()
    assert (shown["allowed_actions"], shown["allowed_acts"]) == ([], [])


def test_a_refused_step_says_whether_a_reason_helps(
    api: Api, arta: User, besa: User, case_of_arta: Case
) -> None:
    sent(case_of_arta, arta)
    offered = api(arta).get(f"/cases/{case_of_arta.pk}/").json()["allowed_actions"]
    refused = {one["verb"]: (one["code"], one["reason_lifts"]) for one in offered}
    assert refused["resolve"] == ("case.open_referrals", True)
    assert {one["verb"] for one in offered} <= set(CASE_STEPS)
    assert refused["withdraw"] == ("case.open_referrals", True)


def test_a_step_that_no_reason_helps_says_so(api: Api, arta: User, case_of_arta: Case) -> None:
    resolved(case_of_arta, arta)
    offered = api(arta).get(f"/cases/{case_of_arta.pk}/").json()["allowed_actions"]
    (close,) = [one for one in offered if one["verb"] == "close"]
    assert (close["code"], close["reason_lifts"]) == ("case.not_settled", False)


def test_a_due_date_names_the_term_that_it_comes_from(
    api: Api, arta: User, case_of_arta: Case, ten_days: Any
) -> None:
    here = f"/cases/{case_of_arta.pk}/"
    assert api(arta).get(here).json()["due"] is None
    referral = sent(case_of_arta, arta, deadline_rule=ten_days)
    shown = api(arta).get(here, HTTP_ACCEPT_LANGUAGE="en").json()
    assert (shown["due"]["referral"], shown["due"]["institution"]["code"]) == (
        str(referral.pk),
        "al-cadastre",
    )
    assert "10 calendar days" in shown["due"]["explanation"]


def test_colleagues_are_listed_with_their_conflicts(
    api: Api, besa: User, arta: User, ilir: User, observer: User, nino: User, case_of_arta: Case
) -> None:
    conflicts.declare_conflict(case_of_arta.pk, expected=None, actor=actor_of(arta))
    people = {
        one["name"]: one for one in api(besa).get(f"/cases/{case_of_arta.pk}/people/").json()["results"]
    }
    assert set(people) == {"Arta", "Besa", "Ilir"}
    assert (people["Arta"]["conflict"], people["Arta"]["assignable"]) == (True, False)
    assert (people["Besa"]["assignable"], people["Besa"]["roles"]) == (True, ["coordinator"])
    assert (people["Ilir"]["works"], people["Ilir"]["assignable"]) == (False, False)


def test_on_a_restricted_case_only_the_named_can_be_given_it(
    api: Api, besa: User, arta: User, luan: User, new_case: NewCase
) -> None:
    case = restricted(new_case(), [besa, luan], besa)
    people = {one["name"]: one for one in api(besa).get(f"/cases/{case.pk}/people/").json()["results"]}
    assert {name: (one["named"], one["assignable"]) for name, one in people.items()} == {
        "Arta": (False, False),
        "Besa": (True, True),
        "Luan": (True, True),
    }


def test_another_partner_does_not_learn_who_works_here(
    api: Api, nino: User, besa: User, partner_b: Partner, case_of_arta: Case
) -> None:
    shared(case_of_arta, partner_b, besa)
    assert api(nino).get(f"/cases/{case_of_arta.pk}/people/").status_code == 403
