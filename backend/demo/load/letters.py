"""The letters of a generated case to institutions, and what was answered.

Without the frozen pages: a letter's PDF weighs as much as all the rest of its case.
"""

from collections.abc import Iterator
from typing import Any

from backend.demo.load.sealing import Seal
from backend.demo.load.story import Letter, Story
from backend.demo.load.tables import Row

_LETTER = "Ju kërkojmë të shqyrtoni ankesën bashkëlidhur dhe të na përgjigjeni brenda afatit ligjor."
_ANSWER = "Ankesa u shqyrtua; kërkesa do të plotësohet."


def rows(story: Story, seal: Seal) -> Iterator[Row]:
    """Each letter, then its answer."""
    for letter in story.letters:
        yield "cases.InstitutionReferral", _referral(letter, story, seal)
        if letter.answer and letter.answered:
            yield "cases.InstitutionAnswer", _answer(letter, seal)


def _referral(letter: Letter, story: Story, seal: Seal) -> tuple[Any, ...]:
    drawn, due = story.drawn, letter.due
    column = "cases.InstitutionReferral"
    words = seal.words(f"{column}.letter", letter.id, _LETTER)
    answer = seal.words(f"{column}.answer", letter.id, _ANSWER) if letter.answer else None
    proof = f"RR {drawn.draw.randrange(10**9):09d}" if letter.channel == "post" else ""
    answered = letter.answered.date() if letter.answered else None
    return (
        *(letter.id, drawn.id, drawn.office.partner_id, seal.id, letter.institution.pk, letter.state),
        *(words, ""),
        *(due.rule if due else None, letter.author, "", letter.author, letter.escalates),
        *(letter.channel, letter.sent.date(), proof, "", due.on if due else None),
        *(due.explanation if due else None, due.basis if due else "", ""),
        *(answered, answer, letter.assessment, "", letter.made, 3 + bool(answer) + bool(letter.assessment)),
    )


def _answer(letter: Letter, seal: Seal) -> tuple[Any, ...]:
    words = seal.words("cases.InstitutionAnswer.text", letter.answer, _ANSWER)  # type: ignore[arg-type]
    at = letter.answered
    day = at.date() if at else None
    people = (letter.author, letter.author, at)
    return (letter.answer, letter.id, seal.id, "typed", "final", False, day, at, words, *people, 1)
