"""Needs and target groups: in everybody's language, suggested by what a case is about."""

from urllib.parse import quote

import pytest

from backend.common.languages import Language
from backend.directory import lookups
from backend.directory.models import Category, CategoryNeed, Need, TargetGroup
from backend.directory.services.loading import load_directory
from backend.partners.actors import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped(db):
    load_directory(actor=Actor.system())
    return Need.objects


def found(response):
    assert response.status_code == 200, response.content
    return [row["code"] for row in response.json()["results"]]


def test_the_shipped_terms_speak_all_five_languages(shipped):
    terms = [*Need.objects.all(), *TargetGroup.objects.all()]
    assert len(terms) >= 40
    assert [term.code for term in terms if set(term.names) != set(Language.values)] == []


@pytest.mark.parametrize(
    "word", ["ndihme juridike", "правна помоћ", "pravna pomoc", "იურიდიული", "legal aid"]
)
def test_a_need_is_found_in_any_script(shipped, anonymous, word):
    assert "legal_aid" in found(anonymous.get(f"/needs/?search={quote(word)}"))


def test_a_category_suggests_its_own_needs_before_those_of_the_categories_above(shipped):
    category = lookups.category_of("civil_status_documents")
    codes = [need.code for need in lookups.needs_suggested_by(category.id)]
    assert codes == ["documents_and_registration", "legal_aid"]


def test_the_suggestions_of_a_category_are_listed(shipped, anonymous):
    assert "shelter" in found(anonymous.get("/needs/?category=violence_victims_support"))
    assert "shelter" not in found(anonymous.get("/needs/?category=electricity"))


def test_a_suggestion_names_a_category_and_a_need_that_are_there(shipped):
    assert CategoryNeed.objects.count() >= 30
    assert Category.objects.filter(needs__code="whistleblower_support").get().code == "corruption"


def test_anybody_reads_one_term(shipped, anonymous):
    need = anonymous.get("/needs/shelter/", language="sr-Cyrl").json()
    assert (need["name"], need["is_active"]) == ("Сигурна кућа", True)
    group = anonymous.get("/target-groups/children/", language="sq").json()
    assert group["name"] == "Fëmijët"
    assert anonymous.get("/needs/nothing/").status_code == 404
