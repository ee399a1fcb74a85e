from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...models.revealed_identity import RevealedIdentity
from ...types import Response


def _get_kwargs(
    case_id: UUID,
    request_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cases/{case_id}/identity-requests/{request_id}/read/".format(
            case_id=quote(str(case_id), safe=""),
            request_id=quote(str(request_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | RevealedIdentity | None:
    if response.status_code == 200:
        response_200 = RevealedIdentity.from_dict(response.json())

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
) -> Response[ProblemSchema | RevealedIdentity]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    request_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ProblemSchema | RevealedIdentity]:
    """Read what you asked for, as long as the approval lasts

     Read what you asked for, as long as the approval lasts. Each reading stands in the audit log and on
    the complainant's page before you see anything.

    Args:
        case_id (UUID):
        request_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | RevealedIdentity]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        request_id=request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    request_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ProblemSchema | RevealedIdentity | None:
    """Read what you asked for, as long as the approval lasts

     Read what you asked for, as long as the approval lasts. Each reading stands in the audit log and on
    the complainant's page before you see anything.

    Args:
        case_id (UUID):
        request_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | RevealedIdentity
    """

    return sync_detailed(
        case_id=case_id,
        request_id=request_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    request_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ProblemSchema | RevealedIdentity]:
    """Read what you asked for, as long as the approval lasts

     Read what you asked for, as long as the approval lasts. Each reading stands in the audit log and on
    the complainant's page before you see anything.

    Args:
        case_id (UUID):
        request_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | RevealedIdentity]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        request_id=request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    request_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ProblemSchema | RevealedIdentity | None:
    """Read what you asked for, as long as the approval lasts

     Read what you asked for, as long as the approval lasts. Each reading stands in the audit log and on
    the complainant's page before you see anything.

    Args:
        case_id (UUID):
        request_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | RevealedIdentity
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            request_id=request_id,
            client=client,
        )
    ).parsed
