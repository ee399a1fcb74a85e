"""Any form that is accepted can be asked and answered; any junk is refused with a code, and never a failure.

Forms are made by chance: sections and questions of every type, conditions on what was asked before; then
broken by chance. Answers are given by chance, too: those of hidden branches never come out.
"""

import copy
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from backend.common import clock
from backend.common.errors import Invalid
from backend.common.languages import Language
from backend.forms.checking import check_answers
from backend.forms.core import CORES
from backend.forms.form import Form, asked, is_empty
from backend.forms.models import FormVersion
from backend.forms.public import written_out
from backend.forms.schema import check_schema
from backend.forms.services.shipped import shipped_schema
from backend.intake.pages import review
from backend.intake.pages.answers import statement_of, take_in
from backend.intake.pages.steps import first_wrong, step_of
from backend.intake.pages.walk import Walk
from backend.intake.services.statement import Statement
from backend.partners.models import Partner
from tests.factories.complaints import category, institution, place
from tests.factories.forms import words

pytestmark = pytest.mark.django_db
TODAY = clock.today("Europe/Tirane")
UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
slow = settings(max_examples=30, deadline=None, suppress_health_check=UNHURRIED)
OWN_TYPES = (
    *("text", "long_text", "choice", "choices", "yes_no", "number", "date", "place", "institution"),
    "files",
)


@pytest.fixture
def partner() -> Partner:
    for kind in ("public_service", "corruption", "judiciary", "information_request"):
        category(f"some-{kind.replace('_', '-')}", kind)
    place("al-puke"), institution("al-cadastre"), institution("al-court", kind="court")
    return Partner(slug="any", name="Any", country="AL", time_zone="Europe/Tirane")


# Forms by chance


def comparisons(earlier: list[dict[str, Any]]) -> Any:
    """Comparisons that an earlier question can be looked at by."""
    values: dict[str, Any] = {
        "yes_no": some.lists(some.booleans(), min_size=1, max_size=2),
        "number": some.lists(some.integers(-5, 5), min_size=1, max_size=3),
        "place": some.just(["al-puke"]),
        "institution": some.just(["al-cadastre"]),
    }

    def on(question: dict[str, Any]) -> Any:
        if question["type"] in ("choice", "choices"):
            offered = [option["value"] for option in question["options"]]
            return some.lists(some.sampled_from(offered), min_size=1, max_size=3)
        return values[question["type"]]

    comparable = [one for one in earlier if one["type"] in (*values, "choice", "choices")]
    return some.one_of([on(one).map(_about(one["name"])) for one in comparable])


def _about(name: str) -> Any:
    return lambda values: {"question": name, "is": values}


def conditions(earlier: list[dict[str, Any]]) -> Any:
    return some.recursive(
        comparisons(earlier),
        lambda inner: some.one_of(
            inner.map(lambda one: {"not": one}),
            some.lists(inner, min_size=1, max_size=2).map(lambda all_: {"all": all_}),
            some.lists(inner, min_size=1, max_size=2).map(lambda any_: {"any": any_}),
        ),
        max_leaves=2,
    )


@some.composite
def questions(draw: Any, number: int, earlier: list[dict[str, Any]]) -> dict[str, Any]:
    kind = draw(some.sampled_from(OWN_TYPES))
    made: dict[str, Any] = {"name": f"own_{number}", "type": kind, "label": words(f"Own {number}")}
    if kind in ("choice", "choices"):
        values = draw(some.lists(some.sampled_from(["a", "b", "c-1", "d_2"]), min_size=1, unique=True))
        made["options"] = [{"value": one, "label": words(one)} for one in values]
    if kind == "number":
        least = draw(some.integers(-5, 5))
        made |= {"least": least, "most": least + draw(some.integers(0, 5))}
    if draw(some.booleans()):
        made["required"] = draw(some.one_of(some.booleans(), conditions(earlier)))
    if draw(some.booleans()):
        made["when"] = draw(conditions(earlier))
    return made


@some.composite
def forms(draw: Any) -> dict[str, Any]:
    """The shipped form with sections of one's own anywhere after the first, some of the old demanded."""
    made = copy.deepcopy(shipped_schema())
    number = 0
    for place_ in draw(some.lists(some.integers(1, 8), max_size=3)):
        earlier = [one for part in made["sections"][:place_] for one in part["questions"]]
        part: dict[str, Any] = {"name": f"part_{number}", "title": words("Part"), "questions": []}
        for _ in range(draw(some.integers(1, 3))):
            part["questions"].append(draw(questions(number, earlier)))
            number += 1
        if draw(some.booleans()):
            part["when"] = draw(conditions(earlier))
        made["sections"].insert(place_, part)
    for part in made["sections"]:
        for one in part["questions"]:
            if one["type"] not in ("consents", "files") and draw(some.integers(0, 3)) == 0:
                one["required"] = True
    return made


# Answers by chance


def answer_to(question: Any) -> Any:
    """An answer that fits the question."""
    least = question.least or 0
    day = some.dates(min_value=TODAY.replace(year=2000), max_value=TODAY)
    letters = some.characters(exclude_categories=["Cc", "Cs"])
    by_type: dict[str, Any] = {
        "text": some.text(letters, max_size=20).map(lambda text: f"x{text}"),
        "yes_no": some.booleans(),
        "number": some.integers(least, least if question.most is None else question.most),
        "date": day.map(lambda told: told.isoformat()),
        "place": some.just("al-puke"),
        "institution": some.just("al-court" if question.core == "judiciary.court" else "al-cadastre"),
    }
    by_type["long_text"] = by_type["text"]
    offered = [option.value for option in question.options]
    if question.core == "identity.email":
        return some.just("drita@example.org")
    if question.type == "choice":
        return some.sampled_from(offered)
    if question.type == "choices":
        return some.lists(some.sampled_from(offered), min_size=1, unique=True)
    return by_type[question.type]


def answered(draw: Any, form: Form) -> dict[str, Any]:
    """Answers on some way through a form, complete; beside them those of hidden branches, to be left out."""
    answers: dict[str, Any] = {}
    for question in form.questions:
        if question.type in ("files", "consents"):
            continue
        if question.type == "category":
            kind = answers["kind"]
            answers[question.name] = f"some-{kind.replace('_', '-')}"
            continue
        asked_for = question.is_asked(asked(form, answers)[1])
        if not asked_for or question.is_required(asked(form, answers)[1]) or draw(some.booleans()):
            answers[question.name] = draw(answer_to(question))
    return answers


def as_typed(form: Form, answers: dict[str, Any]) -> dict[str, Any]:
    """The same answers as a browser sends them."""
    typed: dict[str, Any] = {"processing": "on"}
    for name, value in answers.items():
        question = form.by_name[name]
        if question.type == "date":
            year, month, day = value.split("-")
            plain = question.core == "happened_on"
            parts = {"day": str(int(day)), "month": str(int(month)), "year": year}
            typed |= parts if plain else {f"{name}-{part}": told for part, told in parts.items()}
        elif isinstance(value, bool):
            typed[name] = "yes" if value else "no"
        else:
            typed[name] = str(value) if isinstance(value, int) else value
    return typed


@slow
@given(data=some.data())
def test_any_form_that_is_accepted_can_be_walked_through_and_filed(data: Any, partner: Partner) -> None:
    schema = data.draw(forms())
    check_schema(schema)
    version = FormVersion(partner=partner, schema=schema)
    answers = answered(data.draw, version.form)
    drafted: dict[str, Any] = {}
    walk = Walk(version.form, drafted, partner)
    seen: set[str] = set()
    typed = as_typed(version.form, answers)
    while (at := first_wrong(walk)) is not None:
        assert at not in seen, (at, step_of(walk, at).errors)
        seen.add(at)
        for section in walk.sections:
            str(step_of(walk, section.name, checked=False))
            sent = QueryDict(mutable=True)
            for name, value in typed.items():
                sent.setlist(name, value if isinstance(value, list) else [value])
            take_in(walk, drafted, section.name, sent)
            walk = Walk(version.form, drafted, partner)
    assert review.page_of(walk)["sections"]
    statement = statement_of(version, walk, Language.SQ)
    assert isinstance(statement, Statement)
    _require_only_what_was_asked(version.form, statement, walk)


def _require_only_what_was_asked(form: Form, statement: Statement, walk: Walk) -> None:
    on_the_way = {question.name for question in walk.questions}
    assert set(statement.answers) <= on_the_way
    assert not any(form.by_name[name].core == "judiciary.person" for name in statement.answers)
    if statement.complainant_kind == "anonymous":
        assert statement.identity.is_empty
        assert not statement.contact_note
    if statement.kind != "judiciary":
        assert not statement.judiciary


@slow
@given(data=some.data())
def test_what_comes_out_was_asked_and_what_was_not_is_refused(data: Any, partner: Partner) -> None:
    form = Form.of(data.draw(forms()))
    answers = answered(data.draw, form) | {"consents": ["processing"]}
    questions_asked, standing = asked(form, answers)
    hidden = {name for name in answers if name not in {one.name for one in questions_asked}}
    kept = {name: value for name, value in answers.items() if name not in hidden}
    assert check_answers(form, kept, country="AL", today=TODAY) == standing
    if hidden:
        with pytest.raises(Invalid) as told:
            check_answers(form, answers, country="AL", today=TODAY)
        assert {error.field for error in told.value.errors} == hidden
        assert {error.code for error in told.value.errors} == {"not_asked"}


JSON = some.recursive(
    some.one_of(
        some.none(),
        some.booleans(),
        some.integers(),
        some.floats(allow_nan=False, allow_infinity=False),
        some.text(max_size=20),
        some.sampled_from(["", "yes", "anonymous", "al-puke", "2026-02-30", "\ud800", "a\x00"]),
    ),
    lambda inner: some.one_of(
        some.lists(inner, max_size=4), some.dictionaries(some.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@slow
@given(data=some.data())
def test_any_junk_among_the_answers_is_refused_with_a_code(data: Any, partner: Partner) -> None:
    form = Form.of(data.draw(forms()))
    names = some.one_of(some.sampled_from(sorted(form.by_name)), some.text(max_size=8))
    answers = answered(data.draw, form) | data.draw(some.dictionaries(names, JSON, min_size=1, max_size=5))
    try:
        standing = check_answers(form, answers, country="AL", today=TODAY)
    except Invalid as told:
        assert all(error.code and str(error.message) for error in told.errors)
        return
    on_the_way, _ = asked(form, answers)
    assert set(standing) <= {question.name for question in on_the_way}
    assert not any(is_empty(value) for value in standing.values())


def places_in(part: Any, path: tuple[Any, ...] = ()) -> Any:
    """Every place of a schema that something could stand in."""
    yield path
    if isinstance(part, dict | list):
        for name, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from places_in(inner, (*path, name))


@pytest.mark.either_engine("sqlite")
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_any_broken_form_is_refused_with_a_code_or_works(data: Any) -> None:
    schema = copy.deepcopy(shipped_schema())
    _break(schema, data)
    try:
        check_schema(schema)
    except Invalid as told:
        assert all(error.code and error.field.startswith("schema") for error in told.errors)
        return
    form = Form.of(schema)
    written_out(schema, form)
    check_schema(schema)
    assert {"complainant_kind", "narrative", "kind", "consents"} <= set(form.by_core) <= set(CORES)


def _break(schema: dict[str, Any], data: Any) -> None:
    for _ in range(data.draw(some.integers(1, 3))):
        path = data.draw(some.sampled_from(list(places_in(schema))[1:]))
        holder: Any = schema
        for step in path[:-1]:
            holder = holder[step]
        match data.draw(some.sampled_from(["replace", "remove", "add", "twice"])):
            case "replace":
                holder[path[-1]] = data.draw(JSON)
            case "remove":
                del holder[path[-1]]
            case "add" if isinstance(holder, dict):
                holder[data.draw(some.text(max_size=8))] = data.draw(JSON)
            case _ if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[path[-1]]))


@settings(max_examples=300, deadline=None)
@given(junk=JSON)
def test_no_junk_is_a_form(junk: Any) -> None:
    with pytest.raises(Invalid):
        check_schema(junk)


@settings(max_examples=150, deadline=None)
@given(data=some.data())
def test_no_condition_looks_forward_or_at_itself(data: Any) -> None:
    """A condition on the question itself, a later one or a neighbour would make a circle."""
    schema = copy.deepcopy(shipped_schema())
    order = [(part["name"], one["name"]) for part in schema["sections"] for one in part["questions"]]
    holders = [
        (part, one)
        for part in schema["sections"]
        for one in part["questions"]
        if one.get("core") in ("wish", "vulnerability", "category", "place", "institution")
    ]
    part, holder = data.draw(some.sampled_from(holders))
    first_here = next(number for number, (name, _) in enumerate(order) if name == part["name"])
    looked_at = data.draw(some.sampled_from([name for _, name in order[first_here:]]))
    value = data.draw(some.sampled_from(["yes", True, 1, "al-puke", "other"]))
    deep: Any = {"question": looked_at, "is": [value]}
    for wrap in data.draw(some.lists(some.sampled_from(["not", "all", "any"]), max_size=3)):
        deep = {wrap: deep if wrap == "not" else [deep]}
    holder[data.draw(some.sampled_from(["when", "required"]))] = deep
    with pytest.raises(Invalid) as told:
        check_schema(schema)
    assert {"form.not_earlier"} <= {error.code for error in told.value.errors}
