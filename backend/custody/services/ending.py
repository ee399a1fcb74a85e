"""What ends by itself: requests whose moment has passed, and those whose ground is gone.

The floor of the cases knows no requests: when a case was handed over or restricted, this one looks for it.
Nothing can be read meanwhile, because every reading asks again.
"""

from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.common import clock
from backend.custody.models import IdentityRequest
from backend.custody.services.grounds import stands
from backend.custody.services.keeping import move
from backend.custody.stages import OPEN, RequestVerb, row_of
from backend.partners.actors import Actor

_AT_ONCE: Final = 500


def end_what_is_over(*, actor: Actor) -> int:
    """Each in a transaction of its own, so that one that is held up holds up no other. May run twice."""
    found = IdentityRequest.objects.filter(state__in=OPEN).select_related("case", "requester")
    over = [one.pk for one in found.order_by("expires_at")[:_AT_ONCE] if _is_over(one) or not stands(one)]
    return sum(_end(pk, actor) for pk in over)


def expire_held(request: IdentityRequest, actor: Actor) -> bool:
    """End a held request whose last moment has passed; False where it has not."""
    row = row_of(request.state, RequestVerb.EXPIRE)
    if row is None or not _is_over(request):
        return False
    move(request, row, actor)
    return True


def _is_over(request: IdentityRequest) -> bool:
    return request.expires_at <= clock.now()


@transaction.atomic
def _end(request_id: UUID, actor: Actor) -> bool:
    """Looked at again with the case held: somebody may have been quicker."""
    case_id = IdentityRequest.objects.filter(pk=request_id).values_list("case_id", flat=True).first()
    if case_id is None:
        return False
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    request = IdentityRequest.objects.locked(request_id)
    request.case = case
    row = row_of(request.state, RequestVerb.LAPSE)
    if expire_held(request, actor):
        return True
    if row is None or stands(request):
        return False
    move(request, row, actor)
    return True
