"""Services are found by need, place, language, group and hour, in any script."""

from urllib.parse import quote

import pytest


def found(response):
    assert response.status_code == 200, response.content
    return {row["name"].removeprefix("Shërbimi ") for row in response.json()["results"]}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"legal", "shelter", "day centre", "papers"}),
        ("need=legal_aid", {"legal"}),
        ("place=al-shkoder", {"legal", "shelter"}),
        ("place=al-shkoder-puke", {"legal", "shelter", "day centre"}),
        ("place=al-shkoder-puke-qelez", {"legal", "shelter", "day centre"}),
        ("place=xk-prishtine", {"papers"}),
        ("place=xk", set()),
        ("place=al", {"shelter"}),
        ("area=xk", {"papers"}),
        ("area=al", {"legal", "shelter", "day centre"}),
        ("need=shelter&place=al-shkoder-puke", {"shelter"}),
        ("need=shelter&place=xk-prishtine", set()),
        ("language=sq", {"legal"}),
        ("language=sr-Cyrl", {"papers"}),
        ("target_group=children", {"legal", "day centre"}),
        ("open_at=2026-03-02T10:00&place=al-shkoder-puke", {"legal"}),
        ("open_at=2026-03-02T16:30&place=al-shkoder-puke", set()),
        ("open_at=2026-03-01T10:00&place=al-shkoder-puke", set()),
        ("open_at=2026-03-02T15:30:00Z", set()),
        ("open_at=2026-03-02T14:30:00Z", {"legal"}),
        ("open_at=2026-07-06T14:30:00Z", set()),
        ("search=" + quote("правна"), {"legal"}),
        ("search=Pristina", {"papers"}),
        ("search=" + quote("приштина shërbimi"), {"papers"}),
        ("search=day%20cent", {"day centre"}),
    ],
)
def test_services_are_found(catalogue, api, arta, query, names):
    assert found(api(arta).get(f"/services/?{query}")) == names


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("need=nothing", "unknown_need"),
        ("place=nowhere", "unknown_place"),
        ("area=nowhere", "unknown_place"),
        ("target_group=nobody", "unknown_target_group"),
        ("open_at=soon", "invalid_moment"),
        ("open_at=2026-03-02T10:00", "invalid_moment"),
        ("nead=legal_aid", "unknown_parameter"),
    ],
)
def test_a_search_for_what_is_not_known_is_refused(catalogue, api, arta, query, code):
    answer = api(arta).get(f"/services/?{query}")
    assert answer.status_code == 400
    assert {error["code"] for error in answer.json()["errors"]} == {code}


def test_the_catalogue_opens_to_those_signed_in_only(catalogue, anonymous):
    for path in ("/services/", "/service-providers/", "/service-providers/export/"):
        assert anonymous.get(path).status_code == 401


def test_a_shelter_is_found_and_its_address_is_not(catalogue, api, arta):
    shelter = api(arta).get("/services/?need=shelter", language="en").json()["results"][0]
    (where,) = shelter["locations"]
    assert where["is_hidden"]
    assert (where["name"], where["place"], where["address"]) == ("", None, [])
    assert "Ask the provider" in where["notice"]


def test_what_nobody_has_checked_is_marked(catalogue, api, arta):
    row = api(arta).get("/services/?need=legal_aid").json()["results"][0]
    assert (row["is_verified"], row["verified_on"]) == (False, None)
