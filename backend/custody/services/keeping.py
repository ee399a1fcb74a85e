"""How a change of a request is kept: state, version, a line in the case's story and in its owner's chain."""

from typing import Any

from backend.cases.services import story
from backend.common import clock
from backend.common.erasing import leave_no_trace
from backend.custody.models import IdentityRequest
from backend.custody.stages import OPEN, RequestState, RequestTransition, RequestVerb
from backend.partners.actors import Actor

_TOLD_AS = {
    RequestVerb.UNSEAL: "unsealed",
    RequestVerb.APPROVE: "approved",
    RequestVerb.DECLINE: "declined",
    RequestVerb.WITHDRAW: "withdrawn",
    RequestVerb.READ: "read",
    RequestVerb.END: "ended",
    RequestVerb.EXPIRE: "expired",
    RequestVerb.LAPSE: "lapsed",
}


def move(request: IdentityRequest, row: RequestTransition, actor: Actor, **facts: Any) -> None:
    """Take a held request, its case held too, along a row of the table; saves, tells. What was sealed again
    for who asked goes when nothing may come of it any more."""
    request.state = RequestState(row.target)
    if request.state not in OPEN:
        request.ended_at = clock.now()
        if request.is_sealed:
            leave_no_trace()
            request.resealed = None
    request.version += 1
    request.save()
    told = _TOLD_AS[RequestVerb(row.verb)]
    note(request, actor, told, **facts)


def note(request: IdentityRequest, actor: Actor, told: str, **facts: Any) -> None:
    """Ids, codes and numbers: never a word of the reason."""
    story.tell(request.case, actor, f"case.identity_{told}", request=str(request.pk), **facts)
