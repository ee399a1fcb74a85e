"""The OpenAPI description that the code gives, and whether an answer keeps to it."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from drf_spectacular.drainage import reset_generator_stats
from drf_spectacular.generators import SchemaGenerator
from jsonschema_rs import Draft202012Validator

from backend.common import secondlock

METHODS = ("get", "post", "put", "patch", "delete")
PROBLEM = "application/problem+json"
_REFERENCE = re.compile(rb'"\$ref":"#/components/schemas/([^"]+)"')
_ANY_PROBLEM = {PROBLEM: {"schema": {"$ref": "#/components/schemas/ProblemSchema"}}}


@dataclass(frozen=True)
class Operation:
    """One method at one address, as described."""

    id: str
    method: str
    path: str
    facts: Mapping[str, Any]

    @property
    def answers(self) -> Mapping[str, Any]:
        answers: Mapping[str, Any] = self.facts["responses"]
        return answers

    @property
    def parameters(self) -> list[str]:
        """Names in the path, outermost first."""
        return re.findall(r"{(\w+)}", self.path)

    @property
    def needs_if_match(self) -> bool:
        return any(one["name"] == "If-Match" for one in self.facts.get("parameters", ()))

    @property
    def is_list(self) -> bool:
        """Its answer is a page."""
        schema = self.answers.get("200", {}).get("content", {}).get("application/json", {}).get("schema", {})
        shape = document()["components"]["schemas"].get(schema.get("$ref", "").rpartition("/")[2], {})
        return {"next", "results"} <= set(shape.get("properties", ()))

    def address(self, **ids: object) -> str:
        """Its path with these ids; ids that it does not take are left out."""
        return self.path.format(**{name: ids[name] for name in self.parameters})


@cache
def document() -> dict[str, Any]:
    """The description, generated once."""
    reset_generator_stats()
    # Views are asked for their actor, as in a request; that one ends here.
    with secondlock.holding():
        made = SchemaGenerator().get_schema(request=None, public=True)
    plain: dict[str, Any] = orjson.loads(orjson.dumps(made, default=str))
    return plain


@cache
def operations() -> Mapping[str, Operation]:
    """Every operation by its id."""
    found = [
        Operation(facts["operationId"], method, path, facts)
        for path, item in document()["paths"].items()
        for method, facts in item.items()
        if method in METHODS
    ]
    return {one.id: one for one in found}


def complaint_about(method: str, path: str, response: Any) -> str | None:
    """What is wrong with an answer, by the description; None where nothing is."""
    item = _item_at(path)
    if item is None:
        return _unexpected(response, 404)
    operation = item.get("get" if method == "HEAD" else method.lower())
    if operation is None:
        # 404: an id of the wrong form is not this address at all.
        return _unexpected(response, 404, 405)
    return _complaint(operation, response)


def _unexpected(response: Any, *statuses: int) -> str | None:
    if response.status_code not in statuses:
        return f"status {response.status_code}, where nothing is described: expected {statuses}"
    return _complaint_about_body(_ANY_PROBLEM, response)


def _complaint(operation: Operation, response: Any) -> str | None:
    answer = operation.answers.get(str(response.status_code))
    if answer is None:
        return f"status {response.status_code} is not described, only {', '.join(operation.answers)}"
    content = answer.get("content", {})
    if not content:
        return "a body, where none is described" if response.content else None
    missing = [name for name in answer.get("headers", {}) if name == "ETag" and name not in response.headers]
    if missing:
        return f"described header is missing: {', '.join(missing)}"
    return _complaint_about_body(content, response)


def _complaint_about_body(content: Mapping[str, Any], response: Any) -> str | None:
    media_type = response.headers.get("Content-Type", "").partition(";")[0]
    if media_type not in content:
        return f"content type {media_type!r} is not described, only {', '.join(content)}"
    if response.wsgi_request.method == "HEAD" or "json" not in media_type:
        return None
    validator = validator_of(orjson.dumps(content[media_type]["schema"]))
    error = next(validator.iter_errors(orjson.loads(response.content)), None)
    if error is None:
        return None
    return f"at {'.'.join(map(str, error.instance_path)) or 'the top'}: {error.message[:400]}"


@cache
def validator_of(schema: bytes) -> Draft202012Validator:
    """With the components that the schema leads to alone: all of them weigh seven megabytes each time."""
    schemas = _closed_components()["schemas"]
    needed: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        for name in _REFERENCE.findall(waiting.pop()):
            if (known := name.decode()) not in needed:
                needed[known] = schemas[known]
                waiting.append(orjson.dumps(schemas[known]))
    whole = {**orjson.loads(schema), "components": {"schemas": needed}}
    return Draft202012Validator(whole, validate_formats=True)


@cache
def _closed_components() -> dict[str, Any]:
    """The components, with answers that hold nothing beside what they name: clients may get more one day,
    but nobody shall get more by mistake. Facts of problems are open by design."""
    components: dict[str, Any] = deepcopy(document()["components"])
    for name, schema in components["schemas"].items():
        if schema.get("properties") and name != "ProblemSchema":
            schema.setdefault("additionalProperties", False)
    return components


def _item_at(path: str) -> Mapping[str, Operation] | None:
    return next((item for pattern, item in _items() if pattern.fullmatch(path)), None)


@cache
def _items() -> tuple[tuple[re.Pattern[str], Mapping[str, Operation]], ...]:
    return tuple(_by_specificity())


def _by_specificity() -> Iterator[tuple[re.Pattern[str], Mapping[str, Operation]]]:
    """Fixed addresses before those with ids: `cases/count/` is no case."""
    for path in sorted(document()["paths"], key=lambda path: path.count("{")):
        pattern = re.compile(re.sub(r"{\w+}", "[^/]+", path))
        yield pattern, {one.method: one for one in operations().values() if one.path == path}
