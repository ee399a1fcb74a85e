"""How the OpenAPI description is made: operation ids, header parameters, error answers."""

from typing import Any, Literal

from drf_spectacular.openapi import AutoSchema

from backend.common.deprecation import AFTER_SUNSET, HEADERS, Deprecation, deprecation_of
from backend.common.errors import PROBLEM_MEDIA_TYPE
from backend.common.problems import problems
from backend.common.wire import ProblemRenderer

_OF_PROBLEMS = (PROBLEM_MEDIA_TYPE, ProblemRenderer.format)


def shapes_that_overlap(result: Any, generator: Any, request: Any, public: bool) -> Any:
    """A shape that holds all of another one fits both: "one of" them would refuse it."""
    for schema in result["components"]["schemas"].values():
        either = schema.get("oneOf", ())
        if either and "discriminator" not in schema and all("$ref" in one for one in either):
            schema["anyOf"] = schema.pop("oneOf")
    return result


def truths_without_choices(result: Any, generator: Any, request: Any, public: bool) -> Any:
    """A parameter that is true or false lists no words beside it: "true" in quotes is none of its values."""
    for item in result["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", ()):
                if parameter["schema"].get("type") == "boolean":
                    parameter["schema"].pop("enum", None)
    return result


_OF_CHOICES = {"enum", "type", "description", "default", "minLength"}


def choices_by_name(result: Any, generator: Any, request: Any, public: bool) -> Any:
    """A choice with a name is written out once; drf-spectacular misses those in lists that may be null and
    those of query parameters."""
    shapes = result["components"]["schemas"]
    names = {tuple(shape["enum"]): name for name, shape in shapes.items() if "enum" in shape}

    def named(part: Any) -> Any:
        if isinstance(part, list):
            return [named(one) for one in part]
        if not isinstance(part, dict):
            return part
        if set(part) <= _OF_CHOICES and tuple(part.get("enum", ())) in names:
            choices = {"$ref": f"#/components/schemas/{names[tuple(part['enum'])]}"}
            return {"allOf": [choices], "default": part["default"]} if "default" in part else choices
        return {name: named(inner) for name, inner in part.items()}

    for shape in shapes.values():
        if "properties" in shape:
            shape["properties"] = named(shape["properties"])
    for operation in (one for path in result["paths"].values() for one in path.values()):
        for parameter in operation.get("parameters", ()):
            parameter["schema"] = named(parameter["schema"])
    return result


def choices_that_programs_can_say(result: Any, generator: Any, request: Any, public: bool) -> Any:
    """Names for values that are none in a program, such as `-opened_at`; generators of clients read them."""
    for shape in result["components"]["schemas"].values():
        values = shape.get("enum", ())
        if any(value == "" or str(value).startswith("-") for value in values):
            shape["x-enum-varnames"] = [_name_of(str(value)) for value in values]
    return result


def _name_of(value: str) -> str:
    name = value.removeprefix("-").upper() or "EMPTY"
    return f"{name}_DESCENDING" if value.startswith("-") else name


class OperationSchema(AutoSchema):
    """Adds to every operation the problems that every operation can answer with.

    A decorator of a view's method adds more by leaving `added_parameters` and `added_problems` on it.
    """

    def get_response_serializers(self) -> Any:
        declared: Any = super().get_response_serializers()
        if not isinstance(declared, dict):
            status = {"POST": 201, "DELETE": 204}.get(self.method, 200)
            declared = {status: declared}
        return declared

    def get_summary(self) -> str | None:
        """The first sentence of what it does, for lists and tables of contents."""
        told = super().get_summary() or " ".join(self.get_description().split())
        return told.partition(". ")[0].rstrip(".") or None

    def map_renderers(self, attribute: str) -> list[Any]:
        # Problems are declared with their own media type; what a success gives is plain JSON.
        return [given for given in super().map_renderers(attribute) if given not in _OF_PROBLEMS]

    def get_auth(self) -> list[dict[str, Any]]:
        declared: list[dict[str, Any]] = super().get_auth()
        if self._is_open_to_everybody():
            declared = [{}, *declared]
        return declared

    def _is_open_to_everybody(self) -> bool:
        return any(getattr(one, "open_to_everybody", False) for one in self.view.get_permissions())

    def get_override_parameters(self) -> list[Any]:
        told = HEADERS if self._deprecation() else ()
        return [*super().get_override_parameters(), *self._left_on_method("added_parameters"), *told]

    def is_deprecated(self) -> bool:
        found = self._deprecation()
        return super().is_deprecated() or (found is not None and not found.parameters)

    def _get_parameters(self) -> list[dict[str, Any]]:
        parameters: list[dict[str, Any]] = super()._get_parameters()
        going = found.parameters if (found := self._deprecation()) else frozenset()
        return [one | {"deprecated": True} if one["name"] in going else one for one in parameters]

    def _deprecation(self) -> Deprecation | None:
        return deprecation_of(self.view, self._action())

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> dict[str, Any]:
        # Here and not in get_response_serializers, which @extend_schema(responses=…) replaces as a whole.
        bodies = super()._get_response_bodies(direction)
        possible = problems(*self._always(), *self._left_on_method("added_problems"))
        if self._moves_files(bodies):
            possible |= problems(503)
        if self.is_deprecated():
            possible |= AFTER_SUNSET
        for (status, media_type), problem in possible.items():
            if str(status) not in bodies:
                bodies[str(status)] = self._get_response_for_code(
                    problem, str(status), [media_type], direction
                )
        return dict(sorted(bodies.items()))

    def _moves_files(self, bodies: dict[str, Any]) -> bool:
        """Takes or gives the bytes of a file: while those are away, it is answered 503."""
        # Views that only give need no serializer for what is sent.
        taken = self.get_request_serializer() if self.method == "POST" else None
        given = bodies.get("200", {}).get("content", {})
        takes = isinstance(taken, dict) and "multipart/form-data" in taken
        return takes or "application/octet-stream" in given

    def _always(self) -> list[int]:
        # Whoever is known may ask too much, also where anybody may ask.
        always = [401, 406, 429]
        if not self._is_open_to_everybody():
            # Also who may do it is refused where a second factor is demanded and missing.
            always += [403]
        if self.method in {"POST", "PUT", "PATCH"}:
            always += [400, 413, 415]
        if self.method == "GET":
            always += [400]
        if self.path.count("{"):
            always += [404]
        return always

    def _left_on_method(self, name: str) -> tuple[Any, ...]:
        return tuple(getattr(getattr(self.view, self._action(), None), name, ()))

    def _action(self) -> str:
        return getattr(self.view, "action", None) or self.method.lower()
