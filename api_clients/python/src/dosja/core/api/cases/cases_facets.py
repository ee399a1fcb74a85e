import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.all_facets import Facets
from ...models.case_facet import CaseFacet
from ...models.case_kind import CaseKind
from ...models.case_stage import CaseStage
from ...models.case_state import CaseState
from ...models.problem_schema import ProblemSchema
from ...models.severity import Severity
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    assignee: str | Unset = UNSET,
    category: str | Unset = UNSET,
    facet: list[CaseFacet] | Unset = UNSET,
    institution: str | Unset = UNSET,
    kind: list[CaseKind] | Unset = UNSET,
    opened_from: datetime.date | Unset = UNSET,
    opened_to: datetime.date | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    owner: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    severity: list[Severity] | Unset = UNSET,
    stage: list[CaseStage] | Unset = UNSET,
    state: list[CaseState] | Unset = UNSET,
    tag: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["assignee"] = assignee

    params["category"] = category

    json_facet: list[str] | Unset = UNSET
    if not isinstance(facet, Unset):
        json_facet = []
        for facet_item_data in facet:
            facet_item = facet_item_data.value
            json_facet.append(facet_item)

    params["facet"] = json_facet

    params["institution"] = institution

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item = kind_item_data.value
            json_kind.append(kind_item)

    params["kind"] = json_kind

    json_opened_from: str | Unset = UNSET
    if not isinstance(opened_from, Unset):
        json_opened_from = opened_from.isoformat()
    params["opened_from"] = json_opened_from

    json_opened_to: str | Unset = UNSET
    if not isinstance(opened_to, Unset):
        json_opened_to = opened_to.isoformat()
    params["opened_to"] = json_opened_to

    json_overdue: bool | None | Unset
    if isinstance(overdue, Unset):
        json_overdue = UNSET
    else:
        json_overdue = overdue
    params["overdue"] = json_overdue

    params["owner"] = owner

    params["place"] = place

    params["search"] = search

    json_severity: list[int] | Unset = UNSET
    if not isinstance(severity, Unset):
        json_severity = []
        for severity_item_data in severity:
            severity_item = severity_item_data.value
            json_severity.append(severity_item)

    params["severity"] = json_severity

    json_stage: list[str] | Unset = UNSET
    if not isinstance(stage, Unset):
        json_stage = []
        for stage_item_data in stage:
            stage_item = stage_item_data.value
            json_stage.append(stage_item)

    params["stage"] = json_stage

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item = state_item_data.value
            json_state.append(state_item)

    params["state"] = json_state

    params["tag"] = tag

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/cases/facets/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Facets | ProblemSchema | None:
    if response.status_code == 200:
        response_200 = Facets.from_dict(response.json())

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
) -> Response[Facets | ProblemSchema]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    assignee: str | Unset = UNSET,
    category: str | Unset = UNSET,
    facet: list[CaseFacet] | Unset = UNSET,
    institution: str | Unset = UNSET,
    kind: list[CaseKind] | Unset = UNSET,
    opened_from: datetime.date | Unset = UNSET,
    opened_to: datetime.date | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    owner: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    severity: list[Severity] | Unset = UNSET,
    stage: list[CaseStage] | Unset = UNSET,
    state: list[CaseState] | Unset = UNSET,
    tag: str | Unset = UNSET,
) -> Response[Facets | ProblemSchema]:
    """How many cases each value of a filter would find, under all the other filters

     How many cases each value of a filter would find, under all the other filters.

    Args:
        assignee (str | Unset):
        category (str | Unset):
        facet (list[CaseFacet] | Unset):
        institution (str | Unset):
        kind (list[CaseKind] | Unset):
        opened_from (datetime.date | Unset):
        opened_to (datetime.date | Unset):
        overdue (bool | None | Unset):
        owner (str | Unset):
        place (str | Unset):
        search (str | Unset):
        severity (list[Severity] | Unset):
        stage (list[CaseStage] | Unset):
        state (list[CaseState] | Unset):
        tag (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Facets | ProblemSchema]
    """

    kwargs = _get_kwargs(
        assignee=assignee,
        category=category,
        facet=facet,
        institution=institution,
        kind=kind,
        opened_from=opened_from,
        opened_to=opened_to,
        overdue=overdue,
        owner=owner,
        place=place,
        search=search,
        severity=severity,
        stage=stage,
        state=state,
        tag=tag,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    assignee: str | Unset = UNSET,
    category: str | Unset = UNSET,
    facet: list[CaseFacet] | Unset = UNSET,
    institution: str | Unset = UNSET,
    kind: list[CaseKind] | Unset = UNSET,
    opened_from: datetime.date | Unset = UNSET,
    opened_to: datetime.date | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    owner: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    severity: list[Severity] | Unset = UNSET,
    stage: list[CaseStage] | Unset = UNSET,
    state: list[CaseState] | Unset = UNSET,
    tag: str | Unset = UNSET,
) -> Facets | ProblemSchema | None:
    """How many cases each value of a filter would find, under all the other filters

     How many cases each value of a filter would find, under all the other filters.

    Args:
        assignee (str | Unset):
        category (str | Unset):
        facet (list[CaseFacet] | Unset):
        institution (str | Unset):
        kind (list[CaseKind] | Unset):
        opened_from (datetime.date | Unset):
        opened_to (datetime.date | Unset):
        overdue (bool | None | Unset):
        owner (str | Unset):
        place (str | Unset):
        search (str | Unset):
        severity (list[Severity] | Unset):
        stage (list[CaseStage] | Unset):
        state (list[CaseState] | Unset):
        tag (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Facets | ProblemSchema
    """

    return sync_detailed(
        client=client,
        assignee=assignee,
        category=category,
        facet=facet,
        institution=institution,
        kind=kind,
        opened_from=opened_from,
        opened_to=opened_to,
        overdue=overdue,
        owner=owner,
        place=place,
        search=search,
        severity=severity,
        stage=stage,
        state=state,
        tag=tag,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    assignee: str | Unset = UNSET,
    category: str | Unset = UNSET,
    facet: list[CaseFacet] | Unset = UNSET,
    institution: str | Unset = UNSET,
    kind: list[CaseKind] | Unset = UNSET,
    opened_from: datetime.date | Unset = UNSET,
    opened_to: datetime.date | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    owner: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    severity: list[Severity] | Unset = UNSET,
    stage: list[CaseStage] | Unset = UNSET,
    state: list[CaseState] | Unset = UNSET,
    tag: str | Unset = UNSET,
) -> Response[Facets | ProblemSchema]:
    """How many cases each value of a filter would find, under all the other filters

     How many cases each value of a filter would find, under all the other filters.

    Args:
        assignee (str | Unset):
        category (str | Unset):
        facet (list[CaseFacet] | Unset):
        institution (str | Unset):
        kind (list[CaseKind] | Unset):
        opened_from (datetime.date | Unset):
        opened_to (datetime.date | Unset):
        overdue (bool | None | Unset):
        owner (str | Unset):
        place (str | Unset):
        search (str | Unset):
        severity (list[Severity] | Unset):
        stage (list[CaseStage] | Unset):
        state (list[CaseState] | Unset):
        tag (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Facets | ProblemSchema]
    """

    kwargs = _get_kwargs(
        assignee=assignee,
        category=category,
        facet=facet,
        institution=institution,
        kind=kind,
        opened_from=opened_from,
        opened_to=opened_to,
        overdue=overdue,
        owner=owner,
        place=place,
        search=search,
        severity=severity,
        stage=stage,
        state=state,
        tag=tag,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    assignee: str | Unset = UNSET,
    category: str | Unset = UNSET,
    facet: list[CaseFacet] | Unset = UNSET,
    institution: str | Unset = UNSET,
    kind: list[CaseKind] | Unset = UNSET,
    opened_from: datetime.date | Unset = UNSET,
    opened_to: datetime.date | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    owner: str | Unset = UNSET,
    place: str | Unset = UNSET,
    search: str | Unset = UNSET,
    severity: list[Severity] | Unset = UNSET,
    stage: list[CaseStage] | Unset = UNSET,
    state: list[CaseState] | Unset = UNSET,
    tag: str | Unset = UNSET,
) -> Facets | ProblemSchema | None:
    """How many cases each value of a filter would find, under all the other filters

     How many cases each value of a filter would find, under all the other filters.

    Args:
        assignee (str | Unset):
        category (str | Unset):
        facet (list[CaseFacet] | Unset):
        institution (str | Unset):
        kind (list[CaseKind] | Unset):
        opened_from (datetime.date | Unset):
        opened_to (datetime.date | Unset):
        overdue (bool | None | Unset):
        owner (str | Unset):
        place (str | Unset):
        search (str | Unset):
        severity (list[Severity] | Unset):
        stage (list[CaseStage] | Unset):
        state (list[CaseState] | Unset):
        tag (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Facets | ProblemSchema
    """

    return (
        await asyncio_detailed(
            client=client,
            assignee=assignee,
            category=category,
            facet=facet,
            institution=institution,
            kind=kind,
            opened_from=opened_from,
            opened_to=opened_to,
            overdue=overdue,
            owner=owner,
            place=place,
            search=search,
            severity=severity,
            stage=stage,
            state=state,
            tag=tag,
        )
    ).parsed
