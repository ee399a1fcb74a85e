"""What of a generated case the citizen said: complaint, identity, consents, receipt, messages, opinion."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from backend.demo.load.drawing import Drawn
from backend.demo.load.proportions import NARRATIVE_WORDS, WORDS
from backend.demo.load.sealing import Seal
from backend.demo.load.story import Said, Story
from backend.demo.load.tables import Row

_TEXT_VERSION: Final = "2025-1"


def rows(story: Story, seal: Seal, said: UUID, receipt_hash: str) -> Iterator[Row]:
    """All that came in, and what was written since."""
    drawn, draw = story.drawn, story.drawn.draw
    narrative = " ".join((*drawn.words, *draw.choices(WORDS, k=NARRATIVE_WORDS))).capitalize() + "."
    sealed = {
        name: seal.words(f"complaints.Complaint.{name}", said, value)
        for name, value in (
            *(("narrative", narrative), ("wish", "Një përgjigje me shkrim.")),
            *(("contact_note", ""), ("vulnerability", ["poverty"] if draw.random() < 0.1 else [])),
        )
    }
    recorded_by = None if drawn.channel == "web_form" else story.worker
    yield (
        "complaints.Complaint",
        (
            *(said, drawn.office.partner_id, seal.id, drawn.kind, drawn.complainant, "sq", drawn.channel),
            *(sealed["narrative"], sealed["wish"], drawn.category.pk, drawn.institution.pk, drawn.place.pk),
            *("receipt_only", sealed["contact_note"], sealed["vulnerability"], drawn.opened, recorded_by),
        ),
    )
    yield from _identity(drawn, said)
    yield from _consents(drawn, said)
    receipt = (drawn.new_id(), said, f"{drawn.number:08d}", receipt_hash, drawn.opened, False)
    yield "complaints.Receipt", receipt
    for message in story.messages:
        yield "complaints.Message", _message(message, seal, said)


def satisfaction(story: Story, seal: Seal, said: UUID) -> list[Row]:
    """What a complainant thinks of the outcome; most say nothing."""
    drawn, draw = story.drawn, story.drawn.draw
    closed = drawn.at("closed")
    if closed is None or draw.random() > 0.3:
        return []
    key = drawn.new_id()
    comment = seal.words("complaints.Satisfaction.comment", key, "")
    given = closed - timedelta(hours=2)
    scores = (draw.randrange(3, 6), draw.randrange(3, 6))
    owner = drawn.office.partner_id
    return [("complaints.Satisfaction", (key, said, owner, seal.id, *scores, True, comment, given))]


def _identity(drawn: Drawn, said: UUID) -> Iterator[Row]:
    if drawn.complainant == "anonymous":
        return
    seal, key = Seal(drawn, said, "identity"), drawn.new_id()
    phone, mark = drawn.draw.choice(drawn.office.marks)
    told = {"name": f"Person {drawn.number}", "email": "", "phone": phone, "address": ""}
    sealed = [seal.words(f"identity.ComplainantIdentity.{name}", key, text) for name, text in told.items()]
    yield "keyring.DataKey", seal.row
    yield "identity.ComplainantIdentity", (key, said, seal.id, *sealed, drawn.opened)
    yield "identity.ContactMark", (drawn.new_id(), key, "phone", mark)


def _consents(drawn: Drawn, said: UUID) -> Iterator[Row]:
    manner = "oral" if drawn.channel in ("phone", "in_person") else "written"
    given = (_TEXT_VERSION, "sq", manner, drawn.opened)
    yield "complaints.Consent", (drawn.new_id(), said, "processing", None, *given)
    yield "complaints.Consent", (drawn.new_id(), said, "referral", drawn.institution.pk, *given)


def _message(message: Said, seal: Seal, said: UUID) -> tuple[object, ...]:
    words = "Ju lutemi na dërgoni vendimin." if message.asks else "Faleminderit, e morëm."
    sealed = seal.words("complaints.Message.text", message.id, words)
    sender = "partner" if message.author else "complainant"
    times = (message.at, message.read, message.ended)
    return (message.id, said, seal.id, sender, message.author, sealed, message.asks, *times)
