"""Writes what a case is found by: folded words from what the partner itself wrote, never from sealed text."""

from uuid import UUID

from backend.cases.models import Case, CaseSearch, CaseShare
from backend.cases.services import access
from backend.common.folding import fold


def token(principal: UUID) -> str:
    """The word that stands for a partner or a person in a search row."""
    return f"u{principal.hex}"


def refresh(case: Case) -> None:
    """Make the search row say what the case says now."""
    CaseSearch.objects.update_or_create(
        case=case,
        defaults={"words": _words(case), "access": _access(case), "opened_at": case.opened_at},
    )


def _words(case: Case) -> str:
    parts = [case.reference, case.former_reference, case.summary]
    for thing in (case.category, case.institution, case.place):
        if thing is not None:
            names = thing.labels if hasattr(thing, "labels") else thing.names
            parts.extend(names.values())
    parts.extend(case.tags.values_list("name", flat=True))
    return fold(" ".join(parts))


def _access(case: Case) -> str:
    """Who may find it: the named people of a restricted case, else the owner and those it is shared with."""
    if case.restricted:
        principals = access.named_on(case)
    else:
        shares = CaseShare.objects.filter(case=case, ended_at__isnull=True)
        principals = [case.owner_id, *shares.values_list("partner_id", flat=True)]
    return " ".join(token(principal) for principal in principals)
