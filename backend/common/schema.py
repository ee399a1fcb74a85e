"""How the OpenAPI description is made: operation ids, header parameters, error answers."""

from typing import Any, Literal

from drf_spectacular.openapi import AutoSchema

from backend.common.problems import problems


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

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), *self._left_on_method("added_parameters")]

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> dict[str, Any]:
        # Here and not in get_response_serializers, which @extend_schema(responses=…) replaces as a whole.
        bodies = super()._get_response_bodies(direction)
        possible = problems(*self._always(), *self._left_on_method("added_problems"))
        for (status, media_type), problem in possible.items():
            if str(status) not in bodies:
                bodies[str(status)] = self._get_response_for_code(
                    problem, str(status), [media_type], direction
                )
        return dict(sorted(bodies.items()))

    def _always(self) -> list[int]:
        always = [401, 406]
        if self.method in {"POST", "PUT", "PATCH"}:
            always += [400, 413, 415]
        if self.method == "GET":
            always += [400]
        if self.path.count("{"):
            always += [404]
        return always

    def _left_on_method(self, name: str) -> tuple[Any, ...]:
        action = getattr(self.view, "action", None) or self.method.lower()
        return tuple(getattr(getattr(self.view, action, None), name, ()))
