from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cases_events_list_ordering import CasesEventsListOrdering
from ...models.event_kind import EventKind
from ...models.paginated_event_list import PaginatedEventList
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    case_id: UUID,
    *,
    cursor: str | Unset = UNSET,
    kind: list[EventKind] | Unset = UNSET,
    ordering: CasesEventsListOrdering | Unset = CasesEventsListOrdering.ID,
    page_size: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item = kind_item_data.value
            json_kind.append(kind_item)

    params["kind"] = json_kind

    json_ordering: str | Unset = UNSET
    if not isinstance(ordering, Unset):
        json_ordering = ordering.value

    params["ordering"] = json_ordering

    params["page_size"] = page_size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/cases/{case_id}/events/".format(
            case_id=quote(str(case_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedEventList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedEventList.from_dict(response.json())

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
) -> Response[PaginatedEventList | ProblemSchema]:
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
    cursor: str | Unset = UNSET,
    kind: list[EventKind] | Unset = UNSET,
    ordering: CasesEventsListOrdering | Unset = CasesEventsListOrdering.ID,
    page_size: int | Unset = UNSET,
) -> Response[PaginatedEventList | ProblemSchema]:
    """What happened, oldest first unless asked otherwise, with the words that it speaks of

     What happened, oldest first unless asked otherwise, with the words that it speaks of.

    Args:
        case_id (UUID):
        cursor (str | Unset):
        kind (list[EventKind] | Unset):
        ordering (CasesEventsListOrdering | Unset):  Default: CasesEventsListOrdering.ID.
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedEventList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        cursor=cursor,
        kind=kind,
        ordering=ordering,
        page_size=page_size,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    kind: list[EventKind] | Unset = UNSET,
    ordering: CasesEventsListOrdering | Unset = CasesEventsListOrdering.ID,
    page_size: int | Unset = UNSET,
) -> PaginatedEventList | ProblemSchema | None:
    """What happened, oldest first unless asked otherwise, with the words that it speaks of

     What happened, oldest first unless asked otherwise, with the words that it speaks of.

    Args:
        case_id (UUID):
        cursor (str | Unset):
        kind (list[EventKind] | Unset):
        ordering (CasesEventsListOrdering | Unset):  Default: CasesEventsListOrdering.ID.
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedEventList | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        client=client,
        cursor=cursor,
        kind=kind,
        ordering=ordering,
        page_size=page_size,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    kind: list[EventKind] | Unset = UNSET,
    ordering: CasesEventsListOrdering | Unset = CasesEventsListOrdering.ID,
    page_size: int | Unset = UNSET,
) -> Response[PaginatedEventList | ProblemSchema]:
    """What happened, oldest first unless asked otherwise, with the words that it speaks of

     What happened, oldest first unless asked otherwise, with the words that it speaks of.

    Args:
        case_id (UUID):
        cursor (str | Unset):
        kind (list[EventKind] | Unset):
        ordering (CasesEventsListOrdering | Unset):  Default: CasesEventsListOrdering.ID.
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedEventList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        cursor=cursor,
        kind=kind,
        ordering=ordering,
        page_size=page_size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    kind: list[EventKind] | Unset = UNSET,
    ordering: CasesEventsListOrdering | Unset = CasesEventsListOrdering.ID,
    page_size: int | Unset = UNSET,
) -> PaginatedEventList | ProblemSchema | None:
    """What happened, oldest first unless asked otherwise, with the words that it speaks of

     What happened, oldest first unless asked otherwise, with the words that it speaks of.

    Args:
        case_id (UUID):
        cursor (str | Unset):
        kind (list[EventKind] | Unset):
        ordering (CasesEventsListOrdering | Unset):  Default: CasesEventsListOrdering.ID.
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedEventList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            client=client,
            cursor=cursor,
            kind=kind,
            ordering=ordering,
            page_size=page_size,
        )
    ).parsed
