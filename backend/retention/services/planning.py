"""Announcing what will be erased, and calling it off: a row, a task, a line in the story."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import story, task_asking
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.retention.models import PlannedErasure, RetentionRule
from backend.retention.rules import Rule, day_with_notice
from backend.retention.services.blocking import blockers_of
from backend.retention.services.due import keeping_of, keepings, rules_of
from backend.retention.stages import NOTICE, Because

_MOST_AT_ONCE: Final = 500


def announce_due() -> int:
    """Announce each case whose time of keeping is over within the time of notice, and call off what is due no
    more. May run twice; says how many are new."""
    made = 0
    with_rules = RetentionRule.objects.order_by().values("partner").distinct()
    for partner in Partner.objects.filter(is_active=True, pk__in=with_rules).order_by("pk"):
        review(partner, actor=Actor.system())
        made += _announce(partner)
    return made


def review(partner: Partner, *, actor: Actor) -> int:
    """Call off what was announced by a rule and is due no more, or blocked. Says how many."""
    planned = PlannedErasure.objects.filter(partner=partner, because=Because.RULE)
    ids = list(planned.values_list("case", flat=True))
    return sum(_called_off_where_not_due(case_id, actor) for case_id in ids)


def plan(case: Case, *, because: Because, due_on: date, actor: Actor) -> PlannedErasure:
    """Write down that a held case is erased on a day, in place of what was announced before."""
    call_off(case, actor=None)
    made = PlannedErasure.objects.create(case=case, partner=case.owner, because=because, due_on=due_on)
    if because == Because.RULE:
        task_asking.ask(
            case, kind=TaskKind.ERASURE_SOON, key=_key_of(made), assignee=_worker(case), due_on=due_on
        )
        story.tell(case, actor, "case.erasure_announced", due_on=due_on.isoformat())
    return made


def call_off(case: Case, *, actor: Actor | None) -> bool:
    """A held case stays for now. Says whether it was announced. Without an actor it is told elsewhere."""
    planned = PlannedErasure.objects.select_for_update().filter(case=case).first()
    if planned is None:
        return False
    task_asking.answered(_key_of(planned))
    planned.delete()
    if actor is not None:
        story.tell(case, actor, "case.erasure_called_off")
    return True


def is_due_by(case: Case, day: date, rules: Sequence[Rule] | None = None) -> bool:
    """Whether a rule lets a case go by that day and nothing stands against it."""
    keeping = keeping_of(case, rules)
    due = keeping.due_on if keeping else None
    return due is not None and due <= day and not blockers_of(case)


def _announce(partner: Partner) -> int:
    rules, today = rules_of(partner.pk), clock.today(partner.time_zone)
    known = set(PlannedErasure.objects.filter(partner=partner).values_list("case", flat=True))
    made = 0
    for keeping in keepings(partner, rules, Case.objects.all(), until=today + NOTICE):
        if keeping.case_id not in known:
            made += _announced(keeping.case_id, rules, today)
        if made >= _MOST_AT_ONCE:
            break
    return made


@transaction.atomic
def _announced(case_id: UUID, rules: Sequence[Rule], today: date) -> bool:
    """Look again with the case held: it may have changed, or another worker was here."""
    case = _held(case_id)
    if case is None or PlannedErasure.objects.filter(case=case).exists():
        return False
    keeping = keeping_of(case, rules)
    due = keeping.due_on if keeping else None
    if due is None or due > today + NOTICE or blockers_of(case):
        return False
    plan(case, because=Because.RULE, due_on=day_with_notice(due, today), actor=Actor.system())
    return True


@transaction.atomic
def _called_off_where_not_due(case_id: UUID, actor: Actor) -> bool:
    case = _held(case_id)
    if case is None or is_due_by(case, clock.today(case.owner.time_zone) + NOTICE):
        return False
    return call_off(case, actor=actor)


def _held(case_id: UUID) -> Case | None:
    cases = Case.objects.select_for_update(of=("self",)).select_related("owner", "assignee")
    return cases.filter(pk=case_id).first()


def _worker(case: Case) -> User | None:
    """Who works it, where that person still reads it; otherwise whoever of the team comes first."""
    person = case.assignee
    if person is None or not Case.objects.readable_by(actor_of(person)).filter(pk=case.pk).exists():
        return None
    return person


def _key_of(planned: PlannedErasure) -> str:
    return f"erasure:{planned.pk}"
