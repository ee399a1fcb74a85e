import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.deadline_rules_list_country import DeadlineRulesListCountry
from ...models.paginated_deadline_rule_list import PaginatedDeadlineRuleList
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    country: DeadlineRulesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    trigger: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_country: str | Unset = UNSET
    if not isinstance(country, Unset):
        json_country = country.value

    params["country"] = json_country

    params["cursor"] = cursor

    params["page_size"] = page_size

    params["trigger"] = trigger

    json_valid_on: str | Unset = UNSET
    if not isinstance(valid_on, Unset):
        json_valid_on = valid_on.isoformat()
    params["valid_on"] = json_valid_on

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/deadline-rules/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedDeadlineRuleList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedDeadlineRuleList.from_dict(response.json())

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
) -> Response[PaginatedDeadlineRuleList | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    country: DeadlineRulesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    trigger: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> Response[PaginatedDeadlineRuleList | ProblemSchema]:
    """Legal terms, by code

     Legal terms, by code. One with `verified: false` is not to be shown as law.

    Args:
        country (DeadlineRulesListCountry | Unset):
        cursor (str | Unset):
        page_size (int | Unset):
        trigger (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedDeadlineRuleList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        country=country,
        cursor=cursor,
        page_size=page_size,
        trigger=trigger,
        valid_on=valid_on,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    country: DeadlineRulesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    trigger: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> PaginatedDeadlineRuleList | ProblemSchema | None:
    """Legal terms, by code

     Legal terms, by code. One with `verified: false` is not to be shown as law.

    Args:
        country (DeadlineRulesListCountry | Unset):
        cursor (str | Unset):
        page_size (int | Unset):
        trigger (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedDeadlineRuleList | ProblemSchema
    """

    return sync_detailed(
        client=client,
        country=country,
        cursor=cursor,
        page_size=page_size,
        trigger=trigger,
        valid_on=valid_on,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    country: DeadlineRulesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    trigger: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> Response[PaginatedDeadlineRuleList | ProblemSchema]:
    """Legal terms, by code

     Legal terms, by code. One with `verified: false` is not to be shown as law.

    Args:
        country (DeadlineRulesListCountry | Unset):
        cursor (str | Unset):
        page_size (int | Unset):
        trigger (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedDeadlineRuleList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        country=country,
        cursor=cursor,
        page_size=page_size,
        trigger=trigger,
        valid_on=valid_on,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    country: DeadlineRulesListCountry | Unset = UNSET,
    cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    trigger: str | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
) -> PaginatedDeadlineRuleList | ProblemSchema | None:
    """Legal terms, by code

     Legal terms, by code. One with `verified: false` is not to be shown as law.

    Args:
        country (DeadlineRulesListCountry | Unset):
        cursor (str | Unset):
        page_size (int | Unset):
        trigger (str | Unset):
        valid_on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedDeadlineRuleList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            country=country,
            cursor=cursor,
            page_size=page_size,
            trigger=trigger,
            valid_on=valid_on,
        )
    ).parsed
