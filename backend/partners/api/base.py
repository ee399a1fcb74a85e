"""The base of every API view: closed unless a view opens itself."""

from typing import Any

from rest_framework.viewsets import GenericViewSet

from backend.partners.actors import Actor
from backend.partners.api.permissions import actor_of_request


class ApiViewSet(GenericViewSet[Any]):
    """Base of the API's views: `self.actor`, and no queryset unless a view names one."""

    @property
    def actor(self) -> Actor:
        return actor_of_request(self.request)
