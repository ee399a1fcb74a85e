"""How a step on a case or referral becomes an address: one decorator, so that every step answers alike."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from backend.common.api import IF_MATCH, VERSION
from backend.common.problems import problems


def step(
    operation: str,
    *,
    takes: type[serializers.Serializer[Any]] | None = None,
    gives: Any,
    may_lose_sight: bool = False,
) -> Callable[[Any], Any]:
    """Describe a step: what it takes, that it needs If-Match, how it can be refused.

    A step that may take the case out of the caller's own sight then answers 204.
    """
    refusals = problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)
    done: dict[int, Any] = {200: gives, **({204: None} if may_lose_sight else {})}
    return extend_schema(
        operation_id=operation,
        parameters=[IF_MATCH, VERSION],
        request=takes,
        responses={**done, **refusals},
    )
