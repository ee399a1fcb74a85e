"""A forgotten slash: pages find their way, the API says that there is nothing. And who asks by number."""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware


class Addresses(CommonMiddleware):
    """Django's own would answer a program's POST with a redirect that drops what was sent."""

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        return not request.path.startswith("/api/v1/") and super().should_redirect_with_slash(request)

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
        """Supervisors knock at a machine's number and know no name; all others name an allowed host."""
        return None if request.path.startswith("/health/") else super().process_request(request)
