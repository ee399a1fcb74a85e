"""The guide as something that can be run: its blocks of shell and Python, and what each says it prints."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

HOME: Final = Path(settings.BASE_DIR, "docs", "api")
_BLOCK: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"^\d+\. \[[^\]]+\]\((\w[\w-]*\.md)\)", re.MULTILINE)
_END: Final = "::end of block {number}::"


@dataclass(frozen=True)
class Block:
    """Code of a page, and what it is said to print; None where the page says nothing."""

    page: str
    language: str
    code: str
    printed: str | None

    @property
    def shell(self) -> str:
        """As it is typed."""
        return (
            self.code if self.language == "sh" else f"python3 - <<'END_OF_PYTHON'\n{self.code}END_OF_PYTHON\n"
        )


def pages() -> list[Path]:
    """The guide's pages in its own order."""
    index = HOME / "README.md"
    return [index, *(HOME / name for name in _LINK.findall(index.read_text(encoding="utf-8")))]


def blocks() -> Iterator[Block]:
    """All that can be run, in the order of reading."""
    for page in pages():
        found = _BLOCK.findall(page.read_text(encoding="utf-8"))
        for (language, code), (after, output) in zip(found, [*found[1:], ("", "")], strict=True):
            if language in ("sh", "python"):
                yield Block(page.name, language, code, output if after == "text" else None)


def script(all_of_it: Sequence[Block], replaced: dict[str, str]) -> str:
    """One shell for all: what one block sets, the next one has."""
    lines = ["set -u"]
    for number, block in enumerate(all_of_it):
        code = block.shell
        for told, meant in replaced.items():
            code = code.replace(told, meant)
        lines += [code, f"echo '{_END.format(number=number)}'"]
    return "\n".join(lines)


def printed_by(output: str, count: int) -> list[str]:
    """What each block printed."""
    parts = []
    for number in range(count):
        part, _end, output = output.partition(_END.format(number=number) + "\n")
        parts.append(part)
    return parts


def keeps(told: str, found: str) -> bool:
    """Whether a block printed what the page says; "…" stands for anything on its line."""
    pattern = re.escape(told.strip()).replace("…", ".*")
    return re.fullmatch(pattern, found.strip()) is not None
