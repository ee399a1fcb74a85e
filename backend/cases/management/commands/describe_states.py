"""Prints the tables of states as the page docs/states.md; a test compares the two."""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from backend.cases.partner_stages import (
    PARTNER_REFERRAL_TABLE,
    PartnerGuard,
    PartnerReferralState,
    PartnerTransition,
    Side,
)
from backend.cases.stages import (
    CASE_TABLE,
    DELIVERY_TABLE,
    REFERRAL_TABLE,
    STAGE_OF,
    DeliveryState,
    Guard,
    ReferralState,
    State,
    Transition,
)

_HEAD = "| from | verb | to | permission | guards |\n| --- | --- | --- | --- | --- |"


class Command(BaseCommand):
    help = "Print docs/states.md from the tables in backend/cases/stages.py."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")


def page() -> str:
    """The whole page, in English."""
    with translation.override("en"):
        return "\n\n".join(
            [
                "# The life of a case and of a referral",
                "Printed by `manage.py describe_states` from `backend/cases/stages.py`; a test keeps the two "
                "alike. *Overdue* is computed from the due date and is no state.",
                "## A case",
                _stages(),
                _table(CASE_TABLE),
                "## A referral to an institution",
                f"States: {', '.join(f'`{state.value}`' for state in ReferralState)}.",
                _table(REFERRAL_TABLE),
                "## A referral to another partner",
                f"States: {', '.join(f'`{state.value}`' for state in PartnerReferralState)}.",
                _partner_table(),
                "## A delivery of a referral's letter",
                f"States: {', '.join(f'`{state.value}`' for state in DeliveryState)}. At most one of a "
                "referral is prepared, under way or unclear.",
                _table(DELIVERY_TABLE),
                "## Guards",
                "\n".join(f"- `{guard.value}`: {guard.label}" for guard in (*Guard, *PartnerGuard)),
                "",
            ]
        )


def _stages() -> str:
    lines = ["| stage | states |", "| --- | --- |"]
    for stage in dict.fromkeys(STAGE_OF.values()):
        states = ", ".join(f"`{state.value}`" for state in State if STAGE_OF[state] is stage)
        lines.append(f"| {stage.label} | {states} |")
    return "\n".join(lines)


def _table(rows: Iterable[Transition]) -> str:
    return "\n".join([_HEAD, *(_line(row) for row in rows)])


def _partner_table() -> str:
    head = "| from | verb | to | done by | permission there | guards |\n| --- | --- | --- | --- | --- | --- |"
    return "\n".join([head, *(_partner_line(row) for row in PARTNER_REFERRAL_TABLE)])


def _partner_line(row: PartnerTransition) -> str:
    sources = ", ".join(f"`{state}`" for state in sorted(map(str, row.sources)))
    guards = ", ".join(f"`{guard.value}`" for guard in row.conditions)
    conditions = "; ".join(
        part for part in (guards, row.caused_by and f"happens when {row.caused_by}") if part
    )
    permission = "" if row.side is Side.NOBODY else f"`{row.permission}`"
    return f"| {sources} | `{row.verb}` | `{row.target}` | {row.side.label} | {permission} | {conditions} |"


def _line(row: Transition) -> str:
    sources = ", ".join(f"`{state}`" for state in sorted(map(str, row.sources)))
    guards = ", ".join(f"`{guard.value}`" for guard in row.guards)
    conditions = "; ".join(
        part for part in (guards, row.caused_by and f"happens when {row.caused_by}") if part
    )
    return f"| {sources} | `{row.verb}` | `{row.target}` | `{row.permission}` | {conditions} |"
