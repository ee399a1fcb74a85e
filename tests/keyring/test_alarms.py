"""A broken seal is an event in the partner's audit log, also where the reading failed and was rolled back."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.http import HttpResponse

from backend.audit.models import AuditEvent
from backend.jobs.services.working import run_ready
from backend.jobs.task import task
from backend.keyring import alarms, envelope
from backend.keyring.errors import SealBroken
from backend.keyring.models import DataKey, PartnerKey
from tests.keyring.conftest import overwrite, stored
from tests.keyring.sheets import Sheet

PLACE = f"{Sheet._meta.label_lower}.words"


@pytest.fixture(autouse=True)
def _nothing_noted():
    alarms._alarms().clear()
    yield
    alarms._alarms().clear()


def told() -> list[tuple[object, object, object]]:
    lines = AuditEvent.objects.filter(action="key.seal_broken").order_by("number")
    return [(line.chain_id, line.target_id, line.facts["what"]) for line in lines]


def read_in_vain(row: Sheet) -> None:
    with pytest.raises(SealBroken), transaction.atomic():
        _ = row.words


def served(read) -> None:
    """As a request that reads."""

    def answer(request) -> HttpResponse:
        read()
        return HttpResponse()

    alarms.SealAlarms(answer)(None)


@pytest.mark.django_db(transaction=True)
def test_words_that_were_tampered_with_are_told_in_the_partners_log_although_the_request_failed(
    sheet, partner_a
):
    broken = overwrite(sheet, stored(sheet)[:-1])
    served(lambda: read_in_vain(broken))
    assert told() == [(partner_a.pk, sheet.data_key_id, PLACE)]


@pytest.mark.django_db(transaction=True)
def test_who_tries_again_and_again_fills_no_log(sheet):
    for _ in range(3):
        broken = overwrite(sheet, stored(sheet)[:-1])
        served(lambda broken=broken: read_in_vain(broken))
    assert len(told()) == 1


@task
def read_it(pk: str) -> None:
    _ = Sheet.objects.get(pk=pk).words


@pytest.mark.django_db(transaction=True)
def test_a_job_that_meets_a_broken_seal_tells_too(sheet):
    overwrite(sheet, stored(sheet)[:-1])
    read_it.enqueue(str(sheet.pk))
    run_ready(worker="test")
    assert len(told()) == 1


@pytest.mark.django_db(transaction=True)
def test_the_state_of_the_keys_names_what_does_not_open(sheet, new_key, partner_a, capsys):
    call_command("key_status", "--try-all")
    assert f"{partner_a.slug}: version 1" in capsys.readouterr().out
    DataKey.objects.filter(pk=sheet.data_key_id).update(wrapped=bytes(new_key().wrapped))
    envelope.forget_all()
    call_command("key_status")
    with pytest.raises(CommandError, match="1 keys do not open"):
        call_command("key_status", "--try-all")
    assert told() == [(partner_a.pk, sheet.data_key_id, "keyring.datakey.wrapped")]


def test_the_state_of_the_keys_tells_of_a_rotation_that_waits_and_of_a_root_that_is_missing(
    sheet, settings, capsys
):
    old, new = settings.DOSJA_ROOT_KEY, b"a new root key of at least thirty-two bytes"
    settings.DOSJA_ROOT_KEY, settings.DOSJA_ROOT_KEYS_OLD = new, [old]
    envelope.forget_all()
    call_command("key_status")
    assert "old root keys are still needed" in capsys.readouterr().out
    settings.DOSJA_ROOT_KEYS_OLD = []
    with pytest.raises(CommandError):
        call_command("key_status")
    assert "missing old root keys" in capsys.readouterr().out
    assert PartnerKey.objects.count() == 1
