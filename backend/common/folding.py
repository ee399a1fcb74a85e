"""Folding of names and queries in every script of the network to one plain spelling, for search only."""

import re
import unicodedata
from typing import Final

from anyascii import anyascii

# Folding is linear, but its callers also fold what strangers type.
MAX_LENGTH: Final = 10_000

# Signs that stand inside words in some spellings and are left out in others (Georgian ejectives: T'bilisi).
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'`´‘’‚‛ʹʻʼʽˈ＇ʾʿ"))

# Serbian letters by their Latin counterpart without its mark. anyascii reads Cyrillic as Russian
# (ц = ts, х = kh), so that Митровица and Mitrovica would differ.
_LETTERS: Final = str.maketrans(
    {
        "ђ": "d",
        "đ": "d",
        "ж": "z",
        "ј": "j",
        "љ": "lj",
        "њ": "nj",
        "ћ": "c",
        "х": "h",
        "ц": "c",
        "ч": "c",
        "џ": "dz",
        "ш": "s",
    }
)
# One sound, several spellings: š = sh, č = ć = ç = ch, ž = zh, đ = dj. Only the second letter goes, so that
# the beginning of a word still finds the word. Runs, not pairs: what is left must not collapse once more.
_DIGRAPHS: Final = re.compile(r"(?:(?<=[scz])h+)|(?:(?<=d)j+)")
_BETWEEN_WORDS: Final = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Plain lower-case ASCII words: Prishtine = Prishtinë = Priština = Приштина. Not for people to read."""
    plain = unicodedata.normalize("NFKC", text[:MAX_LENGTH].casefold()).translate(_APOSTROPHES)
    ascii_text = anyascii(plain.translate(_LETTERS)).lower().replace("'", "")
    collapsed = _DIGRAPHS.sub("", ascii_text)
    words = _BETWEEN_WORDS.split(collapsed[:MAX_LENGTH])
    return " ".join(_without_last_vowel(word) for word in words if word)


def _without_last_vowel(word: str) -> str:
    """Albanian says Prishtinë or Prishtina, and ë without its dots is e; Serbian declines Priština, Prištine.
    Such a vowel tells nothing apart, and the typed beginning of a word finds the word without it."""
    short = len(word) < 4 or word[-1] not in "ae" or word[-2] in "aeiouy0123456789"
    return word if short else word[:-1]
