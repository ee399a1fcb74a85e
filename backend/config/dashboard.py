"""The page of the dashboard: one built file for all its addresses, in the reader's language."""

import secrets
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from backend.common.languages import current_language
from backend.config.headers import PASSKEYS, powers

# Only files of ours run. The style library writes style sheets into the page, with the mark of this answer.
# Frames: the citizens' own pages as a preview, and documents that the page has fetched itself.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; frame-src 'self' blob:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
# Staff sign in here with what their telephone or computer holds.
DEVICE: Final = powers(own=PASSKEYS)


@require_safe
@ensure_csrf_cookie
def dashboard(request: HttpRequest, path: str = "") -> HttpResponse:
    """Which page is shown, the built script decides; what may be seen, the programming interface."""
    built = settings.DOSJA_DASHBOARD / "index.html"
    if not built.is_file():
        return render(request, "dashboard_missing.html", status=503)
    nonce = secrets.token_urlsafe(16)
    page = _built(built, built.stat().st_mtime_ns)
    page = page.replace('<html lang="en">', f'<html lang="{escape(_language(request))}">')
    page = page.replace('name="dosja-nonce" content=""', f'name="dosja-nonce" content="{nonce}"')
    policies = {"Content-Security-Policy": POLICY.format(nonce=nonce), "Permissions-Policy": DEVICE}
    return HttpResponse(page, headers=policies)


def _language(request: HttpRequest) -> str:
    """What this browser asks for until the person is known."""
    return request.user.language if request.user.is_authenticated else current_language().value


@lru_cache(maxsize=2)
def _built(path: Path, changed: int) -> str:
    return path.read_text(encoding="utf-8")
