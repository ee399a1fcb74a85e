"""Typed readers of the environment that fail loudly, naming the variable."""

import os
from pathlib import Path
from typing import Any

import environ


def secret(name: str) -> str:
    return (
        os.environ.get(name)
        or f"development-only-{name.lower()}-0123456789abcdef0123456789"
    )


def database(var: Path) -> dict[str, Any]:
    url = os.environ.get("DATABASE_URL")
    if url:
        return {
            **environ.Env.db_url_config(url),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": var / "dosja.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
