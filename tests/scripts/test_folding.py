"""A name is found on a page as it is found by the server: both fold alike."""

import csv
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from backend.common.folding import fold

pytestmark = pytest.mark.either_engine("sqlite")

DIRECTORY = Path(__file__).resolve().parents[2] / "backend" / "directory" / "data"
LETTERS = "abcdefghijklmnopqrstuvwxyzçëšđčćžabвгдђежзијклљмнњопрстћуфхцчџшაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
SPELLINGS = [
    *("Prishtine", "Prishtinë", "Prishtina", "Priština", "Pristina", "Приштина", "პრიშტინა", "PRISHTINË"),
    *("Ђорђе", "Đorđe", "Djordje", "ЂОРЂЕ", "Љешак", "LJEŠAK", "Штрпце", "Shtrpce", "Џеп", "Korçë", "Корча"),
    *(
        "ქუთაისი",
        "K'ut'aisi",
        "K’ut’aisi",
        "ᲥᲣᲗᲐᲘᲡᲘ",
        "წყალტუბო",
        "ts'q'alt'ubo",
        "Luf–Qerret",
        "s\u030ckola",
    ),
    *(
        "Straße",
        "Øystein",
        "Łódź",
        "İstanbul",
        "Æther",
        "Œuvre",
        "ﬁn",
        "½",
        "№ 7",
        "Дана 12. маја",
        "ё й щ ы",
    ),
    *("", "  \t\n", "ne", "schhh djjj", "PIF-2026-000123", "Njësia Qelëz", "Ѓорче Ќосев", "𝐏𝐮𝐤ë"),
]


def names() -> list[str]:
    """All names of places, institutions and categories, in every language."""
    found: list[str] = []
    for file in ("places", "institutions", "categories"):
        for row in csv.DictReader((DIRECTORY / f"{file}.csv").open(encoding="utf-8")):
            found += [text for name, text in row.items() if name.startswith(("name_", "label_")) and text]
    return found


def test_the_page_folds_as_the_server_does(show: Callable[..., Page]) -> None:
    dice = random.Random(2026)
    drawn = ["".join(dice.choices(LETTERS + " '’-", k=dice.randint(1, 14))) for _ in range(2_000)]
    words = [*SPELLINGS, *names(), *drawn, *(word.upper() for word in drawn)]
    folded = show("", "folding.js").evaluate("words => words.map(fold)", words)
    different = [(w, here, fold(w)) for w, here in zip(words, folded, strict=True) if here != fold(w)]
    assert not different, different[:20]
