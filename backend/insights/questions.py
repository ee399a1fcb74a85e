"""What somebody asks of the numbers: of which partner, over which days, and how exactly they may be told."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case
from backend.cases.stages import State
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed
from backend.insights.models import Facet, Tally
from backend.insights.periods import Interval, Period, fitting_interval, period_between, year_of
from backend.partners.actors import Actor
from backend.partners.models import Partner


@dataclass(frozen=True, slots=True)
class Question:
    """A checked question. Of more than one partner nobody asks at once: a hidden number of one would be the
    difference of two sums."""

    actor: Actor
    partner: Partner
    period: Period
    interval: Interval
    hides_small: bool
    leaves_out_restricted: bool = False

    @property
    def today(self) -> date:
        return clock.today(self.partner.time_zone)

    def cases(self) -> QuerySet[Case]:
        """The cases that count: the partner's own, as far as the actor may see them."""
        seen = Case.objects.visible_in(self.partner.pk, self.actor)
        # What was handed over left a tombstone here and is counted where it is now.
        seen = seen.exclude(state=State.TRANSFERRED)
        return seen.filter(restricted=False) if self.leaves_out_restricted else seen

    def kept(self, facet: Facet) -> QuerySet[Tally]:
        """Of the cases that count, the sums of those that are not restricted, over the days of the period."""
        if not self.actor.may("view_cases", self.partner.pk):
            return Tally.objects.none()
        days = (self.period.first, self.period.last)
        return Tally.objects.filter(partner=self.partner.pk, facet=facet, day__range=days)

    def unrestricted(self) -> QuerySet[Case]:
        """Of the cases that count, those that are not restricted."""
        return Case.objects.unrestricted_in(self.partner.pk, self.actor).exclude(state=State.TRANSFERRED)

    def restricted(self) -> QuerySet[Case]:
        """Of the cases that count, the others: those that the actor is named on."""
        if self.leaves_out_restricted:
            return Case.objects.none()
        return Case.objects.named_in(self.partner.pk, self.actor).exclude(state=State.TRANSFERRED)

    def for_outsiders(self) -> "Question":
        """The same for paper that leaves the house: no restricted case, no small number."""
        return replace(self, hides_small=True, leaves_out_restricted=True)


def asked(
    actor: Actor,
    *,
    partner: str | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
    interval: str | None = None,
) -> Question:
    """The question as the actor may ask it. Raises NotAllowed, Invalid.

    Who sees numbers and no complaints asks about one calendar year as a whole: of overlapping periods a
    hidden number would be the difference.
    """
    found = _partner(actor, partner)
    first = date_from or year_of(clock.today(found.time_zone)).first
    period = period_between(first, date_to or year_of(first).last)
    numbers_only = sees_numbers_only(actor, found.pk)
    if numbers_only and not period.is_one_year():
        raise Invalid.field(
            "date_to", "whole_year", _("Choose one calendar year, from its first day to its last.")
        )
    chosen = Interval.YEAR if numbers_only else Interval(interval) if interval else fitting_interval(period)
    return Question(actor, found, period, chosen, numbers_only)


def sees_numbers_only(actor: Actor, partner_id: UUID) -> bool:
    """Whether numbers are all that the actor sees there: small ones are hidden then."""
    return not actor.may("read_complaints", partner_id)


def _partner(actor: Actor, slug: str | None) -> Partner:
    """The partner asked about, or the only one of which the actor sees numbers."""
    counted = actor.partners_with("view_statistics")
    if not counted:
        raise NotAllowed()
    if slug is None and len(counted) > 1:
        raise Invalid.field("partner", "required", _("Say of which partner: you see the numbers of several."))
    chosen = Partner.objects.filter(pk__in=counted)
    found = (chosen if slug is None else chosen.filter(slug=slug)).first()
    if found is None:
        raise NotAllowed()
    return found
