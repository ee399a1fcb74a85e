"""What is held in memory of the directory: right for this process, soon right for others."""

import pytest
from django.core.cache import cache

from backend.common.errors import Invalid
from backend.directory import lookups
from backend.directory.models import Category, Place


def test_names_and_codes_by_id_and_by_code(bodies, terms, django_assert_num_queries):
    entry = lookups.institution_of("al-ombudsman")
    assert lookups.institutions.with_id(bodies.ombudsman.pk) is entry
    assert (entry.accepts_anonymous, entry.kind, entry.country) == (True, "ombudsman", "AL")
    assert lookups.place_of("xk-prishtine").names["sr-Latn"] == "Priština"
    assert lookups.category_of("bribery").kinds == ("corruption", "judiciary")
    with django_assert_num_queries(0):
        for _ in range(30):
            assert lookups.institutions.with_id(bodies.ombudsman.pk).name
            assert lookups.place_of("al").name
            assert lookups.category_ids_under("services")


def test_a_subtree_is_a_few_ids(puke, terms):
    assert set(lookups.place_ids_under("al-shkoder")) == {puke.shkoder.pk, puke.puke.pk, puke.qelez.pk}
    assert lookups.place_ids_under("al-shkoder-puke-qelez") == (puke.qelez.pk,)
    assert set(lookups.category_ids_under("services")) == {terms.services.pk, terms.delay.pk}
    assert lookups.category_ids_for("judiciary") == (terms.bribery.pk,)


@pytest.mark.parametrize(
    ("ask", "field", "code"),
    [
        (lookups.place_of, "place", "unknown_place"),
        (lookups.place_ids_under, "place", "unknown_place"),
        (lookups.institution_of, "institution", "unknown_institution"),
        (lookups.category_of, "category", "unknown_category"),
        (lookups.category_ids_under, "category", "unknown_category"),
    ],
)
@pytest.mark.parametrize("nonsense", ["nowhere", "", "a\u0000", "\ud800", "x" * 10_000, "AL", "al\n"])
def test_an_unknown_code_is_an_error_of_its_field(puke, ask, field, code, nonsense):
    with pytest.raises(Invalid) as refused:
        ask(nonsense)
    assert [(error.field, error.code) for error in refused.value.errors] == [(field, code)]


def test_an_unknown_code_costs_one_look_and_no_new_reading(puke, django_assert_num_queries):
    lookups.place_of("al")
    with django_assert_num_queries(1), pytest.raises(Invalid):
        lookups.place_of("nowhere")


def test_what_another_process_added_is_found(puke):
    lookups.place_of("al")
    added = Place.objects.create(
        code="al-new",
        parent=puke.albania,
        level="region",
        country="AL",
        names={"sq": "E re"},
        path="al/al-new/",
    )
    assert lookups.places.with_id(added.pk).code == "al-new"
    later = Category.objects.create(code="later", kinds=[], labels={"en": "Later"}, path="later/")
    assert lookups.category_ids_under("later") == (later.pk,)


def test_what_another_process_changed_is_seen_when_the_token_is_gone(puke):
    assert lookups.place_of("al").names["sq"] == "Shqipëri"
    Place.objects.filter(code="al").update(names={"sq": "Shqipëria"})
    assert lookups.place_of("al").names["sq"] == "Shqipëri"
    cache.clear()
    assert lookups.place_of("al").names["sq"] == "Shqipëria"


def test_an_id_that_no_row_has_is_an_error(db):
    with pytest.raises(KeyError):
        lookups.places.with_id(10**9)
