"""The clock jumps while web server and workers run: forward an hour, back two, then right again.

By libfaketime, which reads the offset from a file; what counts durations (the monotonic clock) goes on. The
database keeps the right time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.faults.scene import Place, Scene, Skipped, Stage

_LIBRARIES = ("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime")
_HOURS = (1, -1, 0)


def act(scene: Scene) -> None:
    file = Path(scene.site.environment["FAKETIME_TIMESTAMP_FILE"])
    for hours in _HOURS:
        scene.for_a_while(1 / 4)
        file.write_text(f"{hours:+d}h\n")
        scene.told.append(f"{hours:+d} h")
    scene.for_a_while(1 / 4)
    scene.told.append(f"{_from_the_future(scene)} complaints bear the hour that was wrong")


def _from_the_future(scene: Scene) -> int:
    return int(
        scene.cluster.sql(
            "SELECT count(*) FROM complaints_complaint"
            " WHERE abs(extract(epoch FROM now() - received_at)) > 3000"
        )[0][0]
    )


@contextmanager
def _faked(place: Place) -> Iterator[None]:
    found = [Path(one) / "libfaketimeMT.so.1" for one in _LIBRARIES]
    there = next((one for one in found if one.exists()), None)
    if there is None:
        raise Skipped("libfaketime is not installed (Debian: apt install faketime)")
    file = place.directory / "clock"
    file.write_text("+0h\n")
    file.chmod(0o644)
    place.environment |= {
        "LD_PRELOAD": str(there),
        "FAKETIME_TIMESTAMP_FILE": str(file),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    yield


STAGE = Stage(act, "clock of web and workers jumps: +1 h, −1 h, right again", around=_faked)
