"""Search on PostgreSQL: words and access tokens as one tsvector, fragments by trigrams."""

from collections.abc import Iterable
from typing import Final

from backend.cases.sql import Piece, every

SHORTEST_FRAGMENT: Final = 3


def beginnings(words: Iterable[str], tokens: Iterable[str]) -> Piece:
    """Every word begins a word of the row."""
    asked = [f"'{word}':*" for word in words]
    return Piece("f.vector @@ %s::tsquery", (" & ".join([*asked, _any(tokens)]),))


def fragments(words: Iterable[str], tokens: Iterable[str]) -> Piece:
    """Every word stands somewhere in a word of the row; one too short for that begins it."""
    listed = list(words)
    long = [word for word in listed if len(word) >= SHORTEST_FRAGMENT]
    if not long:
        return Piece("1 = 0")
    short = [word for word in listed if len(word) < SHORTEST_FRAGMENT]
    # Folded words hold neither % nor _.
    inside = (Piece("f.words LIKE %s", (f"%{word}%",)) for word in long)
    return every([beginnings(short, tokens), *inside])


def _any(tokens: Iterable[str]) -> str:
    return "(" + " | ".join(f"'{token}'" for token in tokens) + ")"
