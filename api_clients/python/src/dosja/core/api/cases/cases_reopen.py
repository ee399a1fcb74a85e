from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.case import Case
from ...models.problem_schema import ProblemSchema
from ...models.reason_request import ReasonRequest
from ...types import Response


def _get_kwargs(
    case_id: UUID,
    *,
    body: ReasonRequest,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cases/{case_id}/reopen/".format(
            case_id=quote(str(case_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Case | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = Case.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = ProblemSchema.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = ProblemSchema.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemSchema.from_dict(response.json())

        return response_415

    if response.status_code == 428:
        response_428 = ProblemSchema.from_dict(response.json())

        return response_428

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Case | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ReasonRequest,
    if_match: str,
) -> Response[Case | ProblemSchema]:
    """Take an ended case up again

     Take an ended case up again.

    Args:
        case_id (UUID):
        if_match (str):
        body (ReasonRequest): Why; kept as a note.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Case | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ReasonRequest,
    if_match: str,
) -> Case | ProblemSchema | None:
    """Take an ended case up again

     Take an ended case up again.

    Args:
        case_id (UUID):
        if_match (str):
        body (ReasonRequest): Why; kept as a note.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Case | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ReasonRequest,
    if_match: str,
) -> Response[Case | ProblemSchema]:
    """Take an ended case up again

     Take an ended case up again.

    Args:
        case_id (UUID):
        if_match (str):
        body (ReasonRequest): Why; kept as a note.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Case | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ReasonRequest,
    if_match: str,
) -> Case | ProblemSchema | None:
    """Take an ended case up again

     Take an ended case up again.

    Args:
        case_id (UUID):
        if_match (str):
        body (ReasonRequest): Why; kept as a note.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Case | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
