from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.filed import Filed
from ...models.new_complaint_request import NewComplaintRequest
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewComplaintRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
    x_proof_of_work: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(x_form_key, Unset):
        headers["X-Form-Key"] = x_form_key

    if not isinstance(x_proof_of_work, Unset):
        headers["X-Proof-Of-Work"] = x_proof_of_work

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/complaints/",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Filed | ProblemSchema | None:
    if response.status_code == 201:
        response_201 = Filed.from_dict(response.json())

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
) -> Response[Filed | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewComplaintRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
    x_proof_of_work: str | Unset = UNSET,
) -> Response[Filed | ProblemSchema]:
    """File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner

     File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner.

    The answer holds the receipt, which is never shown again. `reference` is null while the complaint
    waits to be looked at, which happens when very many come; none is refused for that.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        x_proof_of_work (str | Unset):
        body (NewComplaintRequest): A complaint. `partner`, `channel` and `received_on` belong to
            signed-in callers only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Filed | ProblemSchema]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        idempotency_key=idempotency_key,
        x_form_key=x_form_key,
        x_proof_of_work=x_proof_of_work,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewComplaintRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
    x_proof_of_work: str | Unset = UNSET,
) -> Filed | ProblemSchema | None:
    """File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner

     File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner.

    The answer holds the receipt, which is never shown again. `reference` is null while the complaint
    waits to be looked at, which happens when very many come; none is refused for that.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        x_proof_of_work (str | Unset):
        body (NewComplaintRequest): A complaint. `partner`, `channel` and `received_on` belong to
            signed-in callers only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Filed | ProblemSchema
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        idempotency_key=idempotency_key,
        x_form_key=x_form_key,
        x_proof_of_work=x_proof_of_work,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewComplaintRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
    x_proof_of_work: str | Unset = UNSET,
) -> Response[Filed | ProblemSchema]:
    """File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner

     File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner.

    The answer holds the receipt, which is never shown again. `reference` is null while the complaint
    waits to be looked at, which happens when very many come; none is refused for that.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        x_proof_of_work (str | Unset):
        body (NewComplaintRequest): A complaint. `partner`, `channel` and `received_on` belong to
            signed-in callers only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Filed | ProblemSchema]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        idempotency_key=idempotency_key,
        x_form_key=x_form_key,
        x_proof_of_work=x_proof_of_work,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewComplaintRequest,
    accept_language: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_form_key: str | Unset = UNSET,
    x_proof_of_work: str | Unset = UNSET,
) -> Filed | ProblemSchema | None:
    """File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner

     File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner.

    The answer holds the receipt, which is never shown again. `reference` is null while the complaint
    waits to be looked at, which happens when very many come; none is refused for that.

    Args:
        accept_language (str | Unset):
        idempotency_key (str | Unset):
        x_form_key (str | Unset):
        x_proof_of_work (str | Unset):
        body (NewComplaintRequest): A complaint. `partner`, `channel` and `received_on` belong to
            signed-in callers only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Filed | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            idempotency_key=idempotency_key,
            x_form_key=x_form_key,
            x_proof_of_work=x_proof_of_work,
        )
    ).parsed
