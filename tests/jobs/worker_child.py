"""A worker in a process of its own, on the database of the test that started it."""

import json
import os
import sys

import django
from django.conf import settings
from django.core.management import call_command


def main() -> None:
    settings.DATABASES["default"].update(json.loads(os.environ["WORKER_DATABASE"]))
    settings.LOGGING = {
        "version": 1,
        "handlers": {"stderr": {"class": "logging.StreamHandler"}},
        "loggers": {"dosja": {"handlers": ["stderr"], "level": "INFO"}},
    }
    django.setup()
    call_command("run_worker", *sys.argv[1:])


if __name__ == "__main__":
    main()
