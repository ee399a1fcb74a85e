"""All answers on one page before they are sent, each with a way back to it."""

from collections.abc import Iterator
from typing import Any

from django.forms import BoundField
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from backend.common import clock
from backend.intake.pages.dates import day_told
from backend.intake.pages.steps import Step, on_the_way
from backend.partners.models import Partner


def page_of(answers: dict[str, Any], partner: Partner) -> dict[str, Any]:
    """Sections of question and answer, in the order in which they were asked."""
    return {"sections": [_section(step(answers, partner), partner) for step in on_the_way(answers)]}


def _section(step: Step, partner: Partner) -> dict[str, Any]:
    return {"name": step.name, "title": step.title, "rows": list(_rows(step, partner))}


def _rows(step: Step, partner: Partner) -> Iterator[tuple[str, list[str]]]:
    for field in step:
        if field.name in ("month", "year"):
            continue
        if field.name == "day":
            yield _("When was it?"), [_day(step, partner)]
        else:
            yield str(field.label), _told(field)


def _day(step: Step, partner: Partner) -> str:
    if "day" in step.errors:
        return "–"
    told = day_told(step.data, clock.today(partner.time_zone))
    return formats.date_format(told, pgettext("a day by the name of its month", "j F Y")) if told else "–"


def _told(field: BoundField) -> list[str]:
    value = field.value()
    if not hasattr(field.field, "choices"):
        if isinstance(value, bool) or field.name in ("processing", "referral"):
            return [_("Yes") if value else _("No")]
        return [value or "–"]
    chosen = set(value) if isinstance(value, list) else {str(value or "")}
    labels = [str(label) for code, label in _flat(field.field.choices) if code and code in chosen]
    return labels or ["–"]


def _flat(choices: Any) -> Iterator[tuple[str, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
