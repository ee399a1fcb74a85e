"""Folding: one plain spelling for a word in every script of the network."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common.folding import MAX_LENGTH, fold

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = [
    "a",
    "b",
    "v",
    "g",
    "d",
    "đ",
    "e",
    "ž",
    "z",
    "i",
    "j",
    "k",
    "l",
    "lj",
    "m",
    "n",
    "nj",
    "o",
    "p",
    "r",
    "s",
    "t",
    "ć",
    "u",
    "f",
    "h",
    "c",
    "č",
    "dž",
    "š",
]
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Prishtine", "Prishtinë", "Prishtina", "Priština", "Pristina", "Приштина", "პრიშტინა", "PRISHTINË"),
        ("Ђорђе", "Đorđe", "Djordje", "Dorde", "ЂОРЂЕ"),
        ("Ђаковица", "Đakovica", "Djakovica"),
        ("Митровица", "Mitrovica", "Mitrovicë", "Mitrovice"),
        ("Љешак", "Lješak", "LJEŠAK", "Ljesak"),
        ("Штрпце", "Štrpce", "Shtrpce"),
        ("Korçë", "Korça", "Korce", "Korča", "Корча"),
        ("Tiranë", "Tirana", "Tirane", "Тирана", "თირანა"),
        ("Pukë", "Puka", "Puke"),
        ("ქუთაისი", "Kutaisi", "K'ut'aisi", "K’ut’aisi", "ᲥᲣᲗᲐᲘᲡᲘ"),
        ("წყალტუბო", "Tsqaltubo", "ts'q'alt'ubo"),
        ("Luf-Qerret", "luf  qerret", "Luf–Qerret"),
        ("s\u030ckola", "škola", "školë"),
    ],
)
def test_all_spellings_of_a_name_are_one(spellings):
    assert {fold(spelling) for spelling in spellings} == {fold(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Peja", "Puka"), ("Has", "Hasi"), ("Gjilan", "Gjirokastër"), ("Prizren", "Prishtina"), ("sot", "set")],
)
def test_different_names_stay_different(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  \t\n", ""),
        ("PIF-2026-000123", "pif 2026 000123"),
        ("Bashkia Pukë, Njësia Qelëz", "baskia puk njesia qelez"),
        ("ne", "ne"),
        ("Дана 12. маја", "dan 12 maj"),
        ("a\u0000b", "a b"),
    ],
)
def test_folds_to(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_is_plain_ascii_words(text):
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower() == " ".join(folded.split())
    assert all(char.isalnum() or char == " " for char in folded)


@given(st.text())
def test_capitals_do_not_matter(text):
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(st.lists(st.text(_CYRILLIC, min_size=1, max_size=12), max_size=4).map(" ".join))
def test_serbian_folds_alike_in_both_scripts(text):
    latin = "".join(_TO_LATIN.get(char, char) for char in text)
    assert fold(latin) == fold(text) == fold(latin.upper())


@given(st.text(_CYRILLIC + "abcdefghijklmnopqrstuvwxyzëçšđčćž", min_size=1, max_size=15), st.data())
def test_the_beginning_of_a_word_finds_the_word(word, data):
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert fold(word).startswith(fold(beginning))


@given(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, categories=["Cs"]))
def test_half_a_character_does_no_harm(surrogate):
    assert fold(f"abc{surrogate}d").isascii()


@pytest.mark.parametrize("piece", ["a", "sh'", "ﷺ", "ჭ", "e\u0301", " ", "😀"])
def test_a_long_text_costs_little(piece):
    started = time.perf_counter()
    folded = fold(piece * 1_000_000)
    assert time.perf_counter() - started < 2
    assert len(folded) <= MAX_LENGTH
    assert fold(folded) == folded
