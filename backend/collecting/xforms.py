"""The form as a telephone gets it, and as a spreadsheet that KoboToolbox takes."""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook as Spreadsheet
from pyxform.xls2xform import convert

from backend.collecting.workbook import Row, Workbook
from backend.common import clock
from backend.forms.services import published_form
from backend.partners.models import Partner

_SHEETS: Final = ("survey", "choices", "settings")


@dataclass(frozen=True, slots=True)
class XForm:
    """One version, byte for byte: a telephone compares the digest to see whether it is new."""

    id: str
    title: str
    version: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.md5(self.content, usedforsecurity=False).hexdigest()


def xform_of(partner: Partner) -> XForm:
    """The partner's published form for ODK Collect."""
    return _made(json.dumps(_rows(partner), sort_keys=True))


def xlsform_of(partner: Partner) -> bytes:
    """The same as a spreadsheet, to be uploaded to KoboToolbox."""
    book, rows = Spreadsheet(), _rows(partner)
    book.remove(book.active)
    for name in _SHEETS:
        sheet = book.create_sheet(name)
        columns = list(dict.fromkeys(column for row in rows[name] for column in row))
        sheet.append(columns)
        for row in rows[name]:
            sheet.append([row.get(column, "") for column in columns])
            for cell in sheet[sheet.max_row]:
                # Nothing of a form is a formula, whatever sign it begins with.
                cell.data_type = "s"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _rows(partner: Partner) -> dict[str, list[Row]]:
    version = published_form(partner)
    book = Workbook(version, partner, clock.today(partner.time_zone))
    return {"survey": book.survey, "choices": book.choices, "settings": [book.settings]}


@lru_cache(maxsize=64)
def _made(rows: str) -> XForm:
    """The slow part, once for the same rows. The version tells apart what the directory changed, too."""
    sheets: dict[str, list[Row]] = json.loads(rows)
    settings = sheets["settings"][0]
    settings["version"] += "-" + hashlib.sha256(rows.encode()).hexdigest()[:8]
    # Its own checks would start a Java program.
    made: Any = convert(xlsform=dict(sheets), validate=False, form_name="data")
    return XForm(
        id=settings["form_id"],
        title=settings["form_title"],
        version=settings["version"],
        content=made.xform.encode(),
    )
