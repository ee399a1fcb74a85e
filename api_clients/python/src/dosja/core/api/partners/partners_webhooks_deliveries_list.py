from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.paginated_webhook_delivery_list import PaginatedWebhookDeliveryList
from ...models.problem_schema import ProblemSchema
from ...models.webhook_delivery_state import WebhookDeliveryState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    webhook_id: UUID,
    *,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = 50,
    state: WebhookDeliveryState | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    params["page_size"] = page_size

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/partners/{slug}/webhooks/{webhook_id}/deliveries/".format(
            slug=quote(str(slug), safe=""),
            webhook_id=quote(str(webhook_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedWebhookDeliveryList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedWebhookDeliveryList.from_dict(response.json())

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
) -> Response[PaginatedWebhookDeliveryList | ProblemSchema]:
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
    cursor: str | Unset = UNSET,
    page_size: int | Unset = 50,
    state: WebhookDeliveryState | Unset = UNSET,
) -> Response[PaginatedWebhookDeliveryList | ProblemSchema]:
    """What was told or is to be told, newest first

     What was told or is to be told, newest first.

    Args:
        slug (str):
        webhook_id (UUID):
        cursor (str | Unset):
        page_size (int | Unset):  Default: 50.
        state (WebhookDeliveryState | Unset): * `waiting` - On its way
            * `delivered` - Delivered
            * `failed` - Given up
            * `withheld` - Withheld

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedWebhookDeliveryList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        webhook_id=webhook_id,
        cursor=cursor,
        page_size=page_size,
        state=state,
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
    cursor: str | Unset = UNSET,
    page_size: int | Unset = 50,
    state: WebhookDeliveryState | Unset = UNSET,
) -> PaginatedWebhookDeliveryList | ProblemSchema | None:
    """What was told or is to be told, newest first

     What was told or is to be told, newest first.

    Args:
        slug (str):
        webhook_id (UUID):
        cursor (str | Unset):
        page_size (int | Unset):  Default: 50.
        state (WebhookDeliveryState | Unset): * `waiting` - On its way
            * `delivered` - Delivered
            * `failed` - Given up
            * `withheld` - Withheld

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedWebhookDeliveryList | ProblemSchema
    """

    return sync_detailed(
        slug=slug,
        webhook_id=webhook_id,
        client=client,
        cursor=cursor,
        page_size=page_size,
        state=state,
    ).parsed


async def asyncio_detailed(
    slug: str,
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = 50,
    state: WebhookDeliveryState | Unset = UNSET,
) -> Response[PaginatedWebhookDeliveryList | ProblemSchema]:
    """What was told or is to be told, newest first

     What was told or is to be told, newest first.

    Args:
        slug (str):
        webhook_id (UUID):
        cursor (str | Unset):
        page_size (int | Unset):  Default: 50.
        state (WebhookDeliveryState | Unset): * `waiting` - On its way
            * `delivered` - Delivered
            * `failed` - Given up
            * `withheld` - Withheld

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedWebhookDeliveryList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        webhook_id=webhook_id,
        cursor=cursor,
        page_size=page_size,
        state=state,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = 50,
    state: WebhookDeliveryState | Unset = UNSET,
) -> PaginatedWebhookDeliveryList | ProblemSchema | None:
    """What was told or is to be told, newest first

     What was told or is to be told, newest first.

    Args:
        slug (str):
        webhook_id (UUID):
        cursor (str | Unset):
        page_size (int | Unset):  Default: 50.
        state (WebhookDeliveryState | Unset): * `waiting` - On its way
            * `delivered` - Delivered
            * `failed` - Given up
            * `withheld` - Withheld

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedWebhookDeliveryList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            slug=slug,
            webhook_id=webhook_id,
            client=client,
            cursor=cursor,
            page_size=page_size,
            state=state,
        )
    ).parsed
