"""What the public reads of a case: written by one person, published by another, withdrawn at once by anybody
who works the case. The words are never the complainant's, and are in no fact of the story."""

from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, PublicSummary
from backend.cases.services import permits, story
from backend.cases.services.publishable import hindrances_of
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, require_version
from backend.common.languages import Language
from backend.directory.kinds import PlaceLevel
from backend.directory.models import Place
from backend.partners.actors import Actor, ActorKind

State = PublicSummary.State


class SummaryAction(StrEnum):
    """What may be done to it."""

    WRITE = "write"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


_PERMISSION = {
    SummaryAction.WRITE: "work_cases",
    SummaryAction.PUBLISH: "publish_cases",
    # Taking words away from the public needs no second look.
    SummaryAction.WITHDRAW: "work_cases",
}


def summary_of(case_id: UUID, *, actor: Actor) -> tuple[Case, PublicSummary | None]:
    """The text of a case, for people of the partner that works it. Raises NotFound, NotAllowed."""
    cases = Case.objects.select_related("data_key", "complaint__data_key__partner_key")
    case = cases.readable(case_id, actor)
    permits.require_permission("read_complaints", case, actor)
    return case, _found(case)


@transaction.atomic
def write_summary(
    case_id: UUID,
    *,
    title: str,
    text: str,
    language: str,
    place: Place | None,
    expected: int | None,
    actor: Actor,
) -> tuple[Case, PublicSummary]:
    """Keep words for the public as a draft. Raises NotFound, NotAllowed, Stale, SummaryIsPublic, Invalid."""
    case = _held(case_id, SummaryAction.WRITE, actor)
    summary = _found(case)
    require_version(summary.version if summary else 0, expected)
    if summary and summary.state == State.PUBLISHED:
        raise errors.SummaryIsPublic()
    if place is not None and place.level == PlaceLevel.ADMINISTRATIVE_UNIT:
        raise Invalid.field("place", "too_exact", _("Name the municipality, or something wider."))
    if summary is None:
        summary = PublicSummary(case=case, data_key=permits.key_of(case), version=0)
    summary.title, summary.text, summary.language, summary.place = title, text, Language(language), place
    summary.author_id, summary.written_at, summary.state = _person(actor), clock.now(), State.DRAFT
    return case, _kept(case, summary, "written", actor)


@transaction.atomic
def publish_summary(case_id: UUID, *, expected: int | None, actor: Actor) -> tuple[Case, PublicSummary]:
    """From now on everybody reads it. Raises NotFound, NotAllowed, Stale, OwnSummary, NotForThePublic,
    SummaryIsPublic, SummaryNotPublic where nothing was written."""
    case = _held(case_id, SummaryAction.PUBLISH, actor)
    summary = _found(case)
    require_version(summary.version if summary else 0, expected)
    if summary is None:
        raise errors.SummaryNotPublic()
    if summary.state == State.PUBLISHED:
        raise errors.SummaryIsPublic()
    if summary.author_id == actor.id:
        raise errors.OwnSummary()
    if against := hindrances_of(case, summary):
        raise errors.NotForThePublic(hindrances=[one.value for one in against])
    summary.state, summary.published_by_id, summary.published_at = State.PUBLISHED, actor.id, clock.now()
    summary.withdrawn_by, summary.withdrawn_at = None, None
    return case, _kept(case, summary, "published", actor)


@transaction.atomic
def withdraw_summary(case_id: UUID, *, expected: int | None, actor: Actor) -> tuple[Case, PublicSummary]:
    """From now on nobody reads it. Raises NotFound, NotAllowed, Stale, SummaryNotPublic."""
    case = _held(case_id, SummaryAction.WITHDRAW, actor)
    summary = _found(case)
    require_version(summary.version if summary else 0, expected)
    if summary is None or summary.state != State.PUBLISHED:
        raise errors.SummaryNotPublic()
    return case, _withdrawn(case, summary, actor)


def end_with_transfer(case: Case, actor: Actor) -> None:
    """What one partner published is not said in the name of the next. Part of the hand-over, which holds the
    case."""
    summary = _found(case)
    if summary and summary.state == State.PUBLISHED:
        _withdrawn(case, summary, actor)


def allowed_on_summary(case: Case, summary: PublicSummary | None, actor: Actor) -> list[SummaryAction]:
    """What the actor may do to it now; publishing may still be hindered."""
    if actor.kind is not ActorKind.STAFF or case.complaint_id is None:
        return []
    held = [one for one in SummaryAction if actor.may(_PERMISSION[one], case.owner_id)]
    return [one for one in held if _fits(one, summary, actor)]


def is_public(case: Case, summary: PublicSummary | None) -> bool:
    """Whether the public reads it at this moment: a published text may be held back by what came since."""
    return bool(summary) and PublicSummary.objects.public_of(case.owner).filter(case=case).exists()


def _fits(action: SummaryAction, summary: PublicSummary | None, actor: Actor) -> bool:
    public = summary is not None and summary.state == State.PUBLISHED
    if action is SummaryAction.WITHDRAW:
        return public
    if action is SummaryAction.WRITE:
        return not public
    return summary is not None and not public and summary.author_id != actor.id


def _held(case_id: UUID, action: SummaryAction, actor: Actor) -> Case:
    case: Case = Case.objects.readable_by(actor).locked(case_id)
    _person(actor)
    permits.require_permission(_PERMISSION[action], case, actor)
    permits.complaint_of(case)
    return case


def _person(actor: Actor) -> UUID:
    """What the public reads was written, read and published by people."""
    if actor.kind is not ActorKind.STAFF or actor.id is None:
        raise NotAllowed()
    return actor.id


def _found(case: Case) -> PublicSummary | None:
    people = ("author", "published_by", "withdrawn_by")
    found = PublicSummary.objects.select_related("data_key__partner_key", "place", *people)
    return found.filter(case=case).first()


def _withdrawn(case: Case, summary: PublicSummary, actor: Actor) -> PublicSummary:
    summary.state, summary.withdrawn_by_id, summary.withdrawn_at = State.WITHDRAWN, actor.id, clock.now()
    return _kept(case, summary, "withdrawn", actor)


def _kept(case: Case, summary: PublicSummary, what: str, actor: Actor) -> PublicSummary:
    summary.version += 1
    summary.save()
    story.tell(case, actor, f"case.public_summary_{what}")
    return summary
