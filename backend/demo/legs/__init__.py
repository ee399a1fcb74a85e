"""How each leg of a journey is told: what is done, by whom, in which words."""

from collections.abc import Callable
from typing import Final

from backend.demo.legs import ending, intake, referral
from backend.demo.tale import Tale

# Legs that are just done by somebody: nothing is said, nothing depends on the case.
_PLAIN: Final = {
    "start_triage": "desk",
    "submit": "worker",
    "requeue": "worker",
    "fail_delivery": "worker",
    "await_answers": "worker",
    "silence": "worker",
    "close": "worker",
    "resume": "worker",
    "withdraw": "worker",
}
_TOLD: Final[dict[str, Callable[[Tale], None]]] = {**intake.LEGS, **referral.LEGS, **ending.LEGS}


def tell(what: str, tale: Tale) -> None:
    """Write one leg into the diary."""
    if what in _PLAIN:
        tale.diary.write(what, getattr(tale.casting, _PLAIN[what]))
    else:
        _TOLD[what](tale)
