"""Writes the dashboard's Cyrillic catalogue from the Latin one: the same language, letter by letter."""

import re
from pathlib import Path

from cyrillic import in_cyrillic

# ICU's own words, placeholders and tags; names of keys and of standards that `cyrillic` does not know.
# A branch of a choice is taken with its brace: `{Obriši}` in it is a word, not a placeholder.
_KEPT = re.compile(
    r"\{\w+, *\w+,|\boffset:\d+|(?:=\d+|\b(?:zero|one|two|few|many|other|yes)) *\{|</?\d+/?>|\{\w+\}"
    r"|\b(?:Ctrl K|Shift|Enter|IMAP|SMTP|SHA-256|Webhooks?|XML|ODS|BOM|Standard Webhooks|iCalendar)\b"
)


def write(locales: Path) -> None:
    """Both catalogues of a part hold the same texts in the same order."""
    for part in sorted(path for path in locales.iterdir() if path.is_dir()):
        _write(part)


def _write(locales: Path) -> None:
    latin = (locales / "sr-Latn.po").read_text(encoding="utf-8")
    made = re.sub(r'^(msgstr ".*"(?:\n".*")*)$', _translated, latin, flags=re.MULTILINE)
    head, body = latin.split("\n\n", 1)[0], made.split("\n\n", 1)[1]
    (locales / "sr-Cyrl.po").write_text(
        head.replace("Language: sr-Latn", "Language: sr-Cyrl") + "\n\n" + body, encoding="utf-8"
    )


def _translated(found: re.Match[str]) -> str:
    return "msgstr" + _text(found.group(1).removeprefix("msgstr"))


def _text(text: str) -> str:
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [in_cyrillic(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*parts, in_cyrillic(text[end:])])
