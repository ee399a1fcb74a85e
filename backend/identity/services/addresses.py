"""Addresses for notices: what is taken for one, written in one way."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid
from backend.complaints.words import has_refused_characters
from backend.identity.models import NoticeWish

LONGEST: Final = 254
_COUNTRY_CODES: Final = {"AL": "355", "XK": "383", "GE": "995", "RS": "381"}
_BETWEEN: Final = re.compile(r"[\s\-./()\u2010-\u2015]+")
# E.164: a plus, a country code, at most 15 digits in all.
_NUMBER: Final = re.compile(r"\+[1-9]\d{7,14}", re.ASCII)


def checked_address(channel: str, told: str, *, country: str) -> str:
    """An address as it is kept. Raises Invalid."""
    told = told.strip()
    if not told:
        raise Invalid.field("address", "blank", _("Please write something here."))
    if len(told) > LONGEST or has_refused_characters(told):
        raise _unfit(channel)
    return _email(told) if channel == NoticeWish.Channel.EMAIL else _telephone(told, country)


def _email(told: str) -> str:
    try:
        validate_email(told)
    except ValidationError:
        # "from None": the validator's error carries the address.
        raise _unfit(NoticeWish.Channel.EMAIL) from None
    return told


def _telephone(told: str, country: str) -> str:
    """`069 20 12 345` told to a partner in Albania is `+355692012345`."""
    digits = _BETWEEN.sub("", told)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0") and country in _COUNTRY_CODES:
        digits = f"+{_COUNTRY_CODES[country]}{digits[1:]}"
    if not _NUMBER.fullmatch(digits):
        raise _unfit(NoticeWish.Channel.SMS)
    return digits


def _unfit(channel: str) -> Invalid:
    if channel == NoticeWish.Channel.EMAIL:
        return Invalid.field("address", "invalid_email", _("This is not an e-mail address."))
    message = _("This is not a telephone number. Write it with the code of the country, such as +355…")
    return Invalid.field("address", "invalid_telephone", message)
