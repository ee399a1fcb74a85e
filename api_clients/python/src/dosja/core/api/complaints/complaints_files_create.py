from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_upload_request import NewUploadRequest
from ...models.problem_schema import ProblemSchema
from ...models.upload import Upload
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewUploadRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(x_form_key, Unset):
        headers["X-Form-Key"] = x_form_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/complaints/files/",
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemSchema | Upload | None:
    if response.status_code == 201:
        response_201 = Upload.from_dict(response.json())

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
) -> Response[ProblemSchema | Upload]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewUploadRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
) -> Response[ProblemSchema | Upload]:
    """Send one file ahead

     Send one file ahead. Name its `id`, `token` and `name` in `files` of the complaint.

    It is sealed while it arrives, under a key that only the answer holds. What no complaint names
    within
    48 hours is destroyed.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        body (NewUploadRequest): One file of at most 25 MB; its name has to fit its content.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | Upload]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        idempotency_key=idempotency_key,
        x_form_key=x_form_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewUploadRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
) -> ProblemSchema | Upload | None:
    """Send one file ahead

     Send one file ahead. Name its `id`, `token` and `name` in `files` of the complaint.

    It is sealed while it arrives, under a key that only the answer holds. What no complaint names
    within
    48 hours is destroyed.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        body (NewUploadRequest): One file of at most 25 MB; its name has to fit its content.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | Upload
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        idempotency_key=idempotency_key,
        x_form_key=x_form_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewUploadRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
) -> Response[ProblemSchema | Upload]:
    """Send one file ahead

     Send one file ahead. Name its `id`, `token` and `name` in `files` of the complaint.

    It is sealed while it arrives, under a key that only the answer holds. What no complaint names
    within
    48 hours is destroyed.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        body (NewUploadRequest): One file of at most 25 MB; its name has to fit its content.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemSchema | Upload]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        idempotency_key=idempotency_key,
        x_form_key=x_form_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewUploadRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
) -> ProblemSchema | Upload | None:
    """Send one file ahead

     Send one file ahead. Name its `id`, `token` and `name` in `files` of the complaint.

    It is sealed while it arrives, under a key that only the answer holds. What no complaint names
    within
    48 hours is destroyed.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        body (NewUploadRequest): One file of at most 25 MB; its name has to fit its content.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemSchema | Upload
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            idempotency_key=idempotency_key,
            x_form_key=x_form_key,
        )
    ).parsed
