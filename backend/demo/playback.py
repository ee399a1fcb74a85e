"""Plays the stories of the plan in the order of time, each act at its own moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.db import transaction

from backend.cases.services.task_watch import look_at_everything
from backend.common import clock
from backend.demo import acts, identities, waiting
from backend.demo.extras import with_extras
from backend.demo.founding import Founded, found
from backend.demo.helping import list_providers
from backend.demo.neighbours import with_help
from backend.demo.plan import Story, make_plan
from backend.demo.texts import network
from backend.demo.world import Scene, World

_BEFORE_ALL: Final = timedelta(days=600)


@dataclass(frozen=True, slots=True, repr=False)
class Played:
    """What was played, and where it is found in the database."""

    founded: Founded
    stories: tuple[Story, ...]


@transaction.atomic
def play_demonstration(today: date) -> Played:
    """The whole network as it would stand on the morning of a day. All of it, or nothing."""
    with clock.frozen(datetime.combine(today - _BEFORE_ALL, time(9), UTC)):
        founded = found(network())
        list_providers()
    stories = with_help(with_extras(make_plan(today)))
    play(stories, founded.world)
    waiting.put_aside(founded.world, today)
    identities.ask_for_one(today)
    with clock.frozen(datetime.combine(today, time(6), UTC)):
        # What a worker would have made on the way, as it stands on that morning.
        look_at_everything()
    return Played(founded, stories)


def play(stories: Iterable[Story], world: World) -> None:
    """Do the acts of all stories as they follow each other in time."""
    scenes = [Scene(world, story, act) for story in stories for act in story.acts]
    # The sort is stable: at one moment, stories keep their order and so do the acts of one story.
    for scene in sorted(scenes, key=lambda one: one.act.at):
        with clock.frozen(scene.act.at.astimezone(UTC)):
            acts.do(scene)
