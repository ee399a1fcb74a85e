"""Fields that several shapes of this app share."""

from typing import Any, cast

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from backend.partners.roles import Role


class RolesField(serializers.ListField):
    """Some roles, each once, at least one."""

    child = serializers.ChoiceField(choices=Role.choices)
    default_error_messages = {"repeated": _("Name each role once.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"min_length": 1, "max_length": len(Role), **options})

    def to_internal_value(self, data: Any) -> list[Role]:
        roles = [Role(role) for role in cast(list[str], super().to_internal_value(data))]
        if len(set(roles)) < len(roles):
            self.fail("repeated")
        return roles
