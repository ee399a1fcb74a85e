from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_receipt import NewReceipt
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    submission_id: UUID,
    *,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/partners/{slug}/collected/{submission_id}/receipt/".format(
            slug=quote(str(slug), safe=""),
            submission_id=quote(str(submission_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NewReceipt | ProblemSchema | None:
    if response.status_code == 201:
        response_201 = NewReceipt.from_dict(response.json())

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
) -> Response[NewReceipt | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewReceipt | ProblemSchema]:
    """Draw the complainant's receipt, once

     Draw the complainant's receipt, once. It is in this answer and in no other: hand it over.

    A volunteer's telephone gets none, so that until now nobody has one. If this one is lost, too, it is
    replaced on the case (`cases/{id}/new_receipt/`).

    Args:
        slug (str):
        submission_id (UUID):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewReceipt | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        submission_id=submission_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> NewReceipt | ProblemSchema | None:
    """Draw the complainant's receipt, once

     Draw the complainant's receipt, once. It is in this answer and in no other: hand it over.

    A volunteer's telephone gets none, so that until now nobody has one. If this one is lost, too, it is
    replaced on the case (`cases/{id}/new_receipt/`).

    Args:
        slug (str):
        submission_id (UUID):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewReceipt | ProblemSchema
    """

    return sync_detailed(
        slug=slug,
        submission_id=submission_id,
        client=client,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    slug: str,
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewReceipt | ProblemSchema]:
    """Draw the complainant's receipt, once

     Draw the complainant's receipt, once. It is in this answer and in no other: hand it over.

    A volunteer's telephone gets none, so that until now nobody has one. If this one is lost, too, it is
    replaced on the case (`cases/{id}/new_receipt/`).

    Args:
        slug (str):
        submission_id (UUID):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewReceipt | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        submission_id=submission_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> NewReceipt | ProblemSchema | None:
    """Draw the complainant's receipt, once

     Draw the complainant's receipt, once. It is in this answer and in no other: hand it over.

    A volunteer's telephone gets none, so that until now nobody has one. If this one is lost, too, it is
    replaced on the case (`cases/{id}/new_receipt/`).

    Args:
        slug (str):
        submission_id (UUID):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewReceipt | ProblemSchema
    """

    return (
        await asyncio_detailed(
            slug=slug,
            submission_id=submission_id,
            client=client,
            idempotency_key=idempotency_key,
        )
    ).parsed
