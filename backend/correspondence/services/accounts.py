"""A partner's mail account: written down, changed, tried, taken away. Passwords go in and never come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import FieldError, Invalid, require_version
from backend.correspondence.errors import AccountInUse, NoAccount, TooManyChecks
from backend.correspondence.models import Dispatch, MailAccount
from backend.correspondence.services.connections import AccountError, open_imap, smtp_session
from backend.correspondence.stages import AccountProblem, DispatchState
from backend.doorkeeping.services import buckets
from backend.keyring.models import DataKey
from backend.keyring.services import destroy, new_data_key
from backend.partners.actors import Actor
from backend.partners.models import Partner

# A check speaks with a machine that somebody names: seldom enough, nobody searches a network with it.
_CHECKS_AN_HOUR: Final = 20
_SIDES: Final = ("smtp", "imap")
# Whoever turns the account to another server must know the password: it is not handed over to that server.
_GUARDED: Final = ("host", "port", "protection", "user")


@dataclass(frozen=True, slots=True)
class Check:
    """How an attempt to sign in went; None: it went well, or there is nothing to try."""

    smtp: AccountProblem | None
    imap: AccountProblem | None
    reads_mail: bool


def account_of(partner: Partner) -> MailAccount | None:
    """The partner's account, if it has one that is on."""
    return _around().filter(partner=partner, is_on=True).first()


def imap_accounts() -> list[MailAccount]:
    """Every account in which answers are looked for."""
    accounts = _around().filter(is_on=True, partner__is_active=True).exclude(imap_host="")
    return list(accounts.order_by("pk"))


def managed_account(slug: str, *, actor: Actor) -> MailAccount:
    """The account of a partner that the actor keeps. Raises NotFound, NoAccount."""
    return _found(Partner.objects.managed_by(actor).found(slug))


@transaction.atomic
def write_account(slug: str, *, facts: Mapping[str, Any], expected: int | None, actor: Actor) -> MailAccount:
    """Write the partner's account down, or change it. A password that is not named stays as it is, unless
    it would go to another server or name. Raises NotFound, Stale, Invalid."""
    # The partner's row is held: the first account has no row of its own to wait for.
    partner = Partner.objects.managed_by(actor).locked(slug)
    account = _around().filter(partner=partner).first() or _new_account(partner)
    is_new = account._state.adding
    require_version(0 if is_new else account.version, expected)
    changed = [name for name, value in facts.items() if _differs(account, name, value)]
    if not is_new:
        _require_passwords(account, facts, changed)
        account.version += 1
    for name, value in facts.items():
        setattr(account, name, value)
    account.checked_at, account.last_problem = None, ""
    account.save(force_insert=is_new)
    audit.record(actor, "mail_account.written", account, chain=partner.pk, fields=sorted(changed))
    return account


@transaction.atomic
def drop_account(slug: str, *, expected: int | None, actor: Actor) -> None:
    """Take the account away, and destroy the key of its passwords. What has left stays told; what waits to
    leave waits for another account. Raises NotFound, NoAccount, Stale, AccountInUse."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    account = _found(partner)
    require_version(account.version, expected)
    if Dispatch.objects.filter(account=account, state=DispatchState.HANDING_OVER).exists():
        raise AccountInUse()
    audit.record(actor, "mail_account.dropped", account, chain=partner.pk)
    key = account.data_key
    account.delete()
    destroy(key)


def check_account(slug: str, *, actor: Actor) -> Check:
    """Sign in to the account's servers now. Raises NotFound, NoAccount, TooManyChecks."""
    account = managed_account(slug, actor=actor)
    if buckets.count("mail-account-check", str(account.partner_id)) > _CHECKS_AN_HOUR:
        raise TooManyChecks(retry_after=3600)
    # Servers may take their time: no transaction waits for them.
    check = Check(_smtp_problem(account), _imap_problem(account), bool(account.imap_host))
    with transaction.atomic():
        note_problem(account, check.smtp or check.imap)
        problem = account.last_problem
        audit.record(actor, "mail_account.checked", account, chain=account.partner_id, problem=problem)
    return check


def note_problem(account: MailAccount, problem: AccountProblem | None) -> None:
    """What was last found about an account; no change of the account itself."""
    account.checked_at, account.last_problem = clock.now(), problem.value if problem else ""
    MailAccount.objects.filter(pk=account.pk, version=account.version).update(
        checked_at=account.checked_at, last_problem=account.last_problem
    )


def _around() -> QuerySet[MailAccount]:
    return MailAccount.objects.select_related("partner", "data_key__partner_key")


def _found(partner: Partner) -> MailAccount:
    account = _around().filter(partner=partner).first()
    if account is None:
        raise NoAccount()
    return account


def _new_account(partner: Partner) -> MailAccount:
    account = MailAccount(partner=partner)
    account.data_key = new_data_key(
        partner_id=partner.pk, subject_id=account.pk, purpose=DataKey.Purpose.MAIL
    )
    return account


def _differs(account: MailAccount, name: str, value: Any) -> bool:
    return account._state.adding or getattr(account, name) != value


def _require_passwords(account: MailAccount, facts: Mapping[str, Any], changed: list[str]) -> None:
    missing = [
        f"{side}_password"
        for side in _SIDES
        if getattr(account, f"{side}_password")
        and f"{side}_password" not in facts
        and any(f"{side}_{name}" in changed for name in _GUARDED)
    ]
    if missing:
        message = _("Give the password again: the account would use it with another server or name.")
        raise Invalid([FieldError(name, "required", message) for name in missing])


def _smtp_problem(account: MailAccount) -> AccountProblem | None:
    try:
        with smtp_session(account):
            return None
    except AccountError as failed:
        return failed.problem


def _imap_problem(account: MailAccount) -> AccountProblem | None:
    if not account.imap_host:
        return None
    try:
        session = open_imap(account)
    except AccountError as failed:
        return failed.problem
    with session:
        try:
            answer, _told = session.select(quoted_folder(account.imap_folder), readonly=True)
        except (session.error, OSError):
            return AccountProblem.PROTOCOL
        return None if answer == "OK" else AccountProblem.FOLDER_MISSING


def quoted_folder(name: str) -> str:
    """A folder's name as IMAP takes it; imaplib quotes nothing by itself."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
