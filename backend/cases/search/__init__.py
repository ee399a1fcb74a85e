"""Folded search over cases: `index` writes what is found, one module for each engine says how it is asked."""

from collections.abc import Iterable
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


def matching(query: Query, manner: str, principals: Iterable[UUID]) -> Piece:
    """A condition on the search row `f`: it holds the words, and one of these may see its case.

    Who may see it stands in the same index as the words, so that a search costs by what it finds for the
    actor and not by what others have.
    """
    engine = postgres if connection.vendor == "postgresql" else sqlite
    tokens = tuple(token(principal) for principal in principals)
    if manner == FRAGMENTS:
        return engine.fragments(query.words, tokens)
    return engine.beginnings(query.words, tokens)


def token(principal: UUID) -> str:
    """The word that stands for a partner or a person in a search row; its sign is in no folded word."""
    return f"@{principal.hex}"
