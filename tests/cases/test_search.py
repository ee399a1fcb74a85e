"""Search: any script, beginnings of words before fragments, only what the actor reads, never a failure."""

from typing import Any

import pytest
from django.db import connection

from backend.cases.models import Case, CaseSearch, ReferenceCounter, Tag
from backend.cases.page import CaseFilters, count_of_cases, page_of_cases
from backend.cases.search import MOST_WORDS, postgres, query_of, rows_for, token
from backend.cases.services import work
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.factories import complaints as around
from tests.factories.cases import CaseFactory

NONE = CaseFilters()
WAYS = ("few cases are read", "many cases are asked by word") if connection.vendor == "postgresql" else ("",)


@pytest.fixture(autouse=True, params=WAYS)
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL looks in another way where there are many cases; what is found is the same."""
    if request.param.startswith("many"):
        monkeypatch.setattr(postgres, "FEW", -1)


def found(user: User, search: str, filters: CaseFilters = NONE, **asked: Any) -> list[Any]:
    return [row["id"] for row in page_of_cases(actor_of(user), filters, search=search, **asked).rows]


@pytest.mark.parametrize("written", ["Priština", "Приштина", "Prishtinë", "Prishtina"])
@pytest.mark.parametrize("asked", ["priština", "ПРИШТИНА", "prishtine", "Prisht", "приш"])
def test_a_name_is_found_in_every_spelling(arta: User, partner_a: Partner, written: str, asked: str) -> None:
    case = CaseFactory(owner=partner_a, summary=f"Ujë në {written}")
    CaseFactory(owner=partner_a, summary="Tiranë")
    assert found(arta, asked) == [case.pk]


def test_a_case_is_found_by_what_its_partner_wrote_and_chose(arta: User, partner_a: Partner) -> None:
    tag = Tag.objects.create(partner=partner_a, name="Kryetari", folded="kryetar")
    case = CaseFactory(
        owner=partner_a,
        reference="PIF-2026-000123",
        former_reference="AKT-2025-000007",
        summary="Vonesë",
        category=around.category("undue-fee"),
        institution=around.institution(),
        place=around.place(),
        tags=[tag],
    )
    CaseFactory(owner=partner_a)
    for asked in (
        "PIF-2026-000123",
        "pif 000123",
        "akt-2025",
        "vones",
        "cadastre",
        "kadast",
        "puke",
        "kryetar",
    ):
        assert found(arta, asked) == [case.pk], asked


def test_all_words_must_fit_in_any_order(arta: User, partner_a: Partner) -> None:
    case = CaseFactory(owner=partner_a, summary="Land certificate late")
    assert found(arta, "certif land") == [case.pk]
    assert found(arta, "certif water") == []


def test_fragments_are_looked_for_where_no_word_begins_so(arta: User, partner_a: Partner) -> None:
    inside, begins = (CaseFactory(owner=partner_a, summary=words) for words in ("Recertified", "Certificate"))
    assert found(arta, "certif") == [begins.pk]
    assert found(arta, "ertif") == [begins.pk, inside.pk]
    assert found(arta, "er") == []


def test_fragments_go_on_over_pages(arta: User, partner_a: Partner) -> None:
    cases = [CaseFactory(owner=partner_a, summary="Certificate") for _ in range(3)]
    page = page_of_cases(actor_of(arta), NONE, search="ertif", size=2)
    rest = page_of_cases(actor_of(arta), NONE, search="ertif", size=2, cursor=page.next)
    assert [row["id"] for row in page.rows + rest.rows] == [case.pk for case in cases[::-1]]
    assert rest.next is None


@pytest.mark.parametrize(
    "asked",
    [
        *("'", '"', "*", "road*", '"road', "NEAR(", "NEAR(road, 2)", "a AND", "OR", "NOT road", "words:road"),
        *(
            "access : x",
            "{words}:road",
            "^road",
            "road & | !",
            "<->",
            ":*",
            "road:*",
            "(",
            "%",
            "_",
            "\\",
            "\x00",
        ),
        *(
            "e" * 500,
            "ab " * 200,
            "💥",
            "\u202eroad",
            "!!!",
            "…",
            "\ud800",
            "' OR 1=1 --",
            "%s",
            "%(x)s",
            "{}",
            ";",
        ),
    ],
)
def test_no_query_fails(arta: User, partner_a: Partner, asked: str) -> None:
    CaseFactory(owner=partner_a, summary="Road")
    actor = actor_of(arta)
    rows = page_of_cases(actor, NONE, search=asked).rows
    assert count_of_cases(actor, NONE, asked) == (len(rows), False)


def test_signs_alone_find_nothing_and_blanks_are_no_search(arta: User, partner_a: Partner) -> None:
    case = CaseFactory(owner=partner_a)
    assert found(arta, "?!") == []
    assert found(arta, "  ") == [case.pk]


def test_only_the_first_words_of_a_long_query_count() -> None:
    query = query_of(" ".join(f"w{number}" for number in range(50)))
    assert query is not None and len(query.words) == MOST_WORDS


def test_access_tokens_cannot_be_searched_for(arta: User, partner_a: Partner) -> None:
    CaseFactory(owner=partner_a, summary="Road")
    for asked in (token(partner_a.pk), partner_a.pk.hex, partner_a.pk.hex[:8], partner_a.pk.hex[4:12]):
        assert found(arta, asked) == []


def test_nobody_finds_what_he_may_not_read(
    nino: User, observer: User, besa: User, arta: User, partner_a: Partner, partner_b: Partner
) -> None:
    CaseFactory(owner=partner_a, summary="Road")
    shared = CaseFactory(owner=partner_a, summary="Road", shared_with=[partner_b])
    secret = CaseFactory(owner=partner_a, summary="Road", named=[besa])
    assert found(nino, "road") == found(nino, "oad") == [shared.pk]
    assert found(observer, "road") == found(observer, "oad") == []
    assert secret.pk in found(besa, "road") and secret.pk not in found(arta, "road")


def test_search_is_narrowed_and_ordered_like_any_list(arta: User, partner_a: Partner) -> None:
    old, new = (CaseFactory(owner=partner_a, summary="Road", state="open") for _ in range(2))
    CaseFactory(owner=partner_a, summary="Road", state="triage")
    narrowed = CaseFilters(states={"open"})
    assert found(arta, "road", narrowed) == [new.pk, old.pk]
    assert found(arta, "road", narrowed, order="opened_at") == [old.pk, new.pk]
    assert found(arta, "road", order="due_at") == []
    assert count_of_cases(actor_of(arta), narrowed, "road") == (2, False)


def test_a_change_is_found_at_once_and_the_old_words_are_not(arta: User, partner_a: Partner) -> None:
    case = CaseFactory(owner=partner_a, summary="Road", state="open")
    work.change_particulars(case.pk, changes={"summary": "Water"}, expected=None, actor=actor_of(arta))
    work.set_tags(case.pk, names=["Mayor"], expected=None, actor=actor_of(arta))
    assert found(arta, "road") == found(arta, "oad") == []
    assert found(arta, "water") == found(arta, "mayor") == found(arta, "ayor") == [case.pk]


def test_rows_written_and_deleted_in_bulk_are_followed(arta: User, partner_a: Partner) -> None:
    case = CaseFactory(owner=partner_a, summary="Road")
    CaseSearch.objects.filter(case=case).update(words="bridge")
    assert found(arta, "bridge") == [case.pk]
    Case.objects.filter(pk=case.pk).delete()
    assert found(arta, "bridge") == found(arta, "ridg") == []


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite looks in one way only")
def test_who_has_many_cases_has_them_asked_by_word(
    partner_a: Partner, partner_b: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "FEW", 10)
    ReferenceCounter.objects.create(partner=partner_a, year=2025, last=6)
    ReferenceCounter.objects.create(partner=partner_b, year=2025, last=11)
    few = rows_for([partner_a.pk], [partner_a.pk]).text
    assert "vector @@" in few
    for many in ([partner_b.pk], [partner_a.pk, partner_b.pk]):
        assert "vector @@" not in rows_for(many, many).text
    ReferenceCounter.objects.create(partner=partner_a, year=2026, last=5)
    assert "vector @@" not in rows_for([partner_a.pk], [partner_a.pk]).text
