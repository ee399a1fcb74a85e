"""`make messages`: collects the texts of code and templates into the catalogues under backend/locale."""

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from console import ROOT
from cyrillic import in_cyrillic

KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
_TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(?P<name>n?p?gettext)\((?P<texts>(?:{_TEXT}(?:, *)?)+)")
# What a catalogue's header says about the moment of writing.
PASSING = (
    *('"Project-Id', '"Report-Msgid', '"POT-Creation', '"PO-Revision', '"Last-Translator', '"Language-Team'),
    '"Generated-By',
)
LOCALE = ROOT / "backend" / "locale"


def main(locales: list[str]) -> None:
    template = collected()
    # Latin before Cyrillic, which takes from it what it lacks.
    for locale in sorted(locales, key=lambda name: name == "sr_Cyrl"):
        path = LOCALE / locale / "LC_MESSAGES" / "django.po"
        known = read_po(path.open("rb"), locale=locale) if path.exists() else Catalog(locale=locale)
        # A guess from a similar sentence would show as a translation; an honest gap shows as English.
        known.update(template, no_fuzzy_matching=True)
        if locale == "sr_Cyrl":
            take_from_latin(known)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != lasting(known):
            path.write_bytes(lasting(known))
        missing = sum(1 for message in known if message.id and not any(message.string or ()))
        print(f"{path.relative_to(ROOT)}: {len(known)} texts, {missing} not translated")


def take_from_latin(cyrillic: Catalog) -> None:
    """Fill the gaps of the Cyrillic catalogue from the Latin one."""
    latin = read_po((LOCALE / "sr_Latn" / "LC_MESSAGES" / "django.po").open("rb"), locale="sr_Latn")
    for message in cyrillic:
        found = (
            latin.get(message.id, message.context) if message.id and not any(message.string or ()) else None
        )
        if found is None:
            continue
        spelled = found.string
        one = isinstance(spelled, str)
        message.string = in_cyrillic(spelled) if one else tuple(in_cyrillic(form) for form in spelled)


def collected() -> Catalog:
    """Every text that the code and the templates mark for translation."""
    catalog = Catalog(project="Dosja", charset="utf-8")
    for path in sorted((ROOT / "backend").rglob("*")):
        if path.suffix == ".py":
            found = extract("python", BytesIO(path.read_bytes()), KEYWORDS)
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            found = from_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for _line, message, _comments, context in found:
            catalog.add(message, None, context=context)
    return catalog


def from_template(source: str) -> Iterator[tuple[int, Any, list[str], str | None]]:
    """Django turns its template into calls of gettext among filling; the calls are picked out."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
    for call in CALL.finditer(templatize(source)):
        texts = ast.literal_eval(f"({call['texts'].rstrip(', ')},)")
        context = texts[0] if "pgettext" in call["name"] else None
        rest = texts[1:] if context else texts
        yield 0, rest if len(rest) > 1 else rest[0], [], context


def lasting(catalog: Catalog) -> bytes:
    """The same bytes on every run: no dates, no tool versions, no addresses of people."""
    catalog.header_comment = "# Translations of Dosja."
    catalog.fuzzy = False
    written = BytesIO()
    write_po(written, catalog, sort_output=True, ignore_obsolete=True, no_location=True, width=110)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(PASSING)).encode()


if __name__ == "__main__":
    main(sys.argv[1:] or sorted(path.name for path in LOCALE.iterdir() if path.is_dir()))
