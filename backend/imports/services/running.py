"""The import: rows become cases, a batch in a transaction: a killed worker loses and repeats nothing."""

import time
from dataclasses import replace
from typing import Final
from uuid import UUID, uuid4

from django.db import Error as DatabaseTrouble
from django.db import transaction

from backend.audit.services import record
from backend.cases.models import Case, Tag
from backend.cases.services import importing
from backend.cases.services.importing import PastWork
from backend.common import clock
from backend.common.errors import Problem, require_version
from backend.common.folding import fold
from backend.complaints.models import Complaint, Consent
from backend.complaints.services import ConsentGiven, record_complaint
from backend.identity.services import store_identity
from backend.imports import errors
from backend.imports.models import ImportedCase, ImportRun
from backend.imports.rights import importer
from backend.imports.services import passing
from backend.imports.services.converting import Draft, Found
from backend.imports.services.passing import Judge, Judged, Standing, batches
from backend.imports.services.rows import Row, rows_from
from backend.imports.stages import BUSY, STARTABLE, STOPPABLE, ImportState, ProblemCode, StopReason
from backend.keyring.models import DataKey
from backend.keyring.services import new_data_keys
from backend.partners.actors import Actor

BATCH: Final = 50
"""Rows in one transaction: others who write wait for it."""
SLICE_SECONDS: Final = 300
# The wording of a consent that was given to the partner before it worked here.
CONSENT_ON_FILE: Final = "import"


@transaction.atomic
def start(run_id: UUID, *, leave_out_faulty: bool, expected: int | None, actor: Actor) -> ImportRun:
    """Begin the import, or go on with one that was stopped. Raises ImportFaulty where rows would be left out
    and nobody said that they may be."""
    run = ImportRun.objects.visible_to(actor).locked(run_id)
    require_version(run.version, expected)
    if run.state in BUSY:
        raise errors.ImportBusy()
    if run.state not in STARTABLE:
        raise errors.ImportWrongState(state=run.state)
    if run.rows is None or run.forgotten_at is not None:
        raise errors.ImportForgotten()
    if run.faulty and not leave_out_faulty:
        raise errors.ImportFaulty(faulty=run.faulty)
    if run.state == ImportState.CHECKED:
        passing.start_over(run)
    run.state, run.stopped_because, run.version = ImportState.RUNNING, "", run.version + 1
    run.started_by, run.started_at, run.finished_at = actor.user, clock.now(), None
    run.touched_at = clock.now()
    run.save()
    record(actor, "import.started", run, chain=run.partner_id, rows=run.row_count)
    return run


@transaction.atomic
def stop(run_id: UUID, *, actor: Actor) -> ImportRun:
    """Stop a dry run or an import after the rows in hand. What was imported stays."""
    run = ImportRun.objects.visible_to(actor).locked(run_id)
    if run.state not in STOPPABLE:
        raise errors.ImportWrongState(state=run.state)
    imports = run.state == ImportState.RUNNING
    run.state = ImportState.STOPPED if imports else ImportState.MAPPING
    run.stopped_because = StopReason.BY_HAND if imports else ""
    run.version += 1
    run.save(update_fields=["state", "stopped_because", "version"])
    record(actor, "import.stopped", run, chain=run.partner_id, imported=run.imported)
    return run


def run_slice(run_id: UUID, *, seconds: float = SLICE_SECONDS) -> bool:
    """Import rows from where the last batch ended. True where time ran out and rows are left."""
    run = _still_running(run_id)
    if run is None:
        return False
    actor = importer(run.started_by)
    if not actor.may("manage_partner", run.partner_id):
        _stop_for_want_of_right(run_id)
        return False
    judge, until, position = Judge(run), time.monotonic() + seconds, run.position
    for batch in batches(rows_from(run, position), BATCH):
        if not _take_batch(run_id, position, judge, batch, actor):
            return False
        position = batch[-1].next_at
        if time.monotonic() > until:
            return True
    _end(run_id, actor)
    return False


@transaction.atomic
def _take_batch(run_id: UUID, position: int, judge: Judge, batch: list[Row], actor: Actor) -> bool:
    """Some rows, with how far that brings us. False where somebody stopped it or another worker is at it."""
    run = _still_running(run_id, lock=True)
    if run is None or run.position != position:
        return False
    judged = list(judge.judge(batch))
    tags = _tags(run, judged)
    passing.write_down(run, [_taken(run, one, tags, actor) for one in judged])
    return True


def _tags(run: ImportRun, judged: list[Judged]) -> dict[str, Tag]:
    """The tags of a batch: outside of the rows' own savepoints, because several rows share them."""
    names = [name for one in judged if one.draft is not None for name in one.draft.tags]
    tags, made = importing.tags_of(run.partner, names)
    run.made_tags = [*run.made_tags, *made]
    return tags


def _taken(run: ImportRun, judged: Judged, tags: dict[str, Tag], actor: Actor) -> Judged:
    """The row with what came of it: what the database refuses in spite of all is told like any fault."""
    if judged.standing is not Standing.NEW or judged.draft is None:
        return judged
    try:
        with transaction.atomic():
            _take_in(run, judged, judged.draft, tags, actor)
    except (Problem, DatabaseTrouble) as refused:
        if isinstance(refused, DatabaseTrouble) and not _is_of_the_row(refused):
            raise
        found = [Found("", ProblemCode.REFUSED)]
        return replace(judged, standing=Standing.FAULTY, found=found)
    run.imported += 1
    return judged


def _is_of_the_row(trouble: DatabaseTrouble) -> bool:
    """A busy or absent database is no fault of a row: the job is tried again."""
    return type(trouble).__name__ in ("IntegrityError", "DataError")


def _take_in(run: ImportRun, judged: Judged, draft: Draft, tags: dict[str, Tag], actor: Actor) -> Case:
    """Words, identity and case of one row. Nobody gets a receipt, a notice or a mail of it."""
    case_id, complaint_id = uuid4(), uuid4()
    subjects = {"case": case_id} | ({} if draft.identity.is_empty else {"identity": complaint_id})
    keys = new_data_keys(partner_id=run.partner_id, subjects=subjects)
    complaint = _complaint(run, draft, complaint_id, keys["case"], actor)
    if not draft.identity.is_empty:
        store_identity(complaint=complaint, details=draft.identity, key=keys["identity"], actor=actor)
    past = _past_work(draft, [tags[fold(name)] for name in draft.tags if fold(name) in tags])
    case = importing.open_imported(
        case_id=case_id, owner=run.partner, complaint=complaint, past=past, run_id=run.pk, actor=actor
    )
    ImportedCase.objects.create(
        partner=run.partner, run=run, origin=judged.origin, row=judged.row.number, case=case
    )
    return case


def _complaint(
    run: ImportRun, draft: Draft, complaint_id: UUID, data_key: DataKey, actor: Actor
) -> Complaint:
    consent = ConsentGiven(
        purpose=Consent.Purpose.PROCESSING, text_version=CONSENT_ON_FILE, language=draft.language
    )
    return record_complaint(
        complaint_id=complaint_id,
        partner=run.partner,
        data_key=data_key,
        kind=draft.kind,
        complainant_kind=draft.complainant_kind,
        language=draft.language,
        channel=draft.channel,
        narrative=draft.narrative,
        wish=draft.wish,
        happened_on=draft.happened_on,
        category=draft.category,
        institution=draft.institution,
        place=draft.place,
        received_at=draft.received_at,
        consents=(consent,) if draft.consents else (),
        actor=actor,
    )


def _past_work(draft: Draft, tags: list[Tag]) -> PastWork:
    return PastWork(
        state=draft.state,
        severity=draft.severity,
        summary=draft.summary,
        former_reference=draft.former_reference,
        assignee=draft.assignee,
        tags=tags,
        note=draft.note,
        admissibility_note=draft.admissibility_note,
        outcome=draft.outcome,
        outcome_text=draft.outcome_text,
        impact=draft.impact,
        value_recovered=draft.value_recovered,
        value_currency=draft.value_currency,
        inadmissible_reason=draft.inadmissible_reason,
        advice=draft.advice,
        resolved_at=draft.resolved_at,
        closed_at=draft.closed_at,
    )


@transaction.atomic
def _end(run_id: UUID, actor: Actor) -> None:
    run = _still_running(run_id, lock=True)
    if run is None:
        return
    run.state, run.finished_at, run.version = ImportState.DONE, clock.now(), run.version + 1
    run.save(update_fields=["state", "finished_at", "version"])
    counts = {"imported": run.imported, "already_there": run.already_there, "faulty": run.faulty}
    record(actor, "import.finished", run, chain=run.partner_id, **counts)


@transaction.atomic
def _stop_for_want_of_right(run_id: UUID) -> None:
    run = _still_running(run_id, lock=True)
    if run is None:
        return
    run.state, run.stopped_because = ImportState.STOPPED, StopReason.NOT_ALLOWED
    run.version += 1
    run.save(update_fields=["state", "stopped_because", "version"])
    record(Actor.system(), "import.stopped", run, chain=run.partner_id, imported=run.imported)


def _still_running(run_id: UUID, *, lock: bool = False) -> ImportRun | None:
    runs = ImportRun.objects.select_related("partner", "rows__data_key", "data_key", "started_by")
    if lock:
        runs = runs.select_for_update(of=("self",))
    return runs.filter(pk=run_id, state=ImportState.RUNNING).first()
