"""What nodes of a form are called on the phone, in a submission and in KoboToolbox.

A question keeps its own name. Everything of ours begins with a capital letter, which no question's name has.
"""

from typing import Final

from backend.files.errors import MOST_FILES
from backend.forms.form import Form, Question

FORM_NUMBER: Final = "Form_number"
TOLD_ON: Final = "Told_on"
SPOKEN: Final = "Spoken_language"
OURS: Final = frozenset({FORM_NUMBER, TOLD_ON, SPOKEN})
YES, NO = "yes", "no"


def form_id(slug: str) -> str:
    """The id of a partner's form, the same for all its versions."""
    return f"complaint-{slug}"


def group(section: str) -> str:
    """The group that a section becomes."""
    return f"S_{section}"


def slots(form: Form, question: Question) -> list[tuple[str, str]]:
    """The places for files that a question becomes, each with its type: photographs, then whatever else."""
    asking = [one.name for one in form.questions if one.type == "files"][:MOST_FILES]
    many = MOST_FILES // len(asking) if question.name in asking else 0
    photos = (many + 1) // 2
    return [
        (f"{'Photo' if number <= photos else 'File'}_{number}_{question.name}", kind)
        for number in range(1, many + 1)
        for kind in ("image" if number <= photos else "file",)
    ]


def slots_of(form: Form) -> frozenset[str]:
    """All places for files."""
    return frozenset(
        name for one in form.questions if one.type == "files" for name, _kind in slots(form, one)
    )


def notes(section: str, count: int) -> list[str]:
    """Names for the sentences of a section."""
    return [f"N_{number}_{section}" for number in range(count)]
