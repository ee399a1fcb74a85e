"""The sheet of paper with which somebody starts: accounts, form keys, one receipt. It holds secrets."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from backend.complaints.receipt_codes import in_groups
from backend.demo.founding import Founded
from backend.demo.plan import Story
from backend.demo.playback import Played
from backend.demo.texts import Network, network

_SHOWN_RECEIPT: Final = "clarified"
"""The journey whose receipt is printed: there is something to read behind it, and it still goes on."""


def sheet(played: Played) -> str:
    """Everything that is shown once, as text."""
    return "\n".join(_lines(played.founded, network(), played.stories)) + "\n"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as sheet_of_paper:
        sheet_of_paper.write(text)


def _lines(founded: Founded, network: Network, stories: Sequence[Story]) -> Iterator[str]:
    yield "Demonstration network: invented people and cases, passwords made just now."
    yield ""
    administrator = network.administrator
    yield "Platform administrator (opens no case)"
    yield _account(administrator.email, founded.passwords[administrator.email], "")
    for one in network.organisations:
        yield ""
        yield f"{one.name}   {one.slug}   {', '.join(one.languages)}"
        yield f"  public form key {founded.world.partners[one.slug].form_key}"
        for person in one.staff:
            roles = ", ".join(role.replace("_", " ") for role in person.roles)
            yield _account(person.email, founded.passwords[person.email], roles)
    yield ""
    yield from _receipt(founded, stories)


def _account(email: str, password: str, roles: str) -> str:
    return f"  {email:<28} {password}   {roles}".rstrip()


def _receipt(founded: Founded, stories: Sequence[Story]) -> Iterator[str]:
    story = next(one for one in stories if one.journey.name == _SHOWN_RECEIPT)
    receipt = founded.world.standings[story.number].receipt
    yield f"A complainant's receipt ({story.organisation.slug}, {story.wording.language})"
    yield f"  number {in_groups(receipt.number)}   secret {in_groups(receipt.secret)}"
