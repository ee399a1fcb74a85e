"""Whether what lists, search and numbers read still says what cases and shares say; and its repair."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from backend.audit.services import record
from backend.cases.models import (
    Case,
    CaseAccess,
    CaseSearch,
    CaseShare,
    CaseUserObjectPermission,
    InstitutionReferral,
)
from backend.cases.search import index, token
from backend.cases.services import access
from backend.complaints.models import Satisfaction
from backend.partners.actors import Actor

_AT_ONCE: Final = 500
_Any = TypeVar("_Any")
# principal → (by name or not, the copied columns)
_Rows = Mapping[UUID, tuple[bool, Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A case whose copies are wrong: its rows of exceptions, its search row, the owner that its letters and
    its rating name."""

    case_id: UUID
    access: bool
    search: bool
    owner: bool

    @property
    def is_there(self) -> bool:
        return self.access or self.search or self.owner


def check_access(*, repair: bool, actor: Actor) -> list[Difference]:
    """Compare all cases with their copies; with `repair`, put them right. For a wrong copy lists show too
    little, search finds what was and numbers count elsewhere; never does anybody see too much, because every
    row is checked again."""
    found = []
    for suspect in _suspects():
        if (difference := _settled(suspect.case_id, repair, actor)) is not None:
            found.append(difference)
    return found


@transaction.atomic
def _settled(case_id: UUID, repair: bool, actor: Actor) -> Difference | None:
    """Look again with the case held: it may have changed while the others were compared."""
    case = _with_names(Case.objects.filter(pk=case_id)).select_for_update(of=("self",)).first()
    difference = next(_different([case]), None) if case else None
    if case is None or difference is None or not repair:
        return difference
    access.refresh(case)
    index.refresh(case)
    if difference.owner:
        _name_owner_again(case)
    record(
        actor,
        "case.access_repaired",
        case,
        chain=case.owner_id,
        access=difference.access,
        search=difference.search,
        owner=difference.owner,
    )
    return difference


def _name_owner_again(case: Case) -> None:
    """Whatever is written, PostgreSQL writes the owner (ADR 53)."""
    InstitutionReferral.objects.filter(case=case).update(owner=None)
    Satisfaction.objects.filter(complaint=case.complaint_id).update(owner=None)


def _suspects() -> Iterator[Difference]:
    last: UUID | None = None
    while True:
        cases = Case.objects.order_by("pk")
        batch = list(_with_names(cases if last is None else cases.filter(pk__gt=last))[:_AT_ONCE])
        if not batch:
            return
        last = batch[-1].pk
        yield from list(_different(batch))


def _with_names(cases: "QuerySet[Case]") -> "QuerySet[Case]":
    return cases.select_related("category", "institution", "place").prefetch_related("tags")


def _different(cases: Sequence[Case]) -> Iterator[Difference]:
    """The cases among these whose copies are wrong; seven queries."""
    ids = [case.pk for case in cases]
    wanted = _wanted(cases, ids)
    kept, finding = _kept(ids), _finding(ids)
    searched = {row.case_id: row for row in CaseSearch.objects.filter(case__in=ids)}
    misnamed = _misnamed(cases)
    for case in cases:
        found = _found_rightly(case, _finders(case, wanted, finding), searched.get(case.pk))
        one = Difference(
            case.pk,
            access=wanted[case.pk] != kept[case.pk],
            search=not found,
            owner=case.pk in misnamed,
        )
        if one.is_there:
            yield one


def _misnamed(cases: Sequence[Case]) -> set[UUID]:
    """Cases with letters or a rating that name another owner, or none. On SQLite they name none."""
    if connection.vendor != "postgresql":
        return set()
    named = _grouped(InstitutionReferral.objects.filter(case__in=cases).values_list("case_id", "owner_id"))
    complaints = [case.complaint_id for case in cases]
    rated = _grouped(
        Satisfaction.objects.filter(complaint__in=complaints).values_list("complaint_id", "owner_id")
    )
    return {
        case.pk
        for case in cases
        if (named[case.pk] | (rated[case.complaint_id] if case.complaint_id else set())) - {case.owner_id}
    }


def _wanted(cases: Sequence[Case], ids: Sequence[UUID]) -> Mapping[UUID, _Rows]:
    shares = CaseShare.objects.filter(case__in=ids, ended_at__isnull=True)
    grants = CaseUserObjectPermission.objects.filter(
        content_object__in=ids, permission__codename=access.NAMED
    )
    with_partners = _grouped(shares.values_list("case_id", "partner_id"))
    with_people = _grouped(grants.values_list("content_object_id", "user_id"))
    wanted: dict[UUID, _Rows] = {}
    for case in cases:
        principals = with_people[case.pk] if case.restricted else with_partners[case.pk]
        copied = access.copied_columns(case)
        wanted[case.pk] = dict.fromkeys(principals, (case.restricted, copied))
    return wanted


def _finding(ids: Sequence[UUID]) -> Mapping[UUID, set[UUID]]:
    """Case → partners that read its summary through a share."""
    shares = CaseShare.objects.filter(case__in=ids, ended_at__isnull=True).filter(access.OPENS_SUMMARY)
    return _grouped(shares.values_list("case_id", "partner_id"))


def _finders(case: Case, wanted: Mapping[UUID, _Rows], finding: Mapping[UUID, set[UUID]]) -> set[UUID]:
    return set(wanted[case.pk]) if case.restricted else {case.owner_id, *finding[case.pk]}


def _kept(ids: Sequence[UUID]) -> Mapping[UUID, _Rows]:
    kept: dict[UUID, dict[UUID, tuple[bool, Mapping[str, object]]]] = defaultdict(dict)
    names = tuple(access.copied_columns(Case()))
    for row in CaseAccess.objects.filter(case__in=ids).values("case_id", "principal", "by_name", *names):
        kept[row["case_id"]][row["principal"]] = (row["by_name"], {name: row[name] for name in names})
    return kept


def _grouped(pairs: Iterable[tuple[UUID, _Any]]) -> Mapping[UUID, set[_Any]]:
    groups: dict[UUID, set[_Any]] = defaultdict(set)
    for case_id, principal in pairs:
        groups[case_id].add(principal)
    return groups


def _found_rightly(case: Case, principals: set[UUID], search: CaseSearch | None) -> bool:
    if search is None:
        return False
    return (
        set(search.access.split()) == {token(principal) for principal in principals}
        and search.words == index.words_of(case)
        and search.opened_at == case.opened_at
    )
