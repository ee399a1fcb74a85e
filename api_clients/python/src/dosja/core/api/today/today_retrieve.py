from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...models.task_whose import TaskWhose
from ...models.today import Today
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["partner"] = partner

    json_whose: str | Unset = UNSET
    if not isinstance(whose, Unset):
        json_whose = whose.value

    params["whose"] = json_whose

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/today/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | Today | None:
    if response.status_code == 200:
        response_200 = Today.from_dict(response.json())

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
) -> Response[ProblemSchema | Today]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> Response[ProblemSchema | Today]:
    """What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much, and
    the first ten

     What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much,
    and the first ten.

    Args:
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | Today]
    """

    kwargs = _get_kwargs(
        partner=partner,
        whose=whose,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> ProblemSchema | Today | None:
    """What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much, and
    the first ten

     What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much,
    and the first ten.

    Args:
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | Today
    """

    return sync_detailed(
        client=client,
        partner=partner,
        whose=whose,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> Response[ProblemSchema | Today]:
    """What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much, and
    the first ten

     What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much,
    and the first ten.

    Args:
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | Today]
    """

    kwargs = _get_kwargs(
        partner=partner,
        whose=whose,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> ProblemSchema | Today | None:
    """What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much, and
    the first ten

     What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much,
    and the first ten.

    Args:
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | Today
    """

    return (
        await asyncio_detailed(
            client=client,
            partner=partner,
            whose=whose,
        )
    ).parsed
