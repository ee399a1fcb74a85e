"""Where a webhook may point: `https://` and a machine, written in the one way that everybody reads alike."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from backend.common.hosts import Address as HostAddress

LONGEST: Final = 500
# No blanks, backslash, user or password, nothing behind "#": libraries read those differently.
_WHOLE: Final = re.compile(r"https://[^\s\\@#/?]+(?:[/?][!-\[\]-~]*)?", re.ASCII)
_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NAME: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?", re.ASCII)
# 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 to those who connect.
_NUMBER: Final = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address: the machine, the port, and what is asked for there."""

    host: str
    port: int
    target: str

    @property
    def number(self) -> HostAddress | None:
        """The machine where it is named by its number."""
        try:
            return ip_address(self.host)
        except ValueError:
            return None

    @property
    def authority(self) -> str:
        """As the `Host` header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == 443 else f"{host}:{self.port}"


def parsed(text: str) -> Address:
    """The parts of an address. Raises ValueError, without repeating the address."""
    if len(text) > LONGEST or "#" in text or not _WHOLE.fullmatch(text):
        raise ValueError("not an address of the form https://machine/path")
    parts = urlsplit(text)
    host, port = parts.hostname or "", parts.port
    if port == 0 or not _is_host(host, bracketed="[" in parts.netloc):
        raise ValueError("not a machine")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(host, port or 443, target)


def _is_host(host: str, *, bracketed: bool) -> bool:
    last = host.rstrip(".").rpartition(".")[2]
    if bracketed or _NUMBER.fullmatch(last):
        try:
            number = ip_address(host)
        except ValueError:
            return False
        return "%" not in host and (number.version == 6) is bracketed
    return len(host) <= 253 and _NAME.fullmatch(host) is not None
