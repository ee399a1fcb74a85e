from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.paginated_place_list import PaginatedPlaceList
from ...models.places_list_country import PlacesListCountry
from ...models.places_list_level import PlacesListLevel
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    country: PlacesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: PlacesListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_country: str | Unset = UNSET
    if not isinstance(country, Unset):
        json_country = country.value

    params["country"] = json_country

    params["cursor"] = cursor

    json_level: str | Unset = UNSET
    if not isinstance(level, Unset):
        json_level = level.value

    params["level"] = json_level

    params["page_size"] = page_size

    params["parent"] = parent

    params["search"] = search

    params["under"] = under

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/places/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedPlaceList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedPlaceList.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ProblemSchema.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ProblemSchema.from_dict(response.json())

        return response_401

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
) -> Response[PaginatedPlaceList | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    country: PlacesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: PlacesListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> Response[PaginatedPlaceList | ProblemSchema]:
    """Places, each after what it lies in

     Places, each after what it lies in.

    Args:
        country (PlacesListCountry | Unset):
        cursor (str | Unset):
        level (PlacesListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedPlaceList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        country=country,
        cursor=cursor,
        level=level,
        page_size=page_size,
        parent=parent,
        search=search,
        under=under,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    country: PlacesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: PlacesListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> PaginatedPlaceList | ProblemSchema | None:
    """Places, each after what it lies in

     Places, each after what it lies in.

    Args:
        country (PlacesListCountry | Unset):
        cursor (str | Unset):
        level (PlacesListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedPlaceList | ProblemSchema
    """

    return sync_detailed(
        client=client,
        country=country,
        cursor=cursor,
        level=level,
        page_size=page_size,
        parent=parent,
        search=search,
        under=under,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    country: PlacesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: PlacesListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> Response[PaginatedPlaceList | ProblemSchema]:
    """Places, each after what it lies in

     Places, each after what it lies in.

    Args:
        country (PlacesListCountry | Unset):
        cursor (str | Unset):
        level (PlacesListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedPlaceList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        country=country,
        cursor=cursor,
        level=level,
        page_size=page_size,
        parent=parent,
        search=search,
        under=under,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    country: PlacesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: PlacesListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> PaginatedPlaceList | ProblemSchema | None:
    """Places, each after what it lies in

     Places, each after what it lies in.

    Args:
        country (PlacesListCountry | Unset):
        cursor (str | Unset):
        level (PlacesListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedPlaceList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            country=country,
            cursor=cursor,
            level=level,
            page_size=page_size,
            parent=parent,
            search=search,
            under=under,
        )
    ).parsed
