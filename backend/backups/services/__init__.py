"""Backups made, looked through, and taken in."""

from backend.backups.services.checking import check
from backend.backups.services.making import Made, make
from backend.backups.services.restoring import Restored, restore

__all__ = ["Made", "Restored", "check", "make", "restore"]
