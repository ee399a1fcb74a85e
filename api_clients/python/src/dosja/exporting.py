"""Many cases on their way out: asked for, waited for, taken once. What is in them: docs/exports.md."""

import time
from collections.abc import Callable
from typing import Final

from dosja.core.api.exports import exports_create, exports_retrieve, exports_take
from dosja.core.models import Export, NewExportRequest, ParcelState
from dosja.face import Dosja
from dosja.problems import DosjaError

_MAKING: Final = {ParcelState.WAITING, ParcelState.MAKING}
_FIRST_LOOK, _LONGEST_LOOK = 0.25, 5.0


def exported(dosja: Dosja, asked: NewExportRequest, tell: Callable[[Export], None] | None = None) -> bytes:
    """The file, once the server has put it together. The server keeps none afterwards.

    Raises Problem, and DosjaError where it could not be made: of more than 100 000 cases, for instance."""
    export = dosja.call(exports_create.sync, body=asked)
    pause = _FIRST_LOOK
    while export.state in _MAKING:
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_LOOK)
        export = dosja.call(exports_retrieve.sync, export.id)
        if tell is not None:
            tell(export)
    if export.state != ParcelState.READY:
        raise DosjaError(f"The export could not be made: {export.failure or export.state}.")
    content: bytes = dosja.call(exports_take.sync, export.id).payload.read()
    return content
