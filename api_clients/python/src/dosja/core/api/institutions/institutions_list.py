import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.institutions_list_accepts_anonymous import InstitutionsListAcceptsAnonymous
from ...models.institutions_list_country import InstitutionsListCountry
from ...models.institutions_list_kind import InstitutionsListKind
from ...models.institutions_list_level import InstitutionsListLevel
from ...models.paginated_institution_list import PaginatedInstitutionList
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    accepts_anonymous: InstitutionsListAcceptsAnonymous | Unset = UNSET,
    area: str | Unset = UNSET,
    competent_for: str | Unset = UNSET,
    country: InstitutionsListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    kind: InstitutionsListKind | Unset = UNSET,
    level: InstitutionsListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_accepts_anonymous: str | Unset = UNSET
    if not isinstance(accepts_anonymous, Unset):
        json_accepts_anonymous = accepts_anonymous.value

    params["accepts_anonymous"] = json_accepts_anonymous

    params["area"] = area

    params["competent_for"] = competent_for

    json_country: str | Unset = UNSET
    if not isinstance(country, Unset):
        json_country = country.value

    params["country"] = json_country

    params["cursor"] = cursor

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    json_level: str | Unset = UNSET
    if not isinstance(level, Unset):
        json_level = level.value

    params["level"] = json_level

    params["page_size"] = page_size

    params["parent"] = parent

    params["place"] = place

    params["search"] = search

    json_valid_on: str | Unset = UNSET
    if not isinstance(valid_on, Unset):
        json_valid_on = valid_on.isoformat()
    params["valid_on"] = json_valid_on

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/institutions/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedInstitutionList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedInstitutionList.from_dict(response.json())

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
) -> Response[PaginatedInstitutionList | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    accepts_anonymous: InstitutionsListAcceptsAnonymous | Unset = UNSET,
    area: str | Unset = UNSET,
    competent_for: str | Unset = UNSET,
    country: InstitutionsListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    kind: InstitutionsListKind | Unset = UNSET,
    level: InstitutionsListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> Response[PaginatedInstitutionList | ProblemSchema]:
    """Institutions, by code; their channels are in each one's detail

     Institutions, by code; their channels are in each one's detail.

    Args:
        accepts_anonymous (InstitutionsListAcceptsAnonymous | Unset):
        area (str | Unset):
        competent_for (str | Unset):
        country (InstitutionsListCountry | Unset):
        cursor (str | Unset):
        kind (InstitutionsListKind | Unset):
        level (InstitutionsListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        place (str | Unset):
        search (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedInstitutionList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        accepts_anonymous=accepts_anonymous,
        area=area,
        competent_for=competent_for,
        country=country,
        cursor=cursor,
        kind=kind,
        level=level,
        page_size=page_size,
        parent=parent,
        place=place,
        search=search,
        valid_on=valid_on,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    accepts_anonymous: InstitutionsListAcceptsAnonymous | Unset = UNSET,
    area: str | Unset = UNSET,
    competent_for: str | Unset = UNSET,
    country: InstitutionsListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    kind: InstitutionsListKind | Unset = UNSET,
    level: InstitutionsListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> PaginatedInstitutionList | ProblemSchema | None:
    """Institutions, by code; their channels are in each one's detail

     Institutions, by code; their channels are in each one's detail.

    Args:
        accepts_anonymous (InstitutionsListAcceptsAnonymous | Unset):
        area (str | Unset):
        competent_for (str | Unset):
        country (InstitutionsListCountry | Unset):
        cursor (str | Unset):
        kind (InstitutionsListKind | Unset):
        level (InstitutionsListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        place (str | Unset):
        search (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedInstitutionList | ProblemSchema
    """

    return sync_detailed(
        client=client,
        accepts_anonymous=accepts_anonymous,
        area=area,
        competent_for=competent_for,
        country=country,
        cursor=cursor,
        kind=kind,
        level=level,
        page_size=page_size,
        parent=parent,
        place=place,
        search=search,
        valid_on=valid_on,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    accepts_anonymous: InstitutionsListAcceptsAnonymous | Unset = UNSET,
    area: str | Unset = UNSET,
    competent_for: str | Unset = UNSET,
    country: InstitutionsListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    kind: InstitutionsListKind | Unset = UNSET,
    level: InstitutionsListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> Response[PaginatedInstitutionList | ProblemSchema]:
    """Institutions, by code; their channels are in each one's detail

     Institutions, by code; their channels are in each one's detail.

    Args:
        accepts_anonymous (InstitutionsListAcceptsAnonymous | Unset):
        area (str | Unset):
        competent_for (str | Unset):
        country (InstitutionsListCountry | Unset):
        cursor (str | Unset):
        kind (InstitutionsListKind | Unset):
        level (InstitutionsListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        place (str | Unset):
        search (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedInstitutionList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        accepts_anonymous=accepts_anonymous,
        area=area,
        competent_for=competent_for,
        country=country,
        cursor=cursor,
        kind=kind,
        level=level,
        page_size=page_size,
        parent=parent,
        place=place,
        search=search,
        valid_on=valid_on,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    accepts_anonymous: InstitutionsListAcceptsAnonymous | Unset = UNSET,
    area: str | Unset = UNSET,
    competent_for: str | Unset = UNSET,
    country: InstitutionsListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    kind: InstitutionsListKind | Unset = UNSET,
    level: InstitutionsListLevel | Unset = UNSET,
    page_size: int | Unset = UNSET,
    parent: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> PaginatedInstitutionList | ProblemSchema | None:
    """Institutions, by code; their channels are in each one's detail

     Institutions, by code; their channels are in each one's detail.

    Args:
        accepts_anonymous (InstitutionsListAcceptsAnonymous | Unset):
        area (str | Unset):
        competent_for (str | Unset):
        country (InstitutionsListCountry | Unset):
        cursor (str | Unset):
        kind (InstitutionsListKind | Unset):
        level (InstitutionsListLevel | Unset):
        page_size (int | Unset):
        parent (str | Unset):
        place (str | Unset):
        search (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedInstitutionList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            accepts_anonymous=accepts_anonymous,
            area=area,
            competent_for=competent_for,
            country=country,
            cursor=cursor,
            kind=kind,
            level=level,
            page_size=page_size,
            parent=parent,
            place=place,
            search=search,
            valid_on=valid_on,
        )
    ).parsed
