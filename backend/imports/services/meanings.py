"""What a value of an old file means: codes by their names in every language and script, and suggestions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from django.utils import translation

from backend.common.folding import fold
from backend.common.languages import Language
from backend.directory import lookups
from backend.imports.fields import Holds, Target
from backend.partners.models import Membership, Partner
from backend.partners.roles import ROLES

SUGGESTED: Final = 3
# Below that, a likeness is chance.
_LIKELY: Final = 0.45


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code with its name in the language of the request."""

    code: str
    name: str


@dataclass(slots=True)
class Meanings:
    """The codes that a field takes, by everything that they are called."""

    names: dict[str, str] = field(default_factory=dict)
    called: dict[str, list[str]] = field(default_factory=dict)

    def add(self, code: str, name: str, calls: Iterable[str]) -> None:
        """A code, its name to show, all that it is called."""
        self.names[code] = name
        for folded in {fold(call) for call in (code, *calls)} - {""}:
            self.called.setdefault(folded, []).append(code)

    def of(self, value: str) -> list[str]:
        """The codes that are called exactly this; more than one where it is ambiguous."""
        return self.called.get(fold(value), [])

    def suggest(self, value: str) -> list[Meaning]:
        """The codes whose names are most like it, the likeliest first."""
        folded = fold(value)
        best: dict[str, float] = {}
        for call, codes in self.called.items():
            likeness = _likeness(folded, call)
            for code in codes if likeness >= _LIKELY else ():
                best[code] = max(best.get(code, 0), likeness)
        ranked = sorted(best, key=lambda code: (-best[code], code))[:SUGGESTED]
        return [Meaning(code, self.names[code]) for code in ranked]


def meanings_for(target: Target, partner: Partner) -> Meanings:
    """All that a field's values can mean at a partner."""
    found = Meanings()
    if target.holds is Holds.CHOICE:
        for code, label in target.choices:
            found.add(code, str(label), _in_every_language(label))
    elif target.holds is Holds.MEMBER:
        for code, name, email in _members(partner):
            found.add(code, name, (name, email, email.partition("@")[0]))
    else:
        _add_directory(found, target.holds, partner)
    return found


def _add_directory(found: Meanings, holds: Holds, partner: Partner) -> None:
    taken: dict[str, lookups.Entry] = {}
    for entry in _entries(holds):
        found.add(entry.code, entry.name, entry.names.values())
        taken[entry.code] = entry
    if holds is not Holds.CATEGORY:
        found.called = {
            call: _nearest([taken[code] for code in codes], partner) for call, codes in found.called.items()
        }


def _entries(holds: Holds) -> Iterable[lookups.Entry]:
    if holds is Holds.CATEGORY:
        return lookups.categories.all()
    return lookups.institutions.all() if holds is Holds.INSTITUTION else lookups.places.all()


def _nearest(entries: "list[lookups.Entry]", partner: Partner) -> list[str]:
    """Of several with one name: those of the partner's country; of a place and what lies in it, the place."""
    at_home = [entry for entry in entries if entry.country == partner.country] or entries
    outermost = [
        entry
        for entry in at_home
        if not any(
            other is not entry and entry.path.startswith(other.path) for other in at_home if other.path
        )
    ]
    return [entry.code for entry in outermost]


def _members(partner: Partner) -> Iterator[tuple[str, str, str]]:
    """People who work cases there."""
    working = [role for role, held in ROLES.items() if "work_cases" in held]
    rows = Membership.objects.running().of_people().filter(partner=partner, role__in=working)
    for user_id, name, email in rows.values_list("user_id", "user__name", "user__email").distinct():
        yield str(user_id), name, email


def _in_every_language(label: object) -> Iterator[str]:
    for language in Language:
        with translation.override(language.value.lower()):
            yield str(label)


def _likeness(one: str, other: str) -> float:
    """How like two folded names are: common words first, then letters."""
    words, others = set(one.split()), set(other.split())
    common = sum(any(a.startswith(b) or b.startswith(a) for b in others) for a in words)
    by_words = common / max(len(words), len(others), 1)
    if by_words >= _LIKELY or abs(len(one) - len(other)) > max(len(one), len(other)) / 2:
        return by_words
    return max(by_words, SequenceMatcher(None, one, other).ratio() if len(one) > 3 else 0)
