"""What looks like personal data in a text: numbers, addresses, plates, a name that must not leave.

No meaning is guessed; too much is found rather than too little, because a person decides.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from backend.cases.stages import FindingKind
from backend.common.folding import fold

MOST: Final = 500
_SHORTEST_NAME: Final = 3
_LONGEST_ENDING: Final = 4
_SEP: Final = r"[ ./()\-–]{0,4}"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A place in a text, counted in characters, and what it looks like."""

    start: int
    end: int
    kind: FindingKind


def found_in(text: str, person: str = "") -> list[Found]:
    """Everything that looks like personal data, in order. `person`: the name that is restricted here."""
    seen = _Seen(text)
    spans = {kind: _merged(find(seen.text)) for kind, find in _LOOKS.items()}
    spans[FindingKind.RESTRICTED_PERSON] = _merged(_named(seen.text, person))
    # One place is told once, as the first thing that it looks like.
    told: dict[Span, FindingKind] = {}
    for kind, all_of in spans.items():
        for start, end in all_of:
            if not any(first <= start and end <= last for first, last in told):
                told[start, end] = kind
    return sorted(Found(*seen.place(*span), kind) for span, kind in told.items())[:MOST]


class _Seen:
    """A text as a reader sees it: without signs that take no place, every space a space, no dates and no
    references of ours, which are numbers and tell nobody's. It knows where each character stood."""

    def __init__(self, text: str) -> None:
        kept = [(at, char) for at, char in enumerate(text) if unicodedata.category(char) != "Cf"]
        self.places = [at for at, _char in kept]
        plain = "".join(" " if char.isspace() else char for _at, char in kept)
        self.text = _TELLS_NOBODY.sub(lambda number: "x" * len(number[0]), plain)

    def place(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


_TELLS_NOBODY: Final = re.compile(
    r"(?<![\d./\-])(?:"
    r"(?:0?[1-9]|[12]\d|3[01])([./\-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r")(?!\d)"
    # The number of a case of ours.
    r"|(?<!\w)[A-Z]{2,5}-20\d{2}-\d{6}(?!\d)"
)
Span = tuple[int, int]


def _pattern(words: str, check: Callable[[str], bool] | None = None) -> Callable[[str], Iterator[Span]]:
    """Looks from every place anew, so that what stands before a number never hides it."""
    anywhere = re.compile(rf"(?=({words}))")

    def find(text: str) -> Iterator[Span]:
        return (at.span(1) for at in anywhere.finditer(text) if check is None or check(at[1]))

    return find


def _all_of(*finders: Callable[[str], Iterator[Span]]) -> Callable[[str], Iterator[Span]]:
    return lambda text: (span for find in finders for span in find(text))


def _luhn(words: str) -> bool:
    digits = [int(char) for char in words if char.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


_IBAN_START: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}")
_IBAN_LENGTHS: Final = {"AL": 28, "XK": 20, "GE": 22, "RS": 22}
_LONGEST_IBAN: Final = 34
_SHORTEST_IBAN: Final = 15


def _ibans(text: str) -> Iterator[Span]:
    """By check digits; of the four countries by length too: one with a slip still leads to somebody."""
    for at in _IBAN_START.finditer(text):
        signs = list(_account_signs(text, at.start()))
        lengths = range(min(len(signs), _LONGEST_IBAN), _SHORTEST_IBAN - 1, -1)
        fitting = (length for length in lengths if _is_iban("".join(char for _at, char in signs[:length])))
        if (length := next(fitting, None)) is not None:
            yield at.start(), signs[length - 1][0] + 1


def _account_signs(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Letters and digits with at most one space or hyphen between two of them."""
    gap = False
    for at in range(start, min(len(text), start + 2 * _LONGEST_IBAN)):
        char = text[at]
        if char.isascii() and char.isalnum():
            gap = False
            yield at, char.upper()
        elif gap or char not in " -":
            return
        else:
            gap = True


def _is_iban(signs: str) -> bool:
    if _IBAN_LENGTHS.get(signs[:2]) == len(signs):
        return True
    turned = signs[4:] + signs[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


_LOOKS: Final[dict[FindingKind, Callable[[str], Iterator[Span]]]] = {
    FindingKind.EMAIL: _pattern(
        r"(?<![\w.+\-])[\w.+\-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,6}"
    ),
    FindingKind.PHONE: _all_of(
        _pattern(rf"(?<!\d)(?:\+{_SEP}|00)[1-9](?:{_SEP}\d){{6,13}}(?!\d)"),
        # Trunk zero: 069 123 4567, 044 123 456, 0431 23 45 67.
        _pattern(rf"(?<!\d)\(?0(?:{_SEP}\d){{7,9}}(?!\d)"),
        # Georgian mobiles without a zero: 5xx 12 34 56.
        _pattern(rf"(?<!\d)5(?:{_SEP}\d){{8}}(?!\d)"),
    ),
    FindingKind.PERSONAL_NUMBER: _all_of(
        # Albania: a letter for the decade, eight digits, a check letter.
        _pattern(r"(?<![^\W_])[A-Ta-t]\d{8}[A-Wa-w](?![^\W_])"),
        # Kosovo ten digits, Georgia eleven, Serbia and old papers of the region thirteen. None of them is
        # passed over for a wrong check digit: a slip still leads to somebody.
        _pattern(r"(?<!\d)\d{2}(?:[ \-]?\d){8,9}(?!\d)"),
        _pattern(r"(?<!\d)\d(?:[ \-]?\d){12}(?!\d)"),
    ),
    # Passports and identity cards.
    FindingKind.DOCUMENT_NUMBER: _pattern(r"(?<![^\W_])[A-Z]{1,3}[ ]?\d{6,9}(?![^\W_])"),
    FindingKind.IBAN: _ibans,
    FindingKind.CARD: _pattern(r"(?<!\d)\d(?:[ \-]?\d){12,18}(?!\d)", _luhn),
    FindingKind.PLATE: _all_of(
        # AA 123 BB, AB-123-CD; Serbia also with its own letters and four or five digits.
        _pattern(r"(?<!\w)[A-ZČĆĐŠŽ]{2}[ \-]?\d{3,5}[ \-]?[A-Z]{2}(?!\w)"),
        # Kosovo: 01-123-AB.
        _pattern(r"(?<!\w)0[1-7][ \-]?\d{3}[ \-]?[A-Z]{2}(?!\w)"),
        # Old Georgian ones: ABC-123.
        _pattern(r"(?<!\w)[A-Z]{3}-\d{3}(?!\w)"),
    ),
    FindingKind.LONG_NUMBER: _pattern(r"(?<!\d)\d{9,}"),
}


def _named(text: str, person: str) -> Iterator[Span]:
    """Words that are a part of the person's name, in any script and case of grammar."""
    stems = [_stem(word) for word in fold(person).split() if len(word) >= _SHORTEST_NAME]
    if not stems:
        return
    for word in re.finditer(r"[^\W\d_]+(?:['’ʼ\-][^\W\d_]+)*", text):
        told = fold(word[0]).replace(" ", "")
        parts = (told, *fold(word[0]).split())
        if any(_is_form_of(part, stem) for part in parts for stem in stems):
            yield word.span()


def _stem(word: str) -> str:
    """What stays of a name when it is declined: Hoxha, Hoxhës; Petrović, Petrovića; Beridze, Beridzem."""
    return word[:-1] if len(word) > _LONGEST_ENDING and word[-1] in "aeiou" else word


def _is_form_of(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) <= len(stem) + _LONGEST_ENDING


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping places as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
