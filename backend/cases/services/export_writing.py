"""A list is written as a file, page by page: CSV, XLSX or JSON Lines; no list is ever held as a whole."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, Protocol
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from backend.cases.columns import Column
from backend.cases.models import ExportFormat
from backend.cases.services.cells import cell
from backend.cases.services.exporting import Page
from backend.cases.services.list_rows import shown_rows
from backend.common.sheets import Sheet, write_csv, write_xlsx_into
from backend.partners.models import Partner

_WIDE: Final = {Column.SUMMARY: 60, Column.INSTITUTION: 36, Column.WAITS_FOR: 36, Column.CATEGORY: 28}


class Sink(Protocol):
    """Takes bytes."""

    def write(self, piece: bytes, /) -> object: ...


def write_list(kind: str, pages: Iterable[Page], columns: Sequence[str], sink: Sink) -> None:
    """Write the rows with these columns, from left to right. In memory lies one page."""
    _WRITERS[ExportFormat(kind)](pages, columns, sink)


def _csv(pages: Iterable[Page], columns: Sequence[str], sink: Sink) -> None:
    for line in write_csv(chain([_headings(columns)], _cells(pages, columns))):
        sink.write(line.encode())


def _xlsx(pages: Iterable[Page], columns: Sequence[str], sink: Sink) -> None:
    widths = [_WIDE.get(Column(name), 18) for name in columns]
    write_xlsx_into([Sheet(_("Cases"), _headings(columns), _cells(pages, columns), widths)], sink)


def _jsonl(pages: Iterable[Page], columns: Sequence[str], sink: Sink) -> None:
    """For programs: codes and moments as the API gives them, not words."""
    for page in pages:
        for row in shown_rows(page):
            told = {"id": row["id"], **{name: row[name] for name in columns}}
            sink.write(f"{json.dumps(told, ensure_ascii=False, cls=DjangoJSONEncoder)}\n".encode())


def _headings(columns: Sequence[str]) -> list[str]:
    return [str(Column(name).label) for name in columns]


def _cells(pages: Iterable[Page], columns: Sequence[str]) -> Iterator[list[Any]]:
    zones = {partner: ZoneInfo(zone) for partner, zone in Partner.objects.values_list("pk", "time_zone")}
    for page in pages:
        for row, shown in zip(page, shown_rows(page), strict=True):
            yield [cell(shown, name, zones[row["owner_id"]]) for name in columns]


_WRITERS: Final[dict[ExportFormat, Callable[[Iterable[Page], Sequence[str], Sink], None]]] = {
    ExportFormat.CSV: _csv,
    ExportFormat.XLSX: _xlsx,
    ExportFormat.JSONL: _jsonl,
}
