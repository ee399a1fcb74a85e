"""Many complaints at the same moment: every one is taken, and the references have neither gap nor repeat."""

import pytest
from django.db import connection

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.cases.models import Case
from backend.complaints.models import Complaint, Receipt
from backend.complaints.services import open_receipt
from backend.intake.services import filing
from backend.keyring.models import PartnerKey
from tests.databases import in_threads
from tests.factories.complaints import complaint_of, file

pytestmark = pytest.mark.usefixtures("shared_by_threads")


def numbers_of(filed):
    return sorted(int(one.case.reference.rsplit("-", 1)[1]) for one in filed)


def assert_all_whole(filed, partner):
    """Each has its own complaint, receipt and audit line, and the chain is unbroken."""
    assert Case.objects.count() == Complaint.objects.count() == Receipt.objects.count() == len(filed)
    assert len({one.receipt.number for one in filed}) == len(filed)
    lines = AuditEvent.objects.filter(chain_id=partner.pk, action="case.received")
    assert lines.count() == len(filed)
    assert verify(AuditChain.objects.get(pk=partner.pk)).broken is None
    assert PartnerKey.objects.filter(partner=partner).count() == 1
    one = filed[len(filed) // 2]
    assert open_receipt(number=one.receipt.number, secret=one.receipt.secret) == complaint_of(one)


@pytest.mark.postgres
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time; see the smaller test below"
)
def test_fifty_complaints_at_once_get_fifty_references_in_a_row(partner_a):
    filed = in_threads(50, lambda number: file(partner_a))
    assert numbers_of(filed) == list(range(1, 51))
    assert_all_whole(filed, partner_a)


def test_eight_complaints_at_once_get_eight_references_in_a_row(partner_a):
    filed = in_threads(8, lambda number: file(partner_a))
    assert numbers_of(filed) == list(range(1, 9))
    assert_all_whole(filed, partner_a)


def test_partners_count_apart_also_at_the_same_moment(partner_a, partner_b):
    partners = (partner_a, partner_b)
    filed = in_threads(8, lambda number: file(partners[number % 2]))
    for partner in partners:
        assert numbers_of(one for one in filed if one.case.owner == partner) == [1, 2, 3, 4]


def test_a_failed_intake_gives_its_number_back_among_others(partner_a, monkeypatch):
    genuine = filing.open_case_of

    def failing_for_some(**facts):
        case = genuine(**facts)
        if facts["complaint"].narrative == "3":
            raise RuntimeError("after the number was drawn")
        return case

    monkeypatch.setattr(filing, "open_case_of", failing_for_some)

    def one(number):
        try:
            return file(partner_a, narrative=str(number % 4))
        except RuntimeError:
            return None

    filed = [one for one in in_threads(8, one) if one]
    assert numbers_of(filed) == list(range(1, 7))
    assert Complaint.objects.count() == 6
    assert (
        AuditChain.objects.get(pk=partner_a.pk).length
        == AuditEvent.objects.filter(chain=partner_a.pk).count()
    )
