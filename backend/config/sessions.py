"""A session of staff ends after half an hour without use, and after twelve hours in any case."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from backend.common import clock

BEGAN, SEEN = "dosja_began", "dosja_seen"
# With this header (value 1) a page says that it asks by itself, while perhaps nobody sits before it: such a
# request is no use, or a page that looks for news every half minute would keep its session open for ever.
# Whoever says so falsely only ends his own session earlier.
BY_ITSELF = "Dosja-By-Itself"
# Writing the session on every request would make every reader a writer.
PRECISION = timedelta(minutes=1)


class SessionLimits:
    """Stands after AuthenticationMiddleware; requests without a session cookie pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and _is_over(request.session):
            logout(request)
        response = self.get_response(request)
        if request.session.accessed and SESSION_KEY in request.session:
            _note(request.session, by_itself=request.headers.get(BY_ITSELF) == "1")
        return response


def _is_over(session: SessionBase) -> bool:
    if SESSION_KEY not in session or BEGAN not in session:
        return False
    now = clock.now().timestamp()
    too_old = now - session[BEGAN] > settings.DOSJA_SESSION_HOURS * 3600
    return too_old or now - session[SEEN] > settings.DOSJA_SESSION_IDLE_MINUTES * 60


def _note(session: SessionBase, *, by_itself: bool) -> None:
    now = clock.now().timestamp()
    if BEGAN not in session:
        session[BEGAN] = session[SEEN] = now
    if by_itself:
        return
    if now - session.get(SEEN, 0) >= PRECISION.total_seconds():
        session[SEEN] = now
