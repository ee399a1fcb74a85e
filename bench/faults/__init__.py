"""Faults on purpose, under load, and whether Dosja keeps its promises after each (docs/faults.md)."""
