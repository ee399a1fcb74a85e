"""What each file says about its table: plain values, references by code, lists of codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Model

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.directory.kinds import Silence
from backend.directory.models import (
    CalendarOverride,
    Category,
    CategoryNeed,
    DeadlineRule,
    Institution,
    InstitutionChannel,
    Need,
    Place,
    TargetGroup,
)
from backend.directory.services.loading.cells import Row
from backend.directory.spelling import search_text

Key = tuple[object, ...]


@dataclass(frozen=True)
class Wanted:
    """A row as its file wants it. References are codes until every table has its rows."""

    row: Row
    key: Key
    values: Mapping[str, Any]
    references: Mapping[str, str] = field(default_factory=dict)
    areas: frozenset[str] | None = None


@dataclass(frozen=True)
class Table:
    """A file, the model it fills, and how a line is read. `key` names the fields that find the stored row."""

    file: str
    model: type[Model]
    key: tuple[str, ...]
    read: Callable[[Row], Wanted]
    references: Mapping[str, type[Model]] = field(default_factory=dict)
    # References without which a row means nothing.
    required: tuple[str, ...] = ()


def _place(row: Row) -> Wanted:
    names = row.labels("name")
    values = {
        "code": row.text("code"),
        "level": row.text("level"),
        "country": row.text("code").split("-")[0].upper(),
        "names": names,
        "search_text": search_text(names),
        "source": row.text("source"),
    }
    return Wanted(row, (values["code"],), values, {"parent": row.text("parent")})


def _institution(row: Row) -> Wanted:
    names = row.labels("name")
    values = {
        "code": row.text("code"),
        "kind": row.text("kind"),
        "level": row.text("level"),
        "country": row.country(),
        "names": names,
        "search_text": search_text(names),
        "languages": _among(row, "languages", Language.values),
        "accepts_anonymous": row.truth("accepts_anonymous"),
        "website": row.text("website"),
        "valid_from": row.day("valid_from"),
        "valid_until": row.day("valid_until"),
        "source": row.text("source"),
        "verified_on": row.day("verified_on"),
    }
    references = {column: row.text(column) for column in ("parent", "place", "successor")}
    return Wanted(row, (values["code"],), values, references, frozenset(row.many("areas")))


def _channel(row: Row) -> Wanted:
    values = {
        "kind": row.text("kind"),
        "value": row.text("value"),
        "confirmed_on": row.day("confirmed_on"),
        "source": row.text("source"),
    }
    institution = row.text("institution")
    return Wanted(row, (institution, values["kind"], values["value"]), values, {"institution": institution})


def _category(row: Row) -> Wanted:
    labels = row.labels("label")
    values = {
        "code": row.text("code"),
        "kinds": _among(row, "kinds", CaseKind.values),
        "labels": labels,
        "search_text": search_text(labels),
        "position": row.number("position") or 0,
        "is_sensitive": bool(row.truth("sensitive")),
    }
    if not values["kinds"]:
        row.refuse("kinds", "a category is for at least one kind of case")
    return Wanted(row, (values["code"],), values, {"parent": row.text("parent")})


def _term(row: Row) -> Wanted:
    names = row.labels("name")
    values = {
        "code": row.text("code"),
        "names": names,
        "search_text": search_text(names),
        "position": row.number("position") or 0,
    }
    return Wanted(row, (values["code"],), values)


def _category_need(row: Row) -> Wanted:
    named = {column: row.text(column) for column in ("category", "need")}
    return Wanted(row, (named["category"], named["need"]), {}, named)


def _deadline_rule(row: Row) -> Wanted:
    texts = (
        "code",
        "law",
        "article",
        "trigger",
        "unit",
        "extension_unit",
        "appeal_unit",
        "source",
        "certainty",
    )
    values = {
        **{column: row.text(column) for column in texts},
        **{column: row.number(column) for column in ("number", "extension_number", "appeal_number")},
        **{column: row.day(column) for column in ("verified_on", "valid_from", "valid_until")},
        "country": row.country(),
        "roll": row.truth("roll"),
        "silence": row.text("silence") or Silence.UNKNOWN.value,
        "titles": row.labels("title"),
    }
    for number, unit in (("extension_number", "extension_unit"), ("appeal_number", "appeal_unit")):
        if bool(values[number]) != bool(values[unit]):
            row.refuse(unit, f"{number} and {unit} go together")
    return Wanted(row, (values["code"],), values, {"appeal_to": row.text("appeal_to")})


def _override(row: Row) -> Wanted:
    values = {
        "country": row.country(),
        "date": row.day("date"),
        "working": row.truth("working"),
        "names": row.labels("name"),
        "source": row.text("source"),
    }
    return Wanted(row, (values["country"], values["date"]), values)


def _among(row: Row, column: str, known: list[str]) -> list[str]:
    found = row.many(column)
    for value in found:
        if value not in known:
            row.refuse(column, f"{value!r} is not known")
    return found


def check_fields(model: type[Model], wanted: Wanted) -> None:
    """Lengths, choices, addresses and labels, by the validators of the model's own fields."""
    given = set(wanted.values)
    others = {column.name for column in model._meta.fields if column.name not in given}
    try:
        model(**wanted.values).clean_fields(exclude=others)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            wanted.row.refuse(name, " ".join(messages))
    begins, ends = wanted.values.get("valid_from"), wanted.values.get("valid_until")
    if begins and ends and ends < begins:
        wanted.row.refuse("valid_until", "ends before it begins")


TABLES: Final = (
    Table("places.csv", Place, ("code",), _place, {"parent": Place}),
    Table(
        "institutions.csv",
        Institution,
        ("code",),
        _institution,
        {"parent": Institution, "place": Place, "successor": Institution},
    ),
    Table(
        "channels.csv",
        InstitutionChannel,
        ("institution__code", "kind", "value"),
        _channel,
        {"institution": Institution},
        ("institution",),
    ),
    Table("categories.csv", Category, ("code",), _category, {"parent": Category}),
    Table("needs.csv", Need, ("code",), _term),
    Table("target_groups.csv", TargetGroup, ("code",), _term),
    Table(
        "category_needs.csv",
        CategoryNeed,
        ("category__code", "need__code"),
        _category_need,
        {"category": Category, "need": Need},
        ("category", "need"),
    ),
    Table("deadline_rules.csv", DeadlineRule, ("code",), _deadline_rule, {"appeal_to": Institution}),
    Table("calendar_overrides.csv", CalendarOverride, ("country", "date"), _override),
)
