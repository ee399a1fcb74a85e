from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.categories_list_kind import CategoriesListKind
from ...models.paginated_category_list import PaginatedCategoryList
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    kind: CategoriesListKind | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    params["is_active"] = is_active

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["page_size"] = page_size

    params["parent"] = parent

    params["search"] = search

    params["under"] = under

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/categories/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedCategoryList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedCategoryList.from_dict(response.json())

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
) -> Response[PaginatedCategoryList | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    kind: CategoriesListKind | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> Response[PaginatedCategoryList | ProblemSchema]:
    """Categories, each after the one above it; `position` orders the children of one parent

     Categories, each after the one above it; `position` orders the children of one parent.

    Args:
        cursor (str | Unset):
        is_active (bool | Unset):
        kind (CategoriesListKind | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedCategoryList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
        is_active=is_active,
        kind=kind,
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
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    kind: CategoriesListKind | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> PaginatedCategoryList | ProblemSchema | None:
    """Categories, each after the one above it; `position` orders the children of one parent

     Categories, each after the one above it; `position` orders the children of one parent.

    Args:
        cursor (str | Unset):
        is_active (bool | Unset):
        kind (CategoriesListKind | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedCategoryList | ProblemSchema
    """

    return sync_detailed(
        client=client,
        cursor=cursor,
        is_active=is_active,
        kind=kind,
        page_size=page_size,
        parent=parent,
        search=search,
        under=under,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    kind: CategoriesListKind | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> Response[PaginatedCategoryList | ProblemSchema]:
    """Categories, each after the one above it; `position` orders the children of one parent

     Categories, each after the one above it; `position` orders the children of one parent.

    Args:
        cursor (str | Unset):
        is_active (bool | Unset):
        kind (CategoriesListKind | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedCategoryList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
        is_active=is_active,
        kind=kind,
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
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    kind: CategoriesListKind | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    search: str | Unset = UNSET,
    under: str | Unset = UNSET,
) -> PaginatedCategoryList | ProblemSchema | None:
    """Categories, each after the one above it; `position` orders the children of one parent

     Categories, each after the one above it; `position` orders the children of one parent.

    Args:
        cursor (str | Unset):
        is_active (bool | Unset):
        kind (CategoriesListKind | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        search (str | Unset):
        under (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedCategoryList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            cursor=cursor,
            is_active=is_active,
            kind=kind,
            page_size=page_size,
            parent=parent,
            search=search,
            under=under,
        )
    ).parsed
