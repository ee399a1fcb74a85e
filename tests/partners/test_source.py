"""Shortcuts that would let rank or a global permission decide are not used anywhere in the product."""

import re
from pathlib import Path

import pytest

import backend

SOURCES = [path for path in sorted(Path(backend.__path__[0]).rglob("*.py")) if "migrations" not in path.parts]
# `get_objects_for_user` gives a superuser everything, and everybody with a global permission too;
# `has_perm` says yes to every superuser; `is_staff` and Django's permission classes ask about rank.
SHORTCUTS = [
    "get_objects_for_user",
    r"\.has_perms?\(",
    "DjangoModelPermissions",
    "DjangoObjectPermissions",
    "is_staff",
]


@pytest.mark.parametrize("shortcut", SHORTCUTS)
def test_no_shortcut_past_the_actor(shortcut: str) -> None:
    used = [path.name for path in SOURCES if re.search(shortcut, path.read_text(encoding="utf-8"))]
    assert used == []


def test_rank_is_read_in_one_place() -> None:
    reading = [
        path.relative_to(Path(backend.__path__[0])).as_posix()
        for path in SOURCES
        if re.search(r"\.is_superuser", path.read_text(encoding="utf-8"))
    ]
    assert reading == ["partners/models.py"]


def test_only_the_resolver_and_the_sync_read_guardians_rows() -> None:
    reading = {
        path.relative_to(Path(backend.__path__[0])).as_posix()
        for path in SOURCES
        if "partnergroupobjectpermission" in path.read_text(encoding="utf-8").lower()
    }
    # The table of what moves with a partner names every model, and reads none.
    reading.discard("moving/belonging.py")
    assert reading == {"partners/actors.py", "partners/models.py", "partners/services/groups.py"}
