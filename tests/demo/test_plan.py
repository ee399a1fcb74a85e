"""The plan of the demonstration: the same for everybody, dated back from a day, with something of all."""

from collections import Counter
from datetime import date, timedelta

import pytest

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.demo.extras import with_extras
from backend.demo.journeys import JOURNEYS
from backend.demo.plan import Story, make_plan

TODAY = date(2026, 3, 18)


@pytest.fixture(scope="module")
def stories() -> tuple[Story, ...]:
    return with_extras(make_plan(TODAY))


def test_the_same_day_gives_the_same_plan(stories: tuple[Story, ...]) -> None:
    assert with_extras(make_plan(TODAY)) == stories


@pytest.mark.parametrize("today", [date(2025, 12, 31), date(2026, 2, 28), date(2027, 7, 4)])
def test_everything_lies_within_eighteen_months_before_the_day_and_in_order(today: date) -> None:
    for story in with_extras(make_plan(today)):
        moments = [act.at for act in story.acts]
        assert moments == sorted(moments)
        assert today - timedelta(days=550) <= moments[0].date()
        assert moments[-1].date() < today


def test_there_are_about_two_hundred_cases_of_every_kind_language_and_partner(
    stories: tuple[Story, ...],
) -> None:
    assert 190 <= len(stories) <= 215
    assert {story.wording.kind for story in stories} == set(CaseKind.values)
    assert {story.wording.language for story in stories} == set(Language.values)
    assert len({story.wording.key for story in stories}) >= 60
    sizes = Counter(story.organisation.slug for story in stories)
    assert len(sizes) == 4
    assert max(sizes.values()) > 3 * min(sizes.values())


def test_every_journey_is_gone(stories: tuple[Story, ...]) -> None:
    assert {story.journey.name for story in stories} == {journey.name for journey in JOURNEYS}


def test_new_cases_are_new_and_old_ones_reach_back_more_than_a_year(stories: tuple[Story, ...]) -> None:
    received = [story for story in stories if story.journey.name == "received"]
    assert all(story.began > TODAY - timedelta(days=14) for story in received)
    assert min(story.began for story in stories) < TODAY - timedelta(days=400)


def test_the_rare_things_happen_too(stories: tuple[Story, ...]) -> None:
    done = Counter(act.what for story in stories for act in story.acts)
    for rare in ("share", "end_share", "restrict", "declare_conflict", "link", "tag", "withdraw_consent"):
        assert done[rare], rare
    overrides = [act for story in stories for act in story.acts if act.facts.get("override_reason")]
    assert overrides
    assert all(act.by in {story.casting.chief for story in stories} for act in overrides)


def test_nobody_approves_a_referral_of_his_own(stories: tuple[Story, ...]) -> None:
    for story in stories:
        authors = [act.by for act in story.acts if act.what == "draft"]
        approvers = [act.by for act in story.acts if act.what == "approve"]
        assert not set(authors) & set(approvers)


def test_office_work_is_done_on_working_days(stories: tuple[Story, ...]) -> None:
    for story in stories:
        for act in story.acts[1:]:
            assert act.at.weekday() < 5
            assert 8 <= act.at.hour < 19


def test_an_anonymous_complainant_leaves_no_name(stories: tuple[Story, ...]) -> None:
    for story in stories:
        if story.wording.complainant == "anonymous":
            who = story.complainant
            assert not any((who.name, who.phone, who.email, who.recorded_by))
