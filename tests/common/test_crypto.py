"""Sealing: what is sealed opens only with its key, in its place, whole."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import crypto
from backend.common.crypto import SealBroken

KEY = bytes(range(32))
PLACE = crypto.aad("field", 1, "complaints.complaint.narrative")


def test_what_is_sealed_opens_again():
    for words in ("", "në spital më kërkuan 200 euro", "ქრთამი", "мито"):
        assert crypto.open_sealed(KEY, crypto.seal(KEY, words.encode(), PLACE), PLACE).decode() == words


def test_the_same_words_never_look_the_same():
    assert len({crypto.seal(KEY, b"200 euro", PLACE) for _ in range(200)}) == 200


def test_every_flipped_bit_is_noticed():
    sealed = crypto.seal(KEY, b"200 euro", PLACE)
    for position in range(len(sealed) * 8):
        damaged = bytearray(sealed)
        damaged[position // 8] ^= 1 << position % 8
        with pytest.raises(SealBroken):
            crypto.open_sealed(KEY, bytes(damaged), PLACE)


def test_cut_and_lengthened_bytes_do_not_open():
    sealed = crypto.seal(KEY, b"200 euro", PLACE)
    for wrong in (*(sealed[:length] for length in range(len(sealed))), sealed + b"\0", b"\0" + sealed):
        with pytest.raises(SealBroken):
            crypto.open_sealed(KEY, wrong, PLACE)


def test_another_key_and_another_place_do_not_open():
    sealed = crypto.seal(KEY, b"200 euro", PLACE)
    with pytest.raises(SealBroken):
        crypto.open_sealed(crypto.new_key(), sealed, PLACE)
    with pytest.raises(SealBroken):
        crypto.open_sealed(KEY, sealed, crypto.aad("field", 1, "complaints.complaint.wish"))


def test_a_broken_seal_says_nothing_of_the_words():
    try:
        crypto.open_sealed(KEY, crypto.seal(KEY, b"200 euro", PLACE)[:-1], PLACE)
    except SealBroken as broken:
        assert (broken.status, broken.code, broken.facts) == (500, "key.seal_broken", {})
        assert "200" not in repr(broken) + str(broken)
        assert broken.__suppress_context__


@given(
    st.lists(st.one_of(st.text(), st.integers()), max_size=4),
    st.lists(st.one_of(st.text(), st.integers()), max_size=4),
)
def test_no_two_places_are_written_alike(one, other):
    assert (crypto.aad(*one) == crypto.aad(*other)) == (one == other)


def test_a_place_cannot_be_shifted_between_its_parts():
    assert crypto.aad("a", "bc") != crypto.aad("ab", "c")
    assert crypto.aad("a", 1) != crypto.aad("a", "1")
    assert crypto.aad('a","b') != crypto.aad("a", "b")
    known = uuid.UUID(int=1)
    assert crypto.aad(known) == crypto.aad(str(known))


def test_one_label_one_key():
    labels = ("idempotency", "audit", "keyring.partner-key")
    keys = {crypto.subkey(label) for label in labels}
    assert len(keys) == 3
    assert all(len(key) == 32 for key in keys)
    assert crypto.subkey("audit") == crypto.subkey("audit")


def test_another_root_key_gives_other_keys_and_the_old_one_is_still_known(settings):
    before, digest, old = crypto.subkey("audit"), crypto.digest("phone", "+355"), settings.DOSJA_ROOT_KEY
    settings.DOSJA_ROOT_KEY, settings.DOSJA_ROOT_KEYS_OLD = (
        b"a new root key of at least thirty-two bytes",
        [old],
    )
    assert crypto.subkey("audit") != before
    assert crypto.digest("phone", "+355") != digest
    assert digest in crypto.digests("phone", "+355")
    assert [root.secret for root in crypto.root_keys()] == [settings.DOSJA_ROOT_KEY, old]


def test_a_digest_depends_on_its_label_and_its_value():
    digests = {crypto.digest(label, value) for label in ("phone", "email") for value in ("1", "2")}
    assert len(digests) == 4
    assert crypto.keyed_digest(KEY, "phone", "1") != crypto.keyed_digest(crypto.new_key(), "phone", "1")


def test_a_short_root_key_is_refused(settings):
    settings.DOSJA_ROOT_KEY = b"short"
    with pytest.raises(ValueError, match="32 bytes"):
        crypto.current_root()


def test_a_root_key_never_prints_itself():
    root = crypto.current_root()
    assert root.secret.decode() not in repr(root) + str(root) + f"{root}"
    assert len(root.id) == 16
