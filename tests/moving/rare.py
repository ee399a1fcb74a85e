"""Rows that the world of all routes does not make: no service is tried here, only that they go along."""

from datetime import date
from uuid import UUID

from backend.cases.models import CaseMasks, ConflictOfInterest
from backend.collecting.models import SubmissionFile
from backend.common import clock
from backend.complaints.models import Satisfaction
from backend.correspondence.models import Letterhead, LetterTemplate
from backend.identity.models import IdentityLook, NoticeWish
from backend.intake.models import DeletedSpam
from backend.mailroom.models import Mailbox
from backend.retention.models import (
    Correction,
    PlannedErasure,
    RetentionPolicy,
    RetentionRule,
    Tombstone,
)
from tests.contracts.world import INSIDE, WORDS, World

DAY = date(2026, 11, 1)


def rare_rows(world: World) -> UUID:
    """One of each; answers the case that has them."""
    partner, case = world.a.partner, world.case("a", "open")
    complaint, arta = case.complaint, world.a.caseworker
    assert complaint is not None
    CaseMasks.objects.create(case=case, data_key=case.data_key, places={"narrative": [WORDS]})
    ConflictOfInterest.objects.create(case=case, user=world.a.coordinator, source="declared")
    world.delivery("a", "prepared").proofs.add(world.attachment("a", "open"))
    world.interim_answer("a").files.add(world.attachment("a", "open"))
    SubmissionFile.objects.create(submission=world.collected("a"), name="foto.jpg")
    Satisfaction.objects.create(
        complaint=complaint,
        data_key=complaint.data_key,
        **{"outcome": 5, "process": 4, "felt_safe": True, "would_use_again": True, "comment": WORDS},
    )
    LetterTemplate.objects.create(partner=partner, kind="request", language="sq", subject="S", text="T")
    Letterhead.objects.create(partner=partner, names={"sq": "Pif"}, address_lines=["Rr. 1"])
    IdentityLook.objects.create(complaint=complaint, kind="read", reason="contact", actor=arta)
    NoticeWish.objects.create(
        complaint=complaint, channel="email", language="sq", ended_at=clock.now(), ended_because="off"
    )
    DeletedSpam.objects.create(partner=partner, month=DAY, count=3)
    Mailbox.objects.create(
        account=world.account("a"), place=INSIDE[:10], uid_validity=7, last_uid=9, since=DAY
    )
    Correction.objects.create(message=world.message("a", "open"), complaint=complaint)
    PlannedErasure.objects.create(case=case, partner=partner, because="rule", due_on=DAY)
    RetentionPolicy.objects.create(partner=partner)
    RetentionRule.objects.create(partner=partner, kind="corruption", ending="resolved", months=24)
    Tombstone.objects.create(
        partner=partner, filed_in=DAY, erased_in=DAY, category="delay", kind="judiciary", count=1
    )
    return case.pk
