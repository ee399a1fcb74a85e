"""Letters and ratings belong to whoever has the case, at every moment and whoever writes them (ADR 53)."""

import importlib
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services.keys import keys_of_receipt
from backend.cases.services.reconciliation import Difference, check_access
from backend.cases.tasks import repair_case_access
from backend.common.secondlock import holding
from backend.complaints.models import Satisfaction
from backend.insights.definitions import Statistic
from backend.insights.questions import asked
from backend.insights.services.statistics import table_of
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.application_role import as_owner
from tests.casework import sent
from tests.databases import one_waits_for_the_other
from tests.factories.cases import CaseFactory

NewCase = Callable[..., Case]
on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no triggers for it")
BOTH = (InstitutionReferral, Satisfaction)


def rated(case: Case) -> Satisfaction:
    complaint = case.complaint
    assert complaint is not None
    key = complaint.data_key
    return Satisfaction.objects.create(complaint=complaint, data_key=key, outcome=5, process=4)


def handed_over(case: Case, to: Partner) -> None:
    """As the new owner does it: with no other key, and the offer that opens the case to it."""
    case.transfers.create(from_partner=case.owner, to_partner=to)
    with holding(to.pk):
        assert Case.objects.filter(pk=case.pk).update(owner=to) == 1


def owners() -> list[Any]:
    return [list(model.objects.values_list("owner", flat=True)) for model in BOTH]


def write_past_the_triggers(models: Iterable[Any], owner: Partner | None) -> None:
    with as_owner(connection), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for model in models:
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER dosja_owner")
            model.objects.update(owner=owner)
            cursor.execute(f"ALTER TABLE {model._meta.db_table} ENABLE TRIGGER dosja_owner")


@pytest.fixture
def case(case_of_arta: Case, arta: User) -> Case:
    """With a letter that left, and a rating."""
    sent(case_of_arta, arta)
    rated(case_of_arta)
    return case_of_arta


def test_letters_and_ratings_count_where_the_case_is_now(
    case: Case, partner_b: Partner, arta: User, nino: User
) -> None:
    def counts(person: User) -> list[Any]:
        question = asked(actor_of(person))
        (letters, *_fates), ratings = (
            table_of(Statistic.RESPONSE_TIMES, question).total.cells,  # type: ignore[union-attr]
            table_of(Statistic.SATISFACTION, question).rows[0].cells[-2],
        )
        return [letters.value, ratings.value]

    with holding(*actor_of(arta).keys):
        assert counts(arta) == [1, 1]
    handed_over(case, partner_b)
    with holding(*actor_of(arta).keys):
        assert counts(arta) == [0, 0]
    with holding(*actor_of(nino).keys):
        assert counts(nino) == [1, 1]


@pytest.mark.postgres
@on_postgres
class TestOnPostgreSQL:
    def test_who_handed_a_case_over_has_no_key_to_its_letters_any_more(
        self, case: Case, partner_a: Partner, partner_b: Partner
    ) -> None:
        handed_over(case, partner_b)
        assert owners() == [[partner_b.pk], [partner_b.pk]]
        with holding(partner_a.pk):
            assert not InstitutionReferral.objects.exists()
        with holding(partner_b.pk):
            assert InstitutionReferral.objects.count() == Satisfaction.objects.count() == 1

    def test_whoever_writes_a_letter_or_a_rating_the_case_says_whose_it_is(
        self, case: Case, partner_a: Partner, partner_b: Partner
    ) -> None:
        for model in BOTH:
            row = model.objects.get()
            row.owner = partner_b
            row.save()
            assert model.objects.filter(pk=row.pk, owner=partner_b).update(owner=None) == 0
            model.objects.update(owner=partner_b)
            model.objects.update(owner=None)
        assert owners() == [[partner_a.pk], [partner_a.pk]]

    def test_a_rating_through_the_receipt_is_the_owners(self, case_of_arta: Case, partner_a: Partner) -> None:
        assert case_of_arta.complaint is not None
        with holding(*keys_of_receipt(case_of_arta.complaint)):
            rated(case_of_arta)
        assert owners() == [[], [partner_a.pk]]

    def test_a_rating_whose_case_comes_later_is_its_owners(self, case: Case, partner_a: Partner) -> None:
        """So it is when a partner moves in; and a rating without a case is nobody's."""
        complaint = case.complaint
        Case.objects.filter(pk=case.pk).update(complaint=None, state="transferred")
        assert owners()[1] == [None]
        Case.objects.filter(pk=case.pk).update(complaint=complaint, state="open")
        assert owners()[1] == [partner_a.pk]

    @pytest.mark.parametrize("model", BOTH)
    @pytest.mark.parametrize("named", ["nobody", "another"])
    def test_a_wrong_owner_is_found_at_night_and_put_right(
        self, case: Case, partner_a: Partner, partner_b: Partner, model: Any, named: str
    ) -> None:
        CaseFactory()
        call_command("check_case_access")
        write_past_the_triggers([model], {"nobody": None, "another": partner_b}[named])
        (found,) = check_access(repair=False, actor=Actor.system())
        assert found == Difference(case.pk, access=False, search=False, owner=True)
        with pytest.raises(CommandError):
            call_command("check_case_access")
        repair_case_access.call()
        assert owners() == [[partner_a.pk], [partner_a.pk]]
        call_command("check_case_access")

    def test_what_was_there_before_is_filled(self, case: Case, partner_a: Partner) -> None:
        write_past_the_triggers(BOTH, None)
        assert owners() == [[None], [None]]
        migration = importlib.import_module("backend.cases.migrations.0029_fill_owners")
        for _twice in range(2):
            migration.fill(apps, SimpleNamespace(connection=connection))
        assert owners() == [[partner_a.pk], [partner_a.pk]]


@pytest.fixture
def shared_case(shared_by_threads: None, new_case: NewCase) -> Case:
    return new_case()


@pytest.mark.postgres
@on_postgres
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    @pytest.mark.parametrize("first", ["the rating", "the hand-over"])
    @pytest.mark.parametrize("is_new", [True, False])
    def test_a_rating_during_a_hand_over_is_the_new_owners(
        self, shared_case: Case, partner_b: Partner, first: str, is_new: bool
    ) -> None:
        if not is_new:
            rated(shared_case)

        def rate() -> None:
            if is_new:
                rated(shared_case)
            else:
                Satisfaction.objects.update(outcome=4)

        def hand_over() -> None:
            Case.objects.filter(pk=shared_case.pk).update(owner=partner_b)

        steps = (rate, hand_over) if first == "the rating" else (hand_over, rate)

        one_waits_for_the_other(*steps)
        assert owners() == [[], [partner_b.pk]]
