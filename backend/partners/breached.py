"""Refuses passwords that are known from thefts, by a list on this machine: no password and no part of one
leaves it."""

import hashlib
import mmap
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.translation import gettext_lazy as _

# Of a list in many files, this much of a digest names the file.
_PREFIX: Final = 5
_DIGEST: Final = 40


class BreachedPasswordValidator:
    """Looks into `DOSJA_BREACHED_PASSWORDS`: one file sorted by SHA-1, or a directory of files by prefix,
    in the format of Pwned Passwords (`DIGEST:COUNT` a line). Without the setting it lets everything pass."""

    def __init__(self, place: str | None = None) -> None:
        self.told = place

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError for a password that was stolen somewhere before."""
        # Django keeps a validator for as long as the process lives.
        place = settings.DOSJA_BREACHED_PASSWORDS if self.told is None else self.told
        if place and _is_listed(Path(place), password):
            raise ValidationError(
                _("This password was stolen somewhere before, and thieves try it. Choose another one."),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        return str(_("Not one that was stolen anywhere before."))


def list_is_readable(place: str) -> bool:
    """Whether there is such a list, and its beginning looks like one."""
    path = Path(place)
    try:
        found = next(path.glob(f"{'[0-9A-Fa-f]' * _PREFIX}*"), None) if path.is_dir() else path
        if found is None:
            return False
        with found.open("rb") as opened:
            word = opened.readline(200).partition(b":")[0].strip()
    except OSError:
        return False
    wanted = _DIGEST - _PREFIX if path.is_dir() else _DIGEST
    return len(word) == wanted and all(chr(sign) in "0123456789abcdefABCDEF" for sign in word)


def _is_listed(place: Path, password: str) -> bool:
    # SHA-1 is what the list is made of; nothing is protected by it here.
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
    if not place.is_dir():
        return _stands_in(place, digest)
    for name in (f"{digest[:_PREFIX]}.txt", digest[:_PREFIX]):
        if (place / name).is_file():
            return _stands_in(place / name, digest[_PREFIX:])
    # A directory that lacks one of its files is not a list: nobody would notice what it lets pass.
    raise ImproperlyConfigured("DOSJA_BREACHED_PASSWORDS lacks a file; download the list once more.")


def _stands_in(path: Path, digest: str) -> bool:
    """By halving: of a file of 40 GB some 35 places are read. Bytes are compared as written, in capitals."""
    wanted = digest.encode()
    with path.open("rb") as opened:
        if not path.stat().st_size:
            return False
        with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as lines:
            low, high = 0, len(lines)
            while low < high:
                start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
                end = lines.find(b"\n", start)
                end = len(lines) if end < 0 else end
                found = lines[start:end].partition(b":")[0].strip().upper()
                if found == wanted:
                    return True
                low, high = (end + 1, high) if found < wanted else (low, start)
    return False
