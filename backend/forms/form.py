"""A form as the code reads it: made of a schema that was found valid, with the rules of the core put in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from backend.forms import core
from backend.forms.conditions import holds, joined
from backend.forms.core import CORES, Condition

Labels = Mapping[str, str]
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that a question offers."""

    value: str
    label: Labels
    hint: Labels


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence above the questions of a section, for those whom it concerns."""

    text: Labels
    when: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """What a complainant is asked to agree to. Whoever changes a sentence changes the version."""

    purpose: str
    version: str
    text: Labels
    hint: Labels
    # Instead of `hint`, by the way in which the complainant wishes to be known.
    hints: Mapping[str, Labels]
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: `when` and `required` hold the form's own conditions and the rules of the core."""

    name: str
    section: str
    type: str
    core: str
    label: Labels
    help: Labels
    missing: Labels
    required: Condition | bool
    when: Condition | None
    longest: int
    least: int | None
    most: int | None
    options: tuple[Option, ...]

    def is_asked(self, answers: Answers) -> bool:
        """Whether the question is on this person's way."""
        return holds(self.when, answers)

    def is_required(self, answers: Answers) -> bool:
        """Whether it needs an answer. Files are never demanded."""
        return self.type != "files" and holds(self.required, answers)


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the form."""

    name: str
    title: Labels
    intro: Labels
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]

    def is_asked(self, answers: Answers) -> bool:
        """Whether anything of it is on this person's way."""
        return any(question.is_asked(answers) for question in self.questions)


@dataclass(frozen=True)
class Form:
    """A whole form."""

    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    categories: frozenset[str] | None
    places: frozenset[str] | None
    consents: tuple[ConsentText, ...]
    sections: tuple[Section, ...]

    @classmethod
    def of(cls, schema: Mapping[str, Any]) -> Self:
        """The form of a valid schema."""
        return cls(
            languages=tuple(schema["languages"]),
            kinds=tuple(schema["kinds"]),
            categories=_codes(schema.get("categories")),
            places=_codes(schema.get("places")),
            consents=tuple(_consent(one) for one in schema["consents"]),
            sections=tuple(_sections(schema)),
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order in which they are asked."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def by_name(self) -> Mapping[str, Question]:
        return {question.name: question for question in self.questions}

    @cached_property
    def by_core(self) -> Mapping[str, Question]:
        return {question.core: question for question in self.questions if question.core}

    def told(self, core_name: str, answers: Answers) -> Any:
        """The answer to a core question; None where it was not asked or not answered."""
        question = self.by_core.get(core_name)
        return None if question is None else answers.get(question.name)

    def institution_named(self, answers: Answers) -> str:
        """The institution that a complaint is about; empty where none was named. A court is one."""
        return self.told(core.INSTITUTION, answers) or self.told(core.COURT, answers) or ""

    def consents_for(self, answers: Answers) -> tuple[ConsentText, ...]:
        """The consents that are asked for: nobody agrees to sending to an institution that has no name."""
        named = bool(self.institution_named(answers))
        return tuple(one for one in self.consents if named or one.purpose != "referral")


def asked(form: Form, answers: Answers) -> tuple[list[Question], dict[str, Any]]:
    """The questions on the way that these answers make, and the answers that stand on it.

    Answers of a hidden branch are not among them, and decide about nothing.
    """
    questions: list[Question] = []
    standing: dict[str, Any] = {}
    for question in form.questions:
        if question.is_asked(standing):
            questions.append(question)
            value = answers.get(question.name)
            if not is_empty(value):
                standing[question.name] = value
    return questions, standing


def is_empty(value: Any) -> bool:
    """Whether nothing was answered. A no is an answer, and so is a zero."""
    return value is None or value in ("", [])


def _codes(listed: list[str] | None) -> frozenset[str] | None:
    return None if listed is None else frozenset(listed)


def _sections(schema: Mapping[str, Any]) -> Iterator[Section]:
    names = {
        question["core"]: question["name"]
        for section in schema["sections"]
        for question in section["questions"]
        if question.get("core")
    }
    kinds = schema["kinds"]
    for section in schema["sections"]:
        yield Section(
            name=section["name"],
            title=section["title"],
            intro=section.get("intro", {}),
            notes=tuple(Note(note["text"], note.get("when")) for note in section.get("notes", ())),
            questions=tuple(_question(one, section, names, kinds) for one in section["questions"]),
        )


def _question(
    described: Mapping[str, Any], section: Mapping[str, Any], names: Mapping[str, str], kinds: list[str]
) -> Question:
    name = described.get("core", "")
    known = CORES.get(name)
    offered = [one for one in described.get("options", ()) if name != core.KIND or one["value"] in kinds]
    longest = described.get("longest") or (known.longest if known else 0)
    return Question(
        name=described["name"],
        section=section["name"],
        type=described["type"],
        core=name,
        label=described["label"],
        help=described.get("help", {}),
        missing=described.get("missing", {}),
        required=_need(described.get("required", False), core.need_of(name, names) if name else False),
        when=joined(section.get("when"), described.get("when"), core.rule_of(name, names) if name else None),
        longest=longest or (200 if described["type"] == "text" else 2_000),
        least=described.get("least", known.least if known else None),
        most=described.get("most", known.most if known else None),
        options=tuple(Option(one["value"], one["label"], one.get("hint", {})) for one in offered),
    )


def _need(own: Condition | bool, rule: Condition | bool) -> Condition | bool:
    if own is True or rule is True:
        return True
    there = [one for one in (own, rule) if one]
    return False if not there else there[0] if len(there) == 1 else {"any": there}


def _consent(described: Mapping[str, Any]) -> ConsentText:
    return ConsentText(
        purpose=described["purpose"],
        version=described["version"],
        text=described["text"],
        hint=described.get("hint", {}),
        hints=described.get("hints", {}),
        required=described["purpose"] == "processing" or described.get("required", False),
    )
