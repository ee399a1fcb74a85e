"""Which statistics there are, and what each number means: told with the number, wherever it goes."""

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Statistic(models.TextChoices):
    CASES_BY_STAGE = "cases-by-stage", _("Cases by stage")
    CASES_BY_KIND = "cases-by-kind", _("Cases by kind")
    CASES_BY_CATEGORY = "cases-by-category", _("Cases by category")
    CASES_BY_PLACE = "cases-by-place", _("Cases by place")
    CASES_BY_INSTITUTION = "cases-by-institution", _("Cases by institution")
    OVERDUE = "overdue", _("Overdue cases")
    OUTCOMES = "outcomes", _("Outcomes")
    VALUE_RECOVERED = "value-recovered", _("Value recovered")
    SATISFACTION = "satisfaction", _("Satisfaction")
    SAFETY = "safety", _("Safety and trust")
    RESPONSE_TIMES = "response-times", _("Response times of institutions")


@dataclass(frozen=True, slots=True)
class Definition:
    """What is counted, and what the rows are headed by."""

    text: str | Promise
    heading: str | Promise


_RECEIVED: Final = _(
    "Cases that were received in the period. Handed-over cases count at the organisation that has them now; "
    "duplicates and withdrawn cases count. Restricted cases count only for the people named on them."
)

DEFINITIONS: Final[dict[Statistic, Definition]] = {
    Statistic.CASES_BY_STAGE: Definition(
        _(
            "Cases that were received in the period, by the stage that they have reached today. Handed-over "
            "cases count at the organisation that has them now. Restricted cases count only for the people "
            "named on them."
        ),
        _("Stage"),
    ),
    Statistic.CASES_BY_KIND: Definition(_RECEIVED, _("Kind")),
    Statistic.CASES_BY_CATEGORY: Definition(
        _(
            "Cases that were received in the period, by category. A category contains those below it, so "
            "the indented rows are parts of the row above them. Restricted cases count only for the people "
            "named on them."
        ),
        _("Category"),
    ),
    Statistic.CASES_BY_PLACE: Definition(
        _(
            "Cases that were received in the period, by the place they are about. A place contains those "
            "within it, so the indented rows are parts of the row above them. Restricted cases count only "
            "for the people named on them."
        ),
        _("Place"),
    ),
    Statistic.CASES_BY_INSTITUTION: Definition(
        _(
            "Cases that were received in the period, by the institution that the complaint is about. "
            "Restricted cases count only for the people named on them."
        ),
        _("Institution"),
    ),
    Statistic.OVERDUE: Definition(
        _(
            "Cases that are worked today, whenever they were received, by how long their next term has been "
            "over. A case whose term is today is not overdue. The period does not matter here."
        ),
        _("Term"),
    ),
    Statistic.OUTCOMES: Definition(
        _(
            "Cases that were resolved in the period, by the outcome that the complainant was told. “Change "
            "described” counts those for which somebody wrote down what changed as a result."
        ),
        _("Outcome"),
    ),
    Statistic.VALUE_RECOVERED: Definition(
        _(
            "Money that complainants got back or did not have to pay, as noted for cases that were resolved "
            "in the period. Currencies are not converted."
        ),
        _("Currency"),
    ),
    Statistic.SATISFACTION: Definition(
        _(
            "What complainants answered in the period through their receipt, from 1 (very bad) to 5 (very "
            "good). Only some answer, and those may differ from the others. Each complainant counts once, "
            "with the latest answer."
        ),
        _("Question"),
    ),
    Statistic.SAFETY: Definition(
        _(
            "Whether complainants who rated in the period felt safe, and whether they would turn to the "
            "organisation again. Both questions may be left out."
        ),
        _("Question"),
    ),
    Statistic.RESPONSE_TIMES: Definition(
        _(
            "Letters to institutions that were sent in the period and arrived. “In time”: answered on or "
            "before the due date, extensions and pauses included. “Silent”: the due date has passed, or "
            "silence was noted, and no answer came. “Answered in time, %” and “Silence, %” are shares of "
            "the letters whose due date is known and is over or was met: in time + late + silent. The "
            "median is that of the days from sending to the answer."
        ),
        _("Institution"),
    ),
}


def definition_of(statistic: Statistic) -> Definition:
    return DEFINITIONS[statistic]
