"""age files: sealing to a public key whose private half is nowhere on this machine, and looking at what a
browser has sealed. Nothing here can open one."""

import re
from typing import Final

import pyrage
from django.utils.functional import Promise

from backend.common.errors import Invalid

LONGEST_RECIPIENT: Final = 100
# "->", a type, arguments; then lines of base64, the last one shorter than 64.
_STANZA: Final = rb"-> ([!-~]+(?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)"
_HEADER: Final = re.compile(rb"age-encryption\.org/v1\n((?:" + _STANZA + rb")+)--- [A-Za-z0-9+/]{43}\n")
_ONE_STANZA: Final = re.compile(_STANZA)
_NONCE_AND_TAG: Final = 32
_X25519: Final = b"X25519"
# Stanzas that say nothing and that some programs add, so that others keep to ignoring what they do not know.
_GREASE: Final = b"-grease"


def checked_recipient(field: str, text: str, message: str | Promise) -> str:
    """A public key `age1…` as it is kept. Raises Invalid for anything that cannot be sealed to."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text.strip()))
    except pyrage.RecipientError:
        # "from None": whoever pasted a private key by mistake shall not find it in a log.
        raise Invalid.field(field, "not_a_public_key", message) from None


def sealed_to(recipient: str, plain: bytes) -> bytes:
    """An age file that only the private half of `recipient` opens."""
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)]))


def is_for_one_key(file: bytes) -> bool:
    """Whether this is an age file that exactly one X25519 key opens: no passphrase, nobody else."""
    header = _HEADER.match(file)
    if header is None or len(file) - header.end() < _NONCE_AND_TAG:
        return False
    kinds = [one.group(1).split(b" ") for one in _ONE_STANZA.finditer(header.group(1))]
    meant = [kind for kind in kinds if not kind[0].endswith(_GREASE)]
    return len(meant) == 1 and meant[0][0] == _X25519 and len(meant[0]) == 2
