from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_field import ImportField
from ...models.import_values import ImportValues
from ...models.problem_schema import ProblemSchema
from ...types import UNSET, Response, Unset


def _get_kwargs(
    import_id: UUID,
    column: int,
    *,
    field: ImportField | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_field: str | Unset = UNSET
    if not isinstance(field, Unset):
        json_field = field.value

    params["field"] = json_field

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/imports/{import_id}/columns/{column}/values/".format(
            import_id=quote(str(import_id), safe=""),
            column=quote(str(column), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImportValues | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = ImportValues.from_dict(response.json())

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
) -> Response[ImportValues | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    import_id: UUID,
    column: int,
    *,
    client: AuthenticatedClient,
    field: ImportField | Unset = UNSET,
) -> Response[ImportValues | ProblemSchema]:
    """The different values of a column, and what each would mean for a field

     The different values of a column, and what each would mean for a field.

    Args:
        import_id (UUID):
        column (int):
        field (ImportField | Unset): * `external_id` - Number in the old file, by which a row is
            known again
            * `former_reference` - Former reference
            * `received_on` - Day on which the complaint came
            * `narrative` - What the complainant says
            * `kind` - Kind
            * `category` - Category
            * `institution` - Institution
            * `place` - Place
            * `state` - State
            * `outcome` - Outcome
            * `resolved_on` - Day on which it was resolved
            * `closed_on` - Day on which it was closed
            * `assignee` - Who works it
            * `summary` - Summary
            * `note` - Note of the partner
            * `tags` - Tags
            * `severity` - Severity
            * `channel` - How the complaint came
            * `language` - Language
            * `happened_on` - Day on which it happened
            * `wish` - What the complainant wishes
            * `complainant_kind` - How the complainant wishes to be known
            * `name` - Name of the complainant
            * `phone` - Telephone of the complainant
            * `email` - E-mail of the complainant
            * `address` - Address of the complainant
            * `consent` - The complainant agreed that the complaint is worked on
            * `outcome_text` - Outcome in words
            * `impact` - What changed
            * `value_recovered` - Amount recovered
            * `value_currency` - Currency of the amount
            * `admissibility_note` - Why it was admissible
            * `inadmissible_reason` - Why it was inadmissible
            * `advice` - Advice that was given

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportValues | ProblemSchema]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        column=column,
        field=field,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    import_id: UUID,
    column: int,
    *,
    client: AuthenticatedClient,
    field: ImportField | Unset = UNSET,
) -> ImportValues | ProblemSchema | None:
    """The different values of a column, and what each would mean for a field

     The different values of a column, and what each would mean for a field.

    Args:
        import_id (UUID):
        column (int):
        field (ImportField | Unset): * `external_id` - Number in the old file, by which a row is
            known again
            * `former_reference` - Former reference
            * `received_on` - Day on which the complaint came
            * `narrative` - What the complainant says
            * `kind` - Kind
            * `category` - Category
            * `institution` - Institution
            * `place` - Place
            * `state` - State
            * `outcome` - Outcome
            * `resolved_on` - Day on which it was resolved
            * `closed_on` - Day on which it was closed
            * `assignee` - Who works it
            * `summary` - Summary
            * `note` - Note of the partner
            * `tags` - Tags
            * `severity` - Severity
            * `channel` - How the complaint came
            * `language` - Language
            * `happened_on` - Day on which it happened
            * `wish` - What the complainant wishes
            * `complainant_kind` - How the complainant wishes to be known
            * `name` - Name of the complainant
            * `phone` - Telephone of the complainant
            * `email` - E-mail of the complainant
            * `address` - Address of the complainant
            * `consent` - The complainant agreed that the complaint is worked on
            * `outcome_text` - Outcome in words
            * `impact` - What changed
            * `value_recovered` - Amount recovered
            * `value_currency` - Currency of the amount
            * `admissibility_note` - Why it was admissible
            * `inadmissible_reason` - Why it was inadmissible
            * `advice` - Advice that was given

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportValues | ProblemSchema
    """

    return sync_detailed(
        import_id=import_id,
        column=column,
        client=client,
        field=field,
    ).parsed


async def asyncio_detailed(
    import_id: UUID,
    column: int,
    *,
    client: AuthenticatedClient,
    field: ImportField | Unset = UNSET,
) -> Response[ImportValues | ProblemSchema]:
    """The different values of a column, and what each would mean for a field

     The different values of a column, and what each would mean for a field.

    Args:
        import_id (UUID):
        column (int):
        field (ImportField | Unset): * `external_id` - Number in the old file, by which a row is
            known again
            * `former_reference` - Former reference
            * `received_on` - Day on which the complaint came
            * `narrative` - What the complainant says
            * `kind` - Kind
            * `category` - Category
            * `institution` - Institution
            * `place` - Place
            * `state` - State
            * `outcome` - Outcome
            * `resolved_on` - Day on which it was resolved
            * `closed_on` - Day on which it was closed
            * `assignee` - Who works it
            * `summary` - Summary
            * `note` - Note of the partner
            * `tags` - Tags
            * `severity` - Severity
            * `channel` - How the complaint came
            * `language` - Language
            * `happened_on` - Day on which it happened
            * `wish` - What the complainant wishes
            * `complainant_kind` - How the complainant wishes to be known
            * `name` - Name of the complainant
            * `phone` - Telephone of the complainant
            * `email` - E-mail of the complainant
            * `address` - Address of the complainant
            * `consent` - The complainant agreed that the complaint is worked on
            * `outcome_text` - Outcome in words
            * `impact` - What changed
            * `value_recovered` - Amount recovered
            * `value_currency` - Currency of the amount
            * `admissibility_note` - Why it was admissible
            * `inadmissible_reason` - Why it was inadmissible
            * `advice` - Advice that was given

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportValues | ProblemSchema]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        column=column,
        field=field,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    import_id: UUID,
    column: int,
    *,
    client: AuthenticatedClient,
    field: ImportField | Unset = UNSET,
) -> ImportValues | ProblemSchema | None:
    """The different values of a column, and what each would mean for a field

     The different values of a column, and what each would mean for a field.

    Args:
        import_id (UUID):
        column (int):
        field (ImportField | Unset): * `external_id` - Number in the old file, by which a row is
            known again
            * `former_reference` - Former reference
            * `received_on` - Day on which the complaint came
            * `narrative` - What the complainant says
            * `kind` - Kind
            * `category` - Category
            * `institution` - Institution
            * `place` - Place
            * `state` - State
            * `outcome` - Outcome
            * `resolved_on` - Day on which it was resolved
            * `closed_on` - Day on which it was closed
            * `assignee` - Who works it
            * `summary` - Summary
            * `note` - Note of the partner
            * `tags` - Tags
            * `severity` - Severity
            * `channel` - How the complaint came
            * `language` - Language
            * `happened_on` - Day on which it happened
            * `wish` - What the complainant wishes
            * `complainant_kind` - How the complainant wishes to be known
            * `name` - Name of the complainant
            * `phone` - Telephone of the complainant
            * `email` - E-mail of the complainant
            * `address` - Address of the complainant
            * `consent` - The complainant agreed that the complaint is worked on
            * `outcome_text` - Outcome in words
            * `impact` - What changed
            * `value_recovered` - Amount recovered
            * `value_currency` - Currency of the amount
            * `admissibility_note` - Why it was admissible
            * `inadmissible_reason` - Why it was inadmissible
            * `advice` - Advice that was given

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportValues | ProblemSchema
    """

    return (
        await asyncio_detailed(
            import_id=import_id,
            column=column,
            client=client,
            field=field,
        )
    ).parsed
