"""How much two texts have in common, whatever script they are written in."""

from typing import Final

from backend.common.folding import fold

_SHORTEST: Final = 4
_FEWEST: Final = 2
_MOST_SHOWN: Final = 6
# Of all words of both summaries, so large a part in both: what that weighs.
_WEIGHTS: Final = ((0.75, 4), (0.5, 3), (0.3, 2))
_RUN: Final = 4
_FEWEST_RUNS: Final = 6
_READ: Final = 3_000


def shared_words(one: str, other: str) -> tuple[tuple[str, ...], int]:
    """Words that stand in both, as the second one has them, and what that weighs; none where few do."""
    mine, theirs = _words(one), _words(other)
    common = mine.keys() & theirs.keys()
    if len(common) < _FEWEST:
        return (), 0
    share = 2 * len(common) / (len(mine) + len(theirs))
    weight = next((weight for least, weight in _WEIGHTS if share >= least), 0)
    shown = tuple(written for folded, written in theirs.items() if folded in common)
    return (shown[:_MOST_SHOWN], weight) if weight else ((), 0)


def same_text(one: str, other: str) -> bool:
    """Half of the shorter one stands in the longer one, in runs of several words."""
    mine, theirs = _runs(one), _runs(other)
    shorter = min(len(mine), len(theirs))
    return shorter >= _FEWEST_RUNS and 2 * len(mine & theirs) >= shorter


def _words(text: str) -> dict[str, str]:
    """Folded words, each as it was written. Short ones tell nothing apart."""
    found: dict[str, str] = {}
    for written in text.split():
        for folded in fold(written).split():
            if len(folded) >= _SHORTEST:
                found.setdefault(folded, written.strip(".,;:!?()\"'«»„“”"))
    return found


def _runs(text: str) -> set[tuple[str, ...]]:
    words = fold(text[:_READ]).split()
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}
