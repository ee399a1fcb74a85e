"""The letter of a referral over the API: a PDF, the same as data, and what it can begin with."""

from collections.abc import Callable

from backend.cases.models import Case
from backend.common.kinds import CaseKind
from backend.partners.models import User
from tests.calling import Caller
from tests.casework import SENTENCE, drafted, opened
from tests.correspondence.pages import pages_of

Api = Callable[[User], Caller]


def test_a_referral_without_a_letter_begins_with_the_template(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    made = api(arta).post(f"/cases/{case_of_arta.pk}/referrals/", {"institution": "al-cadastre"})
    assert made.status_code == 201
    assert made.json()["letter"].startswith("Të nderuar,")
    assert made.json()["letter_language"] == "sq"


def test_the_pages_come_as_pdf_and_problems_as_problems(api: Api, arta: User, case_of_arta: Case) -> None:
    address = f"/cases/{case_of_arta.pk}/referrals/{drafted(case_of_arta, arta).pk}/"
    caller = api(arta)
    shown = caller.get(f"{address}letter/")
    assert (shown.status_code, shown["Content-Type"]) == (200, "application/pdf")
    assert shown["Content-Disposition"] == 'inline; filename="draft.pdf"'
    assert shown["Cache-Control"] == "no-store"
    assert "DRAFT" in pages_of(shown.content)[0]
    assert caller.get(f"{address}letter/", headers={"Accept": "application/json"}).status_code == 406
    missing = caller.get(f"/cases/{case_of_arta.pk}/referrals/{case_of_arta.pk}/letter/")
    assert (missing.status_code, missing["Content-Type"]) == (404, "application/problem+json")


def test_what_leaves_is_shown_by_name_before_and_after(api: Api, arta: User, case_of_arta: Case) -> None:
    address = f"/cases/{case_of_arta.pk}/referrals/{drafted(case_of_arta, arta).pk}/"
    caller = api(arta)
    before = caller.get(f"{address}dossier/").json()
    assert (before["frozen"], before["frozen_by"]) == (False, None)
    assert before["parts"][0]["letter"] == SENTENCE
    caller.post(f"{address}release/", if_match="*")
    after = caller.get(f"{address}dossier/").json()
    assert (after["frozen"], after["frozen_by"]["name"]) == (True, "Arta")
    assert after["parts"] == before["parts"]
    assert after["size"] == len(caller.get(f"{address}letter/").content)


def test_a_letter_in_a_second_language_is_kept_and_taken_away(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    address = f"/cases/{case_of_arta.pk}/referrals/{drafted(case_of_arta, arta).pk}/"
    caller = api(arta)
    told = {"language": "en", "subject": "", "letter": "We ask for an answer."}
    kept = caller.patch(address, {"parallel": told}, if_match="*")
    assert kept.json()["parallel"] == told
    same = caller.patch(address, {"letter_language": "en"}, if_match="*")
    assert same.json()["errors"][0]["code"] == "same_language"
    assert caller.patch(address, {"parallel": None}, if_match="*").json()["parallel"] is None


def test_a_draft_is_asked_for_in_any_language(api: Api, arta: User, case_of_arta: Case) -> None:
    address = f"/cases/{case_of_arta.pk}/referrals/{drafted(case_of_arta, arta).pk}/letter-draft/"
    caller = api(arta)
    assert caller.get(address).json()["language"] == "sq"
    georgian = caller.get(f"{address}?language=ka").json()
    assert georgian["letter"].startswith("მოგესალმებით,")
    assert "summary" in georgian["left_out"]
    assert caller.get(f"{address}?language=de").status_code == 400


def test_why_it_came_back_is_read_by_its_author_until_it_is_submitted_again(
    api: Api, arta: User, besa: User, new_case: Callable[..., Case]
) -> None:
    case = opened(new_case(kind=CaseKind.CORRUPTION), arta)
    address = f"/cases/{case.pk}/referrals/{drafted(case, arta).pk}/"
    assert api(arta).post(f"{address}submit/", if_match="*").json()["sent_back_reason"] is None
    back = api(besa).post(f"{address}send_back/", {"reason": SENTENCE}, if_match="*").json()
    assert (back["state"], back["sent_back_reason"]) == ("draft", SENTENCE)
    assert api(arta).get(address).json()["sent_back_reason"] == SENTENCE
    events = api(arta).get(f"/cases/{case.pk}/events/").content.decode()
    assert "referral.send_back" in events
    assert SENTENCE not in events
    again = api(arta).post(f"{address}submit/", if_match="*").json()
    assert (again["state"], again["sent_back_reason"]) == ("approval", None)
