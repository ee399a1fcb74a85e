"""The fixed words: the same in all five languages in number, in Serbian in both scripts letter by letter."""

import re
import runpy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.correspondence import placeholders
from backend.correspondence.wording import shipped_templates, wording_in
from backend.directory.kinds import TermUnit

_KEPT = re.compile(r"(\{\w+\}|SHA-256)")


def _texts(value: Any) -> Iterator[str]:
    """Every text in a table of the data, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from value
    else:
        for inner in value.values():
            yield from _texts(inner)


def _in_cyrillic(text: str) -> str:
    spelled = runpy.run_path(str(Path(settings.BASE_DIR, "deploy/dev/cyrillic.py")))["in_cyrillic"]
    return "".join(part if _KEPT.fullmatch(part) else spelled(part) for part in _KEPT.split(text))


def test_cyrillic_is_latin_letter_by_letter() -> None:
    pairs = [(wording_in("sr-Latn").words, wording_in("sr-Cyrl").words)]
    pairs += [(texts["sr-Latn"], texts["sr-Cyrl"]) for texts in shipped_templates().values()]
    for latin, cyrillic in pairs:
        assert [_in_cyrillic(text) for text in _texts(latin)] == list(_texts(cyrillic))


@pytest.mark.parametrize("language", Language.values)
def test_every_language_says_the_same_things_with_the_same_values(language: str) -> None:
    words, english = wording_in(language).words, wording_in("en").words
    assert words.keys() == english.keys()
    for name, sentence in english.items():
        if isinstance(sentence, str):
            assert sorted(_KEPT.findall(words[name])) == sorted(_KEPT.findall(sentence)), name
    assert len(words["months"]) == 12 and set(words["languages"]) == set(Language.values)
    assert set(words["terms"]) == set(TermUnit.values)


@pytest.mark.parametrize("kind", CaseKind.values)
@pytest.mark.parametrize("language", Language.values)
def test_every_kind_has_a_letter_in_every_language(language: str, kind: str) -> None:
    shipped = shipped_templates()[kind][language]
    placeholders.check("subject", shipped["subject"])
    placeholders.check("text", shipped["text"])
    # Nothing of a citizen's words leaves because nobody looked.
    assert not {"{narrative}", "{wish}"} & set(_KEPT.findall(shipped["text"]))
    assert ("{court}" in shipped["text"]) == (kind == CaseKind.JUDICIARY)
    warning = wording_in(language).say("no_judgment")
    assert (warning in shipped["text"]) == (kind == CaseKind.JUDICIARY)


@pytest.mark.parametrize(
    ("language", "unit", "said"),
    [
        ("sq", "calendar_day", {1: "1 dite kalendarike", 7: "7 ditëve kalendarike"}),
        ("sr-Latn", "working_day", {1: "1 radnog dana", 3: "3 radna dana", 10: "10 radnih dana"}),
        ("sr-Latn", "month", {1: "1 meseca", 2: "2 meseca", 6: "6 meseci"}),
        ("sr-Latn", "calendar_day", {11: "11 kalendarskih dana", 12: "12 kalendarskih dana"}),
        ("sr-Cyrl", "calendar_day", {21: "21 календарског дана", 22: "22 календарска дана"}),
        ("ka", "month", {1: "1 თვის", 2: "2 თვის"}),
        ("en", "hour", {1: "1 hour", 48: "48 hours"}),
    ],
)
def test_terms_take_the_form_that_the_number_asks_for(language: str, unit: str, said: dict[int, str]) -> None:
    words = wording_in(language)
    assert {number: words.term(number, unit) for number in said} == said


def test_dates_are_written_as_in_each_language() -> None:
    day = date(2026, 1, 5)
    assert {language: wording_in(language).day(day) for language in Language.values} == {
        "sq": "5 janar 2026",
        "sr-Latn": "5. januara 2026.",
        "sr-Cyrl": "5. јануара 2026.",
        "ka": "2026 წლის 5 იანვარი",
        "en": "5 January 2026",
    }


def test_a_law_is_called_by_its_name_in_the_language_or_by_its_own() -> None:
    law = "Ligji nr. 06/L-081 për qasje në dokumente publike"
    assert wording_in("sr-Latn").law(law, "12") == "Zakon br. 06/L-081 o pristupu javnim dokumentima, član 12"
    assert wording_in("ka").law(law, "12") == f"{law}, მუხლი 12"
    assert wording_in("en").law("Some Law", "3, 4") == "Some Law, Articles 3, 4"
