"""What custodians do: approve, decline, end early. A coordinator ends what opens a day later."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case
from backend.common import clock
from backend.common.age import is_for_one_key
from backend.common.errors import Invalid, NotFound, require_version
from backend.custody import errors
from backend.custody.models import LONGEST_RESEALED, IdentityRequest
from backend.custody.services import permits
from backend.custody.services.custodians import has_one_at_most
from backend.custody.services.grounds import stands
from backend.custody.services.keeping import move
from backend.custody.stages import ALONE_WAITS, OPENED_WITHIN, RequestTransition, RequestVerb
from backend.partners.actors import Actor


@transaction.atomic
def approve(
    request_id: UUID,
    *,
    answer: str = "",
    resealed: bytes | None = None,
    expected: int | None,
    actor: Actor,
) -> IdentityRequest:
    """Let who asked read what was asked for; of a sealed identity, `resealed` is an age file with that to the
    request's `reader_key`, made by the custodian's browser (see `unsealing`).

    Where the partner has fewer than two custodians it opens a day later, and its coordinators are warned.
    Raises NotFound, Stale, RequestWrongState, OwnRequest, GroundLost or Invalid.
    """
    request, row = required(RequestVerb.APPROVE, request_id, expected, actor)
    if not stands(request):
        raise errors.GroundLost()
    request.resealed = _checked(resealed, request)
    now = _decide(request, answer, actor)
    request.delayed = has_one_at_most(request.partner_id)
    request.opens_at = now + ALONE_WAITS if request.delayed else now
    request.expires_at = request.opens_at + OPENED_WITHIN
    move(request, row, actor, delayed=request.delayed)
    return request


@transaction.atomic
def decline(request_id: UUID, *, answer: str = "", expected: int | None, actor: Actor) -> IdentityRequest:
    """Say no; nothing is or will be open. Raises NotFound, Stale, RequestWrongState or OwnRequest."""
    request, row = required(RequestVerb.DECLINE, request_id, expected, actor)
    _decide(request, answer, actor)
    move(request, row, actor)
    return request


@transaction.atomic
def end(request_id: UUID, *, expected: int | None, actor: Actor) -> IdentityRequest:
    """Close what was approved, before or while it is read. Raises NotFound, Stale or RequestWrongState."""
    request, row = required(RequestVerb.END, request_id, expected, actor)
    move(request, row, actor)
    return request


def required(
    verb: RequestVerb, request_id: UUID, expected: int | None, actor: Actor
) -> tuple[IdentityRequest, RequestTransition]:
    """The request and the table's row, the case held first, like every step on a case. Raises NotFound,
    Stale or what stands against the step."""
    known = IdentityRequest.objects.at_desk_of(actor)
    case_id = known.filter(pk=request_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound()
    # Not through visible_to: a custodian sees no case, and is shown nothing of it.
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    # Asked again: it may have been restricted or handed over while it was waited for.
    request = known.locked(request_id)
    request.case = case
    require_version(request.version, expected)
    return request, permits.require(verb, request, actor)


def _checked(resealed: bytes | None, request: IdentityRequest) -> bytes | None:
    """An age file for one key. Whose key, and what is in it, nobody but who asked can tell."""
    if not request.is_sealed:
        if resealed is not None:
            raise Invalid.field("resealed", "not_wanted", _("This identity is not sealed."))
        return None
    if resealed is None:
        message = _("This identity is sealed: unseal it with your key first.")
        raise Invalid.field("resealed", "required", message)
    if len(resealed) > LONGEST_RESEALED or not is_for_one_key(resealed):
        raise Invalid.field("resealed", "not_an_age_file", _("This is not sealed to one key."))
    return resealed


def _decide(request: IdentityRequest, answer: str, actor: Actor) -> datetime:
    request.decided_by, request.decided_at = actor.user, clock.now()
    request.answer = answer or None
    return request.decided_at
