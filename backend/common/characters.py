"""Which characters may stand in what a person writes."""

import unicodedata
from typing import Final

# Line ends of every system, and the tab. Direction marks, joiners and emoji are not control characters.
_ALLOWED_CONTROLS: Final = frozenset("\n\r\t")


def has_refused_characters(text: str) -> bool:
    """NUL and other control characters (no keyboard makes them, screens break on them), lone surrogates."""
    return any(
        unicodedata.category(char) in {"Cc", "Cs"} and char not in _ALLOWED_CONTROLS for char in set(text)
    )
