"""Services are what a partner's form lets people complain about; what is sensitive is not among them."""

from typing import Any

import pytest
from django.test import Client

from backend.directory import lookups
from backend.directory.models import Category
from backend.partners.models import Partner
from tests.factories import complaints as filing
from tests.factories.forms import published as publish_form
from tests.factories.forms import question, schema, with_own_questions
from tests.georeport.door import Door, json_of, said_in_xml


def codes(door: Door) -> set[str]:
    return {one["service_code"] for one in door.get("services", jurisdiction_id="pif")[1]}


def test_services_are_the_terms_of_the_form_that_are_not_sensitive(
    door: Door, partner_a: Partner, waste: Category, bribery: Category
) -> None:
    filing.category("delay", "public_service", "corruption")
    marked = Category.objects.create(
        code="police", path="police/", kinds=["public_service"], labels={"en": "Police"}, is_sensitive=True
    )
    Category.objects.create(
        code="conduct", path="police/conduct/", kinds=["public_service"], labels={"en": "C"}, parent=marked
    )
    lookups.forget()
    assert codes(door) == {"waste", "delay"}
    for hidden in ("bribery", "police", "conduct", "corruption", "nothing"):
        assert door.get(f"services/{hidden}", jurisdiction_id="pif")[0] == 404


def test_a_form_that_narrows_its_categories_narrows_the_services(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    filing.category("delay", "public_service")
    publish_form(partner_a, schema(lambda one: one.update(categories=["waste"])))
    assert codes(door) == {"waste"}


def test_a_form_without_categories_offers_its_kinds(door: Door, partner_a: Partner, waste: Category) -> None:
    def without(described: Any) -> None:
        for section in described["sections"]:
            section["questions"] = [one for one in section["questions"] if one["name"] != "category"]

    publish_form(partner_a, schema(without))
    assert codes(door) == {"public_service", "information_request"}


def attributes(door: Door, code: str = "waste") -> dict[str, dict[str, Any]]:
    found = door.get(f"services/{code}", jurisdiction_id="pif")[1]["attributes"]
    assert [one["order"] for one in found] == list(range(1, len(found) + 1))
    return {one["code"]: one for one in found}


def test_the_partners_own_questions_are_attributes_of_their_type(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    options = [{"value": "lek", "label": {"sq": "Lekë", "en": "Lek"}}]
    own = [
        question("since", "date"),
        question("story", "long_text"),
        question("word", "text", required=True),
        question("times", "number", least=0),
        question("paid", "yes_no"),
        question("money", "choice", options=options),
        question("coins", "choices", options=options),
    ]
    for one in own:
        for option in one.get("options", ()):
            option["label"] = dict.fromkeys(("sq", "sr-Latn", "sr-Cyrl", "ka", "en"), "Lek")
    publish_form(partner_a, with_own_questions(*own))
    found = attributes(door)
    assert {name: found[name]["datatype"] for name in (one["name"] for one in own)} == {
        "since": "datetime",
        "story": "text",
        "word": "string",
        "times": "number",
        "paid": "singlevaluelist",
        "money": "singlevaluelist",
        "coins": "multivaluelist",
    }
    assert [name for name in found if found[name]["required"]] == ["word", "consents"]
    assert found["money"]["values"] == [{"key": "lek", "name": "Lek"}]
    assert found["since"]["description"] == "since (en)"
    assert "values" not in found["story"]


def test_questions_of_another_kind_of_complaint_are_not_asked(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    def when(kind: str) -> dict[str, Any]:
        return {"question": "kind", "is": [kind]}

    own = [
        question("briber", when=when("corruption")),
        question("lamp", when={"not": when("corruption")}, required=when("public_service")),
    ]
    publish_form(partner_a, with_own_questions(*own))
    found = attributes(door)
    assert "briber" not in found and found["lamp"]["required"] is True
    assert not [name for name in found if name.startswith("court")]


def test_what_geo_report_has_arguments_for_is_no_attribute(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    found = attributes(door)
    assert found.keys() >= {"complainant_kind", "contact_wish", "consents", "happened_on", "wish"}
    assert not found.keys() & {"narrative", "kind", "category", "place", "name", "email", "phone", "files"}


def test_consent_is_asked_with_the_sentence_and_its_version(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    asked = attributes(door)["consents"]
    assert (asked["required"], asked["datatype"]) == (True, "multivaluelist")
    first = asked["values"][0]
    assert first["key"] == "processing.2026-11" and first["name"].startswith("I agree")


def test_labels_come_in_the_callers_language(partner_a: Partner, waste: Category) -> None:
    names = {
        language: json_of(
            Client().get(
                "/open311/v2/services.json",
                {"jurisdiction_id": "pif"},
                headers={"Accept-Language": language},
            )
        )[0]["service_name"]
        for language in ("en", "sq")
    }
    assert names == {"en": "Waste", "sq": "Mbetje"}


def test_discovery_says_where_and_how(door: Door, partner_a: Partner) -> None:
    status, found = door.get("discovery")
    assert status == 200
    assert found["endpoints"][0]["url"] == "http://testserver/open311/v2"
    assert partner_a.form_key not in str(found)


def test_where_there_is_one_organisation_nobody_has_to_name_it(
    door: Door, partner_a: Partner, waste: Category
) -> None:
    assert door.get("services")[0] == 200
    assert door.get("services", jurisdiction_id="")[0] == 200


@pytest.mark.parametrize("path", ["services", "services/waste", "requests", "requests/x", "tokens/x"])
def test_where_there_are_several_the_jurisdiction_is_needed_and_has_to_exist(
    path: str, door: Door, partner_a: Partner, partner_b: Partner, waste: Category
) -> None:
    assert door.get(path)[0] == 400
    assert door.get(path, jurisdiction_id="nobody")[0] == 404
    partner_b.is_active = False
    partner_b.save()
    assert door.get(path, jurisdiction_id="akt")[0] == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "services.yaml", 400),
        ("get", "services", 400),
        ("get", "nothing.json", 400),
        ("get", "services/nothing.json", 404),
        ("get", "requests/no-id.json", 404),
        ("get", "requests/00000000-0000-4000-8000-000000000000.json", 404),
        ("get", "nothing/x.json", 400),
        ("get", "services/%00.json", 404),
        ("get", "services.json?jurisdiction_id=%00", 400),
        ("get", "requests.json?service_code=a%00b", 400),
        ("get", "requests.json?service_request_id=%00", 400),
        ("get", "tokens/%00.json", 404),
        ("post", "services.json", 400),
        ("put", "requests.json", 400),
        ("delete", "requests/x.json", 400),
        ("get", "a/b/c", 400),
    ],
)
def test_errors_are_told_in_the_format_that_was_asked_for(
    method: str, path: str, status: int, partner_a: Partner
) -> None:
    answer = getattr(Client(), method)(f"/open311/v2/{path}")
    assert answer.status_code == status
    found = json_of(answer) if ".json" in path else said_in_xml(answer)
    assert [str(one["code"]) for one in found] == [str(status)]
    assert all(one["description"] for one in found)
