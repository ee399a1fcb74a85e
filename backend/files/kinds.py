"""The kinds of files that are taken: how each begins, how its name may end, what makes a clean copy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

Begins = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file. `cleaner` names what makes its clean copy; empty where nothing does."""

    media_type: str
    extensions: tuple[str, ...]
    begins: Begins | None = None
    cleaner: str = ""


def _starting(*starts: bytes) -> Begins:
    return lambda head: head.startswith(starts)


def _riff(form: bytes) -> Begins:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == form


def _iso(*brands: bytes) -> Begins:
    """ISO base media (MP4 and its family): by the major brand of the first box."""
    return lambda head: head[4:8] == b"ftyp" and head[8:12].rstrip(b"\0 ") in brands


def _mp3(head: bytes) -> bool:
    # An ID3 tag, or a frame of MPEG layer III with a bit rate and a sample rate that exist.
    if head[:3] == b"ID3":
        return len(head) > 10 and head[3] in (2, 3, 4) and max(head[6:10]) < 0x80
    return (
        len(head) > 3
        and head[0] == 0xFF
        and head[1] in (0xFA, 0xFB, 0xF2, 0xF3, 0xE2, 0xE3)
        and 0x0F < head[2] < 0xF0
        and head[2] & 0x0C != 0x0C
    )


def _ogg(*, opus: bool) -> Begins:
    def begins(head: bytes) -> bool:
        return head[:5] == b"OggS\0" and (head[28:36] == b"OpusHead") == opus

    return begins


def _webm(head: bytes) -> bool:
    return head[:4] == b"\x1a\x45\xdf\xa3" and b"\x42\x82" in head[:64] and b"webm" in head[:64]


_OPEN_XML: Final = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."

BY_BEGINNING: Final = (
    Kind("image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), _starting(b"\xff\xd8\xff"), "image"),
    Kind("image/png", ("png",), _starting(b"\x89PNG\r\n\x1a\n"), "image"),
    Kind("image/gif", ("gif",), _starting(b"GIF87a", b"GIF89a"), "image"),
    Kind("image/webp", ("webp",), _riff(b"WEBP"), "image"),
    Kind("image/heic", ("heic", "heif", "hif"), _iso(b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1")),
    Kind("application/pdf", ("pdf",), _starting(b"%PDF-1.", b"%PDF-2."), "pdf"),
    Kind("audio/mp4", ("m4a", "m4b", "mp4"), _iso(b"M4A", b"M4B", b"F4A")),
    Kind("video/3gpp", ("3gp", "3gpp", "3ga", "3g2"), _iso(*(b"3gp%d" % n for n in range(10)), b"3g2a")),
    Kind("video/quicktime", ("mov", "qt"), _iso(b"qt")),
    Kind(
        "video/mp4",
        ("mp4", "m4v", "m4a"),
        _iso(
            b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V", b"dash", b"MSNV"
        ),
    ),
    Kind("video/webm", ("webm", "weba"), _webm),
    Kind("audio/opus", ("opus", "ogg", "oga"), _ogg(opus=True)),
    Kind("audio/ogg", ("ogg", "oga"), _ogg(opus=False)),
    Kind("audio/wav", ("wav", "wave"), _riff(b"WAVE")),
    Kind("audio/amr", ("amr",), _starting(b"#!AMR\n", b"#!AMR-WB\n")),
    Kind("audio/mpeg", ("mp3",), _mp3),
)
# ZIP packages, told apart by what is in them.
PACKAGES: Final = (
    Kind(f"{_OPEN_XML}wordprocessingml.document", ("docx",), None, "open_xml"),
    Kind(f"{_OPEN_XML}spreadsheetml.sheet", ("xlsx",), None, "open_xml"),
    Kind(f"{_OPEN_XML}presentationml.presentation", ("pptx",), None, "open_xml"),
    Kind(f"{_OPEN_DOCUMENT}text", ("odt",), None, "open_document"),
    Kind(f"{_OPEN_DOCUMENT}spreadsheet", ("ods",), None, "open_document"),
    Kind(f"{_OPEN_DOCUMENT}presentation", ("odp",), None, "open_document"),
)
TEXT: Final = Kind("text/plain", ("txt", "text"), None, "text")

KINDS: Final[Mapping[str, Kind]] = {kind.media_type: kind for kind in (*BY_BEGINNING, *PACKAGES, TEXT)}
# For the file chooser of a browser: what it offers first. HEIC is left out, so that an iPhone sends a JPEG,
# which can be cleaned. The server decides by content.
CHOOSER: Final = ",".join(
    (
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "application/pdf",
        "text/plain",
        "audio/*",
        "video/*",
        *(f".{kind.extensions[0]}" for kind in PACKAGES),
    )
)
