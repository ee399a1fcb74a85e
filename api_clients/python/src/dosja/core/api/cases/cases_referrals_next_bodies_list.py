from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.next_body import NextBody
from ...models.problem_schema import ProblemSchema
from ...types import Response


def _get_kwargs(
    case_id: UUID,
    referral_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/cases/{case_id}/referrals/{referral_id}/next-bodies/".format(
            case_id=quote(str(case_id), safe=""),
            referral_id=quote(str(referral_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | list[NextBody] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = NextBody.from_dict(response_200_item_data)

            response_200.append(response_200_item)

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

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ProblemSchema | list[NextBody]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    referral_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ProblemSchema | list[NextBody]]:
    """Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country

     Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country.

    Args:
        case_id (UUID):
        referral_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | list[NextBody]]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        referral_id=referral_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    referral_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ProblemSchema | list[NextBody] | None:
    """Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country

     Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country.

    Args:
        case_id (UUID):
        referral_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | list[NextBody]
    """

    return sync_detailed(
        case_id=case_id,
        referral_id=referral_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    referral_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ProblemSchema | list[NextBody]]:
    """Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country

     Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country.

    Args:
        case_id (UUID):
        referral_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | list[NextBody]]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        referral_id=referral_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    referral_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ProblemSchema | list[NextBody] | None:
    """Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country

     Nearest first: who hears an appeal, who stands above it, who oversees it in the whole country.

    Args:
        case_id (UUID):
        referral_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | list[NextBody]
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            referral_id=referral_id,
            client=client,
        )
    ).parsed
