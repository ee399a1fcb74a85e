import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...models.sheet_format import SheetFormat
from ...models.statistic_table import StatisticTable
from ...models.statistics_retrieve_interval import StatisticsRetrieveInterval
from ...types import UNSET, Response, Unset


def _get_kwargs(
    code: str,
    *,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    format_: SheetFormat | Unset = UNSET,
    interval: StatisticsRetrieveInterval | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_date_from: str | Unset = UNSET
    if not isinstance(date_from, Unset):
        json_date_from = date_from.isoformat()
    params["date_from"] = json_date_from

    json_date_to: str | Unset = UNSET
    if not isinstance(date_to, Unset):
        json_date_to = date_to.isoformat()
    params["date_to"] = json_date_to

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    json_interval: str | Unset = UNSET
    if not isinstance(interval, Unset):
        json_interval = interval.value

    params["interval"] = json_interval

    params["partner"] = partner

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/statistics/{code}/".format(
            code=quote(str(code), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | StatisticTable | None:
    if response.status_code == 200:
        response_200 = StatisticTable.from_dict(response.json())

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
) -> Response[ProblemSchema | StatisticTable]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code: str,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    format_: SheetFormat | Unset = UNSET,
    interval: StatisticsRetrieveInterval | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> Response[ProblemSchema | StatisticTable]:
    """One statistic of one partner over a period

     One statistic of one partner over a period. Of what you do not see nothing is counted; who sees
    numbers only asks about whole calendar years and gets no small numbers.

    Args:
        code (str):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        format_ (SheetFormat | Unset): * `csv` - csv
            * `xlsx` - xlsx
        interval (StatisticsRetrieveInterval | Unset):
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | StatisticTable]
    """

    kwargs = _get_kwargs(
        code=code,
        date_from=date_from,
        date_to=date_to,
        format_=format_,
        interval=interval,
        partner=partner,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    code: str,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    format_: SheetFormat | Unset = UNSET,
    interval: StatisticsRetrieveInterval | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> ProblemSchema | StatisticTable | None:
    """One statistic of one partner over a period

     One statistic of one partner over a period. Of what you do not see nothing is counted; who sees
    numbers only asks about whole calendar years and gets no small numbers.

    Args:
        code (str):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        format_ (SheetFormat | Unset): * `csv` - csv
            * `xlsx` - xlsx
        interval (StatisticsRetrieveInterval | Unset):
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | StatisticTable
    """

    return sync_detailed(
        code=code,
        client=client,
        date_from=date_from,
        date_to=date_to,
        format_=format_,
        interval=interval,
        partner=partner,
    ).parsed


async def asyncio_detailed(
    code: str,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    format_: SheetFormat | Unset = UNSET,
    interval: StatisticsRetrieveInterval | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> Response[ProblemSchema | StatisticTable]:
    """One statistic of one partner over a period

     One statistic of one partner over a period. Of what you do not see nothing is counted; who sees
    numbers only asks about whole calendar years and gets no small numbers.

    Args:
        code (str):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        format_ (SheetFormat | Unset): * `csv` - csv
            * `xlsx` - xlsx
        interval (StatisticsRetrieveInterval | Unset):
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | StatisticTable]
    """

    kwargs = _get_kwargs(
        code=code,
        date_from=date_from,
        date_to=date_to,
        format_=format_,
        interval=interval,
        partner=partner,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    code: str,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    format_: SheetFormat | Unset = UNSET,
    interval: StatisticsRetrieveInterval | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> ProblemSchema | StatisticTable | None:
    """One statistic of one partner over a period

     One statistic of one partner over a period. Of what you do not see nothing is counted; who sees
    numbers only asks about whole calendar years and gets no small numbers.

    Args:
        code (str):
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        format_ (SheetFormat | Unset): * `csv` - csv
            * `xlsx` - xlsx
        interval (StatisticsRetrieveInterval | Unset):
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | StatisticTable
    """

    return (
        await asyncio_detailed(
            code=code,
            client=client,
            date_from=date_from,
            date_to=date_to,
            format_=format_,
            interval=interval,
            partner=partner,
        )
    ).parsed
