"""Imports go down, and so do foreign keys: a key named by a string escapes the import contract."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model

PYPROJECT = Path(settings.BASE_DIR, "pyproject.toml")


def _contracts() -> list[dict[str, Any]]:
    configuration = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = configuration["tool"]["importlinter"]["contracts"]
    return contracts


def _floors() -> Mapping[str, int]:
    """App → floor, the highest first, as the import contract has them."""
    layers = next(
        contract["layers"] for contract in _contracts() if contract["layers"][0] == "backend.config"
    )
    return {
        name.strip(" ()").removeprefix("backend."): number
        for number, layer in enumerate(layers)
        for name in layer.split("|")
    }


def _foreign_keys() -> Iterator[tuple[str, str, Field[Any, Any]]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not isinstance(field, Field) or target is None or target == "self":
                continue
            here, there = _app(model), _app(target)
            if here and there and here != there:
                yield here, there, field


def _app(model: type[Model]) -> str | None:
    package, _dot, rest = model.__module__.partition(".")
    return rest.partition(".")[0] if package == "backend" else None


def test_every_app_stands_on_a_floor() -> None:
    installed = {name.removeprefix("backend.") for name in settings.INSTALLED_APPS if "backend." in name}
    assert installed <= set(_floors())


def test_no_foreign_key_points_upward_or_sideways() -> None:
    floors = _floors()
    found = list(_foreign_keys())
    assert len(found) > 20, "the walk found next to nothing: is it still looking in the right place?"
    upward = [f"{field} → {there}" for here, there, field in found if floors[there] <= floors[here]]
    assert upward == []


def test_nothing_points_into_the_identity_vault() -> None:
    protected = next(contract for contract in _contracts() if contract["type"] == "protected")
    vaults = {name.removeprefix("backend.") for name in protected["protected_modules"]}
    allowed = {name.removeprefix("backend.") for name in protected["allowed_importers"]}
    pointing = [
        str(field) for here, there, field in _foreign_keys() if there in vaults and here not in allowed
    ]
    assert pointing == []
