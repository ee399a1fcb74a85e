"""Draws cases as a network has them: skewed partners and directory, shares, restrictions, running terms."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Permission

from backend.cases.search import token
from backend.cases.services import access
from backend.cases.stages import RUNNING
from backend.common.folding import fold
from backend.directory.models import Category, Institution, Place
from backend.directory.spelling import search_text
from bench.network import PARTNERS, Network, Office

LARGEST_SHARE = 0.20
SHARED, RESTRICTED = 0.05, 0.01
FIRST_DAY, DAYS = datetime(2023, 11, 1, tzinfo=UTC), 1_100
TODAY = FIRST_DAY + timedelta(days=DAYS)
COMMON_WORD, RARE_WORD = "certifikata", "zvarritje"
COMMON, RARE = 0.10, 0.0002
WORDS = [
    *("toka", "uji", "rruga", "spitali", "gjykata", "pensioni", "mbeturina", "energjia", "leja", "shkolla"),
    *("vonesa", "pagesa", "prona", "banesa", "doganat", "tatimi", "policia", "bashkia", "zyra", "regjistri"),
    *("kontrata", "invalidi", "ndihma", "trajtimi", "shkresa", "ankesa"),
]
# In percent, as cases stand in a network that has run for three years.
STATES = {
    "closed": 47,
    "resolved": 5,
    "referred": 14,
    "open": 8,
    "triage": 5,
    "received": 5,
    "awaiting_complainant": 3,
    "response_review": 4,
    "escalated": 1,
    "inadmissible": 4,
    "duplicate": 2,
    "withdrawn": 1,
    "reopened": 1,
}
KINDS = {"public_service": 70, "corruption": 12, "judiciary": 12, "information_request": 6}
TASK_KINDS = ("overdue", "referral_due", "complainant_wrote", "answer_arrived", "hearing")
SEVERITIES = {1: 20, 2: 60, 3: 15, 4: 5}

TABLES: dict[str, tuple[str, ...]] = {
    "keyring.DataKey": (
        *("id", "partner_id", "subject_id", "purpose", "partner_key_id", "wrapped", "created_at"),
    ),
    "complaints.Complaint": (
        *("id", "partner_id", "data_key_id", "kind", "complainant_kind", "language", "channel"),
        *("narrative_sealed", "wish_sealed", "contact_wish", "contact_note_sealed", "vulnerability_sealed"),
        "received_at",
    ),
    "cases.Case": (
        *("id", "owner_id", "complaint_id", "data_key_id", "reference", "former_reference", "kind", "state"),
        *("severity", "category_id", "institution_id", "place_id", "assignee_id", "restricted", "summary"),
        *("opened_at", "due_at", "inadmissible_reason", "outcome", "value_currency", "resolved_at"),
        *("closed_at", "version"),
    ),
    "cases.CaseShare": ("id", "case_id", "partner_id", "started_at"),
    "cases.CaseUserObjectPermission": ("permission_id", "user_id", "content_object_id"),
    "cases.CaseAccess": (
        *("principal", "case_id", "by_name", "owner_id", "opened_at", "state", "kind", "severity"),
        *("category_id", "institution_id", "place_id", "assignee_id", "due_at"),
    ),
    "cases.CaseSearch": ("case_id", "words", "access", "opened_at"),
    "cases.Task": (
        *("id", "case_id", "hides_case", "team_id", "restricted", "kind", "due_on", "assignee_id", "state"),
        *("made_by", "rule_key", "created_at", "done_at", "version"),
    ),
}
Row = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One case, and who sees it beside its owner."""

    id: UUID
    complaint: UUID
    key: UUID
    office: Office
    reference: str
    opened: datetime
    kind: str
    state: str
    severity: int
    category: int
    institution: int
    place: int
    assignee: UUID | None
    due: date | None
    restricted: bool
    summary: str
    principals: tuple[UUID, ...]

    @property
    def owner(self) -> UUID:
        return self.office.partner.pk


class Generator:
    """The same cases in every run with the same number of them."""

    def __init__(self, network: Network, cases: int) -> None:
        self.random = random.Random(20_261_122)
        # Of its own, so that the cases are those of earlier measurements.
        self.tasks = random.Random(22)
        self.cases = cases
        self.owners = network.offices[:PARTNERS]
        rest = [1 / (rank + 2) for rank in range(PARTNERS - 1)]
        scale = (1 - LARGEST_SHARE) / sum(rest)
        self.owner_weights = list(accumulate([LARGEST_SHARE, *(weight * scale for weight in rest)]))
        self.categories = {row.pk: search_text(row.labels) for row in Category.objects.order_by("pk")}
        self.institutions = {row.pk: search_text(row.names) for row in Institution.objects.order_by("pk")}
        self.places = {row.pk: search_text(row.names) for row in Place.objects.order_by("pk")}
        self.directory = [list(names) for names in (self.categories, self.institutions, self.places)]
        self.named = Permission.objects.get(codename=access.NAMED).pk
        self.reader = network.offices[-1].partner.pk
        self.to_reader = set(self.random.sample(range(cases), 20))

    def rows(self) -> Iterator[Row]:
        """(table, row) of all cases, oldest first."""
        for number in range(self.cases):
            drawn = self._drawn(number)
            yield from self._sealed(drawn)
            yield "cases.Case", self._case(drawn)
            yield from self._exceptions(drawn)
            yield "cases.CaseSearch", self._found_by(drawn)
            yield from self._to_do(drawn)

    def _drawn(self, number: int) -> Drawn:
        draw = self.random
        office = draw.choices(self.owners, cum_weights=self.owner_weights)[0]
        office.numbers += 1
        opened = FIRST_DAY + timedelta(days=DAYS) * number / self.cases
        state = self._one(STATES)
        category, institution, place = (self._skewed(ids) for ids in self.directory)
        restricted = number not in self.to_reader and draw.random() < RESTRICTED
        return Drawn(
            id=self._uuid(),
            complaint=self._uuid(),
            key=self._uuid(),
            office=office,
            reference=f"{office.partner.prefix}-{opened.year}-{office.numbers:06d}",
            opened=opened,
            kind=self._one(KINDS),
            state=state,
            severity=self._one(SEVERITIES),
            category=category,
            institution=institution,
            place=place,
            assignee=draw.choice(office.people).pk if state != "received" and draw.random() < 0.7 else None,
            due=self._due(opened) if state in RUNNING and draw.random() < 0.7 else None,
            restricted=restricted,
            summary=self._summary(),
            principals=tuple(self._seen_by(number, office, restricted)),
        )

    def _uuid(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)

    def _one(self, weights: dict[Any, int]) -> Any:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def _skewed(self, ids: list[int]) -> int:
        """Some categories, institutions and places come often, most seldom."""
        return ids[int(len(ids) * self.random.random() ** 2.5)]

    def _due(self, opened: datetime) -> date:
        """Work that still runs is mostly recent: half of it has its term around today."""
        if self.random.random() < 0.5:
            return TODAY.date() + timedelta(days=self.random.randrange(-20, 40))
        return (opened + timedelta(days=30)).date()

    def _summary(self) -> str:
        words = self.random.choices(WORDS, k=6)
        words += [COMMON_WORD] if self.random.random() < COMMON else []
        words += [RARE_WORD] if self.random.random() < RARE else []
        return " ".join(words).capitalize()

    def _seen_by(self, number: int, office: Office, restricted: bool) -> Iterator[UUID]:
        if restricted:
            yield from (person.pk for person in self.random.sample(office.people, 2))
        elif self.random.random() < SHARED:
            other = self.random.choice(self.owners)
            if other is not office:
                yield other.partner.pk
        if number in self.to_reader:
            yield self.reader

    def _sealed(self, drawn: Drawn) -> Iterator[Row]:
        """Sealed words are noise of the usual length: nobody opens them here."""
        office, noise = drawn.office, self.random.randbytes
        key = (drawn.key, drawn.owner, drawn.id, "case", office.key_id, noise(80), drawn.opened)
        yield "keyring.DataKey", key
        said = ("anonymous", "sq", "web_form", noise(400), noise(40), "receipt_only", noise(40), noise(40))
        complaint = (drawn.complaint, drawn.owner, drawn.key, drawn.kind, *said, drawn.opened)
        yield "complaints.Complaint", complaint

    def _case(self, drawn: Drawn) -> tuple[Any, ...]:
        ended = drawn.state in ("resolved", "closed")
        resolved = drawn.opened + timedelta(days=60) if ended else None
        return (
            *(drawn.id, drawn.owner, drawn.complaint, drawn.key, drawn.reference, "", drawn.kind),
            *(drawn.state, drawn.severity, drawn.category, drawn.institution, drawn.place),
            *(drawn.assignee, drawn.restricted, drawn.summary, drawn.opened, drawn.due),
            *("too_late" if drawn.state == "inadmissible" else "", "remedied" if ended else "", ""),
            *(resolved, resolved if drawn.state == "closed" else None, 3),
        )

    def _exceptions(self, drawn: Drawn) -> Iterator[Row]:
        copied = (
            *(drawn.restricted, drawn.owner, drawn.opened, drawn.state, drawn.kind, drawn.severity),
            *(drawn.category, drawn.institution, drawn.place, drawn.assignee, drawn.due),
        )
        for principal in drawn.principals:
            yield "cases.CaseAccess", (principal, drawn.id, *copied)
            if drawn.restricted:
                yield "cases.CaseUserObjectPermission", (self.named, principal, drawn.id)
            else:
                yield "cases.CaseShare", (self._uuid(), drawn.id, principal, drawn.opened)

    def _found_by(self, drawn: Drawn) -> tuple[Any, ...]:
        names = (self.categories[drawn.category], self.institutions[drawn.institution])
        text = " ".join((fold(drawn.reference), fold(drawn.summary), *names, self.places[drawn.place]))
        seen = drawn.principals if drawn.restricted else (drawn.owner, *drawn.principals)
        words = " ".join(dict.fromkeys(text.split()))
        return (drawn.id, words, " ".join(token(one) for one in seen), drawn.opened)

    def _to_do(self, drawn: Drawn) -> Iterator[Row]:
        """Two tasks of every case: done ones of those that ended, and of those at work one that waits."""
        running = drawn.state in RUNNING
        for number, kind in enumerate(("acknowledge", self.tasks.choice(TASK_KINDS))):
            waits = running and number == 1
            due = (
                TODAY.date() + timedelta(days=self.tasks.randrange(-30, 40)) if waits else drawn.opened.date()
            )
            made = UUID(int=self.tasks.getrandbits(128), version=4)
            done = None if waits else drawn.opened + timedelta(days=5)
            yield (
                "cases.Task",
                (
                    *(made, drawn.id, False, drawn.owner, drawn.restricted, kind, due, drawn.assignee),
                    *("open" if waits else "done", "rule", f"{kind}:{made}", drawn.opened, done, 1),
                ),
            )
