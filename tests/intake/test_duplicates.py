"""Which cases are suggested as the same, why, and to whom; nobody learns who the complainants are."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.cases.models import Case
from backend.cases.services import work
from backend.cases.services.merging import merge
from backend.cases.services.wording import same_text, shared_words
from backend.common import clock
from backend.common.folding import fold
from backend.complaints.models import ComplainantKind
from backend.identity.models import ContactMark
from backend.identity.services import IdentityDetails, complaints_with_same_contact
from backend.identity.services.marks import MOST_OF_ONE_PERSON
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.casework import restricted, shared

Api = Callable[[User], Any]
OTHER_WORDS = "Gjykata e shtyn seancën prej dy vjetësh pa asnjë shpjegim për palët e çështjes."
LONG = (
    "Më dy mars paraqita në zyrën e kadastrës kërkesën për certifikatën e pronësisë për tokën e babait dhe "
    "që atëherë askush nuk më përgjigjet, sa herë që shkoj më thonë të vij javën tjetër."
)


def named(phone: str = "", email: str = "", **more: Any) -> dict[str, Any]:
    details = IdentityDetails(name="Drita Kola", phone=phone, email=email)
    return {"complainant_kind": ComplainantKind.CONFIDENTIAL, "identity": details, **more}


@pytest.fixture
def elsewhere(new_case: Callable[..., Case]) -> Callable[..., Case]:
    """A complaint that has nothing in common with others but what is said."""

    def make(**told: Any) -> Case:
        plain = {"category": None, "institution": None, "consent": False, "narrative": OTHER_WORDS}
        return new_case(**plain | told)

    return make


def suggested(api: Api, who: User, case: Case) -> dict[str, tuple[str, set[str]]]:
    answer = api(who).get(f"/cases/{case.pk}/duplicates/")
    assert answer.status_code == 200, answer.content
    return {
        one["case"]["id"]: (one["strength"], {why["code"] for why in one["why"]})
        for one in answer.json()["suggestions"]
    }


def summed_up(case: Case, summary: str, by: User) -> Case:
    return work.change_particulars(case.pk, changes={"summary": summary}, expected=None, actor=actor_of(by))


def test_the_same_matter_told_twice_is_very_likely_the_same(
    api: Api, arta: User, new_case: Callable[..., Case]
) -> None:
    first, second = new_case(narrative=LONG), new_case(narrative=LONG + " Ju lutem më ndihmoni.")
    unlike = new_case(narrative=OTHER_WORDS)
    found = suggested(api, arta, second)
    why = {"same_text", "same_institution", "same_category", "near_in_time"}
    assert found[str(first.pk)] == ("strong", why)
    assert found[str(unlike.pk)] == ("possible", why - {"same_text"})
    assert list(found) == [str(first.pk), str(unlike.pk)]


def test_words_of_summaries_are_the_same_in_every_script(
    api: Api, arta: User, elsewhere: Callable[..., Case]
) -> None:
    first = summed_up(elsewhere(), "Katastar Priština: rešenje o vlasništvu kasni", arta)
    second = summed_up(elsewhere(narrative=LONG), "Катастар Приштина, решење о власништву касни!", arta)
    answer = api(arta).get(f"/cases/{second.pk}/duplicates/").json()["suggestions"]
    assert [one["case"]["id"] for one in answer] == [str(first.pk)]
    assert "Priština" in answer[0]["words"]
    assert {why["code"] for why in answer[0]["why"]} == {"same_words", "near_in_time"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("+355 69 123 4567"), named("069 1234567")),
        (named("00355 69 123 45 67"), named("+355691234567", "x@example.org")),
        (named(email="Drita@Example.org "), named("+355 68 000 0000", "drita@example.org")),
    ],
)
def test_the_same_complainant_is_noticed_and_not_named(
    one: dict[str, Any], other: dict[str, Any], api: Api, arta: User, elsewhere: Callable[..., Case]
) -> None:
    first, second = elsewhere(**one), elsewhere(**other, narrative=LONG)
    third = elsewhere(**named("+355 69 999 9999", "other@example.org"), narrative=LONG)
    with clock.frozen(clock.now() + timedelta(days=1)):
        answer = api(arta).get(f"/cases/{first.pk}/duplicates/")
    found = {one["case"]["id"]: one for one in answer.json()["suggestions"]}
    assert "same_contact" in {why["code"] for why in found[str(second.pk)]["why"]}
    assert str(third.pk) not in found
    for secret in ("Drita", "355", "1234567", "example.org"):
        assert secret not in answer.content.decode()


def test_the_same_complainant_of_another_partner_is_not_noticed(
    elsewhere: Callable[..., Case], partner_b: Partner
) -> None:
    first = elsewhere(**named("+355 69 123 4567"))
    second = elsewhere(partner=partner_b, **named("+355 69 123 4567"))
    assert complaints_with_same_contact(first.complaint_id or first.pk) == frozenset()
    digests = ContactMark.objects.filter(identity__complaint__in=[first.complaint_id, second.complaint_id])
    assert len(set(digests.values_list("digest", flat=True))) == 2


def test_the_telephone_of_an_office_tells_of_nobody(elsewhere: Callable[..., Case]) -> None:
    cases = [elsewhere(**named("+355 69 123 4567")) for _ in range(MOST_OF_ONE_PERSON + 1)]
    complaint = cases[0].complaint_id or cases[0].pk
    assert len(complaints_with_same_contact(complaint)) == MOST_OF_ONE_PERSON
    elsewhere(**named("+355 69 123 4567"))
    assert complaints_with_same_contact(complaint) == frozenset()


def test_a_mark_does_not_hold_what_it_marks_and_goes_with_the_identity(
    elsewhere: Callable[..., Case],
) -> None:
    case = elsewhere(**named("+355 69 123 4567", "drita@example.org"))
    marks = ContactMark.objects.filter(identity__complaint=case.complaint_id)
    assert set(marks.values_list("kind", flat=True)) == {"phone", "email"}
    for row in marks.values():
        assert "1234567" not in str(row) and "drita" not in str(row)
    marks[0].identity.delete()
    assert not ContactMark.objects.exists()


def test_programs_are_not_told_which_complaints_come_from_one_person(
    client_of: Callable[..., Any], partner_a: Partner, elsewhere: Callable[..., Case]
) -> None:
    first = elsewhere(**named("+355 69 123 4567"))
    elsewhere(**named("+355 69 123 4567"), narrative=LONG)
    answer = client_of(partner_a, Role.COORDINATOR).get(f"/cases/{first.pk}/duplicates/")
    assert answer.json() == {"suggestions": []}


def test_only_cases_that_one_may_read_are_suggested(
    api: Api,
    arta: User,
    besa: User,
    nino: User,
    observer: User,
    partner_b: Partner,
    new_case: Callable[..., Case],
) -> None:
    case, hidden = new_case(), new_case()
    new_case(partner=partner_b)
    restricted(hidden, [besa], besa)
    assert suggested(api, arta, case) == {}
    assert set(suggested(api, besa, case)) == {str(hidden.pk)}
    for stranger in (nino, observer):
        assert api(stranger).get(f"/cases/{case.pk}/duplicates/").status_code == 404
    shared(case, partner_b, besa)
    assert api(nino).get(f"/cases/{case.pk}/duplicates/").status_code == 403


def test_what_is_a_duplicate_already_is_not_suggested_again(
    api: Api, arta: User, new_case: Callable[..., Case]
) -> None:
    kept, other, new = new_case(), new_case(), new_case()
    version = Case.objects.get(pk=other.pk).version
    merge(kept.pk, other_id=other.pk, other_version=version, expected=None, actor=actor_of(arta))
    assert set(suggested(api, arta, new)) == {str(kept.pk)}


def test_what_lies_far_back_is_found_by_its_institution(
    api: Api, arta: User, new_case: Callable[..., Case]
) -> None:
    with clock.frozen(clock.now() - timedelta(days=100)):
        old = new_case(narrative=LONG)
    with clock.frozen(clock.now() - timedelta(days=200)):
        new_case(narrative=OTHER_WORDS)
    assert suggested(api, arta, new_case(narrative=LONG))[str(old.pk)][0] == "likely"


texts = st.text(max_size=200)


@given(texts, texts)
def test_words_in_common_are_the_same_from_either_side(one: str, other: str) -> None:
    mine, theirs = shared_words(one, other), shared_words(other, one)
    assert mine[1] == theirs[1]
    assert {fold(word) for word in mine[0]} == {fold(word) for word in theirs[0]} or len(mine[0]) == 6
    assert same_text(one, other) == same_text(other, one)


@given(st.text(alphabet="abcdefghij klmnop", min_size=120, max_size=300))
def test_a_long_text_is_the_same_as_itself_and_as_itself_with_more(text: str) -> None:
    if len(set(fold(text).split())) > 12:
        assert same_text(text, text)
        assert same_text(text, text + " edhe diçka më shumë")
