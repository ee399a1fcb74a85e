"""A citizen's words stay what they were: the database refuses edits, services refuse what cannot be shown."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.errors import Invalid, NotFound
from backend.common.languages import Language
from backend.complaints.errors import ConsentGivenTwice, ConsentWithdrawn
from backend.complaints.models import Complaint, Consent, Message
from backend.complaints.services import (
    ConsentGiven,
    consent_for_institution,
    give_consent,
    latest_messages,
    withdraw_consent,
    write_message,
)
from backend.complaints.words import check_words, has_refused_characters
from backend.partners.actors import Actor, actor_of
from tests.factories.complaints import complaint_of, file, institution

pytestmark = pytest.mark.django_db
COMPLAINANT, PARTNER = Message.Sender.COMPLAINANT, Message.Sender.PARTNER


@pytest.fixture
def complaint(partner_a):
    return complaint_of(file(partner_a))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "corruption"},
        {"language": "en"},
        {"complainant_kind": "identified"},
        {"received_at": clock.now()},
        {"recorded_by": None},
    ],
)
def test_the_database_refuses_to_change_a_complaint(complaint, changes):
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(**changes)


def test_the_database_refuses_to_change_the_words_of_a_complaint(complaint):
    before = complaint.narrative
    complaint.narrative = "Asgjë nuk ka ndodhur."
    with pytest.raises(IntegrityError), transaction.atomic():
        complaint.save()
    assert Complaint.objects.get(pk=complaint.pk).narrative == before


def test_the_database_refuses_to_change_a_message(complaint, arta):
    message = write_message(complaint=complaint, sender=PARTNER, text="Kur ndodhi?", actor=actor_of(arta))
    message.text = "Pse ndodhi?"
    with pytest.raises(IntegrityError), transaction.atomic():
        message.save()
    for changes in ({"sender": COMPLAINANT}, {"author": None}, {"sent_at": clock.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.filter(pk=message.pk).update(**changes)


def test_the_database_lets_a_consent_be_withdrawn_and_nothing_else(complaint):
    consent = complaint.consents.get()
    Consent.objects.filter(pk=consent.pk).update(withdrawn_at=clock.now())
    for changes in ({"text_version": "2020-01"}, {"given_at": clock.now()}, {"manner": "oral"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.filter(pk=consent.pk).update(**changes)


def test_messages_are_read_in_the_order_they_were_written(complaint, arta):
    write_message(complaint=complaint, sender=PARTNER, text="Kur ndodhi?", actor=actor_of(arta))
    write_message(complaint=complaint, sender=COMPLAINANT, text="Në mars.", actor=Actor.nobody())
    told = [(message.sender, message.text, message.author) for message in latest_messages(complaint)]
    assert told == [("partner", "Kur ndodhi?", arta), ("complainant", "Në mars.", None)]


def test_the_conversation_costs_the_same_for_one_message_and_for_thirty(complaint, django_assert_num_queries):
    for _ in range(30):
        write_message(complaint=complaint, sender=COMPLAINANT, text="Po.", actor=Actor.nobody())
    with django_assert_num_queries(2):
        assert [message.text for message in latest_messages(complaint)] == ["Po."] * 30


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "blank"), (" \n\t", "blank"), ("a\0b", "invalid_characters"), ("ა" * 10_001, "max_length")],
)
def test_a_message_that_cannot_be_kept_is_refused(complaint, text, code):
    with pytest.raises(Invalid) as told:
        write_message(complaint=complaint, sender=COMPLAINANT, text=text, actor=Actor.nobody())
    assert [error.code for error in told.value.errors] == [code]
    assert not Message.objects.exists()


@given(st.text())
def test_only_control_characters_and_lone_surrogates_are_refused(text):
    controls = {chr(code) for code in (*range(32), *range(127, 160))} - set("\n\r\t")
    surrogates = any("\ud800" <= char <= "\udfff" for char in text)
    assert has_refused_characters(text) == (bool(controls & set(text)) or surrogates)


@pytest.mark.parametrize(
    "text", ["👩🏽‍🌾 ❤️", "\u202eעברית\u202c \u200f", "ქართული", "Ђорђе\r\nĐorđe\tç", "e\u0301 é"]
)
def test_every_script_emoji_and_direction_mark_is_taken(text):
    assert check_words("narrative", text, longest=100, required=True) == []


# Consents


def agreed(body, purpose=Consent.Purpose.REFERRAL, **changes):
    plain = {"purpose": purpose, "text_version": "2026-01", "language": Language.SQ, "institution": body}
    return ConsentGiven(**plain | changes)


def test_consent_counts_for_exactly_the_institution_it_names(complaint):
    cadastre, court = institution("cadastre"), institution("court")
    given_now = give_consent(complaint=complaint, consent=agreed(cadastre))
    assert consent_for_institution(complaint, cadastre) == given_now
    assert consent_for_institution(complaint, court) is None


def test_a_withdrawn_consent_no_longer_counts_and_can_be_given_anew(complaint):
    cadastre = institution()
    first = give_consent(complaint=complaint, consent=agreed(cadastre))
    withdraw_consent(complaint=complaint, consent_id=first.pk)
    assert consent_for_institution(complaint, cadastre) is None
    with pytest.raises(ConsentWithdrawn):
        withdraw_consent(complaint=complaint, consent_id=first.pk)
    second = give_consent(complaint=complaint, consent=agreed(cadastre))
    assert consent_for_institution(complaint, cadastre) == second


def test_a_running_consent_is_not_given_twice(complaint):
    cadastre = institution()
    give_consent(complaint=complaint, consent=agreed(cadastre))
    with pytest.raises(ConsentGivenTwice):
        give_consent(complaint=complaint, consent=agreed(cadastre))
    assert complaint.consents.filter(purpose="referral").count() == 1


def test_a_consent_is_withdrawn_only_under_its_own_complaint(complaint, partner_a):
    other = complaint_of(file(partner_a))
    for consent_id in (other.consents.get().pk, uuid.uuid4()):
        with pytest.raises(NotFound):
            withdraw_consent(complaint=complaint, consent_id=consent_id)


@pytest.mark.parametrize(
    ("purpose", "field", "code"),
    [("referral", "institution", "required"), ("sharing", "partner", "required")],
)
def test_a_consent_towards_nobody_is_none(complaint, purpose, field, code):
    with pytest.raises(Invalid) as told:
        give_consent(complaint=complaint, consent=agreed(None, Consent.Purpose(purpose)))
    assert [(error.field, error.code) for error in told.value.errors] == [(field, code)]


def test_the_database_knows_no_consent_towards_nobody(complaint):
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            complaint=complaint, purpose="referral", text_version="2026-01", language=Language.SQ
        )
