"""Counts what the log complains of, so that an alarm is heard where nobody reads logs."""

import logging

from backend.watching.metrics import LINES


class LineCounts(logging.Handler):
    """One for each warning or worse, by logger and level. Of other packages, only the package is named."""

    def emit(self, record: logging.LogRecord) -> None:
        own = record.name.startswith(("dosja.", "django."))
        name = ".".join(record.name.split(".")[: 2 if own else 1])
        try:
            LINES.labels(name, record.levelname.lower()).inc()
        except OSError:
            self.handleError(record)
