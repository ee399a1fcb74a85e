"""`python -m backend.files.cleaning <cleaner>`: a file by standard input, its clean copy by standard output.

Runs without Django and without the settings, so that it holds no secret. It says nothing: 0 is a clean copy,
anything else is none.
"""

import sys

from backend.files.cleaning.limits import close_in


def main(cleaner: str) -> int:
    """Read, clean, write."""
    close_in()
    from backend.files.cleaning import office, pdf, photos, plain

    cleaners = {
        "image": photos.clean,
        "pdf": pdf.clean,
        "open_xml": office.clean_open_xml,
        "open_document": office.clean_open_document,
        "text": plain.clean,
    }
    content = sys.stdin.buffer.read()
    # The whole copy before the first byte: half of one never leaves.
    sys.stdout.buffer.write(cleaners[cleaner](content))
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
