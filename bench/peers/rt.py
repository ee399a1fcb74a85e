"""Request Tracker 5 from Debian: set up on our PostgreSQL, filled by SQL, asked through its REST 2 door."""

import itertools
import json
import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import psycopg

from backend.demo.load import COMMON_WORD, RARE_WORD
from bench.peers import product, rt_filling, tickets
from bench.peers.product import CREATE, DETAIL, FREQUENT, LIST, RARE, Kept, Missing, Product
from bench.server import WORKERS
from tests.e2e.installation import HOST, free_port

# msmtp-mta is the smallest that Debian takes for a mailer: no daemon comes with it.
PACKAGES: Final = ("msmtp-mta", "request-tracker5", "rt5-db-postgresql", "rt5-standalone", "starlet")
DATABASE: Final = "peer_rt"
_SERVER: Final = Path("/usr/share/request-tracker5/libexec/rt-server")
_PASSWORD: Final = "measurements-only"
_REST: Final = "/REST/2.0"
_FIELDS: Final = "Subject,Status,Queue,Owner,Requestor,Priority,Created,LastUpdated,Due,Resolved"
_HOLDS: Final = {
    LIST: f"REST 2, JSON: id, {_FIELDS.replace(',', ', ')}; it counts all that match",
    RARE: "the same; looks for the letters in the subject alone",
    FREQUENT: "the same",
    DETAIL: "REST 2, JSON: ticket, its history, its words (three requests)",
    CREATE: "REST 2: ticket, roles, first transaction; renders two mails into a file",
}


def install() -> None:
    """By apt: packages of the whole machine, so only when asked."""
    if os.geteuid() != 0:
        raise Missing("only root installs Debian's packages")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    product.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *PACKAGES], quiet)


@contextmanager
def running(file: Path, home: Path, info: Any) -> Iterator[Product]:
    """Set up, filled and served; gone afterwards."""
    if not _SERVER.exists():
        raise Missing("request-tracker5 is not there: --install brings it from Debian, as root")
    port, said = free_port(), home / "rt.log"
    environment = _configured(home, info, port)
    setup = shutil.which("rt-setup-database-5") or "/usr/sbin/rt-setup-database-5"
    product.run([setup, "--action", "init", "--dba", info.user, "--dba-password", "none"], environment)
    told = json.loads(file.read_text(encoding="utf-8"))
    others = sorted({one["queue"] for one in told} - {tickets.LARGEST})
    script = str(Path(__file__).with_name("rt_people.pl"))
    product.run(["perl", script, _PASSWORD, tickets.LARGEST, *others], environment)
    with psycopg.connect(info.dsn, dbname=DATABASE, autocommit=True) as plain:
        rt_filling.fill(plain, told)
    process = product.begun(
        [
            *(str(_SERVER), "--host", HOST, "--port", str(port), "--max-workers", str(WORKERS)),
            *("--max-reqs-per-child", "1000000", "--min-reqs-per-child", "1000000"),
            *("--max-keepalive-reqs", "1000000", "--keepalive-timeout", "3600"),
        ],
        environment,
        said,
    )
    try:
        product.wait(process, port, "/NoAuth/Login.html", said)
        yield _product(process.pid, port)
    finally:
        product.end(process)


def _configured(home: Path, info: Any, port: int) -> dict[str, str]:
    (home / "rt.d").mkdir()
    settings: dict[str, object] = {
        **{"rtname": "bench", "Organization": "bench.invalid", "WebPath": "", "WebPort": port},
        **{"WebDomain": "localhost", "DatabaseType": "Pg", "DatabaseHost": info.host, "DatabasePort": ""},
        **{"DatabaseName": DATABASE, "DatabaseUser": DATABASE, "DatabasePassword": "none"},
        **{"DatabaseAdmin": info.user, "MailCommand": "testfile", "LogToSyslog": "", "LogToSTDERR": "error"},
    }
    lines = [f"Set(${name}, '{value}');" for name, value in settings.items()]
    (home / "RT_SiteConfig.pm").write_text("\n".join([*lines, "1;", ""]))
    return {"RT_SITE_CONFIG": str(home / "RT_SiteConfig.pm"), "RT_SITE_CONFIG_DIR": str(home / "rt.d")}


def _product(process: int, port: int) -> Product:
    line = Kept(port, {"Cookie": _session(port)})
    mine = f"Queue='{tickets.LARGEST}'"
    listed = _page(f"{mine} AND Status='stalled'")
    found = json.loads(product.whole(line.get(listed)))["items"]
    ids, numbers = itertools.cycle([row["id"] for row in found]), itertools.count(10_000_000)

    def detail() -> list[bytes]:
        ticket = f"{_REST}/ticket/{next(ids)}"
        history = "per_page=50&fields=Type,Creator,Created,Field,OldValue,NewValue,Description"
        words = "per_page=50&fields=TransactionId,ContentType,Content"
        return [
            line.get(ticket),
            line.get(f"{ticket}/history?{history}"),
            line.get(f"{ticket}/attachments?{words}"),
        ]

    def create() -> list[bytes]:
        text = tickets.words(next(numbers), "Ankesa e re")
        body = {"Queue": tickets.LARGEST, "Subject": "Ankesa e re", "Content": text}
        asker = {"Requestor": "complainant@example.org"}
        return [line.post(f"{_REST}/ticket", json.dumps({**body, **asker}).encode())]

    return Product(
        name=f"Request Tracker {_version()}",
        process=process,
        asks={
            LIST: lambda: [line.get(listed)],
            RARE: lambda: [line.get(_page(f"{mine} AND Subject LIKE '{RARE_WORD}'"))],
            FREQUENT: lambda: [line.get(_page(f"{mine} AND Subject LIKE '{COMMON_WORD}'"))],
            DETAIL: detail,
            CREATE: create,
        },
        subjects=lambda body: [row["Subject"] for row in json.loads(product.whole(body))["items"]],
        holds=_HOLDS,
    )


def _page(query: str) -> str:
    return f"{_REST}/tickets?query={quote(query)}&per_page=50&orderby=Created&order=DESC&fields={_FIELDS}"


def _session(port: int) -> str:
    """The cookie of its own pages: a token or a password would be hashed slowly with every request."""
    first = _head(port, "GET / HTTP/1.1", {}, b"")
    given = re.search(rb"Set-Cookie: (RT_SID[^;]+)", first)
    if given is None:
        raise Missing("Request Tracker gave no session")
    cookie = given[1].decode()
    body = f"user=agent&pass={_PASSWORD}".encode()
    form = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    again = _head(port, "POST /NoAuth/Login.html HTTP/1.1", {"Cookie": cookie, **form}, body)
    given = re.search(rb"Set-Cookie: (RT_SID[^;]+)", again)
    return given[1].decode() if given else cookie


def _head(port: int, request: str, headers: dict[str, str], body: bytes) -> bytes:
    """All that it answers to one request: cookies are in the head."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection((HOST, port), timeout=120) as line:
        line.sendall(f"{request}\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n".encode() + body)
        return b"".join(iter(lambda: line.recv(1 << 16), b""))


def _version() -> str:
    return product.run(["dpkg-query", "--show", "--showformat=${Version}", "request-tracker5"]).partition(
        "+"
    )[0]
