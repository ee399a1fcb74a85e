"""A receipt's digits: typed by tired people, from paper, in any script; a slip of the pen is told as such."""

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import assume, given
from hypothesis import strategies as st

from backend.complaints.errors import ReceiptMistyped
from backend.complaints.receipt_codes import (
    RANDOM_DIGITS,
    in_groups,
    new_receipt,
    number_digest,
    opens,
    read_typed,
    seal_new_secret,
)

digits = st.text("0123456789", min_size=RANDOM_DIGITS, max_size=RANDOM_DIGITS)
numbers = st.text("0123456789", min_size=8, max_size=8)
scripts = st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"])
separators = st.sampled_from([" ", "-", ".", "\u00a0", "–", "  ", "\n", "\u200f", "·", ""])


@given(numbers, digits)
def test_what_was_issued_can_be_typed(number, secret_digits):
    receipt = new_receipt(number, secret_digits)
    typed = read_typed(receipt.number, receipt.secret)
    assert (typed.number, typed.digits) == (number, secret_digits)


@given(numbers, digits, scripts, separators, st.integers(1, 6))
def test_grouping_and_script_do_not_matter(number, secret_digits, script, separator, size):
    receipt = new_receipt(number, secret_digits)

    def retyped(text):
        groups = [text[start : start + size] for start in range(0, len(text), size)]
        return f"{separator}{separator.join(groups)} ".translate(str.maketrans("0123456789", script))

    typed = read_typed(retyped(receipt.number), retyped(receipt.secret))
    assert (typed.number, typed.digits) == (number, secret_digits)


@given(numbers, digits, st.integers(0, 28), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(number, secret_digits, position, shift):
    receipt = new_receipt(number, secret_digits)
    whole = list(receipt.number + receipt.secret)
    whole[position] = str((int(whole[position]) + shift) % 10)
    with pytest.raises(ReceiptMistyped):
        read_typed("".join(whole[:8]), "".join(whole[8:]))


@given(numbers, digits, st.integers(0, 27))
def test_every_swap_of_two_neighbours_is_noticed(number, secret_digits, position):
    receipt = new_receipt(number, secret_digits)
    whole = list(receipt.number + receipt.secret)
    assume(whole[position] != whole[position + 1])
    whole[position], whole[position + 1] = whole[position + 1], whole[position]
    with pytest.raises(ReceiptMistyped):
        read_typed("".join(whole[:8]), "".join(whole[8:]))


@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_else_is_mistyped_and_nothing_worse(number, secret):
    try:
        typed = read_typed(number, secret)
    except ReceiptMistyped as told:
        assert told.errors[0].code == "receipt.mistyped"
    else:
        assert (len(typed.number), len(typed.digits)) == (8, RANDOM_DIGITS)


@pytest.mark.parametrize(
    ("number", "secret", "field"),
    [
        ("1234567", "1" * 21, "number"),
        ("123456789", "1" * 21, "number"),
        ("1234567a", "1" * 21, "number"),
        ("12345678", "1" * 20, "secret"),
        ("12345678", "½" * 21, "secret"),
        ("12345678", "", "secret"),
    ],
)
def test_it_says_which_of_the_two_is_mistyped(number, secret, field):
    with pytest.raises(ReceiptMistyped) as told:
        read_typed(number, secret)
    assert told.value.errors[0].field == field


def test_digits_are_shown_in_groups_of_four():
    receipt = new_receipt("00123456", "01234567890123456789")
    first, second = receipt.formatted.split("\n")
    assert first == "0012 3456"
    assert second == in_groups(receipt.secret)
    assert second.startswith("0123 4567 8901 2345 6789 ")


def test_a_secret_opens_only_its_own_hash():
    sealed, other = seal_new_secret(), seal_new_secret()
    assert opens(sealed.hash, sealed.digits)
    assert not opens(sealed.hash, other.digits)


def test_without_a_receipt_nothing_opens():
    assert not opens(None, seal_new_secret().digits)


def test_a_stolen_database_lacks_the_pepper():
    sealed, digest = seal_new_secret(), number_digest("12345678")
    with override_settings(DOSJA_RECEIPT_PEPPER=b"another-pepper-0123456789abcdef0123456789"):
        assert not opens(sealed.hash, sealed.digits)
        assert number_digest("12345678") != digest


def test_a_receipt_made_under_an_earlier_pepper_opens_as_long_as_that_one_is_given():
    sealed, earlier = seal_new_secret(), settings.DOSJA_RECEIPT_PEPPER
    with override_settings(DOSJA_RECEIPT_PEPPER=b"another-pepper-0123456789abcdef0123456789"):
        with override_settings(DOSJA_RECEIPT_PEPPERS_OLD=[earlier]):
            assert opens(sealed.hash, sealed.digits)
            assert not opens(sealed.hash, seal_new_secret().digits)
            assert not opens(None, sealed.digits)
        assert not opens(sealed.hash, sealed.digits)


def test_the_hash_has_the_agreed_parameters_and_a_salt_of_its_own():
    first, second = seal_new_secret(), seal_new_secret()
    assert first.hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert first.hash.split("$")[4] != second.hash.split("$")[4]


def test_neither_receipt_nor_secret_prints_itself():
    sealed = seal_new_secret()
    receipt = new_receipt("12345678", sealed.digits)
    typed = read_typed(receipt.number, receipt.secret)
    for thing in (sealed, receipt, typed):
        assert sealed.digits not in f"{thing!r} {thing}"
        assert "12345678" not in f"{thing!r} {thing}"
