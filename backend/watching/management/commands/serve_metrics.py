"""Tells Prometheus how Dosja stands, at a port of its own that no proxy knows."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from prometheus_client import CollectorRegistry, start_http_server

from backend.watching.standing import Counted, Standing


def registry_of(directory: Path) -> CollectorRegistry:
    """What is served: the counts of all processes, and what the database says."""
    registry = CollectorRegistry()
    registry.register(Counted(directory))
    registry.register(Standing())
    return registry


class Command(BaseCommand):
    help = (
        "Serve metrics for Prometheus until stopped. Nobody is asked who he is: "
        "the address must be one that only Prometheus reaches."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path, help="DOSJA_METRICS_DIR of web server and worker")
        parser.add_argument("--address", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=9464)

    def handle(self, *args: Any, directory: Path, address: str, port: int, **options: Any) -> None:
        try:
            _server, serving = start_http_server(port, address, registry_of(directory))
        except OSError as failed:
            raise CommandError(f"{address}:{port} cannot be used ({failed.strerror})") from None
        serving.join()
