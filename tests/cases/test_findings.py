"""What looks like personal data is found, wherever it stands and however it is written."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backend.cases.findings import found_in
from backend.cases.stages import FindingKind

K = FindingKind


def kinds(text: str, person: str = "") -> set[FindingKind]:
    return {one.kind for one in found_in(text, person)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("shkruani te drita.kola@example.org sot", K.EMAIL),
        ("drita (at) example.org", K.EMAIL),
        ("пишите на драган@пример.срб", K.EMAIL),
        ("Tel. +355 69 123 4567.", K.PHONE),
        ("0691234567", K.PHONE),
        ("069/12-34-567", K.PHONE),
        ("(044) 123 456", K.PHONE),
        ("00383 44 123 456", K.PHONE),
        ("+381 (0)28 422 123", K.PHONE),
        ("ნომერი 599 12 34 56", K.PHONE),
        ("+995599123456", K.PHONE),
        ("069\u200b123\u200b4567", K.PHONE),
        ("069\u00a0123\u00a04567", K.PHONE),
        ("I05101999Q", K.PERSONAL_NUMBER),
        ("numri personal 1234567890", K.PERSONAL_NUMBER),
        ("პირადი ნომერი 01019907100", K.PERSONAL_NUMBER),
        ("JMBG 0101990710006", K.PERSONAL_NUMBER),
        ("ЈМБГ 0101990710007", K.PERSONAL_NUMBER),
        ("pasaporta BA1234567", K.DOCUMENT_NUMBER),
        ("AL47 2121 1009 0000 0002 3569 8741", K.IBAN),
        ("xk051212012345678906", K.IBAN),
        ("GE29NB0000000101904917", K.IBAN),
        ("GE28NB0000000101904917", K.IBAN),
        ("DE89 3704 0044 0532 0130 00 te banka", K.IBAN),
        ("4111 1111 1111 1111", K.CARD),
        ("targa AA 123 BB", K.PLATE),
        ("tablice 01-234-AB", K.PLATE),
        ("KM 012-ČĆ nije, ali ŠA 123-AB jeste", K.PLATE),
        ("llogaria 123456789", K.LONG_NUMBER),
    ],
)
def test_it_is_found(text: str, kind: FindingKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ligji nr. 119/2014 “Për të drejtën e informimit”, neni 11, brenda 10 ditëve",
        "Zakon br. 06/L-081, rok 7 dana, 13.03.2026. i 2026-03-13",
        "Më 3 mars 2026 pagova 1 200 lekë, fatura 12345/2",
        "PIF-2026-000123",
        "01.03.2026 10:30 deri 02/04/2026",
        "წერილი №123 2026 წლის 12 მარტს",
        "",
    ],
)
def test_what_tells_nobody_is_left_alone(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Gjyqtarja Drita Hoxha e shtyu seancën.", "Drita Hoxha"),
        ("vendimi i Hoxhës", "Drita Hoxha"),
        ("kod sudije Petrovića", "Petar Petrović"),
        ("код судије Петровића", "Petar Petrović"),
        ("მოსამართლე ბერიძემ გადადო", "Giorgi Beridze"),
        ("mosamartle Beridzis", "გიორგი ბერიძე"),
        ("GJYQTARJA HOXHA", "drita hoxha"),
    ],
)
def test_the_restricted_name_is_found_in_any_script_and_case_of_grammar(text: str, person: str) -> None:
    assert kinds(text, person) == {K.RESTRICTED_PERSON}


def test_other_names_are_not_taken_for_the_restricted_one() -> None:
    assert found_in("Arben Kola dhe Hoxhataraku", "Drita Hoxha") == []
    assert found_in("Drita Hoxha", "") == []


def test_the_place_is_where_it_stands() -> None:
    text = "é\u200d " + "x" * 5 + " drita@example.org, fund"
    (one,) = found_in(text)
    assert text[one.start : one.end] == "drita@example.org"


_DIGITS = st.text("0123456789", min_size=9, max_size=9)
_SEPS = st.sampled_from(["", " ", "-", "/", ".", "\u00a0", " - "])


@st.composite
def phones(draw: st.DrawFn) -> str:
    """A telephone number of one of the four countries, grouped by one sign."""
    sep, rest = draw(_SEPS), draw(st.text("0123456789", min_size=6, max_size=7))
    start = draw(
        st.sampled_from(
            ["+355 69", "+383 44", "+995 599", "+381 64", "0035569", "069", "044", "(032)", "011"]
        )
    )
    if len(start) <= 5:
        rest = rest.ljust(6, "1")
    return sep.join([start, rest[:3], rest[3:]])


@st.composite
def jmbgs(draw: st.DrawFn) -> str:
    digits = [draw(st.integers(0, 9)) for _ in range(12)]
    weights = (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    check = 11 - sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11
    return "".join(map(str, [*digits, 0 if check > 9 else check]))


@st.composite
def ibans(draw: st.DrawFn) -> str:
    country, length = draw(
        st.sampled_from([("AL", 28), ("XK", 20), ("GE", 22), ("RS", 22), ("DE", 22), ("NO", 15)])
    )
    rest = draw(st.text("0123456789", min_size=length - 4, max_size=length - 4))
    turned = rest + "".join(str(int(char, 36)) for char in country) + "00"
    whole = f"{country}{98 - int(turned) % 97:02}{rest}"
    if draw(st.booleans()):
        whole = " ".join(whole[at : at + 4] for at in range(0, length, 4))
    return whole


_PLANTED = st.one_of(
    st.tuples(st.just(K.PHONE), phones()),
    st.tuples(st.just(K.PERSONAL_NUMBER), jmbgs()),
    st.tuples(st.just(K.PERSONAL_NUMBER), st.from_regex(r"[0-9]{10,11}", fullmatch=True)),
    st.tuples(st.just(K.PERSONAL_NUMBER), st.from_regex(r"[A-T][0-9]{8}[A-W]", fullmatch=True)),
    st.tuples(st.just(K.IBAN), ibans()),
    st.tuples(st.just(K.PLATE), st.from_regex(r"[A-Z]{2} [0-9]{3} [A-Z]{2}", fullmatch=True)),
    st.tuples(st.just(K.LONG_NUMBER), st.from_regex(r"[0-9]{9,20}", fullmatch=True)),
    st.tuples(st.just(K.EMAIL), st.from_regex(r"[a-z]{1,8}\.[a-z]{1,8}@[a-z]{2,8}\.org", fullmatch=True)),
)
# Whatever may stand around it: words, numbers, dates, signs; a space parts them from what is planted.
_AROUND = st.text(st.sampled_from("abЂშë ABZ 0123456789 ,;:!?\n\t+@()/.-\u200b\u00ad"), max_size=40).map(str)


@example(before="", planted=(K.PHONE, "(032) - 000 - 000"), after="")
@settings(max_examples=600, deadline=None)
@given(before=_AROUND, planted=_PLANTED, after=_AROUND)
def test_what_is_planted_is_always_found_whatever_stands_around_it(
    before: str, planted: tuple[FindingKind, str], after: str
) -> None:
    _kind, words = planted
    text = f"{before} {words} {after}"
    start = len(before) + 1
    inside = found_in(text)
    assert any(one.start <= start and one.end >= start + len(words) for one in inside), (text, inside)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=30))
def test_any_text_can_be_looked_through(text: str, person: str) -> None:
    for one in found_in(text, person):
        assert 0 <= one.start < one.end <= len(text)
