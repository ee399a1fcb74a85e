"""What a person may take along of a case: asked when a case file is made, and again when it is taken."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, CaseFile
from backend.cases.partner_stages import SharedField
from backend.cases.services.acts import Act, permission_for
from backend.cases.services.masks import NONE, Masks, masks_of
from backend.cases.services.opened import Opened, opened_to
from backend.common.errors import NotFound
from backend.complaints.services.attachments import attachments_of
from backend.partners.actors import Actor, ActorKind


class CasePart(models.TextChoices):
    """What can be in a case file."""

    COMPLAINT = "complaint", _("The complaint")
    MESSAGES = "messages", _("The conversation")
    FILES = "files", _("Files")
    NOTES = "notes", _("Notes")
    JUDICIARY = "judiciary", _("Court and proceedings")
    OUTCOME = "outcome", _("How it ended")
    LETTERS = "letters", _("Letters and answers")
    TIMELINE = "timeline", _("What happened when")


_FIELD_OF: Final = {
    CasePart.COMPLAINT: SharedField.COMPLAINT,
    CasePart.MESSAGES: SharedField.MESSAGES,
    CasePart.FILES: SharedField.FILES,
    CasePart.NOTES: SharedField.NOTES,
    CasePart.JUDICIARY: SharedField.JUDICIARY,
    CasePart.OUTCOME: SharedField.OUTCOME,
}
# Remarks of one's own people, and what they did when, never leave for somebody else.
STAY: Final = frozenset({CasePart.NOTES, CasePart.TIMELINE})
_WRITE_LETTERS: Final = ("refer_cases", "approve_referrals")


@dataclass(frozen=True, slots=True)
class Sight:
    """What goes in, by codes: parts, and what is shown beside them. `masks` are the words that do not."""

    codes: frozenset[str]
    masked: bool
    masks: Masks
    hidden: str

    def has(self, code: str) -> bool:
        return code in self.codes


def case_open_to(case_id: Any, actor: Actor) -> tuple[Case, Opened]:
    """A case of which a person may read at least something. Raises NotFound."""
    found = Case.objects.visible_to(actor).select_related("owner", "complaint__data_key", "data_key")
    case = found.found(case_id)
    opened = opened_to(case, actor)
    if actor.kind is not ActorKind.STAFF or opened.fields == frozenset():
        raise NotFound()
    return case, opened


def sight_of(
    case: Case, opened: Opened, actor: Actor, *, purpose: str, parts: Collection[str], originals: bool
) -> Sight:
    """Of what is asked for, what this person may read."""
    masked = opened.masked or purpose == CaseFile.Purpose.TO_LEAVE
    masks = masks_of(case) if masked else NONE
    codes = {part for part in parts if _may(CasePart(part), opened) and not (masked and part in STAY)}
    if CasePart.NOTES in parts and opened.masked and opened.has(SharedField.NOTES):
        # Agreed with that partner: theirs to read, whatever it is for.
        codes.add(CasePart.NOTES.value)
    if purpose == CaseFile.Purpose.TO_LEAVE:
        codes -= STAY
    codes |= _beside(case, opened, actor, masked=masked, has_masks=bool(masks.places), originals=originals)
    return Sight(frozenset(codes), masked, masks, _digest(case, masks) if masked else "")


def _may(part: CasePart, opened: Opened) -> bool:
    field = _FIELD_OF.get(part)
    return opened.is_whole if field is None else opened.has(field)


def _beside(
    case: Case, opened: Opened, actor: Actor, *, masked: bool, has_masks: bool, originals: bool
) -> set[str]:
    """What hangs on other rights than the parts do."""
    fields = (SharedField.SUMMARY, SharedField.CONTACT_WISH, SharedField.VULNERABILITY)
    codes = {field.value for field in fields if opened.has(field)}
    if not masked:
        codes.add("every_word")
    if any(actor.may(name, case.owner_id) for name in _WRITE_LETTERS) and not has_masks:
        # Pages that left before something was hidden may still show it.
        codes.add("letter_pages")
    if not masked and actor.may("read_restricted_persons", case.owner_id):
        codes.add("restricted_person")
    if originals and not masked and actor.may(permission_for(Act.OPEN_ORIGINAL, case), case.owner_id):
        codes.add("originals")
    return codes


def _digest(case: Case, masks: Masks) -> str:
    """Names what is hidden: words by the version of their list, pages by their numbers."""
    files = attachments_of(case.complaint_id) if case.complaint_id else ()
    pages = [[str(one.pk), one.file.hidden_version] for one in files]
    return hashlib.sha256(json.dumps([masks.version, pages]).encode()).hexdigest()
