"""How a step on a case or referral becomes an address: one decorator, so that every step answers alike."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers

from backend.common.api import IF_MATCH
from backend.common.problems import problems

VERSION = OpenApiParameter(
    "ETag", str, OpenApiParameter.HEADER, response=True, description="The present version."
)


def step(
    operation: str,
    *,
    takes: type[serializers.Serializer[Any]] | None = None,
    gives: type[serializers.Serializer[Any]],
) -> Callable[[Any], Any]:
    """Describe a step: what it takes, that it needs If-Match, how it can be refused."""
    refusals = problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)
    return extend_schema(
        operation_id=operation,
        parameters=[IF_MATCH, VERSION],
        request=takes,
        responses={200: gives, **refusals},
    )
