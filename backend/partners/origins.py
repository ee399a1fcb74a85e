"""Origins of partners' web sites: where a partner's form may be shown inside another page."""

import re
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_ORIGINS: Final = 20
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_PORT: Final = r"(?::(?P<port>[1-9][0-9]{0,4}))?"
# As a browser writes it: small letters, no default port, nothing behind the host. The pattern also keeps out
# whatever would mean something in a header: blanks, commas, semicolons, wildcards, quotes.
_ORIGIN: Final = re.compile(rf"https://(?=.{{1,253}}\Z)(?:{_LABEL}\.)+(?![0-9]){_LABEL}{_PORT}")
_THIS_MACHINE: Final = re.compile(rf"http://(?:localhost|127\.0\.0\.1){_PORT}")


def validate_origin(origin: str) -> None:
    """`https://www.example.org` or with a port; in development also of this machine. Else ValidationError."""
    found = _ORIGIN.fullmatch(origin)
    if found is None and settings.DOSJA_MODE == "development":
        found = _THIS_MACHINE.fullmatch(origin)
    if found is None or (found["port"] and (int(found["port"]) > 65_535 or found["port"] == "443")):
        raise ValidationError(
            _("Write the address of the site as https://www.example.org, with nothing behind it."),
            code="origin",
        )
