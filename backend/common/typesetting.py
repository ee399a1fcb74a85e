"""Printed pages: a typst template and values become a PDF/A in any of the five languages.

Values reach a template as data, never as markup: nobody can write typst through a name or a letter. No font
of the machine is used, so a page looks the same everywhere.
"""

import json
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import typst

from backend.common import clock

FONTS: Final = Path(__file__).parent / "fonts"


def typeset(template: Path, values: Mapping[str, Any]) -> bytes:
    """A PDF/A-2b made from a template, which reads `values` by `json(bytes(sys.inputs.values))`.

    `values` holds what JSON can hold. The template imports only from its own folder. Raises typst.TypstError
    where the template is wrong, which is a mistake in the program and never in the values.
    """
    made: bytes = typst.compile(
        template,
        root=template.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"values": json.dumps(values, ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=int(clock.now().astimezone(UTC).timestamp()),
    )
    return made
