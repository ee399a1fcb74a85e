"""HSDS tables as CSV files with a datapackage.json (tabular data package), and back."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any, Final

from backend.common.sheets import escaped, unescaped
from backend.directory.services.hsds.nesting import Tables
from backend.directory.services.hsds.rows import Found, Rows
from backend.directory.services.hsds.tables import TABLES, Field, Table

DESCRIPTION: Final = "datapackage.json"
_PATHS: Final = {
    name: table.name for table in TABLES.values() for name in (table.path, f"{table.name}.csv")
} | {
    "service_at_locations.csv": "service_at_location",
    "taxonomies.csv": "taxonomy",
    "urls.csv": "url",
    "service_capacities.csv": "service_capacity",
    "addresss.csv": "address",
    "fundings.csv": "funding",
}


class NotTabular(Exception):
    """None of the files is a table of HSDS; or one, which is named, cannot be read as CSV."""

    def __init__(self, file: str, code: str) -> None:
        self.file, self.code = file, code
        super().__init__(f"{file}: {code}")


def to_files(tables: Tables) -> dict[str, str]:
    """File name → text. Tables without rows are left out; the description lists those that are there."""
    filled = {name: list(rows) for name, rows in tables.items()}
    files = {TABLES[name].path: _csv(TABLES[name], rows) for name, rows in filled.items() if rows}
    described = [_resource(TABLES[name]) for name, rows in filled.items() if rows]
    package = {"name": "human_services_data", "version": "3.2", "profile": "tabular-data-package"}
    files[DESCRIPTION] = json.dumps({**package, "resources": described}, indent=1) + "\n"
    return files


def tables_of_files(files: Mapping[str, str]) -> Rows:
    """The rows of CSV files, named as in HSDS or as their datapackage.json says. Raises NotTabular."""
    known = _PATHS | _described(files.get(DESCRIPTION))
    rows: Rows = {name: [] for name in TABLES}
    for name, text in files.items():
        if name == DESCRIPTION:
            continue
        table = known.get(name.rpartition("/")[2]) or known.get(name)
        if table is None:
            raise NotTabular(name, "unknown_file")
        rows[table] += _found(table, name, text)
    if not files:
        raise NotTabular("", "no_files")
    return rows


def _described(text: str | None) -> dict[str, str]:
    try:
        resources = json.loads(text)["resources"] if text else []
        return {one["path"]: one["name"] for one in resources if one["name"] in TABLES}
    except (ValueError, KeyError, TypeError):
        raise NotTabular(DESCRIPTION, "unreadable") from None


def _found(table: str, file: str, text: str) -> list[Found]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows = []
    try:
        header = [name.strip() for name in next(reader, [])]
        if len(set(header)) < len(header) or "id" not in header:
            raise NotTabular(file, "header")
        for number, cells in enumerate(reader, 2):
            if cells:
                rows.append(_row(table, file, number, header, cells))
    except csv.Error:
        raise NotTabular(file, "unreadable") from None
    return rows


def _row(table: str, file: str, number: int, header: list[str], cells: list[str]) -> Found:
    given: dict[str, Any] = dict(zip(header, map(unescaped, cells), strict=False))
    problem = ("", "cells") if len(cells) != len(header) else None
    return Found(table, number, file, given, problem)


def _csv(table: Table, rows: list[dict[str, Any]]) -> str:
    columns = [name for name in table.fields if any(name in row for row in rows) or _needed(table, name)]
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([escaped(row[name]) if name in row else "" for name in columns])
    return written.getvalue()


def _needed(table: Table, name: str) -> bool:
    return table.fields[name].required or table.fields[name].tabular


def _resource(table: Table) -> dict[str, Any]:
    fields = [_described_field(field) for field in table.fields.values()]
    references = [
        {"fields": field.name, "reference": {"resource": field.target, "fields": "id"}}
        for field in table.fields.values()
        if field.target
    ]
    schema = {"fields": fields, "primaryKey": "id", **({"foreignKeys": references} if references else {})}
    kind = {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv"}
    return {"name": table.name, "path": table.path, **kind, "encoding": "utf-8", "schema": schema}


def _described_field(field: Field) -> dict[str, Any]:
    plain = {"number": "number", "date": "date", "time": "string", "date-time": "datetime"}
    described: dict[str, Any] = {"name": field.name, "type": plain.get(field.type, "string")}
    if field.type in ("uuid", "email", "uri"):
        described["format"] = field.type
    constraints: dict[str, Any] = {}
    if field.required or field.tabular:
        constraints["required"] = True
    if field.name == "id":
        constraints["unique"] = True
    if field.words:
        constraints["enum"] = list(field.words)
    return {**described, **({"constraints": constraints} if constraints else {})}
