"""Where a program's credentials come from: the environment, or a file that nobody else can read."""

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dosja.problems import DosjaError, Unsafe
from dosja.signing_in import TOKEN_PATH

URL, CLIENT_ID, CLIENT_SECRET = "DOSJA_URL", "DOSJA_CLIENT_ID", "DOSJA_CLIENT_SECRET"  # names
FILE = "DOSJA_CREDENTIALS"


class NoCredentials(DosjaError):
    """Nothing says who calls."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Where to call, and as whom."""

    base_url: str
    client_id: str
    client_secret: str = field(repr=False)


def found_credentials(environ: Mapping[str, str], file: Path | None = None) -> Credentials:
    """From the environment where all three stand there, else from the file. Raises NoCredentials, Unsafe."""
    told = [environ.get(name, "") for name in (URL, CLIENT_ID, CLIENT_SECRET)]
    if file is None and all(told):
        return Credentials(*told)
    path = file or _usual_file(environ)
    try:
        return _read(path)
    except FileNotFoundError:
        raise NoCredentials(
            f"Set {URL}, {CLIENT_ID} and {CLIENT_SECRET}, or keep what create_api_client printed in {path}."
        ) from None


def _usual_file(environ: Mapping[str, str]) -> Path:
    if FILE in environ:
        return Path(environ[FILE])
    home = environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".config"
    return Path(home) / "dosja" / "credentials.json"


def _read(path: Path) -> Credentials:
    with path.open("rb") as opened:
        # Of the opened file, not of the name: nobody can exchange it in between.
        if os.name == "posix" and stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & 0o077:
            raise Unsafe(f"Others can read {path}. Try: chmod 600 {path}")
        content = opened.read()
    try:
        told = json.loads(content)
        base_url = told.get("base_url") or told["token_url"].removesuffix(TOKEN_PATH)
        return Credentials(base_url, told["client_id"], told["client_secret"])
    except (ValueError, KeyError, AttributeError):
        raise NoCredentials(
            f"{path} is no JSON with client_id, client_secret and base_url or token_url."
        ) from None
