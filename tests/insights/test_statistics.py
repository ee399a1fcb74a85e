"""What is counted, for whom, and that nobody counts what he does not see."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case, InstitutionReferral, Outcome
from backend.cases.services import sharing, steps
from backend.cases.services.steps import Result
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed
from backend.common.kinds import CaseKind
from backend.complaints.models import Satisfaction
from backend.directory.models import Category, Place
from backend.insights.definitions import Statistic
from backend.insights.questions import asked
from backend.insights.services.statistics import MADE_BY, table_of
from backend.partners.actors import actor_of
from backend.partners.roles import Role
from tests.casework import answered, opened, sent
from tests.factories.partners import member


def told(table) -> dict[str, list]:
    """Rows by code; a hidden number is "–"."""
    return {line.code: ["–" if cell.is_hidden else cell.value for cell in line.cells] for line in table.rows}


def total(table) -> list:
    return ["–" if cell.is_hidden else cell.value for cell in table.total.cells]


def asking(person, statistic, **changes):
    return table_of(statistic, asked(actor_of(person), **changes))


def at(case: Case, moment: datetime) -> Case:
    Case.objects.filter(pk=case.pk).update(opened_at=moment)
    return case


@pytest.fixture
def six_cases(new_case):
    """Five of a public service, one of corruption."""
    return [*(new_case() for _ in range(5)), new_case(kind=CaseKind.CORRUPTION)]


def test_cases_are_counted_by_kind_and_by_stage(six_cases, arta):
    opened(six_cases[0], arta)
    assert told(asking(arta, Statistic.CASES_BY_KIND, interval="year")) == {
        "public_service": [5],
        "corruption": [1],
        "judiciary": [0],
        "information_request": [0],
    }
    stages = told(asking(arta, Statistic.CASES_BY_STAGE, interval="year"))
    assert (stages["intake"], stages["referral"]) == ([5], [1])


def test_months_are_those_of_the_partners_own_time_zone(new_case, arta):
    """Half past eleven at night in London is already the next month in Tirana."""
    at(new_case(), datetime(2025, 6, 30, 21, 59, tzinfo=UTC))
    at(new_case(), datetime(2025, 6, 30, 22, 1, tzinfo=UTC))
    at(new_case(), datetime(2025, 12, 31, 22, 59, tzinfo=UTC))
    at(new_case(), datetime(2025, 12, 31, 23, 1, tzinfo=UTC))
    table = asking(arta, Statistic.CASES_BY_KIND, date_from=date(2025, 1, 1))
    months = {column.code: cell.value for column, cell in zip(table.columns, table.total.cells, strict=True)}
    assert (months["2025-06"], months["2025-07"], months["2025-12"], months["all"]) == (1, 1, 1, 3)


def test_a_place_contains_those_within_it(new_case, arta):
    country = Place.objects.create(
        code="al", level="country", country="AL", names={"en": "Albania"}, path="al/"
    )
    Place.objects.create(
        code="al-puke",
        level="municipality",
        country="AL",
        names={"en": "Pukë"},
        path="al/al-puke/",
        parent=country,
    )
    new_case(place="al-puke")
    new_case(place="al")
    new_case()
    table = asking(arta, Statistic.CASES_BY_PLACE, interval="year")
    assert [(line.code, line.depth, line.cells[0].value) for line in table.rows] == [
        ("al", 0, 2),
        ("al-puke", 1, 1),
        ("", 0, 1),
    ]
    assert total(table) == [3]


def test_a_category_contains_those_below_it(new_case, arta, delay):
    below = Category.objects.create(
        code="delay-permit",
        kinds=[*CaseKind.values],
        labels={"en": "Permit"},
        path="delay/delay-permit/",
        parent=delay,
    )
    new_case(category=below.code)
    new_case()
    table = asking(arta, Statistic.CASES_BY_CATEGORY, interval="year")
    assert told(table) == {"delay": [2], "delay-permit": [1]}


def test_overdue_is_what_is_worked_and_late(new_case, arta):
    today = clock.today("Europe/Tirane")
    for days in (0, 1, 7, 8, 31, 91):
        Case.objects.filter(pk=opened(new_case(), arta).pk).update(due_at=today - timedelta(days=days))
    table = asking(arta, Statistic.OVERDUE)
    assert {code: cells[-1] for code, cells in told(table).items()} == {
        "no_term": 0,
        "in_time": 1,
        "up_to_7": 2,
        "up_to_30": 1,
        "up_to_90": 1,
        "longer": 1,
    }


def test_outcomes_tell_for_how_many_a_change_was_described_and_what_money_came(new_case, arta):
    for impact, money in (("Sporteli është hapur.", 120), ("", None)):
        case = opened(new_case(), arta)
        currency = "EUR" if money else ""
        result = Result(
            outcome=Outcome.REMEDIED,
            words="U zgjidh.",
            impact=impact,
            value_recovered=money,
            value_currency=currency,
        )
        steps.resolve(case.pk, result=result, expected=None, actor=actor_of(arta))
    assert told(asking(arta, Statistic.OUTCOMES))["remedied"] == [2, 1]
    assert told(asking(arta, Statistic.VALUE_RECOVERED)) == {"EUR": [1, 120]}


def test_satisfaction_is_counted_by_score(new_case, arta):
    for score in (5, 5, 2):
        complaint = new_case().complaint
        Satisfaction.objects.create(
            complaint=complaint,
            data_key=complaint.data_key,
            outcome=score,
            process=4,
            felt_safe=score > 2 or None,
        )
    assert told(asking(arta, Statistic.SATISFACTION)) == {
        "outcome": [0, 1, 0, 0, 2, 3, 4.0],
        "process": [0, 0, 0, 3, 0, 3, 4.0],
    }
    assert told(asking(arta, Statistic.SAFETY))["felt_safe"] == [2, 0, 1, 3]


def test_institutions_are_measured_by_letters_answered_late_and_not_at_all(
    new_case, arta, cadastre, ten_days
):
    case, today = opened(new_case(), arta), clock.today("Europe/Tirane")
    for days_ago, took in ((4, 4), (6, 6), (15, 15), (12, None), (3, None)):
        referral = sent(case, arta, deadline_rule=ten_days)
        if took is not None:
            answered(referral, arta)
        # As if it had left so many days ago: the case was received today.
        left = today - timedelta(days=days_ago)
        kept = InstitutionReferral.objects.filter(pk=referral.pk)
        kept.update(sent_on=left, due_at=left + timedelta(days=10))
    codes = [column.code for column in asking(arta, Statistic.RESPONSE_TIMES).columns]
    first = clock.today("Europe/Tirane") - timedelta(days=60)
    table = asking(arta, Statistic.RESPONSE_TIMES, date_from=first, date_to=first + timedelta(days=90))
    assert dict(zip(codes, told(table)[cadastre.code], strict=True)) == {
        "sent": 5,
        "in_time": 2,
        "late": 1,
        "no_term": 0,
        "silent": 1,
        "waiting": 1,
        "passed_on": 0,
        "in_time_rate": 50,
        "silence_rate": 25,
        "median_days": 6,
    }


class TestWhoCounts:
    @pytest.mark.parametrize("statistic", Statistic)
    def test_nobody_counts_the_cases_of_another_partner(self, statistic, new_case, arta, nino):
        case = opened(new_case(), arta)
        sent(case, arta)
        assert not any(cell.value for line in asking(nino, statistic).rows for cell in line.cells)

    def test_a_shared_case_counts_where_it_is_owned(self, new_case, besa, arta, nino, partner_b):
        case = opened(new_case(), arta)
        sharing.share(case.pk, partner=partner_b, actor=actor_of(besa))
        assert total(asking(nino, Statistic.CASES_BY_KIND, interval="year")) == [0]

    def test_a_restricted_case_counts_for_those_who_are_named_on_it(self, new_case, besa, arta):
        case = opened(new_case(), arta)
        sharing.restrict(case.pk, people=[besa], expected=None, actor=actor_of(besa))
        assert total(asking(besa, Statistic.CASES_BY_KIND, interval="year")) == [1]
        assert total(asking(arta, Statistic.CASES_BY_KIND, interval="year")) == [0]

    def test_what_counts_is_what_is_seen(self, new_case, besa, arta, observer, admin, nino, partner_a):
        cases = [new_case() for _ in range(3)]
        sharing.restrict(cases[0].pk, people=[besa], expected=None, actor=actor_of(besa))
        for person in (besa, arta, observer, admin, nino):
            actor = actor_of(person)
            seen = Case.objects.visible_to(actor).filter(owner=partner_a)
            assert set(Case.objects.visible_in(partner_a.pk, actor)) == set(seen)

    def test_rank_counts_nothing(self, six_cases, admin, outsider, ilir):
        for person in (admin, outsider, ilir):
            with pytest.raises(NotAllowed):
                asked(actor_of(person))

    def test_of_another_partner_one_may_not_even_ask(self, six_cases, arta, partner_b):
        with pytest.raises(NotAllowed):
            asked(actor_of(arta), partner="akt")
        with pytest.raises(NotAllowed):
            asked(actor_of(arta), partner="nobody")

    def test_who_works_in_several_partners_says_of_which(self, arta, partner_b):
        member(partner_b, Role.CASEWORKER, user=arta)
        with pytest.raises(Invalid):
            asked(actor_of(arta))
        assert asked(actor_of(arta), partner="akt").partner == partner_b


class TestObserver:
    def test_small_numbers_are_hidden_and_so_is_what_would_tell_them(self, six_cases, new_case, observer):
        [new_case(kind=CaseKind.JUDICIARY) for _ in range(7)]
        table = asking(observer, Statistic.CASES_BY_KIND)
        assert told(table) == {
            "public_service": ["–"],
            "corruption": ["–"],
            "judiciary": [7],
            "information_request": ["–"],
        }
        assert total(table) == [13]

    @pytest.mark.parametrize("statistic", Statistic)
    def test_no_statistic_shows_a_small_number(self, statistic, six_cases, arta, observer):
        sent(opened(six_cases[0], arta), arta)
        table = asking(observer, statistic)
        counted = [place for place, column in enumerate(table.columns) if column.measure == "count"]
        lines = [*table.rows, *([table.total] if table.total else [])]
        assert not [line for line in lines for place in counted if 0 < (line.cells[place].value or 0) < 5]

    def test_rows_of_an_open_list_that_are_hidden_are_not_even_named(self, six_cases, new_case, observer):
        table = asking(observer, Statistic.CASES_BY_PLACE)
        assert [line.code for line in table.rows] == [""]

    def test_only_whole_years_can_be_asked_for(self, six_cases, observer):
        """January to June less January to May would be June."""
        for last in (date(2026, 5, 31), date(2026, 12, 30), date(2027, 12, 31)):
            with pytest.raises(Invalid) as refused:
                asked(actor_of(observer), date_from=date(2026, 1, 1), date_to=last)
            assert refused.value.errors[0].code == "whole_year"

    def test_a_finer_interval_than_the_year_tells_nothing_more(self, six_cases, observer):
        table = asking(observer, Statistic.CASES_BY_KIND, interval="month")
        assert [column.code for column in table.columns] == ["all"]


class TestDownloads:
    def test_a_sheet_leaves_after_an_audit_line(self, api, six_cases, arta, partner_a):
        answer = api(arta).get("/statistics/cases-by-kind/", {"format": "csv", "interval": "year"})
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.content.decode().startswith("\ufeffKind,Cases\r\nPublic service,5\r\n")
        (line,) = AuditEvent.objects.filter(action="statistics.downloaded")
        assert line.target_id == partner_a.pk
        assert line.facts["statistic"] == "cases-by-kind"

    def test_a_program_asks_by_content_type(self, client_of, partner_a, six_cases):
        answer = client_of(partner_a, Role.CASEWORKER, ["cases:read"]).get(
            "/statistics/cases-by-kind/",
            HTTP_ACCEPT="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
        assert answer.content[:2] == b"PK"

    def test_reading_on_the_screen_leaves_none(self, api, six_cases, arta):
        assert api(arta).get("/statistics/cases-by-kind/").status_code == 200
        assert not AuditEvent.objects.filter(action="statistics.downloaded").exists()

    def test_a_refusal_is_a_problem_whatever_was_asked_for(self, api, admin):
        answer = api(admin).get("/statistics/cases-by-kind/", {"format": "xlsx"})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")

    def test_an_unknown_statistic_does_not_exist(self, api, arta):
        assert api(arta).get("/statistics/nonsense/").status_code == 404

    def test_every_statistic_is_told_in_words(self, api, arta):
        told_of = api(arta).get("/statistics/").json()["results"]
        assert [one["code"] for one in told_of] == [one.value for one in MADE_BY]
        assert all(len(one["definition"]) > 40 for one in told_of)
