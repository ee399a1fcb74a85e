from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.opening_request import OpeningRequest
from ...models.problem_schema import ProblemSchema
from ...types import File, Response


def _get_kwargs(
    case_id: UUID,
    file_id: UUID,
    *,
    body: OpeningRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cases/{case_id}/files/{file_id}/original/".format(
            case_id=quote(str(case_id), safe=""),
            file_id=quote(str(file_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

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

    if response.status_code == 410:
        response_410 = ProblemSchema.from_dict(response.json())

        return response_410

    if response.status_code == 413:
        response_413 = ProblemSchema.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemSchema.from_dict(response.json())

        return response_415

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = ProblemSchema.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[File | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_id: UUID,
    file_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OpeningRequest,
) -> Response[File | ProblemSchema]:
    """The file as it was sent

     The file as it was sent. The reason stands in the case's story before the first byte leaves.

    Args:
        case_id (UUID):
        file_id (UUID):
        body (OpeningRequest): Why the original is opened.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        file_id=file_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    file_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OpeningRequest,
) -> File | ProblemSchema | None:
    """The file as it was sent

     The file as it was sent. The reason stands in the case's story before the first byte leaves.

    Args:
        case_id (UUID):
        file_id (UUID):
        body (OpeningRequest): Why the original is opened.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        file_id=file_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    file_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OpeningRequest,
) -> Response[File | ProblemSchema]:
    """The file as it was sent

     The file as it was sent. The reason stands in the case's story before the first byte leaves.

    Args:
        case_id (UUID):
        file_id (UUID):
        body (OpeningRequest): Why the original is opened.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        file_id=file_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    file_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OpeningRequest,
) -> File | ProblemSchema | None:
    """The file as it was sent

     The file as it was sent. The reason stands in the case's story before the first byte leaves.

    Args:
        case_id (UUID):
        file_id (UUID):
        body (OpeningRequest): Why the original is opened.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            file_id=file_id,
            client=client,
            body=body,
        )
    ).parsed
