"""`python -m backend.files.cleaning <cleaner>`: a file by standard input, its clean copy by standard output.

Runs without Django and without the settings, so that it holds no secret. It says nothing: 0 is a clean copy,
anything else is none.
"""

import sys
from importlib import import_module
from typing import Final

from backend.files.cleaning.limits import close_in

CLEANERS: Final = {
    "image": ("photos", "clean"),
    "pdf": ("pdf", "clean"),
    "open_xml": ("office", "clean_open_xml"),
    "open_document": ("office", "clean_open_document"),
    "text": ("plain", "clean"),
}


def main(cleaner: str) -> int:
    """Read, clean, write."""
    close_in()
    module, function = CLEANERS[cleaner]
    # Only the libraries that this kind of file needs.
    clean = getattr(import_module(f"backend.files.cleaning.{module}"), function)
    # The whole copy before the first byte: half of one never leaves.
    sys.stdout.buffer.write(clean(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    try:
        code = main(sys.argv[1])
    except MemoryError:
        code = 3
    except Exception:
        code = 2
    sys.exit(code)
