"""Rows of a text (CSV): in which letters it is written, and what stands between its cells."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any, Final

from backend.imports.reading.limits import DELIMITERS, ENCODINGS

_LOOKED_AT: Final = 200_000
_LINES: Final = 50
# What stands in Albanian and Serbian texts; in the wrong encoding, something else stands in its place.
_LATIN: Final = frozenset("ëçËÇšđžčćŠĐŽČĆ")
_CYRILLIC: Final = frozenset("абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ")


def rows(content: bytes, *, encoding: str, delimiter: str) -> tuple[dict[str, Any], Iterator[list[Any]]]:
    """How the text was read, and its rows."""
    encoding = encoding or encoding_of(content)
    text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")
    delimiter = delimiter or delimiter_of(text)
    csv.field_size_limit(1_000_000)
    about = {"sheets": [], "sheet": 0, "encoding": encoding, "delimiter": delimiter}
    return about, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def encoding_of(content: bytes) -> str:
    """UTF-8 where it is; else the code page of Windows whose letters make the likeliest text."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        looked_at = bytes(byte for byte in content[:_LOOKED_AT] if byte >= 0x80)
        return max(("cp1250", "cp1251", "cp1252"), key=lambda name: _likelihood(looked_at, name))
    return "utf-8"


def _likelihood(beyond_ascii: bytes, encoding: str) -> float:
    letters = beyond_ascii.decode(encoding, "replace")
    expected = _CYRILLIC if encoding == "cp1251" else _LATIN
    good = sum(letter in expected for letter in letters)
    return good / max(len(letters), 1)


def delimiter_of(text: str) -> str:
    """The sign that parts the first lines into equally many cells, into as many as possible."""
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    try:
        sample = csv.reader(io.StringIO(text[:_LOOKED_AT], newline=""), delimiter=sign)
        widths = [len(row) for row, _n in zip(sample, range(_LINES), strict=False) if row]
    except csv.Error:
        return (0, 0)
    usual = max(set(widths), key=widths.count) if widths else 1
    return (widths.count(usual) if usual > 1 else 0, usual)


__all__ = ["ENCODINGS", "delimiter_of", "encoding_of", "rows"]
