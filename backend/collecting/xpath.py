"""A form's conditions in the language of XForms. The server asks them again when a submission comes."""

from collections.abc import Collection, Mapping
from typing import Any

from backend.collecting import names
from backend.forms.core import Condition
from backend.forms.form import Form, Question

TRUE, FALSE = "true()", "false()"


def of_condition(condition: Condition | bool | None, form: Form, there: Collection[str]) -> str:
    """An expression that holds where the condition does. `there` are the questions that the phone asks: one
    that is not among them is never answered, and an answer that is none is none of anything."""
    if condition is None or isinstance(condition, bool):
        return FALSE if condition is False else TRUE
    if "all" in condition:
        return _joined(" and ", condition["all"], form, there)
    if "any" in condition:
        return _joined(" or ", condition["any"], form, there)
    if "not" in condition:
        return f"not({of_condition(condition['not'], form, there)})"
    return _comparison(condition, form, there)


def all_of(*parts: str) -> str:
    """One expression out of several; nothing where all of them always hold."""
    needed = dict.fromkeys(part for part in parts if part not in ("", TRUE))
    return " and ".join(f"({part})" for part in needed) if len(needed) > 1 else "".join(needed)


def _joined(word: str, parts: list[Condition], form: Form, there: Collection[str]) -> str:
    return "(" + word.join(of_condition(one, form, there) for one in parts) + ")"


def _comparison(condition: Mapping[str, Any], form: Form, there: Collection[str]) -> str:
    if condition["question"] not in there:
        return FALSE
    question = form.by_name[condition["question"]]
    return "(" + " or ".join(_is(question, value) for value in condition["is"]) + ")"


def _is(question: Question, value: Any) -> str:
    told = f"${{{question.name}}}"
    if question.type == "number":
        return f"{told} = {value}"
    if question.type == "choices":
        return f"selected({told}, '{value}')"
    if question.type == "yes_no":
        value = names.YES if value else names.NO
    return f"{told} = '{value}'"
