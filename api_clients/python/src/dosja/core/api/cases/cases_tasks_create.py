from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_task_request import NewTaskRequest
from ...models.problem_schema import ProblemSchema
from ...models.task import Task
from ...types import UNSET, Response, Unset


def _get_kwargs(
    case_id: UUID,
    *,
    body: NewTaskRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cases/{case_id}/tasks/".format(
            case_id=quote(str(case_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | Task | None:
    if response.status_code == 201:
        response_201 = Task.from_dict(response.json())

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
) -> Response[ProblemSchema | Task]:
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
    body: NewTaskRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[ProblemSchema | Task]:
    """Write down something to do; for yourself, for a colleague, or for whoever comes first

     Write down something to do; for yourself, for a colleague, or for whoever comes first.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (NewTaskRequest): Something to do on a case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | Task]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewTaskRequest,
    idempotency_key: str | Unset = UNSET,
) -> ProblemSchema | Task | None:
    """Write down something to do; for yourself, for a colleague, or for whoever comes first

     Write down something to do; for yourself, for a colleague, or for whoever comes first.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (NewTaskRequest): Something to do on a case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | Task
    """

    return sync_detailed(
        case_id=case_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewTaskRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[ProblemSchema | Task]:
    """Write down something to do; for yourself, for a colleague, or for whoever comes first

     Write down something to do; for yourself, for a colleague, or for whoever comes first.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (NewTaskRequest): Something to do on a case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | Task]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewTaskRequest,
    idempotency_key: str | Unset = UNSET,
) -> ProblemSchema | Task | None:
    """Write down something to do; for yourself, for a colleague, or for whoever comes first

     Write down something to do; for yourself, for a colleague, or for whoever comes first.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (NewTaskRequest): Something to do on a case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | Task
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
