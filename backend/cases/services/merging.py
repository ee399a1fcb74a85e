"""Merging a duplicate into the case that stays, and undoing that.

Nothing is moved: words, messages, files and the receipt stay with the complaint they came with, and are
reached from the case that stays. So undoing is no more than going back.
"""

from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, Merge
from backend.cases.services import permits, story
from backend.cases.services.conversation import write_as_partner
from backend.cases.stages import CASE_TABLE, STAGE_OF, Stage, State, Verb, way_back
from backend.common import clock
from backend.common.errors import Invalid, NotFound, require_version
from backend.partners.actors import Actor

# Of the other complaint nothing is told, not even its number: it is somebody else's.
MERGED_WORDS: Final = _(
    "We received another complaint about the same matter and work on both together from now on. What you "
    "wrote and sent stays with us, your receipt stays valid, and you can write to us here as before."
)
SEPARATED_WORDS: Final = _("We work on your complaint by itself again. Your receipt stays valid.")


@transaction.atomic
def merge(
    case_id: UUID,
    *,
    other_id: UUID,
    other_version: int,
    message: str = "",
    expected: int | None,
    actor: Actor,
) -> Merge:
    """The other case is a duplicate of this one; its complainant is told, in the words given or in ours."""
    kept, other = _both(case_id, other_id, actor)
    require_version(kept.version, expected)
    row = permits.require(Verb.MARK_DUPLICATE, other, actor)
    if STAGE_OF[State(kept.state)] is Stage.ENDED:
        raise errors.CannotStay(state=kept.state)
    require_version(other.version, other_version)
    written = write_as_partner(
        other, text=message.strip() or _words(MERGED_WORDS, other), asks=False, actor=actor, field="message"
    )
    made = keep_merge(other, kept, actor)
    other.duplicate_of = kept
    facts = {"original": str(kept.pk), "message": str(written.pk)}
    story.move(other, row, actor, changed={"duplicate_of"}, **facts)
    story.tell(kept, actor, "case.merged", other=str(other.pk))
    return made


@transaction.atomic
def undo_merge(case_id: UUID, *, merge_id: UUID, actor: Actor) -> Merge:
    """The cases are two again: the duplicate is where it was before, and its complainant is told."""
    found, duplicate = _held(case_id, merge_id, actor)
    permits.require_permission("triage_cases", duplicate, actor)
    if found.ended_at is not None:
        raise errors.MergeEnded()
    row = way_back(CASE_TABLE, duplicate.state, Verb.UNDO_MERGE, found.state_before)
    if row is None or duplicate.duplicate_of_id != found.kept_id:
        raise errors.WrongState(state=duplicate.state, verb=Verb.UNDO_MERGE)
    duplicate.duplicate_of = None
    written = write_as_partner(
        duplicate, text=_words(SEPARATED_WORDS, duplicate), asks=False, actor=actor, field="message"
    )
    facts = {"original": str(found.kept_id), "message": str(written.pk)}
    story.move(duplicate, row, actor, changed={"duplicate_of"}, **facts)
    if found.kept.owner_id == duplicate.owner_id:
        story.tell(found.kept, actor, "case.merge_undone", other=str(duplicate.pk))
    _end(found, actor)
    return found


def keep_merge(duplicate: Case, kept: Case, actor: Actor) -> Merge:
    """What undoing needs to know. Part of the step that makes a case a duplicate. Raises ItsOwnDuplicate."""
    _require_no_circle(duplicate, kept)
    return Merge.objects.create(
        kept=kept, duplicate=duplicate, state_before=duplicate.state, merged_by_id=actor.id
    )


def end_with_reopening(case: Case, actor: Actor) -> None:
    """A duplicate that is reopened goes its own way: there is nothing to undo any more."""
    for found in Merge.objects.filter(duplicate=case, ended_at=None):
        _end(found, actor)


def merges_of(case: Case, actor: Actor) -> QuerySet[Merge]:
    """What was merged into a case, and what it was merged into, of cases that the actor may read."""
    readable = Case.objects.readable_by(actor)
    around = Merge.objects.filter(Q(kept=case, duplicate__in=readable) | Q(duplicate=case, kept__in=readable))
    return around.select_related("kept", "duplicate", "merged_by", "ended_by")


def may_undo(found: Merge, actor: Actor) -> bool:
    """Whether the actor may undo it; nothing is asked of the database."""
    duplicate = found.duplicate
    still = duplicate.state == State.DUPLICATE and duplicate.duplicate_of_id == found.kept_id
    return found.ended_at is None and still and actor.may("triage_cases", duplicate.owner_id)


def _both(case_id: UUID, other_id: UUID, actor: Actor) -> tuple[Case, Case]:
    """The case that stays and the other one, held in one order, whichever of them stays."""
    held = _hold({case_id, other_id}, actor)
    kept, other = held.get(case_id), held.get(other_id)
    if kept is None:
        raise NotFound()
    permits.require_permission("triage_cases", kept, actor)
    if case_id == other_id:
        raise errors.ItsOwnDuplicate()
    if other is None or other.owner_id != kept.owner_id:
        raise Invalid.field("other", "unknown_case", _("There is no such case of your partner."))
    return kept, other


def _hold(ids: set[UUID], actor: Actor) -> dict[UUID, Case]:
    cases = Case.objects.readable_by(actor).filter(pk__in=ids).order_by("pk")
    return {case.pk: case for case in cases.select_for_update(of=("self",))}


def _held(case_id: UUID, merge_id: UUID, actor: Actor) -> tuple[Merge, Case]:
    """A merge under one of its two cases, and the duplicate, held. Raises NotFound."""
    around = Merge.objects.filter(Q(kept=case_id) | Q(duplicate=case_id), pk=merge_id)
    known = around.values_list("kept_id", "duplicate_id").first()
    held = _hold(set(known or ()), actor)
    found = around.select_for_update(of=("self",)).select_related("kept").first()
    if known is None or found is None or case_id not in held:
        raise NotFound()
    permits.require_permission("triage_cases", held[case_id], actor)
    if found.duplicate_id not in held:
        raise NotFound()
    duplicate = held[found.duplicate_id]
    found.kept, found.duplicate = held.get(found.kept_id, found.kept), duplicate
    return found, duplicate


def _require_no_circle(duplicate: Case, kept: Case) -> None:
    seen: Case | None = kept
    while seen is not None:
        if seen.pk == duplicate.pk:
            raise errors.ItsOwnDuplicate()
        seen = seen.duplicate_of


def _end(found: Merge, actor: Actor) -> None:
    found.ended_at, found.ended_by_id = clock.now(), actor.id
    found.save(update_fields=["ended_at", "ended_by"])


def _words(words: object, case: Case) -> str:
    """In the complainant's language."""
    with translation.override(permits.complaint_of(case).language.lower()):
        return str(words)
