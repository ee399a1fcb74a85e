"""The tasks of a generated case: those that the work list's own rules want, and one that somebody did."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from backend.cases.stages import CLOCK_RUNS
from backend.cases.worklist.facts import CaseFacts, Happening, ReferralFacts, Wanted
from backend.cases.worklist.kinds import FOR_THE_TEAM, TaskKind
from backend.cases.worklist.rules import ACKNOWLEDGE_WITHIN, wanted_tasks
from backend.common import clock
from backend.demo.load.story import Letter, Story
from backend.demo.load.tables import Row

_TABLE: Final = "cases.Task"


def tasks(story: Story, today: date, hearing: date | None, *, rated: bool) -> Iterator[Row]:
    """What stands on the work list, and that the complaint's arrival was acknowledged."""
    drawn = story.drawn
    answered = next((said for said in story.messages if said.author), None)
    wanted = wanted_tasks(_facts(story, today, hearing, rated=rated))
    for one in wanted:
        yield _TABLE, _open(story, one)
    acknowledged = f"{TaskKind.ACKNOWLEDGE.value}:{drawn.id}"
    if answered and acknowledged not in {one.key for one in wanted}:
        due_on = clock.day_of(drawn.opened, drawn.office.time_zone) + ACKNOWLEDGE_WITHIN
        head = (drawn.new_id(), drawn.id, False, drawn.office.partner_id, drawn.restricted, None, None)
        ending = (drawn.opened, answered.author, answered.at, 2)
        done = (TaskKind.ACKNOWLEDGE.value, due_on, drawn.assignee, "done", "rule", acknowledged)
        yield _TABLE, (*head, *done, *ending)


def _open(story: Story, one: Wanted) -> tuple[Any, ...]:
    drawn = story.drawn
    made = story.lines[-1].at
    whose = None if one.kind in FOR_THE_TEAM else drawn.assignee
    return (
        *(drawn.new_id(), drawn.id, False, drawn.office.partner_id, drawn.restricted, one.referral),
        *(one.about, one.kind.value, one.due_on, whose, "open", "rule", one.key, made, None, None, 1),
    )


def _facts(story: Story, today: date, hearing: date | None, *, rated: bool) -> CaseFacts:
    drawn = story.drawn
    zone, resolved = drawn.office.time_zone, drawn.at("resolved")
    unread = next((one for one in reversed(story.messages) if not one.author and not one.read), None)
    return CaseFacts(
        id=drawn.id,
        state=drawn.state,
        today=today,
        is_working=story.around.working[drawn.office.country],
        opened_on=clock.day_of(drawn.opened, zone),
        partner_wrote=any(said.author for said in story.messages),
        unread=Happening(unread.id, clock.day_of(unread.at, zone)) if unread else None,
        resolved_on=clock.day_of(resolved, zone) if resolved else None,
        rated=rated,
        hearing_on=hearing,
        referrals=[_referral(one, zone) for one in story.letters],
    )


def _referral(letter: Letter, zone: str) -> ReferralFacts:
    at = letter.answered if letter.state == "answered" and letter.answered else letter.made
    return ReferralFacts(
        id=letter.id,
        state=letter.state,
        entered=letter.entered if letter.state == "answered" else 0,
        since=clock.day_of(at, zone),
        clock_runs=letter.state in CLOCK_RUNS and letter.due is not None,
        due_at=letter.due.on if letter.due else None,
    )


def hearing_of(story: Story, today: date) -> date | None:
    """Of some matters of courts that are at work: the day of the next hearing."""
    drawn = story.drawn
    if drawn.kind != "judiciary" or drawn.state not in ("open", "referred", "response_review"):
        return None
    return today + timedelta(days=drawn.draw.randrange(-3, 60)) if drawn.draw.random() < 0.3 else None
