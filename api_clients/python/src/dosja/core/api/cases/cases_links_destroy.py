from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...types import Response


def _get_kwargs(
    case_id: UUID,
    link_id: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/cases/{case_id}/links/{link_id}/".format(
            case_id=quote(str(case_id), safe=""),
            link_id=quote(str(link_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemSchema | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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
    case_id: UUID,
    link_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[Any | ProblemSchema]:
    """Take the link away

     Take the link away.

    Args:
        case_id (UUID):
        link_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        link_id=link_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    link_id: int,
    *,
    client: AuthenticatedClient,
) -> Any | ProblemSchema | None:
    """Take the link away

     Take the link away.

    Args:
        case_id (UUID):
        link_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        link_id=link_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    link_id: int,
    *,
    client: AuthenticatedClient,
) -> Response[Any | ProblemSchema]:
    """Take the link away

     Take the link away.

    Args:
        case_id (UUID):
        link_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        link_id=link_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    link_id: int,
    *,
    client: AuthenticatedClient,
) -> Any | ProblemSchema | None:
    """Take the link away

     Take the link away.

    Args:
        case_id (UUID):
        link_id (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            link_id=link_id,
            client=client,
        )
    ).parsed
