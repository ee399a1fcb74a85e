"""Keys: one per case and per identity, under their partner's, and gone when they are destroyed."""

import time
import uuid

import pytest
from django.db import IntegrityError, transaction

from backend.keyring import envelope, services
from backend.keyring.errors import KeyDestroyed
from backend.keyring.memory import ShortMemory
from backend.keyring.models import DataKey, PartnerKey
from tests.databases import in_threads
from tests.keyring.conftest import MARKER
from tests.keyring.sheets import Sheet


def test_every_case_and_every_identity_has_a_key_of_its_own(partner_a):
    case = uuid.uuid4()
    keys = [
        services.new_data_key(partner_id=partner_a.pk, subject_id=subject, purpose=purpose)
        for subject, purpose in ((case, "case"), (case, "identity"), (uuid.uuid4(), "case"))
    ]
    assert len({envelope.unwrap_data_key(key) for key in keys}) == 3
    assert len({bytes(key.wrapped) for key in keys}) == 3
    assert PartnerKey.objects.get(partner=partner_a).version == 1


def test_a_case_never_gets_a_second_key(new_key, partner_a):
    key = new_key()
    for _ in range(2):
        with pytest.raises(IntegrityError), transaction.atomic():
            services.new_data_key(partner_id=partner_a.pk, subject_id=key.subject_id)
        services.destroy(key)


def test_only_known_purposes_have_keys(new_key):
    with pytest.raises(ValueError, match="curiosity"):
        new_key(purpose="curiosity")


def test_partners_do_not_open_each_others_keys(new_key, partner_a, partner_b):
    assert {new_key(partner_a).partner_key.partner_id, new_key(partner_b).partner_key.partner_id} == {
        partner_a.pk,
        partner_b.pk,
    }
    first, second = PartnerKey.objects.all()
    assert envelope.unwrap_partner_key(first) != envelope.unwrap_partner_key(second)


def test_a_new_key_costs_two_queries(new_key, partner_a, django_assert_num_queries):
    new_key()
    with django_assert_num_queries(2):
        new_key()


def test_a_handed_over_key_opens_under_its_new_partner_only(sheet, partner_a, partner_b):
    handed = services.rewrap(sheet.data_key, partner_b.pk)
    assert (handed.partner_id, handed.partner_key.partner_id) == (partner_b.pk, partner_b.pk)
    envelope.forget_all()
    assert Sheet.objects.get().words == MARKER
    DataKey.objects.update(partner_key=PartnerKey.objects.get(partner=partner_a))
    envelope.forget_all()
    with pytest.raises(envelope.SealBroken):
        _ = Sheet.objects.get().words


def test_a_destroyed_key_leaves_an_empty_row(new_key):
    key = services.destroy(new_key())
    at = key.destroyed_at
    key = services.destroy(key)
    key.refresh_from_db()
    assert (key.wrapped, key.destroyed_at) == (None, at)
    with pytest.raises(KeyDestroyed):
        envelope.open_key(key.pk)
    with pytest.raises(KeyDestroyed):
        services.rewrap(key, key.partner_id)


def test_a_key_is_either_there_or_destroyed(new_key):
    key = DataKey.objects.filter(pk=new_key().pk)
    for half in ({"wrapped": None}, {"destroyed_at": "2026-03-13T00:00:00Z"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            key.update(**half)


def test_keys_never_print_themselves(new_key):
    key = new_key()
    opened = envelope.open_key(key.pk)
    shown = f"{key} {key!r} {key.partner_key} {opened} {opened!r}"
    assert opened.secret.hex() not in shown
    assert str(opened.secret) not in shown


def test_first_cases_at_the_same_moment_share_one_partner_key(shared_by_threads, partner_a):
    keys = in_threads(
        8, lambda _: services.new_data_key(partner_id=partner_a.pk, subject_id=uuid.uuid4()).partner_key_id
    )
    assert {PartnerKey.objects.get().pk} == set(keys)
    assert DataKey.objects.count() == 8


def test_the_same_telephone_is_found_again_in_one_partner_only(partner_a, partner_b):
    def digest(partner, value: str, label: str = "phone") -> str:
        return services.partner_digest(partner_id=partner.pk, label=label, value=value)

    first = digest(partner_a, "+355691234567")
    envelope.forget_all()
    assert digest(partner_a, "+355691234567") == first
    others = {
        digest(partner_b, "+355691234567"),
        digest(partner_a, "+355690000000"),
        digest(partner_a, "+355691234567", "email"),
    }
    assert len(others - {first}) == 3


def test_keys_are_remembered_for_a_moment_and_within_bounds():
    memory: ShortMemory[str] = ShortMemory(size=2, seconds=0.05)
    first, second, third = (uuid.uuid4() for _ in range(3))
    memory.keep(first, "1")
    memory.keep(second, "2")
    assert memory.get(first) == "1"
    memory.keep(third, "3")
    assert [memory.get(key) for key in (first, second, third)] == ["1", None, "3"]
    memory.forget(third)
    assert memory.get(third) is None
    time.sleep(0.06)
    assert memory.get(first) is None
