"""In whatever order things happen: an acknowledged complaint has a case or waits, or somebody deleted it."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case
from backend.cases.services.conversation import complainant_answered
from backend.cases.services.status import status_of
from backend.cases.services.withdrawal import complainant_withdrew
from backend.cases.stages import State
from backend.common.errors import Problem
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import Complaint, Message, Receipt
from backend.complaints.services import complaint_of_receipt
from backend.intake.models import DeletedSpam, Quarantined
from backend.intake.services import Filed, quarantine
from backend.partners.actors import actor_of
from tests.contracts.world import undone
from tests.factories.complaints import file, quarantined

pytestmark = pytest.mark.django_db
HOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ACTS = ("file", "put_aside", "write", "withdraw", "release", "merge", "delete", "release", "delete_many")


@dataclass
class Told:
    """What a complainant was told and did, beside what the database says."""

    filed: Filed
    messages: int = 0
    withdrawn: bool = False
    deleted: bool = False


class Partner:
    """A partner, its complainants and its intake officer."""

    def __init__(self, partner, officer):
        self.partner, self.actor, self.told = partner, actor_of(officer), []

    def do(self, act, at):
        if act in ("file", "put_aside"):
            made = file(self.partner) if act == "file" else quarantined(self.partner)[1]
            self.told.append(Told(made))
        elif self.told:
            getattr(self, f"_{act}")(self.told[at % len(self.told)])

    def _write(self, one):
        try:
            complainant_answered(one.filed.complaint, text="Edhe kjo.")
        except UnknownReceipt:
            assert one.deleted
        else:
            one.messages += 1

    def _withdraw(self, one):
        try:
            complainant_withdrew(one.filed.complaint)
        except UnknownReceipt:
            assert one.deleted
        except Problem:
            pass  # a duplicate: there is nothing that a withdrawal would end
        else:
            one.withdrawn = True

    def _row(self, one):
        return Quarantined.objects.filter(complaint=one.filed.complaint.pk).first()

    def _release(self, one):
        if row := self._row(one):
            quarantine.release(row.pk, actor=self.actor)

    def _merge(self, one):
        original = Case.objects.exclude(complaint=one.filed.complaint.pk).first()
        row = self._row(one)
        if row and original:
            try:
                quarantine.merge(row.pk, original_id=original.pk, actor=self.actor)
            except Problem:
                assert one.withdrawn

    def _delete(self, one):
        if row := self._row(one):
            quarantine.delete_spam(row.pk, actor=self.actor)
            one.deleted = True

    def _delete_many(self, one):
        row = self._row(one)
        ids = [row.pk] if row else [one.filed.complaint.pk]
        (done,) = quarantine.delete_many(ids, actor=self.actor)
        one.deleted |= done.problem is None

    def check(self):
        for one in self.told:
            pk = one.filed.complaint.pk
            has_case = Case.objects.filter(complaint=pk).exists()
            waits = Quarantined.objects.filter(complaint=pk).exists()
            receipt = Receipt.objects.filter(number=one.filed.receipt.number).first()
            assert has_case + waits == (0 if one.deleted else 1)
            assert (receipt is None) == one.deleted == (not Complaint.objects.filter(pk=pk).exists())
            assert Message.objects.filter(complaint=pk).count() == (0 if one.deleted else one.messages)
            if receipt is not None:
                complaint = complaint_of_receipt(str(receipt.pk))
                status = status_of(complaint)
                assert (status.reference is None) == waits
                assert not one.withdrawn or status.state == State.WITHDRAWN
        deleted = sum(DeletedSpam.objects.values_list("count", flat=True))
        assert deleted == sum(one.deleted for one in self.told)


@HOW
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5)), min_size=3, max_size=12))
def test_no_acknowledged_complaint_is_ever_without_a_case_or_a_place_in_the_queue(acts, partner_a, ilir):
    with undone():
        world = Partner(partner_a, ilir)
        world.do("put_aside", 0)
        for act, at in acts:
            world.do(act, at)
            world.check()
