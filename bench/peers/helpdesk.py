"""django-helpdesk: in an environment of its own, filled through its models, asked as its pages ask."""

import base64
import itertools
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import psycopg

from backend.demo.load import COMMON_WORD, RARE_WORD
from bench.peers import product, tickets
from bench.peers.product import CREATE, DETAIL, FREQUENT, LIST, RARE, Kept, Missing, Product
from bench.server import WORKERS
from tests.e2e.installation import HOST, free_port

# The newest of each when this was written; the web server is the one that serves us.
PINNED: Final = ("django-helpdesk==2.6.1", "django==5.2.19", "psycopg[binary]==3.3.9")
PLACE: Final = product.HOME / "helpdesk"
DATABASE: Final = "peer_helpdesk"
_PYTHON: Final = PLACE / "bin" / "python"
_HOLDS: Final = {
    LIST: "JSON of its ticket list: id, title, queue, status, priority, created, due, submitter, assignee,"
    " time spent, last answer; it counts all that match, twice",
    RARE: "the same; looks for the letters in ten columns, description among them",
    FREQUENT: "the same",
    DETAIL: "the HTML page that its agents read, with form and history",
    CREATE: "its REST API: ticket and first entry; renders mail and sends none",
}


def install() -> None:
    """Into var/peers/helpdesk, by uv; nothing else of the machine is touched."""
    uv = str(Path(sys.executable).parent / "uv")
    product.run([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(PLACE)])
    granian = f"granian=={version('granian')}"
    product.run([uv, "pip", "install", "--quiet", "--python", str(_PYTHON), *PINNED, granian])


@contextmanager
def running(file: Path, home: Path, info: Any) -> Iterator[Product]:
    """Filled and served; gone afterwards."""
    if not _PYTHON.exists():
        raise Missing(f"{PLACE} is not there: --install brings {PINNED[0]}")
    with psycopg.connect(info.dsn, autocommit=True) as plain:
        plain.execute(f"CREATE DATABASE {DATABASE}")
    environment = {
        "DJANGO_SETTINGS_MODULE": "bench.peers.site.settings",
        "PEER_DATABASE": DATABASE,
        "PEER_DATABASE_HOST": info.host,
        "PEER_DATABASE_USER": info.user,
        "PEER_HOME": str(home),
        "PYTHONPATH": str(product.ROOT),
        "VIRTUAL_ENV": str(PLACE),
    }
    filled = product.run([str(_PYTHON), "-m", "bench.peers.site.filling", str(file)], environment)
    agent = json.loads(filled.splitlines()[-1])
    port, said = free_port(), home / "helpdesk.log"
    command = [
        *(str(_PYTHON), "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)),
        *("--workers", str(WORKERS), "--blocking-threads", "2", "--no-access-log", "--log-level", "warning"),
        *("--no-ws", "bench.peers.site.wsgi:application"),
    ]
    process = product.begun(command, environment, said)
    try:
        product.wait(process, port, "/login/", said)
        yield _product(process.pid, port, agent)
    finally:
        product.end(process)


def _product(process: int, port: int, agent: dict[str, Any]) -> Product:
    line = Kept(
        port, {"Cookie": agent["cookie"], "X-CSRFToken": agent["token"], "Referer": "http://localhost/"}
    )
    mine = {"queue__id__in": [agent["queue"]]}
    listed = _page({"filtering": {**mine, "status__in": [2]}})
    ids = itertools.cycle([row["id"] for row in json.loads(line.get(listed))["data"]])
    numbers = itertools.count(10_000_000)

    def create() -> list[bytes]:
        text = tickets.words(next(numbers), "Ankesa e re")
        body = {
            **{"queue": agent["queue"], "title": "Ankesa e re", "description": text, "priority": 3},
            **{"submitter_email": "complainant@example.org", "status": 1},
        }
        return [line.post("/api/tickets/", json.dumps(body).encode())]

    return Product(
        name=PINNED[0].replace("==", " "),
        process=process,
        asks={
            LIST: lambda: [line.get(listed)],
            RARE: lambda: [line.get(_page({"filtering": mine, "search_string": RARE_WORD}))],
            FREQUENT: lambda: [line.get(_page({"filtering": mine, "search_string": COMMON_WORD}))],
            DETAIL: lambda: [line.get(f"/tickets/{next(ids)}/")],
            CREATE: create,
        },
        subjects=lambda body: [row["title"] for row in json.loads(body)["data"]],
        holds=_HOLDS,
    )


def _page(query: dict[str, Any]) -> str:
    """The address that its list asks for rows, 50 of them, newest first."""
    told = base64.b64encode(
        json.dumps({"sorting": "created", "sortreverse": True, **query}).encode()
    ).decode()
    asked = "draw=1&start=0&length=50&order%5B0%5D%5Bcolumn%5D=5&order%5B0%5D%5Bdir%5D=desc"
    return f"/datatables_ticket_list/{told}?{asked}"
