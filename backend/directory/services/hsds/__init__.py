"""Import and export of the directory of service providers as Open Referral HSDS 3.2: JSON, or CSV files."""

from backend.directory.services.hsds.csvfiles import NotTabular, tables_of_files, to_files
from backend.directory.services.hsds.nesting import NotHsds, tables_of_document, to_document
from backend.directory.services.hsds.reading import import_tables
from backend.directory.services.hsds.report import ImportReport, Refusal
from backend.directory.services.hsds.writing import export_tables

__all__ = [
    "ImportReport",
    "NotHsds",
    "NotTabular",
    "Refusal",
    "export_tables",
    "import_tables",
    "tables_of_document",
    "tables_of_files",
    "to_document",
    "to_files",
]
