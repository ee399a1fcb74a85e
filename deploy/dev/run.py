"""`make run`: sets up what is missing, then keeps the web server and the worker running together."""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from console import PYTHON, ROOT, VAR, quietly, shown, step
from setup import ensure_ready

HOST = "127.0.0.1"
PATIENCE = 15


def main() -> int:
    port = _port()
    print("Dosja: setting up", flush=True)
    ensure_ready("base")
    collect_static()
    if subprocess.run(
        [PYTHON, ROOT / "deploy" / "dev" / "prepare_database.py"], cwd=ROOT, check=False
    ).returncode:
        return 1
    announce(port)
    return keep_running(
        {
            "web server": [
                *(PYTHON, "-m", "backend.config.serving", "--host", HOST, "--port", str(port)),
                *("--workers", "2", "--blocking-threads", "2", "--log-level", "warning"),
                # A worker told to stop while it still starts would never stop by itself.
                *("--workers-kill-timeout", "5"),
                "backend.config.wsgi:application",
            ],
            "worker": [PYTHON, "manage.py", "run_worker"],
        }
    )


def collect_static() -> None:
    """Copy static files where the server looks for them, when they or the packages changed."""
    digest = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    own = sorted((ROOT / "backend").glob("*/static/**/*"))
    for path in [*own, *sorted((ROOT / "api_clients" / "dashboard" / "dist").glob("**/*"))]:
        if path.is_file():
            digest.update(str(path).encode() + path.read_bytes())
    stamp = VAR / "static.stamp"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    with step("Collecting static files"):
        quietly(PYTHON, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    stamp.write_text(digest.hexdigest())


def announce(port: int) -> None:
    address = f"http://localhost:{port}"
    print(f"\nDosja runs at    {address}/")
    print(f"Dashboard        {address}/dashboard/")
    print(f"API description  {address}/api/docs/")
    accounts = VAR / "demo-accounts.txt"
    if accounts.exists():
        print(f"\nDemonstration accounts (also in {shown(accounts)}):\n")
        print(accounts.read_text(encoding="utf-8").rstrip())
    print("\nCtrl-C stops everything.", flush=True)


def keep_running(commands: dict[str, list[str | Path]]) -> int:
    """Run the commands side by side; when one ends, or on Ctrl-C, end all of them in order."""
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            # Their own sessions: Ctrl-C reaches only this script, which then stops them once and in order.
            running[name] = subprocess.Popen(
                [str(part) for part in command], cwd=ROOT, start_new_session=True
            )
        while True:
            for name, child in running.items():
                if child.poll() is not None:
                    print(f"The {name} ended with exit code {child.returncode}; stopping.", file=sys.stderr)
                    return child.returncode or 1
            time.sleep(0.3)
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
        return 0
    finally:
        stop_all(list(running.values()))


def stop_all(children: list["subprocess.Popen[bytes]"]) -> None:
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_IGN)
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as failed:
            sys.exit(
                f"Port {text} cannot be used ({failed.strerror}). Choose another one: make run PORT=8010"
            )
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
