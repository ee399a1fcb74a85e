"""A row becomes what a case is made of, or a list of what is wrong with its cells. Nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.cases.models import InadmissibleReason, Outcome, Severity
from backend.cases.services.importing import RESOLVED
from backend.cases.stages import State
from backend.common import clock
from backend.common.characters import has_refused_characters
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, ContactWish, IntakeChannel
from backend.directory.models import Category, Institution, Place
from backend.forms.checking import EARLIEST
from backend.identity.services import IdentityDetails, check_identity
from backend.imports.fields import LOOKED_UP, TARGETS, Holds, ImportField, Target, YesNo
from backend.imports.services.cells import DayOrder, amount_in, day_in, words_in
from backend.imports.services.meanings import Meanings, meanings_for
from backend.imports.services.rows import Row
from backend.imports.stages import ProblemCode
from backend.partners.models import Partner, User

MOST_TAGS: Final = 20
_F = ImportField
_IDENTITY_CODES: Final = {
    "identity.not_wanted": ProblemCode.ANONYMOUS,
    "identity.required": ProblemCode.NO_IDENTITY,
}


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """One thing that is wrong: in which column (None: in none of its own), for which field. Not printed."""

    field: str
    code: ProblemCode
    column: int | None = None
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft:
    """Everything of one row, checked, with rows of the directory in place of their names. Not printed."""

    kind: CaseKind
    state: State
    received_at: datetime
    narrative: str
    channel: IntakeChannel
    language: Language
    complainant_kind: ComplainantKind
    identity: IdentityDetails
    consents: bool
    category: Category | None
    institution: Institution | None
    place: Place | None
    happened_on: date | None
    wish: str
    severity: Severity
    summary: str
    former_reference: str
    assignee: User | None
    tags: tuple[str, ...]
    note: str
    admissibility_note: str
    outcome: Outcome | None
    outcome_text: str
    impact: str
    value_recovered: Decimal | None
    value_currency: str
    inadmissible_reason: InadmissibleReason | None
    advice: str
    resolved_at: datetime | None
    closed_at: datetime | None


@dataclass(slots=True, repr=False)
class _Cells:
    """The values of one row by field, and what was wrong so far."""

    values: dict[str, Any] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)

    def get(self, name: ImportField) -> Any:
        return self.values.get(name.value)

    def text(self, name: ImportField) -> str:
        return str(self.values.get(name.value) or "")

    def failed(self, name: ImportField) -> bool:
        return any(one.field == name for one in self.found)

    def missing(self, name: ImportField) -> bool:
        """Nothing stands there; something wrong is told already."""
        return not self.values.get(name.value) and not self.failed(name)


class Converter:
    """Converts the rows of one import; made once for many rows, because it knows the directory by heart."""

    def __init__(self, partner: Partner, mapping: Mapping[str, Any], headings: Sequence[str]) -> None:
        self._partner, self._headings = partner, headings
        self._zone, self._today = ZoneInfo(partner.time_zone), clock.today(partner.time_zone)
        self._columns: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
        for number, told in mapping["columns"].items():
            self._columns.setdefault(told["field"], []).append((int(number), told))
        self._constants: Mapping[str, str] = mapping["constants"]
        asked = {name for name in self._columns if TARGETS[name].holds in LOOKED_UP}
        self._meanings: dict[str, Meanings] = {name: meanings_for(TARGETS[name], partner) for name in asked}
        self._known: dict[tuple[type[Any], str], Any] = {}

    def external_id(self, row: Row) -> str | None:
        """By what the row is known again: its own number, behind what was put before it; None without one."""
        for column, told in self._columns.get(_F.EXTERNAL_ID.value, ()):
            if cell := row.cell(column).strip():
                return f"{told.get('prefix', '')}{cell}"
        return None

    @property
    def has_external_ids(self) -> bool:
        """Whether a column holds the rows' own numbers; else a row is known by all its cells."""
        return _F.EXTERNAL_ID.value in self._columns

    def convert(self, row: Row) -> tuple[Draft | None, list[Found]]:
        """What the row says; None where anything is wrong with it."""
        cells = _Cells()
        for target in TARGETS.values():
            self._read(target, row, cells)
        self._require(cells)
        self._compare(cells)
        identity, kind = self._person(cells)
        return (None, cells.found) if cells.found else (self._draft(cells, identity, kind), [])

    # Cell by cell.

    def _read(self, target: Target, row: Row, cells: _Cells) -> None:
        name = target.field.value
        parts = [(column, told, row.cell(column)) for column, told in self._columns.get(name, ())]
        filled = [(column, told, cell) for column, told, cell in parts if cell.strip()]
        if not filled:
            if constant := self._constants.get(name):
                cells.values[name] = self._value(target, constant, {}, None, cells)
            return
        if not target.joins:
            filled = filled[:1]
        values = [self._value(target, cell, told, column, cells) for column, told, cell in filled]
        if not target.joins:
            cells.values[name] = values[0]
        elif target.holds is Holds.WORD_LIST:
            cells.values[name] = [word for words in values for word in words or ()]
        else:
            cells.values[name] = self._joined(target, filled, values, cells)

    def _joined(
        self, target: Target, filled: list[tuple[int, Any, str]], values: list[Any], cells: _Cells
    ) -> str:
        """Several columns in one text, each under its heading."""
        name = target.field.value
        if len(self._columns.get(name, ())) == 1:
            return values[0] or ""
        text = "\n\n".join(
            f"{self._headings[column]}: {value}" if self._headings[column] else str(value)
            for (column, _told, _cell), value in zip(filled, values, strict=True)
            if value
        )
        if len(text) > target.longest:
            cells.found.append(Found(name, ProblemCode.TOO_LONG, filled[0][0]))
        return text

    def _value(
        self, target: Target, cell: str, told: Mapping[str, Any], column: int | None, cells: _Cells
    ) -> Any:
        """What one cell says to its field; None, and a line among what was found, where it says nothing."""
        value, wrong = self._understood(target, cell.strip(), told, from_column=column is not None)
        if wrong is not None:
            cells.found.append(Found(target.field.value, wrong, column, cell.strip()))
        return value

    def _understood(
        self, target: Target, cell: str, told: Mapping[str, Any], *, from_column: bool
    ) -> tuple[Any, ProblemCode | None]:
        if has_refused_characters(cell):
            return None, ProblemCode.CHARACTERS
        if target.holds is Holds.DATE:
            return self._day(cell, told)
        if target.holds in LOOKED_UP:
            return self._coded(target, cell, told, from_column=from_column)
        if target.holds is Holds.AMOUNT:
            amount = amount_in(cell)
            return amount, ProblemCode.NUMBER if amount is None else None
        if target.holds is Holds.WORD_LIST:
            words = words_in(cell)
            too_long = len(words) > MOST_TAGS or any(len(word) > target.longest for word in words)
            return words, ProblemCode.TOO_LONG if too_long else None
        too_long = len(cell) + len(told.get("prefix", "")) > target.longest
        return cell, ProblemCode.TOO_LONG if too_long else None

    def _day(self, cell: str, told: Mapping[str, Any]) -> tuple[date | None, ProblemCode | None]:
        day = day_in(cell, DayOrder(told.get("order", "dmy")))
        if day is None:
            return None, ProblemCode.DATE
        if day > self._today:
            return None, ProblemCode.IN_THE_FUTURE
        return (None, ProblemCode.TOO_LONG_AGO) if day < EARLIEST else (day, None)

    def _coded(
        self, target: Target, cell: str, told: Mapping[str, Any], *, from_column: bool
    ) -> tuple[Any, ProblemCode | None]:
        said = told.get("meanings", {})
        if not from_column:
            return self._thing(target, cell)
        if cell in said:
            return self._thing(target, said[cell]) if said[cell] else (None, None)
        codes = self._meanings[target.field.value].of(cell)
        if len(codes) == 1:
            return self._thing(target, codes[0])
        return None, ProblemCode.AMBIGUOUS if codes else ProblemCode.UNKNOWN

    def _thing(self, target: Target, code: str) -> tuple[Any, ProblemCode | None]:
        """The code itself, or the row that has it."""
        model: Any = {
            Holds.CATEGORY: Category,
            Holds.INSTITUTION: Institution,
            Holds.PLACE: Place,
            Holds.MEMBER: User,
        }.get(target.holds)
        if model is None:
            known = any(code == one for one, _label in target.choices)
            return (code, None) if known else (None, ProblemCode.UNKNOWN)
        if (model, code) not in self._known:
            self._known[model, code] = self._looked_up(model, code)
        found = self._known[model, code]
        gone = ProblemCode.NOT_A_MEMBER if model is User else ProblemCode.UNKNOWN
        return found, None if found is not None else gone

    def _looked_up(self, model: Any, code: str) -> Any:
        if model is not User:
            return model.objects.filter(code=code).first()
        # Whoever left since the columns were matched cannot be named any more.
        if code not in meanings_for(TARGETS[_F.ASSIGNEE.value], self._partner).names:
            return None
        return User.objects.filter(pk=UUID(code)).first()

    # What has to be there, and what does not fit together.

    def _require(self, cells: _Cells) -> None:
        for name, target in TARGETS.items():
            if cells.missing(target.field) and (
                target.required or (target.field is _F.EXTERNAL_ID and self.has_external_ids)
            ):
                cells.found.append(Found(name, ProblemCode.REQUIRED, self._column_of(name)))

    def _compare(self, cells: _Cells) -> None:
        cells.found += [
            Found(name.value, code, self._column_of(name.value)) for name, code in self._misfits(cells)
        ]

    def _misfits(self, cells: _Cells) -> Iterator[tuple[ImportField, ProblemCode]]:
        state, received = cells.get(_F.STATE), cells.get(_F.RECEIVED_ON)
        category = cells.get(_F.CATEGORY)
        if category is not None and cells.get(_F.KIND) and cells.get(_F.KIND) not in category.kinds:
            yield _F.CATEGORY, ProblemCode.OTHER_KIND
        for name in (_F.RESOLVED_ON, _F.CLOSED_ON):
            if received and cells.get(name) and cells.get(name) < received:
                yield name, ProblemCode.BEFORE_ARRIVAL
        if received and cells.get(_F.HAPPENED_ON) and cells.get(_F.HAPPENED_ON) > received:
            yield _F.HAPPENED_ON, ProblemCode.IN_THE_FUTURE
        yield from self._misfits_of_state(cells, state)
        if cells.get(_F.VALUE_RECOVERED) is not None and cells.missing(_F.VALUE_CURRENCY):
            yield _F.VALUE_CURRENCY, ProblemCode.NO_CURRENCY

    def _misfits_of_state(
        self, cells: _Cells, state: str | None
    ) -> Iterator[tuple[ImportField, ProblemCode]]:
        if state == State.OPEN:
            for name in (_F.CATEGORY, _F.INSTITUTION):
                if cells.missing(name):
                    yield name, ProblemCode.NOT_CLASSIFIED
        if state in RESOLVED:
            if cells.missing(_F.OUTCOME):
                yield _F.OUTCOME, ProblemCode.NO_OUTCOME
            if cells.missing(_F.RESOLVED_ON) and cells.missing(_F.CLOSED_ON):
                yield _F.RESOLVED_ON, ProblemCode.NO_END
        if state == State.INADMISSIBLE and cells.missing(_F.INADMISSIBLE_REASON):
            yield _F.INADMISSIBLE_REASON, ProblemCode.NO_REASON

    def _person(self, cells: _Cells) -> tuple[IdentityDetails, ComplainantKind]:
        details = IdentityDetails(
            name=cells.text(_F.NAME),
            email=cells.text(_F.EMAIL),
            phone=cells.text(_F.PHONE),
            address=cells.text(_F.ADDRESS),
        )
        usual = ComplainantKind.ANONYMOUS if details.is_empty else ComplainantKind.CONFIDENTIAL
        kind = ComplainantKind(cells.get(_F.COMPLAINANT_KIND) or usual)
        for error in check_identity(details, kind, ContactWish.RECEIPT_ONLY):
            code = _IDENTITY_CODES.get(error.code)
            if code is not None and not any(cells.failed(name) for name in (_F.NAME, _F.EMAIL, _F.PHONE)):
                cells.found.append(Found(_F.NAME.value, code, self._column_of(_F.NAME.value)))
        return details, kind

    def _column_of(self, name: str) -> int | None:
        columns = self._columns.get(name)
        return columns[0][0] if columns else None

    # Put together.

    def _draft(self, cells: _Cells, identity: IdentityDetails, kind: ComplainantKind) -> Draft:
        state = State(cells.get(_F.STATE))
        resolved_on, closed_on = cells.get(_F.RESOLVED_ON), cells.get(_F.CLOSED_ON)
        ended = state in RESOLVED
        amount = cells.get(_F.VALUE_RECOVERED) if ended else None
        return Draft(
            kind=CaseKind(cells.get(_F.KIND)),
            state=state,
            received_at=self._noon(cells.get(_F.RECEIVED_ON)),
            narrative=cells.text(_F.NARRATIVE),
            channel=IntakeChannel(cells.get(_F.CHANNEL)),
            language=Language(cells.get(_F.LANGUAGE)),
            complainant_kind=kind,
            identity=identity,
            consents=cells.get(_F.CONSENT) == YesNo.YES,
            category=cells.get(_F.CATEGORY),
            institution=cells.get(_F.INSTITUTION),
            place=cells.get(_F.PLACE),
            happened_on=cells.get(_F.HAPPENED_ON),
            wish=cells.text(_F.WISH),
            severity=Severity(int(cells.get(_F.SEVERITY) or Severity.NORMAL)),
            summary=cells.text(_F.SUMMARY),
            former_reference=cells.text(_F.FORMER_REFERENCE),
            assignee=cells.get(_F.ASSIGNEE),
            tags=tuple(cells.get(_F.TAGS) or ()),
            note=cells.text(_F.NOTE),
            admissibility_note=cells.text(_F.ADMISSIBILITY_NOTE),
            outcome=_outcome(state, cells.get(_F.OUTCOME)),
            outcome_text=cells.text(_F.OUTCOME_TEXT) if ended else "",
            impact=cells.text(_F.IMPACT) if ended else "",
            value_recovered=amount,
            value_currency=cells.text(_F.VALUE_CURRENCY) if amount is not None else "",
            inadmissible_reason=InadmissibleReason(cells.get(_F.INADMISSIBLE_REASON))
            if state == State.INADMISSIBLE
            else None,
            advice=cells.text(_F.ADVICE) if state == State.INADMISSIBLE else "",
            resolved_at=self._noon(resolved_on or closed_on) if ended else None,
            closed_at=self._noon(closed_on or resolved_on) if state == State.CLOSED else None,
        )

    def _noon(self, day: date) -> datetime:
        """The middle of a day where the partner is; of today, not later than now."""
        noon = datetime.combine(day, time(12), self._zone).astimezone(clock.now().tzinfo)
        return min(noon, clock.now())


def _outcome(state: State, told: str | None) -> Outcome | None:
    """Only a case that ended has one; one that was withdrawn has this one."""
    if state == State.WITHDRAWN:
        return Outcome.WITHDRAWN
    return Outcome(told) if told and state in RESOLVED else None
