"""A client for Dosja's interface: `Dosja` and, for asyncio, `AsyncDosja`.

Every operation is a module of `dosja.core.api`, every shape a class of `dosja.core.models`; both are
generated from openapi.yaml. What stands beside them signs in, waits, repeats, pages, names what went wrong.
"""

from dosja.calling import case_filters
from dosja.face import AsyncDosja, Dosja
from dosja.problems import (
    Busy,
    Conflict,
    DosjaError,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Problem,
    Stale,
    Unreachable,
    Unsafe,
)
from dosja.retrying import Patience

__all__ = [
    "AsyncDosja",
    "Busy",
    "Conflict",
    "Dosja",
    "DosjaError",
    "Invalid",
    "NotAllowed",
    "NotFound",
    "NotSignedIn",
    "Patience",
    "Problem",
    "Stale",
    "Unreachable",
    "Unsafe",
    "case_filters",
]
