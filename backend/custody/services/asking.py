"""Asking to read an identity, and taking that back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case
from backend.cases.models.codes import in_order
from backend.cases.services import permits as case_permits
from backend.common import clock
from backend.common.age import checked_recipient
from backend.common.errors import Invalid, Problem, require_version
from backend.custody import errors
from backend.custody.models import IdentityRequest
from backend.custody.services import permits
from backend.custody.services.custodians import custodians_of
from backend.custody.services.ending import expire_held
from backend.custody.services.grounds import require_works
from backend.custody.services.keeping import move, note
from backend.custody.stages import (
    DECIDED_WITHIN,
    MOST_MINUTES,
    OPEN,
    IdentityField,
    RequestReason,
    RequestVerb,
)
from backend.identity.errors import SealedElsewhere
from backend.identity.services import require_kept, sealing_key_behind
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Why, for what, and for how many minutes; `reader_key` is the public half of the asker's own key for
    this request, which a sealed identity needs."""

    reason: RequestReason
    text: str
    wanted: Sequence[str]
    minutes: int
    reader_key: str = ""


@transaction.atomic
def ask(case_id: UUID, *, asked: Asked, actor: Actor) -> IdentityRequest:
    """Ask the custodians of the owning partner to let the actor read parts of an identity.

    Raises NotFound, NotAllowed, Invalid, ConflictDeclared, NobodyToReveal, IdentityErased, SealedElsewhere,
    NoCustodian or RequestOpen.
    """
    case: Case = Case.objects.readable_by(actor).locked(case_id)
    _require_may_ask(case, actor)
    _settle_own(case, actor)
    made = _drawn_up(case, asked, actor)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise errors.RequestOpen() from error
    note(made, actor, "asked", reason=made.reason, wanted=made.wanted, minutes=made.minutes)
    return made


@transaction.atomic
def withdraw(case_id: UUID, request_id: UUID, *, expected: int | None, actor: Actor) -> IdentityRequest:
    """Who asked needs it no more; what was open closes at once. Raises NotFound, Stale, RequestWrongState."""
    case = Case.objects.readable_by(actor).locked(case_id)
    request = IdentityRequest.objects.of_case(case).locked(request_id)
    request.case = case
    require_version(request.version, expected)
    row = permits.require(RequestVerb.WITHDRAW, request, actor)
    move(request, row, actor)
    return request


def refusal_to_ask(case: Case, actor: Actor) -> Problem | None:
    """What stands against asking now; None where nothing does."""
    try:
        _require_may_ask(case, actor)
    except Problem as problem:
        return problem
    own = IdentityRequest.objects.of_case(case).asked_by(actor).filter(state__in=OPEN)
    return errors.RequestOpen() if own.filter(expires_at__gt=clock.now()).exists() else None


def _require_may_ask(case: Case, actor: Actor) -> None:
    require_works(case, actor)
    complaint = case_permits.complaint_of(case)
    require_kept(complaint)
    sealing_key = sealing_key_behind(complaint)
    if sealing_key is not None and sealing_key.partner_id != case.owner_id:
        raise SealedElsewhere()
    if not set(custodians_of(case.owner_id).values_list("pk", flat=True)) - {actor.id}:
        raise errors.NoCustodian()


def _settle_own(case: Case, actor: Actor) -> None:
    """An earlier request whose time is over makes room, also where nobody came yet to end it."""
    own = IdentityRequest.objects.of_case(case).asked_by(actor)
    for request in own.filter(state__in=OPEN, expires_at__lte=clock.now()).select_for_update(of=("self",)):
        request.case = case
        expire_held(request, Actor.system())


def _drawn_up(case: Case, asked: Asked, actor: Actor) -> IdentityRequest:
    wanted = in_order(asked.wanted, IdentityField.values)
    if not wanted:
        raise Invalid.field("wanted", "required", _("Say what you need to know."))
    if not 1 <= asked.minutes <= MOST_MINUTES:
        raise Invalid.field("minutes", "out_of_range", _("At most an hour."))
    if not asked.text.strip():
        raise Invalid.field("text", "blank", _("Say it in your own words."))
    made = IdentityRequest(
        case=case,
        partner_id=case.owner_id,
        requester=actor.user,
        data_key=case_permits.key_of(case),
        **_facts(asked, wanted),
    )
    made.text = asked.text
    if sealing_key_behind(case_permits.complaint_of(case)) is not None:
        made.reader_key = _reader_key(asked)
    return made


def _reader_key(asked: Asked) -> str:
    if not asked.reader_key:
        message = _("This identity is sealed: send the public half of a key with which you will read it.")
        raise Invalid.field("reader_key", "required", message)
    return checked_recipient("reader_key", asked.reader_key, _("This is not a public key."))


def _facts(asked: Asked, wanted: Sequence[str]) -> dict[str, Any]:
    now = clock.now()
    return {
        "reason": asked.reason,
        "wanted": wanted,
        "minutes": asked.minutes,
        "requested_at": now,
        "expires_at": now + DECIDED_WITHIN,
    }
