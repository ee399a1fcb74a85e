"""Keeps the paths of a tree: the codes from the root down, each followed by a slash."""

from typing import Final

from backend.directory.models import Category, Place

LONGEST_PATH: Final = 500


def path_below(parent: Place | Category | None, code: str) -> str:
    """The path of an entry under its parent."""
    return f"{parent.path if parent else ''}{code}/"


def mend_paths(model: type[Place] | type[Category]) -> int:
    """Work out all paths of a tree anew; how many were different. A circle of parents raises ValueError."""
    rows = {row.pk: row for row in model._default_manager.only("pk", "code", "parent_id", "path")}
    wrong = []
    for row in rows.values():
        codes, above, seen = [row.code], row.parent_id, {row.pk}
        while above is not None:
            if above in seen:
                raise ValueError(row.code)
            seen.add(above)
            codes.append(rows[above].code)
            above = rows[above].parent_id
        path = "".join(f"{code}/" for code in reversed(codes))
        if row.path != path:
            row.path = path
            wrong.append(row)
    model._default_manager.bulk_update(wrong, ["path"])  # type: ignore[arg-type]
    return len(wrong)
