"""What can be said to `dosja`. Credentials cannot: arguments are seen by everybody on the machine."""

import argparse
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dosja.core.models import CaseColumn, CaseKind, CaseOrder, CaseStage, CaseState, ExportFormat

EPILOG = """\
Credentials come from DOSJA_URL, DOSJA_CLIENT_ID and DOSJA_CLIENT_SECRET, or from a file with mode 0600 that
holds what `manage.py create_api_client` printed: ~/.config/dosja/credentials.json, or where
DOSJA_CREDENTIALS says.

Exit codes: 0 done, 1 the server refused, 2 used wrongly or not signed in, 3 rows of a file are faulty,
4 no answer or too busy, 130 interrupted.
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    made = argparse.ArgumentParser(
        prog="dosja",
        description="Cases of a Dosja installation, from a terminal.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=_version())
    made.add_argument("--credentials", type=Path, metavar="FILE", help="a file of credentials (mode 0600)")
    made.add_argument("--language", default="en", help="of messages and names: sq, sr-Latn, sr-Cyrl, ka, en")
    made.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="for one answer (30)")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _list(commands.add_parser("list", help="cases that filters find"))
    _show(commands.add_parser("show", help="one case"))
    _export(commands.add_parser("export", help="a list as a file for a spreadsheet"))
    _import(commands.add_parser("import", help="cases from a spreadsheet: tried first, then run"))
    _watch(commands.add_parser("watch", help="new and changed cases as they come"))
    return made


def _list(made: argparse.ArgumentParser) -> None:
    _filters(made)
    made.add_argument("--changed-after", type=moment, metavar="MOMENT", help="such as 2026-05-01T08:00:00Z")
    made.add_argument("--limit", type=positive, metavar="N", help="at most so many")
    _json(made)


def _show(made: argparse.ArgumentParser) -> None:
    made.add_argument("reference", help="reference number, former reference number, or id")
    _json(made)


def _export(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--what",
        choices=("cases", "service-providers"),
        default="cases",
        help="service-providers: the directory as HSDS 3.2 JSON",
    )
    made.add_argument("--to", type=Path, metavar="FILE", help="default: standard output")
    made.add_argument(
        "--format", choices=[str(one) for one in ExportFormat], help="default: as FILE is called"
    )
    made.add_argument(
        "--columns", type=columns, metavar="A,B,…", help=f"of {', '.join(str(one) for one in CaseColumn)}"
    )
    _filters(made)


def _import(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", type=Path, nargs="?", help="XLSX, ODS or CSV")
    made.add_argument("--partner", help="slug of the partner whose cases they become")
    made.add_argument("--mapping", type=Path, metavar="FILE", help="JSON: which column is what")
    made.add_argument("--run", action="store_true", help="make cases of the rows; else nothing is written")
    made.add_argument("--leave-out-faulty", action="store_true", help="with --run: the other rows only")
    made.add_argument("--undo", metavar="ID", help="take an import back")
    _json(made)


def _watch(made: argparse.ArgumentParser) -> None:
    _filters(made)
    made.add_argument(
        "--since", type=moment, metavar="MOMENT", help="changes after this; default: from now on"
    )
    made.add_argument("--every", type=float, default=60.0, metavar="SECONDS", help="60; at least 5")
    made.add_argument("--once", action="store_true", help="look once and end")
    _json(made)


def _filters(made: argparse.ArgumentParser) -> None:
    made.add_argument("--state", action="append", choices=[str(one) for one in CaseState], metavar="STATE")
    made.add_argument("--stage", action="append", choices=[str(one) for one in CaseStage])
    made.add_argument("--kind", action="append", choices=[str(one) for one in CaseKind])
    made.add_argument("--severity", action="append", choices=["1", "2", "3", "4"])
    for name, of in (
        ("category", "code"),
        ("institution", "code"),
        ("place", "code"),
        ("assignee", "id, `me` or `nobody`"),
        ("owner", "slug of a partner"),
        ("tag", ""),
        ("search", "beginnings of words"),
    ):
        made.add_argument(f"--{name}", help=of)
    made.add_argument("--overdue", action=argparse.BooleanOptionalAction, default=None)
    made.add_argument("--opened-from", type=date.fromisoformat, metavar="DAY")
    made.add_argument("--opened-to", type=date.fromisoformat, metavar="DAY")
    made.add_argument("--ordering", choices=[str(one) for one in CaseOrder], help="default: newest first")


def _json(made: argparse.ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="for programs")


def moment(told: str) -> datetime:
    """A moment; without a zone, of UTC."""
    made = datetime.fromisoformat(told)
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def positive(told: str) -> int:
    """A whole number above nought."""
    made = int(told)
    if made < 1:
        raise ValueError(told)
    return made


def columns(told: str) -> list[CaseColumn]:
    """Names of columns with commas between."""
    known = {str(one): one for one in CaseColumn}
    names = [name.strip() for name in told.split(",") if name.strip()]
    if unknown := [name for name in names if name not in known]:
        raise argparse.ArgumentTypeError(f"there is no column {', '.join(unknown)}")
    return [known[name] for name in names]


def _version() -> str:
    try:
        return version("dosja")
    except PackageNotFoundError:
        return "not installed"
