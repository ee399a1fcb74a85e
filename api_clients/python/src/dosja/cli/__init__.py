"""`dosja`: lists, shows, exports, imports and watches cases from a terminal."""

import os
import sys

import httpx

from dosja.cli import arguments, commands
from dosja.credentials import NoCredentials, found_credentials
from dosja.face import Dosja
from dosja.importing import WrongMapping
from dosja.problems import Busy, DosjaError, NotSignedIn, Problem, Unreachable, Unsafe

DONE, REFUSED, MISUSED, FAULTY, UNREACHABLE, INTERRUPTED = 0, 1, 2, commands.FAULTY, 4, 130


def main(words: list[str] | None = None) -> int:
    """Runs one command. Gives the exit code."""
    told = arguments.parser().parse_args(words)
    try:
        known = found_credentials(os.environ, told.credentials)
        with Dosja(
            known.base_url,
            known.client_id,
            known.client_secret,
            language=told.language,
            timeout=told.timeout,
        ) as dosja:
            return commands.COMMANDS[told.command](dosja, told)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the list has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (DosjaError, OSError, ValueError, httpx.HTTPError) as error:
        sys.stderr.write(f"dosja: {error}\n")
        return _code_of(error)


def _code_of(error: Exception) -> int:
    if isinstance(error, Busy | Unreachable):
        return UNREACHABLE
    if isinstance(error, NoCredentials | Unsafe | WrongMapping | NotSignedIn):
        return MISUSED
    return REFUSED if isinstance(error, Problem | DosjaError) else MISUSED
