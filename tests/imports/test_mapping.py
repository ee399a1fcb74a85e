"""Which column is what: suggestions, meanings, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.imports.fields import suggested_for
from backend.partners.models import User
from tests.calling import Caller
from tests.imports.conftest import Desk, book, mapping


def test_headings_suggest_their_fields(desk: Desk) -> None:
    desk.send(book())
    told = desk.caller.get(f"/imports/{desk.run_id}/columns/").json()
    assert [(column["name"], column["suggestion"]) for column in told["columns"]] == [
        ("Nr", "external_id"),
        ("Data e ankeses", "received_on"),
        ("Emri", "name"),
        ("Telefoni", "phone"),
        ("Ankesa", "narrative"),
        ("Kategoria", "category"),
        ("Institucioni", "institution"),
        ("Bashkia", "place"),
        ("Statusi", "state"),
        ("Data e mbylljes", "closed_on"),
        ("Rezultati", "outcome"),
        ("Shenime", "note"),
    ]
    assert told["columns"][1]["order"] == "dmy"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Datum prijema žalbe", "received_on"), ("ДАТУМ", "received_on"), ("თარიღი", "received_on"),
        ("Општина", "place"), ("Ime i prezime", "name"), ("Status", "state"), ("Xyz", None), ("", None),
    ],
)  # fmt: skip
def test_headings_of_all_scripts(heading: str, field: str | None) -> None:
    found = suggested_for(heading)
    assert (found.value if found else None) == field


def values(desk: Desk, column: int, field: str) -> dict[str, Any]:
    answer = desk.caller.get(f"/imports/{desk.run_id}/columns/{column}/values/", {"field": field}).json()
    return {one["value"]: one for one in answer["values"]}


def test_values_are_understood_by_their_names_in_any_script_and_else_suggested(desk: Desk) -> None:
    desk.send(book())
    institutions = values(desk, 6, "institution")
    assert institutions["Agjencia Shtetërore e Kadastrës"]["understood"] == "al-cadastre"
    assert institutions["Kadastra"]["understood"] is None
    assert [one["code"] for one in institutions["Kadastra"]["suggestions"]] == ["al-cadastre"]
    places = values(desk, 7, "place")
    assert places["Pukë"]["understood"] == places["Puka"]["understood"] == "al-puke"
    assert places["Pukë"]["count"] == 1


def told(**changes: Any) -> dict[str, Any]:
    return {**mapping(), **changes}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (told(constants=[]), "required.kind"),
        (told(columns=mapping()["columns"][:3]), "required.narrative"),
        (told(columns=[*mapping()["columns"], {"column": 0, "field": "summary"}]), "column_twice"),
        (told(columns=[*mapping()["columns"][1:], {"column": 0, "field": "received_on"}]), "field_twice"),
        (told(columns=[*mapping()["columns"], {"column": 77, "field": "summary"}]), "no_such_column"),
        (told(constants=[{"field": "name", "value": "X"}]), "no_constant"),
        (told(constants=[{"field": "kind", "value": "nothing"}]), "unknown"),
        (told(constants=[{"field": "closed_on", "value": "3.2.2021"}]), "invalid"),
        (mapping(meanings={"category": {"x": "no-such-code"}}), "unknown"),
        (mapping(meanings={"narrative": {"x": "y"}}), "no_codes"),
        (told(columns=[{"column": 0, "field": "colour"}]), "invalid_choice"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(desk: Desk, body: dict[str, Any], code: str) -> None:
    desk.send(book())
    answer = desk.map(body)
    assert answer.status_code == 400
    assert code in {error["code"] for error in answer.json()["errors"]}, answer.json()


def test_a_new_mapping_asks_for_a_new_dry_run(desk: Desk) -> None:
    desk.send(book())
    desk.map()
    desk.step("check")
    desk.map()
    assert desk.step("start").json()["code"] == "import.wrong_state"


def test_a_value_can_be_said_to_mean_nothing(desk: Desk) -> None:
    desk.send(book())
    body = mapping(
        meanings={
            "category": {"Vonesë": "", "vonese": "delay"},
            "institution": {"Kadastra": "al-cadastre"},
            "state": {"Mbyllur": "closed", "Hapur": "open", "E re": "received"},
            "outcome": {"Zgjidhur": "remedied"},
        }
    )
    desk.map(body)
    desk.step("check")
    assert desk.shown["faulty"] == 0, desk.problems()


def test_several_columns_make_one_text_each_under_its_heading(desk: Desk) -> None:
    from backend.cases.models import Case

    desk.send(book())
    body = mapping()
    body["columns"][11]["field"] = "narrative"
    desk.map(body)
    desk.step("check")
    desk.step("start")
    first = Case.objects.order_by("opened_at").first()
    assert first is not None and first.complaint is not None
    assert first.complaint.narrative == "Ankesa: Pres certifikatën.\n\nShenime: Telefonoi dy herë"


@pytest.mark.parametrize("who", ["arta", "ilir", "observer", "giorgi", "admin"])
def test_only_those_who_keep_the_partner_see_its_imports(
    desk: Desk, who: str, api: Callable[[User], Caller], request: pytest.FixtureRequest
) -> None:
    """The platform's administrator keeps partners and reads no words of complaints."""
    desk.send(book())
    desk.map()
    stranger = api(request.getfixturevalue(who))
    assert stranger.get("/imports/").json()["results"] == []
    for path in ("", "columns/", "problems/", "left/", "columns/0/values/?field=kind"):
        assert stranger.get(f"/imports/{desk.run_id}/{path}").status_code == 404, path
    for step in ("check", "undo", "start"):
        assert stranger.post(f"/imports/{desk.run_id}/{step}/", if_match="*").status_code == 404
