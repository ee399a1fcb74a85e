"""What the teller of one story has at hand: the case's words, its people, its diary so far."""

from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from backend.demo.casting import Casting, Complainant, neighbour_of
from backend.demo.diary import Diary
from backend.demo.texts import Organisation, Route, Wording, network, phrases, routes

CONSENT_VERSION: Final = "2025-1"


@dataclass(slots=True, repr=False)
class Tale:
    """One story while it is being told. `waits_for` is the legal term that runs there, in days."""

    organisation: Organisation
    wording: Wording
    casting: Casting
    complainant: Complainant
    rng: Random
    diary: Diary
    is_shared: bool
    original: int | None = None
    waits_for: int = 0
    agreed_to: set[str] = field(default_factory=set)

    @property
    def neighbour(self) -> Organisation:
        """The other partner in the country; asked for only where one is needed."""
        found = neighbour_of(self.organisation, network())
        if found is None:
            raise LookupError("this partner has no neighbour in its country")
        return found

    @property
    def route(self) -> Route:
        return routes()[self.wording.country, self.wording.kind]

    def at_work(self, what: str, organisation: Organisation | None = None) -> Any:
        """A phrase in a partner's working language."""
        return phrases()["at_work"][(organisation or self.organisation).working_language][what]

    def complainant_says(self, what: str) -> None:
        self.diary.write("say", text=phrases()["from_complainant"][self.wording.language][what])

    def worker_does(self, what: str, **facts: Any) -> None:
        self.diary.write(what, self.casting.worker, **facts)
