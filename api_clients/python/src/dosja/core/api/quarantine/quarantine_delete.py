from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...models.spam_request import SpamRequest
from ...types import Response


def _get_kwargs(
    quarantined_id: UUID,
    *,
    body: SpamRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/quarantine/{quarantined_id}/delete/".format(
            quarantined_id=quote(str(quarantined_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemSchema | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    quarantined_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SpamRequest,
) -> Response[Any | ProblemSchema]:
    """It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown

     It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown.

    Args:
        quarantined_id (UUID):
        body (SpamRequest): Why it is deleted. There is one reason.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemSchema]
    """

    kwargs = _get_kwargs(
        quarantined_id=quarantined_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    quarantined_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SpamRequest,
) -> Any | ProblemSchema | None:
    """It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown

     It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown.

    Args:
        quarantined_id (UUID):
        body (SpamRequest): Why it is deleted. There is one reason.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemSchema
    """

    return sync_detailed(
        quarantined_id=quarantined_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    quarantined_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SpamRequest,
) -> Response[Any | ProblemSchema]:
    """It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown

     It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown.

    Args:
        quarantined_id (UUID):
        body (SpamRequest): Why it is deleted. There is one reason.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemSchema]
    """

    kwargs = _get_kwargs(
        quarantined_id=quarantined_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    quarantined_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SpamRequest,
) -> Any | ProblemSchema | None:
    """It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown

     It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown.

    Args:
        quarantined_id (UUID):
        body (SpamRequest): Why it is deleted. There is one reason.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemSchema
    """

    return (
        await asyncio_detailed(
            quarantined_id=quarantined_id,
            client=client,
            body=body,
        )
    ).parsed
