"""One JSON object a line: when, how bad, where, what, in which request. Never an address, a path, a query
string, a body or a value."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from backend.common import request_ids

# The message of an exception may quote what somebody wrote ("Key (email)=(…) already exists").
FRAMES = 12


# Whoever knows the rest of such an address may answer a letter, read a calendar or choose a password.
_SECRET_ADDRESS = re.compile(r"/(answer|calendar|invitation|password)/[^/\s\"'?]+")


class SecretAddresses(logging.Filter):
    """Django names the path of a request that failed; its route says enough."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if path := getattr(request, "path", ""):
            match = getattr(request, "resolver_match", None)
            record.msg = record.getMessage().replace(path, match.view_name if match else "…")
            record.args = None
        message = record.getMessage()
        if (told := _SECRET_ADDRESS.sub(r"/\1/…", message)) != message:
            record.msg, record.args = told, None
        return True


class JSONLines(logging.Formatter):
    """For production: an exception shows as its class and the lines it passed, without its message."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if request_id := request_ids.current():
            line["request"] = request_id
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["frames"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])[-FRAMES:]
            ]
        return json.dumps(line, ensure_ascii=False)


def configuration(*, production: bool) -> dict[str, object]:
    """The LOGGING setting."""
    everywhere = ["console", "counts"]
    quiet = {"handlers": everywhere, "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {"()": "backend.config.logs.JSONLines"},
            "readable": {"format": "{levelname} {name}: {message}", "style": "{"},
        },
        "filters": {"secret_addresses": {"()": "backend.config.logs.SecretAddresses"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "lines" if production else "readable",
                "filters": ["secret_addresses"],
            },
            "counts": {"class": "backend.watching.loglines.LineCounts", "level": "WARNING"},
        },
        "root": {"handlers": everywhere, "level": "INFO"},
        "loggers": {
            # Each request leaves a line; whoever develops has them in the browser.
            "dosja.requests": {"level": "INFO" if production else "WARNING"},
            "django": {**quiet, "level": "INFO"},
            # Refusals (4xx) are answers, not events: their paths are chosen by whoever calls.
            "django.request": {**quiet, "level": "ERROR"},
            "django.security": {**quiet, "level": "ERROR"},
            # Scanners knock under every name; each would leave a traceback.
            "django.security.DisallowedHost": {"handlers": [], "propagate": False, "level": "CRITICAL"},
            # At DEBUG it writes out the access tokens that it issues: no log level of ours may reach it.
            "oauthlib": {"level": "WARNING"},
            # At INFO it names the passkey that signed in: a mark of one person's device.
            "fido2": {"level": "WARNING"},
        },
    }
