"""The example of docs/forms.md is a form, and what the page says of types and core questions is complete."""

import json
import re
from pathlib import Path

from django.conf import settings

from backend.forms.core import CORES
from backend.forms.form import Form
from backend.forms.schema import TYPES, check_schema

PAGE = Path(settings.BASE_DIR, "docs", "forms.md").read_text(encoding="utf-8")
EXAMPLES = [json.loads(example) for example in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]


def test_the_example_is_a_form():
    check_schema(EXAMPLES[0])
    form = Form.of(EXAMPLES[0])
    assert set(EXAMPLES[1]["answers"]) == {one.name for one in form.questions if not one.core}


def test_every_type_is_named():
    assert {name for name in TYPES if f"`{name}`" not in PAGE} == set()


def test_every_core_question_is_named():
    said = PAGE.split("**Core questions**")[1].split("\n\n")[0]
    assert {name for name in CORES if name.split(".")[-1] not in said} == set()
