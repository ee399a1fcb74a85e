"""Whether every promise was kept: what was acknowledged against what is there, the product's own checks."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.cases.models import Case, CaseEvent, CaseSearch, Note
from backend.cases.services.reconciliation import check_access
from backend.cases.services.task_rules import reconcile
from backend.common import clock
from backend.complaints.models import Complaint, Consent, Receipt
from backend.insights.services.keeping import check_sums
from backend.jobs.models import Job, Schedule
from backend.keyring.models import DataKey
from backend.partners.actors import Actor
from bench.faults.traffic import Book

LATE: Final = timedelta(seconds=45)
"""After this, a job that is due is not just waiting for its turn."""


def findings(book: Book) -> list[str]:
    """What is wrong, in words; nothing where all is as it was promised."""
    checks: tuple[Callable[[Book], Iterator[str]], ...] = (
        *(_complaints, _notes, _whole, _numbers, _keys, _audit, _copies, _tasks, _jobs, _answers),
    )
    return [found for check in checks for found in check(book)]


def jobs_behind() -> list[str]:
    """What background work still has to do or never will."""
    now = clock.now()
    counts = Job.objects.aggregate(
        held=Count("pk", filter=Q(state="running", lease_until__lt=now - LATE)),
        dead=Count("pk", filter=Q(state="dead")),
        late=Count("pk", filter=Q(state="ready", run_after__lt=now - LATE)),
    )
    late = Schedule.objects.filter(next_run_at__lt=now - LATE).count()
    words = {
        f"{counts['held']} jobs are held by nobody who lives": counts["held"],
        f"{counts['dead']} jobs were given up": counts["dead"],
        f"{counts['late']} jobs are due and nobody takes them": counts["late"],
        f"{late} schedules are due and nobody starts them": late,
    }
    return [text for text, count in words.items() if count]


def work_lists_kept(since: datetime) -> bool:
    """Whether a worker has looked at them after that moment."""
    return Schedule.objects.filter(name__endswith="keep_work_lists", last_run_at__gt=since).exists()


def _complaints(book: Book) -> Iterator[str]:
    found: dict[str, list[str]] = defaultdict(list)
    references = dict(Case.objects.values_list("complaint", "reference"))
    for complaint in Complaint.objects.select_related("data_key__partner_key").iterator(500):
        # Read, not counted: that its words open is part of the promise.
        key = complaint.narrative.rpartition(" ")[2]
        found[key].append(references.get(complaint.pk, ""))
    lost = [key for key in book.filed if not found[key]]
    twice = [key for key, there in found.items() if len(there) > 1]
    other = [key for key, told in book.filed.items() if found[key] and told["reference"] not in found[key]]
    strange = [key for key, there in found.items() if there and key not in book.asked]
    yield from _counted(lost, "acknowledged complaints are lost")
    yield from _counted(twice, "complaints are there more than once")
    yield from _counted(other, "complaints have another number than was told")
    yield from _counted(strange, "complaints were never sent")
    numbers = set(Receipt.objects.filter(ended_at__isnull=True).values_list("number", flat=True))
    without = [key for key, told in book.filed.items() if told["number"] not in numbers]
    yield from _counted(without, "receipts that were handed out are not there")


def _notes(book: Book) -> Iterator[str]:
    there = Counter(note.text for note in Note.objects.select_related("data_key__partner_key"))
    yield from _counted([one for one in book.notes if not there[one]], "acknowledged notes are lost")
    yield from _counted([one for one, times in there.items() if times > 1], "notes are there more than once")


def _whole(book: Book) -> Iterator[str]:
    """One intake is all of its rows."""
    parts = {
        "a case": Case.objects.filter(complaint=OuterRef("pk")),
        "a receipt": Receipt.objects.filter(complaint=OuterRef("pk")),
        "a consent": Consent.objects.filter(complaint=OuterRef("pk")),
    }
    for what, rows in parts.items():
        yield from _counted(Complaint.objects.exclude(Exists(rows)), f"complaints are without {what}")
    rooms = {
        "a search row": CaseSearch.objects.filter(case=OuterRef("pk")),
        "an event": CaseEvent.objects.filter(case=OuterRef("pk")),
        "an audit line": AuditEvent.objects.filter(target_id=OuterRef("pk")),
        "their key": DataKey.objects.filter(subject_id=OuterRef("pk"), wrapped__isnull=False),
    }
    for what, others in rooms.items():
        yield from _counted(Case.objects.exclude(Exists(others)), f"cases are without {what}")


def _numbers(book: Book) -> Iterator[str]:
    """The running numbers of a partner's year have no gap."""
    years: dict[str, list[int]] = defaultdict(list)
    for reference in Case.objects.values_list("reference", flat=True):
        head, _, number = reference.rpartition("-")
        years[head].append(int(number))
    gaps = [head for head, numbers in years.items() if sorted(numbers) != list(range(1, len(numbers) + 1))]
    yield from _counted(gaps, "years have a gap in their numbers")


def _keys(book: Book) -> Iterator[str]:
    orphans = DataKey.objects.filter(purpose="case").exclude(
        Exists(Case.objects.filter(pk=OuterRef("subject_id")))
    )
    yield from _counted(orphans, "keys belong to no case")


def _audit(book: Book) -> Iterator[str]:
    broken = [chain.pk for chain in AuditChain.objects.all() if verify(chain).broken is not None]
    yield from _counted(broken, "audit chains are broken")


def _copies(book: Book) -> Iterator[str]:
    differences = check_access(repair=False, actor=Actor.system())
    yield from _counted(differences, "cases are not as lists and search have them")
    sums = check_sums(repair=False, actor=Actor.system())
    yield from _counted(sums, "sums of reports are not those of the cases")


def _tasks(book: Book) -> Iterator[str]:
    if missing := reconcile(list(Case.objects.values_list("pk", flat=True))):
        yield f"{missing} cases lack a task, or have one too many"


def _jobs(book: Book) -> Iterator[str]:
    yield from jobs_behind()


def _answers(book: Book) -> Iterator[str]:
    yield from (f"{count} times: {what}" for what, count in book.wrong.items())


def _counted(rows: object, words: str) -> Iterator[str]:
    count = len(list(rows))  # type: ignore[call-overload]
    if count:
        yield f"{count} {words}"
