from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.message import Message
from ...models.problem_schema import ProblemSchema
from ...types import Response


def _get_kwargs(
    case_id: UUID,
    message_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cases/{case_id}/messages/{message_id}/end/".format(
            case_id=quote(str(case_id), safe=""),
            message_id=quote(str(message_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Message | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = Message.from_dict(response.json())

        return response_200

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
) -> Response[Message | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    message_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Message | ProblemSchema]:
    """Do not wait for the answer to a question any more, say because it came by telephone

     Do not wait for the answer to a question any more, say because it came by telephone.

    Args:
        case_id (UUID):
        message_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Message | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        message_id=message_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    message_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Message | ProblemSchema | None:
    """Do not wait for the answer to a question any more, say because it came by telephone

     Do not wait for the answer to a question any more, say because it came by telephone.

    Args:
        case_id (UUID):
        message_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Message | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        message_id=message_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    message_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Message | ProblemSchema]:
    """Do not wait for the answer to a question any more, say because it came by telephone

     Do not wait for the answer to a question any more, say because it came by telephone.

    Args:
        case_id (UUID):
        message_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Message | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        message_id=message_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    message_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Message | ProblemSchema | None:
    """Do not wait for the answer to a question any more, say because it came by telephone

     Do not wait for the answer to a question any more, say because it came by telephone.

    Args:
        case_id (UUID):
        message_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Message | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            message_id=message_id,
            client=client,
        )
    ).parsed
