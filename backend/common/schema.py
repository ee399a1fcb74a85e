"""How the OpenAPI description is made: operation ids, header parameters, error answers."""

from typing import Any

from drf_spectacular.openapi import AutoSchema

from backend.common.problems import problems


class OperationSchema(AutoSchema):
    """Adds to every operation the problems that every operation can answer with."""

    def get_response_serializers(self) -> Any:
        declared = super().get_response_serializers()
        if not isinstance(declared, dict):
            status = {"POST": 201, "DELETE": 204}.get(self.method, 200)
            declared = {status: declared}
        always = [401, 406]
        if self.method in {"POST", "PUT", "PATCH"}:
            always += [400, 413, 415]
        if self.method == "GET":
            always += [400]
        if self.path.count("{"):
            always += [404]
        return {**problems(*sorted(always)), **declared}
