"""The check after each fault can fail: each kind of damage is found, and nothing is where there is none."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from backend.audit.models import AuditChain
from backend.cases.models import Case, CaseSearch, Task
from backend.cases.services.task_watch import follow_events
from backend.complaints.models import Receipt
from backend.jobs.models import Job
from backend.partners.models import Partner
from bench.faults.traffic import Book
from bench.faults.verifying import findings
from tests.factories import complaints as filing

pytestmark = pytest.mark.either_engine("sqlite")


def taken(book: Book, partner: Partner, key: str) -> None:
    """A complaint that a citizen sent, and knows to be acknowledged."""
    filed = filing.file(partner, narrative=f"Ankesë {key}")
    told = {"number": filed.receipt.number, "secret": filed.receipt.secret}
    book.asked.add(key)
    book.filed[key] = {"reference": filed.reference or "", **told}


@pytest.fixture
def book(partner_a: Partner) -> Book:
    made = Book()
    for _ in range(2):
        taken(made, partner_a, str(uuid4()))
    follow_events()
    assert findings(made) == []
    return made


def lost(book: Book) -> None:
    book.filed["k"] = {"reference": "PIF-2026-000009", "number": book.filed[min(book.filed)]["number"]}


def twice(book: Book) -> None:
    taken(book, Partner.objects.get(), min(book.filed))


def another_number(book: Book) -> None:
    book.filed[min(book.filed)]["reference"] = "PIF-2026-000009"


def note_lost(book: Book) -> None:
    book.notes["Shënim"] = str(uuid4())


def chain(book: Book) -> None:
    AuditChain.objects.update(hash="0" * 64)


def one_task_too_many(book: Book) -> None:
    case = Case.objects.select_related("owner").earliest("reference")
    told = {"kind": "overdue", "made_by": "rule", "rule_key": "overdue:x", "due_on": case.opened_at}
    Task.objects.create(case=case, team=case.owner, **told)


def job(state: str) -> Callable[[Book], None]:
    return lambda book: Job.objects.create(task_path="x", state=state, max_attempts=1) and None


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lost, "1 acknowledged complaints are lost"),
        (twice, "1 complaints are there more than once"),
        (another_number, "1 complaints have another number than was told"),
        (note_lost, "1 acknowledged notes are lost"),
        (lambda book: Receipt.objects.first().delete(), "1 complaints are without a receipt"),
        (lambda book: CaseSearch.objects.first().delete(), "1 cases are without a search row"),
        (lambda book: CaseSearch.objects.update(words=""), "2 cases are not as lists and search have them"),
        (lambda book: Case.objects.filter(reference__endswith="1").update(reference="PIF-1-7"), "a gap"),
        (one_task_too_many, "1 cases lack a task, or have one too many"),
        (chain, "audit chains are broken"),
        (job("dead"), "1 jobs were given up"),
        (lambda book: book.wrong.update(["POST was answered 500"]), "1 times: POST was answered 500"),
    ],
)
def test_damage_is_found(book: Book, damage: Callable[[Book], object], found: str) -> None:
    damage(book)
    assert any(found in one for one in findings(book)), findings(book)
