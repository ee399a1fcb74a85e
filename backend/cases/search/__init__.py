"""Folded search over cases: `index` writes what is found, one module for each engine says how it is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import connection

from backend.cases.search import postgres, sqlite
from backend.cases.sql import Piece
from backend.common.folding import fold

# More words than this narrow nothing that a person meant, and each costs a walk through the index.
MOST_WORDS: Final = 10
BEGINNINGS, FRAGMENTS = "beginnings", "fragments"
MANNERS: Final = (BEGINNINGS, FRAGMENTS)
"""How words are looked for, the second where the first finds nothing."""


@dataclass(frozen=True, slots=True)
class Query:
    """The folded words of a search, each once."""

    words: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing is left to look for: signs only."""
        return not self.words


def query_of(text: str | None) -> Query | None:
    """What somebody typed; None where nothing was."""
    if text is None or not text.strip():
        return None
    return Query(tuple(dict.fromkeys(fold(text).split()))[:MOST_WORDS])


def found(query: Query, manner: str, rows: Piece, principals: Iterable[UUID]) -> Piece:
    """The search rows `f`, to stand behind FROM, that hold the words and whose case one of these may see.

    Who may see it stands in the same index as the words, so that a search costs by what it finds for the
    actor and not by what others have.
    """
    engine = postgres if connection.vendor == "postgresql" else sqlite
    tokens = tuple(token(principal) for principal in principals)
    ask = engine.fragments if manner == FRAGMENTS else engine.beginnings
    holds = ask(query.words, tokens)
    return Piece(f"(SELECT f.* FROM {rows.text} WHERE {holds.text}) f", (*rows.values, *holds.values))


def rows_for(partners: Sequence[UUID], principals: Iterable[UUID]) -> Piece:
    """The search rows `f` that are looked through: all of them, or those alone that a principal may find.
    `partners`: whose cases these are, but for shared ones."""
    if connection.vendor != "postgresql":
        return Piece("cases_casesearch f")
    return postgres.rows_for(partners, (token(principal) for principal in principals))


def token(principal: UUID) -> str:
    """The word that stands for a partner or a person in a search row; its sign is in no folded word."""
    return f"@{principal.hex}"
