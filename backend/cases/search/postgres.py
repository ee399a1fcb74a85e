"""Search on PostgreSQL: words and access tokens as one tsvector, fragments by trigrams."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from django.db.models import Sum

from backend.cases.models import ReferenceCounter
from backend.cases.sql import Piece, every

SHORTEST_FRAGMENT: Final = 3
FEW: Final = 10_000
"""Up to so many cases it is quicker to read all of them than to find a word among everybody's cases first."""


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


def rows_for(partners: Sequence[UUID], tokens: Iterable[str]) -> Piece:
    """Who sees few cases has all of them read and looked through: the index gives the rows of a reader at
    once, but the beginning of a word only with the cases of all partners that hold it."""
    numbered = ReferenceCounter.objects.filter(partner__in=partners)
    if (numbered.aggregate(cases=Sum("last"))["cases"] or 0) > FEW:
        return Piece("cases_casesearch f")
    # OFFSET keeps PostgreSQL from looking for the words in the index after all.
    return Piece(
        "(SELECT * FROM cases_casesearch f WHERE f.vector @@ %s::tsquery OFFSET 0) f", (_any(tokens),)
    )


def _any(tokens: Iterable[str]) -> str:
    return "(" + " | ".join(f"'{token}'" for token in tokens) + ")"
