"""What every program of the installation under test is told: the secrets of the tests, no limits."""

import os
from pathlib import Path
from typing import Final

from bench.faults.cluster import ROOT

ROLE: Final = "dosja_served"
_LIMITS: Final = ("DOSJA_PERSON_RATE", "DOSJA_PERSON_BURST", "DOSJA_CLIENT_RATE", "DOSJA_CLIENT_BURST")


def environment(home: Path, database_url: str) -> dict[str, str]:
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH") if name in os.environ
    }
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
        "DOSJA_ENV_FILE": "",
        "DOSJA_MODE": "development",
        "SECRET_KEY": "development-faults-0123456789-abcdefghijklmnopqrstuvwxyz",
        "DOSJA_ROOT_KEY": "development-faults-root-key-0123456789abcdef",
        "DOSJA_RECEIPT_PEPPER": "development-faults-pepper-0123456789abcdef",
        "DATABASE_URL": database_url,
        "DOSJA_DATABASE_ROLE": ROLE,
        "DOSJA_VAR": str(home),
        # Every request is counted as in production, and no limit is ever reached.
        **dict.fromkeys(_LIMITS, "1000000000"),
        "DOSJA_CLIENT_QUOTA": "1000000000",
    }
