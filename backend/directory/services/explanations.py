"""A due date told in a person's language: every sentence from the stored facts, so that it can be retold."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.common.languages import label_in
from backend.directory.kinds import Certainty, TermUnit
from backend.directory.services.appeals import Since
from backend.directory.services.deadlines import DueDate

Told = Mapping[str, Any]


def explain(due: DueDate | Told, language: str) -> str:
    """The reckoning in a person's language, from a due date or from its stored explanation."""
    facts = due.explanation if isinstance(due, DueDate) else due
    with translation.override(language.lower()):
        return " ".join(_sentences(facts, language))


def explain_appeal(facts: Told, language: str) -> str:
    """Until when an appeal is possible and why, in a person's language, from the stored explanation."""
    with translation.override(language.lower()):
        return " ".join([*_since_told(facts), *_sentences(facts, language)])


def _since_told(facts: Told) -> Iterator[str]:
    day = {"day": _day(facts["from"])}
    yield _("An appeal is possible until %(day)s.") % {"day": _day(facts["due"])}
    since = facts["since"]
    if since == Since.REFUSAL:
        yield _("The refusal arrived on %(day)s.") % day
    elif since == Since.PARTIAL:
        yield _("The answer of %(day)s is only half of one.") % day
    elif since == Since.NON_ANSWER:
        yield _("What arrived on %(day)s is no answer.") % day
    elif since == Since.SILENCE:
        yield _("The term ended on %(day)s without an answer, which counts as a refusal.") % day
    else:
        yield (
            _(
                "The term ended on %(day)s without an answer. It is not verified that this counts as a "
                "refusal; to be on the safe side, the time for an appeal is counted as if it did."
            )
            % day
        )


def _sentences(facts: Told, language: str) -> Iterator[str]:
    yield _("%(term)s from %(start)s: %(end)s.") % {
        "term": term_in_words(facts["number"], facts["unit"]),
        "start": _day(facts["from"]),
        "end": _day(facts["ends"]),
    }
    if skipped := facts["skipped"]:
        free = ngettext("%(days)s is a holiday.", "%(days)s are holidays.", len(skipped))
        yield free % {"days": _days([date.fromisoformat(told["date"]) for told in skipped])}
    # Explanations from before clocks could be paused and extended have none of these keys.
    yield from map(_paused, facts.get("pauses", ()))
    if extension := facts.get("extension"):
        yield _extended(extension)
    if facts["rolled_over"]:
        yield _moved(facts, language)
    if since := facts.get("stands_since"):
        yield _("The clock has stood since %(day)s; the due date follows when it runs again.") % {
            "day": _day(since)
        }
    yield from _warnings(facts)


def _paused(pause: Told) -> str:
    # Translators: the clock was stopped on the first day, which counts, and ran again on the second.
    stood = ngettext(
        "From %(start)s to %(end)s the clock stood: %(count)d day does not count.",
        "From %(start)s to %(end)s the clock stood: %(count)d days do not count.",
        pause["days"],
    )
    return stood % {"start": _day(pause["from"]), "end": _day(pause["to"]), "count": pause["days"]}


def _extended(extension: Told) -> str:
    letter, end = _day(extension["letter_on"]), _day(extension["ends"])
    if extension["until"]:
        return _("Extended by the institution's letter of %(letter)s: until %(end)s.") % {
            "letter": letter,
            "end": end,
        }
    return _("Extended by the institution's letter of %(letter)s (%(term)s more): until %(end)s.") % {
        "letter": letter,
        "term": term_in_words(extension["number"], extension["unit"]),
        "end": end,
    }


def _moved(facts: Told, language: str) -> str:
    first = facts["rolled_over"][0]
    return _("%(end)s is not a working day (%(reason)s); the next one is %(due)s.") % {
        "end": _day(first["date"]),
        "reason": label_in(first["names"], language) or _("weekend"),
        "due": _day(facts["due"]),
    }


def _warnings(facts: Told) -> Iterator[str]:
    estimated = [told for told in (*facts["skipped"], *facts["rolled_over"]) if told["estimated"]]
    if estimated:
        days = _days([date.fromisoformat(told["date"]) for told in estimated])
        yield ngettext(
            "The holiday on %(days)s is an estimate, until it is announced.",
            "The holidays on %(days)s are estimates, until they are announced.",
            len(estimated),
        ) % {"days": days}
    if facts["verified"]:
        return
    if facts["certainty"] == Certainty.UNVERIFIED:
        yield _("The term itself is not verified; do not rely on it before a lawyer has confirmed it.")
    else:
        yield _("The term itself is from a secondary or older source; a lawyer has to confirm it.")


def term_in_words(number: int, unit: str) -> str:
    """`10 working days`, in the language at hand."""
    counted = {
        TermUnit.HOUR: ngettext("%(number)d hour", "%(number)d hours", number),
        TermUnit.CALENDAR_DAY: ngettext("%(number)d calendar day", "%(number)d calendar days", number),
        TermUnit.WORKING_DAY: ngettext("%(number)d working day", "%(number)d working days", number),
        TermUnit.MONTH: ngettext("%(number)d month", "%(number)d months", number),
    }
    return counted[TermUnit(unit)] % {"number": number}


def _days(days: Sequence[date]) -> str:
    """`16, 20 March 2026; 6, 9 April 2026`: a month is said once, with the last of its days."""
    # Translators: a day of a list in which only the last one has its month; Django's letters: j day.
    short = _("j")
    told = []
    for _month, group in groupby(days, key=lambda day: (day.year, day.month)):
        *first, last = group
        told.append(", ".join([*(formats.date_format(day, short) for day in first), _day(last.isoformat())]))
    return "; ".join(told)


def _day(day: str) -> str:
    # Translators: how a date is written, in Django's letters: j day, F month, Y year.
    return formats.date_format(date.fromisoformat(day), _("j F Y"))
