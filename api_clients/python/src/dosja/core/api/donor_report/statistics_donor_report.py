import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.language import Language
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    language: Language | Unset = UNSET,
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

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language.value

    params["language"] = json_language

    params["partner"] = partner

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/donor-report/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

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
) -> Response[File | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    language: Language | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> Response[File | ProblemSchema]:
    """A report over a period for donors, with your letterhead, to be printed

     A report over a period for donors, with your letterhead, to be printed. It holds no restricted case
    and no small number, whoever makes it; for those who read complaints.

    Args:
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        language (Language | Unset): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | ProblemSchema]
    """

    kwargs = _get_kwargs(
        date_from=date_from,
        date_to=date_to,
        language=language,
        partner=partner,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    language: Language | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> File | ProblemSchema | None:
    """A report over a period for donors, with your letterhead, to be printed

     A report over a period for donors, with your letterhead, to be printed. It holds no restricted case
    and no small number, whoever makes it; for those who read complaints.

    Args:
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        language (Language | Unset): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | ProblemSchema
    """

    return sync_detailed(
        client=client,
        date_from=date_from,
        date_to=date_to,
        language=language,
        partner=partner,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    language: Language | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> Response[File | ProblemSchema]:
    """A report over a period for donors, with your letterhead, to be printed

     A report over a period for donors, with your letterhead, to be printed. It holds no restricted case
    and no small number, whoever makes it; for those who read complaints.

    Args:
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        language (Language | Unset): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | ProblemSchema]
    """

    kwargs = _get_kwargs(
        date_from=date_from,
        date_to=date_to,
        language=language,
        partner=partner,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    date_from: datetime.date | Unset = UNSET,
    date_to: datetime.date | Unset = UNSET,
    language: Language | Unset = UNSET,
    partner: str | Unset = UNSET,
) -> File | ProblemSchema | None:
    """A report over a period for donors, with your letterhead, to be printed

     A report over a period for donors, with your letterhead, to be printed. It holds no restricted case
    and no small number, whoever makes it; for those who read complaints.

    Args:
        date_from (datetime.date | Unset):
        date_to (datetime.date | Unset):
        language (Language | Unset): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        partner (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            date_from=date_from,
            date_to=date_to,
            language=language,
            partner=partner,
        )
    ).parsed
