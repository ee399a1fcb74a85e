"""The network between web servers and database swallows packets and says nothing, then works again.

PostgreSQL runs in a network namespace of its own; a wrong neighbour's address on both sides makes each packet
go astray, as behind a switch that lost its way. Nothing is refused and nothing is closed: the worst for who
waits.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bench.faults.scene import Place, Scene, Skipped, Stage

_SPACE, _HERE, _THERE = "dosja-faults", "dosja-web", "dosja-db"
_WEB, _DATABASE = "10.213.77.1", "10.213.77.2"
_NOBODY = "02:00:00:00:00:01"
_INSIDE = ("ip", "netns", "exec", _SPACE)
_SIDES = (((), _HERE, _DATABASE), (_INSIDE, _THERE, _WEB))


def act(scene: Scene) -> None:
    """Cut twice: for a moment, and for longer than anybody waits."""
    for share in (1 / 8, 1 / 2):
        scene.for_a_while(1 / 8)
        _cut()
        scene.for_a_while(share)
        _mend()
        scene.told.append(f"cut for {scene.seconds * share:.0f} s")
    scene.for_a_while(1 / 8)


def _cut() -> None:
    for inside, device, other in _SIDES:
        _ip(*inside, "ip", "neigh", "replace", other, "lladdr", _NOBODY, "dev", device, "nud", "permanent")


def _mend() -> None:
    for inside, device, other in _SIDES:
        _ip(*inside, "ip", "neigh", "del", other, "dev", device)


@contextmanager
def _between(place: Place) -> Iterator[None]:
    if os.geteuid() != 0:
        raise Skipped("only root may make a network namespace")
    try:
        try:
            _connect()
        except (OSError, subprocess.CalledProcessError) as failed:
            raise Skipped(f"no network namespace can be made: {failed}") from failed
        place.host = _DATABASE
        place.cluster.settings = {**place.cluster.settings, "listen_addresses": _DATABASE}
        place.cluster.inside = (*_INSIDE, *_unprivileged(place))
        place.cluster.trusts = f"{_WEB}/32"
        yield
    finally:
        for command in (("ip", "link", "del", _HERE), ("ip", "netns", "del", _SPACE)):
            with suppress(OSError):
                subprocess.run(command, capture_output=True, check=False)


def _connect() -> None:
    _ip("ip", "netns", "add", _SPACE)
    _ip("ip", "link", "add", _HERE, "type", "veth", "peer", "name", _THERE, "netns", _SPACE)
    _ip("ip", "addr", "add", f"{_WEB}/30", "dev", _HERE)
    _ip(*_INSIDE, "ip", "addr", "add", f"{_DATABASE}/30", "dev", _THERE)
    _ip("ip", "link", "set", _HERE, "up")
    _ip(*_INSIDE, "ip", "link", "set", _THERE, "up")


def _unprivileged(place: Place) -> tuple[str, ...]:
    who = place.cluster.who
    return ("setpriv", f"--reuid={who['user']}", f"--regid={who['group']}", "--clear-groups")


def _ip(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True)


STAGE = Stage(act, "network between web and database cut", around=_between)
