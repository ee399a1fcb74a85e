"""Every operation that takes or gives JSON shows an example, and each keeps to its own description."""

import json
import re
from typing import Any

import orjson
import pytest

from backend.config.explained import EXAMPLES
from tests.contracts.description import Operation, operations, validator_of
from tests.contracts.world import IDENTITY, INSIDE, PERSON, WORDS

pytestmark = pytest.mark.either_engine("postgresql")


def test_every_operation_with_a_body_or_a_json_answer_has_an_example() -> None:
    lacking = [
        (name, part)
        for name, operation in operations().items()
        for part, contents in (("body", _taken(operation)), ("answer", _given(operation)))
        if contents and any("example" not in content for content in contents)
    ]
    assert lacking == [], "make examples, then make schema"


def test_every_example_keeps_to_its_schema() -> None:
    wrong = {
        name: error.message[:200]
        for name, operation in operations().items()
        for content in (*_taken(operation), *_given(operation))
        if "example" in content and (error := next(_errors(content), None))
    }
    assert wrong == {}


def test_examples_hold_nothing_of_the_run_that_made_them() -> None:
    text = EXAMPLES.read_text(encoding="utf-8")
    for mark in (WORDS, INSIDE, PERSON, IDENTITY, "testserver/api", "/tmp/"):
        assert mark not in text
    ids = set(re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", text))
    assert all(one.startswith("00000000-0000-4000-8000-") for one in ids)


def test_no_example_is_of_an_operation_that_is_gone() -> None:
    assert set(json.loads(EXAMPLES.read_text(encoding="utf-8"))) <= set(operations())


def _errors(content: Any) -> Any:
    return validator_of(orjson.dumps(content["schema"])).iter_errors(content["example"])


def _taken(operation: Operation) -> list[Any]:
    return list(operation.facts.get("requestBody", {}).get("content", {}).values())


def _given(operation: Operation) -> list[Any]:
    """JSON that a success gives."""
    successes = [answer for status, answer in operation.answers.items() if status.startswith("2")]
    contents = [one.get("content", {}) for one in successes]
    return [content["application/json"] for content in contents if "application/json" in content]
