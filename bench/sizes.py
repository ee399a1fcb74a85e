"""Databases of several sizes, filled by the same generator in the same PostgreSQL, and who may ask each."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import Final

import psycopg
from psycopg import sql

from bench.budget import session_of
from bench.budget_intake import program
from bench.network import Network

WHO: Final = ("largest partner", "3 partners", "25 partners", "20 shared cases only", "only old shares")
PROGRAM: Final = "a program"


@dataclass(frozen=True, slots=True)
class Filled:
    """A database that holds so many cases. `callers` are headers by who asks; `seconds` is what filling it
    took, None where an earlier run did."""

    cases: int
    url: str
    callers: dict[str, dict[str, str]]
    seconds: float | None

    @property
    def bytes(self) -> int:
        with psycopg.connect(self.url) as plain:
            (found,) = plain.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
        return int(found)


def this(network: Network, cases: int) -> Filled:
    """The database of DATABASE_URL, which is filled."""
    callers = {who: session_of(network.actors[who]) for who in WHO}
    return Filled(cases, os.environ["DATABASE_URL"], {**callers, PROGRAM: program(network)}, network.seconds)


def beside(cases: int) -> Filled:
    """Another one beside it; an earlier one of that size is thrown away."""
    url, name = os.environ["DATABASE_URL"], f"dosja_{cases}"
    with psycopg.connect(url, autocommit=True) as plain:
        plain.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        plain.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    done = subprocess.run(
        [sys.executable, "-m", "bench.filled", str(cases)],
        env={**os.environ, "DATABASE_URL": _named(url, name)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Filled(**json.loads(done.stdout.splitlines()[-1]))


def told(filled: Filled) -> str:
    """For the process that asked for it."""
    return json.dumps(asdict(filled))


def _named(url: str, name: str) -> str:
    """The address of a database beside."""
    before, mark, query = url.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{query}"
