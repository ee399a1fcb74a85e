"""Where the key to all rows is taken: these places and no others."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from backend.common.secondlock import Errand

ROOT = Path(settings.BASE_DIR)
# Who adds a place says here why no partner's keys will do.
ALLOWED = {
    ("backend/jobs/services/working.py", "JOB"),
    ("manage.py", "COMMAND"),
    # One row is looked up by a secret; then the keys of that row are taken.
    ("backend/complaints/services/receipts.py", "RECEIPT"),
    ("backend/cases/services/answer_links.py", "ANSWER_LINK"),
    # Counts days and tells numbers to a platform administrator, who sees no case.
    ("backend/cases/services/calendar_effects.py", "DECREE"),
}


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _places() -> Iterator[tuple[str, str]]:
    for path in [ROOT / "manage.py", *sorted((ROOT / "backend").rglob("*.py"))]:
        for call in _calls(path):
            if _name(call.func) == "everything":
                yield path.relative_to(ROOT).as_posix(), _name(call.args[0])


def test_the_key_to_everything_is_taken_in_these_places_only() -> None:
    places = list(_places())
    assert set(places) == ALLOWED
    assert len(places) == len(ALLOWED), "twice in one place: is the second one needed?"
    assert {name for _file, name in places} == set(Errand.__members__)


def test_nobody_else_knows_the_master_key() -> None:
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "backend").rglob("*.py")
        if "MASTER_KEY" in path.read_text(encoding="utf-8")
    }
    assert knowing == {"backend/common/secondlock.py", "backend/secondlock/policies.py"}
