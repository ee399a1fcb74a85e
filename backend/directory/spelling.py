"""The search text of a name: all its languages, and the Albanian forms that people type."""

from collections.abc import Mapping

from backend.common.folding import fold


def search_text(names: Mapping[str, str], *more: str) -> str:
    """All names folded, each word once, each after a space: a search looks for the beginnings of words."""
    texts = [*names.values(), *(_genitive(word) for word in names.get("sq", "").split()), *more]
    words = dict.fromkeys(word for text in texts for word in fold(text).split())
    return "".join(f" {word}" for word in words)


def word_beginnings(text: str) -> list[str]:
    """What to look for in a search text: at most ten words, each with the space before it."""
    return [f" {word}" for word in fold(text).split()[:10]]


def _genitive(word: str) -> str:
    """Elbasan → Elbasanit, Tiranë → Tiranës, Shkodër → Shkodrës: the long form begins with the shorter
    ones (Elbasani, Shkodra) and so is found by them all."""
    last = word[-1:]
    if last in "ëa":
        return f"{word[:-1]}ës"
    if last in "eiu":
        return f"{word}s {word}t"
    if word[-2:-1] == "ë":  # Shkodër is feminine, Durrës masculine: the spelling does not tell
        return f"{word[:-2]}{last}ës {word}it"
    return f"{word}ut" if last in "kgh" else f"{word}it"
