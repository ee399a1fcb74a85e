"""A partner's rules: read, changed as a whole, tried out before they are in force."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.cases.models import Case
from backend.common import clock
from backend.common.errors import Invalid, require_version
from backend.partners.actors import Actor
from backend.partners.models import Partner
from backend.partners.querysets import PartnerQuerySet
from backend.retention.models import RetentionPolicy, RetentionRule
from backend.retention.rules import ENDED, Rule, day_with_notice
from backend.retention.services import planning
from backend.retention.services.due import keepings, rules_of
from backend.retention.stages import HIGHEST_MONTHS, LOWEST_MONTHS, MANY_AT_ONCE, MOST_RULES, NOTICE

MONTHS_AHEAD: Final = 12


@dataclass(frozen=True, slots=True)
class Policy:
    """A partner's rules and the version they have."""

    partner: Partner
    rules: list[Rule]
    version: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What rules would do to the cases that the asker sees: how many have ended, how many would be announced
    at once, and how many would go in which month."""

    ended: int
    at_once: int
    months: list[tuple[date, int]]

    @property
    def is_many(self) -> bool:
        return self.at_once >= MANY_AT_ONCE


def kept_partner(slug: str, actor: Actor) -> Partner:
    """A partner that the actor keeps. Raises NotFound, for the platform's administrator, too."""
    return _kept(actor).found(slug)


def policy_of(slug: str, actor: Actor) -> Policy:
    """The rules in force; none: nothing is erased. Raises NotFound."""
    return _policy(kept_partner(slug, actor))


@transaction.atomic
def write_rules(slug: str, *, rules: Sequence[Rule], expected: int | None, actor: Actor) -> Policy:
    """Put these rules in place of all before. What was announced and is due no more is called off.

    Raises NotFound, Stale, Invalid.
    """
    partner = _kept(actor).locked(slug)
    check_rules(rules)
    policy, _new = RetentionPolicy.objects.get_or_create(partner=partner)
    require_version(policy.version, expected)
    before = rules_of(partner.pk)
    if _codes(before) != _codes(rules):
        RetentionRule.objects.filter(partner=partner).delete()
        RetentionRule.objects.bulk_create(
            [
                RetentionRule(partner=partner, kind=rule.kind, ending=rule.ending, months=rule.months)
                for rule in rules
            ]
        )
        policy.version += 1
        policy.save(update_fields=["version"])
        planning.review(partner, actor=actor)
        facts = {"before": _codes(before), "after": _codes(rules)}
        record(actor, "retention.rules_changed", ("partners.partner", partner.pk), chain=partner.pk, **facts)
    return _policy(partner)


def outlook(slug: str, *, rules: Sequence[Rule] | None, actor: Actor) -> Outlook:
    """What these rules would do, or those in force; nothing is changed. Raises NotFound, Invalid."""
    partner = kept_partner(slug, actor)
    if rules is not None:
        check_rules(rules)
    seen = Case.objects.visible_in(partner.pk, actor)
    tried = rules_of(partner.pk) if rules is None else rules
    today, by_month, at_once = clock.today(partner.time_zone), Counter[date](), 0
    until = today + relativedelta(months=MONTHS_AHEAD)
    for keeping in keepings(partner, tried, seen, until=until):
        due = keeping.due_on or until
        at_once += due <= today + NOTICE
        by_month[day_with_notice(due, today).replace(day=1)] += 1
    ended = seen.filter(state__in=ENDED).count()
    return Outlook(ended, at_once, sorted(by_month.items()))


def check_rules(rules: Sequence[Rule]) -> None:
    """Within bounds, and one for a place. Raises Invalid."""
    if len(rules) > MOST_RULES:
        raise Invalid.field("rules", "too_many", _("There are too many rules."))
    if any(not LOWEST_MONTHS <= rule.months <= HIGHEST_MONTHS for rule in rules):
        raise Invalid.field("rules", "months_out_of_bounds", _("Keep cases for 6 to 240 months."))
    if len({(rule.kind, rule.ending) for rule in rules}) < len(rules):
        raise Invalid.field("rules", "repeated_rule", _("Two rules say something about the same cases."))


def _policy(partner: Partner) -> Policy:
    version = RetentionPolicy.objects.filter(partner=partner).values_list("version", flat=True).first()
    return Policy(partner, rules_of(partner.pk), version or 0)


def _kept(actor: Actor) -> PartnerQuerySet:
    kept: PartnerQuerySet = Partner.objects.filter(pk__in=actor.partners_with("manage_partner"))
    return kept


def _codes(rules: Sequence[Rule]) -> list[str]:
    return sorted(rule.code for rule in rules)
