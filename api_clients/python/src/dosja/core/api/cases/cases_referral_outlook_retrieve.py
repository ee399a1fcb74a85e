from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.outlook import Outlook
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    case_id: UUID,
    *,
    institution: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["institution"] = institution

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/cases/{case_id}/referral-outlook/".format(
            case_id=quote(str(case_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Outlook | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = Outlook.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = ProblemSchema.from_dict(response.json())

        return response_409

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Outlook | ProblemSchema]:
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
    institution: str | Unset = UNSET,
) -> Response[Outlook | ProblemSchema]:
    """Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today

     Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today. Nothing is kept.

    Args:
        case_id (UUID):
        institution (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Outlook | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        institution=institution,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    institution: str | Unset = UNSET,
) -> Outlook | ProblemSchema | None:
    """Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today

     Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today. Nothing is kept.

    Args:
        case_id (UUID):
        institution (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Outlook | ProblemSchema
    """

    return sync_detailed(
        case_id=case_id,
        client=client,
        institution=institution,
    ).parsed


async def asyncio_detailed(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    institution: str | Unset = UNSET,
) -> Response[Outlook | ProblemSchema]:
    """Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today

     Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today. Nothing is kept.

    Args:
        case_id (UUID):
        institution (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Outlook | ProblemSchema]
    """

    kwargs = _get_kwargs(
        case_id=case_id,
        institution=institution,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_id: UUID,
    *,
    client: AuthenticatedClient,
    institution: str | Unset = UNSET,
) -> Outlook | ProblemSchema | None:
    """Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today

     Before anything is begun: consent, approval, anonymity, and the legal terms with their ends if the
    letter left today. Nothing is kept.

    Args:
        case_id (UUID):
        institution (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Outlook | ProblemSchema
    """

    return (
        await asyncio_detailed(
            case_id=case_id,
            client=client,
            institution=institution,
        )
    ).parsed
