"""`@idempotent`: the method runs once for a key, in one transaction with the record of its answer."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any, TypeVar, cast, overload

import orjson
from django.db import DatabaseError, transaction
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.wire import JSONRenderer
from backend.idempotency import services
from backend.idempotency.api.header import NAME, REPLAYED, canonical_body, key_in
from backend.idempotency.api.schema import describe
from backend.idempotency.services import Claim, KeptAnswer, Sending

Method = TypeVar("Method", bound=Callable[..., Response])
CallerOf = Callable[[Any, Request], str]

# What a client needs of the first answer; the rest belongs to each exchange (language, cookies, date).
_KEPT_HEADERS = ("ETag", "Location", "Cache-Control")


@overload
def idempotent(method: Method) -> Method: ...


@overload
def idempotent(*, caller: CallerOf) -> Callable[[Method], Method]: ...


def idempotent(
    method: Method | None = None, *, caller: CallerOf | None = None
) -> Method | Callable[[Method], Method]:
    """Make a creating method of a view honour Idempotency-Key; without the header it runs as it is.

    Keys count per actor and path. A view whose callers have no account says with `caller` what tells them
    apart, such as the form they came from. The method runs in one transaction: if it raises, all that it
    wrote is rolled back, also what it may have meant to keep.
    """

    def wrap(wrapped: Method) -> Method:
        @wraps(wrapped)
        def run_once(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
            header = request.headers.get(NAME)
            if header is None:
                return wrapped(view, request, *args, **kwargs)
            sent = services.sending(
                caller=(caller or _actor)(view, request),
                route=f"{request.method} {request.path}",
                key=key_in(header),
                body=canonical_body(request),
            )
            begun = services.begin(sent)
            if isinstance(begun, KeptAnswer):
                return _replay(begun)
            return _carry_out(begun, sent, lambda: wrapped(view, request, *args, **kwargs))

        return cast(Method, describe(run_once))

    return wrap(method) if method is not None else wrap


def _carry_out(claim: Claim, sent: Sending, call: Callable[[], Response]) -> Response:
    try:
        with transaction.atomic():
            response = call()
            if 200 <= response.status_code < 300:
                services.keep(claim, sent, status=response.status_code, content=_packed(response))
            else:
                services.release(claim)
            return response
    except BaseException:
        # With the database away the claim runs out by itself; the first error is the one to tell.
        with suppress(DatabaseError):
            services.release(claim)
        raise


def _actor(view: Any, request: Request) -> str:
    actor = view.actor
    return f"{actor.kind}:{actor.id or getattr(actor, 'case_id', None) or ''}"


def _packed(response: Response) -> bytes:
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    return JSONRenderer().render({"data": response.data, "headers": headers})


def _replay(kept: KeptAnswer) -> Response:
    packed = orjson.loads(kept.content)
    return Response(packed["data"], status=kept.status, headers={**packed["headers"], REPLAYED: "true"})
