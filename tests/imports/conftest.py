"""An old spreadsheet as partners have them, and the steps from sending it to its cases."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.directory.models import Category, Institution, Place
from backend.imports.models import ImportRun
from backend.jobs.services import run_ready
from backend.partners.models import User
from tests.calling import Caller
from tests.factories import complaints as filing

HEADINGS = (
    "Nr", "Data e ankeses", "Emri", "Telefoni", "Ankesa", "Kategoria", "Institucioni", "Bashkia", "Statusi",
    "Data e mbylljes", "Rezultati", "Shenime",
)  # fmt: skip
ROWS = (
    (1, "03.02.2021", "Drita Kola", "+355 69 111 1111", "Pres certifikatën.", "Vonesë",
     "Agjencia Shtetërore e Kadastrës", "Pukë", "Mbyllur", "12.05.2021", "Zgjidhur", "Telefonoi dy herë"),
    (2, "14.03.2021", "", "", "Nuk ka ujë.", "vonese", "Kadastra", "Puka", "Hapur", "", "", ""),
    (3, "2021-04-01", "Agim", "", "Rruga.", "Vonesë", "Kadastra", "", "E re", "", "", ""),
)  # fmt: skip
MEANINGS: dict[str, Any] = {
    "category": {"vonese": "delay", "Vonesë": "delay"},
    "institution": {"Kadastra": "al-cadastre"},
    "state": {"Mbyllur": "closed", "Hapur": "open", "E re": "received"},
    "outcome": {"Zgjidhur": "remedied"},
}
FIELDS = {
    "Nr": "external_id",
    "Data e ankeses": "received_on",
    "Emri": "name",
    "Telefoni": "phone",
    "Ankesa": "narrative",
    "Kategoria": "category",
    "Institucioni": "institution",
    "Bashkia": "place",
    "Statusi": "state",
    "Data e mbylljes": "closed_on",
    "Rezultati": "outcome",
    "Shenime": "note",
}
CONSTANTS = {"kind": "public_service", "channel": "in_person", "language": "sq"}


@pytest.fixture
def directory(cadastre: Institution, delay: Category) -> Place:
    """What the sheet's names mean."""
    return filing.place()


def book(rows: Sequence[Sequence[Any]] = ROWS, headings: Sequence[str] = HEADINGS) -> bytes:
    """An XLSX file."""
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (headings, *rows):
        sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def text(rows: Sequence[Sequence[Any]] = ROWS, sign: str = ";", encoding: str = "utf-8") -> bytes:
    """The same as CSV."""
    lines = (sign.join(f'"{cell}"' for cell in row) for row in (HEADINGS, *rows))
    return "\r\n".join(lines).encode(encoding)


def mapping(
    fields: dict[str, str] = FIELDS,
    headings: Sequence[str] = HEADINGS,
    meanings: dict[str, Any] = MEANINGS,
    constants: dict[str, str] = CONSTANTS,
) -> dict[str, Any]:
    """The body that says which column is what."""
    columns = []
    for number, heading in enumerate(headings):
        if name := fields.get(heading):
            column: dict[str, Any] = {"column": number, "field": name}
            if said := meanings.get(name):
                column["meanings"] = [{"value": value, "code": code} for value, code in said.items()]
            columns.append(column)
    return {"columns": columns, "constants": [{"field": f, "value": v} for f, v in constants.items()]}


@dataclass
class Desk:
    """A coordinator at her desk: sends, matches, tries, imports, undoes; the workers work between."""

    caller: Caller
    run_id: UUID = field(default_factory=lambda: UUID(int=0))
    shown: dict[str, Any] = field(default_factory=dict)

    def send(self, content: bytes, name: str = "ankesat.xlsx", partner: str = "pif") -> Any:
        """Send a file and have it read."""
        file = SimpleUploadedFile(name, content)
        answer = self.caller.post("/imports/", {"partner": partner, "file": file})
        if answer.status_code == 201:
            self.run_id = UUID(answer.json()["id"])
            self.work()
        return answer

    def work(self) -> dict[str, Any]:
        """Let the workers do what is due."""
        run_ready(worker="test")
        self.shown = self.caller.get(f"/imports/{self.run_id}/").json()
        return self.shown

    def map(self, told: dict[str, Any] | None = None) -> Any:
        """Say which column is what."""
        path = f"/imports/{self.run_id}/mapping/"
        answer = self.caller.put(path, told or mapping(), if_match=self.shown["version"])
        if answer.status_code == 200:
            self.shown = answer.json()
        return answer

    def step(self, name: str, body: Any = None) -> Any:
        """A step, and what the workers make of it."""
        answer = self.caller.post(f"/imports/{self.run_id}/{name}/", body, if_match=self.shown["version"])
        if answer.status_code == 200:
            self.work()
        return answer

    def problems(self) -> list[dict[str, Any]]:
        return self.caller.get(f"/imports/{self.run_id}/problems/").json()["results"]

    def whole(self, content: bytes | None = None, **more: Any) -> dict[str, Any]:
        """All of it: from sending to the cases."""
        assert self.send(content or book(), **more).status_code == 201
        assert self.map().status_code == 200, self.map().json()
        assert self.step("check").status_code == 200
        assert self.step("start", {"leave_out_faulty": True}).status_code == 200
        return self.shown

    @property
    def run(self) -> ImportRun:
        return ImportRun.objects.get(pk=self.run_id)


@pytest.fixture
def desk(besa: User, directory: Place, api: Callable[[User], Caller]) -> Desk:
    """Besa's."""
    return Desk(api(besa))
