"""`make walk-through`: pastes the README's commands into a shell beside a fresh demonstration server.

Every `sh` block between the two markers runs in one shell; what it printed is compared with
what is expected here.
"""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from console import ROOT, step
from serving import demonstration_server

EXPECTED = (
    r"client \| pif",
    r"\S.*",
    r"received \| start_triage\ntriage\nopen",
    r"queued\nsent \| 20\d\d-\d\d-\d\d \| \S.*",
    r"case.open_referrals \| 1\nanswered\nresolved \| remedied",
    r"resolved \| Certifikata u lëshua\.",
    r"404 \| not_found",
)
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_END = "::end of a block::"


def main() -> None:
    print("  a server with demonstration data comes up (about half a minute)", flush=True)
    with demonstration_server() as (address, environment):
        walk(address, environment)


def walk(address: str, environment: Mapping[str, str], directory: Path = ROOT) -> None:
    """Paste the README's commands beside the server at that address, which was started in `directory`."""
    blocks = _BLOCK.findall(_walk_through((directory / "README.md").read_text(encoding="utf-8")))
    if len(blocks) != len(EXPECTED):
        sys.exit(f"The README has {len(blocks)} blocks of commands, not {len(EXPECTED)}.")
    with step("pasting the README's commands"):
        printed = paste(blocks, address, environment, directory)
    if len(printed) != len(blocks):
        sys.exit(f"The shell stopped early. It printed\n\n{''.join(printed)}")
    for block, wanted, found in zip(blocks, EXPECTED, printed, strict=True):
        if not re.fullmatch(wanted, found.strip()):
            sys.exit(
                f"This block of the README\n\n{block}\nprinted\n\n{found}\nand not what matches\n\n{wanted}"
            )
    print(f"  all {len(blocks)} blocks printed what they promise")


def _walk_through(page: str) -> str:
    return page.partition("<!-- walk-through: begin -->")[2].partition("<!-- walk-through: end -->")[0]


def paste(blocks: list[str], address: str, environment: Mapping[str, str], directory: Path) -> list[str]:
    """What each block printed. One shell, so that what one block sets the next one has."""
    script = f"\necho '{_END}'\n".join(block.replace("http://localhost:8000", address) for block in blocks)
    done = subprocess.run(
        ["bash", "-c", script], cwd=directory, env=environment, text=True, capture_output=True, check=False
    )
    if done.stderr:
        print(done.stderr, file=sys.stderr)
    return done.stdout.split(f"{_END}\n") if done.stdout.count(_END) == len(blocks) - 1 else [done.stdout]


if __name__ == "__main__":
    main()
