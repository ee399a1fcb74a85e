"""What is shown, field by field: the whole list of what a keyless reader can get."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from backend.common.errors import Invalid, Problem
from backend.georeport.moments import written_moment
from backend.georeport.services.attributes import Attribute
from backend.georeport.services.offered import Service
from backend.georeport.services.reading import PublicRequest
from backend.georeport.services.reporting import Reported
from backend.georeport.wire import Answer


def services(found: Iterable[Service]) -> Answer:
    """The list of services. Each has attributes, consent at the least; each answers with a token."""
    return Answer(
        "services",
        [
            {
                "service_code": one.code,
                "service_name": one.name,
                "description": None,
                "metadata": True,
                "type": "batch",
                "keywords": None,
                "group": one.group or None,
            }
            for one in found
        ],
    )


def definition(service: Service, attributes: Iterable[Attribute]) -> Answer:
    """What a service asks."""
    listed = [_attribute(number, one) for number, one in enumerate(attributes, 1)]
    return Answer("service_definition", {"service_code": service.code, "attributes": listed})


def _attribute(order: int, one: Attribute) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "variable": True,
        "code": one.question.name,
        "datatype": one.datatype,
        "required": one.required,
        "datatype_description": one.hint or None,
        "order": order,
        "description": one.description,
    }
    if one.values:
        shown["values"] = [{"key": key, "name": name} for key, name in one.values]
    return shown


def reported(made: Reported) -> Answer:
    """The one time that the receipt is shown."""
    notice = _(
        "Your complaint was received. This is your receipt; with it you come back to see what happens and to "
        "write to us. Keep it safe, it is shown only now: {receipt}"
    ).format(receipt=" ".join(made.receipt.split()))
    return Answer(
        "service_requests", [{"token": made.token, "service_notice": notice, "account_id": None}], status=201
    )


def token(token: str, public_id: object) -> Answer:
    """The id, or nothing yet."""
    shown = {"service_request_id": str(public_id) if public_id else None, "token": token}
    return Answer("service_requests", [shown])


def requests(found: Iterable[PublicRequest]) -> Answer:
    """Published summaries."""
    return Answer("service_requests", [_request(one) for one in found])


def _request(one: PublicRequest) -> dict[str, Any]:
    return {
        "service_request_id": str(one.id),
        "status": "closed" if one.is_closed else "open",
        "status_notes": None,
        "service_name": one.service_name,
        "service_code": one.service_code,
        "description": one.description,
        "agency_responsible": None,
        "service_notice": None,
        "requested_datetime": written_moment(one.published_at),
        "updated_datetime": written_moment(one.updated_at),
        "expected_datetime": None,
        "address": one.place_name or None,
        "address_id": one.place_code or None,
        "zipcode": None,
        # A place is a municipality: coordinates would be those of somebody's door.
        "lat": None,
        "long": None,
        "media_url": None,
    }


def refusal(problem: Problem) -> Answer:
    """403 for a wrong key, 404 for what is not there, 400 for everything else, as the specification says."""
    status = problem.status if problem.status in (403, 404, 503) else 400
    if isinstance(problem, Invalid):
        sentences = [
            f"{one.field}: {one.message}" if one.field else str(one.message) for one in problem.errors
        ]
    else:
        sentences = [str(problem.title)]
    return Answer("errors", [{"code": status, "description": one} for one in sentences], status)
