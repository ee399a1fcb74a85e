from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.paginated_service_list import PaginatedServiceList
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    case_id: UUID,
    *,
    area: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    language: str | Unset = UNSET,
    need: str | Unset = UNSET,
    open_at: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    place: str | Unset = UNSET,
    provider: UUID | Unset = UNSET,
    search: str | Unset = UNSET,
    target_group: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["area"] = area

    params["cursor"] = cursor

    params["language"] = language

    params["need"] = need

    params["open_at"] = open_at

    params["page_size"] = page_size

    params["place"] = place

    json_provider: str | Unset = UNSET
    if not isinstance(provider, Unset):
        json_provider = str(provider)
    params["provider"] = json_provider

    params["search"] = search

    params["target_group"] = target_group

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/cases/{case_id}/services/".format(
            case_id=quote(str(case_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedServiceList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedServiceList.from_dict(response.json())

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
) -> Response[PaginatedServiceList | ProblemSchema]:
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
    area: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    language: str | Unset = UNSET,
    need: str | Unset = UNSET,
    open_at: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    place: str | Unset = UNSET,
    provider: UUID | Unset = UNSET,
    search: str | Unset = UNSET,
    target_group: str | Unset = UNSET,
) -> Response[PaginatedServiceList | ProblemSchema]:
    """Services for the case's place and for what its category lets suppose that the person needs

     Services for the case's place and for what its category lets suppose that the person needs. Each
    parameter that is given takes the place of what the case says.

    Args:
        case_id (UUID):
        area (str | Unset):
        cursor (str | Unset):
        language (str | Unset):
        need (str | Unset):
        open_at (str | Unset):
        page_size (int | Unset):
        place (str | Unset):
        provider (UUID | Unset):
        search (str | Unset):
        target_group (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedServiceList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        area=area,
        cursor=cursor,
        language=language,
        need=need,
        open_at=open_at,
        page_size=page_size,
        place=place,
        provider=provider,
        search=search,
        target_group=target_group,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    area: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    language: str | Unset = UNSET,
    need: str | Unset = UNSET,
    open_at: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    place: str | Unset = UNSET,
    provider: UUID | Unset = UNSET,
    search: str | Unset = UNSET,
    target_group: str | Unset = UNSET,
) -> PaginatedServiceList | ProblemSchema | None:
    """Services for the case's place and for what its category lets suppose that the person needs

     Services for the case's place and for what its category lets suppose that the person needs. Each
    parameter that is given takes the place of what the case says.

    Args:
        case_id (UUID):
        area (str | Unset):
        cursor (str | Unset):
        language (str | Unset):
        need (str | Unset):
        open_at (str | Unset):
        page_size (int | Unset):
        place (str | Unset):
        provider (UUID | Unset):
        search (str | Unset):
        target_group (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedServiceList | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        client=client,
        area=area,
        cursor=cursor,
        language=language,
        need=need,
        open_at=open_at,
        page_size=page_size,
        place=place,
        provider=provider,
        search=search,
        target_group=target_group,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    area: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    language: str | Unset = UNSET,
    need: str | Unset = UNSET,
    open_at: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    place: str | Unset = UNSET,
    provider: UUID | Unset = UNSET,
    search: str | Unset = UNSET,
    target_group: str | Unset = UNSET,
) -> Response[PaginatedServiceList | ProblemSchema]:
    """Services for the case's place and for what its category lets suppose that the person needs

     Services for the case's place and for what its category lets suppose that the person needs. Each
    parameter that is given takes the place of what the case says.

    Args:
        case_id (UUID):
        area (str | Unset):
        cursor (str | Unset):
        language (str | Unset):
        need (str | Unset):
        open_at (str | Unset):
        page_size (int | Unset):
        place (str | Unset):
        provider (UUID | Unset):
        search (str | Unset):
        target_group (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedServiceList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        area=area,
        cursor=cursor,
        language=language,
        need=need,
        open_at=open_at,
        page_size=page_size,
        place=place,
        provider=provider,
        search=search,
        target_group=target_group,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    area: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    language: str | Unset = UNSET,
    need: str | Unset = UNSET,
    open_at: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    place: str | Unset = UNSET,
    provider: UUID | Unset = UNSET,
    search: str | Unset = UNSET,
    target_group: str | Unset = UNSET,
) -> PaginatedServiceList | ProblemSchema | None:
    """Services for the case's place and for what its category lets suppose that the person needs

     Services for the case's place and for what its category lets suppose that the person needs. Each
    parameter that is given takes the place of what the case says.

    Args:
        case_id (UUID):
        area (str | Unset):
        cursor (str | Unset):
        language (str | Unset):
        need (str | Unset):
        open_at (str | Unset):
        page_size (int | Unset):
        place (str | Unset):
        provider (UUID | Unset):
        search (str | Unset):
        target_group (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedServiceList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            client=client,
            area=area,
            cursor=cursor,
            language=language,
            need=need,
            open_at=open_at,
            page_size=page_size,
            place=place,
            provider=provider,
            search=search,
            target_group=target_group,
        )
    ).parsed
