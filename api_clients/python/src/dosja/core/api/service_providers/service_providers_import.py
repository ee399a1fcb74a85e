from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_report import ImportReport
from ...models.import_request import ImportRequest
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ImportRequest | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/service-providers/import/",
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImportReport | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = ImportReport.from_dict(response.json())

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

    if response.status_code == 413:
        response_413 = ProblemSchema.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemSchema.from_dict(response.json())

        return response_415

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ImportReport | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ImportRequest | Unset = UNSET,
) -> Response[ImportReport | ProblemSchema]:
    """Take providers and services from HSDS 3.2, by their ids: the same again changes nothing

     Take providers and services from HSDS 3.2, by their ids: the same again changes nothing. Rows that
    cannot be taken are in the report; the others are taken (platform administrator).

    Args:
        body (ImportRequest | Unset): Either a `document` of HSDS, or `files`: file name → text of
            a CSV file, with datapackage.json or
            without.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportReport | ProblemSchema]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ImportRequest | Unset = UNSET,
) -> ImportReport | ProblemSchema | None:
    """Take providers and services from HSDS 3.2, by their ids: the same again changes nothing

     Take providers and services from HSDS 3.2, by their ids: the same again changes nothing. Rows that
    cannot be taken are in the report; the others are taken (platform administrator).

    Args:
        body (ImportRequest | Unset): Either a `document` of HSDS, or `files`: file name → text of
            a CSV file, with datapackage.json or
            without.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportReport | ProblemSchema
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ImportRequest | Unset = UNSET,
) -> Response[ImportReport | ProblemSchema]:
    """Take providers and services from HSDS 3.2, by their ids: the same again changes nothing

     Take providers and services from HSDS 3.2, by their ids: the same again changes nothing. Rows that
    cannot be taken are in the report; the others are taken (platform administrator).

    Args:
        body (ImportRequest | Unset): Either a `document` of HSDS, or `files`: file name → text of
            a CSV file, with datapackage.json or
            without.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportReport | ProblemSchema]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ImportRequest | Unset = UNSET,
) -> ImportReport | ProblemSchema | None:
    """Take providers and services from HSDS 3.2, by their ids: the same again changes nothing

     Take providers and services from HSDS 3.2, by their ids: the same again changes nothing. Rows that
    cannot be taken are in the report; the others are taken (platform administrator).

    Args:
        body (ImportRequest | Unset): Either a `document` of HSDS, or `files`: file name → text of
            a CSV file, with datapackage.json or
            without.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportReport | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
