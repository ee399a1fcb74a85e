"""The door through which programs of calendars come: no session, a secret in the address."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from backend.cases.services.calendars import feed_of
from backend.common.errors import NotFound

# The dashboard opens a task under this address.
TASK_PAGE = "/dashboard/tasks/{id}/"


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """A person's open tasks. Unknown, ended and forgotten addresses look alike."""
    link = request.build_absolute_uri(TASK_PAGE.format(id=UUID(int=0)))
    try:
        content = feed_of(token, link=link)
    except NotFound:
        raise Http404 from None
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Content-Disposition"] = 'attachment; filename="tasks.ics"'
    return answer


urlpatterns = [path("calendar/<str:token>.ics", feed, name="calendar-feed")]
