"""What a file is, by its content alone. Two opinions have to agree: our own short list, puremagic's long one.

What is not on the list is refused, and so is what could be read as a second thing: no browser, mail program
or viewer shall find in it what we did not.
"""

import io
import re
import unicodedata
from typing import Final

import puremagic

from backend.files import packages
from backend.files.errors import FileRefused
from backend.files.kinds import BY_BEGINNING, TEXT, Kind
from backend.files.streams import CHUNK, SealedReader

LONGEST_NAME: Final = 150
_HEAD: Final = 8_192
_TAIL: Final = 128 * 1024
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
# Marks of a page's or a script's code, long enough not to stand in a photo by chance.
_ACTIVE: Final = re.compile(
    rb"<script[\s>/]|<!doctype\s+(?:html|svg)|<html[\s>]|<\?php\s|<iframe[\s>]|<svg[\s>]|<xsl:stylesheet",
    re.IGNORECASE,
)
_ACTIVE_IN_TEXT: Final = re.compile(
    _ACTIVE.pattern + rb"|^\s*(?:#!|<\?xml|\{\\rtf|@echo\s|MIME-Version:)", re.IGNORECASE
)
_CONTROLS: Final = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OVERLAP: Final = 64
# Two kinds that puremagic names otherwise, or not at all.
_ALSO_CALLED: Final = {
    "audio/mpeg": {"mpga", "mp2", "mpg"},
    "audio/opus": {"ogg", "oga"},
    "audio/ogg": {"opus"},
    "image/heic": {"avif", "mp4"},
    "audio/mp4": {"f4a", "m4a"},
    "video/mp4": {"mp4", "m4v", "mov", "f4v"},
    "video/3gpp": {"3gp", "3ga", "3gpp", "3g2", "mp4"},
}


def judge(file: SealedReader) -> Kind:
    """The kind of a sealed file. Raises FileRefused."""
    if file.size == 0:
        raise FileRefused("file.empty")
    head = _part(file, 0, _HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _package(file)
    if head.startswith(_OLD_OFFICE):
        raise FileRefused("file.old_office")
    kind = next((kind for kind in BY_BEGINNING if kind.begins and kind.begins(head)), None)
    if kind is None:
        return _text(file, head)
    _require_agreement(kind, head)
    _require_one(kind, file)
    return kind


def _package(file: SealedReader) -> Kind:
    buffered = io.BufferedReader(file, CHUNK)
    try:
        return packages.kind_of_package(buffered, file.size)
    finally:
        # A buffer that is thrown away would close what it reads from.
        buffered.detach()


def clean_name(name: str, kind: Kind) -> str:
    """The name of a file, fit to be shown and stored, ending as its content does. Raises FileRefused."""
    shown = "".join(
        char for char in unicodedata.normalize("NFC", name) if unicodedata.category(char)[0] != "C"
    )
    stem, dot, extension = re.split(r"[/\\]", shown)[-1].strip().rstrip(". ").rpartition(".")
    if dot and extension.lower() in kind.extensions:
        return f"{stem.strip()[:LONGEST_NAME] or 'file'}.{extension.lower()}"
    # Phones name their files "1234" or "IMG 7. maj": only what looks like the ending of another kind is one.
    if dot and re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,7}|3g[p2]p?|7z", extension):
        raise FileRefused("file.wrong_extension")
    return f"{(stem + dot + extension).strip()[:LONGEST_NAME] or 'file'}.{kind.extensions[0]}"


def _require_agreement(kind: Kind, head: bytes) -> None:
    try:
        named = {match.extension.lstrip(".").lower() for match in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):
        named = set()
    if named and not named & {*kind.extensions, *_ALSO_CALLED.get(kind.media_type, ())}:
        raise FileRefused("file.two_in_one")


def _require_one(kind: Kind, file: SealedReader) -> None:
    """Nothing else begins in it or hangs on its end."""
    if packages.ends_as_zip(_end_of(file)):
        raise FileRefused("file.two_in_one")
    if kind.media_type == "application/pdf":
        # Inside of a PDF, marks of markup are usual; before its first object they are not.
        if _ACTIVE.search(_part(file, 0, 2_048)):
            raise FileRefused("file.active")
    elif b"%PDF-" in _part(file, 0, 2_048):
        # Viewers of PDF look for the header in the first kilobyte.
        raise FileRefused("file.two_in_one")
    elif _has(_ACTIVE, file):
        raise FileRefused("file.active")


def _text(file: SealedReader, head: bytes) -> Kind:
    """Plain text: readable from one end to the other, and nothing that something would run."""
    if b"%PDF-" in head[:2_048] or packages.ends_as_zip(_end_of(file)):
        raise FileRefused("file.two_in_one")
    if _ACTIVE_IN_TEXT.search(head.removeprefix(b"\xef\xbb\xbf")) or _has(_ACTIVE, file):
        raise FileRefused("file.active")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        # Two bytes to a letter: the marks show without the empty ones.
        if _ACTIVE_IN_TEXT.search(_part(file, 2, file.size).replace(b"\0", b"")):
            raise FileRefused("file.active")
    elif _has(_CONTROLS, file):
        raise FileRefused("file.unknown_type")
    return TEXT


def _has(marks: re.Pattern[bytes], file: SealedReader) -> bool:
    """Whether a mark stands anywhere in it, across the borders of chunks too."""
    before = b""
    for chunk in file.chunks():
        if marks.search(before + chunk):
            return True
        before = chunk[-_OVERLAP:]
    return False


def _end_of(file: SealedReader) -> bytes:
    return _part(file, max(0, file.size - _TAIL), _TAIL)


def _part(file: SealedReader, start: int, length: int) -> bytes:
    file.seek(start)
    pieces = []
    while length > 0 and (piece := file.read(length)):
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
