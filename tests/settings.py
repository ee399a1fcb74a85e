"""The product's settings for tests: fixed secrets, cheap passwords, nothing from this machine's files."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["DOSJA_ENV_FILE"] = ""
os.environ["DOSJA_MODE"] = "development"
os.environ["SECRET_KEY"] = "development-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
os.environ["DOSJA_ROOT_KEY"] = "development-tests-root-key-0123456789abcdef"
# A test fills in a form faster than any person; tests of that say so.
os.environ["DOSJA_FORM_LEAST_SECONDS"] = "0"
# A suite asks more than any program may; tests of limits set their own.
os.environ["DOSJA_CLIENT_RATE"] = os.environ["DOSJA_PERSON_RATE"] = "0"
os.environ["DOSJA_RECEIPT_PEPPER"] = "development-tests-pepper-0123456789abcdef"

# The test database is on no replica but those that a test makes.
os.environ.pop("DATABASE_REPLICA_URL", None)

from backend.config.settings import *
from backend.config.settings import DATABASES, STORAGES

# One directory of sealed files per run, gone afterwards.
_files = tempfile.mkdtemp(prefix="dosja-test-files-")
atexit.register(shutil.rmtree, _files, ignore_errors=True)
STORAGES["files"] = {"BACKEND": "backend.files.places.folder.Folder", "OPTIONS": {"location": _files}}

# Argon2 takes as long as it is meant to; a suite that signs in a thousand times cannot wait for it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, one per run: in shared memory SQLite refuses where it would wait, and a test's worker process or
    # second thread would see another engine than the one in use.
    _database = Path(tempfile.gettempdir()) / f"dosja-test-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": _database}
