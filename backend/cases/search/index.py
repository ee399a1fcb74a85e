"""Writes what a case is found by: folded words from what the partner itself wrote, never from sealed text."""

from collections.abc import Iterable

from backend.cases.models import Case, CaseSearch
from backend.cases.search import token
from backend.cases.services import access
from backend.common.folding import fold
from backend.common.written import insert
from backend.directory.spelling import search_text


def enter(case: Case) -> None:
    """The row of a case that has just come: it bears no tags, and nobody has been let in."""
    row = CaseSearch(case=case, words=_words(case, ()), access=token(case.owner_id), opened_at=case.opened_at)
    insert(row)


def refresh(case: Case) -> None:
    """Make the search row say what the case says now."""
    CaseSearch.objects.update_or_create(
        case=case,
        defaults={"words": words_of(case), "access": access_of(case), "opened_at": case.opened_at},
    )


def words_of(case: Case) -> str:
    """Reference, summary, tags, and the names of category, institution and place in all languages."""
    return _words(case, (tag.name for tag in case.tags.all()))


def _words(case: Case, tags: Iterable[str]) -> str:
    names = [thing.labels for thing in (case.category,) if thing is not None]
    names += [thing.names for thing in (case.institution, case.place) if thing is not None]
    written = [case.reference, case.former_reference, case.summary]
    written += tags
    texts = [fold(text) for text in written] + [search_text(labels) for labels in names]
    return " ".join(dict.fromkeys(word for text in texts for word in text.split()))


def access_of(case: Case) -> str:
    """Who may find it: the named people of a restricted case, else the owner and who reads its summary."""
    named_or_partners = (
        access.named_on(case) if case.restricted else [case.owner_id, *access.finding_partners(case)]
    )
    return " ".join(token(principal) for principal in named_or_partners)
