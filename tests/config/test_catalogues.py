"""Everything that the code says is said in all five languages, with the same facts in it."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "deploy" / "dev"))

from cyrillic import in_cyrillic  # noqa: E402  # it stands beside the scripts that use it
from messages import collected  # noqa: E402

LOCALES = ["sq", "sr_Latn", "sr_Cyrl", "ka"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
CYRILLIC = "а-яА-ЯђјљњћџЂЈЉЊЋЏ"


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return collected()


def catalogue(locale: str) -> Catalog:
    path = ROOT / "backend" / "locale" / locale / "LC_MESSAGES" / "django.po"
    return read_po(path.open("rb"), locale=locale)


def forms(message: Message | None) -> list[str]:
    string = message.string if message else ""
    return [string] if isinstance(string, str) else list(string)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_is_translated(texts: Catalog, locale: str) -> None:
    known = catalogue(locale)
    missing = [
        message.id
        for message in texts
        if message.id and not all(forms(known.get(message.id, message.context)))
    ]
    assert not missing, f"run `make messages` and translate in {locale}: {missing}"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_holds_the_same_facts(locale: str) -> None:
    for message in catalogue(locale):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted = set(PLACEHOLDER.findall(ids[-1]))
        for form in forms(message) if message.id else []:
            assert not form or set(PLACEHOLDER.findall(form)) == wanted, form


def test_no_name_is_spelled_half_in_cyrillic() -> None:
    """A Latin letter that Serbian has not stays among Cyrillic ones: whatever it stands in is a name."""
    dashboard = ROOT / "api_clients" / "dashboard" / "src" / "locales"
    for path in [*(ROOT / "backend" / "locale").rglob("sr_Cyrl/**/*.po"), *dashboard.rglob("sr-Cyrl.po")]:
        translated = re.findall(
            r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', path.read_text(encoding="utf-8"), re.MULTILINE
        )
        mixed = [
            word
            for word in re.findall(rf"[{CYRILLIC}A-Za-z]+", " ".join(translated))
            if re.search(f"[{CYRILLIC}]", word) and re.search("[A-Za-z]", word)
        ]
        assert not mixed, f"name them in deploy/dev/cyrillic.py: {mixed}"


def test_serbian_is_spelled_letter_by_letter() -> None:
    assert in_cyrillic("Ljubav, nježnost, džep, Đorđe: %(name)s") == "Љубав, њежност, џеп, Ђорђе: %(name)s"
    assert in_cyrillic("Pošaljite id zaposlenog, me ili nobody.") == "Пошаљите id запосленог, me или nobody."
