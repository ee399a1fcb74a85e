"""Cases, shares, names, members and partners change at random; after each step everybody sees exactly his
cases, through the list, the detail, the search and the counts."""

import os
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.db import transaction
from django.db.models import UUIDField
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from backend.cases.models import Case, CaseShare, PartnerReferral, Transfer
from backend.cases.page import CaseFilters, count_of_cases, page_of_cases
from backend.cases.partner_stages import PartnerReferralVerb, ServiceOutcome, SharedField
from backend.cases.querysets import readable_in
from backend.cases.services import conflicts, partner_referrals, sharing, steps, transfers, work
from backend.cases.services.partner_referrals import Offer
from backend.common.errors import NotFound, Problem
from backend.common.languages import Language
from backend.common.written import Written
from backend.partners import services as partners
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role, scopes_of_role
from tests.calling import Caller
from tests.casework import needs
from tests.contracts.sight_model import Fields, Help, KnownCase, SightModel
from tests.factories import complaints as filing
from tests.factories.cases import CaseFactory
from tests.factories.partners import (
    PartnerFactory,
    UserFactory,
    access_token,
    api_client,
    member,
    membership_of,
)

# `DOSJA_TEST_DEPTH=10` looks ten times as long.
DEPTH = int(os.environ.get("DOSJA_TEST_DEPTH", "1"))
SYSTEM = Actor.system()
ALL = CaseFilters()
# Every case is found by it: it is in every reference number and every summary.
COMMON_WORD = "common"

PARTNERS = ("a", "b", "c")
STAFF = {
    "arta": ("a", Role.CASEWORKER),
    "besa": ("a", Role.COORDINATOR),
    "olsi": ("a", Role.OBSERVER),
    "gone": ("a", Role.CASEWORKER),
    "nino": ("b", Role.CASEWORKER),
    "giorgi": ("b", Role.COORDINATOR),
    "tea": ("c", Role.COORDINATOR),
}
LOOSE = ("outsider", "admin")
PROGRAM = "program"
PEOPLE = (*STAFF, *LOOSE)
COORDINATORS = {"a": "besa", "b": "giorgi", "c": "tea"}

a_partner = st.sampled_from(PARTNERS)
a_person = st.sampled_from(PEOPLE)
a_number = st.integers(0, 10_000)
a_role = st.sampled_from([Role.CASEWORKER, Role.OBSERVER, Role.COORDINATOR, Role.CUSTODIAN])
# What decides over lists and search, what opens a room, and one more.
some_fields = st.frozensets(st.sampled_from(["summary", "messages", "notes"]))
some_people = st.frozensets(st.sampled_from(sorted(STAFF)), min_size=1, max_size=3)


class Visibility(RuleBasedStateMachine):
    """The product beside the model. Everything happens in one transaction that is taken back at the end."""

    through_api = False
    most_cases = 9

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @initialize()
    def network(self) -> None:
        self.turn = 0
        needs("legal_aid")
        self.partners: dict[str, Partner] = {name: PartnerFactory() for name in PARTNERS}
        self.users: dict[str, User] = {name: UserFactory(is_superuser=name == "admin") for name in PEOPLE}
        self.model = SightModel(programs=frozenset({PROGRAM}), inactive={"gone"})
        for name, (partner, role) in STAFF.items():
            member(self.partners[partner], role, user=self.users[name])
            self.model.roles[name, partner] = {role}
        User.objects.filter(pk=self.users["gone"].pk).update(is_active=False)
        made = api_client(self.partners["a"], Role.CASEWORKER)
        self.users[PROGRAM] = made.membership.user
        self.model.roles[PROGRAM, "a"] = {Role.CASEWORKER}
        self.callers = self._callers(made.client_id) if self.through_api else {}
        for partner in ("a", "a", "b"):
            case = CaseFactory(owner=self.partners[partner], summary=COMMON_WORD)
            self.model.cases.append(KnownCase(case.pk, partner))

    def _callers(self, client_id: str) -> dict[str, Caller]:
        callers = {name: Caller() for name in self.users}
        for name in PEOPLE:
            callers[name].force_login(self.users[name])
        callers[PROGRAM].credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(client_id)}")
        return callers

    def actor(self, name: str) -> Actor:
        user = User.objects.get(pk=self.users[name].pk)
        return actor_of(user, scopes_of_role(Role.CASEWORKER) if name == PROGRAM else None)

    def case(self, number: int) -> KnownCase:
        return self.model.cases[number % len(self.model.cases)]

    def did(self, service: Callable[..., Any], who: str, known: KnownCase, **given: Any) -> bool:
        """Whether the service did it. What cannot be seen cannot be changed."""
        seen = known.id in self.model.sees(who)
        try:
            # A savepoint of its own: a refusal must not leave a half behind.
            with transaction.atomic():
                service(known.id, **given, actor=self.actor(who))
        except Problem as problem:
            assert seen or isinstance(problem, NotFound)
            return False
        assert seen
        return True

    @rule(partner=a_partner)
    def file(self, partner: str) -> None:
        if len(self.model.cases) >= self.most_cases:
            return
        case = filing.file(self.partners[partner]).case
        case.summary = f"{COMMON_WORD} words"
        work.story.keep_quietly(case, changed={"summary"})
        self.model.cases.append(KnownCase(case.pk, partner))

    @precondition(lambda self: self.model.cases)
    @rule(number=a_number, partner=a_partner, who=a_person, fields=st.none() | some_fields)
    def share(self, number: int, partner: str, who: str, fields: Fields) -> None:
        known = self.case(number)
        for name in (who, COORDINATORS[known.owner]):
            if self.did(sharing.share, name, known, partner=self.partners[partner], fields=fields):
                known.shared_with[partner] = fields

    @precondition(lambda self: self.model.cases)
    @rule(number=a_number, partner=a_partner, fields=some_fields, at_once=st.booleans())
    def refer(self, number: int, partner: str, fields: frozenset[str], at_once: bool) -> None:
        known = self.case(number)
        told = Offer(
            to_partner=self.partners[partner],
            need="legal_aid",
            place=None,
            language=Language.SQ,
            fields=sorted(fields),
            override_reason="agreed by telephone",
        )
        if self.did(partner_referrals.offer, COORDINATORS[known.owner], known, offer=told):
            under_way = {one.id for one in known.helped}
            made = PartnerReferral.objects.filter(case=known.id, state="offered").exclude(pk__in=under_way)
            known.helped.append(Help(made.get().pk, partner, fields))
            if at_once:
                self.answer(known, known.helped[-1], partner_referrals.accept)

    @precondition(lambda self: any(case.helped for case in self.model.cases))
    @rule(number=a_number, who=a_person, act=st.sampled_from(["accept", "recall", "end", "expire"]))
    def go_on_helping(self, number: int, who: str, act: str) -> None:
        under_way = [(case, one) for case in self.model.cases for one in case.helped]
        known, help = under_way[number % len(under_way)]
        if act == "accept":
            self.answer(known, help, partner_referrals.accept, who)
        elif act == "expire":
            # It has not run out: nothing happens.
            assert not partner_referrals.expire(help.id, actor=SYSTEM)
        elif act == "recall":
            self.answer(known, help, partner_referrals.recall, who)
        else:
            self.answer(known, help, _end_of_service, who)

    def answer(self, known: KnownCase, help: Help, step: Callable[..., Any], who: str = "admin") -> None:
        """Whoever it is tries, then the coordinators of both sides; what is not for one looks absent."""
        for name in (who, COORDINATORS[help.partner], COORDINATORS[known.owner]):
            concerns = self.model.may(name, "read_complaints", help.partner) or (
                known.id in self.model.reads(name) and self.model.may(name, "read_complaints", known.owner)
            )
            try:
                with transaction.atomic():
                    done = step(help.id, expected=None, actor=self.actor(name))
            except Problem as problem:
                assert concerns or isinstance(problem, NotFound)
                continue
            assert concerns
            help.opens = done.state in ("accepted", "in_service")
            if not help.opens:
                known.helped.remove(help)
                return

    @precondition(lambda self: any(case.shared_with for case in self.model.cases))
    @rule(number=a_number, who=a_person)
    def end_share(self, number: int, who: str) -> None:
        shares = list(
            CaseShare.objects.filter(ended_at__isnull=True, referral__isnull=True).order_by("started_at")
        )
        share = shares[number % len(shares)]
        known = next(case for case in self.model.cases if case.id == share.case_id)
        for name in (who, COORDINATORS[known.owner]):
            if self.did(sharing.end_share, name, known, share_id=share.pk):
                del known.shared_with[self.named(share.partner_id)]

    def named(self, partner_id: UUID) -> str:
        return next(name for name, partner in self.partners.items() if partner.pk == partner_id)

    @precondition(lambda self: self.model.cases)
    @rule(number=a_number, who=a_person, people=some_people)
    def restrict(self, number: int, who: str, people: frozenset[str]) -> None:
        known = self.case(number)
        wanted = {*people, COORDINATORS[known.owner]} if number % 2 else people
        users = [User.objects.get(pk=self.users[name].pk) for name in sorted(wanted)]
        for name in (who, COORDINATORS[known.owner]):
            if self.did(sharing.restrict, name, known, people=users, expected=None):
                known.named = set(wanted)
                known.close()

    @precondition(lambda self: any(case.named is not None for case in self.model.cases))
    @rule(number=a_number, who=a_person)
    def unrestrict(self, number: int, who: str) -> None:
        restricted = [case for case in self.model.cases if case.named is not None]
        known = restricted[number % len(restricted)]
        for name in (who, COORDINATORS[known.owner]):
            if self.did(sharing.unrestrict, name, known, expected=None):
                known.named = None

    @rule(person=a_person, partner=a_partner, role=a_role)
    def add_member(self, person: str, partner: str, role: Role) -> None:
        held = self.model.roles.setdefault((person, partner), set())
        if person not in self.model.inactive and role not in held:
            member(self.partners[partner], role, user=self.users[person])
            held.add(role)

    @rule(person=a_person, partner=a_partner)
    def end_membership(self, person: str, partner: str) -> None:
        for role in sorted(self.model.roles.get((person, partner), ())):
            held = membership_of(self.users[person], self.partners[partner], role)
            slug = self.partners[partner].slug
            try:
                with transaction.atomic():
                    partners.end_membership(slug, held.pk, expected=None, actor=SYSTEM)
            except Problem:
                continue  # the last coordinator stays
            self.model.roles[person, partner].remove(role)

    @rule(partner=a_partner)
    def suspend_or_take_back(self, partner: str) -> None:
        back = partner in self.model.suspended
        slug = self.partners[partner].slug
        partners.change_partner(slug, changes={"is_active": back}, expected=None, actor=SYSTEM)
        self.model.suspended ^= {partner}

    @precondition(lambda self: self.model.cases)
    @rule(
        number=a_number,
        who=a_person,
        step=st.sampled_from([steps.start_triage, steps.take_up_answer, steps.withdraw, steps.resume]),
    )
    def take_a_step(self, number: int, who: str, step: Callable[..., Any]) -> None:
        known = self.case(number)
        if self.did(step, who, known, expected=None) and step is steps.withdraw:
            known.helped = []

    @precondition(lambda self: self.model.cases)
    @rule(number=a_number, who=a_person)
    def declare_conflict(self, number: int, who: str) -> None:
        """It closes the case to who declares it, where others work it and no foreign share ends."""
        known = self.case(number)
        new = who not in known.against
        if not self.did(conflicts.declare_conflict, who, known, expected=None) or not new:
            return
        known.against.add(who)
        left = {
            name for name in PEOPLE if self.model.may(name, "read_complaints", known.owner)
        } - known.against
        if known.named is not None:
            left &= known.named
        works = any(self.model.may(name, "work_cases", known.owner) for name in left)
        shared = CaseShare.objects.filter(case=known.id, ended_at__isnull=True).exists()
        if works and (
            known.named is not None or not shared or self.model.may(who, "share_cases", known.owner)
        ):
            known.named = left
            known.close()

    @precondition(lambda self: self.model.cases)
    @rule(number=a_number, who=a_person, assignee=a_person)
    def assign(self, number: int, who: str, assignee: str) -> None:
        user = User.objects.get(pk=self.users[assignee].pk)
        known = self.case(number)
        for name in (who, COORDINATORS[known.owner]):
            self.did(work.assign, name, known, assignee=user, expected=None)

    @precondition(lambda self: self.model.cases)
    @rule(number=a_number, partner=a_partner)
    def hand_over(self, number: int, partner: str) -> None:
        known = self.case(number)
        giver, taker = COORDINATORS[known.owner], COORDINATORS[partner]
        self.did(steps.start_triage, giver, known, expected=None)
        offered = self.did(transfers.offer, giver, known, to_partner=self.partners[partner], expected=None)
        if not offered:
            return
        transfer = Transfer.objects.get(case=known.id, state=Transfer.State.OFFERED)
        try:
            with transaction.atomic():
                transfers.accept(transfer.pk, expected=None, actor=self.actor(taker))
        except Problem:
            transfers.recall(transfer.pk, expected=None, actor=self.actor(giver))
            return
        stone = Case.objects.exclude(pk__in=[case.id for case in self.model.cases]).get()
        stone.summary = COMMON_WORD
        work.story.keep_quietly(stone, changed={"summary"})
        self.model.cases.append(KnownCase(stone.pk, known.owner))
        known.owner = partner
        known.close()

    @invariant()
    def everybody_sees_exactly_his_cases(self) -> None:
        self.turn += 1
        look = self.look_through_api if self.through_api else self.look
        for number, name in enumerate(self.users):
            # What follows from the rest is asked of a few, in turn: an example is to take seconds.
            closely = (number + self.turn) % 4 == 0
            look(name, self.model.sees(name), self.model.reads(name, "summary"), closely)

    def look(self, name: str, seen: set[UUID], read: set[UUID], closely: bool) -> None:
        actor = self.actor(name)
        assert set(Case.objects.visible_to(actor).values_list("pk", flat=True)) == seen
        rows = page_of_cases(actor, ALL).rows
        assert sorted(row["id"] for row in rows) == sorted(seen)
        everything = self.model.reads(name)
        assert {row["id"] for row in rows if row["readable"]} == everything
        assert {row["id"] for row in rows if row["summary"] is not None} == read
        assert count_of_cases(actor, ALL) == (len(seen), False)
        assert self.found(actor, COMMON_WORD) == read
        if closely:
            assert set(Case.objects.readable_by(actor).values_list("pk", flat=True)) == everything
            words = Case.objects.readable_by(actor, SharedField.MESSAGES)
            assert set(words.values_list("pk", flat=True)) == self.model.reads(name, "messages")
            ids = [known.id for known in self.model.cases]
            assert {one for one in ids if _is_readable(one, actor)} == everything
            assert self.found(actor, COMMON_WORD[1:]) == read
            assert count_of_cases(actor, ALL, COMMON_WORD) == (len(read), False)

    def found(self, actor: Actor, word: str) -> set[UUID]:
        return {row["id"] for row in page_of_cases(actor, ALL, search=word).rows}

    def look_through_api(self, name: str, seen: set[UUID], read: set[UUID], closely: bool) -> None:
        call = self.callers[name]
        cache.clear()  # requests are counted there; nobody clicks this fast
        assert self.listed(call, f"/cases/?page_size={2 if closely else 50}") == seen
        assert self.listed(call, f"/cases/?search={COMMON_WORD}") == read
        assert self.counted(call, "/cases/count/") == len(seen)
        for known in self.model.cases:
            assert self.answers(call, f"/cases/{known.id}/") == (known.id in seen)
            if closely:
                everything, words = self.model.reads(name), self.model.reads(name, "messages")
                assert self.answers(call, f"/cases/{known.id}/events/") == (known.id in everything)
                assert self.answers(call, f"/cases/{known.id}/messages/") == (known.id in words)
        if closely:
            assert self.counted(call, f"/cases/count/?search={COMMON_WORD}") == len(read)

    def answers(self, call: Caller, address: str) -> bool:
        """Whether it is there; 401 is for programs and people whose access ended altogether."""
        status = call.get(address).status_code
        assert status in (200, 401, 404)
        return status == 200

    def listed(self, call: Caller, address: str | None) -> set[UUID]:
        found: list[str] = []
        while address:
            answer = call.get(address)
            if answer.status_code == 401:
                return set()
            found += [row["id"] for row in answer.json()["results"]]
            address = answer.json()["next"]
        assert len(found) == len(set(found))
        return {UUID(id) for id in found}

    def counted(self, call: Caller, address: str) -> int:
        answer = call.get(address)
        return 0 if answer.status_code == 401 else answer.json()["count"]


_ASKED_OFTEN = Written(
    Case, lambda case: Case.objects.select_related("data_key").filter(pk=case), case=UUIDField()
)


def _is_readable(case_id: UUID, actor: Actor) -> bool:
    """What each request about one case asks, beside the same question about all of them; and as those ask
    that come most often."""
    ways = (
        lambda: Case.objects.readable(case_id, actor),
        lambda: readable_in(_ASKED_OFTEN, case_id, actor),
    )
    found = {_is_found(way) for way in ways}
    assert len(found) == 1
    return found.pop()


def _is_found(way: Callable[[], Case]) -> bool:
    try:
        return bool(way())
    except NotFound:
        return False


def _end_of_service(referral_id: UUID, *, expected: int | None, actor: Actor) -> PartnerReferral:
    verb, outcome = PartnerReferralVerb.NOT_COMPLETE, ServiceOutcome.DID_NOT_COME
    return partner_referrals.finish(verb, referral_id, outcome=outcome, expected=expected, actor=actor)


class VisibilityThroughApi(Visibility):
    """The same, as programs and browsers see it."""

    through_api = True
    most_cases = 5


@pytest.mark.parametrize(
    ("machine", "examples", "length"), [(Visibility, 10, 20), (VisibilityThroughApi, 2, 10)]
)
def test_after_every_step_everybody_sees_exactly_his_cases(
    db: None, machine: type[Visibility], examples: int, length: int
) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples * DEPTH,
            stateful_step_count=length,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
