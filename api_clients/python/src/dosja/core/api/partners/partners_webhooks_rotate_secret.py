from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...models.secret_rotation_request import SecretRotationRequest
from ...models.webhook_with_secret import WebhookWithSecret
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    webhook_id: UUID,
    *,
    body: SecretRotationRequest | Unset = UNSET,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/partners/{slug}/webhooks/{webhook_id}/rotate_secret/".format(
            slug=quote(str(slug), safe=""),
            webhook_id=quote(str(webhook_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | WebhookWithSecret | None:
    if response.status_code == 200:
        response_200 = WebhookWithSecret.from_dict(response.json())

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
) -> Response[ProblemSchema | WebhookWithSecret]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SecretRotationRequest | Unset = UNSET,
    if_match: str,
) -> Response[ProblemSchema | WebhookWithSecret]:
    """Make a new secret, shown in this answer alone

     Make a new secret, shown in this answer alone. Until the overlap ends both sign.

    Args:
        slug (str):
        webhook_id (UUID):
        if_match (str):
        body (SecretRotationRequest | Unset): How long the old secret signs beside the new one; 0
            where it is known to somebody.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | WebhookWithSecret]
    """

    kwargs = _get_kwargs(
        slug=slug,
        webhook_id=webhook_id,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SecretRotationRequest | Unset = UNSET,
    if_match: str,
) -> ProblemSchema | WebhookWithSecret | None:
    """Make a new secret, shown in this answer alone

     Make a new secret, shown in this answer alone. Until the overlap ends both sign.

    Args:
        slug (str):
        webhook_id (UUID):
        if_match (str):
        body (SecretRotationRequest | Unset): How long the old secret signs beside the new one; 0
            where it is known to somebody.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | WebhookWithSecret
    """

    return sync_detailed(
        slug=slug,
        webhook_id=webhook_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    slug: str,
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SecretRotationRequest | Unset = UNSET,
    if_match: str,
) -> Response[ProblemSchema | WebhookWithSecret]:
    """Make a new secret, shown in this answer alone

     Make a new secret, shown in this answer alone. Until the overlap ends both sign.

    Args:
        slug (str):
        webhook_id (UUID):
        if_match (str):
        body (SecretRotationRequest | Unset): How long the old secret signs beside the new one; 0
            where it is known to somebody.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | WebhookWithSecret]
    """

    kwargs = _get_kwargs(
        slug=slug,
        webhook_id=webhook_id,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SecretRotationRequest | Unset = UNSET,
    if_match: str,
) -> ProblemSchema | WebhookWithSecret | None:
    """Make a new secret, shown in this answer alone

     Make a new secret, shown in this answer alone. Until the overlap ends both sign.

    Args:
        slug (str):
        webhook_id (UUID):
        if_match (str):
        body (SecretRotationRequest | Unset): How long the old secret signs beside the new one; 0
            where it is known to somebody.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | WebhookWithSecret
    """

    return (
        await asyncio_detailed(
            slug=slug,
            webhook_id=webhook_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
