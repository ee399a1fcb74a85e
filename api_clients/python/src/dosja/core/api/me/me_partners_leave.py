from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.leaving_request import LeavingRequest
from ...models.problem_schema import ProblemSchema
from ...models.work_of_person import WorkOfPerson
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    *,
    body: LeavingRequest | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/me/partners/{slug}/leave/".format(
            slug=quote(str(slug), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | WorkOfPerson | None:
    if response.status_code == 200:
        response_200 = WorkOfPerson.from_dict(response.json())

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
) -> Response[ProblemSchema | WorkOfPerson]:
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
    body: LeavingRequest | Unset = UNSET,
) -> Response[ProblemSchema | WorkOfPerson]:
    """End all your roles in a partner and hand your work over

     End all your roles in a partner and hand your work over. You are signed out everywhere.

    Args:
        slug (str):
        body (LeavingRequest | Unset): Who takes over; null or nothing: whoever of the team comes
            first.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | WorkOfPerson]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: LeavingRequest | Unset = UNSET,
) -> ProblemSchema | WorkOfPerson | None:
    """End all your roles in a partner and hand your work over

     End all your roles in a partner and hand your work over. You are signed out everywhere.

    Args:
        slug (str):
        body (LeavingRequest | Unset): Who takes over; null or nothing: whoever of the team comes
            first.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | WorkOfPerson
    """

    return sync_detailed(
        slug=slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: LeavingRequest | Unset = UNSET,
) -> Response[ProblemSchema | WorkOfPerson]:
    """End all your roles in a partner and hand your work over

     End all your roles in a partner and hand your work over. You are signed out everywhere.

    Args:
        slug (str):
        body (LeavingRequest | Unset): Who takes over; null or nothing: whoever of the team comes
            first.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | WorkOfPerson]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: LeavingRequest | Unset = UNSET,
) -> ProblemSchema | WorkOfPerson | None:
    """End all your roles in a partner and hand your work over

     End all your roles in a partner and hand your work over. You are signed out everywhere.

    Args:
        slug (str):
        body (LeavingRequest | Unset): Who takes over; null or nothing: whoever of the team comes
            first.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | WorkOfPerson
    """

    return (
        await asyncio_detailed(
            slug=slug,
            client=client,
            body=body,
        )
    ).parsed
