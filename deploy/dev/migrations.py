"""Which migrations would stop or harm a release that still runs beside the next one (docs/upgrades.md).

    migrations.py            looks at what is not released yet; exit code 1 where a rule is broken
    migrations.py --release  notes all there are as released: a step of making a release

A migration that may break a rule says so, and why that harms nobody:

    class Migration(migrations.Migration):
        accepted = {"index": "Some hundred rows."}
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import django
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from migration_rules import RULES, Finding, Release, findings

RELEASED = Path(__file__).with_name("released_migrations.txt")


def ours(loader: MigrationLoader) -> list[tuple[str, str]]:
    """The migrations of our own apps, in the order in which they are applied."""
    own = {one.label for one in apps.get_app_configs() if one.name.startswith("backend.")}
    plan = loader.graph._generate_plan(loader.graph.leaf_nodes(), at_end=True)
    return [key for key in plan if key[0] in own]


def look(loader: MigrationLoader, released: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Finding]]:
    """All findings, by the name of the migration."""
    known, there = set(released), ours(loader)
    for gone in sorted(known - set(there)):
        yield ".".join(gone), Finding("removes", "a released migration that installations have applied")
    before = [key for key in there if key in known]
    others = [key for key in loader.graph.leaf_nodes() if key[0] not in {app for app, _name in there}]
    released_state = loader.project_state([*before, *others])
    release, state = Release(released_state), released_state.clone()
    for key in there:
        if key not in known:
            for finding in findings(loader.graph.nodes[key], state, release):
                yield ".".join(key), finding


def read_released() -> list[tuple[str, str]]:
    lines = RELEASED.read_text(encoding="utf-8").split()
    return [(app, name) for app, _dot, name in (line.partition(".") for line in lines)]


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    loader = MigrationLoader(None)
    if arguments == ["--release"]:
        RELEASED.write_text(
            "".join(f"{app}.{name}\n" for app, name in sorted(ours(loader))), encoding="utf-8"
        )
        return 0
    if arguments:
        print(__doc__)
        return 2
    found = list(look(loader, read_released()))
    for name, finding in found:
        print(f"{name}: {finding.rule}: {finding.what}; {RULES[finding.rule]}")
    if found:
        print("How tables change while the last release runs: docs/upgrades.md")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
