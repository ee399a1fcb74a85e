"""How the two ways of signing in look in the OpenAPI description."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

from backend.partners.api.authentication import (
    ClientAuthentication,
    StaffAuthentication,
)
from backend.partners.roles import SCOPES


class StaffScheme(OpenApiAuthenticationExtension):
    target_class = StaffAuthentication
    name = "staffSession"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "dosja_session",
            "description": "A member of staff, signed in. Unsafe methods also need the header X-CSRFToken; "
            "in production both cookies carry the prefix `__Host-`.",
        }


class ClientScheme(OpenApiAuthenticationExtension):
    target_class = ClientAuthentication
    name = "clientCredentials"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        described = {scope: ", ".join(sorted(permissions)) for scope, permissions in SCOPES.items()}
        flow = {"tokenUrl": "/identity/o/api/token", "scopes": described}
        return {
            "type": "oauth2",
            "flows": {"clientCredentials": flow},
            "description": "A partner's own program.",
        }
