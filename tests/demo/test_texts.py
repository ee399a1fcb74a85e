"""The words of the demonstration: real codes, the right scripts, enough of them, nobody real in them."""

import re
import unicodedata
from collections import Counter

import pytest

from backend.cases.models import InadmissibleReason, JudiciaryDetail, Outcome, Severity
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Vulnerability
from backend.demo.texts import Wording, name_pools, network, phrases, routes, wordings
from backend.partners.roles import Role
from tests.demo.directory_files import codes, rows

TOLD = wordings()
each_wording = pytest.mark.parametrize("wording", TOLD, ids=[f"{one.key}@{one.place}" for one in TOLD])


@each_wording
def test_every_code_of_a_complaint_is_in_the_directory(wording: Wording) -> None:
    assert wording.place in codes("places")
    assert wording.institution in codes("institutions")
    assert wording.category in codes("categories")
    assert wording.kind in rows("categories")[wording.category]["kinds"].split(";")
    assert rows("institutions")[wording.institution]["country"] == wording.country
    if wording.court:
        assert rows("institutions")[wording.court["code"]]["kind"] == "court"


@each_wording
def test_every_word_of_a_list_is_one_that_the_product_knows(wording: Wording) -> None:
    assert wording.kind in CaseKind.values
    assert wording.language in Language.values
    assert wording.complainant in ComplainantKind.values
    assert wording.severity.upper() in Severity.names
    assert set(wording.vulnerability) <= set(Vulnerability.values)
    assert set(wording.partners) <= {one.slug for one in network().organisations}
    if wording.is_admissible:
        assert wording.outcome in Outcome.values
    else:
        assert wording.inadmissible in InadmissibleReason.values
    if wording.court:
        assert wording.court["instance"] in JudiciaryDetail.Instance.values
        assert wording.court["matter"] in JudiciaryDetail.Matter.values
        assert wording.court["violation"] in JudiciaryDetail.Violation.values


@each_wording
def test_a_complaint_is_told_to_its_end_and_fits_where_it_is_kept(wording: Wording) -> None:
    needed = ("question", "answer", "reply", "outcome_text") if wording.is_admissible else ("advice", "note")
    for name in ("narrative", "wish", "summary", *needed):
        text = getattr(wording, name)
        assert text.strip() == text != ""
        assert not re.search(r"[{}]", text)
    assert 2 <= len(re.findall(r"[.!?…](?=\W|$)", wording.narrative)) <= 12
    assert len(wording.summary) <= 500
    assert all(len(tag) <= 40 for tag in wording.tags)
    assert wording.notes or not wording.is_admissible
    assert bool(wording.court) is (wording.kind == CaseKind.JUDICIARY)
    assert (wording.recovered is None) is (wording.currency == "")


@each_wording
def test_a_complaint_is_in_its_language_and_script(wording: Wording) -> None:
    script = {"sr-Cyrl": "CYRILLIC", "ka": "GEORGIAN"}.get(wording.language, "LATIN")
    for text in (wording.narrative, wording.wish, wording.question, wording.answer, wording.outcome_text):
        if wording.is_admissible or text in (wording.narrative, wording.wish):
            assert _scripts(text) == {script}
    assert "CYRILLIC" not in _scripts(wording.summary), "the partner works in Latin script"


def _scripts(text: str) -> set[str]:
    return {unicodedata.name(char).split()[0] for char in text if char.isalpha()}


def test_there_are_more_than_forty_different_complaints_in_all_languages() -> None:
    entries = Counter(language for _key, language in {(one.key, one.language) for one in TOLD})
    assert entries.total() >= 60
    assert set(entries) == set(Language.values)
    assert all(entries[language] >= 12 for language in ("sq", "sr-Latn", "sr-Cyrl", "ka"))
    assert {one.kind for one in TOLD} == set(CaseKind.values)


def test_no_complaint_is_written_twice() -> None:
    # The same words in two places would look like a mistake in a list of cases.
    by_narrative = Counter(one.narrative for one in TOLD if one.is_admissible)
    assert [text[:40] for text, times in by_narrative.items() if times > 1] == []


def test_every_partner_has_every_role() -> None:
    for one in network().organisations:
        held = {role for person in one.staff for role in person.roles}
        assert held == set(Role.values)


def test_some_people_have_two_roles_and_one_works_for_two_partners() -> None:
    staff = [person for one in network().organisations for person in one.staff]
    assert sum(len(person.roles) > 1 for person in staff) >= 3
    assert Counter(person.email for person in staff).most_common(1)[0][1] == 2


def test_every_address_is_one_that_can_belong_to_nobody() -> None:
    whole = network()
    people = [whole.administrator, *(person for one in whole.organisations for person in one.staff)]
    for person in people:
        assert re.fullmatch(r"[a-z]+@([a-z]+\.)+example\.(org|net)", person.email)
    for one in whole.organisations:
        assert re.fullmatch(r"https://[a-z]+\.example\.org", one.website)
    for pool in name_pools().values():
        # No country numbers its telephones with so many noughts.
        assert re.search(r" 0000? 00|00 00\d ", pool.phone)


def test_what_is_said_in_every_case_is_said_in_every_language() -> None:
    assert set(phrases()["ending"]) == set(phrases()["from_complainant"]) == set(Language.values)
    working = {one.working_language for one in network().organisations}
    assert set(phrases()["at_work"]) == working
    for languages in phrases().values():
        assert len({frozenset(texts) for texts in languages.values()}) == 1


def test_every_route_leads_to_a_body_and_counts_with_a_rule_of_that_country() -> None:
    assert set(routes()) == {(country, kind) for country in ("AL", "XK", "GE") for kind in CaseKind.values}
    for (country, _kind), route in routes().items():
        assert rows("institutions")[route.next]["country"] == country
        for rule in filter(None, (route.rule, route.next_rule)):
            assert rows("deadline_rules")[rule]["country"] == country
        assert bool(route.rule) is bool(route.term_days)
