"""A forgotten slash: pages find their way, the API says that there is nothing."""

from django.http import HttpRequest
from django.middleware.common import CommonMiddleware


class Addresses(CommonMiddleware):
    """Django's own would answer a program's POST with a redirect that drops what was sent."""

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        return not request.path.startswith("/api/v1/") and super().should_redirect_with_slash(request)
