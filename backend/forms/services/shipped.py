"""The form that is shipped: for every partner that has made none of its own."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).parent.parent / "data" / "default.json"


@cache
def shipped_schema() -> dict[str, Any]:
    """For public services, corruption, courts and information requests, in all five languages."""
    schema: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return schema
