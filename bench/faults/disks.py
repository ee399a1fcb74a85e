"""A disk runs full under load: that of the database, that of the files; then there is room again."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.faults.scene import Place, Scene, Skipped, Stage
from bench.faults.traffic import NO_ROOM

_MB = 1_000_000
_DATABASE_MB = 420
_FILES_MB = 540
"""`backend/files/blobs.py` leaves 500 MB to the database: so much more is taken."""


def database_full(scene: Scene) -> None:
    """Something else fills the disk to the last byte, then is cleared away."""
    _full(scene, scene.cluster.directory / "cluster" / "ballast")
    if not scene.cluster.answers():
        scene.told.append(f"PostgreSQL had stopped; back after {scene.cluster.start():.1f} s")
    _turned_away(scene)


def files_full(scene: Scene) -> None:
    _full(scene, Path(scene.site.environment["DOSJA_FILES"]) / "ballast")
    _turned_away(scene)


def _full(scene: Scene, ballast: Path) -> None:
    scene.for_a_while(1 / 4)
    until = time.monotonic() + scene.seconds / 2
    filled = 0
    with open(ballast, "ab", buffering=0) as file:
        while time.monotonic() < until:
            try:
                # In small pieces: who gets the last bytes is left to chance.
                filled += file.write(bytes(65_536))
            except OSError:
                time.sleep(0.05)
    ballast.unlink()
    scene.told.append(f"{filled / _MB:.0f} MB of ballast; full for {scene.seconds / 2:.0f} s")
    scene.for_a_while(1 / 4)


def _turned_away(scene: Scene) -> None:
    if not any("503" in what or NO_ROOM in what for what in scene.book.answers):
        scene.wrong.append("nobody was turned away: the disk did not run full")


@contextmanager
def _small_cluster(place: Place) -> Iterator[None]:
    with _mounted(place.directory / "cluster", _DATABASE_MB, place.cluster.who):
        yield


@contextmanager
def _small_files(place: Place) -> Iterator[None]:
    files = place.directory / "files"
    with _mounted(files, _FILES_MB, {}):
        place.environment["DOSJA_FILES"] = str(files)
        yield


@contextmanager
def _mounted(where: Path, megabytes: int, who: dict[str, int]) -> Iterator[None]:
    """A disk in memory of that size; only root may make one."""
    if os.geteuid() != 0:
        raise Skipped("only root may mount a small disk")
    where.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "dosja-faults", str(where)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise Skipped(f"no small disk can be mounted: {made.stderr.strip()}")
    try:
        if who:
            os.chown(where, who["user"], who["group"])
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(where)], check=True)


DATABASE = Stage(
    database_full,
    "disk of the database full",
    settings={"max_wal_size": "64MB", "min_wal_size": "32MB", "shared_buffers": "32MB"},
    around=_small_cluster,
)
FILES = Stage(files_full, "disk of the files full", around=_small_files)
