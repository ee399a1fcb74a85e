"""The base of every API view: closed unless a view opens itself."""

from typing import Any

from django.conf import settings
from django.utils import translation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from backend.common import deprecation
from backend.common.filters import refuse_unknown_parameters
from backend.partners.actors import Actor
from backend.partners.api.permissions import actor_of_request


class ApiViewSet(GenericViewSet[Any]):
    """Base of the API's views: `self.actor`, and no queryset unless a view names one."""

    # Actions that look at their query parameters themselves; elsewhere there are none but those of pages.
    narrowed: frozenset[str] = frozenset()
    # Actions that make the server work, and therefore cost their caller more (`metering`).
    heavy: frozenset[str] = frozenset()
    # What somebody needs who has to set up a second factor first. Nothing else says True.
    open_without_second_factor = False

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        deprecation.refuse_after_sunset(self)
        filtered = self.action in self.narrowed or (self.action == "list" and self._filters_itself())
        # Without an action the method is none of this address: that is told first.
        if self.action and not filtered:
            refuse_unknown_parameters(request.query_params, ())
        # Whoever asks for no language is answered in his own.
        chosen = "Accept-Language" in request.headers or settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        if self.actor.user is not None and not chosen:
            translation.activate(self.actor.user.language.lower())

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        answer: Response = super().finalize_response(request, response, *args, **kwargs)
        deprecation.tell(self, request, answer)
        return answer

    def _filters_itself(self) -> bool:
        return getattr(self, "filterset_class", None) is not None

    @property
    def actor(self) -> Actor:
        return actor_of_request(self.request)
