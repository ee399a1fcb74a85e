"""Writes Serbian in Cyrillic from its Latin spelling: the same language, letter by letter."""

import re

_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ", "Lj": "Љ", "Nj": "Њ", "Dž": "Џ", "LJ": "Љ", "NJ": "Њ", "DŽ": "Џ"}
_LATIN = "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ"
_CYRILLIC = "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ"
_LETTERS = str.maketrans(_LATIN, _CYRILLIC)
# Placeholders, and words that a program reads, stay as they are.
_KEPT = re.compile(
    r"%\(\w+\)[sd]|\{\w+\}|\b[a-z]+(?:_[a-z]+)+\b|application/json|multipart/form-data|https://[^\s,]+"
    r"|Idempotency-Key|If-Match|ETag|ASCII|UUID"
    r"|ODK Collect|OpenRosa|KoboToolbox|Open311|GeoReport|\bREST\b|XForm|\bXML\b"
    r"|JSON|UTF-8|PDF|DOCX|XLSX|ODS|HSDS|CSV|STARTTLS|TLS|Webhook|https://|\bnow\b"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d|\bEsc\b|\bSMS\b|\bMB\b"
    r"|\bid\b|\bme\b(?= ili nobody)|\bnobody\b|\ba do z\b|^j\. F Y\.$"
)


def in_cyrillic(text: str) -> str:
    """`Čeka se %(name)s` becomes `Чека се %(name)s`."""
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_spelled(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*parts, _spelled(text[end:])])


def _spelled(text: str) -> str:
    for latin, cyrillic in _PAIRS.items():
        text = text.replace(latin, cyrillic)
    return text.translate(_LETTERS)
