"""The web server: granian, with the program read before its workers are born.

    python -m backend.config.serving --port 8000 --workers 2 … backend.config.wsgi:application

It takes what granian takes. Each worker begins as a copy of the process that has read everything, and shares
with it all memory that neither of them changes; one that dies is replaced in a moment. So new code needs a
new server: a reload (SIGHUP) copies the old one again.
"""

import gc
import multiprocessing
import sys
from importlib import import_module
from typing import Final

from django.conf import settings
from granian.cli import entrypoint

# A proxy keeps connections for its next request. It has to be the first to give an idle one up, for it cannot
# send a complaint again that went into one which was just closed: the server waits as long as it can, the
# proxies of deploy/ half as long.
IDLE_SECONDS: Final = 60
# An access log would hold the addresses of citizens.
ALWAYS: Final = (
    *("--interface", "wsgi", "--no-ws", "--no-access-log"),
    *("--http1-header-read-timeout", str(IDLE_SECONDS * 1_000)),
)


def read_everything() -> None:
    """The settings, the models, and every view with what it needs."""
    import_module("backend.config.wsgi")
    import_module(settings.ROOT_URLCONF)
    # All of this stays as long as the process: whoever collects garbage need not look through it again, which
    # takes a tenth of a second, in the middle of somebody's request, and makes its pages each worker's own.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    # What granian would take by itself, but for Python 3.14 and later.
    multiprocessing.set_start_method("fork")
    read_everything()
    sys.argv[1:1] = ALWAYS
    entrypoint()
