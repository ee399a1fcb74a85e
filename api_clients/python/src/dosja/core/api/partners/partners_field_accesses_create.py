from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.field_access_secret import FieldAccessSecret
from ...models.new_field_access_request import NewFieldAccessRequest
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    *,
    body: NewFieldAccessRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/partners/{slug}/field_accesses/".format(
            slug=quote(str(slug), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FieldAccessSecret | ProblemSchema | None:
    if response.status_code == 201:
        response_201 = FieldAccessSecret.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = ProblemSchema.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ProblemSchema.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ProblemSchema.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = ProblemSchema.from_dict(response.json())

        return response_404

    if response.status_code == 406:
        response_406 = ProblemSchema.from_dict(response.json())

        return response_406

    if response.status_code == 409:
        response_409 = ProblemSchema.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = ProblemSchema.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemSchema.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = ProblemSchema.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[FieldAccessSecret | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: NewFieldAccessRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[FieldAccessSecret | ProblemSchema]:
    """Let somebody collect

     Let somebody collect. The password is in this answer and in no other.

    Args:
        slug (str):
        idempotency_key (str | Unset):
        body (NewFieldAccessRequest): For whom or what it is. The name stands in the audit trail:
            name the telephone or the round.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldAccessSecret | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: NewFieldAccessRequest,
    idempotency_key: str | Unset = UNSET,
) -> FieldAccessSecret | ProblemSchema | None:
    """Let somebody collect

     Let somebody collect. The password is in this answer and in no other.

    Args:
        slug (str):
        idempotency_key (str | Unset):
        body (NewFieldAccessRequest): For whom or what it is. The name stands in the audit trail:
            name the telephone or the round.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldAccessSecret | ProblemSchema
    """

    return sync_detailed(
        slug=slug,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: NewFieldAccessRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[FieldAccessSecret | ProblemSchema]:
    """Let somebody collect

     Let somebody collect. The password is in this answer and in no other.

    Args:
        slug (str):
        idempotency_key (str | Unset):
        body (NewFieldAccessRequest): For whom or what it is. The name stands in the audit trail:
            name the telephone or the round.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FieldAccessSecret | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: NewFieldAccessRequest,
    idempotency_key: str | Unset = UNSET,
) -> FieldAccessSecret | ProblemSchema | None:
    """Let somebody collect

     Let somebody collect. The password is in this answer and in no other.

    Args:
        slug (str):
        idempotency_key (str | Unset):
        body (NewFieldAccessRequest): For whom or what it is. The name stands in the audit trail:
            name the telephone or the round.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FieldAccessSecret | ProblemSchema
    """

    return (
        await asyncio_detailed(
            slug=slug,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
