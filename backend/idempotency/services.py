"""One request, one change: claiming a key, keeping the answer with the change, giving it again."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from django.db.models import QuerySet

from backend.common import clock, crypto
from backend.idempotency import sealing
from backend.idempotency.errors import InProgress, KeyReused
from backend.idempotency.models import IdempotencyRecord
from backend.idempotency.stages import RecordState

KEEP = timedelta(hours=24)

# Longer than any request lives. A process that died in between frees its key after this time.
CLAIM = timedelta(minutes=2)

# Small enough that SQLite's one writer is never kept from a person's request.
_BATCH = 500


@dataclass(frozen=True)
class Sending:
    """A request as it is recognised when it comes again. The key itself is never stored or shown."""

    digest: str
    fingerprint: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Claim:
    """The right to carry a request out, until somebody else may take it over."""

    digest: str
    token: UUID


@dataclass(frozen=True)
class KeptAnswer:
    """What the first request was answered with."""

    status: int
    content: bytes = field(repr=False)


def sending(*, caller: str, route: str, key: str, body: str) -> Sending:
    """Recognise a request: the key counts per caller and route, the fingerprint is of what was sent."""
    # A JSON list, so that no two combinations are written alike.
    place = json.dumps([caller, route, key])
    return Sending(
        digest=crypto.digest("idempotency key", place),
        fingerprint=crypto.digest("idempotency body", body),
        key=key,
    )


def begin(sent: Sending) -> Claim | KeptAnswer:
    """Claim a key, or give the answer that it already has. Raises KeyReused or InProgress.

    The claim is committed at once, before the work: a second request must see it to be refused, and on SQLite
    could not look into the first one's open transaction.
    """
    claim = Claim(sent.digest, uuid4())
    found = _find(sent)
    if found is None:
        fresh = IdempotencyRecord(digest=sent.digest, **_claimed(claim, sent))
        IdempotencyRecord.objects.bulk_create([fresh], ignore_conflicts=True)
        found = _find(sent)
    if found is None:
        raise InProgress()  # it was given free between the two looks
    if found.claim == claim.token:
        return claim
    return _answer_or_take_over(found, claim, sent)


def keep(claim: Claim, sent: Sending, *, status: int, content: bytes) -> None:
    """Store the answer, in the transaction of the change. Raises InProgress when the claim was taken over."""
    sealed = sealing.seal_answer(content, key=sent.key, digest=sent.digest, status=status)
    kept = _held(claim).update(
        state=RecordState.DONE, status=status, answer=sealed, expires_at=clock.now() + KEEP
    )
    if not kept:
        # Another attempt is at the same work; raising rolls this one back, so that only one change stays.
        raise InProgress()


def release(claim: Claim) -> None:
    """Give a key free whose request failed: the corrected request may use it again."""
    _held(claim).delete()


def purge_expired_records() -> int:
    """Forget requests after a day; says how many."""
    expired = IdempotencyRecord.objects.filter(expires_at__lte=clock.now())
    deleted = 0
    while batch := list(expired.values_list("pk", flat=True)[:_BATCH]):
        # Asked again, because an expired key may have been claimed anew since.
        deleted += expired.filter(pk__in=batch).delete()[0]
    return deleted


def _answer_or_take_over(found: IdempotencyRecord, claim: Claim, sent: Sending) -> Claim | KeptAnswer:
    now = clock.now()
    if found.expires_at > now:
        if found.fingerprint != sent.fingerprint:
            raise KeyReused()
        if found.state == RecordState.DONE:
            return _kept_answer(found, sent)
        if found.claimed_until > now:
            raise InProgress()  # without writing: on SQLite that would wait for the first to end
    # Between this look and the update others may take it over or finish it, so the update looks once more.
    same = IdempotencyRecord.objects.filter(pk=found.pk, claim=found.claim, state=found.state)
    renewed = _claimed(claim, sent) | {"state": RecordState.IN_PROGRESS, "status": None, "answer": None}
    if same.update(**renewed):
        return claim
    raise InProgress()


def _kept_answer(found: IdempotencyRecord, sent: Sending) -> KeptAnswer:
    status = found.status or 0
    sealed = bytes(found.answer or b"")
    return KeptAnswer(status, sealing.open_answer(sealed, key=sent.key, digest=sent.digest, status=status))


def _claimed(claim: Claim, sent: Sending) -> dict[str, object]:
    now = clock.now()
    return {
        "fingerprint": sent.fingerprint,
        "claim": claim.token,
        "claimed_until": now + CLAIM,
        "created_at": now,
        "expires_at": now + KEEP,
    }


def _find(sent: Sending) -> IdempotencyRecord | None:
    return IdempotencyRecord.objects.filter(pk=sent.digest).first()


def _held(claim: Claim) -> QuerySet[IdempotencyRecord]:
    return IdempotencyRecord.objects.filter(pk=claim.digest, claim=claim.token, state=RecordState.IN_PROGRESS)
