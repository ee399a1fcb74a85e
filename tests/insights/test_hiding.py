"""Small numbers cannot be worked out: the reader who subtracts is played here, and must not succeed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.insights.hiding import FEWEST, Part, hidden_in

counts = st.integers(0, 30)


@st.composite
def trees(draw, depth=3):
    """Numbers and their parts; something may lie in a number and in none of its parts."""
    keys = iter(range(10_000))

    def made(level):
        below = [made(level - 1) for _ in range(draw(st.integers(0, 4)))] if level else []
        own = draw(counts) if not below else draw(st.sampled_from([0, 0, 1, 3, 8]))
        return Part(next(keys), own + sum(part.count for part in below), below)

    return made(draw(st.integers(0, depth)))


def walk(part):
    yield part
    for one in part.parts:
        yield from walk(one)


def worked_out(whole, hidden):
    """Every hidden number that the equations "a number is the sum of its parts" settle, by elimination."""
    unknown = {part.key: place for place, part in enumerate(p for p in walk(whole) if p.key in hidden)}
    rest = {part.key: len(unknown) + place for place, part in enumerate(p for p in walk(whole) if p.own)}
    width = len(unknown) + len(rest)
    rows = []
    for part in walk(whole):
        if not part.parts:
            continue
        row, known = [Fraction(0)] * width, Fraction(0)
        for one, sign in [(part, -1), *((below, 1) for below in part.parts)]:
            if one.key in unknown:
                row[unknown[one.key]] += sign
            else:
                known -= sign * one.count
        if part.own:
            # What lies in none of the parts is told by nobody.
            row[rest[part.key]] += 1
        rows.append([*row, known])
    return solved(rows, width), unknown, rest


def solved(rows, width):
    """Unknowns that have one value only, after Gauss and Jordan."""
    pivots = []
    for column in range(width):
        found = next((row for row in rows if row[column] and not any(row is p for p, _ in pivots)), None)
        if found is None:
            continue
        scale = found[column]
        found[:] = [value / scale for value in found]
        for row in rows:
            if row is not found and row[column]:
                factor = row[column]
                row[:] = [one - factor * other for one, other in zip(row, found, strict=True)]
        pivots.append((found, column))
    return {
        column: row[-1] for row, column in pivots if not any(row[at] for at in range(width) if at != column)
    }


@given(whole=trees())
def test_no_hidden_number_is_worked_out_from_those_that_are_shown(whole):
    hidden = hidden_in(whole)
    settled, unknown, rest = worked_out(whole, hidden)
    assert not [key for key, place in unknown.items() if place in settled]
    # Nor a small remainder: a count of what lies in a place and in none within it.
    small = [part.key for part in walk(whole) if 0 < part.own < FEWEST and part.parts]
    assert not [key for key in small if rest[key] in settled]


@given(whole=trees())
def test_no_small_number_is_shown(whole):
    hidden = hidden_in(whole)
    assert not [part for part in walk(whole) if 0 < part.count < FEWEST and part.key not in hidden]


@given(whole=trees())
def test_what_is_hidden_among_the_parts_of_a_number_is_never_few(whole):
    """So a sum of hidden numbers tells no more than a number that may be shown."""
    hidden = hidden_in(whole)
    for part in walk(whole):
        inside = [one.count for one in part.parts if one.key in hidden]
        if part.key not in hidden and inside:
            shown = [one.count for one in part.parts if one.key not in hidden]
            assert part.count - sum(shown) >= FEWEST


@given(whole=trees())
def test_nothing_is_hidden_without_need(whole):
    hidden = hidden_in(whole)
    if not any(0 < part.count < FEWEST or (part.parts and 0 < part.own < FEWEST) for part in walk(whole)):
        assert not hidden


@given(whole=trees())
def test_what_is_part_of_something_hidden_is_hidden(whole):
    hidden = hidden_in(whole)
    for part in walk(whole):
        if part.key in hidden:
            assert {one.key for one in walk(part)} <= hidden


@pytest.mark.parametrize(
    ("parts", "hidden"),
    [
        ([20, 30], set()),
        ([0, 20, 30], set()),
        ([3, 20, 30], {0, 1}),
        ([3, 4, 30], {0, 1}),
        ([1, 1, 30, 40], {0, 1, 2}),
        ([0, 3, 20, 30], {0, 1, 2}),
        ([5, 5], set()),
        ([4, 5], {0, 1}),
    ],
)
def test_examples(parts, hidden):
    whole = Part("*", sum(parts), [Part(place, count) for place, count in enumerate(parts)])
    assert hidden_in(whole) == hidden


def test_of_a_whole_that_is_small_nothing_is_shown():
    assert hidden_in(Part("*", 3, [Part("a", 3), Part("b", 0)])) == {"*", "a", "b"}
