"""What happens beside the journeys: cases are linked, a share ends, a complainant takes a consent back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from backend.demo.diary import Act
from backend.demo.plan import Story

_LINKS: Final = 14
_A_WHILE: Final = timedelta(minutes=35)


def with_extras(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The same stories, some of them with an act more."""
    more = dict(_links(stories))
    for extra in (_ended_share(stories), _withdrawn_consent(stories)):
        if extra:
            more.setdefault(extra[0], extra[1])
    return tuple(_with(story, more[story.number]) if story.number in more else story for story in stories)


def _with(story: Story, act: Act) -> Story:
    acts = sorted((*story.acts, act), key=lambda one: one.at)
    return replace(story, acts=tuple(acts))


def _links(stories: Sequence[Story]) -> Iterable[tuple[int, Act]]:
    """A caseworker who takes a case on sees that the same happened to somebody else in the partner's area."""
    groups: dict[tuple[str, str], list[Story]] = {}
    for story in sorted(stories, key=lambda one: one.acts[0].at):
        if _is_worked(story):
            groups.setdefault((story.organisation.slug, story.wording.key), []).append(story)
    pairs = [pair for group in groups.values() for pair in pairwise(group)]
    for earlier, later in pairs[:_LINKS]:
        at = _moment_of(later, "assign") + _A_WHILE
        yield later.number, Act(at, "link", later.casting.worker, {"other": earlier.number})


def _ended_share(stories: Sequence[Story]) -> tuple[int, Act] | None:
    for story in stories:
        if story.journey.name == "closed" and any(act.what == "share" for act in story.acts):
            return story.number, Act(story.acts[-1].at + _A_WHILE, "end_share", story.casting.chief)
    return None


def _withdrawn_consent(stories: Sequence[Story]) -> tuple[int, Act] | None:
    for story in stories:
        if story.journey.name == "closed" and story.complainant.agrees_to_publication:
            at = _moment_of(story, "resolve") + _A_WHILE
            return story.number, Act(at, "withdraw_consent", facts={"purpose": "publication"})
    return None


def _is_worked(story: Story) -> bool:
    worked = any(act.what == "assign" for act in story.acts)
    return worked and story.is_open_to_all and "hand_over" not in story.journey.chapters


def _moment_of(story: Story, what: str) -> datetime:
    return next(act.at for act in story.acts if act.what == what)
