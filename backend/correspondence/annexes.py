"""The citizen's own words as a letter's pages show them: words, and bars beneath which there are none."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from backend.common.drawable import drawable
from backend.common.languages import Language
from backend.correspondence.letters import Letter, Run
from backend.correspondence.wording import wording_in

# As typst names them.
TAGS: Final = {
    Language.SQ: ("sq", "latn"),
    Language.SR_LATN: ("sr", "latn"),
    Language.SR_CYRL: ("sr", "cyrl"),
    Language.KA: ("ka", "geor"),
    Language.EN: ("en", "latn"),
}

# No text that was made drawable holds a character of private use.
_BAR: Final = "\ue000"


def annex_told(letter: Letter) -> dict[str, Any]:
    """The annex with its words of ours in every language of the letter."""
    annex = letter.annex
    if annex is None:
        raise ValueError("this letter has no annex")
    worded = [wording_in(part.language) for part in letter.parts]
    lang, script = TAGS[annex.language]
    reasons = [reason for run in (*annex.narrative, *annex.wish) for reason in run.hidden]
    notes = [words.say("annex_note", language=words.language_name(annex.language)) for words in worded]
    if reasons:
        notes += [words.say("annex_hidden", reasons=words.hidden(reasons)) for words in worded]
    sections = (("annex_narrative", annex.narrative), ("annex_wish", annex.wish))
    own_lang, own_script = TAGS[letter.parts[0].language]
    return {
        "lang": own_lang,
        "script": own_script,
        "page": worded[0].say("page", page="{page}", pages="{pages}"),
        "titles": _each(words.say("annex_title") for words in worded),
        "reference": letter.reference,
        "notes": _each(notes),
        "words": {"lang": lang, "script": script},
        "sections": [
            {
                "title": " · ".join(_each(words.say(name) for words in worded)),
                "paragraphs": list(_paragraphs(runs)),
            }
            for name, runs in sections
            if runs
        ],
    }


def _each(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _paragraphs(runs: Iterable[Run]) -> Iterator[list[list[str]]]:
    """Paragraphs of lines of pieces; an empty piece is a bar. Every piece is made drawable by itself, so that
    nothing hidden, and no sign of our own, can come of putting pieces together."""
    text = "".join(_BAR if run.hidden else drawable(run.text) for run in runs)
    lines = [line.strip() for line in text.split("\n")]
    for block in "\n".join(lines).split("\n\n"):
        if block.strip():
            yield [_pieces(line) for line in block.strip("\n").split("\n")]


def _pieces(line: str) -> list[str]:
    """The texts of a line, with an empty one for each bar."""
    texts = line.split(_BAR)
    pieces = [piece for text in texts for piece in (text, "")][:-1]
    # Between two bars, before the first and after the last there may be no text: no bar either.
    return [piece for number, piece in enumerate(pieces) if piece or number % 2]
