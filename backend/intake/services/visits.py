"""Sealed visits: begun, read, changed and forgotten by the token that only the visitor's cookie holds.

They leave no audit line: whoever fills in a form and leaves must not have been here.
"""

import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import transaction

from backend.common import clock, crypto
from backend.intake.models import Draft, ReceiptVisit, SealedVisit

LIFETIME: Final[dict[type[SealedVisit], timedelta]] = {
    Draft: timedelta(hours=24),
    ReceiptVisit: timedelta(minutes=15),
}
Content = dict[str, Any]


def begin(kind: type[SealedVisit], content: Content) -> str:
    """Keep the content of a new visit. Gives the token, which is kept nowhere here."""
    token = secrets.token_urlsafe(32)
    row_id = _derived(token, "id").hex()
    kind._default_manager.create(id=row_id, sealed=_seal(kind, token, content), expires_at=_expiry(kind))
    return token


def read(kind: type[SealedVisit], token: str) -> Content | None:
    """The content of a visit; None where the token opens none that still runs."""
    return _open(kind, token, _row(kind, token))


@transaction.atomic
def change(kind: type[SealedVisit], token: str, changed: Callable[[Content], object]) -> Content | None:
    """Let a function change the content in place, one request after the other; the visit's time runs anew."""
    row = _row(kind, token, lock=True)
    content = _open(kind, token, row)
    if row is None or content is None:
        return None
    changed(content)
    row.sealed, row.expires_at = _seal(kind, token, content), _expiry(kind)
    row.save(update_fields=["sealed", "expires_at"])
    return content


def renew(kind: type[SealedVisit], token: str) -> None:
    """The visitor is still there: the visit's time runs anew."""
    kind._default_manager.filter(pk=_derived(token, "id").hex()).update(expires_at=_expiry(kind))


def forget(kind: type[SealedVisit], token: str) -> None:
    """End a visit now."""
    kind._default_manager.filter(pk=_derived(token, "id").hex()).delete()


def handle_of(kind: type[SealedVisit], token: str) -> str:
    """What finds a visit and opens nothing: enough to forget it where the cookie does not come along."""
    return _derived(token, "id").hex()


def forget_by_handle(kind: type[SealedVisit], handle: str) -> None:
    """End a visit now. What cannot be a handle finds nothing."""
    # PostgreSQL refuses some characters outright, and this comes from whoever likes.
    if handle.isascii() and handle.isalnum():
        kind._default_manager.filter(pk=handle).delete()


def purge_expired_visits() -> int:
    """Destroy what nobody came back to. Says how many rows went."""
    now = clock.now()
    return sum(kind._default_manager.filter(expires_at__lte=now).delete()[0] for kind in LIFETIME)


def _row(kind: type[SealedVisit], token: str, *, lock: bool = False) -> SealedVisit | None:
    rows = kind._default_manager.filter(pk=_derived(token, "id").hex(), expires_at__gt=clock.now())
    return (rows.select_for_update() if lock else rows).first()


def _seal(kind: type[SealedVisit], token: str, content: Content) -> bytes:
    return crypto.seal(_derived(token, "key"), json.dumps(content).encode(), _place(kind))


def _open(kind: type[SealedVisit], token: str, row: SealedVisit | None) -> Content | None:
    if row is None:
        return None
    opened: Content = json.loads(crypto.open_sealed(_derived(token, "key"), bytes(row.sealed), _place(kind)))
    return opened


def _place(kind: type[SealedVisit]) -> bytes:
    return crypto.aad("visit", kind.__name__)


def _derived(token: str, purpose: str) -> bytes:
    # Not crypto.subkey: that remembers what it derived, and a visitor's token must not stay in memory.
    # The token has 256 random bits, so that neither salt nor slowness would add anything.
    return HKDF(
        algorithm=SHA256(), length=crypto.KEY_BYTES, salt=None, info=b"dosja:visit:" + purpose.encode()
    ).derive(token.encode("utf-8", "replace"))


def _expiry(kind: type[SealedVisit]) -> datetime:
    return clock.now() + LIFETIME[kind]
