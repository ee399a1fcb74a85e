"""The sealed rows of an import: written once, read from any place with one chunk in memory."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

from backend.files import blobs
from backend.files.models import StoredFile
from backend.files.services import keep_sealed
from backend.files.streams import CHUNK
from backend.imports.errors import ImportForgotten
from backend.imports.models import ImportRun
from backend.keyring.models import DataKey

MEDIA_TYPE = "application/x-ndjson"


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One row: its number in the sheet, its cells, the byte at which the next one begins. Not printed."""

    number: int
    cells: list[str]
    next_at: int

    def cell(self, column: int) -> str:
        """The text of a cell; rows are as long as their last filled cell."""
        return self.cells[column] if column < len(self.cells) else ""


class RowWriter:
    """Takes lines of the reading process and seals them."""

    def __init__(self) -> None:
        self._blob = blobs.NewBlob(uuid4())

    def write(self, line: bytes) -> None:
        """Seal one line."""
        self._blob.write(line + b"\n")

    def keep(self, data_key: DataKey) -> StoredFile:
        """Bring it to the disk, under the key of its import."""
        self._blob.finish()
        blob = self._blob
        return keep_sealed(
            blob.id, blob.key, name="rows", size=blob.size, media_type=MEDIA_TYPE, data_key=data_key
        )

    def discard(self) -> None:
        """Half of it is of no use."""
        self._blob.discard()


def rows_from(run: ImportRun, position: int) -> Iterator[Row]:
    """The rows from a byte on. Raises ImportForgotten."""
    if run.rows is None:
        raise ImportForgotten()
    with blobs.open_blob(run.rows.pk, bytes.fromhex(run.rows.file_key)) as sealed:
        reader = io.BufferedReader(sealed, CHUNK)
        reader.seek(position)
        at = position
        for line in reader:
            at += len(line)
            number, cells = json.loads(line)
            yield Row(number, cells, at)
        reader.detach()
