from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.caller_request import CallerRequest
from ...models.handed_out import HandedOut
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    case_id: UUID,
    *,
    body: CallerRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cases/{case_id}/new_receipt/".format(
            case_id=quote(str(case_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> HandedOut | ProblemSchema | None:
    if response.status_code == 201:
        response_201 = HandedOut.from_dict(response.json())

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
) -> Response[HandedOut | ProblemSchema]:
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
    body: CallerRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[HandedOut | ProblemSchema]:
    """Give a complainant who lost the receipt a new one, after comparing what they say with what is kept

     Give a complainant who lost the receipt a new one, after comparing what they say with what is kept.

    Nothing of what is kept is shown, nor which detail was wrong; three wrong answers a day are looked
    at.
    The comparison stands in the audit trail and on the complainant's page. The new receipt opens after
    48
    hours, in which the old one works and tells that somebody asked, or as soon as a second person
    confirms it (`new_receipt/confirm/`). Where a wrong person would be dangerous, only when confirmed.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (CallerRequest | Unset): What the person on the telephone, or in front of you, says.
            Ask; never prompt. At least two details.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandedOut | ProblemSchema]
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
    body: CallerRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> HandedOut | ProblemSchema | None:
    """Give a complainant who lost the receipt a new one, after comparing what they say with what is kept

     Give a complainant who lost the receipt a new one, after comparing what they say with what is kept.

    Nothing of what is kept is shown, nor which detail was wrong; three wrong answers a day are looked
    at.
    The comparison stands in the audit trail and on the complainant's page. The new receipt opens after
    48
    hours, in which the old one works and tells that somebody asked, or as soon as a second person
    confirms it (`new_receipt/confirm/`). Where a wrong person would be dangerous, only when confirmed.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (CallerRequest | Unset): What the person on the telephone, or in front of you, says.
            Ask; never prompt. At least two details.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandedOut | ProblemSchema
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
    body: CallerRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[HandedOut | ProblemSchema]:
    """Give a complainant who lost the receipt a new one, after comparing what they say with what is kept

     Give a complainant who lost the receipt a new one, after comparing what they say with what is kept.

    Nothing of what is kept is shown, nor which detail was wrong; three wrong answers a day are looked
    at.
    The comparison stands in the audit trail and on the complainant's page. The new receipt opens after
    48
    hours, in which the old one works and tells that somebody asked, or as soon as a second person
    confirms it (`new_receipt/confirm/`). Where a wrong person would be dangerous, only when confirmed.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (CallerRequest | Unset): What the person on the telephone, or in front of you, says.
            Ask; never prompt. At least two details.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HandedOut | ProblemSchema]
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
    body: CallerRequest | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> HandedOut | ProblemSchema | None:
    """Give a complainant who lost the receipt a new one, after comparing what they say with what is kept

     Give a complainant who lost the receipt a new one, after comparing what they say with what is kept.

    Nothing of what is kept is shown, nor which detail was wrong; three wrong answers a day are looked
    at.
    The comparison stands in the audit trail and on the complainant's page. The new receipt opens after
    48
    hours, in which the old one works and tells that somebody asked, or as soon as a second person
    confirms it (`new_receipt/confirm/`). Where a wrong person would be dangerous, only when confirmed.

    Args:
        case_id (UUID):
        idempotency_key (str | Unset):
        body (CallerRequest | Unset): What the person on the telephone, or in front of you, says.
            Ask; never prompt. At least two details.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HandedOut | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
