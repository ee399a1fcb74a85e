"""A handful of people whom one partner refers to another: offered, accepted, helped, declined, taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from backend.demo.casting import neighbour_of
from backend.demo.diary import Act
from backend.demo.plan import Story
from backend.demo.texts import network

_WORKED: Final = frozenset({"open", "referred", "overdue", "clarified", "two_bodies", "response_review"})
_ENOUGH: Final = timedelta(days=6)
_AFTER: Final = (timedelta(minutes=35), timedelta(days=1, hours=2), timedelta(days=2), timedelta(days=4))
_NOTES: Final = {
    "sq": "Flet shqip, më mirë pasdite. Ka nevojë që dikush ta dëgjojë dhe ta shoqërojë te zyra.",
    "sr-Latn": "Govori srpski, najbolje popodne. Treba joj neko da je sasluša i ode s njom do šaltera.",
}
_OUTCOMES: Final = {
    "sq": "Erdhi tri herë. U shoqërua te zyra dhe dokumentet u dorëzuan.",
    "sr-Latn": "Dolazila je tri puta. Otišli smo s njom na šalter i dokumenta su predata.",
}
_REFUSALS: Final = {
    "sq": "Deri në fund të muajit nuk kemi vend. Na pyesni përsëri pas datës një.",
    "sr-Latn": "Do kraja meseca nemamo mesta. Pitajte nas ponovo posle prvog.",
}


@dataclass(frozen=True, slots=True)
class _Course:
    """What is asked for, how soon, what is opened, and how it goes on."""

    need: str
    urgency: str
    fields: tuple[str, ...]
    then: tuple[str, ...] = ()


_COURSES: Final = (
    _Course(
        "psychosocial_support", "soon", ("summary", "contact_wish", "vulnerability"), ("accept", "start")
    ),
    _Course("legal_aid", "routine", ("summary", "complaint", "files"), ("accept", "start", "complete")),
    _Course("home_care", "routine", ("summary", "contact_wish"), ("decline",)),
    _Course("documents_and_registration", "urgent", ("summary", "complaint"), ("accept",)),
    _Course("interpretation", "soon", ("contact_wish",), ("accept", "start", "did_not_come")),
    _Course("financial_assistance", "soon", ("summary", "vulnerability")),
)


def with_help(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The same stories, some of them with a referral to the neighbour."""
    last = max(act.at for story in stories for act in story.acts)
    fitting = [story for story in stories if _is_fitting(story, last)]
    fitting.sort(key=lambda story: (not story.wording.vulnerability, story.number))
    more = {
        story.number: tuple(_acts(story, course)) for story, course in zip(fitting, _COURSES, strict=False)
    }
    return tuple(_with(story, more.get(story.number, ())) for story in stories)


def _with(story: Story, acts: tuple[Act, ...]) -> Story:
    return replace(story, acts=tuple(sorted((*story.acts, *acts), key=lambda one: one.at))) if acts else story


def _is_fitting(story: Story, last: datetime) -> bool:
    done = {act.what: act.at for act in story.acts}
    return (
        story.journey.name in _WORKED
        and story.is_open_to_all
        and "share" not in done
        and neighbour_of(story.organisation, network()) is not None
        and done["assign"] < last - _ENOUGH
    )


def _acts(story: Story, course: _Course) -> Iterator[Act]:
    """The complainant agrees, the caseworker asks, the neighbour's people answer and help."""
    neighbour = neighbour_of(story.organisation, network())
    if neighbour is None:
        return
    assigned = next(act.at for act in story.acts if act.what == "assign")
    asked = assigned + _AFTER[0] if course.then else story.acts[-1].at + _AFTER[0]
    told: dict[str, Any] = {"partner": neighbour.slug, "language": story.wording.language}
    yield Act(asked, "agree_to_partner", facts=told)
    offer = {"need": course.need, "urgency": course.urgency, "fields": course.fields, **told}
    note = _NOTES[_of(story.organisation.working_language)]
    yield Act(asked, "refer_to_partner", story.casting.worker, {**offer, "note": note})
    helper = neighbour.with_role("caseworker")[0]
    for what, after in zip(course.then, _AFTER[1:], strict=False):
        words = {"complete": _OUTCOMES, "decline": _REFUSALS}.get(what)
        said = {"words": words[_of(neighbour.working_language)]} if words else {}
        yield Act(assigned + after, f"help_{what}", helper, said)


def _of(language: str) -> str:
    return language if language in _NOTES else "sq"
