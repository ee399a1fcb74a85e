"""The base of every API view: closed unless a view opens itself."""

from typing import Any

from django.conf import settings
from django.utils import translation
from rest_framework.request import Request
from rest_framework.viewsets import GenericViewSet

from backend.partners.actors import Actor
from backend.partners.api.permissions import actor_of_request


class ApiViewSet(GenericViewSet[Any]):
    """Base of the API's views: `self.actor`, and no queryset unless a view names one."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Whoever asks for no language is answered in his own.
        chosen = "Accept-Language" in request.headers or settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        if self.actor.user is not None and not chosen:
            translation.activate(self.actor.user.language.lower())

    @property
    def actor(self) -> Actor:
        return actor_of_request(self.request)
