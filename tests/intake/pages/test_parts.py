"""The parts of the receipt page: what each may count on, so that none gets in another's way."""

from collections import Counter

import pytest
from django.template.loader import get_template

from backend.intake.pages.parts import PARTS

# What the page itself answers to.
PAGE_S_OWN = ["close", "open", "stay", "language"]


@pytest.mark.parametrize("kind", ["buttons", "fields", "notices"])
def test_no_two_parts_use_the_same_name(kind):
    names = Counter(name for part in PARTS for name in getattr(part, kind))
    names.update(PAGE_S_OWN if kind == "buttons" else [])
    assert [name for name, times in names.items() if times > 1] == []


def test_what_somebody_wrote_for_long_is_kept_like_every_field():
    for part in PARTS:
        assert set(part.words) <= set(part.fields), part.name


def test_each_part_has_a_template():
    assert all(get_template(part.template) for part in PARTS)


def test_each_part_has_a_name_of_its_own():
    assert len({part.name for part in PARTS}) == len(PARTS)
