"""Playing stories: the same stories leave the same cases, apart from ids, keys and passwords."""

from datetime import date
from typing import Any

from django.db import transaction

from backend.cases.models import Case
from backend.demo import playback
from backend.demo.extras import with_extras
from backend.demo.founding import found
from backend.demo.plan import Story, make_plan
from backend.demo.texts import network

TODAY = date(2026, 3, 18)


def test_the_same_day_gives_the_same_content(directory: None) -> None:
    stories = with_extras(make_plan(TODAY))
    some = [story for story in stories if story.number % 12 == 0 and not _leans_on_another(story)]
    assert _content_of(some) == _content_of(some)


def _leans_on_another(story: Story) -> bool:
    return any(act.what in ("link", "duplicate") for act in story.acts)


def _content_of(stories: list[Story]) -> list[Any]:
    """All that is not an id, a key or a password, after playing the stories in a network of their own."""
    with transaction.atomic():
        playback.play(stories, found(network()).world)
        content = [
            [
                (case.reference, case.state, case.kind, case.summary, case.opened_at, case.due_at),
                (case.outcome_text, case.advice, case.complaint and case.complaint.narrative),
                [(one.at, one.action, one.from_state, one.to_state) for one in case.events.order_by("id")],
                [
                    (one.letter, one.answer, one.sent_on, one.proof)
                    for one in case.referrals.order_by("created_at")
                ],
            ]
            for case in Case.objects.order_by("reference")
        ]
        transaction.set_rollback(True)
    return content
