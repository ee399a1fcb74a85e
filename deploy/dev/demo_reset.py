"""`make demo-reset`: removes the embedded database and what was derived from it."""

import os
import sys

from console import VAR, shown

DERIVED = ("dosja.sqlite3", "dosja.sqlite3-wal", "dosja.sqlite3-shm", "demo-accounts.txt", "directory.stamp")


def main() -> None:
    if os.environ.get("DATABASE_URL"):
        sys.exit("DATABASE_URL is set: this only ever removes the embedded database. Unset it first.")
    for name in DERIVED:
        (VAR / name).unlink(missing_ok=True)
    print(f"Removed the database in {shown(VAR)}/. `make run` makes a new one.")


if __name__ == "__main__":
    main()
