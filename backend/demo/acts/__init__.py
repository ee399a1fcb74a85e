"""What each act is in the real services: the one place where the demonstration touches cases."""

from collections.abc import Callable
from typing import Final

from backend.demo.acts import casework, filing, neighbours, referrals
from backend.demo.world import Scene

_DONE_BY: Final[dict[str, Callable[[Scene], None]]] = {
    **filing.ACTS,
    **casework.ACTS,
    **referrals.ACTS,
    **neighbours.ACTS,
}


def do(scene: Scene) -> None:
    """Do one act, as its actor, at the time that the clock now shows."""
    _DONE_BY[scene.act.what](scene)
