"""Hiding words of a case: said once by somebody who works it, applied to whatever others read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, CaseMasks
from backend.cases.services import annexes, permits, story
from backend.cases.services.acts import Act, permission_for
from backend.cases.services.masks import ANSWER, MESSAGE, NONE, Masks, masks_of
from backend.cases.services.opened import Opened
from backend.common import clock
from backend.common.errors import Invalid, require_version
from backend.common.languages import label_in
from backend.complaints.models import Complaint, Message
from backend.forms.services import form_with_id
from backend.forms.telling import Told
from backend.partners.actors import Actor

MOST: Final = annexes.MOST_HIDDEN
_TEXTS: Final = ("text", "long_text")


@dataclass(frozen=True, slots=True, repr=False)
class MaskedPart:
    """A part of the complainant's words for those who work the case: whole, and what others get to read."""

    part: str
    label: str
    text: str
    hidden: Sequence[Mapping[str, Any]]
    shown: str


def masks_for(case_id: UUID, *, actor: Actor) -> tuple[Case, Masks]:
    """What is hidden, for people of the partner that works the case. To others nobody tells:
    where a bar begins and ends says too much. Raises NotFound, NotAllowed."""
    case = Case.objects.select_related("data_key", "complaint__data_key").readable(case_id, actor)
    permits.require_permission("read_complaints", case, actor)
    return case, masks_of(case)


def masks_towards(case: Case, opened: Opened) -> Masks:
    """What is hidden from somebody to whom so much of the case is open."""
    return masks_of(case) if opened.masked else NONE


@transaction.atomic
def hide_words(
    case_id: UUID, *, places: Sequence[Mapping[str, Any]], expected: int | None, actor: Actor
) -> tuple[Case, Masks]:
    """Say anew which words are hidden; none: nothing is. The complaint itself is never touched.

    Raises NotFound, NotAllowed, Stale, Invalid for a place that the words do not have.
    """
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission(permission_for(Act.HIDE, case), case, actor)
    row = CaseMasks.objects.select_for_update(of=("self",)).filter(case=case).first()
    require_version(row.version if row else 0, expected)
    kept = [{name: place[name] for name in ("part", "start", "end", "reason")} for place in places]
    _require_there(case, kept)
    if row is None:
        row = CaseMasks(case=case, data_key=permits.key_of(case))
    row.places, row.version, row.changed_at = kept, row.version + 1, clock.now()
    row.save()
    reasons = Counter(place["reason"] for place in kept)
    story.tell(case, actor, "case.words_hidden", count=len(kept), reasons=dict(sorted(reasons.items())))
    return case, Masks(tuple(kept), row.version)


def parts_of(case: Case, hidden: Masks) -> list[MaskedPart]:
    """Every part of the complainant's words in which something can be hidden, but for messages."""
    return [
        MaskedPart(name, label, text, hidden.of(name), annexes.shown(text, hidden.of(name)))
        for name, label, text in _written(permits.complaint_of(case))
    ]


def told_masked(told: Told, hidden: Masks) -> Told:
    """An answer to a question of the form, as others read it."""
    places = hidden.of(f"{ANSWER}{told.question}")
    if not places or not isinstance(told.value, str):
        return told
    text = annexes.shown(told.value, places)
    return Told(told.question, told.label, text, [text])


def message_text(message: Message, hidden: Masks) -> str:
    """The words of a message, as others read them."""
    return annexes.shown(message.text, hidden.of(f"{MESSAGE}{message.pk}"))


def _require_there(case: Case, places: Sequence[Mapping[str, Any]]) -> None:
    complaint = permits.complaint_of(case)
    lengths = {name: len(text) for name, _label, text in _written(complaint)}
    wanted = {place["part"] for place in places if place["part"].startswith(MESSAGE)}
    for message in _messages(complaint, wanted):
        lengths[f"{MESSAGE}{message.pk}"] = len(message.text)
    for number, place in enumerate(places):
        if not 0 <= place["start"] < place["end"] <= lengths.get(place["part"], 0):
            raise Invalid.field(
                f"places.{number}", "outside", _("The complainant's words have no such place.")
            )


def _written(complaint: Complaint) -> Iterator[tuple[str, str, str]]:
    """Part, what it answers, and its words."""
    yield "narrative", "", complaint.narrative
    if complaint.wish:
        yield "wish", "", complaint.wish
    version = form_with_id(str(complaint.form_id)) if complaint.form_id else None
    answers = complaint.answers or {}
    for question in version.form.questions if version else ():
        value = answers.get(question.name)
        if question.type in _TEXTS and isinstance(value, str) and value:
            yield f"{ANSWER}{question.name}", label_in(question.label), value


def _messages(complaint: Complaint, parts: set[str]) -> list[Message]:
    ids = [part.removeprefix(MESSAGE) for part in parts]
    found = Message.objects.filter(complaint=complaint, pk__in=[one for one in ids if _is_id(one)])
    return list(found.select_related("data_key__partner_key"))


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
