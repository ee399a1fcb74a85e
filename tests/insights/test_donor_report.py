"""The donor report: printed pages with the partner's name, in five languages, without anything small."""

import pytest
from pypdfium2 import PdfDocument

from backend.audit.models import AuditEvent
from backend.cases.services import sharing
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.correspondence.services.letterheads import change_letterhead
from backend.partners.actors import actor_of


def words(answer) -> str:
    assert answer.status_code == 200
    pages = PdfDocument(answer.content)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.fixture
def some_cases(new_case):
    return [*(new_case() for _ in range(6)), *(new_case(kind=CaseKind.CORRUPTION) for _ in range(2))]


def test_it_carries_the_partners_letterhead_and_the_period(api, besa, some_cases):
    names = {"names": {"en": "People in Focus, Tirana"}}
    change_letterhead("pif", changes=names, expected=None, actor=actor_of(besa))
    told = words(api(besa).get("/donor-report/", {"language": "en"}))
    year = clock.today("Europe/Tirane").year
    assert "People in Focus, Tirana" in told
    assert f"1 January {year} – 31 December {year}" in told


def test_small_numbers_stand_in_no_report_whoever_makes_it(api, besa, some_cases, new_case):
    [new_case(kind=CaseKind.JUDICIARY) for _ in range(7)]
    told = words(api(besa).get("/donor-report/", {"language": "en"}))
    assert "Courts and prosecution 7" in told
    assert "Corruption 2" not in told
    assert "Public service 6" not in told


def test_a_restricted_case_stands_in_no_report_also_of_those_who_are_named(api, besa, some_cases):
    sharing.restrict(some_cases[0].pk, people=[besa], expected=None, actor=actor_of(besa))
    told = words(api(besa).get("/donor-report/", {"language": "en"}))
    assert "7 cases received" in told


@pytest.mark.parametrize("language", Language)
def test_it_is_made_in_every_language(api, besa, some_cases, language):
    assert "8" in words(api(besa).get("/donor-report/", {"language": language.value}))


def test_it_leaves_an_audit_line(api, besa, some_cases, partner_a):
    api(besa).get("/donor-report/", {"language": "sq"})
    (line,) = AuditEvent.objects.filter(action="statistics.report_made")
    assert (line.target_id, line.facts["language"]) == (partner_a.pk, "sq")


def test_who_sees_numbers_only_makes_none(api, observer, some_cases):
    """Of two reports over overlapping periods a hidden number would be the difference."""
    assert api(observer).get("/donor-report/").status_code == 403


def test_a_report_on_nothing_is_a_report(api, besa):
    assert "0 cases received" in words(api(besa).get("/donor-report/", {"language": "en"}))
