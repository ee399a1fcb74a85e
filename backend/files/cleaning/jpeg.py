"""A JPEG without its notes and without being drawn anew, for pictures inside of documents."""

from typing import Final

# Kept of the application segments: JFIF, the colour profile, Adobe's colour transform.
_KEPT: Final = frozenset({0xE0, 0xE2, 0xEE})
_START_OF_SCAN: Final = 0xDA


def without_notes(content: bytes) -> bytes:
    """The same picture without EXIF, XMP, IPTC and comments; anything else comes back as it was."""
    if content[:2] != b"\xff\xd8":
        return content
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != _START_OF_SCAN:
        marker = content[at + 1]
        if marker in (0xFF, 0x01) or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker != 0xFE and (not 0xE0 <= marker <= 0xEF or marker in _KEPT):
            kept.append(content[at:end])
        at = end
    return b"".join(kept) + content[at:]
