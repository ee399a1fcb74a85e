import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...models.task_kind import TaskKind
from ...models.task_page import TaskPage
from ...models.task_whose import TaskWhose
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    cursor: str | Unset = UNSET,
    due_from: datetime.date | Unset = UNSET,
    due_until: datetime.date | Unset = UNSET,
    kind: list[TaskKind] | Unset = UNSET,
    nobodys: bool | Unset = False,
    page_size: int | Unset = 50,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    json_due_from: str | Unset = UNSET
    if not isinstance(due_from, Unset):
        json_due_from = due_from.isoformat()
    params["due_from"] = json_due_from

    json_due_until: str | Unset = UNSET
    if not isinstance(due_until, Unset):
        json_due_until = due_until.isoformat()
    params["due_until"] = json_due_until

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item = kind_item_data.value
            json_kind.append(kind_item)

    params["kind"] = json_kind

    params["nobodys"] = nobodys

    params["page_size"] = page_size

    params["partner"] = partner

    json_whose: str | Unset = UNSET
    if not isinstance(whose, Unset):
        json_whose = whose.value

    params["whose"] = json_whose

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/tasks/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | TaskPage | None:
    if response.status_code == 200:
        response_200 = TaskPage.from_dict(response.json())

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
) -> Response[ProblemSchema | TaskPage]:
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
    due_from: datetime.date | Unset = UNSET,
    due_until: datetime.date | Unset = UNSET,
    kind: list[TaskKind] | Unset = UNSET,
    nobodys: bool | Unset = False,
    page_size: int | Unset = 50,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> Response[ProblemSchema | TaskPage]:
    """What is to be done, the earliest day first

     What is to be done, the earliest day first. Follow `next` for more.

    Args:
        cursor (str | Unset):
        due_from (datetime.date | Unset):
        due_until (datetime.date | Unset):
        kind (list[TaskKind] | Unset):
        nobodys (bool | Unset):  Default: False.
        page_size (int | Unset):  Default: 50.
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | TaskPage]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
        due_from=due_from,
        due_until=due_until,
        kind=kind,
        nobodys=nobodys,
        page_size=page_size,
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
    cursor: str | Unset = UNSET,
    due_from: datetime.date | Unset = UNSET,
    due_until: datetime.date | Unset = UNSET,
    kind: list[TaskKind] | Unset = UNSET,
    nobodys: bool | Unset = False,
    page_size: int | Unset = 50,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> ProblemSchema | TaskPage | None:
    """What is to be done, the earliest day first

     What is to be done, the earliest day first. Follow `next` for more.

    Args:
        cursor (str | Unset):
        due_from (datetime.date | Unset):
        due_until (datetime.date | Unset):
        kind (list[TaskKind] | Unset):
        nobodys (bool | Unset):  Default: False.
        page_size (int | Unset):  Default: 50.
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | TaskPage
    """

    return sync_detailed(
        client=client,
        cursor=cursor,
        due_from=due_from,
        due_until=due_until,
        kind=kind,
        nobodys=nobodys,
        page_size=page_size,
        partner=partner,
        whose=whose,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    due_from: datetime.date | Unset = UNSET,
    due_until: datetime.date | Unset = UNSET,
    kind: list[TaskKind] | Unset = UNSET,
    nobodys: bool | Unset = False,
    page_size: int | Unset = 50,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> Response[ProblemSchema | TaskPage]:
    """What is to be done, the earliest day first

     What is to be done, the earliest day first. Follow `next` for more.

    Args:
        cursor (str | Unset):
        due_from (datetime.date | Unset):
        due_until (datetime.date | Unset):
        kind (list[TaskKind] | Unset):
        nobodys (bool | Unset):  Default: False.
        page_size (int | Unset):  Default: 50.
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | TaskPage]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
        due_from=due_from,
        due_until=due_until,
        kind=kind,
        nobodys=nobodys,
        page_size=page_size,
        partner=partner,
        whose=whose,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    due_from: datetime.date | Unset = UNSET,
    due_until: datetime.date | Unset = UNSET,
    kind: list[TaskKind] | Unset = UNSET,
    nobodys: bool | Unset = False,
    page_size: int | Unset = 50,
    partner: str | Unset = UNSET,
    whose: TaskWhose | Unset = TaskWhose.MINE,
) -> ProblemSchema | TaskPage | None:
    """What is to be done, the earliest day first

     What is to be done, the earliest day first. Follow `next` for more.

    Args:
        cursor (str | Unset):
        due_from (datetime.date | Unset):
        due_until (datetime.date | Unset):
        kind (list[TaskKind] | Unset):
        nobodys (bool | Unset):  Default: False.
        page_size (int | Unset):  Default: 50.
        partner (str | Unset):
        whose (TaskWhose | Unset): * `mine` - Given to you
            * `team` - All of your organisation's Default: TaskWhose.MINE.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | TaskPage
    """

    return (
        await asyncio_detailed(
            client=client,
            cursor=cursor,
            due_from=due_from,
            due_until=due_until,
            kind=kind,
            nobodys=nobodys,
            page_size=page_size,
            partner=partner,
            whose=whose,
        )
    ).parsed
