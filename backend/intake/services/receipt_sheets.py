"""The receipt as a sheet of paper: the digits and where to type them, in the reader's language.

A sheet lies about, and a file stays in a folder of downloads: whoever finds it learns that there are digits
and an address, and nothing of a complaint, of whom it is about or of which organisation has it.
"""

from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from backend.common.languages import Language
from backend.common.typesetting import typeset
from backend.complaints.receipt_codes import in_groups

TEMPLATE: Final = Path(__file__).parents[1] / "typst" / "receipt.typ"
# Says no more than the sheet itself.
FILE_NAME: Final = "numbers.pdf"
# What typst knows a language by: its code and the script that is written in.
_WRITTEN: Final = {
    Language.SQ: ("sq", "latn"),
    Language.SR_LATN: ("sr", "latn"),
    Language.SR_CYRL: ("sr", "cyrl"),
    Language.KA: ("ka", "geor"),
    Language.EN: ("en", "latn"),
}


def receipt_sheet(*, number: str, secret: str, address: str, language: Language) -> bytes:
    """A PDF with number and secret in groups of four. The present language has to be the same one."""
    return typeset(TEMPLATE, _values(number, secret, address, language))


def _values(number: str, secret: str, address: str, language: Language) -> dict[str, Any]:
    lang, script = _WRITTEN[language]
    return {
        "lang": lang,
        "script": script,
        "title": pgettext("title of a sheet that tells nothing", "Numbers"),
        "short_label": _("8 digits"),
        "short_groups": in_groups(number).split(),
        "long_label": _("21 digits"),
        "long_groups": in_groups(secret).split(),
        "place_label": _("To be typed in at this address:"),
        "place": address,
        "cut": _("You can cut this out and throw the rest away."),
        "sentences": [
            _("Keep it where nobody else looks. Whoever has the digits gets in."),
            _("Nobody will ever ask you for the 21 digits, by telephone or by mail. Tell them to nobody."),
            _("If this is a file: print it or write it down, then delete it, also from the downloads."),
        ],
    }
