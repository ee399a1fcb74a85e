"""What complainants ask for through the receipt, and what staff decide: erasure, correction."""

from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import conversation, story, task_asking
from backend.cases.services.waiting import held_case_of
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.common.errors import NotAllowed, require_version
from backend.complaints.models import Complaint, Message
from backend.partners.actors import Actor, ActorKind
from backend.retention.errors import CannotBeErased, KeptByHold, NoCaseYet, RequestDecided
from backend.retention.models import Correction, ErasureRequest
from backend.retention.services import planning
from backend.retention.services.blocking import blockers_of, standing_hold
from backend.retention.stages import Because, Blocker, Refusal, RequestState


@transaction.atomic
def ask_for_erasure(complaint: Complaint) -> ErasureRequest:
    """The complainant wants everything erased. Asking again while it waits changes nothing; where a hold
    stands it is refused at once with the hold's reason. Raises NoCaseYet."""
    case = held_case_of(complaint)
    if case is None or case.data_key is None:
        raise NoCaseYet()
    waiting = ErasureRequest.objects.filter(case=case).open().first()
    if waiting is not None:
        return waiting
    actor = Actor.complainant(case.pk)
    made = ErasureRequest(case=case, data_key=case.data_key)
    hold = standing_hold(case)
    if hold is not None:
        made.state, made.refusal, made.decided_at = RequestState.REFUSED, Refusal.HOLD, clock.now()
        made.hold_reason, made.hold_until = hold.reason, hold.until
    made.save(force_insert=True)
    story.tell(case, actor, "case.erasure_asked", request=str(made.pk))
    if hold is not None:
        facts = {"reason": Refusal.HOLD, "hold": str(hold.pk)}
        story.tell(case, Actor.system(), "case.erasure_refused", request=str(made.pk), **facts)
    else:
        task_asking.ask(case, kind=TaskKind.ERASURE_ASKED, key=_key_of(made), assignee=None)
    return made


@transaction.atomic
def grant(request_id: UUID, *, expected: int | None, actor: Actor) -> ErasureRequest:
    """Everything is erased, within minutes. Raises NotFound, NotAllowed, Stale, RequestDecided, KeptByHold,
    CannotBeErased."""
    asked, case = _open(request_id, expected, actor)
    hold = standing_hold(case)
    if hold is not None:
        raise KeptByHold(reason=hold.reason, until=hold.until.isoformat())
    standing = [one.value for one in blockers_of(case) if one is not Blocker.REQUEST]
    if standing:
        raise CannotBeErased(blockers=standing)
    _decide(asked, RequestState.GRANTED, actor)
    planning.plan(case, because=Because.REQUEST, due_on=clock.today(case.owner.time_zone), actor=actor)
    story.tell(case, actor, "case.erasure_granted", request=str(asked.pk))
    return asked


@transaction.atomic
def refuse(
    request_id: UUID, *, refusal: Refusal, words: str = "", expected: int | None, actor: Actor
) -> ErasureRequest:
    """It stays, and the complainant reads why. Raises NotFound, NotAllowed, Stale, RequestDecided."""
    asked, case = _open(request_id, expected, actor)
    hold = standing_hold(case)
    asked.refusal, asked.words = refusal, words or None
    if refusal == Refusal.HOLD and hold is not None:
        asked.hold_reason, asked.hold_until = hold.reason, hold.until
    _decide(asked, RequestState.REFUSED, actor)
    story.tell(case, actor, "case.erasure_refused", request=str(asked.pk), reason=refusal)
    return asked


@transaction.atomic
def complainant_corrected(complaint: Complaint, *, text: str) -> Message:
    """A message that corrects what the complaint says, which stays as it was given. Raises Invalid."""
    message = conversation.complainant_answered(complaint, text=text)
    Correction.objects.create(message=message, complaint=complaint)
    case = Case.objects.filter(complaint=complaint).first()
    if case is not None:
        story.tell(case, Actor.complainant(case.pk), "case.complainant_corrected", message=str(message.pk))
    return message


def last_request(complaint: Complaint) -> ErasureRequest | None:
    """What the complainant asked last, and what became of it."""
    asked = ErasureRequest.objects.filter(case__complaint=complaint).select_related("data_key__partner_key")
    return asked.order_by("-asked_at", "-id").first()


def may_decide(asked: ErasureRequest, actor: Actor) -> bool:
    """Whether the actor may decide; nothing is asked of the database. Programs do not."""
    is_person = actor.kind is ActorKind.STAFF
    return asked.state == RequestState.OPEN and is_person and actor.may("manage_partner", asked.case.owner_id)


def _open(request_id: UUID, expected: int | None, actor: Actor) -> tuple[ErasureRequest, Case]:
    """A request and its case, held, the case first as in every step."""
    known = ErasureRequest.objects.visible_to(actor).found(request_id)
    held = Case.objects.select_for_update(of=("self",)).select_related("owner", "assignee")
    case = held.get(pk=known.case_id)
    asked = ErasureRequest.objects.visible_to(actor).select_for_update(of=("self",)).found(request_id)
    require_version(asked.version, expected)
    if actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    if asked.state != RequestState.OPEN:
        raise RequestDecided()
    return asked, case


def _decide(asked: ErasureRequest, state: RequestState, actor: Actor) -> None:
    asked.state, asked.decided_at, asked.decided_by_id = state, clock.now(), actor.id
    asked.version += 1
    asked.save()
    task_asking.answered(_key_of(asked))


def _key_of(asked: ErasureRequest) -> str:
    return f"erasure_request:{asked.pk}"
