"""Which cases the demonstration has: a fixed draw, the same for ever, dated back from a given day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from backend.common.languages import Language
from backend.demo import legs
from backend.demo.casting import Casting, Complainant, cast_complainant, cast_staff, neighbour_of
from backend.demo.diary import Act, Diary
from backend.demo.journeys import JOURNEYS, Journey, Need
from backend.demo.legs import intake
from backend.demo.tale import Tale
from backend.demo.texts import Network, Organisation, Wording, network, routes, wordings

_A_MONTH: Final = 30
_EIGHTEEN_MONTHS: Final = timedelta(days=547)
_SHARE_OF_SHARES: Final = 0.3


@dataclass(frozen=True, slots=True, repr=False)
class Story:
    """One case from its first word to where it stands on the last day."""

    number: int
    organisation: Organisation
    journey: Journey
    wording: Wording
    complainant: Complainant
    casting: Casting
    acts: tuple[Act, ...]

    @property
    def is_open_to_all(self) -> bool:
        """Neither restricted nor closed to a colleague with a conflict of interest."""
        return not self.casting.named and all(act.what != "declare_conflict" for act in self.acts)

    @property
    def began(self) -> date:
        return self.acts[0].at.date()


@dataclass(frozen=True, slots=True)
class _Slot:
    """A case to be: where, and along which way."""

    number: int
    organisation: Organisation
    journey: Journey


def make_plan(today: date) -> tuple[Story, ...]:
    """All stories, by number. Nothing in them happens on `today` or later."""
    last_day = today - timedelta(days=1)
    told: list[Story] = []
    for slot, wording in _with_wordings(_slots(network())):
        original = _original(slot, told, last_day) if slot.journey.name == "duplicate" else None
        told.append(_tell(slot, wording, original, last_day))
    return tuple(told)


def _draw(name: int | str) -> Random:
    return Random(f"Dosja/{name}")  # noqa: S311  # a draw that everybody gets alike, not a secret


def _tell(slot: _Slot, wording: Wording, original: Story | None, last_day: date) -> Story:
    wording = original.wording if original else wording
    rng = _draw(slot.number)
    complainant = cast_complainant(slot.organisation, wording, slot.number, rng)
    casting = cast_staff(slot.organisation, slot.journey, wording, rng)
    tale = Tale(
        slot.organisation,
        wording,
        casting,
        complainant,
        rng,
        Diary(rng, at_the_office=bool(complainant.recorded_by)),
        is_shared=_is_shared(slot, casting, rng),
        original=original.number if original else None,
        agreed_to={wording.institution} if complainant.agrees_to_referral else set(),
    )
    _write(tale, slot.journey)
    acts = _dated(tale, slot.journey, original, last_day)
    return Story(slot.number, slot.organisation, slot.journey, wording, complainant, casting, acts)


def _write(tale: Tale, journey: Journey) -> None:
    intake.file(tale)
    for leg in journey.legs():
        # Silence is noted only when the legal term is over, or after a month where no term is known.
        term = (tale.waits_for or _A_MONTH) if leg.what == "silence" else 0
        tale.diary.wait(leg.least + term, leg.most + term)
        legs.tell(leg.what, tale)


def _dated(tale: Tale, journey: Journey, original: Story | None, last_day: date) -> tuple[Act, ...]:
    zone = tale.organisation.time_zone
    if original:
        first_day = original.began + timedelta(days=tale.rng.randint(10, 30))
        return tale.diary.begun(first_day, last_day, time_zone=zone)
    idle = tale.rng.randint(*journey.idle) + (tale.waits_for if Need.TERM in journey.needs else 0)
    acts = tale.diary.ended(last_day, idle=idle, time_zone=zone)
    if acts[0].at.date() > last_day - _EIGHTEEN_MONTHS:
        return acts
    return tale.diary.begun(last_day - _EIGHTEEN_MONTHS + timedelta(days=7), last_day, time_zone=zone)


def _is_shared(slot: _Slot, casting: Casting, rng: Random) -> bool:
    lasts = "accept" in slot.journey.chapters and "hand_over" not in slot.journey.chapters
    possible = lasts and not casting.named and neighbour_of(slot.organisation, network()) is not None
    return possible and rng.random() < _SHARE_OF_SHARES


def _original(slot: _Slot, told: Iterable[Story], last_day: date) -> Story:
    """The case that a duplicate repeats: of the same partner, open to all its people, some weeks old."""
    already = {act.facts.get("original") for story in told for act in story.acts if act.what == "duplicate"}
    return next(
        story
        for story in told
        if story.organisation == slot.organisation
        and story.number not in already
        and "accept" in story.journey.chapters
        and "hand_over" not in story.journey.chapters
        and story.is_open_to_all
        and story.began < last_day - timedelta(days=50)
    )


def _slots(whole: Network) -> list[_Slot]:
    """Journeys dealt out among the partners, to each as many as it has cases."""
    rng = _draw("slots")
    places = [one for one in whole.organisations for _case in range(one.cases)]
    rng.shuffle(places)
    journeys = [journey for journey in JOURNEYS for _time in range(journey.count)]
    if len(places) != len(journeys):
        raise ValueError(f"The partners have {len(places)} cases, but there are {len(journeys)} journeys.")
    # Whoever needs much chooses first; duplicates come last, when there is something to repeat.
    journeys.sort(key=lambda journey: (journey.name == "duplicate", -len(journey.needs)))
    return [_Slot(number, _take(places, one), one) for number, one in enumerate(journeys, 1)]


def _take(places: list[Organisation], journey: Journey) -> Organisation:
    chosen = next(place for place in places if _fitting(place, journey))
    places.remove(chosen)
    return chosen


def _with_wordings(slots: Sequence[_Slot]) -> Iterator[tuple[_Slot, Wording]]:
    """Every slot with the fitting complaint that was told least often so far."""
    rng = _draw("words")
    # As if it had been told before: few people write to these partners in English.
    told = Counter(one.key for one in wordings() if one.language == Language.EN)
    for slot in slots:
        fitting = _fitting(slot.organisation, slot.journey)
        rng.shuffle(fitting)
        chosen = min(fitting, key=lambda one: (told[one.key], told[one.narrative]))
        told.update((chosen.key, chosen.narrative))
        yield slot, chosen


def _fitting(organisation: Organisation, journey: Journey) -> list[Wording]:
    """The complaints that can go this way at this partner."""
    if Need.NEIGHBOUR in journey.needs and neighbour_of(organisation, network()) is None:
        return []
    return [
        one
        for one in wordings()
        if organisation.slug in one.partners
        and one.is_admissible is (Need.NOT_OURS not in journey.needs)
        and all(_FITS[need](one) for need in journey.needs if need in _FITS)
    ]


_FITS: Final[dict[Need, Callable[[Wording], bool]]] = {
    Need.TERM: lambda one: bool(routes()[one.country, one.kind].rule),
    Need.SECOND_LOOK: lambda one: one.kind in ("corruption", "judiciary"),
    Need.SMALL: lambda one: one.kind == "public_service" and not one.restricted,
    Need.UNRESTRICTED: lambda one: not one.restricted,
}
