"""A server of its own for checks from outside: demonstration network, free port, gone afterwards."""

import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from console import PYTHON, ROOT, quietly

PATIENCE = 60


@contextmanager
def demonstration_server(*, compressed: bool = False) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Gives the address and the environment in which manage.py sees the same database; with `compressed` its
    files leave as production sends them."""
    with tempfile.TemporaryDirectory(prefix="dosja-server-") as directory:
        environment = {**os.environ, "DOSJA_VAR": directory}
        quietly(PYTHON, ROOT / "deploy" / "dev" / "prepare_database.py", env=environment)
        quietly(PYTHON, "manage.py", "collectstatic", "--noinput", "--verbosity", "0", env=environment)
        if compressed:
            quietly(PYTHON, "-m", "whitenoise.compress", "--quiet", f"{directory}/static")
        port = free_port()
        server = subprocess.Popen(
            [
                *(PYTHON, "-m", "backend.config.serving", "--host", "127.0.0.1", "--port", str(port)),
                *("--workers", "2", "--blocking-threads", "2", "--log-level", "warning"),
                *("--workers-kill-timeout", "5", "backend.config.wsgi:application"),
            ],
            cwd=ROOT,
            env=environment,
        )
        try:
            wait_for(server, f"http://127.0.0.1:{port}/health/ready")
            yield f"http://127.0.0.1:{port}", environment
        finally:
            server.terminate()
            server.wait(timeout=20)


def access_token(address: str, environment: Mapping[str, str], *, partner: str, role: str) -> str:
    """A new API client of the partner signs in."""
    command = [PYTHON, "manage.py", "create_api_client", "--partner", partner, "--role", role]
    client: dict[str, Any] = json.loads(quietly(*command, env=environment))
    form = {
        "grant_type": "client_credentials",
        "client_id": client["client_id"],
        "client_secret": client["client_secret"],
        "scope": " ".join(client["scopes"]),
    }
    body = urllib.parse.urlencode(form).encode()
    with urllib.request.urlopen(f"{address}/identity/o/api/token", body, timeout=10) as answer:
        token: str = json.load(answer)["access_token"]
    return token


def wait_for(running: "subprocess.Popen[bytes]", url: str, patience: float = PATIENCE) -> None:
    """Until the address answers 200; SystemExit when the server ends or does not come."""
    deadline = time.monotonic() + patience
    while status_of(url) != 200:
        if running.poll() is not None:
            raise SystemExit(f"The server ended with exit code {running.returncode}.")
        if time.monotonic() > deadline:
            raise SystemExit(f"The server did not answer within {patience:.0f} s.")
        time.sleep(0.2)


def status_of(url: str) -> int:
    """The HTTP status, or 0 where nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
