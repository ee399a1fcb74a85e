from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_run import ImportRun
from ...models.new_import_request import NewImportRequest
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewImportRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/imports/",
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImportRun | ProblemSchema | None:
    if response.status_code == 201:
        response_201 = ImportRun.from_dict(response.json())

        return response_201

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

    if response.status_code == 409:
        response_409 = ProblemSchema.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = ProblemSchema.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemSchema.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = ProblemSchema.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = ProblemSchema.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ImportRun | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewImportRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[ImportRun | ProblemSchema]:
    """Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows

     Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows.

    It is sealed while it arrives and destroyed 30 days after it was last used. Its rows are read in the
    background: ask again until the state is `mapping`.

    Args:
        idempotency_key (str | Unset):
        body (NewImportRequest): A spreadsheet of at most 60 MB, for one of the partners that you
            keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRun | ProblemSchema]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewImportRequest,
    idempotency_key: str | Unset = UNSET,
) -> ImportRun | ProblemSchema | None:
    """Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows

     Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows.

    It is sealed while it arrives and destroyed 30 days after it was last used. Its rows are read in the
    background: ask again until the state is `mapping`.

    Args:
        idempotency_key (str | Unset):
        body (NewImportRequest): A spreadsheet of at most 60 MB, for one of the partners that you
            keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRun | ProblemSchema
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewImportRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[ImportRun | ProblemSchema]:
    """Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows

     Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows.

    It is sealed while it arrives and destroyed 30 days after it was last used. Its rows are read in the
    background: ask again until the state is `mapping`.

    Args:
        idempotency_key (str | Unset):
        body (NewImportRequest): A spreadsheet of at most 60 MB, for one of the partners that you
            keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRun | ProblemSchema]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewImportRequest,
    idempotency_key: str | Unset = UNSET,
) -> ImportRun | ProblemSchema | None:
    """Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows

     Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows.

    It is sealed while it arrives and destroyed 30 days after it was last used. Its rows are read in the
    background: ask again until the state is `mapping`.

    Args:
        idempotency_key (str | Unset):
        body (NewImportRequest): A spreadsheet of at most 60 MB, for one of the partners that you
            keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRun | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
