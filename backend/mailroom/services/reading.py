"""Reading the folder of a mail account over IMAP: what is new since the last time, each mail once.

How far it was read is kept by the server's own numbers (UID), so that it makes no difference whether somebody
reads the same folder in a mail program. Nothing is deleted there; what was taken is marked as read.
"""

import hashlib
import imaplib
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.common import clock
from backend.correspondence.models import MailAccount
from backend.correspondence.services.accounts import imap_accounts, note_problem, quoted_folder
from backend.correspondence.services.connections import AccountError, open_imap
from backend.correspondence.stages import AccountProblem
from backend.mailroom.models import Mailbox
from backend.mailroom.services.taking import Fetched, NoRoomError, take_mail

logger = logging.getLogger("dosja.mailroom")

# At the first reading, what lies unread in the folder and is no older than this.
FIRST_LOOK: Final = timedelta(days=14)
# A folder that its server built anew has new numbers: it is read again from some days before the last time.
# What is here already is known by its digest.
_AGAIN: Final = timedelta(days=3)
LARGEST_MAIL: Final = 60_000_000
MOST_AT_ONCE: Final = 100
_UID: Final = re.compile(rb"\bUID (\d+)")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d+)")
# What a session with a mail server may end with.
_LOST: Final = (imaplib.IMAP4.error, OSError, ValueError)


class _FolderMissingError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Round:
    """How a round through one folder went."""

    taken: int
    # There was more than one round takes.
    goes_on: bool


def accounts_to_read() -> list[UUID]:
    """Every account in which answers are looked for."""
    return [account.pk for account in imap_accounts()]


def read_account(account_id: UUID) -> Round:
    """Take in what is new in the folder of one account. What fails is noted and tried again the next time."""
    account = next((one for one in imap_accounts() if one.pk == account_id), None)
    if account is None:
        return Round(0, goes_on=False)
    try:
        session = open_imap(account)
    except AccountError as failed:
        note_problem(account, failed.problem)
        return Round(0, goes_on=False)
    try:
        done = _read(session, account)
    except _FolderMissingError:
        note_problem(account, AccountProblem.FOLDER_MISSING)
    except NoRoomError:
        logger.error("mail.no_room account=%s", account.pk)
    except _LOST as lost:
        # The class alone: the errors of the library quote what the server said.
        logger.warning("mail.session_lost account=%s error=%s", account.pk, type(lost).__name__)
        note_problem(account, AccountProblem.PROTOCOL)
    else:
        note_problem(account, None)
        return done
    finally:
        with suppress(*_LOST):
            session.logout()
    return Round(0, goes_on=False)


def _read(session: imaplib.IMAP4, account: MailAccount) -> Round:
    box = _box_of(session, account)
    taken = 0
    uids = list(_new_uids(session, box))
    for uid in uids[:MOST_AT_ONCE]:
        fetched = _fetched(session, uid)
        if fetched is not None:
            taken += _take(account, box, uid, fetched)
            # Whether or not this succeeds, the mail is not taken again.
            with suppress(imaplib.IMAP4.error):
                session.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)")
    if not uids:
        Mailbox.objects.filter(pk=box.pk).update(read_at=clock.now())
    return Round(taken, goes_on=len(uids) > MOST_AT_ONCE)


def _take(account: MailAccount, box: Mailbox, uid: int, fetched: Fetched) -> bool:
    """The mail and how far the folder was read, in one transaction. Whether it was new."""
    with transaction.atomic():
        held = Mailbox.objects.select_for_update().get(pk=box.pk)
        if held.uid_validity != box.uid_validity or held.last_uid >= uid:
            # Another worker was here at the same time.
            return False
        row = take_mail(account.partner, account.address, fetched)
        held.last_uid, held.read_at = uid, clock.now()
        held.save(update_fields=["last_uid", "read_at"])
    return row is not None


def _box_of(session: imaplib.IMAP4, account: MailAccount) -> Mailbox:
    """Open the folder, and know how far it was read; a folder that is new to us is begun."""
    answer, _told = session.select(quoted_folder(account.imap_folder))
    if answer != "OK":
        raise _FolderMissingError()
    validity = _number(session, "UIDVALIDITY")
    highest = _number(session, "UIDNEXT") - 1
    place = _place_of(account)
    box = Mailbox.objects.filter(account=account).first()
    if box is not None and (box.place, box.uid_validity) == (place, validity):
        return box
    is_same_folder = box is not None and box.place == place
    begins = (box.read_at - _AGAIN if box and is_same_folder else clock.now() - FIRST_LOOK).date()
    found, _new = Mailbox.objects.update_or_create(
        account=account,
        defaults={
            "place": place,
            "uid_validity": validity,
            "last_uid": 0,
            "begun_at_uid": max(highest, 0),
            "since": begins,
            "only_unread": not is_same_folder,
            "read_at": clock.now(),
        },
    )
    return found


def _place_of(account: MailAccount) -> str:
    told = (account.imap_host, str(account.imap_port), account.imap_user, account.imap_folder)
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _new_uids(session: imaplib.IMAP4, box: Mailbox) -> Iterator[int]:
    """In order. Of what was there when the folder was begun, only what was to be taken of it."""
    if box.last_uid < box.begun_at_uid:
        span = f"UID {box.last_uid + 1}:{box.begun_at_uid}"
        unread = ("UNSEEN",) if box.only_unread else ()
        yield from _found(session, span, *unread, "SINCE", _imap_day(box.since))
    first = max(box.last_uid, box.begun_at_uid) + 1
    # "n:*" always names the last mail, also where that has a lower number.
    yield from (uid for uid in _found(session, f"UID {first}:*") if uid >= first)


def _found(session: imaplib.IMAP4, *criteria: str) -> list[int]:
    answer, told = session.uid("SEARCH", *criteria)
    if answer != "OK":
        raise imaplib.IMAP4.error("search")
    return sorted({int(word) for line in told if line for word in line.split()})


def _fetched(session: imaplib.IMAP4, uid: int) -> Fetched | None:
    """A mail as it came; None where somebody deleted it meanwhile."""
    facts = _fetch(session, uid, "(RFC822.SIZE INTERNALDATE)")
    size = _SIZE.search(facts)
    if size is None:
        return None
    is_head = int(size[1]) > LARGEST_MAIL
    raw = _fetch_bytes(session, uid, "(BODY.PEEK[HEADER])" if is_head else "(BODY.PEEK[])")
    return None if raw is None else Fetched(raw, _arrived_at(facts), is_head=is_head)


def _fetch(session: imaplib.IMAP4, uid: int, what: str) -> bytes:
    answer, told = session.uid("FETCH", str(uid), what)
    if answer != "OK":
        raise imaplib.IMAP4.error("fetch")
    lines = [b" ".join(part) if isinstance(part, tuple) else part for part in told if part]
    return b" ".join(line for line in lines if (found := _UID.search(line)) and int(found[1]) == uid)


def _fetch_bytes(session: imaplib.IMAP4, uid: int, what: str) -> bytes | None:
    answer, told = session.uid("FETCH", str(uid), what)
    if answer != "OK":
        raise imaplib.IMAP4.error("fetch")
    for part in told:
        # Beside what was asked for, a server may tell news of other mails.
        if isinstance(part, tuple) and (found := _UID.search(part[0])) and int(found[1]) == uid:
            return bytes(part[1])
    bodies = [part[1] for part in told if isinstance(part, tuple)]
    return bodies[0] if len(bodies) == 1 else None


def _arrived_at(facts: bytes) -> datetime:
    """When the institution's mail reached the partner's server: that day counts, however late it is read."""
    told = imaplib.Internaldate2tuple(facts)
    if told is None:
        return clock.now()
    stamp = datetime(*told[:6]).astimezone(UTC)
    return min(stamp, clock.now())


def _number(session: imaplib.IMAP4, name: str) -> int:
    _kind, told = session.response(name)
    found = next((int(one) for one in told or () if one and one.isdigit()), None)
    if found is None:
        raise imaplib.IMAP4.error(name)
    return found


def _imap_day(day: date) -> str:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day:02}-{months[day.month - 1]}-{day.year}"
