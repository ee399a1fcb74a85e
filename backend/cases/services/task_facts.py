"""Reads the facts that the work list's rules look at: many cases at once, the same few queries for all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.cases.models import (
    Case,
    CaseEvent,
    CaseShare,
    Delivery,
    InstitutionAnswer,
    InstitutionReferral,
    JudiciaryDetail,
    PartnerReferral,
    Transfer,
)
from backend.cases.partner_stages import PartnerReferralState
from backend.cases.stages import CLOCK_RUNS, DeliveryState, ReferralState
from backend.cases.worklist.days import IsWorking
from backend.cases.worklist.facts import CaseFacts, Happening, OfferFacts, PartnerAnswer, ReferralFacts
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.complaints.models import Message, Satisfaction
from backend.directory.errors import CalendarEnds
from backend.directory.services.deadlines import calendar_of

_SATURDAY = 5
# What a referral holds in sealed words, which no rule reads.
_SEALED = ("letter", "letter_subject", "parallel", "enclosures", "override_reason", "answer")
# Of these states a rule asks since when.
_DATED_STATES = (ReferralState.APPROVAL, ReferralState.ANSWERED, ReferralState.DELIVERY_FAILED)


_ANSWERED: Final = {
    PartnerReferralState.ACCEPTED: "accepted",
    PartnerReferralState.IN_SERVICE: "accepted",
    PartnerReferralState.DECLINED: "declined",
    PartnerReferralState.EXPIRED: "expired",
    PartnerReferralState.COMPLETED: "completed",
    PartnerReferralState.NOT_COMPLETED: "not_completed",
}
# Unclear ones, failed ones.
_Deliveries = tuple[list[Happening], list[Happening]]


@dataclass(slots=True)
class _Read:
    """What was read, by the id of the case or complaint that it belongs to."""

    referrals: Mapping[UUID, Sequence[InstitutionReferral]]
    entered: Mapping[tuple[str, str], tuple[int, datetime]]
    unread: Mapping[UUID, tuple[UUID, datetime]]
    written: frozenset[UUID]
    opinions: Mapping[UUID, Satisfaction]
    hearings: Mapping[UUID, JudiciaryDetail]
    answers: Mapping[UUID, Sequence[Happening]]
    deliveries: Mapping[UUID, _Deliveries]
    shares: Mapping[UUID, Sequence[Happening]]
    offers: Mapping[UUID, Sequence[OfferFacts]]
    partner_answers: Mapping[UUID, Sequence[PartnerAnswer]]


def facts_of(cases: Sequence[Case]) -> list[CaseFacts]:
    """The facts of each case today. Its owner comes with the case (`select_related`)."""
    ids = [case.pk for case in cases]
    complaints = [case.complaint_id for case in cases if case.complaint_id]
    zones = {case.pk: case.owner.time_zone for case in cases}
    referrals = _grouped(InstitutionReferral.objects.filter(case__in=ids).defer(*_SEALED), "case_id")
    read = _Read(
        referrals=referrals,
        entered=_entered(referrals),
        unread=_unread(complaints),
        written=_written(complaints),
        opinions={one.complaint_id: one for one in _opinions(complaints)},
        hearings={one.case_id: one for one in _hearings(ids)},
        answers=_answers(ids, zones),
        deliveries=_deliveries(ids, zones),
        shares=_ending_shares(ids, zones),
        offers=_offers(ids, zones),
        partner_answers=_partner_answers(ids, zones),
    )
    working = {country: working_days_in(country) for country in {case.owner.country for case in cases}}
    return [_facts(case, read, working[case.owner.country]) for case in cases]


def _facts(case: Case, read: _Read, is_working: IsWorking) -> CaseFacts:
    zone = case.owner.time_zone
    complaint = case.complaint_id or UUID(int=0)
    opinion, hearing = read.opinions.get(complaint), read.hearings.get(case.pk)
    if opinion is not None and case.resolved_at is not None and opinion.given_at < case.resolved_at:
        opinion = None  # it was about an outcome before this one
    newest = read.unread.get(complaint)
    referrals = read.referrals.get(case.pk, ())
    unclear, failed = read.deliveries.get(case.pk, ([], []))
    appealed = {one.appeals_id for one in referrals if one.state != ReferralState.CANCELLED}
    return CaseFacts(
        id=case.pk,
        state=case.state,
        today=clock.today(zone),
        is_working=is_working,
        opened_on=clock.day_of(case.opened_at, zone),
        partner_wrote=complaint in read.written,
        unread=Happening(newest[0], clock.day_of(newest[1], zone)) if newest else None,
        resolved_on=clock.day_of(case.resolved_at, zone) if case.resolved_at else None,
        rated=opinion is not None,
        reopening_asked_on=(
            clock.day_of(opinion.given_at, zone) if opinion is not None and opinion.asks_reopening else None
        ),
        hearing_on=hearing.next_hearing_on if hearing else None,
        hearing_time=hearing.next_hearing_time if hearing else None,
        referrals=[_referral(one, read, zone, appealed) for one in referrals],
        arrived_answers=read.answers.get(case.pk, ()),
        unclear_deliveries=unclear,
        failed_deliveries=failed,
        ending_shares=read.shares.get(case.pk, ()),
        offers=read.offers.get(case.pk, ()),
        partner_answers=read.partner_answers.get(case.pk, ()),
    )


def _referral(one: InstitutionReferral, read: _Read, zone: str, appealed: set[UUID | None]) -> ReferralFacts:
    number, at = read.entered.get((str(one.pk), one.state), (0, one.created_at))
    return ReferralFacts(
        id=one.pk,
        state=one.state,
        entered=number,
        since=clock.day_of(at, zone),
        clock_runs=one.state in CLOCK_RUNS and one.due_at is not None,
        due_at=one.due_at,
        appeal_until=one.appeal_until,
        appealed=one.pk in appealed,
    )


def _entered(
    referrals: Mapping[UUID, Sequence[InstitutionReferral]],
) -> Mapping[tuple[str, str], tuple[int, datetime]]:
    """When a referral last came to a state, and the number of that line of the story."""
    asked = [case for case, held in referrals.items() if any(one.state in _DATED_STATES for one in held)]
    if not asked:
        return {}
    lines = CaseEvent.objects.filter(case__in=asked, action__startswith="referral.").order_by("id")
    return {
        (facts["referral"], facts["now"]): (number, at)
        for number, at, facts in lines.values_list("id", "at", "facts")
        if "referral" in facts and facts.get("now")
    }


def _unread(complaints: Sequence[UUID]) -> Mapping[UUID, tuple[UUID, datetime]]:
    """The newest message of a complainant that nobody has read."""
    sent = Message.objects.filter(
        complaint__in=complaints, sender=Message.Sender.COMPLAINANT, read_at__isnull=True
    )
    rows = sent.order_by("sent_at", "id").values_list("complaint_id", "id", "sent_at")
    return {complaint: (message, at) for complaint, message, at in rows}


def _written(complaints: Sequence[UUID]) -> frozenset[UUID]:
    sent = Message.objects.filter(complaint__in=complaints, sender=Message.Sender.PARTNER)
    return frozenset(sent.order_by().values_list("complaint_id", flat=True).distinct())


def _opinions(complaints: Sequence[UUID]) -> Iterable[Satisfaction]:
    return Satisfaction.objects.filter(complaint__in=complaints).defer("comment")


def _hearings(ids: Sequence[UUID]) -> Iterable[JudiciaryDetail]:
    dated = JudiciaryDetail.objects.filter(case__in=ids, next_hearing_on__isnull=False)
    return dated.only("case_id", "next_hearing_on", "next_hearing_time")


def _answers(ids: Sequence[UUID], zones: Mapping[UUID, str]) -> Mapping[UUID, Sequence[Happening]]:
    """Answers that came by themselves and of which nobody has said what they are."""
    found: dict[UUID, list[Happening]] = defaultdict(list)
    arrived = InstitutionAnswer.objects.filter(
        referral__case__in=ids, standing=InstitutionAnswer.Standing.ARRIVED
    )
    columns = ("referral__case_id", "referral_id", "id", "arrived_at")
    for case_id, referral_id, answer_id, at in arrived.order_by().values_list(*columns):
        day = clock.day_of(at, zones[case_id])
        found[case_id].append(Happening(answer_id, day, referral_id))
    return found


def _deliveries(ids: Sequence[UUID], zones: Mapping[UUID, str]) -> Mapping[UUID, _Deliveries]:
    """Mails of which nobody knows whether they left, and letters whose last attempt failed before they left:
    neither is tried again by itself."""
    asked = Q(state=DeliveryState.UNCLEAR) | Q(referral__state=ReferralState.QUEUED)
    found = Delivery.objects.filter(asked, referral__case__in=ids).order_by("created_at", "id")
    columns = ("referral__case_id", "referral_id", "id", "state", "created_at", "dispatch__handed_over_at")
    # The last one of a referral decides.
    last = {row[1]: row for row in found.values_list(*columns)}
    sorted_out: dict[UUID, _Deliveries] = defaultdict(lambda: ([], []))
    for case_id, referral_id, delivery_id, state, made, handed_over in last.values():
        day = clock.day_of(handed_over or made, zones[case_id])
        unclear, failed = sorted_out[case_id]
        if state == DeliveryState.UNCLEAR:
            unclear.append(Happening(delivery_id, day, referral_id))
        elif state == DeliveryState.FAILED:
            failed.append(Happening(delivery_id, day, referral_id))
    return sorted_out


def _offers(ids: Sequence[UUID], zones: Mapping[UUID, str]) -> Mapping[UUID, Sequence[OfferFacts]]:
    """What other partners are asked and have not answered."""
    found: dict[UUID, list[OfferFacts]] = defaultdict(list)
    asked: tuple[tuple[TaskKind, QuerySet[Any]], ...] = (
        (TaskKind.TRANSFER_OFFER, Transfer.objects.filter(state=Transfer.State.OFFERED)),
        (TaskKind.PARTNER_OFFER, PartnerReferral.objects.filter(state=PartnerReferralState.OFFERED)),
    )
    columns = ("case_id", "id", "to_partner_id", "offered_at", "expires_at")
    for kind, offers in asked:
        for case_id, offer_id, partner, at, ends in offers.filter(case__in=ids).values_list(*columns):
            zone = zones[case_id]
            until = clock.day_of(ends, zone) if ends else None
            offer = OfferFacts(offer_id, kind, partner, clock.day_of(at, zone), until)
            found[case_id].append(offer)
    return found


def _partner_answers(
    ids: Sequence[UUID], zones: Mapping[UUID, str]
) -> Mapping[UUID, Sequence[PartnerAnswer]]:
    """What other partners answered, or let pass. That a service began is no news after it was promised."""
    found: dict[UUID, list[PartnerAnswer]] = defaultdict(list)
    asked = PartnerReferral.objects.filter(case__in=ids, state__in=_ANSWERED)
    columns = ("case_id", "id", "state", "decided_at", "ended_at")
    for case_id, referral_id, state, decided_at, ended_at in asked.values_list(*columns):
        said = _ANSWERED[PartnerReferralState(state)]
        on = clock.day_of(ended_at or decided_at or clock.now(), zones[case_id])
        found[case_id].append(PartnerAnswer(referral_id, said, on))
    return found


def _ending_shares(ids: Sequence[UUID], zones: Mapping[UUID, str]) -> Mapping[UUID, Sequence[Happening]]:
    """Running shares, and the last day of each."""
    found: dict[UUID, list[Happening]] = defaultdict(list)
    shares = CaseShare.objects.filter(case__in=ids, ended_at__isnull=True, ends_at__isnull=False)
    for case_id, share_id, ends in shares.values_list("case_id", "id", "ends_at"):
        if ends is not None:
            found[case_id].append(Happening(share_id, clock.day_of(ends, zones[case_id])))
    return found


def working_days_in(country: str) -> IsWorking:
    """Whether a day is worked in a country; of years that nobody knows yet, weekdays are."""
    calendar = calendar_of(country)

    def is_working(day: date) -> bool:
        try:
            return calendar.is_working(day)
        except CalendarEnds:
            return day.weekday() < _SATURDAY

    return lru_cache(maxsize=1_000)(is_working)


def _grouped(rows: "QuerySet[Any]", by: str) -> Mapping[UUID, Sequence[Any]]:
    groups: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, by)].append(row)
    return groups
