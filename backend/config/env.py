"""Typed readers of the environment: each names its variable, and all complaints are told at once."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

POSTGRES_SCHEMES = ("postgres", "postgresql")
POSTGRESQL: Final = "backend.common.postgresql"
YES, NO = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})


class Environment:
    """What the environment says. A value that cannot be read is noted and replaced by the default, so that
    whoever starts Dosja learns of every mistake in one go."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.problems: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        return self._values.get(name, default).strip()

    def secret(self, name: str) -> str:
        """The value itself, the content of the file that `<name>_FILE` points at, or the service manager's
        credential of that name in small letters (systemd: `LoadCredentialEncrypted=dosja_root_key:…`)."""
        places = {f"{name}_FILE": self.text(f"{name}_FILE"), "its credential": self._credential(name)}
        found = {place: path for place, path in places.items() if path}
        if len(found) + bool(self.text(name)) > 1:
            self.problems.append(
                f"{' and '.join([name] * bool(self.text(name)) + [*found])} are both set: keep one."
            )
        for place, path in found.items():
            try:
                return Path(path).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as failed:
                self.problems.append(f"{name}: {place} cannot be read ({type(failed).__name__}).")
                return ""
        return self.text(name)

    def _credential(self, name: str) -> str:
        directory = self.text("CREDENTIALS_DIRECTORY")
        path = Path(directory) / name.lower()
        return str(path) if directory and path.exists() else ""

    def flag(self, name: str, default: bool = False) -> bool:
        word = self.text(name).lower()
        if name not in self._values:
            return default
        if word not in YES | NO:
            self.problems.append(f"{name} must be 1 or 0.")
            return default
        return word in YES

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        word = self.text(name)
        if not word:
            return default
        if not (word.isascii() and word.isdigit()) or int(word) < least:
            self.problems.append(f"{name} must be a whole number of at least {least}.")
            return default
        return int(word)

    def words(self, name: str, default: tuple[str, ...] = ()) -> list[str]:
        """A list, separated by commas."""
        if name not in self._values:
            return list(default)
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        word = self.text(name) or default
        if word not in choices:
            self.problems.append(f"{name} must be one of: {', '.join(choices)}.")
            return default
        return word

    def database(self, name: str, *, embedded: Path) -> dict[str, Any]:
        """The database that a URL names; the embedded SQLite file where there is none. The URL is a secret,
        because it may hold a password."""
        url = self.secret(name)
        if not url:
            return sqlite(embedded)
        try:
            return database_of(url)
        except ValueError as wrong:
            # Never the URL itself: it may hold a password.
            self.problems.append(f"{name} cannot be used: {wrong}.")
            return sqlite(embedded)


# The processors have other requests to serve: to compile a statement, or to start processes for it, takes
# longer than any of ours runs.
_IN_ONE_PROCESS: Final = "-c jit=off -c max_parallel_workers_per_gather=0"
# Nobody waits for a lock, or for a server that is gone, longer than a person would. A network that swallows
# packets tells nothing: without these, a request would hang for a quarter of an hour.
PATIENCE: Final = {
    "connect_timeout": "5",
    "tcp_user_timeout": "10000",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "2",
    "options": f"-c lock_timeout=15s {_IN_ONE_PROCESS}",
}


def database_of(url: str, *, patience: Mapping[str, str] = PATIENCE) -> dict[str, Any]:
    """`sqlite:///relative`, `sqlite:////absolute`, `postgresql://user:password@host:port/name?option=value`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = unquote(parts.path.removeprefix("/"))
        if parts.netloc or not path:
            raise ValueError("write sqlite:///path or sqlite:////absolute/path")
        return sqlite(Path(path))
    if parts.scheme not in POSTGRES_SCHEMES:
        raise ValueError("it must begin with postgresql:// or sqlite:///")
    try:
        port = str(parts.port or "")
    except ValueError:
        # Not the library's words: with an unquoted "/" in the password, they would quote half of it.
        raise ValueError("its port is not a number, or its password is not percent-encoded") from None
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise ValueError("it names no database")
    options = {**patience, **dict(parse_qsl(parts.query))}
    return {
        "ENGINE": POSTGRESQL,
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A directory here means a unix socket.
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": port,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite for several processes: readers beside one writer, who waits in line instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # Reopening the file costs 3 to 5 ms a request.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            # A deferred transaction that reads, then writes, fails at once when another wrote meanwhile.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def read(base_dir: Path) -> Environment:
    """The process environment over an optional file of NAME=value lines.

    `DOSJA_ENV_FILE` names the file. Without it, `var/development.env` (made by `make run`, ignored by git) is
    read where it exists and nobody says which mode this is, so that manage.py works in a checkout by hand.
    """
    named = os.environ.get("DOSJA_ENV_FILE")
    if named is None and "DOSJA_MODE" not in os.environ:
        path = base_dir / "var" / "development.env"
        return Environment({**(env_file(path) if path.exists() else {}), **os.environ})
    return Environment({**(env_file(Path(named)) if named else {}), **os.environ})


def env_file(path: Path) -> dict[str, str]:
    """NAME=value lines; empty lines and lines that begin with # are left out."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}
