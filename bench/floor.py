"""The floor under every answer: a statement by the driver, its rows by orjson, in a bare Django view.

Served beside the product by the same server process, and by measurements only: no middleware, no session, no
permission. `bench/server.py` starts it; the statements come in a file that BENCH_STATEMENTS names.
"""

import os
import sqlite3
import threading
from pathlib import Path
from typing import Any

import orjson
import psycopg
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from backend.config.wsgi import application as product

STATEMENTS: dict[str, str] = orjson.loads(Path(os.environ["BENCH_STATEMENTS"]).read_bytes())
_thread = threading.local()


def bare(request: HttpRequest, name: str) -> HttpResponse:
    found = _connection().execute(STATEMENTS[name])
    names = [column[0] for column in found.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return HttpResponse(orjson.dumps(rows, default=str), content_type="application/json")


urlpatterns = [path("floor/<slug:name>/", bare)]


class Bare(WSGIHandler):
    """Django without any middleware."""

    def get_response(self, request: HttpRequest) -> Any:
        request.urlconf = __name__  # type: ignore[attr-defined]
        return super().get_response(request)


with override_settings(MIDDLEWARE=[]):
    floor = Bare()


def application(environ: dict[str, Any], start_response: Any) -> Any:
    serve = floor if environ["PATH_INFO"].startswith("/floor/") else product
    return serve(environ, start_response)


def _connection() -> Any:
    if not hasattr(_thread, "connection"):
        url = os.environ["BENCH_FLOOR_DATABASE"]
        embedded = url.startswith("sqlite:///")
        _thread.connection = (
            sqlite3.connect(url.removeprefix("sqlite:///"))
            if embedded
            else psycopg.connect(url, autocommit=True)
        )
    return _thread.connection
