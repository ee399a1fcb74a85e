"""Takes service providers from Open Referral HSDS 3.2, or gives them: one JSON file, or a folder of CSV."""

import json
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.directory.services import hsds
from backend.partners.actors import Actor

_LARGEST: Final = 200_000_000


class Command(BaseCommand):
    help = (
        "import PATH: takes a JSON file, or a folder of CSV files with or without datapackage.json. Rows "
        "that cannot be taken are listed with file, row and code; the others are taken. export PATH: writes "
        "a JSON file where PATH ends in .json, else a folder of CSV files."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["import", "export"])
        parser.add_argument("path", type=Path)
        parser.add_argument("--check", action="store_true", help="import: only say what would happen")

    def handle(self, *args: Any, what: str, path: Path, check: bool, **options: Any) -> None:
        if what == "export":
            self._export(path)
            return
        report = hsds.import_tables(self._rows(path), only_check=check, actor=Actor.system())
        self._tell(report)
        if report.refusals:
            raise CommandError(f"{len(report.refusals)} of {report.rows} rows were not taken.")

    def _rows(self, path: Path) -> Any:
        try:
            if path.is_dir():
                return hsds.tables_of_files({file.name: _text(file) for file in _files(path)})
            return hsds.tables_of_document(json.loads(_text(path)))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from None
        except (ValueError, RecursionError):
            raise CommandError(f"{path} is not JSON or CSV in UTF-8.") from None
        except hsds.NotTabular as error:
            raise CommandError(f"{error.file}: {error.code}") from None
        except hsds.NotHsds:
            raise CommandError(f"{path} holds neither services nor organizations of HSDS.") from None

    def _tell(self, report: hsds.ImportReport) -> None:
        for table, counts in sorted(report.counts.items()):
            told = ", ".join(f"{number} {fate}" for fate, number in counts.items())
            self.stdout.write(f"{table}: {told}")
        for word, rows in (("notice", report.notices), ("refused", report.refusals)):
            for row in rows:
                told = " ".join(part for part in (row.field, row.code) if part)
                self.stderr.write(f"{word}: {row.table} {row.where} row {row.row} {row.id}: {told}")

    def _export(self, path: Path) -> None:
        tables = hsds.export_tables()
        if path.suffix == ".json":
            text = json.dumps(hsds.to_document(tables), ensure_ascii=False, indent=1)
            path.write_text(text + "\n", encoding="utf-8")
        else:
            path.mkdir(parents=True, exist_ok=True)
            for name, text in hsds.to_files(tables).items():
                (path / name).write_text(text, encoding="utf-8", newline="")
        self.stdout.write(f"Wrote {sum(map(len, tables.values()))} rows.")


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix in (".csv", ".json"))


def _text(file: Path) -> str:
    if file.stat().st_size > _LARGEST:
        raise CommandError(f"{file} is larger than {_LARGEST // 1_000_000} MB.")
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()
