"""What a request costs its caller, and the headers that say how the caller stands.

The headers are those of draft-ietf-httpapi-ratelimit-headers (`RateLimit-Policy`, `RateLimit`), in points: a
read costs 1, a change 2, what makes the server work 10.
"""

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request

from backend.common.errors import TooMany
from backend.doorkeeping import ledger
from backend.doorkeeping.allowances import Allowance, Standing
from backend.partners.models import Membership, User

READ: Final = 1
CHANGE: Final = 2
HEAVY: Final = 10
_READING: Final = ("GET", "HEAD", "OPTIONS")


class TooFast(TooMany):
    code = "rate_limited"
    title = _("Too many requests in a short time. Please wait a little.")


class QuotaUsedUp(TooMany):
    code = "quota_used_up"
    title = _("What this program may ask for in a day is used up.")


def meter_client(request: Request, client_id: str, own_quota: int | None) -> None:
    """A program pays from its own bucket. Raises TooFast, QuotaUsedUp."""
    per_day = lowest(settings.DOSJA_CLIENT_QUOTA, own_quota)
    _meter(request, caller_of(client_id), settings.DOSJA_CLIENT_RATE, settings.DOSJA_CLIENT_BURST, per_day)


def meter_person(request: Request, user: User) -> None:
    """A person pays from another one, which no program can empty. Raises TooFast."""
    _meter(request, f"person {user.pk}", settings.DOSJA_PERSON_RATE, settings.DOSJA_PERSON_BURST, None)


def caller_of(client_id: str) -> str:
    """How the ledger calls a program."""
    return f"client {client_id}"


def used_today(client_id: str) -> int:
    """What a program has spent since midnight (UTC)."""
    return ledger.used_today(caller_of(client_id))


def quota_of(membership: Membership) -> int | None:
    """What a program may spend in a day; None without end."""
    return lowest(settings.DOSJA_CLIENT_QUOTA, membership.daily_quota)


def lowest(installation: int, own: int | None) -> int | None:
    """A partner goes below what the installation allows, never above; the installation's 0 is without end."""
    if installation == 0:
        return own
    return installation if own is None else min(installation, own)


def _meter(request: Request, caller: str, rate: int, burst: int, per_day: int | None) -> None:
    if rate == 0:
        return
    standing = ledger.charge(caller, _cost_of(request), Allowance(burst, rate, per_day))
    if standing is None:
        return
    # For the middleware, which sees the answer whatever becomes of the request.
    request._request.standing = standing  # type: ignore[attr-defined]
    if standing.wait:
        raise (QuotaUsedUp if standing.is_for_the_day else TooFast)(retry_after=standing.wait)


def _cost_of(request: Request) -> int:
    view: Any = request.parser_context["view"]
    heavy = getattr(view, "action", None) in getattr(view, "heavy", ()) or request.GET.get("search")
    if heavy:
        return HEAVY
    return READ if request.method in _READING else CHANGE


class Allowances:
    """Tells callers on every answer how they stand."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        standing: Standing | None = getattr(request, "standing", None)
        if standing is not None:
            for name, value in headers_of(standing).items():
                response.headers[name] = value
        return response


def headers_of(standing: Standing) -> dict[str, str]:
    """Structured fields (RFC 9651): lists of names with whole numbers."""
    allowance = standing.allowance
    policies = [f'"burst";q={allowance.burst};qu="points";w={allowance.window}']
    left = [f'"burst";r={standing.left};t={standing.full_in}']
    if allowance.per_day is not None:
        policies.append(f'"day";q={allowance.per_day};qu="points";w=86400')
        left.append(f'"day";r={standing.left_today};t={standing.day_ends_in}')
    return {"RateLimit-Policy": ", ".join(policies), "RateLimit": ", ".join(left)}
