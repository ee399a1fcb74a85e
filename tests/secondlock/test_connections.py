"""Keys end with their transaction: for the next request on a connection, and for a pooler's next client."""

from collections.abc import Callable

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from backend.cases.models import Case
from backend.common.secondlock import SETTING, carry_keys, held, holding
from backend.partners.models import Partner, User
from tests.calling import Caller

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security"),
]
NewCase = Callable[..., Case]


def behind_django() -> tuple[int, str | None]:
    """What the very same connection shows to SQL that brings no keys, and the keys that it holds."""
    count = connection.connection.execute("SELECT count(*) FROM cases_case").fetchone()[0]
    keys = connection.connection.execute(f"SELECT current_setting('{SETTING}', true)").fetchone()[0]
    return count, keys or None


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_used_again_has_no_keys_of_the_last_request(
    case_of_arta: Case, api: Callable[[User], Caller], arta: User
) -> None:
    caller = api(arta)
    assert caller.get(f"/cases/{case_of_arta.pk}/").status_code == 200
    assert behind_django() == (0, None)
    assert Client().get("/").status_code == 200
    assert behind_django() == (0, None)


@pytest.mark.django_db(transaction=True)
def test_a_request_that_fails_leaves_no_keys(
    case_of_arta: Case, api: Callable[[User], Caller], arta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.cases.api import cases

    def broken(*args: object, **kwargs: object) -> None:
        assert held()
        raise RuntimeError

    monkeypatch.setattr(cases.CaseViewSet, "retrieve", broken)
    caller = api(arta)
    caller.raise_request_exception = False
    before = held()
    assert caller.get(f"/cases/{case_of_arta.pk}/").status_code == 500
    assert held() == before
    assert behind_django() == (0, None)


@pytest.mark.django_db(transaction=True)
def test_two_sessions_that_take_turns_on_one_connection_see_each_their_own(
    case_of_arta: Case, new_case: NewCase, partner_a: Partner, partner_b: Partner
) -> None:
    """As behind a pooler of transactions: one server connection, one transaction of each in turn."""
    case_of_b = new_case(partner=partner_b, consent=False)
    owners = {partner_a.pk: case_of_arta, partner_b.pk: case_of_b}
    for _turn in range(3):
        for partner, own in owners.items():
            with holding(partner), transaction.atomic():
                assert list(Case.objects.all()) == [own]
            assert behind_django() == (0, None)
            # One statement without a transaction around it.
            with holding(partner):
                assert Case.objects.get() == own
            assert behind_django() == (0, None)
        with holding(), transaction.atomic():
            assert not Case.objects.exists()
        # Nothing is told here, and nothing was left behind.
        with holding():
            assert not Case.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_keys_that_change_in_a_transaction_count_from_the_next_statement(
    case_of_arta: Case, partner_a: Partner
) -> None:
    with transaction.atomic():
        with holding(partner_a.pk):
            assert Case.objects.count() == 1
        with holding():
            assert Case.objects.count() == 0
        with holding(partner_a.pk):
            assert Case.objects.count() == 1


def test_a_part_that_was_rolled_back_takes_no_keys_with_it(case_of_arta: Case, partner_a: Partner) -> None:
    with holding(partner_a.pk):
        with pytest.raises(RuntimeError), transaction.atomic():
            assert Case.objects.count() == 1
            raise RuntimeError
        assert Case.objects.count() == 1


def test_many_rows_in_one_batch_come_with_keys(case_of_arta: Case, partner_a: Partner) -> None:
    with holding(partner_a.pk), transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE cases_case SET summary = %s WHERE id = %s",
            [("Një", case_of_arta.pk), ("Dy", case_of_arta.pk)],
        )
    case_of_arta.refresh_from_db()
    assert case_of_arta.summary == "Dy"


def test_keys_cost_no_statement_of_their_own(
    case_of_arta: Case, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert list(Case.objects.values_list("pk", flat=True)) == [case_of_arta.pk]


def test_rows_are_never_read_through_a_cursor_that_outlives_a_transaction() -> None:
    settings = connections["default"].settings_dict
    assert settings["DISABLE_SERVER_SIDE_CURSORS"]
    assert connection.execute_wrappers.count(carry_keys) == 1
