"""Search on SQLite: words and access tokens as columns of one FTS5 table, fragments in a trigram table."""

from collections.abc import Iterable
from typing import Final

from backend.cases.sql import Piece, every

SHORTEST_FRAGMENT: Final = 3


def beginnings(words: Iterable[str], tokens: Iterable[str]) -> Piece:
    """Every word begins a word of the row."""
    asked = [f'words : "{word}" *' for word in words]
    return _in_table("cases_search_words", " AND ".join([*asked, _any(tokens)]))


def fragments(words: Iterable[str], tokens: Iterable[str]) -> Piece:
    """Every word stands somewhere in a word of the row; one too short for that begins it."""
    listed = list(words)
    long = [word for word in listed if len(word) >= SHORTEST_FRAGMENT]
    if not long:
        return Piece("1 = 0")
    short = [word for word in listed if len(word) < SHORTEST_FRAGMENT]
    inside = _in_table("cases_search_fragments", " AND ".join(f'"{word}"' for word in long))
    return every([inside, beginnings(short, tokens)])


def _in_table(table: str, match: str) -> Piece:
    return Piece(f"f.id IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)", (match,))


def _any(tokens: Iterable[str]) -> str:
    # The tokenizer drops the sign of a token; the column keeps tokens and words apart.
    return "access : (" + " OR ".join(f'"{token}"' for token in tokens) + ")"
