"""Letterhead and letter templates over the API: kept by those who keep the partner, by version."""

from collections.abc import Callable

import pytest

from backend.audit.models import AuditEvent
from backend.common.languages import Language
from backend.partners.models import Partner, User
from tests.calling import Caller

Api = Callable[[User], Caller]
HEAD = "/partners/pif/letterhead/"
TEMPLATES = "/partners/pif/letter-templates/"
ONE = f"{TEMPLATES}judiciary/sr-Latn/"


def test_a_letterhead_begins_with_what_is_known_and_counts_its_versions(api: Api, besa: User) -> None:
    caller = api(besa)
    empty = caller.get(HEAD)
    assert (empty.json()["version"], empty["ETag"]) == (0, '"0"')
    told = {
        "names": {"sq": "Njerëzit në Fokus"},
        "address_lines": ["Rr. Nënë Tereza 5", "1001 Tiranë"],
        "registration_number": "L1",
        "phone": "+355 4 222",
        "email": "zyra@pif.example.org",
        "website": "https://pif.example.org",
        "places": {"sq": "Tiranë", "en": "Tirana"},
        "signatory": "Besa Hoxha",
        "functions": {"sq": "koordinatore"},
    }
    changed = caller.patch(HEAD, told, if_match=0)
    assert changed.json() == {**told, "version": 1}
    assert caller.patch(HEAD, {"names": {}}, if_match=0).status_code == 412
    assert caller.patch(HEAD, {"names": {}}).status_code == 428
    assert caller.patch(HEAD, {"names": {}}, if_match=1).json()["names"] == {}
    line = AuditEvent.objects.filter(action="letterhead.changed").first()
    assert line is not None and line.facts["fields"] == sorted(told)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("names", {"de": "Menschen"}),
        ("names", {"sq": ""}),
        ("names", []),
        ("address_lines", ["x"] * 7),
        ("address_lines", ["x" * 121]),
        ("address_lines", [""]),
        ("website", "javascript:alert(1)"),
        ("email", "nobody"),
        ("logo", "data:"),
    ],
)
def test_a_letterhead_takes_only_what_can_stand_on_it(
    api: Api, besa: User, field: str, value: object
) -> None:
    refused = api(besa).patch(HEAD, {field: value}, if_match="*")
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["field"].split(".")[0] == field


def test_every_kind_and_language_has_a_template_and_the_shipped_one_stays_readable(
    api: Api, besa: User
) -> None:
    caller = api(besa)
    shipped = caller.get(TEMPLATES).json()
    assert len(shipped) == 4 * len(Language)
    assert not any(one["is_own"] or one["version"] for one in shipped)
    own = caller.put(ONE, {"subject": "Naš", "text": "{summary}"}, if_match=0).json()
    assert (own["text"], own["is_own"], own["version"]) == ("{summary}", True, 1)
    assert own["shipped_text"].startswith("Poštovani,")
    assert caller.put(ONE, {"subject": "Naš", "text": "x"}, if_match=0).status_code == 412
    back = caller.delete(ONE, if_match=1).json()
    assert (back["text"], back["is_own"], back["version"]) == (own["shipped_text"], False, 2)


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"subject": "x", "text": "Dear {name}"}, "text", "unknown_placeholder"),
        ({"subject": "{complainant}", "text": "x"}, "subject", "unknown_placeholder"),
        ({"subject": "x", "text": "a { b"}, "text", "stray_brace"),
        ({"subject": "x"}, "text", "required"),
        ({"subject": "a\nb", "text": "x"}, "subject", "one_line"),
    ],
)
def test_a_wrong_template_is_refused_with_its_reason(
    api: Api, besa: User, body: dict[str, str], field: str, code: str
) -> None:
    refused = api(besa).put(ONE, body, if_match="*")
    assert refused.status_code == 400
    assert {(error["field"], error["code"]) for error in refused.json()["errors"]} == {(field, code)}


def test_a_stranger_finds_neither_letterhead_nor_templates(
    api: Api, arta: User, giorgi: User, outsider: User, partner_b: Partner
) -> None:
    for stranger in (arta, giorgi, outsider):
        for address in (HEAD, TEMPLATES, ONE):
            assert api(stranger).get(address).status_code == 404
    assert api(giorgi).get("/partners/akt/letterhead/").status_code == 200


def test_what_is_no_kind_or_language_does_not_exist(api: Api, besa: User) -> None:
    for address in (f"{TEMPLATES}gossip/sq/", f"{TEMPLATES}judiciary/de/", f"{TEMPLATES}judiciary/sr-latn/"):
        assert api(besa).get(address).status_code == 404
