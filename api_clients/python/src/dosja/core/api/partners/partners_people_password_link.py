from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.password_link import PasswordLink
from ...models.problem_schema import ProblemSchema
from ...types import Response


def _get_kwargs(
    slug: str,
    user_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/partners/{slug}/people/{user_id}/password_link/".format(
            slug=quote(str(slug), safe=""),
            user_id=quote(str(user_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PasswordLink | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PasswordLink.from_dict(response.json())

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
) -> Response[PasswordLink | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    user_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PasswordLink | ProblemSchema]:
    """Make a link with which the person chooses another password, once, within a day; former links are
    dead

     Make a link with which the person chooses another password, once, within a day; former links are
    dead. It leaves by mail, or stands in this answer and in no other. A second factor stays.

    Args:
        slug (str):
        user_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PasswordLink | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        user_id=user_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    user_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PasswordLink | ProblemSchema | None:
    """Make a link with which the person chooses another password, once, within a day; former links are
    dead

     Make a link with which the person chooses another password, once, within a day; former links are
    dead. It leaves by mail, or stands in this answer and in no other. A second factor stays.

    Args:
        slug (str):
        user_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PasswordLink | ProblemSchema
    """

    return sync_detailed(
        slug=slug,
        user_id=user_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    slug: str,
    user_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PasswordLink | ProblemSchema]:
    """Make a link with which the person chooses another password, once, within a day; former links are
    dead

     Make a link with which the person chooses another password, once, within a day; former links are
    dead. It leaves by mail, or stands in this answer and in no other. A second factor stays.

    Args:
        slug (str):
        user_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PasswordLink | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        user_id=user_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    user_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PasswordLink | ProblemSchema | None:
    """Make a link with which the person chooses another password, once, within a day; former links are
    dead

     Make a link with which the person chooses another password, once, within a day; former links are
    dead. It leaves by mail, or stands in this answer and in no other. A second factor stays.

    Args:
        slug (str):
        user_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PasswordLink | ProblemSchema
    """

    return (
        await asyncio_detailed(
            slug=slug,
            user_id=user_id,
            client=client,
        )
    ).parsed
