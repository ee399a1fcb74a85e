"""Placeholders: a closed list, one pass, plain text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.common.errors import Invalid
from backend.correspondence.placeholders import PLACEHOLDERS, check, fill, fill_line


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dear {name}", "unknown_placeholder"),
        ("{complainant}", "unknown_placeholder"),
        ("{reference.__class__}", "unknown_placeholder"),
        ("{reference!r}", "unknown_placeholder"),
        ("{0}", "unknown_placeholder"),
        ("{}", "unknown_placeholder"),
        ("{{reference}}", "stray_brace"),
        ("open { only", "stray_brace"),
        ("only } closed", "stray_brace"),
        ("{refe\nrence}", "stray_brace"),
    ],
)
def test_what_is_no_placeholder_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        check("text", text)
    assert [(error.field, error.code) for error in refused.value.errors] == [("text", code)]


def test_no_placeholder_leads_to_the_complainants_name() -> None:
    assert not {"name", "complainant", "phone", "email", "identity"} & set(PLACEHOLDERS)


def test_what_looks_like_a_placeholder_inside_a_value_stays_text() -> None:
    filled = fill("{summary} {reference}", {"summary": "{narrative} {reference}", "reference": "PIF-1"})
    assert filled.text == "{narrative} {reference} PIF-1"


def test_a_line_that_has_nothing_to_say_is_left_out_and_told() -> None:
    filled = fill("Hello,\n\nPlace: {place}.\nTime: {happened_on}.\n\nBye", {"place": "Pukë"})
    assert (filled.text, filled.left_out) == ("Hello,\n\nPlace: Pukë.\n\nBye", ("happened_on",))


def test_a_subject_keeps_what_it_has() -> None:
    assert fill_line("Complaint: {category}", {}).text == "Complaint"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from([*"{} \nx", "{summary}", "{place}"]), max_size=12).map("".join),
    st.dictionaries(st.sampled_from(sorted(PLACEHOLDERS)), st.text(max_size=10), max_size=4),
)
def test_any_text_that_passes_the_check_is_filled(text: str, values: dict[str, str]) -> None:
    try:
        check("text", text)
    except Invalid:
        return
    fill(text, values)
