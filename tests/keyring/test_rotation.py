"""rotate_keys: killed anywhere, everything stays readable; run again, it goes on; values stay untouched."""

import threading
import uuid
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.keyring import envelope, services
from backend.keyring.models import DataKey, PartnerKey
from backend.keyring.services import rotation
from backend.partners.actors import Actor
from tests.keyring.conftest import MARKER, stored
from tests.keyring.sheets import Sheet

NEW_ROOT = b"a new root key of at least thirty-two bytes"


class Killed(BaseException):
    """What no code catches."""


class KilledAfter(StringIO):
    """An output that kills the command once it has told of so many steps."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.steps = steps

    def write(self, text: str) -> int:
        if " of " in text:
            self.steps -= 1
            if self.steps < 0:
                raise Killed
        return super().write(text)


@pytest.fixture
def sheets(new_key, partner_a, partner_b) -> list[Sheet]:
    """Seven cases of A, five of B."""
    keys = [new_key(partner_a) for _ in range(7)] + [new_key(partner_b) for _ in range(5)]
    return [Sheet.objects.create(data_key=key, words=MARKER) for key in keys]


def rotate(*arguments: str, stdout: StringIO | None = None) -> str:
    told = stdout or StringIO()
    envelope.forget_all()
    try:
        call_command("rotate_keys", *arguments, stdout=told)
    finally:
        envelope.forget_all()
    return told.getvalue()


def all_readable() -> bool:
    return {sheet.words for sheet in Sheet.objects.all()} == {MARKER}


def versions(partner) -> list[int]:
    keys = DataKey.objects.filter(partner=partner, destroyed_at=None)
    return sorted(keys.values_list("partner_key__version", flat=True))


def test_a_rotation_leaves_no_key_under_the_old_version(sheets, partner_a, partner_b):
    before = {sheet.pk: stored(sheet) for sheet in sheets}
    told = rotate("--batch", "5")
    assert (versions(partner_a), versions(partner_b)) == ([2] * 7, [2] * 5)
    assert all_readable()
    assert {sheet.pk: stored(sheet) for sheet in sheets} == before
    assert "2 partner keys have a new version" in told
    assert "5 of 12 data keys\n10 of 12 data keys\n12 of 12 data keys\nfinished" in told


def test_one_partner_may_rotate_alone(sheets, partner_a, partner_b):
    rotate("--partner", partner_a.slug)
    assert (versions(partner_a), versions(partner_b)) == ([2] * 7, [1] * 5)
    with pytest.raises(CommandError, match="no such partner"):
        rotate("--partner", "nowhere")


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_killed_half_way_both_halves_stay_readable_and_the_next_run_goes_on(sheets, partner_a, steps):
    with pytest.raises(Killed):
        rotate("--partner", partner_a.slug, "--batch", "3", stdout=KilledAfter(steps))
    done = 3 * steps + 3 if steps < 2 else 7
    assert versions(partner_a) == [1] * (7 - done) + [2] * done
    assert all_readable()
    told = rotate("--partner", partner_a.slug, "--batch", "3")
    if done < 7:
        assert "going on, without new versions" in told
        assert versions(partner_a) == [2] * 7
    assert all_readable()
    assert not rotation.waiting(partner_a.pk).exists()


def test_cases_opened_between_two_runs_take_the_new_version(sheets, new_key, partner_a):
    with pytest.raises(Killed):
        rotate("--partner", partner_a.slug, "--batch", "3", stdout=KilledAfter(0))
    assert new_key(partner_a).partner_key.version == 2


def test_a_batch_that_is_killed_in_the_middle_leaves_nothing_half_wrapped(sheets, partner_a, monkeypatch):
    wrap, calls = envelope.wrap_data_key, []

    def wrap_three(*arguments):
        calls.append(1)
        if len(calls) > 3:
            raise Killed
        wrap(*arguments)

    monkeypatch.setattr(envelope, "wrap_data_key", wrap_three)
    with pytest.raises(Killed):
        rotate("--partner", partner_a.slug)
    monkeypatch.undo()
    assert versions(partner_a) == [1] * 7
    assert all_readable()
    rotate("--partner", partner_a.slug)
    assert versions(partner_a) == [2] * 7


def test_rotating_again_and_again_harms_nothing(sheets, partner_a):
    for version in (2, 3, 4):
        rotate("--partner", partner_a.slug)
        assert versions(partner_a) == [version] * 7
    assert all_readable()
    assert PartnerKey.objects.filter(partner=partner_a, retired_at=None).count() == 1


def test_destroyed_keys_stay_destroyed(sheets, partner_a):
    services.destroy(sheets[0].data_key)
    rotate("--partner", partner_a.slug)
    assert versions(partner_a) == [2] * 6
    assert DataKey.objects.get(pk=sheets[0].data_key_id).wrapped is None


def test_a_damaged_key_is_reported_and_does_not_hold_up_the_others(sheets, partner_a):
    DataKey.objects.filter(pk=sheets[0].data_key_id).update(wrapped=b"\x01" * 60)
    with pytest.raises(CommandError, match="1 could not be opened"):
        rotate("--partner", partner_a.slug, "--batch", "2")
    assert versions(partner_a) == [1] + [2] * 6


def test_digests_outlive_every_rotation(partner_a, settings):
    def digest() -> str:
        return services.partner_digest(partner_id=partner_a.pk, label="phone", value="+355691234567")

    before = digest()
    rotate()
    settings.DOSJA_ROOT_KEYS_OLD, settings.DOSJA_ROOT_KEY = [settings.DOSJA_ROOT_KEY], NEW_ROOT
    rotate("--root")
    settings.DOSJA_ROOT_KEYS_OLD = []
    assert digest() == before


def test_a_rotation_is_in_the_audit_log(sheets, partner_a, partner_b):
    rotate()
    events = AuditEvent.objects.filter(action="key.rotated")
    assert set(events.values_list("chain_id", flat=True)) == {partner_a.pk, partner_b.pk}
    assert {str(event.facts) for event in events} == {"{'version': 2}"}


def test_a_new_root_key_wraps_every_partners_key(sheets, partner_a, settings):
    rotate("--partner", partner_a.slug)
    old = settings.DOSJA_ROOT_KEY
    settings.DOSJA_ROOT_KEYS_OLD, settings.DOSJA_ROOT_KEY = [old], NEW_ROOT
    assert all_readable()
    told = rotate("--root")
    assert "3 of 3 partner keys" in told
    assert not rotation.under_old_root().exists()
    settings.DOSJA_ROOT_KEYS_OLD = []
    assert all_readable()
    assert [verify(chain).broken for chain in AuditChain.objects.all()] == [None] * AuditChain.objects.count()
    assert "finished" in rotate("--root")


def test_a_root_rotation_killed_half_way_goes_on(sheets, settings):
    settings.DOSJA_ROOT_KEYS_OLD, settings.DOSJA_ROOT_KEY = [settings.DOSJA_ROOT_KEY], NEW_ROOT
    with pytest.raises(Killed):
        rotate("--root", stdout=KilledAfter(0))
    assert rotation.under_old_root().count() == 1
    assert all_readable()
    rotate("--root")
    settings.DOSJA_ROOT_KEYS_OLD = []
    envelope.forget_all()
    assert all_readable()


def test_a_root_rotation_without_the_old_root_key_says_so_and_changes_nothing(sheets, settings):
    old, settings.DOSJA_ROOT_KEY = settings.DOSJA_ROOT_KEY, NEW_ROOT
    with pytest.raises(CommandError, match="could not be opened"):
        rotate("--root")
    settings.DOSJA_ROOT_KEY = old
    assert all_readable()


def test_a_case_being_opened_while_a_rotation_begins_is_not_left_behind(shared_by_threads, partner_a):
    services.new_data_key(partner_id=partner_a.pk, subject_id=uuid.uuid4())
    opened, rotated = threading.Event(), threading.Event()

    def turn() -> None:
        opened.wait(10)
        try:
            rotation.begin(partner_id=partner_a.pk, actor=Actor.system())
            for _ in rotation.data_key_batches(partner_id=partner_a.pk):
                pass
        finally:
            connection.close()
            rotated.set()

    thread = threading.Thread(target=turn)
    thread.start()
    with transaction.atomic():
        services.new_data_key(partner_id=partner_a.pk, subject_id=uuid.uuid4())
        opened.set()
        assert not rotated.wait(0.5)  # it waits for the case
    thread.join(20)
    assert versions(partner_a) == [2, 2]


def test_options_that_contradict_each_other_are_refused(partner_a):
    for wrong in (("--root", "--partner", partner_a.slug), ("--batch", "0")):
        with pytest.raises(CommandError):
            rotate(*wrong)
