"""A submission is taken in: through the same service as every complaint, once, however often it is sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.db import IntegrityError, transaction

from backend.cases.services.files import complainant_added_files
from backend.collecting.answers import Told
from backend.collecting.errors import EditedAfterwards
from backend.collecting.models import Submission, SubmissionFile
from backend.collecting.reading import Sent
from backend.collecting.services.entering import Entered
from backend.common import crypto
from backend.files.sealed import SealedUpload
from backend.files.services import drop
from backend.intake.services import Prepared, file_prepared, prepare

_INSTANCE: Final = "collected instance"
_CONTENT: Final = "collected content"
_FILE: Final = "collected file"
Files = Mapping[str, SealedUpload]


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether it is new, and how many files that it names are still to come."""

    is_new: bool
    files_missing: int


def take(*, entered: Entered, sent: Sent, told: Told, files: Files) -> Taken:
    """File a submission, or add files to the complaint that it became before.

    `files` are by their names in the form. Raises NotAllowed, Invalid, EditedAfterwards, TooManyFiles. The
    receipt is drawn and forgotten: nobody at this door gets one (see `receipts`).
    """
    found = _found(entered, sent)
    if found is None:
        statement = replace(told.statement, files=tuple(files.values()))
        prepared = prepare(partner=entered.partner, statement=statement, actor=entered.actor)
        try:
            return _file(prepared, entered, sent, told, files)
        except IntegrityError:
            # The same submission came by another way at the same moment, and everything of ours is undone.
            found = _found(entered, sent)
            if found is None:
                raise
    # Under the same id there are other words: what a complainant said is never edited.
    if found.content not in crypto.digests(_CONTENT, _content_of(sent)):
        raise EditedAfterwards()
    return _add(found, files)


@transaction.atomic
def _file(prepared: Prepared, entered: Entered, sent: Sent, told: Told, files: Files) -> Taken:
    filed = file_prepared(prepared=prepared, actor=entered.actor)
    submission = Submission.objects.create(
        complaint=filed.complaint,
        partner=entered.partner,
        access=entered.access,
        instance=crypto.digest(_INSTANCE, _instance_of(entered, sent)),
        content=crypto.digest(_CONTENT, _content_of(sent)),
        files_named=len(told.files),
    )
    _mark(submission, files)
    return Taken(is_new=True, files_missing=len(told.files) - len(files))


@transaction.atomic
def _add(found: Submission, files: Files) -> Taken:
    """What is new of the files goes to the complaint; what came before is thrown away."""
    held = Submission.objects.select_for_update(of=("self",)).select_related("complaint__data_key")
    submission = held.get(pk=found.pk)
    known = set(SubmissionFile.objects.filter(submission=submission).values_list("name", flat=True))
    new = {name: one for name, one in files.items() if known.isdisjoint(_digests(submission, name))}
    if new:
        complainant_added_files(submission.complaint, files=list(new.values()))
        _mark(submission, new)
    for name, one in files.items():
        if name not in new:
            drop(one)
    return Taken(is_new=False, files_missing=submission.files_named - len(known) - len(new))


def _found(entered: Entered, sent: Sent) -> Submission | None:
    digests = crypto.digests(_INSTANCE, _instance_of(entered, sent))
    return Submission.objects.filter(partner=entered.partner, instance__in=digests).first()


def _instance_of(entered: Entered, sent: Sent) -> str:
    return f"{entered.partner.pk} {sent.instance}"


def _content_of(sent: Sent) -> str:
    return f"{sent.instance} {json.dumps(sent.fields, sort_keys=True)}"


def _mark(submission: Submission, files: Files) -> None:
    SubmissionFile.objects.bulk_create(
        SubmissionFile(submission=submission, name=_digests(submission, name)[0]) for name in files
    )


def _digests(submission: Submission, name: str) -> tuple[str, ...]:
    return crypto.digests(_FILE, f"{submission.pk} {name}")
