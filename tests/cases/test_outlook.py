"""What is known before a referral is begun: institutions with why, blockers, terms with their ends."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case
from backend.cases.services.suggestions import suggestions
from backend.cases.stages import DestinationReason
from backend.common.kinds import CaseKind
from backend.directory.calendars import today_in
from backend.directory.kinds import InstitutionKind, InstitutionLevel, PlaceLevel
from backend.directory.models import DeadlineRule, Institution, Place
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.casework import opened
from tests.factories import complaints as filing
from tests.factories.directory import ChannelFactory, InstitutionFactory, PlaceFactory

Api = Callable[[User], Caller]


@pytest.fixture
def puke(db: None) -> Place:
    country = PlaceFactory(code="al", level=PlaceLevel.COUNTRY)
    return PlaceFactory(code="al-shkoder-puke", parent=country)


@pytest.fixture
def municipality(puke: Place) -> Institution:
    return InstitutionFactory(code="al-municipality-puke", areas=[puke])


@pytest.fixture
def ombudsman(puke: Place) -> Institution:
    return InstitutionFactory(
        code="al-ombudsman", kind=InstitutionKind.OMBUDSMAN, level=InstitutionLevel.CENTRAL
    )


@pytest.fixture
def water_case(new_case: Callable[..., Case], arta: User, puke: Place) -> Case:
    """About water in Pukë; the complaint names the cadastre, wrongly."""
    filing.category("water_supply")
    return opened(new_case(category="water_supply", place=puke.code), arta)


def _why(case: Case, by: User) -> dict[str, list[str]]:
    found = suggestions(case.pk, actor=actor_of(by))
    return {one.institution.code: list(one.why) for one in found}


def test_who_answers_for_the_category_at_the_place_is_suggested_with_why(
    water_case: Case, arta: User, municipality: Institution, ombudsman: Institution, puke: Place
) -> None:
    utility = InstitutionFactory(code="al-water-puke", kind=InstitutionKind.UTILITY, areas=[puke])
    InstitutionFactory(code="al-water-regulator", kind="agency", level="central", areas=[puke.parent])
    assert _why(water_case, arta) == {
        "al-cadastre": [DestinationReason.NAMED],
        municipality.code: [DestinationReason.COMPETENT, DestinationReason.PLACE],
        utility.code: [DestinationReason.COMPETENT, DestinationReason.PLACE],
        "al-water-regulator": [DestinationReason.COMPETENT, DestinationReason.PLACE],
        ombudsman.code: [DestinationReason.OMBUDSMAN],
    }


def test_what_works_elsewhere_or_exists_no_more_is_not_suggested(
    water_case: Case, arta: User, puke: Place
) -> None:
    InstitutionFactory(code="al-water-vlore", kind="utility", areas=[PlaceFactory(code="al-vlore")])
    InstitutionFactory(
        code="al-water-old", kind="utility", areas=[puke], valid_until=date(2020, 1, 1), names={"en": "Gone"}
    )
    assert set(_why(water_case, arta)) == {"al-cadastre"}


def test_a_case_without_place_and_category_still_knows_whom_to_turn_to(
    new_case: Callable[..., Case], arta: User, ombudsman: Institution
) -> None:
    case = opened(new_case(), arta)
    assert _why(case, arta) == {"al-cadastre": ["named"], ombudsman.code: ["ombudsman"]}


def test_the_body_above_the_named_one_is_suggested(
    new_case: Callable[..., Case], arta: User, cadastre: Institution
) -> None:
    cadastre.parent = InstitutionFactory(code="al-prime-minister", kind="ministry", level="central")
    cadastre.save()
    assert _why(opened(new_case(), arta), arta)["al-prime-minister"] == ["superior"]


def test_consents_channels_and_what_lies_there_already_are_told(
    api: Api, arta: User, case_of_arta: Case, cadastre: Institution
) -> None:
    untried = ChannelFactory(institution=cadastre, kind="email", value="a@example.org")
    confirmed = ChannelFactory(
        institution=cadastre, kind="post", value="Tiranë", confirmed_on=date(2026, 1, 2)
    )
    ended = ChannelFactory(
        institution=cadastre, kind="phone", value="+355 4 222", valid_until=date(2020, 1, 1)
    )
    caller = api(arta)
    first = caller.get(f"/cases/{case_of_arta.pk}/referral-suggestions/").json()[0]
    assert first["institution"]["code"] == "al-cadastre"
    assert [why["code"] for why in first["why"]] == ["named"]
    assert first["consent"] is not None
    assert [one["id"] for one in first["channels"]] == [str(confirmed.pk), str(untried.pk)]
    assert str(ended.pk) not in str(first)
    assert first["lies_there"] is None
    made = caller.post(f"/cases/{case_of_arta.pk}/referrals/", {"institution": "al-cadastre"}).json()
    again = caller.get(f"/cases/{case_of_arta.pk}/referral-suggestions/").json()[0]
    assert again["lies_there"] == made["id"]


def test_more_suggestions_cost_no_more_queries(api: Api, arta: User, water_case: Case, puke: Place) -> None:
    caller, address = api(arta), f"/cases/{water_case.pk}/referral-suggestions/"

    def asked() -> int:
        with CaptureQueriesContext(connection) as counted:
            caller.get(address)
        return len(counted)

    asked()
    InstitutionFactory(code="al-water-0", kind="utility", areas=[puke])
    few = asked()
    for number in range(1, 12):
        body = InstitutionFactory(code=f"al-water-{number}", kind="utility", areas=[puke])
        ChannelFactory(institution=body, kind="email", value="a@example.org")
    assert asked() == few


def _outlook(caller: Caller, case: Case, code: str = "al-cadastre") -> dict[str, object]:
    told: dict[str, object] = caller.get(f"/cases/{case.pk}/referral-outlook/", {"institution": code}).json()
    return told


def test_nothing_stands_in_the_way_of_what_was_agreed(api: Api, arta: User, case_of_arta: Case) -> None:
    told = _outlook(api(arta), case_of_arta)
    assert (told["blockers"], told["needs_approval"], told["approvers"]) == ([], False, [])
    assert told["may_override"] is False


def test_a_missing_consent_is_told_before_a_word_is_written(
    api: Api, arta: User, besa: User, new_case: Callable[..., Case]
) -> None:
    case = opened(new_case(consent=False), arta)
    [blocker] = _outlook(api(arta), case)["blockers"]  # type: ignore[misc]
    assert (blocker["code"], blocker["alternatives"]) == ("referral.consent_missing", [])
    assert _outlook(api(besa), case)["may_override"] is True


def test_a_refusal_of_anonymous_complaints_names_where_else_it_can_go(
    api: Api, arta: User, case_of_arta: Case, cadastre: Institution, ombudsman: Institution
) -> None:
    Institution.objects.filter(pk=cadastre.pk).update(accepts_anonymous=False)
    Institution.objects.filter(pk=ombudsman.pk).update(accepts_anonymous=True)
    [blocker] = _outlook(api(arta), case_of_arta)["blockers"]  # type: ignore[misc]
    assert blocker["code"] == "referral.anonymous_refused"
    assert [one["code"] for one in blocker["alternatives"]] == [ombudsman.code]


def test_corruption_names_who_can_be_the_second_pair_of_eyes_and_never_oneself(
    api: Api, besa: User, luan: User, observer: User, new_case: Callable[..., Case]
) -> None:
    case = opened(new_case(kind=CaseKind.CORRUPTION), besa)
    told = _outlook(api(besa), case)
    assert told["needs_approval"] is True
    assert [person["name"] for person in told["approvers"]] == ["Luan"]  # type: ignore[attr-defined]


def test_a_term_is_told_with_its_end_if_the_letter_left_today(
    api: Api, arta: User, case_of_arta: Case, ten_days: DeadlineRule
) -> None:
    today = today_in("AL")
    [term] = _outlook(api(arta), case_of_arta)["terms"]  # type: ignore[misc]
    assert (term["rule"]["code"], term["due_at"], term["is_suggested"]) == (
        "al-ten-days",
        (today + timedelta(days=10)).isoformat(),
        False,
    )
    assert str(today.year) in term["explanation"]


def test_the_likely_term_comes_first_and_those_of_the_complainant_never(
    api: Api, arta: User, case_of_arta: Case, ten_days: DeadlineRule
) -> None:
    ten_days.pk, ten_days.code = None, "al-administrative-request"
    ten_days.save(force_insert=True)
    ten_days.pk, ten_days.code, ten_days.trigger = None, "al-administrative-appeal", "decision_notified"
    ten_days.save(force_insert=True)
    terms = _outlook(api(arta), case_of_arta)["terms"]
    told = [(term["rule"]["code"], term["is_suggested"]) for term in terms]  # type: ignore[attr-defined]
    assert told == [("al-administrative-request", True), ("al-ten-days", False)]


def test_an_unknown_institution_is_refused_and_a_stranger_learns_nothing(
    api: Api, arta: User, nino: User, case_of_arta: Case
) -> None:
    address = f"/cases/{case_of_arta.pk}/referral-outlook/"
    assert api(arta).get(address, {"institution": "nowhere"}).status_code == 400
    assert api(arta).get(address).json()["suggestion"]["institution"]["code"] == "al-cadastre"
    assert api(nino).get(address, {"institution": "al-cadastre"}).status_code == 404
    assert api(nino).get(f"/cases/{case_of_arta.pk}/referral-suggestions/").status_code == 404
