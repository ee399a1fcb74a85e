"""A letter becomes a PDF/A: its values, worded in its own languages, laid out by one template."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from backend.common.drawable import drawable, drawable_values
from backend.common.typesetting import typeset
from backend.correspondence.annexes import TAGS, annex_told
from backend.correspondence.letters import Attachment, Letter, Part, Recipient, Sender
from backend.correspondence.wording import Wording, wording_in

_TEMPLATE: Final = Path(__file__).parents[1] / "typst" / "letter.typ"
LAYOUT: Final = 2
"""Kept with every frozen letter: whoever changes what the pages look like counts on."""

_LONGEST_TITLE: Final = 400


def render(letter: Letter, *, is_draft: bool) -> bytes:
    """The letter's pages as PDF/A-2b; a draft says on every page that it was not sent."""
    return typeset(_TEMPLATE, drawable_values(_values_of(letter, is_draft=is_draft)))


def _values_of(letter: Letter, *, is_draft: bool) -> dict[str, Any]:
    first = letter.parts[0]
    return {
        "title": _cut(f"{letter.reference}: {first.subject}" if first.subject else letter.reference),
        "author": _cut(first.sender.name),
        "footer": f"{letter.reference} · {first.sender.name}",
        "parts": [
            _part_told(letter, part, number) | {"draft": _mark(part, is_draft)}
            for number, part in enumerate(letter.parts)
        ],
        "annex": annex_told(letter) | {"draft": _mark(first, is_draft)} if letter.annex else None,
    }


def _mark(part: Part, is_draft: bool) -> str:
    return wording_in(part.language).say("draft") if is_draft else ""


def _cut(text: str) -> str:
    """The standard limits how long a file's own title may be."""
    return text[:_LONGEST_TITLE]


def _part_told(letter: Letter, part: Part, number: int) -> dict[str, Any]:
    words = wording_in(part.language)
    lang, script = TAGS[part.language]
    return {
        "lang": lang,
        "script": script,
        "page": words.say("page", page="{page}", pages="{pages}"),
        "sender": {"name": part.sender.name, "contacts": list(_contacts(part.sender, words))},
        "recipient": _recipient_told(part.recipient),
        # One document is registered once: the box stands on its first page, in all its languages.
        "protocol": _protocol(letter) if number == 0 else None,
        "place_and_date": words.place_and_date(part.sender.place, letter.written_on),
        "facts": list(_facts(letter, part, words)),
        "paragraphs": [block.split("\n") for block in _blocks(part.text)],
        "signature": {
            "name": part.sender.signatory,
            "function": part.sender.function,
            "hint": words.say("signature"),
        },
        "answer": {"title": words.say("answer_title"), "sentences": list(_asked(letter, part, words))},
        "attachments": {
            "title": words.say("attachments"),
            "note": words.say("checksums"),
            "rows": [_attachment_told(one, place, words) for place, one in enumerate(letter.attachments, 1)],
        },
        "parallel": _parallel(letter, part, words),
    }


def _contacts(sender: Sender, words: Wording) -> Iterator[str]:
    yield from (line for line in sender.lines if line)
    for name, value in (
        ("registration", sender.registration_number),
        ("phone", sender.phone),
        ("email", sender.email),
        ("website", sender.website),
    ):
        if value:
            yield f"{words.say(name)}: {value}"


def _recipient_told(recipient: Recipient) -> dict[str, Any]:
    return {"name": recipient.name, "lines": [line for line in recipient.lines if line]}


def _protocol(letter: Letter) -> dict[str, Any]:
    worded = [wording_in(part.language) for part in letter.parts]
    return {
        "titles": [words.say("protocol_title") for words in worded],
        "rows": [
            [words.say(name) for words in worded]
            for name in ("protocol_number", "protocol_day", "protocol_hand")
        ],
    }


def _facts(letter: Letter, part: Part, words: Wording) -> Iterator[tuple[str, str, bool]]:
    yield words.say("reference"), letter.reference, False
    if part.subject:
        yield words.say("subject"), part.subject, True
    if basis := letter.legal_basis:
        yield words.say("legal_basis"), words.law(basis.law, basis.article), False


def _asked(letter: Letter, part: Part, words: Wording) -> Iterator[str]:
    """What every letter asks for: an answer, to whom; with a term only where that is law."""
    basis = letter.legal_basis
    if basis and basis.answer_term:
        yield words.say("answer_by_law", term=words.term(basis.number, basis.unit))
    else:
        yield words.say("answer_plain")
    yield words.say("where", reference=letter.reference)
    yield words.say("name_not_given")
    if letter.annex:
        yield words.say("annex_follows")
    elif not letter.attachments:
        yield words.say("no_attachments")
    if letter.about_court and not _says(part.text, words.say("no_judgment")):
        yield words.say("no_judgment")


def _says(text: str, sentence: str) -> bool:
    return " ".join(sentence.split()) in " ".join(text.split())


def _attachment_told(attachment: Attachment, number: int, words: Wording) -> dict[str, str]:
    digest = attachment.sha256
    return {
        "number": str(number),
        "title": attachment.title or words.file(attachment.media_type),
        "size": words.size(attachment.size),
        # In groups, so that two people can compare it by reading aloud.
        "sha256": " ".join(digest[place : place + 8] for place in range(0, len(digest), 8)),
    }


def _parallel(letter: Letter, part: Part, words: Wording) -> str:
    others = [other.language for other in letter.parts if other is not part]
    return words.say("parallel", language=words.language_name(others[0])) if others else ""


def _blocks(text: str) -> list[str]:
    """Paragraphs are what empty lines part."""
    lines = [line.strip() for line in drawable(text).split("\n")]
    return [block for block in "\n".join(lines).split("\n\n") if block.strip()]
