"""What goes into a case file, as plain values: made from what the person may read, and from nothing else."""

from collections.abc import Iterator
from typing import Any

from backend.cases.models import Case, InstitutionAnswer, InstitutionReferral, JudiciaryDetail
from backend.cases.partner_stages import SharedField
from backend.cases.services import annexes, masking, permits
from backend.cases.services.case_sight import CasePart, Sight
from backend.cases.services.masks import MESSAGE
from backend.complaints.models import Complaint
from backend.complaints.services.messages import messages_of
from backend.directory import lookups
from backend.forms.services import form_with_id
from backend.forms.telling import answers_told

FORMAT = "dosja.case-file/1"


def contents_of(case: Case, sight: Sight) -> dict[str, Any]:
    """Everything but files: what was not agreed or may not be read is not there, not even by name."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "hides_words": sight.masked,
        "contains": sorted(sight.codes),
        "case": dict(_facts(case, sight)),
    }
    for part, tell in _PARTS.items():
        if sight.has(part):
            told[part.value] = tell(case, sight)
    return told


def _facts(case: Case, sight: Sight) -> Iterator[tuple[str, Any]]:
    for name in ("reference", "kind", "state", "severity", "opened_at", "due_at", "resolved_at", "closed_at"):
        yield name, getattr(case, name)
    yield "owner", case.owner.slug
    yield "outcome", case.outcome or None
    for name, lookup in (
        ("category", lookups.categories),
        ("institution", lookups.institutions),
        ("place", lookups.places),
    ):
        yield name, _entry(lookup, getattr(case, f"{name}_id"))
    if sight.has(SharedField.SUMMARY):
        yield "summary", case.summary
        yield "tags", [tag.name for tag in case.tags.all()]


def _complaint(case: Case, sight: Sight) -> dict[str, Any]:
    complaint = permits.complaint_of(case)
    told = {
        "narrative": annexes.shown(complaint.narrative, sight.masks.of("narrative")),
        "wish": annexes.shown(complaint.wish, sight.masks.of("wish")),
        "hidden_reasons": sight.masks.reasons,
        "happened_on": complaint.happened_on,
        "received_at": complaint.received_at,
        "language": complaint.language,
        "channel": complaint.channel,
        "complainant_kind": complaint.complainant_kind,
        "answers": list(_answers(complaint, sight)),
    }
    if sight.has(SharedField.CONTACT_WISH):
        told |= {"contact_wish": complaint.contact_wish, "contact_note": complaint.contact_note}
    if sight.has(SharedField.VULNERABILITY):
        told["vulnerability"] = list(complaint.vulnerability)
    return told


def _answers(complaint: Complaint, sight: Sight) -> Iterator[dict[str, Any]]:
    version = form_with_id(str(complaint.form_id)) if complaint.form_id else None
    for one in answers_told(version.form, complaint.answers or {}) if version else ():
        shown = masking.told_masked(one, sight.masks)
        yield {"question": shown.question, "label": shown.label, "lines": list(shown.lines)}


def _messages(case: Case, sight: Sight) -> list[dict[str, Any]]:
    return [
        {
            "id": str(message.pk),
            "sent_at": message.sent_at,
            "sender": message.sender,
            "text": annexes.shown(message.text, sight.masks.of(f"{MESSAGE}{message.pk}")),
        }
        for message in messages_of(case.complaint_id).order_by("sent_at", "id")
    ]


def _notes(case: Case, sight: Sight) -> list[dict[str, Any]]:
    notes = case.notes.select_related("author", "data_key__partner_key")
    return [
        {"created_at": note.created_at, "author": note.author and note.author.name, "text": note.text}
        for note in notes
    ]


def _judiciary(case: Case, sight: Sight) -> dict[str, Any] | None:
    detail = JudiciaryDetail.objects.filter(case=case).select_related("data_key__partner_key").first()
    if detail is None:
        return None
    plain = ("instance", "matter", "violation", "stage_of_proceedings", "case_number", "months_pending")
    told = {name: getattr(detail, name) for name in (*plain, "next_hearing_on")}
    told["court"] = _entry(lookups.institutions, detail.court_id)
    if sight.has("restricted_person"):
        told["person"] = detail.person
    return told


def _outcome(case: Case, sight: Sight) -> dict[str, Any]:
    names = ("outcome_text", "impact", "advice", "value_recovered", "value_currency")
    return {name: getattr(case, name) for name in names}


def _letters(case: Case, sight: Sight) -> list[dict[str, Any]]:
    found = case.referrals.exclude(sent_on=None).select_related("data_key__partner_key")
    return [_letter(one, sight) for one in found.order_by("sent_on", "created_at", "pk")]


def _letter(referral: InstitutionReferral, sight: Sight) -> dict[str, Any]:
    told = {
        "id": str(referral.pk),
        "institution": _entry(lookups.institutions, referral.institution_id),
        "state": referral.state,
        "sent_on": referral.sent_on,
        "due_at": referral.due_at,
        "answered_on": referral.answered_on,
        "assessment": referral.assessment or None,
        "answers": [_answer(one) for one in _answers_to(referral)],
    }
    if not sight.masks.places:
        # In our own words, but they may quote what was hidden after they were written.
        told |= {"subject": referral.letter_subject, "letter": referral.letter}
    return told


def _answers_to(referral: InstitutionReferral) -> Any:
    answers = referral.answers.exclude(standing=InstitutionAnswer.Standing.NO_ANSWER)
    return answers.select_related("data_key__partner_key").order_by("arrived_at", "id")


def _answer(answer: InstitutionAnswer) -> dict[str, Any]:
    return {
        "answered_on": answer.answered_on,
        "standing": answer.standing,
        "protocol_number": answer.protocol_number,
        "text": answer.text,
    }


def _timeline(case: Case, sight: Sight) -> list[dict[str, Any]]:
    """Codes and moments; the words that lines speak of stand under their own parts."""
    lines = case.events.order_by("pk").values("at", "action", "from_state", "to_state")
    return [dict(line) for line in lines]


def _entry(lookup: lookups.Lookup[Any], id: int | None) -> dict[str, str] | None:
    if id is None:
        return None
    entry = lookup.with_id(id)
    return {"code": entry.code, "name": entry.name}


_PARTS = {
    CasePart.COMPLAINT: _complaint,
    CasePart.MESSAGES: _messages,
    CasePart.NOTES: _notes,
    CasePart.JUDICIARY: _judiciary,
    CasePart.OUTCOME: _outcome,
    CasePart.LETTERS: _letters,
    CasePart.TIMELINE: _timeline,
}
