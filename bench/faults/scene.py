"""One fault from beginning to end: an installation of its own, traffic, the fault, and what is left."""

import json
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import django
from django.db import connections

from bench.faults.cluster import ROOT, Cluster, copied, directory_for, starting
from bench.faults.site import Site
from bench.faults.surroundings import ROLE, environment
from bench.faults.traffic import Book, Traffic

WARM_SECONDS: Final = 6.0
JOBS_PATIENCE: Final = 150.0
START_PATIENCE: Final = 300.0


class Skipped(Exception):
    """This machine cannot do it; the text says why."""


@dataclass
class Scene:
    """What a fault may take hold of. `told` and `wrong` are its own figures and findings."""

    cluster: Cluster
    site: Site
    traffic: Traffic
    book: Book
    seconds: float
    chance: random.Random
    told: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def for_a_while(self, share: float = 1.0) -> None:
        """Traffic goes on meanwhile."""
        time.sleep(self.seconds * share)


Fault = Callable[[Scene], None]


@dataclass(frozen=True)
class Stage:
    """What a fault needs to be different from the beginning on."""

    act: Fault
    title: str
    settings: Mapping[str, str] = field(default_factory=dict)
    # Wraps the whole: makes a disk or a network, and may change cluster and environment.
    around: Any = None
    # Done to the database before any program runs.
    prepare: "Callable[[Place], None] | None" = None


@dataclass
class Place:
    """Where it is built, before anything runs."""

    directory: Path
    cluster: Cluster
    environment: dict[str, str]
    host: str | None = None
    # Whose code the programs run.
    root: Path = ROOT


def played(stage: Stage, template: Path, seconds: float, seed: int) -> dict[str, Any]:
    """Run it, and say what came of it."""
    with directory_for(starting().identity()) as directory:
        home = directory / "home"
        home.mkdir()
        place = Place(directory, Cluster(directory, stage.settings), {})
        with (stage.around or _nothing)(place):
            copied(template, directory)
            place.cluster.start()
            try:
                # This process looks at the tables as their owner.
                os.environ.update(environment(home, place.cluster.url()))
                django.setup()
                if stage.prepare:
                    stage.prepare(place)
                around = environment(home, place.cluster.url(ROLE, place.host))
                with Site(home, {**around, **place.environment}, place.root) as site:
                    book = Book()
                    traffic = Traffic(site.port, _facts(template), book)
                    chance = random.Random(seed)
                    return _run(stage, Scene(place.cluster, site, traffic, book, seconds, chance))
            finally:
                place.cluster.stop()


def _facts(template: Path) -> dict[str, str]:
    """Who may ask, and the cookie of somebody who has just signed in."""
    from backend.partners.models import User
    from bench.budget import session_of

    facts: dict[str, str] = json.loads((template / "facts.json").read_text())
    return {**facts, "session": session_of(User.objects.get(pk=facts["person"]))["Cookie"]}


def _run(stage: Stage, scene: Scene) -> dict[str, Any]:
    _wait_until_ready(scene.traffic, scene.site)
    # Whoever asks before it is ready is no citizen.
    scene.book.answers.clear()
    scene.book.wrong.clear()
    scene.traffic.start()
    time.sleep(WARM_SECONDS)
    began = time.monotonic()
    stage.act(scene)
    time.sleep(WARM_SECONDS)
    times = {"seconds": round(time.monotonic() - began), "settled": round(scene.traffic.settle())}
    outages = scene.book.outages(began)
    times["jobs caught up"] = round(_until_caught_up())
    return {"title": stage.title, **times, **_figures(scene, outages), **_judged(scene)}


def _figures(scene: Scene, outages: list[float]) -> dict[str, Any]:
    book = scene.book
    return {
        "acknowledged": len(book.filed),
        "with a file": len(book.keys_with_file),
        "notes": len(book.notes),
        "sent again": book.sent_again,
        "longest pause": round(outages[0], 1) if outages else 0,
        "pauses": [round(one, 1) for one in outages[:6]],
        "restarts": scene.site.restarts,
        "answers": dict(sorted(book.answers.items())),
    }


def _judged(scene: Scene) -> dict[str, Any]:
    from bench.faults.verifying import findings

    opened, replayed = _asked_again(scene)
    again = f"{replayed} under their keys, {opened} by receipts"
    return {
        "asked again": again,
        "told": scene.told,
        "findings": [*scene.wrong, *findings(scene.book)],
    }


def _asked_again(scene: Scene, count: int = 20) -> tuple[int, int]:
    """Some citizens send once more what was acknowledged, and open their receipts."""
    some = scene.chance.sample(sorted(scene.book.filed), min(count, len(scene.book.filed)))
    opened = replayed = 0
    for key in some:
        told = scene.book.filed[key]
        body = json.dumps({"number": told["number"], "secret": told["secret"]}).encode()
        answer = scene.traffic.ask("POST", "/api/v1/receipts/", body, Content_Type="application/json")
        opened += answer is not None and answer.status == 200
    plain = [key for key in some if key not in scene.book.keys_with_file]
    replayed = sum(scene.traffic.file(key, []) == scene.book.filed[key] for key in plain)
    if opened < len(some):
        scene.wrong.append(f"{len(some) - opened} receipts do not open")
    if replayed < len(plain):
        scene.wrong.append(f"{len(plain) - replayed} complaints were answered otherwise when sent again")
    return opened, replayed


def _until_caught_up() -> float:
    """Background work gets this long; how many seconds it took."""
    from bench.faults.verifying import jobs_behind, work_lists_kept

    # Ours may have broken with all others.
    connections.close_all()
    began, since = time.monotonic(), datetime.now(UTC)
    while time.monotonic() < began + JOBS_PATIENCE:
        if work_lists_kept(since) and not jobs_behind():
            break
        time.sleep(1)
    # The job that keeps them may be at it.
    time.sleep(3)
    return time.monotonic() - began


def _wait_until_ready(traffic: Traffic, site: Site) -> None:
    deadline = time.monotonic() + START_PATIENCE
    while True:
        answer = traffic.ask("GET", "/health/ready")
        if answer is not None and answer.status == 200:
            return
        if time.monotonic() > deadline:
            raise SystemExit(f"The server did not come:\n{site.said()[-3_000:]}")
        time.sleep(0.5)


@contextmanager
def _nothing(place: Place) -> Iterator[None]:
    yield
