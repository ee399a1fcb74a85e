"""Handing mails to a server, each at most once, however often the worker dies.

A mail is `handing_over` in the database before the server can have taken it, and `sent` after it said so.
What is found `handing_over` without its worker may have left or not: it is `unclear` and is never sent again
by itself. A copy goes to the account's own address in the same conversation; where it is found, it left.
"""

import logging
import re
import smtplib
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from backend.common import clock
from backend.common.durable import on_the_disk
from backend.correspondence.mails import Envelope, Mail, message_of, plain_address
from backend.correspondence.models import Dispatch, MailAccount
from backend.correspondence.services.accounts import account_of, note_problem
from backend.correspondence.services.connections import AccountError, smtp_session
from backend.correspondence.stages import OPEN, AccountProblem, DispatchState, MailProblem
from backend.jobs.services.retries import retry_delay

logger = logging.getLogger("dosja.posting")

TRIES: Final = 18
"""With the delays of jobs, two days: a weekend's failure of the institution's server passes."""
LOST_AFTER: Final = timedelta(minutes=15)
_DATA_PATIENCE: Final = 300
_ENHANCED: Final = re.compile(rb"\s*([245]\.\d{1,3}\.\d{1,3})\b")

Compose = Callable[[Dispatch], Mail]


class UnfitError(Exception):
    """The mail cannot be made any more; it is given up. Holds a code."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


class _Answered(Exception):
    """The server said no, before or after it had the mail; with its numbers, never with its words."""

    def __init__(self, code: int, said: bytes, problem: MailProblem) -> None:
        found = _ENHANCED.match(said)
        self.status = f"{code} {found[1].decode()}" if found else str(code)
        self.for_good, self.problem = code >= 500, problem
        super().__init__(self.status)


def new_dispatch(account: MailAccount, to_address: str) -> Dispatch:
    """A mail that waits to be handed over. What is in it is asked for when it is."""
    domain = plain_address(account.address).rpartition("@")[2]
    return Dispatch.objects.create(
        account=account,
        partner=account.partner,
        to_address=to_address,
        message_id=f"<{uuid.uuid4().hex}@{domain}>",
    )


def hand_over(
    dispatch_id: UUID, compose: Compose, *, still_wanted: Callable[[], bool] = lambda: True
) -> Dispatch:
    """Hand a waiting mail to its server, and answer what became of it. Call it from a job.

    `still_wanted` is asked in the very transaction that gives the mail away; what it writes is kept with it.
    Whoever finds a mail `waiting` afterwards may try again later.
    """
    dispatch = Dispatch.objects.select_related("partner").get(pk=dispatch_id)
    if dispatch.state == DispatchState.HANDING_OVER:
        _note_lost(Q(pk=dispatch.pk))
    if dispatch.state != DispatchState.WAITING:
        dispatch.refresh_from_db()
        return dispatch
    account = account_of(dispatch.partner)
    if account is None:
        return _not_now(dispatch, MailProblem.NO_ACCOUNT)
    try:
        message = message_of(compose(dispatch), _envelope(dispatch, account))
        with smtp_session(account) as session:
            _converse(session, dispatch, account, message, still_wanted)
    except UnfitError as unfit:
        return _record(dispatch, DispatchState.FAILED, problem=unfit.problem)
    except AccountError as failed:
        note_problem(account, failed.problem)
        return _not_now(dispatch, MailProblem.ACCOUNT, failed.status)
    except _Answered as answered:
        return _refused(dispatch, answered)
    return dispatch


def settle_lost() -> int:
    """Mails whose worker was lost while it handed them over, and whose job never came back."""
    return _note_lost(Q(handed_over_at__lt=clock.now() - LOST_AFTER))


def confirm_sent(message_id: str) -> bool:
    """A copy of this mail was found: it left. Whether it is one of ours at all."""
    found = Dispatch.objects.filter(message_id=message_id)
    for dispatch in found:
        _leave(dispatch, dispatch.handed_over_at)
    return bool(found)


def say_left(dispatch: Dispatch) -> bool:
    """A person found that an unclear mail left. Whether it was unclear."""
    return bool(_change(dispatch, (DispatchState.UNCLEAR,), **_left_at(dispatch.handed_over_at)))


def say_lost(dispatch: Dispatch) -> bool:
    """A person gives an unclear mail up. Whether it was unclear."""
    changes = {"state": DispatchState.FAILED, "problem": MailProblem.GIVEN_UP}
    return bool(_change(dispatch, (DispatchState.UNCLEAR,), **changes))


def send_again(dispatch: Dispatch) -> bool:
    """A person lets an unclear mail leave again, under the same Message-ID. Whether it was unclear."""
    again = {"state": DispatchState.WAITING, "attempts": 0, "next_try_at": clock.now(), "problem": ""}
    return bool(_change(dispatch, (DispatchState.UNCLEAR,), **again))


def cancel(dispatch: Dispatch) -> bool:
    """Stop a mail that still waits. Whether it did: what is being handed over cannot be stopped."""
    return bool(_change(dispatch, (DispatchState.WAITING,), state=DispatchState.CANCELLED, next_try_at=None))


def note_bounce(dispatch: Dispatch, status: str) -> bool:
    """It came back for good. Whether that is news."""
    changes = {"bounced_at": clock.now(), "smtp_status": status[:20], "problem": MailProblem.BOUNCED}
    left = (*OPEN, DispatchState.SENT)
    return bool(_change(dispatch, left, state=DispatchState.BOUNCED, **changes))


def _converse(
    session: smtplib.SMTP,
    dispatch: Dispatch,
    account: MailAccount,
    message: bytes,
    still_wanted: Callable[[], bool],
) -> None:
    """From MAIL FROM to the server's word on the mail. Raises AccountError or _Answered, both before it is
    handed over; everything after that is recorded."""
    try:
        _announce(session, dispatch, account, message)
    except (smtplib.SMTPServerDisconnected, OSError):
        raise AccountError(AccountProblem.UNREACHABLE) from None
    if _give_away(dispatch, account, still_wanted):
        _give(session, dispatch, message)


def _announce(session: smtplib.SMTP, dispatch: Dispatch, account: MailAccount, message: bytes) -> None:
    limit = session.esmtp_features.get("size", "")
    if limit.isdigit() and 0 < int(limit) < len(message):
        raise _Answered(552, b"5.3.4", MailProblem.TOO_LARGE)
    options = [f"size={len(message)}"] if session.has_extn("size") else []
    code, said = session.mail(plain_address(account.address), options)
    if code == 552:
        raise _Answered(code, said, MailProblem.TOO_LARGE)
    if code != 250:
        # Of a sender that is not liked, the account is to blame: its partner can put that right.
        raise AccountError(AccountProblem.SENDER_REFUSED, str(code))
    code, said = session.rcpt(plain_address(dispatch.to_address))
    if code not in (250, 251):
        raise _Answered(code, said, MailProblem.RECIPIENT_REFUSED)
    # The blind copy. A server that does not take it gets the letter all the same.
    session.rcpt(plain_address(account.address))


def _give_away(dispatch: Dispatch, account: MailAccount, still_wanted: Callable[[], bool]) -> bool:
    """The last moment in which the mail is ours alone. Whether it may go, and this worker is the one."""
    with on_the_disk(), transaction.atomic():
        wanted = still_wanted()
        state = DispatchState.HANDING_OVER if wanted else DispatchState.CANCELLED
        moment = {"handed_over_at": clock.now(), "account": account} if wanted else {}
        done = _change(
            dispatch,
            (DispatchState.WAITING,),
            state=state,
            attempts=dispatch.attempts + 1,
            next_try_at=None,
            **moment,
        )
    return wanted and bool(done)


def _give(session: smtplib.SMTP, dispatch: Dispatch, message: bytes) -> None:
    """DATA: the only stretch in which a death, here or there, leaves it unclear whether the mail left."""
    try:
        if session.sock is not None:
            session.sock.settimeout(_DATA_PATIENCE)
        code, said = session.data(message)
    except smtplib.SMTPDataError as refused:
        code, said = refused.smtp_code, _bytes(refused.smtp_error)
    except (smtplib.SMTPException, OSError):
        code, said = 0, b""
    if 200 <= code < 300:
        _leave(dispatch, clock.now())
    elif code >= 400:
        _refused(dispatch, _Answered(code, said, MailProblem.CONTENT_REFUSED))
    else:
        _record(dispatch, DispatchState.UNCLEAR)


def _bytes(said: bytes | str) -> bytes:
    return said.encode() if isinstance(said, str) else said


def _leave(dispatch: Dispatch, at: Any) -> None:
    """The server has it. Also where somebody took its worker for lost in between."""
    _change(dispatch, OPEN, **_left_at(at))


def _left_at(at: Any) -> dict[str, Any]:
    return {"state": DispatchState.SENT, "sent_at": at, "problem": "", "next_try_at": None}


def _refused(dispatch: Dispatch, answered: _Answered) -> Dispatch:
    if not answered.for_good:
        return _not_now(dispatch, answered.problem, answered.status)
    return _record(dispatch, DispatchState.REFUSED, problem=answered.problem, smtp_status=answered.status)


def _not_now(dispatch: Dispatch, problem: MailProblem, status: str = "") -> Dispatch:
    """It did not leave: later, or never after the last try."""
    # What was given away has been counted.
    attempts = dispatch.attempts + (dispatch.state == DispatchState.WAITING)
    told = {"problem": problem, "smtp_status": status, "attempts": attempts}
    if attempts >= TRIES:
        return _record(dispatch, DispatchState.FAILED, **told)
    again = clock.now() + retry_delay(attempts)
    return _record(dispatch, DispatchState.WAITING, next_try_at=again, **told)


def _record(dispatch: Dispatch, state: DispatchState, **changes: Any) -> Dispatch:
    """What was found of a mail while it was ours: waiting still, or given away by this very worker. Nothing
    where somebody settled it meanwhile, or hands it over again."""
    ours = Q(state=DispatchState.WAITING)
    if dispatch.state != DispatchState.WAITING:
        ours = Q(state__in=OPEN, handed_over_at=dispatch.handed_over_at)
    Dispatch.objects.filter(ours, pk=dispatch.pk).update(state=state, **{"next_try_at": None, **changes})
    dispatch.refresh_from_db()
    logger.info("dispatch.%s id=%s problem=%s", dispatch.state, dispatch.pk, dispatch.problem)
    return dispatch


def _note_lost(found: Q) -> int:
    lost = Dispatch.objects.filter(found, state=DispatchState.HANDING_OVER)
    count = lost.update(state=DispatchState.UNCLEAR)
    if count:
        logger.warning("dispatch.unclear count=%d", count)
    return count


def _change(dispatch: Dispatch, sources: tuple[DispatchState, ...], **changes: Any) -> int:
    """One statement: of two that want to move the same mail, one does."""
    count = Dispatch.objects.filter(pk=dispatch.pk, state__in=sources).update(**changes)
    dispatch.refresh_from_db()
    return count


def _envelope(dispatch: Dispatch, account: MailAccount) -> Envelope:
    name = account.sender_name or account.partner.name
    return Envelope(name, account.address, dispatch.to_address, dispatch.message_id, clock.now())
