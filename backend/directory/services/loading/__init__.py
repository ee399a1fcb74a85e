"""The directory from its files: read all, check all, then change what differs, in one transaction."""

from backend.directory.services.loading.cells import FILES, FileError, FilesRefused
from backend.directory.services.loading.files import DATA, Report, load_directory

__all__ = ["DATA", "FILES", "FileError", "FilesRefused", "Report", "load_directory"]
