"""What acts refer to by name, looked up: partners, people as actors, the directory, and each case so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from backend.complaints.models import Complaint
from backend.complaints.receipt_codes import NewReceipt
from backend.demo.diary import Act
from backend.demo.plan import Story
from backend.directory.models import Category, DeadlineRule, Institution, Place
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User


@dataclass(slots=True, repr=False)
class Standing:
    """Where a story stands in the database."""

    case_id: UUID
    complaint: Complaint
    receipt: NewReceipt
    referrals: list[UUID] = field(default_factory=list)
    share: UUID | None = None
    transfer: UUID | None = None
    help: UUID | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Scene:
    """One act of one story, about to be done."""

    world: "World"
    story: Story
    act: Act

    @property
    def standing(self) -> Standing:
        return self.world.standings[self.story.number]

    @property
    def case_id(self) -> UUID:
        return self.standing.case_id

    @property
    def actor(self) -> Actor:
        return self.world.actor(self.act.by) if self.act.by else Actor.complainant(self.case_id)

    @property
    def referral_id(self) -> UUID:
        return self.standing.referrals[self.act.facts.get("referral", -1)]


class World:
    """Everything by its name. People's actors are made once: their roles do not change while this plays."""

    def __init__(self, partners: Mapping[str, Partner], people: Mapping[str, User]) -> None:
        self.partners, self.people = partners, people
        self.standings: dict[int, Standing] = {}
        self._actors: dict[str, Actor] = {}

    def actor(self, email: str) -> Actor:
        if email not in self._actors:
            self._actors[email] = actor_of(self.people[email])
        return self._actors[email]

    @cached_property
    def institutions(self) -> Mapping[str, Institution]:
        return {one.code: one for one in Institution.objects.all()}

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        return {one.code: one for one in Category.objects.all()}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        return {one.code: one for one in Place.objects.all()}

    @cached_property
    def rules(self) -> Mapping[str, DeadlineRule]:
        return {one.code: one for one in DeadlineRule.objects.all()}
