"""Ciphertext belongs to one case, one row, one field, and to a whole key: anything else fails closed."""

import logging

import pytest
from django.db import connection, transaction
from django.utils import translation

from backend.common import problems
from backend.keyring import envelope, services
from backend.keyring.errors import KeyDestroyed, RootKeyMissing, SealBroken
from backend.keyring.models import DataKey, PartnerKey
from tests.keyring.conftest import MARKER, overwrite, stored
from tests.keyring.sheets import Sheet

OTHER_ROOT = b"a new root key of at least thirty-two bytes"


def _shut(row: Sheet, field: str = "words") -> bool:
    try:
        getattr(row, field)
    except SealBroken:
        return True
    return False


def test_words_moved_to_another_case_do_not_open(sheet, new_key):
    other = Sheet.objects.create(data_key=new_key(), words="other")
    assert _shut(overwrite(other, stored(sheet)))


def test_words_moved_to_another_row_of_the_same_case_do_not_open(sheet):
    other = Sheet.objects.create(data_key=sheet.data_key, words="other")
    assert _shut(overwrite(other, stored(sheet)))


def test_words_moved_to_another_field_of_the_same_row_do_not_open(sheet):
    assert _shut(overwrite(sheet, stored(sheet), "remark_sealed"), "remark")
    assert _shut(overwrite(sheet, stored(sheet, "answers_sealed")), "words")


def test_a_row_pointed_at_another_cases_key_does_not_open(sheet, new_key):
    Sheet.objects.update(data_key=new_key())
    assert _shut(Sheet.objects.get())


def test_a_key_relabelled_as_another_cases_key_does_not_open(sheet, new_key, partner_b):
    theirs = new_key(partner_b)
    key = DataKey.objects.filter(pk=sheet.data_key_id)
    original = key.values("subject_id", "purpose", "partner_id").get()
    for lie in ({"subject_id": theirs.pk}, {"purpose": "identity"}, {"partner_id": partner_b.pk}):
        key.update(**lie)
        envelope.forget_all()
        assert _shut(Sheet.objects.get())
        key.update(**original)
    envelope.forget_all()
    assert Sheet.objects.get().words == MARKER


def test_a_wrapped_key_moved_to_another_row_does_not_open(sheet, new_key):
    DataKey.objects.filter(pk=sheet.data_key_id).update(wrapped=bytes(new_key().wrapped))
    envelope.forget_all()
    assert _shut(Sheet.objects.get())


def test_a_partners_key_moved_to_another_partner_does_not_open(sheet, new_key, partner_a, partner_b):
    new_key(partner_b)
    theirs = PartnerKey.objects.get(partner=partner_b)
    PartnerKey.objects.filter(partner=partner_a).update(wrapped=bytes(theirs.wrapped))
    envelope.forget_all()
    assert _shut(Sheet.objects.get())


@pytest.mark.parametrize("length", [0, 1, 12, 28, 29, -1])
def test_words_cut_short_do_not_open(sheet, length):
    assert _shut(overwrite(sheet, stored(sheet)[:length]))


def test_words_with_one_flipped_bit_do_not_open(sheet):
    sealed = stored(sheet)
    for position in range(len(sealed)):
        damaged = bytearray(sealed)
        damaged[position] ^= 1
        assert _shut(overwrite(sheet, bytes(damaged)))


def test_words_that_do_not_open_raise_an_alarm_without_words(sheet, caplog):
    damaged = overwrite(sheet, stored(sheet)[:-1])
    with caplog.at_level(logging.INFO), pytest.raises(SealBroken) as broken:
        _ = damaged.words
    (line,) = caplog.records
    assert (line.levelname, line.name) == ("CRITICAL", "dosja.keyring")
    assert "keyring_sheets.sheet.words" in line.message
    assert str(sheet.data_key_id) in line.message
    with translation.override("en"):
        document = problems.document_of(broken.value)
    assert (document["status"], document["code"]) == (500, "key.seal_broken")
    assert set(document) == {"type", "status", "code", "title"}


def test_a_copied_row_that_does_not_open_is_not_saved(sheet):
    damaged = overwrite(sheet, stored(sheet)[:-1])
    damaged.pk, damaged._state.adding = sheet.data_key_id, True
    with pytest.raises(SealBroken), transaction.atomic():
        damaged.save()
    assert Sheet.objects.count() == 1


def test_erased_words_are_gone_and_say_so(sheet):
    assert Sheet.objects.get().words == MARKER
    services.destroy(sheet.data_key)
    for row in (Sheet.objects.get(), Sheet.objects.select_related("data_key__partner_key").get()):
        with pytest.raises(KeyDestroyed) as gone:
            _ = row.words
        assert (gone.value.status, gone.value.code) == (410, "key.destroyed")
        row.title = "the row itself lives on"
        row.save()
        row.refresh_from_db()
    with pytest.raises(KeyDestroyed):
        Sheet.objects.create(data_key=DataKey.objects.get(pk=sheet.data_key_id), words="new")


def test_without_the_root_key_nothing_opens(sheet, settings, caplog):
    settings.DOSJA_ROOT_KEY = OTHER_ROOT
    with pytest.raises(RootKeyMissing) as missing:
        _ = Sheet.objects.get().words
    assert missing.value.status == 500
    assert caplog.records[-1].levelname == "CRITICAL"


def test_a_thief_with_a_root_key_of_his_own_opens_nothing(sheet, settings):
    settings.DOSJA_ROOT_KEY = OTHER_ROOT
    PartnerKey.objects.update(root_key_id=envelope.crypto.current_root().id)
    assert _shut(Sheet.objects.get())


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="bytes and text differ there by type")
def test_text_in_place_of_sealed_bytes_does_not_pass_as_words(sheet):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {Sheet._meta.db_table} SET words_sealed = 'plain words'")
    with pytest.raises((SealBroken, TypeError)):
        _ = Sheet.objects.get().words
