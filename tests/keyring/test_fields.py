"""Encrypted fields: plain to work with, sealed wherever they are kept."""

import copy
import pickle
import uuid

import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F

from backend.common.errors import Invalid
from backend.complaints.models import Complaint
from backend.keyring import services
from backend.keyring.fields import EncryptedJSONField, EncryptedTextField
from backend.keyring.models import DataKey
from backend.keyring.sealed import Sealed
from tests.keyring.conftest import MARKER, stored
from tests.keyring.sheets import Sheet

KINDS = {"kind": "corruption", "complainant_kind": "anonymous", "language": "sq", "channel": "api"}


def test_words_come_back_as_they_were_given(sheet):
    for words in (MARKER, "", "Приштина", "თბილისი", "🙂\u202e\n", "x" * 200):
        sheet.words = words
        sheet.save()
        assert Sheet.objects.get(pk=sheet.pk).words == words


def test_the_column_holds_none_of_the_words(sheet):
    assert MARKER.encode() not in stored(sheet)
    assert len(stored(sheet)) == len(MARKER.encode()) + 29


def test_two_rows_with_the_same_words_look_different(sheet):
    other = Sheet.objects.create(data_key=sheet.data_key, words=MARKER)
    assert stored(sheet) != stored(other)


def test_answers_come_back_as_they_were_given(sheet):
    answers = {"what": "tokë", "since": 8, "papers": ["a", None, True], "ratio": 1.5}
    sheet.answers = answers
    sheet.save()
    assert Sheet.objects.get(pk=sheet.pk).answers == answers


def test_an_answer_changed_in_place_is_saved(sheet):
    sheet.answers.append("child")
    sheet.save()
    loaded = Sheet.objects.get(pk=sheet.pk)
    loaded.answers.append("poverty")
    loaded.save(update_fields=["answers"])
    assert Sheet.objects.get(pk=sheet.pk).answers == ["child", "poverty"]


def test_defaults_and_empty_words_are_sealed_as_well(sheet):
    loaded = Sheet.objects.get(pk=sheet.pk)
    assert (loaded.remark, loaded.answers, loaded.maybe) == ("", [], None)
    assert stored(sheet, "remark_sealed") != b""
    assert Sheet().answers is not Sheet().answers


def test_saving_something_else_leaves_the_sealed_bytes_alone(sheet):
    before = stored(sheet)
    loaded = Sheet.objects.get(pk=sheet.pk)
    loaded.title = "new"
    loaded.save()
    assert loaded.words == MARKER
    loaded.save()
    assert stored(sheet) == before


def test_new_words_are_sealed_anew(sheet):
    before = stored(sheet)
    sheet.words = MARKER
    sheet.save(update_fields=["words"])
    assert stored(sheet) != before


def test_update_fields_saves_only_what_it_names(sheet):
    sheet.words, sheet.remark = "new", "new"
    sheet.save(update_fields=["remark"])
    loaded = Sheet.objects.get(pk=sheet.pk)
    assert (loaded.words, loaded.remark) == (MARKER, "new")


def test_many_rows_are_created_at_once(new_key):
    key = new_key()
    Sheet.objects.bulk_create([Sheet(data_key=key, words=f"{MARKER} {number}") for number in range(5)])
    assert {sheet.words for sheet in Sheet.objects.all()} == {f"{MARKER} {number}" for number in range(5)}


def test_a_row_is_refreshed_from_the_database(sheet):
    Sheet.objects.get(pk=sheet.pk)
    other = Sheet.objects.get(pk=sheet.pk)
    other.words = "new"
    other.save()
    sheet.refresh_from_db()
    assert sheet.words == "new"
    sheet.words = "newer"
    sheet.refresh_from_db(fields=["words"])
    assert sheet.words == "new"


def test_words_that_were_left_out_are_fetched_when_they_are_read(sheet):
    assert Sheet.objects.only("title").get(pk=sheet.pk).words == MARKER
    assert Sheet.objects.defer("words").get(pk=sheet.pk).words == MARKER
    assert Sheet.objects.defer("data_key").get(pk=sheet.pk).words == MARKER


def test_a_copied_row_opens_in_its_new_place(sheet):
    for read_before in (True, False):
        copied = Sheet.objects.get(pk=sheet.pk)
        if read_before:
            assert copied.words == MARKER
        copied.pk, copied._state.adding = uuid.uuid4(), True
        copied.save()
        assert Sheet.objects.get(pk=copied.pk).words == MARKER
        assert stored(copied) != stored(sheet)


def test_a_row_under_another_key_opens_with_that_key(sheet, new_key):
    loaded = Sheet.objects.get(pk=sheet.pk)
    loaded.data_key = new_key()
    loaded.save()
    services.destroy(sheet.data_key)
    assert Sheet.objects.get(pk=sheet.pk).words == MARKER


@pytest.fixture
def complaint(new_key, partner_a) -> Complaint:
    made = Complaint.objects.create(
        partner=partner_a, data_key=new_key(), narrative=MARKER, vulnerability=["child"], **KINDS
    )
    return Complaint.objects.get(pk=made.pk)


def test_copies_in_memory_are_independent(complaint):
    assert complaint.vulnerability == ["child"]
    for copied in (copy.copy(complaint), copy.deepcopy(complaint)):
        copied.narrative = "other"
        assert complaint.narrative == MARKER
    copied.vulnerability.append("poverty")
    assert complaint.vulnerability == ["child"]
    unsaved = Complaint(data_key=complaint.data_key, narrative="new", vulnerability=["a"])
    copied = copy.deepcopy(unsaved)
    copied.vulnerability.append("b")
    assert (unsaved.vulnerability, copied.narrative) == (["a"], "new")


def test_a_pickled_row_carries_sealed_bytes_only(complaint):
    assert complaint.narrative == MARKER
    pickled = pickle.dumps(complaint)
    assert MARKER.encode() not in pickled
    assert pickle.loads(pickled).narrative == MARKER
    with pytest.raises(TypeError):
        pickle.dumps(Complaint(data_key=complaint.data_key, narrative=MARKER))


def test_a_fixture_carries_sealed_bytes_only(sheet):
    dumped = serializers.serialize("json", [Sheet.objects.get(pk=sheet.pk)])
    assert MARKER not in dumped
    field = Sheet._meta.get_field("words")
    restored = field.to_python(field.value_to_string(Sheet.objects.get(pk=sheet.pk)))
    assert isinstance(restored, Sealed)
    assert bytes(restored) == stored(sheet)


def test_sealed_bytes_never_print_themselves(sheet):
    row = Sheet.objects.values("words", "answers").get(pk=sheet.pk)
    assert isinstance(row["words"], Sealed)
    shown = f"{row} {row['words']} {row['words']!r} {row['words']!s} {Sheet(words=MARKER).__dict__}"
    assert MARKER not in shown
    assert "\\x" not in shown
    assert f"<sealed, {len(row['words'])} bytes>" in shown


def test_opened_words_do_not_show_on_the_row(sheet):
    loaded = Sheet.objects.get(pk=sheet.pk)
    assert loaded.words == MARKER
    assert MARKER not in f"{loaded} {loaded!r} {loaded.__dict__}"


@pytest.mark.parametrize(
    "lookup", [{"words": MARKER}, {"words__contains": "euro"}, {"answers__what": 1}, {"words__in": [MARKER]}]
)
def test_the_database_cannot_search_what_it_cannot_read(db, lookup):
    with pytest.raises(FieldError, match="encrypted") as refused:
        Sheet.objects.filter(**lookup).exists()
    assert MARKER not in str(refused.value)


def test_the_database_can_tell_whether_there_is_something(sheet):
    assert Sheet.objects.filter(words__isnull=False, maybe__isnull=True).count() == 1


def test_a_bulk_update_cannot_write_plain_words(sheet):
    for attempt in (
        lambda: Sheet.objects.update(words=MARKER),
        lambda: Sheet.objects.bulk_update(
            [Sheet(pk=sheet.pk, data_key=sheet.data_key, words=MARKER)], ["words"]
        ),
    ):
        with pytest.raises(TypeError, match="save") as refused, transaction.atomic():
            attempt()
        assert MARKER not in str(refused.value)
    Sheet.objects.update(maybe=None)


def test_a_row_without_words_or_without_key_is_not_saved(new_key):
    with pytest.raises(IntegrityError), transaction.atomic():
        Sheet.objects.create(data_key=new_key())
    with pytest.raises(ValueError, match="data_key"), transaction.atomic():
        Sheet.objects.create(words=MARKER)
    assert not Sheet.objects.exists()


@pytest.mark.parametrize("words", ["x" * 201, "\ud800"])
def test_words_too_long_or_broken_are_refused_twice(sheet, words):
    sheet.words = words
    with pytest.raises(ValidationError) as refused:
        sheet.full_clean()
    assert set(refused.value.message_dict) == {"words"}
    with pytest.raises(Invalid) as invalid, transaction.atomic():
        sheet.save()
    assert invalid.value.errors[0].field == "words"
    assert invalid.value.__cause__ is None
    assert Sheet.objects.get(pk=sheet.pk).words == MARKER


def test_a_valid_row_is_clean(sheet):
    Sheet.objects.get(pk=sheet.pk).full_clean()
    Sheet(data_key=sheet.data_key, words=MARKER).full_clean()
    with pytest.raises(ValidationError, match="words"):
        Sheet(data_key=sheet.data_key).full_clean()
    with pytest.raises(ValidationError, match="words"):
        Sheet(data_key=sheet.data_key, words="").full_clean()


@pytest.mark.parametrize("wrong", [1, b"bytes", ["list"], True])
def test_a_text_field_takes_text_only(sheet, wrong):
    sheet.words = wrong
    with pytest.raises(TypeError):
        sheet.save()


@pytest.mark.parametrize("wrong", [{1, 2}, float("nan"), uuid.uuid4(), ["x" * 500]])
def test_a_json_field_takes_json_only(sheet, wrong):
    sheet.answers = wrong
    with pytest.raises((TypeError, ValueError, Invalid)):
        sheet.save()


def test_another_key_of_the_row_may_be_named(sheet, new_key):
    sheet.second_key = new_key(purpose="identity")
    sheet.name = "Agim"
    sheet.save()
    assert Sheet.objects.get(pk=sheet.pk).name == "Agim"
    services.destroy(sheet.second_key)
    assert Sheet.objects.get(pk=sheet.pk).words == MARKER


def test_reading_costs_one_query_and_not_reading_none(sheet, django_assert_num_queries):
    with django_assert_num_queries(1):
        loaded = Sheet.objects.get(pk=sheet.pk)
    with django_assert_num_queries(1):
        assert (loaded.words, loaded.remark, loaded.answers) == (MARKER, "", [])


@pytest.mark.parametrize("rows", [1, 30])
def test_a_page_of_rows_costs_one_query_however_long(new_key, rows, django_assert_num_queries):
    for _ in range(rows):
        Sheet.objects.create(data_key=new_key(), words=MARKER)
    services.keys.envelope.forget_all()
    with django_assert_num_queries(1):
        page = list(Sheet.objects.select_related("data_key__partner_key"))
        assert {sheet.words for sheet in page} == {MARKER}


def test_migrations_know_the_field():
    for field in (
        EncryptedTextField(max_length=5, key="other", sealed_as="old.name"),
        EncryptedJSONField(default=list),
    ):
        _, path, args, kwargs = field.deconstruct()
        assert path.startswith("backend.keyring.fields.Encrypted")
        again = type(field)(*args, **kwargs)
        assert again.deconstruct()[1:] == field.deconstruct()[1:]
        assert (again.key, again.sealed_as) == (field.key, field.sealed_as)


def test_a_renamed_field_opens_with_the_name_that_it_was_sealed_as(sheet, monkeypatch):
    field = Sheet._meta.get_field("remark")
    monkeypatch.setattr(field, "sealed_as", "keyring_sheets.sheet.words")
    Sheet.objects.update(remark=F("words"))
    assert Sheet.objects.get(pk=sheet.pk).remark == MARKER


def test_a_model_that_cannot_hold_sealed_words_is_told_at_the_start():
    class Loose(models.Model):
        words = EncryptedTextField()

        class Meta:
            app_label = "keyring_loose"

        def __str__(self) -> str:
            return ""

    class Firm(models.Model):
        id = models.UUIDField(primary_key=True)
        data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
        words = EncryptedTextField(default="")

        class Meta:
            app_label = "keyring_loose"

        def __str__(self) -> str:
            return ""

    assert {error.id for error in Loose._meta.get_field("words").check()} == {"keyring.E001", "keyring.E002"}
    assert Firm._meta.get_field("words").check() == []
