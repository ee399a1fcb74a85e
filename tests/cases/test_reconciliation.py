"""The nightly comparison of lists and search with the truth."""

import pytest
from django.core.management import CommandError, call_command

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseAccess, CaseSearch, CaseShare
from backend.cases.page import CaseFilters, page_of_cases
from backend.cases.services.reconciliation import check_access
from backend.cases.tasks import close_settled_cases, repair_case_access
from backend.common import clock
from backend.jobs import schedule
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.factories.cases import CaseFactory

SYSTEM = Actor.system()


@pytest.fixture
def shared(partner_a: Partner, partner_b: Partner) -> Case:
    return CaseFactory(owner=partner_a, shared_with=[partner_b], summary="Road")


def test_nothing_differs_where_services_wrote(shared: Case, besa: User, partner_a: Partner) -> None:
    CaseFactory(owner=partner_a, named=[besa])
    CaseFactory(owner=partner_a)
    assert check_access(repair=False, actor=SYSTEM) == []
    call_command("check_case_access")


@pytest.mark.parametrize(
    ("harm", "access", "search"),
    [
        (lambda case: CaseAccess.objects.all().delete(), True, False),
        (lambda case: CaseAccess.objects.update(state="closed"), True, False),
        (lambda case: CaseAccess.objects.update(principal=case.pk), True, False),
        (lambda case: CaseSearch.objects.all().delete(), False, True),
        (lambda case: CaseSearch.objects.update(words="something else"), False, True),
        (lambda case: CaseSearch.objects.update(access=""), False, True),
        (lambda case: CaseShare.objects.update(ended_at=clock.now()), True, True),
        (lambda case: Case.objects.update(restricted=True), True, True),
        (lambda case: Case.objects.update(state="open"), True, False),
    ],
)
def test_every_kind_of_difference_is_found_and_put_right(
    shared: Case, harm: object, access: bool, search: bool
) -> None:
    harm(shared)
    (found,) = check_access(repair=False, actor=SYSTEM)
    assert (found.case_id, found.access, found.search) == (shared.pk, access, search)
    with pytest.raises(CommandError):
        call_command("check_case_access")
    call_command("check_case_access", repair=True)
    assert check_access(repair=False, actor=SYSTEM) == []
    assert AuditEvent.objects.filter(action="case.access_repaired", target_id=shared.pk).count() == 1


def test_what_was_lost_is_listed_and_found_again(shared: Case, nino: User) -> None:
    CaseAccess.objects.all().delete()
    CaseSearch.objects.all().delete()
    assert page_of_cases(actor_of(nino), CaseFilters()).rows == []
    repair_case_access.call()
    for search in (None, "road"):
        assert [row["id"] for row in page_of_cases(actor_of(nino), CaseFilters(), search=search).rows] == [
            shared.pk
        ]


def test_the_night_has_both_jobs() -> None:
    names = {rhythm.task for rhythm in schedule.registered().values()}
    assert {close_settled_cases, repair_case_access} <= names


def test_settled_cases_are_closed_at_night(partner_a: Partner) -> None:
    with clock.frozen(clock.now().replace(year=2025)):
        settled = CaseFactory(owner=partner_a, state="resolved")
    fresh = CaseFactory(owner=partner_a, state="resolved")
    close_settled_cases.call()
    assert Case.objects.get(pk=settled.pk).state == "closed"
    assert Case.objects.get(pk=fresh.pk).state == "resolved"
