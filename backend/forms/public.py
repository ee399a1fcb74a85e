"""The schema as a partner's own site needs it: with the rules that every form has written out."""

from collections.abc import Mapping
from typing import Any

from backend.forms.form import Form, Question


def written_out(schema: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """A schema whose questions say in full when they are asked and when they need an answer."""
    sections = [
        {
            **{name: value for name, value in section.items() if name != "when"},
            "questions": [_in_full(one, form.by_name[one["name"]]) for one in section["questions"]],
        }
        for section in schema["sections"]
    ]
    return {**schema, "sections": sections}


def _in_full(described: Mapping[str, Any], question: Question) -> dict[str, Any]:
    full = {**described, "required": question.required}
    if question.when is not None:
        full["when"] = question.when
    if question.type in ("text", "long_text"):
        full["longest"] = question.longest
    if question.options:
        offered = {option.value for option in question.options}
        full["options"] = [one for one in described["options"] if one["value"] in offered]
    return full
