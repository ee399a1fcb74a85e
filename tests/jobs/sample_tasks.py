"""Tasks that the tests enqueue. What they did is written where another process can read it."""

import os
import time
from pathlib import Path

from django.contrib.contenttypes.models import ContentType

from backend.jobs.task import task

calls: list[str] = []


class CitizenError(Exception):
    """Its text holds what must never be stored or logged."""


@task
def note(word: str) -> None:
    calls.append(word)


@task(queue_name="mail", priority=10, max_attempts=3)
def send(word: str) -> None:
    calls.append(word)


@task(max_attempts=3)
def fail(secret: str) -> None:
    calls.append("failed")
    raise CitizenError(f"could not write to {secret}")


@task
def note_twice_more(word: str) -> None:
    note.enqueue(f"{word} again")
    note.enqueue(f"{word} once more")


@task
def break_the_transaction() -> None:
    ContentType.objects.create(app_label="jobs", model="job")


@task
def append_line(path: str, line: str) -> None:
    """One line per run: O_APPEND keeps lines of several workers whole."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{line}\n".encode())
    os.close(handle)


@task
def append_slowly(path: str, line: str, seconds: float) -> None:
    append_line.func(path, f"begin {line}")
    time.sleep(seconds)
    append_line.func(path, f"end {line}")


def not_a_task() -> None:
    calls.append("never")


def lines_of(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []
