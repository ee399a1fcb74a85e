"""Looking at the directory of a ZIP package without unpacking anything: bombs, hidden things, what it is."""

import struct
import zipfile
from typing import IO, Final

from backend.files.errors import FileRefused
from backend.files.kinds import PACKAGES, Kind

# Far above what offices write, far below what hurts.
MOST_ENTRIES: Final = 3_000
LARGEST_DIRECTORY: Final = 1_000_000
LARGEST_UNPACKED: Final = 200_000_000
# Tables of numbers pack 20 to 60 times; a bomb thousands of times.
MOST_PACKED: Final = 150
SMALL_ENOUGH: Final = 10_000_000

_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LONGEST_COMMENT: Final = 65_535
_ENCRYPTED: Final = 0x1

_OFFICE_PARTS: Final = {"word/": PACKAGES[0], "xl/": PACKAGES[1], "ppt/": PACKAGES[2]}
_DOCUMENTS: Final = {kind.media_type: kind for kind in PACKAGES[3:]}
# What runs: macros, controls, packaged programs, scripts.
_PROGRAMS: Final = (
    "vbaproject", "vbadata", "/activex/", "/macrosheets/", "/dialogsheets/", "/customui/", "oleobject",
    "/basic/", "/scripts/", "script-lb.xml", "script-lc.xml", "attachedtoolbars",
)  # fmt: skip
_PROGRAM_ENDINGS: Final = (
    ".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jar", ".class", ".sh", ".py",
    ".hta", ".lnk", ".html", ".htm", ".xhtml", ".svg", ".swf", ".zip", ".docm", ".xlsm", ".pptm", ".xlsb",
)  # fmt: skip


def kind_of_package(file: IO[bytes], size: int) -> Kind:
    """Which office document a ZIP file is, by its directory. Raises FileRefused for every other."""
    _require_plain_end(file, size)
    try:
        with zipfile.ZipFile(file) as package:
            _require_harmless(package, size)
            return _kind(package)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise FileRefused("file.broken") from None


def ends_as_zip(tail: bytes) -> bool:
    """Whether the end of another file is the directory of a ZIP archive."""
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        return False
    size = struct.unpack("<L", tail[at + 12 : at + 16])[0]
    # A directory that lies where it says, or one too long to be seen from here.
    return size > at or tail[at - size : at - size + 4] == b"PK\x01\x02" or size == 0


def _require_plain_end(file: IO[bytes], size: int) -> None:
    """The directory is small, is one, and ends the file: asked before anything is made of its entries."""
    file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    tail = _read(file, size)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise FileRefused("file.broken")
    disk, start_disk, here, entries, length, offset, comment = struct.unpack("<4H2LH", tail[at + 4 : at + 22])
    if (disk, start_disk) != (0, 0) or here != entries or len(tail) - at - _END_SIZE != comment:
        raise FileRefused("file.two_in_one")
    if entries > MOST_ENTRIES or length > LARGEST_DIRECTORY:
        raise FileRefused("file.bomb")
    # Nothing stands before the archive or between its parts.
    if offset + length != size - len(tail) + at:
        raise FileRefused("file.two_in_one")


def _require_harmless(package: zipfile.ZipFile, size: int) -> None:
    entries = package.infolist()
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) != len(names):
        raise FileRefused("file.two_in_one")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise FileRefused("file.password")
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    # More packed bytes than the file has: entries that share them, the trick of the flat bombs.
    if unpacked > LARGEST_UNPACKED or packed > size:
        raise FileRefused("file.bomb")
    if any(_is_bomb(entry) for entry in entries):
        raise FileRefused("file.bomb")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names):
        raise FileRefused("file.broken")
    if any(_is_program(name) for name in names):
        raise FileRefused("file.macros")


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL_ENOUGH and entry.file_size > MOST_PACKED * max(entry.compress_size, 1)


def _is_program(name: str) -> bool:
    return name.endswith(_PROGRAM_ENDINGS) or any(part in f"/{name}" for part in _PROGRAMS)


def _kind(package: zipfile.ZipFile) -> Kind:
    entries = {entry.filename: entry for entry in package.infolist()}
    if "mimetype" in entries:
        return _open_document(package, entries["mimetype"])
    types = entries.get("[Content_Types].xml")
    if types is None or types.file_size > 1_000_000:
        raise FileRefused("file.unknown_type")
    declared = package.read(types).lower()
    if b"macroenabled" in declared or b"<!doctype" in declared:
        raise FileRefused("file.macros")
    found = {kind for start, kind in _OFFICE_PARTS.items() if any(name.startswith(start) for name in entries)}
    main = [kind for kind in found if f"{kind.media_type}.main+xml".encode() in declared]
    if len(main) != 1 or len(found) != 1:
        raise FileRefused("file.unknown_type")
    return main[0]


def _open_document(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Kind:
    if entry.file_size > 200 or "content.xml" not in package.namelist():
        raise FileRefused("file.unknown_type")
    kind = _DOCUMENTS.get(package.read(entry).decode("ascii", "replace").strip())
    if kind is None:
        raise FileRefused("file.unknown_type")
    return kind


def _read(file: IO[bytes], most: int) -> bytes:
    """A raw file may give less than was asked for."""
    pieces = []
    while most > 0 and (piece := file.read(most)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
