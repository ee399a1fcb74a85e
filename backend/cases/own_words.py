"""Whether a text repeats what somebody else wrote: a run of words in the same order, in whichever script."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from backend.common.folding import fold

# So many words in a row are no coincidence: a sentence, not the name of an office.
RUN: Final = 8
_WORDS_AT_ONCE: Final = 300
_WORD: Final = re.compile(r"\w+")


def repeats(text: str, others: Iterable[str]) -> bool:
    """Whether eight words in a row of the text stand in one of the others, too."""
    told = set(_runs(text))
    return bool(told) and any(not told.isdisjoint(_runs(other)) for other in others)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = list(_folded(text))
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _folded(text: str) -> Iterator[str]:
    """Folding takes so much at a time and no more."""
    words = [word[:30] for word in _WORD.findall(text)]
    for at in range(0, len(words), _WORDS_AT_ONCE):
        yield from fold(" ".join(words[at : at + _WORDS_AT_ONCE])).split()
