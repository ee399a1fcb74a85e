"""Conditions on earlier answers: `{"question", "is"}`, joined by `all`, `any` and `not`."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend.forms.core import Condition


def holds(condition: Condition | bool | None, answers: Mapping[str, Any]) -> bool:
    """Whether a condition holds for these answers. A question that was not answered is none of anything."""
    if condition is None or isinstance(condition, bool):
        return condition is not False
    if "all" in condition:
        return all(holds(one, answers) for one in condition["all"])
    if "any" in condition:
        return any(holds(one, answers) for one in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], answers)
    return _is_one_of(answers.get(condition["question"]), condition["is"])


def _is_one_of(answer: Any, values: list[Any]) -> bool:
    given = answer if isinstance(answer, list) else [answer]
    # By type, too: to Python True is 1.
    return any(type(one) is type(value) and one == value for one in given for value in values)


def joined(*conditions: Condition | None) -> Condition | None:
    """One condition out of those that are there."""
    there = [condition for condition in conditions if condition]
    return None if not there else there[0] if len(there) == 1 else {"all": there}


def questions_of(condition: Condition | bool | None) -> Iterator[str]:
    """The questions that a condition looks at."""
    if not isinstance(condition, Mapping):
        return
    for inner in (*condition.get("all", ()), *condition.get("any", ()), condition.get("not")):
        yield from questions_of(inner)
    if "question" in condition:
        yield condition["question"]
