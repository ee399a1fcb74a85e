"""The words and people of the demonstration network, read from its data files."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

_FILES: Final = Path(__file__).parent / "data"
_COMPLAINTS: Final = (
    "complaints_sq_al",
    "complaints_sq_xk",
    "complaints_sr_latn",
    "complaints_sr_cyrl",
    "complaints_ka",
    "complaints_en",
    "complaints_not_taken",
)
_WITH_BLANKS: Final = ("narrative", "wish", "summary")


@dataclass(frozen=True, slots=True, repr=False)
class Wording:
    """One complaint as it could arrive in one place, with everything that is said about it later on."""

    key: str
    language: str
    partners: tuple[str, ...]
    kind: str
    category: str
    complainant: str
    severity: str
    vulnerability: tuple[str, ...]
    tags: tuple[str, ...]
    narrative: str
    wish: str
    summary: str
    place: str
    institution: str
    question: str = ""
    answer: str = ""
    notes: tuple[str, ...] = ()
    reply: str = ""
    outcome: str = ""
    outcome_text: str = ""
    impact: str = ""
    recovered: int | None = None
    currency: str = ""
    restricted: bool = False
    court: Mapping[str, Any] = field(default_factory=dict)
    inadmissible: str = ""
    advice: str = ""
    note: str = ""

    @property
    def is_admissible(self) -> bool:
        return not self.inadmissible

    @property
    def country(self) -> str:
        return self.place[:2].upper()


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of a partner's staff with one role or several."""

    name: str
    email: str
    roles: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A partner of the demonstration network."""

    slug: str
    prefix: str
    name: str
    country: str
    languages: tuple[str, ...]
    time_zone: str
    contact: str
    website: str
    cases: int
    staff: tuple[Colleague, ...]

    @property
    def working_language(self) -> str:
        return self.languages[0]

    def with_role(self, role: str) -> tuple[str, ...]:
        """The e-mail addresses of those who hold a role."""
        return tuple(person.email for person in self.staff if role in person.roles)


@dataclass(frozen=True, slots=True)
class Network:
    """Who takes part: the partners, and the person who keeps the platform."""

    administrator: Colleague
    organisations: tuple[Organisation, ...]

    def organisation(self, slug: str) -> Organisation:
        return next(one for one in self.organisations if one.slug == slug)


@dataclass(frozen=True, slots=True)
class Route:
    """The legal term that a partner counts with (none where no rule is known), and where it goes next."""

    next: str
    rule: str = ""
    term_days: int = 0
    next_rule: str = ""


@dataclass(frozen=True, slots=True)
class NamePool:
    """Parts from which names and telephone numbers of complainants are put together."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    phone: str


@cache
def wordings() -> tuple[Wording, ...]:
    """Every complaint in every place that it is told for."""
    return tuple(one for name in _COMPLAINTS for entry in _read(name)["complaint"] for one in _filled(entry))


@cache
def network() -> Network:
    found = _read("network")
    return Network(
        administrator=Colleague(**found["administrator"], roles=()),
        organisations=tuple(_organisation(entry) for entry in found["partner"]),
    )


@cache
def providers() -> tuple[Mapping[str, Any], ...]:
    """Organisations that help, each with its services."""
    return tuple(_read("providers")["provider"])


@cache
def phrases() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """What is said in many cases alike: by whom or when, in which language, what."""
    return _read("phrases")


@cache
def routes() -> Mapping[tuple[str, str], Route]:
    """The route of a complaint by country and kind."""
    return {
        (country, kind): Route(**entry)
        for country, kinds in _read("routes").items()
        for kind, entry in kinds.items()
    }


@cache
def name_pools() -> Mapping[str, NamePool]:
    """By language; Albanian names by country too, because they differ."""
    return {
        key: NamePool(tuple(entry["first"]), tuple(entry["last"]), entry["phone"])
        for key, entry in _read("people").items()
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FILES / f"{name}.toml").read_text(encoding="utf-8"))


def _filled(entry: Mapping[str, Any]) -> Iterator[Wording]:
    """The entry once for each of its variants, with the blanks of its texts filled in."""
    common = {name: value for name, value in entry.items() if name != "variants"}
    for name in ("partners", "vulnerability", "tags", "notes"):
        common[name] = tuple(common.get(name, ()))
    for variant in entry["variants"]:
        texts = {name: common[name].format(**variant) for name in _WITH_BLANKS}
        court = _court(common.get("court", {}), variant)
        yield Wording(
            **{
                **common,
                **texts,
                "court": court,
                "place": variant["place"],
                "institution": variant["institution"],
            }
        )


def _court(detail: Mapping[str, Any], variant: Mapping[str, Any]) -> Mapping[str, Any]:
    """The judiciary detail: the court is the institution complained about, unless that is one above it."""
    if not detail:
        return {}
    itself = variant["institution"] if "court" in variant["institution"] else detail["code"]
    return {**detail, "code": variant.get("court", itself), "months": variant.get("months")}


def _organisation(entry: Mapping[str, Any]) -> Organisation:
    staff = tuple(Colleague(**{**one, "roles": tuple(one["roles"])}) for one in entry["staff"])
    return Organisation(**{**entry, "languages": tuple(entry["languages"]), "staff": staff})
