"""Who is served when not all can be: each route has its turn, and each turn is given up after so long a wait.

Read from the bottom: the later a turn is given up, the more is lost with it. What no line names is the daily
work of staff.
"""

from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Final

from django.urls import ResolverMatch


class Turn(StrEnum):
    """From what waits first to what never does."""

    LISTS = "lists"
    WORK = "work"
    RECEIPTS = "receipts"
    INTAKE = "intake"
    ALWAYS = "always"


# Seconds in the queue. A person looks at an empty page for two or three and then asks again, which makes the
# queue longer; who has written down a complaint waits longer than that, and proxies wait for 120.
BOUNDS: Final[dict[Turn, float]] = {Turn.LISTS: 1, Turn.WORK: 2.5, Turn.RECEIPTS: 4, Turn.INTAKE: 20}
LEAST: Final = min(BOUNDS.values())

_READING: Final = frozenset({"GET", "HEAD"})

# Names of routes; the first line that fits decides.
_TURNS: Final[tuple[tuple[Turn, tuple[str, ...]], ...]] = (
    (Turn.ALWAYS, ("health_live", "health_ready")),
    (
        Turn.INTAKE,
        (
            *("entry", "form_without_language", "form", "embedded", "embedding_script", "assisted"),
            *("complaints", "complaint-files", "challenge", "public-form"),
            *("collect_*", "open311", "open311-*"),
            # Without a token, a program files nothing.
            "oidc:token",
            # Away from a page that somebody else must not see.
            "leave",
        ),
    ),
    # Citizens who come back, and institutions that answer.
    (Turn.RECEIPTS, ("receipt", "receipts", "receipt-*", "answer")),
    (
        Turn.LISTS,
        (
            *("cases", "cases-count", "cases-facets", "cases-export", "exports", "export", "export-take"),
            *("tasks", "tasks-count", "today", "me-news", "case-presence", "person-work"),
            *("referrals", "partner-referrals", "transfers", "quarantine", "quarantine-count"),
            *("incoming-mails", "collected", "erasures", "webhook-deliveries", "dead-jobs"),
            *("imports", "import-problems", "import-problem-sheet", "import-left", "import-column*"),
            *("statistics", "statistic", "donor-report", "calendar-effects"),
            *("service-providers", "services", "providers-export", "providers-export-tables"),
            *("calendar-feed", "schema", "docs", "demo_partner_site"),
        ),
    ),
    (
        Turn.WORK,
        (
            *("dashboard", "dashboard_page", "headless:*", "account_*", "mfa_authenticate", "oidc:revoke"),
            *("invitation_page", "password_forgotten", "password_page", "form_preview"),
        ),
    ),
)


def turn_of(match: ResolverMatch | None, method: str) -> Turn:
    """What changes something is work, whatever its route lists."""
    if match is None:
        # Style sheets of the forms; and what nobody knows, which costs no more than a refusal.
        return Turn.INTAKE
    turn = named(match.view_name) or Turn.WORK
    return Turn.WORK if turn is Turn.LISTS and method not in _READING else turn


def named(route: str) -> Turn | None:
    """The turn that the table gives to a route; None where it does not name it."""
    return next(
        (turn for turn, names in _TURNS if any(fnmatchcase(route, name) for name in names)),
        None,
    )
