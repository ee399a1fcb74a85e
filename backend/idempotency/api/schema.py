"""How the header and its refusals stand in the OpenAPI description."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter

from backend.idempotency.api.header import LONGEST_KEY, NAME, REPLAYED

IDEMPOTENCY_KEY = OpenApiParameter(
    NAME,
    {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[ -~]+$"},
    OpenApiParameter.HEADER,
    required=False,
    description=(
        "A key of your choice, best a random UUID, so that you may send this request again when you do not "
        "know whether it arrived: the same key and body within 24 hours give the same answer and change "
        "nothing more. The same key with another body is refused (422), as is a repetition while the first "
        "still runs (409)."
    ),
)
_REPLAYED = OpenApiParameter(
    REPLAYED,
    {"type": "string", "enum": ["true"]},
    OpenApiParameter.HEADER,
    response=[200, 201, 202, 204],
    description="Present when this is the answer to an earlier request with the same key.",
)


def describe(method: Any) -> Any:
    """Leave on a view's method what the header adds to its description, for `common.schema` to find.

    An attribute survives in whichever order decorators stand; an @extend_schema under @action does not.
    """
    method.added_parameters = (IDEMPOTENCY_KEY, _REPLAYED)
    method.added_problems = (400, 409, 422)
    return method
