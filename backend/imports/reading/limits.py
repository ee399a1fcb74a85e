"""How large a spreadsheet may be. Known to the process that reads and to the one that asked for it."""

from typing import Final

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 150
# What a cell of Excel holds at most; longer than any field here.
LONGEST_CELL: Final = 32_767
# Rows as they leave the reading process, and are kept sealed.
LARGEST_ROWS: Final = 300_000_000
DELIMITERS: Final = (",", ";", "\t", "|")
ENCODINGS: Final = ("utf-8", "utf-16", "cp1250", "cp1251", "cp1252")
