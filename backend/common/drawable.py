"""Text as the fonts that come along can draw it: an archive's PDF must not hold a letter without a shape."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from backend.common.typesetting import FONTS

_STANDS_FOR_ANY: Final = "\ufffd"
_LONGEST_WORD: Final = 40
_LONG_WORD: Final = re.compile(rf"[^\s\u200b]{{{_LONGEST_WORD},}}")
_BREAK: Final = "\u200b"
# Control and format characters (they turn the direction of reading, or nothing is seen of them), half pairs,
# characters of private use, and those that no standard has.
_UNSEEN: Final = frozenset({"Cc", "Cf"})
_SHAPELESS: Final = frozenset({"Cs", "Co", "Cn"})


def drawable(text: str) -> str:
    """Lines of text in which every character has a shape and no word is too long for a line.

    What cannot be drawn is shown as the sign for an unknown character, so that a reader sees the gap.
    """
    lines = re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", unicodedata.normalize("NFC", _whole(text)))
    return "\n".join(_broken("".join(map(_drawn, line))) for line in lines)


def drawable_values(value: Any) -> Any:
    """The same values for a template, with texts that the fonts can draw."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, dict):
        return {name: drawable_values(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [drawable_values(one) for one in value]
    return value


def _whole(text: str) -> str:
    """Half a surrogate pair is no character, and no codec takes it."""
    return re.sub("[\ud800-\udfff]", _STANDS_FOR_ANY, text)


def _drawn(char: str) -> str:
    if char in _shapes():
        return char
    category = unicodedata.category(char)
    if char == "\t" or category == "Zs":
        return " "
    if category in _UNSEEN or category == "Mn":
        return ""
    if category in _SHAPELESS:
        return _STANDS_FOR_ANY
    simpler = unicodedata.normalize("NFKC", char)
    return simpler if all(one in _shapes() for one in simpler) else _STANDS_FOR_ANY


def _broken(line: str) -> str:
    """A word that no line can hold may be broken anywhere."""
    return _LONG_WORD.sub(lambda word: _BREAK.join(word[0]), line)


@cache
def _shapes() -> frozenset[str]:
    """Every visible character that both the regular and the bold fonts can draw."""
    regular, bold = (
        {code for path in FONTS.glob(f"*-{weight}.ttf") for code in _codes_in(path.read_bytes())}
        for weight in ("Regular", "Bold")
    )
    unseen = _UNSEEN | _SHAPELESS | {"Zl", "Zp"}
    return frozenset(char for char in map(chr, regular & bold) if unicodedata.category(char) not in unseen)


def _codes_in(font: bytes) -> Iterator[int]:
    """The code points of a font's table of characters (OpenType `cmap`, formats 4 and 12)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">L", font, start + 8 + 8 * number)
        (kind,) = struct.unpack_from(">H", font, start + offset)
        if kind == 12:
            yield from _groups(font, start + offset)
        elif kind == 4:
            yield from _segments(font, start + offset)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _sum, offset, _length = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError("no such table in this font")


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">L", font, at + 12)
    for number in range(count):
        first, last, _glyph = struct.unpack_from(">LLL", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 2 * twice)
    ranges_at = at + 16 + 3 * twice
    offsets = struct.unpack_from(f">{count}H", font, ranges_at)
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", font, ranges_at + 2 * number + offset + 2 * (code - first)
                )
            # Glyph 0 is the empty box for what the font lacks.
            if not (offset and glyph == 0) and (glyph + delta) & 0xFFFF:
                yield code
