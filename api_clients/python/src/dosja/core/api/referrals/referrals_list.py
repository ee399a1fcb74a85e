from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.paginated_referral_row_list import PaginatedReferralRowList
from ...models.problem_schema import ProblemSchema
from ...models.referral_state import ReferralState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    cursor: str | Unset = UNSET,
    institution: str | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    page_size: int | Unset = 50,
    state: list[ReferralState] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    params["institution"] = institution

    json_overdue: bool | None | Unset
    if isinstance(overdue, Unset):
        json_overdue = UNSET
    else:
        json_overdue = overdue
    params["overdue"] = json_overdue

    params["page_size"] = page_size

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item = state_item_data.value
            json_state.append(state_item)

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/referrals/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedReferralRowList | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = PaginatedReferralRowList.from_dict(response.json())

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
) -> Response[PaginatedReferralRowList | ProblemSchema]:
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
    institution: str | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    page_size: int | Unset = 50,
    state: list[ReferralState] | Unset = UNSET,
) -> Response[PaginatedReferralRowList | ProblemSchema]:
    """Referrals of all your cases, newest first

     Referrals of all your cases, newest first.

    Args:
        cursor (str | Unset):
        institution (str | Unset):
        overdue (bool | None | Unset):
        page_size (int | Unset):  Default: 50.
        state (list[ReferralState] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedReferralRowList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
        institution=institution,
        overdue=overdue,
        page_size=page_size,
        state=state,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    institution: str | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    page_size: int | Unset = 50,
    state: list[ReferralState] | Unset = UNSET,
) -> PaginatedReferralRowList | ProblemSchema | None:
    """Referrals of all your cases, newest first

     Referrals of all your cases, newest first.

    Args:
        cursor (str | Unset):
        institution (str | Unset):
        overdue (bool | None | Unset):
        page_size (int | Unset):  Default: 50.
        state (list[ReferralState] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedReferralRowList | ProblemSchema
    """

    return sync_detailed(
        client=client,
        cursor=cursor,
        institution=institution,
        overdue=overdue,
        page_size=page_size,
        state=state,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    institution: str | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    page_size: int | Unset = 50,
    state: list[ReferralState] | Unset = UNSET,
) -> Response[PaginatedReferralRowList | ProblemSchema]:
    """Referrals of all your cases, newest first

     Referrals of all your cases, newest first.

    Args:
        cursor (str | Unset):
        institution (str | Unset):
        overdue (bool | None | Unset):
        page_size (int | Unset):  Default: 50.
        state (list[ReferralState] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedReferralRowList | ProblemSchema]
    """

    kwargs = _get_kwargs(
        cursor=cursor,
        institution=institution,
        overdue=overdue,
        page_size=page_size,
        state=state,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    institution: str | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    page_size: int | Unset = 50,
    state: list[ReferralState] | Unset = UNSET,
) -> PaginatedReferralRowList | ProblemSchema | None:
    """Referrals of all your cases, newest first

     Referrals of all your cases, newest first.

    Args:
        cursor (str | Unset):
        institution (str | Unset):
        overdue (bool | None | Unset):
        page_size (int | Unset):  Default: 50.
        state (list[ReferralState] | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedReferralRowList | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            cursor=cursor,
            institution=institution,
            overdue=overdue,
            page_size=page_size,
            state=state,
        )
    ).parsed
