"""How an audit event is written as bytes and linked to the one before; used to write and to verify."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from backend.audit.models import AuditChain, AuditEvent
from backend.common import crypto

_KINDS: Final = (
    "an audit fact is a code, an id, a date, a whole number, a truth value, or a list or mapping of those"
)
LONGEST_STRING: Final = 120
_MOST_BYTES: Final = 4_000
# Integers beyond this change when a JavaScript reader loads them, and with them the hash.
_GREATEST: Final = 2**53
# A code has no blanks and no "@": sentences, names and e-mail addresses do not fit through.
_CODE: Final = re.compile(r"[^\s@\x00-\x1f\x7f]*")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")

# One encoder for all: json.dumps would make a new one for each of these.
_written: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode

Fact = str | int | bool | None | date | UUID | Sequence["Fact"] | Mapping[str, "Fact"]
Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


def plain_facts(facts: Mapping[str, Fact]) -> dict[str, Plain]:
    """Facts as they are stored. TypeError or ValueError where one could hold content: a caller's slip."""
    for name in facts:
        if not _NAME.fullmatch(name):
            raise ValueError("the name of an audit fact is a short word")
    plain = {name: _plain(value) for name, value in facts.items()}
    if len(canonical(plain)) > _MOST_BYTES:
        raise ValueError("audit facts are too long: give numbers and codes, not lists of everything")
    return plain


def _plain(value: Fact) -> Plain:
    if isinstance(value, Mapping):
        return {_code(_string(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, UUID | date):
        return _moment(value) if isinstance(value, datetime) else str(value)
    if isinstance(value, str):
        return _code(str(value))
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _number(value)
    raise TypeError(f"{_KINDS}, not {type(value).__name__}")


def _number(value: int) -> int:
    if abs(value) > _GREATEST:
        raise ValueError("a number among audit facts is too large")
    return int(value)


def _string(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"keys among audit facts are strings, not {type(key).__name__}")
    return str(key)


def _code(text: str) -> str:
    if len(text) > LONGEST_STRING or not _CODE.fullmatch(text):
        # Never the text itself: it is refused because it may be somebody's words.
        raise ValueError(
            f"a string among audit facts is a code: at most {LONGEST_STRING} signs, no blanks, no @"
        )
    text.encode()  # a lone surrogate has no bytes
    return text


def canonical(value: Plain) -> bytes:
    """The one way to write a value as bytes: sorted keys, no blanks, UTF-8."""
    return _written(value).encode()


def hash_of(event: AuditEvent) -> str:
    """SHA-256 over the previous hash and everything the event says."""
    body: dict[str, Plain] = {
        "chain": str(event.chain_id),
        "number": event.number,
        "at": _moment(event.at),
        "actor_kind": event.actor_kind,
        "actor_id": str(event.actor_id) if event.actor_id else None,
        "action": event.action,
        "target_label": event.target_label,
        "target_id": str(event.target_id),
        "facts": event.facts,
    }
    return hashlib.sha256(event.previous_hash.encode() + b"\n" + canonical(body)).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def seal_of(chain: AuditChain) -> str:
    """The seal of a chain's head under the current root key."""
    return crypto.digest("audit.head", _head(chain))


def is_sealed(chain: AuditChain) -> bool:
    """Whether the head carries a seal of one of the configured root keys."""
    return any(hmac.compare_digest(chain.seal, seal) for seal in crypto.digests("audit.head", _head(chain)))


def _head(chain: AuditChain) -> str:
    return f"{chain.pk}|{chain.length}|{chain.hash}"
