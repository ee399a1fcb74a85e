"""What the cleaning process may use. It sets that itself, before it reads a byte of a stranger's file."""

import contextlib
import ctypes
import resource
from typing import Final

CPU_SECONDS: Final = 45
NO_SUCH_PAGE: Final = 4
"""With this a cleaner ends that was to hide a page which the file does not have."""
# A photo of 80 megapixels takes 240 MB open, and is held twice while it is turned upright.
MEMORY_BYTES: Final = 1_200_000_000
_NO_NEW_PRIVILEGES: Final = 38
_NEW_USER_AND_NETWORK: Final = 0x10000000 | 0x40000000


def close_in() -> None:
    """No file is written, no program started, no memory dumped; where the system allows it, no network."""
    _set(resource.RLIMIT_CPU, CPU_SECONDS)
    _set(resource.RLIMIT_AS, MEMORY_BYTES)
    _set(resource.RLIMIT_FSIZE, 0)
    _set(resource.RLIMIT_CORE, 0)
    with contextlib.suppress(OSError, AttributeError):
        system = ctypes.CDLL(None, use_errno=True)
        system.unshare(_NEW_USER_AND_NETWORK)
        system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _set(resource.RLIMIT_NPROC, 0)


def _set(what: int, most: int) -> None:
    _soft, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))
