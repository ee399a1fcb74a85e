"""Examples for the description: what an operation took and gave, without ids and secrets of the run."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import cycle
from typing import Any, Final

import pytest

from backend.config.explained import EXAMPLES
from tests.contracts.description import Operation, operations
from tests.contracts.matrix import matrix
from tests.contracts.targets import TARGETS
from tests.contracts.test_query_counts import FILLERS
from tests.contracts.world import IDENTITY, INSIDE, PERSON, WORDS, Acting, World, undone

# Who is asked first: people who see most, then those who alone may do it.
CALLERS: Final = (
    "besa",
    "writes",
    "arta",
    "giorgi",
    "luan",
    "ilir",
    "dafina",
    "admin",
    "intake",
    "anonymous",
)
SPOKEN: Final = {
    WORDS: "I have waited eight months for a certificate.",
    INSIDE: "The office promised an answer by Friday.",
    PERSON: "A. Judge",
    IDENTITY: "Drita Kola",
    "http://testserver": "https://dosja.example.org",
}
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_MOMENT: Final = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# Base64 as a whole, or a word without the slashes of an address.
_RANDOM: Final = re.compile(r"^[A-Za-z0-9+/]{20,}={0,2}$|[A-Za-z0-9_+-]{20,}")
_NUMBER: Final = re.compile(r"\d{8,}|\d{4}(?:[ \n]\d{1,4})+")
_ONE_MOMENT: Final = "2026-03-10T09:30:00Z"
_MOST: Final = 2
_DEEP: Final = 4
# What the contract tests try on nothing alone.
BY_HAND: Final = {"me_sessions_end": {"status": "200", "answer": {"count": 1}}}


@pytest.mark.django_db
def test_every_operation_shows_how_it_is_used() -> None:
    """No part of the suite, which does not look into a module of this name: `make examples` does."""
    world = World()
    assert world.callers
    found: dict[str, dict[str, Any]] = {}
    lost: list[str] = []
    # Lists last: what fills them would stand in the way of others.
    for name, operation in sorted(operations().items(), key=lambda one: (one[1].is_list, one[0])):
        if "requestBody" not in operation.facts and not given(operation):
            continue
        if example := collected(world, operation):
            found[name] = example
        else:
            lost.append(name)
    lent(found)
    EXAMPLES.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    assert lost == []


def collected(world: World, operation: Operation) -> dict[str, Any] | None:
    """The example of an operation; None where nobody can carry it out."""
    if operation.id in BY_HAND:
        return BY_HAND[operation.id]
    found = (_tried(world, operation, world.callers[name]) for name in _callers(operation))
    return next((one for one in found if one), None)


def lent(found: dict[str, dict[str, Any]]) -> None:
    """Who loses sight of a thing by an operation gets no answer; others do. That of another operation with
    the same shape is shown."""
    shapes = {name: given(operation) for name, operation in operations().items()}
    for name, example in found.items():
        if "answer" in example or not shapes[name]:
            continue
        lender = next(other for other in found if shapes[other] == shapes[name] and "answer" in found[other])
        example |= {"status": next(iter(shapes[name])), "answer": found[lender]["answer"]}


def given(operation: Operation) -> dict[str, str]:
    """The JSON that a success gives: status → shape."""
    return {
        status: answer["content"]["application/json"]["schema"].get("$ref", "")
        for status, answer in operation.answers.items()
        if status.startswith("2") and "application/json" in answer.get("content", {})
    }


def _callers(operation: Operation) -> Iterator[str]:
    row = matrix()[operation.id]
    able = [name for name in CALLERS if 200 <= row[name] < 300]
    # Who loses sight of the case by it gets no answer to show.
    return iter(sorted(able, key=lambda name: row[name] == 204))


def _tried(world: World, operation: Operation, role: Acting) -> dict[str, Any] | None:
    target = TARGETS[operation.id]
    # What the world makes it remembers: that is not undone.
    FILLERS.get(operation.id, lambda world, count: None)(world, 1)
    ids, body = target.own(world, role.home), target.body(world, role.home)
    extra: dict[str, Any] = {"headers": dict(target.headers(world, role.home))}
    if operation.needs_if_match:
        extra["if_match"] = "*"
    cookies = deepcopy(role.caller.cookies)
    with undone():
        shown = _shown_body(body)
        answer = getattr(role.caller, operation.method)(operation.address(**ids), body, **extra)
        if answer.status_code >= 300:
            role.caller.cookies = cookies
            return None
        example: dict[str, Any] = {"status": str(answer.status_code)}
        if answer.headers.get("Content-Type") == "application/json" and answer.content:
            example["answer"] = answer.json()
    role.caller.cookies = cookies
    if "requestBody" in operation.facts:
        example["body"] = {} if shown is None else shown
    return without_traces(example)


def _shown_body(body: Any) -> Any:
    """As it is sent; of a file its name."""
    if not isinstance(body, dict):
        return body
    return {name: value.name if hasattr(value, "read") else value for name, value in body.items()}


def without_traces(example: Any) -> Any:
    """Ids are counted, moments are one, what is random is not: no run leaves anything of its own."""
    ids: dict[str, str] = {}

    def counted(found: re.Match[str]) -> str:
        return ids.setdefault(found[0].lower(), f"00000000-0000-4000-8000-{len(ids) + 1:012d}")

    return _walked(example, lambda text: _plain(text, counted))


def _walked(part: Any, change: Callable[[str], str], depth: int = 0) -> Any:
    if isinstance(part, dict):
        return {change(str(name)): _walked(inner, change, depth + 1) for name, inner in part.items()}
    if isinstance(part, list | tuple):
        most = _MOST if depth < _DEEP else 1
        return [_walked(inner, change, depth + 1) for inner in part[:most]]
    # What is left are dates and ids, which JSON writes as text.
    return part if part is None or isinstance(part, bool | int | float) else change(str(part))


def _plain(text: str, counted: Callable[[re.Match[str]], str]) -> str:
    for mark, words in SPOKEN.items():
        text = text.replace(mark, words)
    parts, ids = _UUID.split(text), _UUID.finditer(text)
    plain = [
        _NUMBER.sub(_other_digits, _RANDOM.sub(_unmistakable, _MOMENT.sub(_ONE_MOMENT, one))) for one in parts
    ]
    return plain[0] + "".join(counted(one) + after for one, after in zip(ids, plain[1:], strict=True))


def _other_digits(found: re.Match[str]) -> str:
    digits = cycle("1234567890")
    return "".join(next(digits) if sign.isdigit() else sign for sign in found[0])


def _unmistakable(found: re.Match[str]) -> str:
    """Of the same length and letters. Words in our own way of writing (`case_state`, `al-cadastre`) stay."""
    text = found[0]
    is_word = re.fullmatch(r"[a-z]+([_/-][a-z0-9]+)*", text)
    if is_word or text.startswith("/") or not re.search(r"\d|[A-Z].*[a-z]", text):
        return text
    return ("Example0" * (len(text) // 8 + 1))[: len(text)]
