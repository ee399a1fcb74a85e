"""What breaks a partner's program is told from what does not."""

import importlib.util
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings

pytestmark = pytest.mark.either_engine("postgresql")
OLD: dict[str, Any] = {
    "paths": {
        "/cases/": {
            "post": {
                "operationId": "cases_make",
                "security": [{"client": []}, {"session": []}],
                "parameters": [{"in": "query", "name": "dry", "schema": {"type": "boolean"}}],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}},
                },
                "responses": {
                    "201": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Case"}}}
                    },
                    "400": {},
                },
            }
        }
    },
    "components": {
        "schemas": {
            "New": {
                "type": "object",
                "properties": {"kind": {"type": "string", "enum": ["a", "b"]}, "note": {"type": "string"}},
                "required": ["kind"],
            },
            "Case": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "kind": {"type": "string", "enum": ["a", "b"]},
                    "parent": {"$ref": "#/components/schemas/Case"},
                },
                "required": ["id", "kind"],
            },
        }
    },
}


def _module() -> ModuleType:
    path = Path(settings.BASE_DIR, "deploy", "dev", "api_changes.py")
    spec = importlib.util.spec_from_file_location("api_changes", path)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


API_CHANGES = _module()


def _after(change: str) -> dict[str, Any]:
    """The description after a change, written as code on `op`, `new` and `case`."""
    document = deepcopy(OLD)
    shapes = document["components"]["schemas"]
    names = {"paths": document["paths"], "op": document["paths"]["/cases/"]["post"]}
    exec(change, names | {"new": shapes["New"], "case": shapes["Case"]})  # written below
    return document


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("del paths['/cases/']", "is gone"),
        ("paths['/files/'] = paths.pop('/cases/')", "moved from POST /cases/ to POST /files/"),
        ("op['parameters'] = []", "does not take query dry any more"),
        ("op['parameters'][0]['required'] = True", "demands query dry"),
        ("op['security'].pop()", "cannot be called by session any more"),
        ("del new['properties']['note']", "does not take body application/json.note any more"),
        ("new['required'].append('note')", "demands body application/json.note"),
        ("new['properties']['note']['type'] = 'integer'", "takes body application/json.note as integer"),
        ("new['properties']['kind']['enum'].pop()", "body application/json.kind is not b any more"),
        ("new['properties']['note']['enum'] = ['x']", "body application/json.note may be x"),
        ("del case['properties']['kind']", "does not give 201 application/json.kind any more"),
        ("case['required'].remove('kind')", "gives 201 application/json.kind not always"),
        ("case['properties']['id']['type'] = ['string', 'null']", "gives 201 application/json.id as null"),
        ("op['responses']['200'] = op['responses'].pop('201')", "does not give 201 any more"),
    ],
)
def test_what_breaks_a_program_is_called_breaking(change: str, told: str) -> None:
    found = list(API_CHANGES.changes(OLD, _after(change)))
    assert any(one.breaking and one.told.startswith(told) for one in found), found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("paths['/x/'] = {'get': {'operationId': 'x', 'responses': {}}}", "is new"),
        ("op['parameters'].append({'in': 'query', 'name': 'x', 'schema': {}})", "takes query x"),
        ("new['properties']['x'] = {'type': 'string'}", "takes body application/json.x"),
        ("new['required'].clear()", ""),
        ("new['properties']['kind']['enum'].append('c')", "body application/json.kind may be c"),
        ("case['properties']['x'] = {'type': 'string'}", "gives 201 application/json.x"),
        ("case['properties']['kind']['enum'].append('c')", "201 application/json.kind may be c"),
        ("op['responses']['409'] = {}", ""),
        ("op['description'] = 'Other words'", ""),
    ],
)
def test_what_a_program_may_pass_over_is_not(change: str, told: str) -> None:
    found = list(API_CHANGES.changes(OLD, _after(change)))
    assert not any(one.breaking for one in found)
    assert bool(found) is bool(told) and all(one.told.startswith(told) for one in found), found


def test_what_is_announced_is_read_from_the_part_that_is_not_released() -> None:
    changelog = (
        "## Unreleased\n\n### Breaking\n\n- `cases_make` is gone\n\n### Added\n\n- `cases_new`\n\n"
        "## 1.0.0\n\n### Breaking\n\n- `cases_old`\n"
    )
    assert API_CHANGES.announced(changelog) == {"cases_make"}
    assert API_CHANGES.announced("## 1.0.0\n### Breaking\n- `cases_old`") == set()
