"""The answers of GeoReport v2 as JSON Schemas, from the specification and stricter than it: a field that is
not listed here may not leave."""

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
MAYBE: Schema = {"type": ["string", "null"]}
MOMENT: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$"}
NOTHING: Schema = {"type": "null"}
FLAG: Schema = {"type": "boolean"}


def _object(optional: Schema | None = None, **required: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(one: Schema) -> Schema:
    return {"type": "array", "items": one}


SERVICES = _list(
    _object(
        service_code=TEXT,
        service_name=TEXT,
        description=MAYBE,
        metadata=FLAG,
        type={"enum": ["realtime", "batch", "blackbox"]},
        keywords=MAYBE,
        group=MAYBE,
    )
)
DEFINITION = _object(
    service_code=TEXT,
    attributes=_list(
        _object(
            {"values": {**_list(_object(key=TEXT, name=TEXT)), "minItems": 1}},
            variable=FLAG,
            code=TEXT,
            datatype={"enum": ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]},
            required=FLAG,
            datatype_description=MAYBE,
            order={"type": "integer", "minimum": 1},
            description=MAYBE,
        )
    ),
)
REPORTED = {
    **_list(_object(token=TEXT, service_notice=TEXT, account_id=NOTHING)),
    "minItems": 1,
    "maxItems": 1,
}
TOKEN = _list(_object(service_request_id=MAYBE, token=TEXT))
REQUESTS = _list(
    _object(
        service_request_id=TEXT,
        status={"enum": ["open", "closed"]},
        status_notes=NOTHING,
        service_name=TEXT,
        service_code=TEXT,
        description={"type": "string", "maxLength": 4000},
        agency_responsible=NOTHING,
        service_notice=NOTHING,
        requested_datetime=MOMENT,
        updated_datetime=MOMENT,
        expected_datetime=NOTHING,
        address=MAYBE,
        address_id=MAYBE,
        zipcode=NOTHING,
        lat=NOTHING,
        long=NOTHING,
        media_url=NOTHING,
    )
)
ERRORS = {**_list(_object(code={"enum": [400, 403, 404]}, description=TEXT)), "minItems": 1}
DISCOVERY = _object(
    changeset=TEXT,
    contact=TEXT,
    key_service=TEXT,
    endpoints=_list(
        _object(
            specification={"const": "http://wiki.open311.org/GeoReport_v2"},
            url=TEXT,
            changeset=TEXT,
            type={"enum": ["production", "test"]},
            formats={"const": ["text/xml", "application/json"]},
        )
    ),
)
