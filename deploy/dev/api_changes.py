"""`make api-changes`: what changed in openapi.yaml since the last release, and what of it breaks programs.

Compared with the newest tag `v*` (or AGAINST=revision). With --check a breaking change is refused, unless
docs/api/changelog.md names its operation under "Breaking" of what is not released yet.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[2]
CHANGELOG = ROOT / "docs" / "api" / "changelog.md"
METHODS = ("get", "post", "put", "patch", "delete")


class Change(NamedTuple):
    """One difference of one operation."""

    operation: str
    breaking: bool
    told: str


class Field(NamedTuple):
    """What is said of one value in a body."""

    kind: str
    required: bool
    choices: frozenset[str]


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """All that a program could notice, operation by operation."""
    before, after = _operations(old), _operations(new)
    for name in sorted(before.keys() - after.keys()):
        yield Change(name, True, "is gone")
    for name in sorted(after.keys() - before.keys()):
        yield Change(name, False, "is new")
    for name in sorted(before.keys() & after.keys()):
        (was_at, was), (is_at, now) = before[name], after[name]
        if was_at != is_at:
            yield Change(name, True, f"moved from {was_at} to {is_at}")
        for breaking, told in (*_asked(was, now, old, new), *_answered(was, now, old, new)):
            yield Change(name, breaking, told)


def _operations(document: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
    return {
        facts["operationId"]: (f"{method.upper()} {path}", facts)
        for path, item in document["paths"].items()
        for method, facts in item.items()
        if method in METHODS
    }


def _asked(was: Any, now: Any, old: Any, new: Any) -> Iterator[tuple[bool, str]]:
    """What is sent. Unknown names are refused here, so that one that goes breaks whoever sends it."""
    for place, before, after in _pairs(_sent(was, old), _sent(now, new)):
        if after is None:
            yield True, f"does not take {place} any more"
        elif before is None:
            yield after.required, f"{'demands' if after.required else 'takes'} {place}"
        else:
            if after.required and not before.required:
                yield True, f"demands {place}"
            if before.kind != after.kind:
                yield True, f"takes {place} as {after.kind}, not as {before.kind}"
            yield from _choices(before, after, place, lost_breaks=True)
    if ways := _ways(was) - _ways(now):
        yield True, f"cannot be called by {', '.join(sorted(ways))} any more"


def _answered(was: Any, now: Any, old: Any, new: Any) -> Iterator[tuple[bool, str]]:
    """What comes back. New fields and choices are announced as possible: programs pass over them."""
    for place, before, after in _pairs(_given(was, old), _given(now, new)):
        if after is None:
            yield True, f"does not give {place} any more"
        elif before is None:
            yield False, f"gives {place}"
        else:
            if before.required and not after.required:
                yield True, f"gives {place} not always"
            if before.kind != after.kind:
                yield True, f"gives {place} as {after.kind}, not as {before.kind}"
            yield from _choices(before, after, place, lost_breaks=False)


def _choices(before: Field, after: Field, place: str, *, lost_breaks: bool) -> Iterator[tuple[bool, str]]:
    if lost := before.choices - after.choices:
        yield lost_breaks, f"{place} is not {', '.join(sorted(lost))} any more"
    if more := after.choices - before.choices:
        # Where anything was allowed, a list of choices takes something away.
        yield lost_breaks and not before.choices, f"{place} may be {', '.join(sorted(more))}"


def _pairs(
    old: Mapping[str, Field], new: Mapping[str, Field]
) -> Iterator[tuple[str, Field | None, Field | None]]:
    """Places side by side; of what came or went whole, only the outermost."""
    for place in sorted(old.keys() | new.keys()):
        before, after = old.get(place), new.get(place)
        parent = place.rpartition(".")[0]
        if (before is None or after is None) and parent in old.keys() ^ new.keys():
            continue
        if before != after:
            yield place, before, after


def _sent(operation: Any, document: Any) -> dict[str, Field]:
    found = {
        f"{one['in']} {one['name']}": _field(one["schema"], one.get("required", False), document)
        for one in operation.get("parameters", ())
    }
    body = operation.get("requestBody", {})
    for media_type, content in body.get("content", {}).items():
        required = body.get("required", False)
        found.update(_fields(f"body {media_type}", content.get("schema", {}), document, required))
    return found


def _given(operation: Any, document: Any) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for status, answer in operation["responses"].items():
        if not status.startswith("2"):
            continue
        found[status] = Field("answer", True, frozenset())
        for media_type, content in answer.get("content", {}).items():
            found.update(_fields(f"{status} {media_type}", content.get("schema", {}), document, True))
    return found


def _ways(operation: Any) -> set[str]:
    return {" and ".join(sorted(way)) or "nobody in particular" for way in operation.get("security", ())}


def _fields(
    place: str, schema: Any, document: Any, required: bool, inside: tuple[str, ...] = ()
) -> Iterator[tuple[str, Field]]:
    """The value at a place and all that it holds; a shape inside itself is not followed again."""
    name = schema.get("$ref", "")
    if name in inside:
        return
    shape, inside = _resolved(schema, document), (*inside, name) if name else inside
    yield place, _field(schema, required, document)
    for inner, part in shape.get("properties", {}).items():
        yield from _fields(f"{place}.{inner}", part, document, inner in shape.get("required", ()), inside)
    if "items" in shape:
        yield from _fields(f"{place}.[]", shape["items"], document, True, inside)
    if isinstance(shape.get("additionalProperties"), dict):
        yield from _fields(f"{place}.*", shape["additionalProperties"], document, True, inside)
    for word in ("allOf", "anyOf", "oneOf"):
        for number, part in enumerate(shape.get(word, ())):
            yield from _fields(f"{place}.{word}{number}", part, document, True, inside)


def _field(schema: Any, required: bool, document: Any) -> Field:
    shape = _resolved(schema, document)
    kind = shape.get("type", "anything")
    words = sorted(kind) if isinstance(kind, list) else [kind]
    if "format" in shape:
        words.append(f"({shape['format']})")
    # Of what is true or false there are no other choices, whether they are listed or not.
    choices = () if kind == "boolean" else shape.get("enum", ())
    return Field(" ".join(words), required, frozenset(str(one) for one in choices))


def _resolved(schema: Any, document: Any) -> Any:
    if "$ref" not in schema:
        return schema
    found: Any = document
    for step in schema["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return {**found, **{name: value for name, value in schema.items() if name != "$ref"}}


def announced(changelog: str) -> set[str]:
    """Operations that "Breaking" of the part that is not released names."""
    unreleased = changelog.partition("## Unreleased")[2].partition("\n## ")[0]
    breaking = unreleased.partition("### Breaking")[2].partition("\n### ")[0]
    return set(re.findall(r"`([a-z_]+)`", breaking))


def _read(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _git(*arguments: str) -> str | None:
    done = subprocess.run(["git", *arguments], cwd=ROOT, text=True, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--against", default="")
    given = asked.parse_args()
    released = given.against or (_git("describe", "--tags", "--abbrev=0", "--match", "v*") or "").strip()
    if not released:
        print("No description was released yet: there is no tag v*.")
        return 0
    before = _git("show", f"{released}:openapi.yaml")
    if before is None:
        print(f"There is no openapi.yaml at {released}.")
        return 1
    found = list(changes(_read(before), _read((ROOT / "openapi.yaml").read_text(encoding="utf-8"))))
    for change in sorted(found, key=lambda one: not one.breaking):
        print(f"{'breaking  ' if change.breaking else 'compatible'}  {change.operation} {change.told}")
    unannounced = {one.operation for one in found if one.breaking}
    unannounced -= announced(CHANGELOG.read_text(encoding="utf-8"))
    if given.check and unannounced:
        print(
            f"Breaking and not announced in {CHANGELOG.relative_to(ROOT)}: {', '.join(sorted(unannounced))}"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
