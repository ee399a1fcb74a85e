"""The citizen's own words on a letter's pages: what is hidden is not there at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from backend.cases.services.annexes import covered, runs
from backend.cases.stages import HidingReason
from backend.common.languages import Language
from backend.correspondence.letters import Annex, Run
from backend.correspondence.services.rendering import render
from backend.correspondence.wording import wording_in
from tests.correspondence.pages import letter, part, read

SAID = {
    Language.SQ: (
        "Më 3 mars më telefonoi ",
        " nga zyra, për para.\n\nRefuzova. Numri im është ",
        ".",
    ),
    Language.SR_LATN: (
        "Trećeg marta me je zvao ",
        " i tražio novac.\n\nOdbio sam. Moj broj je ",
        ".",
    ),
    Language.SR_CYRL: (
        "Трећег марта ме је звао ",
        " и тражио новац.\n\nОдбио сам. Мој број је ",
        ".",
    ),
    Language.KA: ("სამ მარტს დამირეკა ", " ოფისიდან და ფული მომთხოვა.\n\nუარი ვთქვი. ჩემი ნომერია ", "."),
    Language.EN: (
        "On 3 March I was called by ",
        " who wanted money.\n\nI refused. My number is ",
        ".",
    ),
}


def annex(language: Language) -> Annex:
    first, second, last = SAID[language]
    words = (Run(first), Run(hidden=("name",)), Run(second), Run(hidden=("contact", "number")), Run(last))
    return Annex(language, words, (Run(second.strip()),))


@pytest.mark.parametrize("language", Language)
def test_the_words_stand_on_a_page_of_their_own_in_every_language(language: Language) -> None:
    made = letter(part(language), annex=annex(language))
    words, told = wording_in(language), read(made)
    for sentence in ("annex_title", "annex_narrative", "annex_wish", "annex_follows"):
        assert words.say(sentence) in told
    for reason in ("name", "contact", "number"):
        assert words.words["hidden"][reason] in told
    assert SAID[language][0].strip() in told
    assert words.say("no_attachments") not in told


def test_a_letter_without_an_annex_says_nothing_of_one() -> None:
    told = read(letter(part("en")))
    assert "Annex" not in told and "annex" not in told


def test_words_of_which_nothing_is_hidden_speak_of_no_bars() -> None:
    told = read(letter(part("en"), annex=Annex(Language.KA, (Run("გამარჯობა"),))))
    assert "Black bars" not in told and "გამარჯობა" in told
    # No wish, no heading for one.
    assert wording_in("en").say("annex_wish") not in told


def test_a_letter_in_two_languages_has_one_annex_with_both_headings() -> None:
    made = letter(part("sq"), part("sr-Latn"), annex=annex(Language.SQ))
    told = read(made)
    for language in ("sq", "sr-Latn"):
        assert wording_in(language).say("annex_title") in told
    assert told.count(SAID[Language.SQ][0].strip()) == 1


def _bars(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of every black box on the last page, in points."""
    pages = PdfDocument(pdf)
    last = pages[len(pages) - 1]
    boxes = []
    for thing in last.get_objects():
        left, bottom, right, top = thing.get_bounds()
        if thing.type == 2 and 6 < top - bottom < 12 and right - left > 20:
            boxes.append((round(right - left), round(top - bottom)))
    return boxes


def test_every_bar_is_as_wide_as_any_other_however_much_it_hides() -> None:
    text = "Emri im është A dhe e quajnë Aleksandër Konstandini Paleologu, fund."
    hidden = [
        {"start": 14, "end": 15, "reason": "name"},
        {"start": 29, "end": 61, "reason": "third_person"},
    ]
    pdf = render(letter(part("sq"), annex=Annex(Language.SQ, tuple(runs(text, hidden)))), is_draft=False)
    assert len(_bars(pdf)) == 2 and len(set(_bars(pdf))) == 1


@pytest.mark.parametrize("text", ["a\u0301b", "e\u0308\u0323x", "x\u200dy"])
def test_half_a_sign_is_not_hidden(text: str) -> None:
    place = {"start": 0, "end": 1, "reason": "name"}
    assert all(run.text in ("", text[-1]) for run in runs(text, [place]))
    mark = {"start": 1, "end": 2, "reason": "name"}
    assert next(iter(runs(text, [mark]))).hidden == ("name",)


_SEEN = st.text(st.sampled_from("abcxyz  \n.,;-'0123"), min_size=1, max_size=60)
# Letters of a script that the letter itself, in Albanian, never uses; and what could break out of a text.
_UNSEEN = st.text(
    st.sampled_from("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ \n\u0301\ue000\u200b\u202e"), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.tuples(_SEEN, _UNSEEN), min_size=1, max_size=8), data=st.data())
def test_what_is_hidden_is_in_no_word_of_the_pages(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    text, hidden = "", []
    for seen, unseen in pieces:
        text += seen
        if unseen:
            reason = data.draw(st.sampled_from(HidingReason.values))
            place = {"start": len(text), "end": len(text) + len(unseen), "reason": reason}
            # Named once, twice, or in two halves that overlap.
            cut = data.draw(st.integers(place["start"], place["end"]))
            halves = [
                {**place, "end": max(cut, place["start"] + 1)},
                {**place, "start": min(cut, place["end"] - 1)},
            ]
            hidden += data.draw(st.sampled_from([[place], [place, place], halves, halves[::-1]]))
        text += unseen
    made = tuple(runs(text, data.draw(st.permutations(hidden))))
    secret = {char for char in text if "\u10a0" <= char <= "\u10ff"}
    assert not secret & {char for run in made for char in run.text}
    assert not secret & set(covered(text, hidden)) and len(covered(text, hidden)) == len(text)
    pdf = render(letter(part("sq"), annex=Annex(Language.SQ, made)), is_draft=False)
    pages = "".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))
    assert not {char for char in pages if "\u10a0" <= char <= "\u10ff"}
    for page in PdfDocument(pdf):
        page.render(scale=0.2)


# The block is no sign of the text itself here, so that what it covers can be told.
_ANY = st.text(st.characters(exclude_characters="\u2588"), min_size=1, max_size=80)


@settings(max_examples=200, deadline=None)
@given(text=_ANY, data=st.data())
def test_whatever_places_are_given_nothing_of_them_is_kept(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    chosen = data.draw(st.lists(ends.filter(lambda two: two[0] < two[1]), max_size=6))
    hidden = [{"start": start, "end": end, "reason": "other"} for start, end in chosen]
    inside = {at for start, end in chosen for at in range(start, end)}
    blocks = covered(text, hidden)
    assert all(blocks[at] == "\u2588" for at in inside)
    seen = "".join(run.text for run in runs(text, hidden))
    # What is seen is what is not covered, in its order; more may be covered than asked, never less.
    kept = [char for char, block in zip(text, blocks, strict=True) if block == char]
    assert seen == "".join(kept)
