import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.calendar_overrides_list_country import CalendarOverridesListCountry
from ...models.paginated_calendar_override_list import PaginatedCalendarOverrideList
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    country: CalendarOverridesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_country: str | Unset = UNSET
    if not isinstance(country, Unset):
        json_country = country.value

    params["country"] = json_country

    params["cursor"] = cursor

    json_date_from: str | Unset = UNSET
    if not isinstance(date_from, Unset):
        json_date_from = date_from.isoformat()
    params["date_from"] = json_date_from

    json_date_to: str | Unset = UNSET
    if not isinstance(date_to, Unset):
        json_date_to = date_to.isoformat()
    params["date_to"] = json_date_to

    params["page_size"] = page_size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/calendar-overrides/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedCalendarOverrideList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedCalendarOverrideList.from_dict(response.json())

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
) -> Response[PaginatedCalendarOverrideList | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    country: CalendarOverridesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[PaginatedCalendarOverrideList | ProblemSchema]:
    """Such days, by country and date

     Such days, by country and date.

    Args:
        country (CalendarOverridesListCountry | Unset):
        cursor (str | Unset):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedCalendarOverrideList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        country=country,
        cursor=cursor,
        date_from=date_from,
        date_to=date_to,
        page_size=page_size,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    country: CalendarOverridesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> PaginatedCalendarOverrideList | ProblemSchema | None:
    """Such days, by country and date

     Such days, by country and date.

    Args:
        country (CalendarOverridesListCountry | Unset):
        cursor (str | Unset):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedCalendarOverrideList | ProblemSchema
    """

    return sync_detailed(
        client=client,
        country=country,
        cursor=cursor,
        date_from=date_from,
        date_to=date_to,
        page_size=page_size,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    country: CalendarOverridesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[PaginatedCalendarOverrideList | ProblemSchema]:
    """Such days, by country and date

     Such days, by country and date.

    Args:
        country (CalendarOverridesListCountry | Unset):
        cursor (str | Unset):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedCalendarOverrideList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        country=country,
        cursor=cursor,
        date_from=date_from,
        date_to=date_to,
        page_size=page_size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    country: CalendarOverridesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> PaginatedCalendarOverrideList | ProblemSchema | None:
    """Such days, by country and date

     Such days, by country and date.

    Args:
        country (CalendarOverridesListCountry | Unset):
        cursor (str | Unset):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        page_size (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedCalendarOverrideList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            country=country,
            cursor=cursor,
            date_from=date_from,
            date_to=date_to,
            page_size=page_size,
        )
    ).parsed
