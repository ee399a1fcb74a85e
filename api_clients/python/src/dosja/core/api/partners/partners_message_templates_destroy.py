from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_schema import ProblemSchema
from ...types import Response


def _get_kwargs(
    slug: str,
    code: str,
    *,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/partners/{slug}/message-templates/{code}/".format(
            slug=quote(str(slug), safe=""),
            code=quote(str(code), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemSchema | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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

    if response.status_code == 412:
        response_412 = ProblemSchema.from_dict(response.json())

        return response_412

    if response.status_code == 428:
        response_428 = ProblemSchema.from_dict(response.json())

        return response_428

    if response.status_code == 429:
        response_429 = ProblemSchema.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    code: str,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> Response[Any | ProblemSchema]:
    """Delete a template of your own

     Delete a template of your own. A shipped one that it had replaced is back then.

    Args:
        slug (str):
        code (str):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        code=code,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    code: str,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> Any | ProblemSchema | None:
    """Delete a template of your own

     Delete a template of your own. A shipped one that it had replaced is back then.

    Args:
        slug (str):
        code (str):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemSchema
    """

    return sync_detailed(
        slug=slug,
        code=code,
        client=client,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    slug: str,
    code: str,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> Response[Any | ProblemSchema]:
    """Delete a template of your own

     Delete a template of your own. A shipped one that it had replaced is back then.

    Args:
        slug (str):
        code (str):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemSchema]
    """

    kwargs = _get_kwargs(
        slug=slug,
        code=code,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    code: str,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> Any | ProblemSchema | None:
    """Delete a template of your own

     Delete a template of your own. A shipped one that it had replaced is back then.

    Args:
        slug (str):
        code (str):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemSchema
    """

    return (
        await asyncio_detailed(
            slug=slug,
            code=code,
            client=client,
            if_match=if_match,
        )
    ).parsed
