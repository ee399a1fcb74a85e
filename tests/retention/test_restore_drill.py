"""The drill of deploy/backups.md, on both engines: old data, newer keys, an erasure in between."""

import re
from typing import Any, Final

import pytest
from django.core.management import call_command
from django.db import connection

from backend.audit.models import AuditChain
from backend.audit.verification import verify
from backend.backups.tools import output_of
from backend.cases.models import Case
from backend.complaints.models import Complaint
from backend.files import blobs
from backend.files.services import openable_blobs
from backend.keyring.errors import KeyDestroyed
from backend.partners.models import Partner
from tests.backups.conftest import Copies, copies
from tests.backups.elsewhere import Elsewhere, elsewhere
from tests.retention.conftest import MARKER, Told, blobs_of
from tests.retention.test_erasing import erase

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["copies", "elsewhere"]
OTHER: Final = f"{MARKER}other"


@pytest.fixture
def other(told: Told, new_case: Any, partner_b: Partner) -> Case:
    case: Case = new_case(partner=partner_b, narrative=OTHER, consent=False)
    return case


def words(one: Complaint) -> str | None:
    try:
        return str(one.narrative)
    except KeyDestroyed:
        return None


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's copy is no script to read")
def test_a_dump_without_its_keys_holds_no_word(told: Told, other: Case, copies: Copies) -> None:
    with output_of("pg_restore", "--file=-", str(copies.make() / "data")) as output:
        script = output.read().decode()
    assert str(told.case.pk) in script
    found = set(re.findall(rf"{MARKER}\w*", script, re.IGNORECASE))
    # Summary, tag and numbers of letters were written in the open.
    assert found == set(told.plain)


def test_old_data_with_newer_keys_shows_the_others_and_not_the_erased(
    told: Told, other: Case, rules: None, copies: Copies, elsewhere: Elsewhere
) -> None:
    copies.make()
    files = blobs_of(told.case)
    erase(told)
    call_command("backup_keys", str(copies.keys))

    with elsewhere.kept():
        copies.restore()

    with elsewhere.served():
        read = {one.pk: words(one) for one in Complaint.objects.all()}
        assert read == {told.complaint.pk: None, other.complaint_id: OTHER}
        assert [chain for chain in AuditChain.objects.all() if verify(chain).broken is not None] == []
        assert len(files) >= 2 and not openable_blobs()
        assert [one for one, _written in blobs.every_blob() if str(one) in files] == []
