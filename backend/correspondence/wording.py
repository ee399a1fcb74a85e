"""The fixed words of letters, dates, terms and sizes, in the institution's language, not the reader's."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from backend.common.languages import Language

_DATA: Final = Path(__file__).parent / "data"
_SERBIAN: Final = (Language.SR_LATN, Language.SR_CYRL)
_KILO: Final = 1000
_SORTS: Final = {
    "image": "image",
    "audio": "sound",
    "video": "film",
    "text": "document",
    "application": "document",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a letter says in one language whoever writes it."""

    language: Language
    words: Mapping[str, Any]

    def say(self, name: str, **values: str | int) -> str:
        """A fixed sentence. Values are put in as they are."""
        sentence: str = self.words[name]
        return sentence.format(**values)

    def day(self, day: date) -> str:
        """`26 nëntor 2026`, `26. novembra 2026.`, `2026 წლის 26 ნოემბერი`."""
        return self.say("date", day=day.day, month=self.words["months"][day.month - 1], year=day.year)

    def place_and_date(self, place: str, day: date) -> str:
        """How a letter begins: where and when it was written."""
        return self.say("place_and_date" if place else "date_alone", place=place, date=self.day(day))

    def term(self, number: int, unit: str) -> str:
        """`10 ditëve të punës`: in the case that follows "within"."""
        forms: list[str] = self.words["terms"][unit]
        return forms[min(_form_of(number, self.language), len(forms) - 1)].format(number=number)

    def law(self, law: str, article: str) -> str:
        """A law by its name in this language, with the article where one is known."""
        name = _laws().get(law, {}).get(self.language, law)
        if not article:
            return name
        several = "-" in article or "," in article
        return f"{name}, {self.say('articles' if several else 'article', article=article.replace('-', '–'))}"

    def language_name(self, other: Language) -> str:
        """Another language as it is called inside the sentence that points to it."""
        name: str = self.words["languages"][other]
        return name

    def hidden(self, reasons: Iterable[str]) -> str:
        """Why parts of a text are blacked out: each reason once."""
        return "; ".join(self.words["hidden"][reason] for reason in dict.fromkeys(reasons))

    def file(self, media_type: str) -> str:
        """What sort of file it is."""
        name: str = self.words["files"][_sort_of(media_type)]
        return name

    def size(self, size: int) -> str:
        """`340 kB`, `1,2 MB`."""
        if size < _KILO * _KILO:
            return f"{max(1, round(size / _KILO))} kB"
        return f"{size / _KILO / _KILO:.1f} MB".replace(".", self.words["decimal"])


@cache
def wording_in(language: str) -> Wording:
    """The fixed words in one of the five languages."""
    return Wording(Language(language), _read("wording.toml")[language])


@cache
def _laws() -> Mapping[str, Mapping[str, str]]:
    return _read("laws.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def shipped_templates() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Kind → language → subject and text of the letters that every partner can start from."""
    return _read("templates.toml")


def _form_of(number: int, language: Language) -> int:
    """Which plural form a number takes."""
    if language not in _SERBIAN:
        return 0 if number == 1 else 1
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


def _sort_of(media_type: str) -> str:
    return _SORTS.get(media_type.partition("/")[0], "other")
