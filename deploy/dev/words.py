"""Writes the dashboard's words for codes from the labels in openapi.yaml (`--check` compares)."""

import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "api_clients" / "dashboard" / "src" / "lib" / "words.ts"
HEAD = """/**
 * What people call the codes of the interface. Made from openapi.yaml by `make schema`; never edited by hand.
 *
 * A code without a word here has none in the description either: see `own-words.ts`.
 */
import type { Schemas } from "@dosja/client";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
"""
# Words of one lazy page: in the common file they would be part of the first load.
RETENTION = ROOT / "api_clients" / "dashboard" / "src" / "features" / "retention" / "words.ts"
OF_RETENTION = {
    *("CaseEnding", "ErasureBecause", "ErasureBlocker", "ErasureRefusal", "ErasureRequestState"),
    "HoldReason",
}
LABEL = re.compile(r"^\* `([^`]*)` - (.*)$", re.MULTILINE)


def main() -> int:
    description = yaml.load(
        (ROOT / "openapi.yaml").read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    schemas = sorted(description["components"]["schemas"].items())
    for target, here in ((TARGET, False), (RETENTION, True)):
        tables = (table(name, one) for name, one in schemas if (name in OF_RETENTION) is here)
        made = HEAD + "".join(tables)
        if "--check" not in sys.argv:
            target.write_text(made, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != made:
            sys.exit("The dashboard's words do not fit openapi.yaml any more: make schema")
    return 0


def table(name: str, schema: dict[str, Any]) -> str:
    """A table of words, or nothing where the codes are shown as they are."""
    labels = dict(LABEL.findall(schema.get("description", "")))
    codes = [code for code in schema.get("enum", []) if code not in {"", None}]
    if (
        not codes
        or name == "Language"
        or any(labels.get(str(code), str(code)) == str(code) for code in codes)
    ):
        return ""
    const = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
    rows = "".join(f"  {_key(code)}: msg`{_literal(labels[str(code)])}`,\n" for code in codes)
    return f'\nexport const {const}: Record<Schemas["{name}"], MessageDescriptor> = {{\n{rows}}};\n'


def _key(code: Any) -> str:
    return str(code) if re.fullmatch(r"\w+", str(code)) else f'"{code}"'


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")


if __name__ == "__main__":
    sys.exit(main())
