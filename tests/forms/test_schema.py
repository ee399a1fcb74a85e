"""What a form may say: the shipped form is one, and each mistake is told at its place with its code."""

import sys
from pathlib import Path

import pytest
from django.conf import settings

from backend.cases.models import JudiciaryDetail
from backend.common.errors import Invalid
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints import words as longest
from backend.complaints.models import ComplainantKind, Complaint, Consent, ContactWish, Vulnerability
from backend.forms.core import CORES, PURPOSES
from backend.forms.form import Form
from backend.forms.schema import check_schema
from backend.forms.services.shipped import shipped_schema
from tests.factories.forms import asking, question, schema, section, with_own_questions, words

TITLE = "schema.sections.0.title.ka"
WISH = "schema.sections.5.questions.0."
COURT = "schema.sections.3.questions."
IS_JUDICIARY = {"question": "kind", "is": ["judiciary"]}


def told(described):
    """(place, code) of all that is wrong with a schema."""
    with pytest.raises(Invalid) as wrong:
        check_schema(described)
    return [(error.field, error.code) for error in wrong.value.errors]


def codes(described):
    return {code for _place, code in told(described)}


# The shipped form


def test_the_shipped_form_is_valid():
    check_schema(shipped_schema())


def test_the_shipped_form_asks_every_core_question():
    assert set(Form.of(shipped_schema()).by_core) == set(CORES)


def test_the_shipped_form_speaks_all_five_languages_everywhere():
    texts = list(_labels(shipped_schema()))
    assert len(texts) > 100
    for labels in texts:
        assert set(labels) == set(Language.values)
        assert labels["sr-Latn"] != labels["en"] or labels["sq"] != labels["en"], labels


def test_serbian_is_the_same_in_both_scripts():
    sys.path.insert(0, str(Path(settings.BASE_DIR, "deploy", "dev")))
    from cyrillic import in_cyrillic

    for labels in _labels(shipped_schema()):
        latin = labels["sr-Latn"].replace("{partner}", "")
        assert labels["sr-Cyrl"].replace("{partner}", "") == in_cyrillic(latin)


def _labels(part):
    if isinstance(part, list):
        for one in part:
            yield from _labels(one)
    elif isinstance(part, dict):
        if set(part) & set(Language.values):
            yield part
        else:
            for one in part.values():
                yield from _labels(one)


# The words of the core are those of the models above


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("complainant_kind", ComplainantKind),
        ("kind", CaseKind),
        ("contact_wish", ContactWish),
        ("vulnerability", Vulnerability),
        ("judiciary.instance", JudiciaryDetail.Instance),
        ("judiciary.matter", JudiciaryDetail.Matter),
        ("judiciary.violation", JudiciaryDetail.Violation),
    ],
)
def test_the_core_knows_the_words_of_the_models(name, choices):
    assert set(CORES[name].values) == set(choices.values)


def test_no_answer_is_longer_than_where_it_is_kept():
    detail = JudiciaryDetail._meta
    assert CORES["narrative"].longest == longest.LONGEST_NARRATIVE
    assert CORES["wish"].longest == longest.LONGEST_WISH
    assert CORES["contact_note"].longest == longest.LONGEST_CONTACT_NOTE
    for name in ("stage_of_proceedings", "case_number", "person"):
        assert CORES[f"judiciary.{name}"].longest == detail.get_field(name).max_length


def test_consents_of_forms_are_purposes_of_consents():
    assert set(PURPOSES) <= set(Consent.Purpose.values)
    assert Complaint._meta.get_field("form").null


# Mistakes


def _drop(described, name):
    for part in described["sections"]:
        part["questions"] = [one for one in part["questions"] if one["name"] != name]
    described["sections"] = [part for part in described["sections"] if part["questions"]]


def _move_to_front(described, name):
    part = section(described, name)
    described["sections"].remove(part)
    described["sections"].insert(0, part)


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (lambda s: s.pop("languages"), "schema.languages", "required"),
        (lambda s: s.update(languages=[]), "schema.languages", "required"),
        (lambda s: s.update(languages=["fi"]), "schema.languages", "unknown"),
        (lambda s: s.update(languages=["sq", "sq"]), "schema.languages", "duplicate"),
        (lambda s: s.update(kinds="corruption"), "schema.kinds", "invalid"),
        (lambda s: s.update(places=[]), "schema.places", "required"),
        (lambda s: s.update(places=["al-puke", "al-puke"]), "schema.places", "duplicate"),
        (lambda s: s.update(extra=1), "schema.extra", "unknown_field"),
        (lambda s: s.update(sections={}), "schema.sections", "invalid"),
        (lambda s: s.update(sections=[1]), "schema.sections.0", "invalid"),
        (lambda s: s["sections"][0].pop("title"), "schema.sections.0.title", "required"),
        (lambda s: s["sections"][0]["title"].pop("ka"), TITLE, "required"),
        (lambda s: s["sections"][0]["title"].update(ka=" "), TITLE, "required"),
        (lambda s: s["sections"][0]["title"].update(ka=7), TITLE, "required"),
        (lambda s: s["sections"][0]["title"].update(ka="a\0"), TITLE, "invalid_characters"),
        (lambda s: s["sections"][0]["title"].update(ka="x" * 301), TITLE, "too_long"),
        (lambda s: s["sections"][0].update(name="Way"), "schema.sections.0.name", "invalid"),
        (lambda s: s["sections"][0].update(name="review"), "schema.sections.0.name", "duplicate"),
        (lambda s: s["sections"][1].update(name="way"), "schema.sections.1.name", "duplicate"),
        (lambda s: asking(s, "wish").update(name="story-1"), WISH + "name", "invalid"),
        (lambda s: asking(s, "wish").update(name="step"), WISH + "name", "duplicate"),
        (lambda s: asking(s, "wish").update(name="kind"), WISH + "name", "duplicate"),
        (lambda s: asking(s, "wish").update(type="html"), WISH + "type", "unknown"),
        (lambda s: asking(s, "wish").update(core="state"), WISH + "core", "unknown"),
        (lambda s: asking(s, "wish").update(core=[]), WISH + "core", "unknown"),
        (lambda s: asking(s, "wish").update(type="date"), WISH + "type", "form.other_type"),
        (lambda s: asking(s, "wish").update(longest=4_001), WISH + "longest", "too_long"),
        (lambda s: asking(s, "wish").update(longest=True), WISH + "longest", "invalid"),
        (lambda s: asking(s, "wish").update(most=3), WISH + "most", "unknown_field"),
        (lambda s: asking(s, "court_months").update(least=-1), COURT + "6.least", "invalid"),
        (lambda s: asking(s, "kind").update(options=[]), "schema.sections.2.questions.0.options", "required"),
        (
            lambda s: asking(s, "kind")["options"][0].update(value="other"),
            "schema.sections.2.questions.0.options.0.value",
            "unknown",
        ),
        (
            lambda s: asking(s, "kind")["options"].pop(),
            "schema.sections.2.questions.0.options",
            "form.option_missing",
        ),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_its_code(change, place, code):
    assert (place, code) in told(schema(change))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda s: _drop(s, "narrative"), "form.core_missing"),
        (lambda s: _drop(s, "consents"), "form.core_missing"),
        (lambda s: _drop(s, "name"), "form.name_missing"),
        (lambda s: _drop(s, "email"), "form.detail_missing"),
        (lambda s: s["consents"].pop(0), "form.processing_missing"),
        (lambda s: s["consents"][1].update(required=True), "form.consent_is_free"),
        (lambda s: _move_to_front(s, "contact"), "form.comes_later"),
        (lambda s: _move_to_front(s, "where"), "form.comes_later"),
        (lambda s: _move_to_front(s, "court"), "form.comes_later"),
        (lambda s: _move_to_front(s, "consents"), "form.comes_later"),
        (lambda s: section(s, "contact").update(when=IS_JUDICIARY), "form.always_asked"),
        (lambda s: asking(s, "email").update(when=IS_JUDICIARY), "form.always_asked"),
        (lambda s: section(s, "story").update(when=IS_JUDICIARY), "form.always_asked"),
        (lambda s: asking(s, "complainant_kind")["options"].pop(), "form.option_missing"),
        (lambda s: asking(s, "contact_wish")["options"].pop(0), "form.option_missing"),
    ],
)
def test_no_form_takes_away_what_protects_a_complainant(change, code):
    assert code in codes(schema(change))


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ({"question": "later", "is": ["x"]}, "form.not_earlier"),
        ({"question": "own", "is": ["x"]}, "form.not_earlier"),
        ({"question": "beside", "is": ["yes"]}, "form.not_earlier"),
        ({"question": "narrative", "is": ["x"]}, "form.not_earlier"),
        ({"question": ["kind"], "is": ["x"]}, "form.not_earlier"),
        ({"question": "kind", "is": ["weather"]}, "unknown"),
        ({"question": "kind", "is": [["judiciary"]]}, "unknown"),
        ({"question": "kind", "is": []}, "required"),
        ({"question": "kind", "is": "judiciary"}, "invalid"),
        ({"question": "kind"}, "invalid"),
        ({"question": "kind", "is": ["judiciary"], "not": {}}, "invalid"),
        ({}, "invalid"),
        ([], "invalid"),
        ("true", "invalid"),
        ({"all": []}, "required"),
        ({"all": {}}, "invalid"),
        ({"not": {"not": {"not": {"not": IS_JUDICIARY}}}}, "too_deep"),
        ({"any": [{"all": [IS_JUDICIARY] * 20}] * 20}, "too_deep"),
    ],
)  # fmt: skip
def test_a_condition_looks_at_earlier_answers_that_there_can_be(condition, code):
    described = with_own_questions(
        question("beside", "yes_no"), question("own", when=condition), question("other", required=condition)
    )
    later = {"name": "z", "title": words("z"), "questions": [question("later", "yes_no")]}
    described["sections"].insert(-1, later)
    assert code in codes(described)


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, [[[]]], {"sections": None}, True, 1.5])
def test_what_is_no_schema_is_refused(junk):
    assert told(junk)


def test_what_is_too_large_is_not_looked_at():
    assert told(schema(lambda s: s.update(extra="x" * 500_000))) == [("schema", "too_large")]
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    assert told(schema(lambda s: s.update(extra=nested))) == [("schema", "too_large")]


def test_a_form_may_be_small():
    def only_what_must_be(described):
        described["sections"] = [
            part for part in described["sections"] if part["name"] in ("way", "story", "kind", "consents")
        ]
        way = asking(described, "complainant_kind")
        way["options"] = [one for one in way["options"] if one["value"] == "anonymous"]
        described["consents"] = described["consents"][:1]

    check_schema(schema(only_what_must_be))


def test_a_partner_may_speak_fewer_languages():
    check_schema(schema(lambda described: described.update(languages=["ka"])))
