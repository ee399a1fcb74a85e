from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_run import ImportRun
from ...models.problem_schema import ProblemSchema
from ...types import Response


def _get_kwargs(
    import_id: UUID,
    *,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/imports/{import_id}/undo/".format(
            import_id=quote(str(import_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImportRun | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = ImportRun.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = ProblemSchema.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = ProblemSchema.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemSchema.from_dict(response.json())

        return response_415

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
) -> Response[ImportRun | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> Response[ImportRun | ProblemSchema]:
    """Take back the cases on which nobody has worked since; the others stay and are listed

     Take back the cases on which nobody has worked since; the others stay and are listed.

    Args:
        import_id (UUID):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRun | ProblemSchema]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> ImportRun | ProblemSchema | None:
    """Take back the cases on which nobody has worked since; the others stay and are listed

     Take back the cases on which nobody has worked since; the others stay and are listed.

    Args:
        import_id (UUID):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRun | ProblemSchema
    """

    return sync_detailed(
        import_id=import_id,
        client=client,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> Response[ImportRun | ProblemSchema]:
    """Take back the cases on which nobody has worked since; the others stay and are listed

     Take back the cases on which nobody has worked since; the others stay and are listed.

    Args:
        import_id (UUID):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportRun | ProblemSchema]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    import_id: UUID,
    *,
    client: AuthenticatedClient,
    if_match: str,
) -> ImportRun | ProblemSchema | None:
    """Take back the cases on which nobody has worked since; the others stay and are listed

     Take back the cases on which nobody has worked since; the others stay and are listed.

    Args:
        import_id (UUID):
        if_match (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportRun | ProblemSchema
    """

    return (
        await asyncio_detailed(
            import_id=import_id,
            client=client,
            if_match=if_match,
        )
    ).parsed
