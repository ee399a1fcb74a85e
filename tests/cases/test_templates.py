"""Message templates: shipped in five languages, a partner's own, filled in for a case without surprises."""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases.models import Case, MessageTemplate
from backend.cases.placeholders import NAMES, filled, has_stray_brace, left_in
from backend.cases.services.rendering import templates_for
from backend.cases.services.templates import SHIPPED
from backend.common import clock
from backend.common.languages import Language
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from deploy.dev.cyrillic import in_cyrillic
from tests.calling import Caller
from tests.casework import answered, opened, resolved, sent

Api = Callable[[User], Caller]
THERE = "/partners/pif/message-templates/"
OWN = {"code": "visit", "names": {"sq": "Vizitë"}, "texts": {"sq": "Ejani te ne: {contact}"}}
FACTS: dict[str, Any] = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))


# What is shipped


@pytest.mark.parametrize("code", FACTS)
def test_every_shipped_template_stands_in_all_languages_with_the_same_placeholders(code: str) -> None:
    told = FACTS[code]
    assert set(told["names"]) == set(told["texts"]) == set(Language.values)
    assert all(told["names"].values())
    placeholders = {language: set(left_in(text)) for language, text in told["texts"].items()}
    assert set(map(frozenset, placeholders.values())) == {frozenset(placeholders["en"])}, placeholders
    assert not any(has_stray_brace(text) for text in told["texts"].values())


@pytest.mark.parametrize("code", FACTS)
def test_both_scripts_of_serbian_say_the_same(code: str) -> None:
    for part in ("names", "texts"):
        latin, cyrillic = FACTS[code][part]["sr-Latn"], FACTS[code][part]["sr-Cyrl"]
        pieces = re.split(r"({\w+})", latin)
        spelled = "".join(one if one.startswith("{") else in_cyrillic(one) for one in pieces)
        assert spelled == cyrillic


def test_no_script_is_mixed_into_another() -> None:
    for told in FACTS.values():
        for language, script in (("ka", "GEORGIAN"), ("sr-Cyrl", "CYRILLIC")):
            words = re.sub(r"{\w+}", "", told["texts"][language])
            letters = {unicodedata.name(char).split()[0] for char in words if char.isalpha()}
            assert letters == {script}, (language, letters)


# Keeping them


def test_a_partner_begins_with_what_is_shipped(api: Api, besa: User) -> None:
    page = api(besa).get(THERE).json()
    assert page["next"] is None
    assert [one["code"] for one in page["results"]] == list(FACTS)
    assert all(one["shipped"] and one["version"] == 0 for one in page["results"])


def test_a_coordinator_writes_changes_and_deletes_one(api: Api, besa: User, partner_a: Partner) -> None:
    made = api(besa).post(THERE, OWN)
    assert (made.status_code, made.headers["ETag"]) == (201, '"1"'), made.json()
    here = f"{THERE}visit/"
    changed = api(besa).patch(here, {"texts": {"en": "Come to us."}, "asks": True}, if_match=1)
    assert (changed.json()["texts"], changed.json()["asks"]) == ({"en": "Come to us."}, True)
    assert api(besa).patch(here, {"asks": False}, if_match=1).status_code == 412
    assert api(besa).patch(here, {"asks": False}).status_code == 428
    assert api(besa).get(here).json()["version"] == 2
    assert api(besa).delete(here, if_match=1).status_code == 412
    assert api(besa).delete(here, if_match=2).status_code == 204
    assert api(besa).get(here).status_code == 404
    told = AuditEvent.objects.filter(chain_id=partner_a.pk, action__startswith="template.")
    assert [(one.action, one.facts["code"]) for one in told.order_by("number")] == [
        ("template.created", "visit"),
        ("template.changed", "visit"),
        ("template.deleted", "visit"),
    ]


def test_a_changed_shipped_template_is_the_partners_own_until_it_is_deleted(
    api: Api, besa: User, giorgi: User
) -> None:
    here = f"{THERE}referred/"
    before = api(besa).get(here)
    assert before.headers["ETag"] == '"0"'
    changed = api(besa).patch(here, {"texts": {"sq": "U nis."}}, if_match=0)
    assert (changed.json()["shipped"], changed.json()["version"]) == (False, 1)
    assert changed.json()["names"] == before.json()["names"]
    other = api(giorgi).get("/partners/akt/message-templates/referred/").json()
    assert other["texts"] == before.json()["texts"]
    assert api(besa).delete(here, if_match=1).status_code == 204
    assert api(besa).get(here).json() == before.json()


def test_a_shipped_template_is_taken_out_of_use_not_deleted(
    api: Api, besa: User, arta: User, case_of_arta: Case
) -> None:
    here = f"{THERE}outcome/"
    refused = api(besa).delete(here, if_match=0)
    assert (refused.status_code, refused.json()["code"]) == (409, "template.shipped")
    api(besa).patch(here, {"in_use": False}, if_match="*")
    offered = api(arta).get(f"/cases/{case_of_arta.pk}/message-templates/").json()["results"]
    assert "outcome" not in {one["code"] for one in offered}


@pytest.mark.parametrize("code", ["visit", "referred"])
def test_a_code_is_there_once(api: Api, besa: User, code: str) -> None:
    api(besa).post(THERE, OWN)
    again = api(besa).post(THERE, OWN | {"code": code})
    assert (again.status_code, again.json()["code"]) == (409, "template.exists")


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"texts": {"sq": "Deri {duë_on}"}}, "texts.sq", "unknown_placeholder"),
        ({"texts": {"sq": "{reference.__class__}"}}, "texts.sq", "unknown_placeholder"),
        ({"texts": {"sq": "{reference!r}"}}, "texts.sq", "unknown_placeholder"),
        ({"texts": {"sq": "{0}"}}, "texts.sq", "unknown_placeholder"),
        ({"texts": {"sq": "{reference"}}, "texts.sq", "unknown_placeholder"),
        ({"texts": {"sq": "x" * 4_001}}, "texts.sq", "max_length"),
        ({"names": {"sq": "x" * 101}}, "names.sq", "max_length"),
        ({"texts": {"de": "Hallo"}}, "texts", "unknown_language"),
        ({"texts": {}}, "texts", "required"),
        ({"names": {}}, "names", "required"),
        ({"code": "Me hapësirë"}, "code", "invalid"),
        ({"code": "../x"}, "code", "invalid"),
        ({"position": -1}, "position", "min_value"),
        ({"partner": "akt"}, "partner", "unknown_field"),
    ],
)
def test_what_is_wrong_is_told_by_field(
    api: Api, besa: User, changes: dict[str, Any], field: str, code: str
) -> None:
    refused = api(besa).post(THERE, OWN | changes)
    assert refused.status_code == 400, refused.json()
    assert [(one["field"], one["code"]) for one in refused.json()["errors"]] == [(field, code)]
    assert not MessageTemplate.objects.exists()


def test_only_those_who_keep_the_partner_find_its_templates(
    api: Api, arta: User, besa: User, giorgi: User
) -> None:
    api(besa).post(THERE, OWN)
    for person in (arta, giorgi):
        for call in (api(person).get(THERE), api(person).post(THERE, OWN), api(person).get(f"{THERE}visit/")):
            assert call.status_code == 404


def test_there_is_an_end_to_templates(api: Api, besa: User, partner_a: Partner) -> None:
    MessageTemplate.objects.bulk_create(
        [
            MessageTemplate(partner=partner_a, code=f"t{n}", names={"sq": "x"}, texts={"sq": "x"})
            for n in range(100)
        ]
    )
    assert api(besa).post(THERE, OWN).json()["code"] == "template.too_many"


# Filling them in


def rendered(case: Case, by: User) -> dict[str, Any]:
    return {one.code: one for one in templates_for(case.pk, actor=actor_of(by))}


@pytest.mark.parametrize(
    ("language", "institution", "day"),
    [
        ("sq", "Agjencia Shtetërore e Kadastrës", "3 maj 2026"),
        ("en", "State Cadastre Agency", "3 May 2026"),
        ("sr-Cyrl", "", "3. мај 2026."),
        ("sr-Latn", "", "3. maj 2026."),
        ("ka", "State Cadastre Agency", "3 მაისი"),
    ],
)
def test_days_and_names_are_told_in_the_complainants_language(
    new_case: Callable[..., Case], arta: User, ten_days: Any, language: str, institution: str, day: str
) -> None:
    with clock.frozen(clock.now().replace(year=2026, month=5, day=3, hour=12)):
        case = opened(new_case(language=Language(language)), arta)
        sent(case, arta, deadline_rule=ten_days)
    told = rendered(case, arta)["referred"]
    assert (told.language, told.complainant_language, told.missing) == (language, language, [])
    assert institution in told.text
    assert day in told.text
    assert "{" not in told.text


def test_the_case_gives_what_it_knows_and_the_rest_is_named(arta: User, case_of_arta: Case) -> None:
    told = rendered(case_of_arta, arta)
    assert case_of_arta.reference in told["acknowledgement"].text
    assert "Agjencia Shtetërore e Kadastrës" in told["ask_consent"].text
    assert told["ask_consent"].asks
    assert told["referred"].missing == ["sent_on", "due_on"]
    assert "{due_on}" in told["referred"].text
    referral = sent(case_of_arta, arta)
    answered(referral, arta)
    told = rendered(case_of_arta, arta)
    assert told["answer_arrived"].missing == []
    # What was answered is due no more.
    assert told["reminder_sent"].missing == ["due_on"]
    assert told["outcome"].missing == ["outcome"]
    resolved(case_of_arta, arta)
    assert "{" not in rendered(case_of_arta, arta)["outcome"].text


def test_a_template_without_the_complainants_language_says_which_it_has(
    api: Api, besa: User, arta: User, new_case: Callable[..., Case]
) -> None:
    api(besa).post(THERE, OWN | {"texts": {"en": "Come before {due_on}.", "sr-Latn": "Dođite."}})
    georgian = opened(new_case(language=Language.KA), arta)
    told = rendered(georgian, arta)["visit"]
    assert (told.language, told.complainant_language) == ("en", "ka")
    assert rendered(opened(new_case(language=Language.SR_CYRL), arta), arta)["visit"].language == "sr-Latn"


def test_what_a_value_says_is_never_read_as_a_placeholder(
    arta: User, case_of_arta: Case, partner_a: Partner
) -> None:
    partner_a.contact = "Rruga {reference}"
    partner_a.save()
    text = rendered(case_of_arta, arta)["reach_us"].text
    assert "Rruga {reference}" in text


@given(st.text(alphabet=st.sampled_from("ab{}_ .!:[]reference0ë"), max_size=60))
def test_a_text_is_taken_only_when_every_brace_is_a_placeholder(text: str) -> None:
    values = dict.fromkeys(NAMES, "V")
    done = filled(text, values)
    assert ("{" in done or "}" in done) == has_stray_brace(text)
    if not left_in(text):
        assert done == text


def test_a_later_referral_is_the_one_that_is_told(arta: User, case_of_arta: Case, ten_days: Any) -> None:
    sent(case_of_arta, arta)
    later = sent(case_of_arta, arta, deadline_rule=ten_days)
    assert later.due_at is not None
    assert later.due_at > clock.now().date() + timedelta(days=5)
    assert rendered(case_of_arta, arta)["referred"].missing == []
