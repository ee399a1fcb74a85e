"""Whether a schema describes a form that everybody can be asked by: what is wrong is told, place by place.

A schema comes from outside. Nothing of it is believed before it was looked at here, and nothing is looked at
deeper than the limits allow.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.common.characters import has_refused_characters
from backend.common.errors import FieldError, Invalid
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.forms import core, limits
from backend.forms.asking_when import CODE, Conditions
from backend.forms.core import CORES, PURPOSES
from backend.forms.core_questions import CoreQuestions
from backend.forms.findings import REQUIRED, SHAPE, TOO_MUCH, TWICE, UNKNOWN, UNKNOWN_FIELD, Findings, shown

TYPES: Final = (
    "text",
    "long_text",
    "choice",
    "choices",
    "yes_no",
    "number",
    "date",
    "category",
    "place",
    "institution",
    "files",
    "consents",
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
# Fields of the page itself. Those that are added later have a hyphen in their name, which no question has.
RESERVED: Final = frozenset({"step", "go", "turn", "day", "month", "year", "csrfmiddlewaretoken", *PURPOSES})
_TOP: Final = ("languages", "kinds", "categories", "places", "consents", "sections")
_SECTION: Final = ("name", "title", "intro", "notes", "when", "questions")
_QUESTION: Final = (
    *("name", "core", "type", "label", "help", "missing", "required", "when", "longest", "least", "most"),
    "options",
)
_CONSENT: Final = ("purpose", "version", "text", "hint", "hints", "required")


def check_schema(schema: Any) -> None:
    """Raises Invalid with all that is wrong with a schema, each under its place."""
    findings = Findings()
    if _is_too_large(schema):
        raise Invalid.field("schema", "too_large", TOO_MUCH)
    if findings.mapping("", schema, _TOP, ("languages", "kinds", "consents", "sections")):
        _Checking(findings, schema).run()
    if findings.errors:
        found = [(f"schema.{one.field}".rstrip("."), one) for one in findings.errors]
        raise Invalid([FieldError(place, one.code, one.message) for place, one in found])


def _is_too_large(schema: Any) -> bool:
    try:
        return len(json.dumps(schema, allow_nan=False)) > limits.LONGEST_SCHEMA
    except (ValueError, TypeError, RecursionError):
        return True


class _Checking:
    """One walk over a schema, top to bottom, with what it has passed."""

    def __init__(self, findings: Findings, schema: Mapping[str, Any]) -> None:
        self.findings, self.schema = findings, schema
        self.languages: tuple[str, ...] = ()
        self.kinds: tuple[str, ...] = ()
        # Questions of earlier sections, which conditions may look at; then of all sections so far.
        self.earlier: dict[str, dict[str, Any]] = {}
        self.names: set[str] = set()
        self.conditions = Conditions(findings, self.earlier)
        self.cores = CoreQuestions(findings, self.earlier)

    def run(self) -> None:
        tell, schema = self.findings, self.schema
        self.languages = tell.words("languages", schema["languages"], Language.values, most=5)
        self.kinds = tell.words("kinds", schema["kinds"], CaseKind.values, most=len(CaseKind))
        for name in ("categories", "places"):
            if schema.get(name) is not None:
                self._codes(name, schema[name])
        self._consents(schema["consents"])
        sections = tell.items("sections", schema["sections"], limits.MOST_SECTIONS, least=1)
        seen: set[str] = set()
        for number, section in enumerate(sections):
            self._section(f"sections.{number}", section, seen)
        if len(self.names) > limits.MOST_QUESTIONS:
            tell.tell("sections", "too_many", TOO_MUCH)
        self.cores.check_as_a_whole()

    def _codes(self, place: str, listed: Any) -> None:
        found = set()
        for code in self.findings.items(place, listed, limits.MOST_CODES, least=1):
            if self.findings.word(place, code, CODE) and code in found:
                self.findings.tell(place, "duplicate", TWICE)
            found.add(code if isinstance(code, str) else "")

    # Texts

    def _text(self, place: str, labels: Any, longest: int) -> None:
        """A text in every language of the form."""
        tell = self.findings
        if not tell.mapping(place, labels, Language.values, self.languages):
            return
        for language, text in labels.items():
            at = f"{place}.{shown(language)}"
            if not isinstance(text, str) or not text.strip():
                tell.tell(at, "required", REQUIRED)
            elif len(text) > longest:
                tell.tell(at, "too_long", _("This text is too long."))
            elif has_refused_characters(text):
                tell.tell(at, "invalid_characters", _("This text has characters that cannot be shown."))

    # Consents

    def _consents(self, listed: Any) -> None:
        tell, seen = self.findings, set()
        for number, consent in enumerate(tell.items("consents", listed, len(PURPOSES), least=1)):
            place = f"consents.{number}"
            if not tell.mapping(place, consent, _CONSENT, ("purpose", "version", "text")):
                continue
            purpose = consent["purpose"]
            if purpose not in PURPOSES:
                tell.tell(f"{place}.purpose", "unknown", UNKNOWN)
            elif purpose in seen:
                tell.tell(f"{place}.purpose", "duplicate", TWICE)
            elif purpose != "processing" and consent.get("required", False) is not False:
                # A consent that one must give is none.
                message = _("Only the agreement to work on the complaint can be demanded.")
                tell.tell(f"{place}.required", "form.consent_is_free", message)
            seen.add(str(purpose))
            tell.word(f"{place}.version", consent["version"], _VERSION)
            self._consent_texts(place, consent)
        if "processing" not in seen:
            message = _("Ask for the agreement to work on the complaint.")
            tell.tell("consents", "form.processing_missing", message)

    def _consent_texts(self, place: str, consent: dict[str, Any]) -> None:
        self._text(f"{place}.text", consent["text"], limits.LONGEST_TEXT)
        if not isinstance(consent.get("required", False), bool):
            self.findings.tell(f"{place}.required", "invalid", SHAPE)
        if "hint" in consent:
            self._text(f"{place}.hint", consent["hint"], limits.LONGEST_TEXT)
        hints = consent.get("hints", {})
        if self.findings.mapping(f"{place}.hints", hints, CORES[core.WAY].values, ()):
            for way, text in hints.items():
                self._text(f"{place}.hints.{shown(way)}", text, limits.LONGEST_TEXT)

    # Sections and questions

    def _section(self, place: str, section: Any, seen: set[str]) -> None:
        tell = self.findings
        if not tell.mapping(place, section, _SECTION, ("name", "title", "questions")):
            return
        name = section["name"]
        if tell.word(f"{place}.name", name, _NAME):
            if name in seen or name in ("review", "receipt", "ask", "goodbye", "over"):
                tell.tell(f"{place}.name", "duplicate", TWICE)
            seen.add(name)
        self._text(f"{place}.title", section["title"], limits.LONGEST_LABEL)
        if "intro" in section:
            self._text(f"{place}.intro", section["intro"], limits.LONGEST_TEXT)
        self._notes(f"{place}.notes", section.get("notes", []))
        self.conditions.check(f"{place}.when", section.get("when"))
        here: dict[str, dict[str, Any]] = {}
        asked = tell.items(f"{place}.questions", section["questions"], limits.MOST_QUESTIONS, least=1)
        for number, question in enumerate(asked):
            self._question(f"{place}.questions.{number}", question, section, here)
        self.earlier.update(here)

    def _notes(self, place: str, notes: Any) -> None:
        for number, note in enumerate(self.findings.items(place, notes, limits.MOST_NOTES)):
            at = f"{place}.{number}"
            if self.findings.mapping(at, note, ("text", "when"), ("text",)):
                self._text(f"{at}.text", note["text"], limits.LONGEST_TEXT)
                self.conditions.check(f"{at}.when", note.get("when"))

    def _question(self, place: str, question: Any, section: dict[str, Any], here: dict[str, Any]) -> None:
        tell = self.findings
        if not tell.mapping(place, question, _QUESTION, ("name", "type", "label")):
            return
        if not tell.word(f"{place}.name", question["name"], _NAME):
            return
        name, kind = question["name"], question["type"]
        if name in self.names or name in RESERVED:
            tell.tell(f"{place}.name", "duplicate", TWICE)
        self.names.add(name)
        if kind not in TYPES:
            tell.tell(f"{place}.type", "unknown", UNKNOWN)
            return
        self._text(f"{place}.label", question["label"], limits.LONGEST_LABEL)
        for text in ("help", "missing"):
            if text in question:
                self._text(f"{place}.{text}", question[text], limits.LONGEST_TEXT)
        required = question.get("required", False)
        if not isinstance(required, bool):
            self.conditions.check(f"{place}.required", required)
        self.conditions.check(f"{place}.when", question.get("when"))
        self._particulars(place, question)
        self._options(place, question)
        if "core" in question:
            self.cores.check(place, question, section, self.kinds)
        elif kind in ("consents", "category"):
            tell.tell(f"{place}.core", "required", REQUIRED)
        here[name] = question

    def _particulars(self, place: str, question: dict[str, Any]) -> None:
        tell, kind = self.findings, question["type"]
        for name, kinds in (
            ("longest", ("text", "long_text")),
            ("least", ("number",)),
            ("most", ("number",)),
        ):
            if name not in question:
                continue
            value, at = question[name], f"{place}.{name}"
            if kind not in kinds:
                tell.tell(at, "unknown_field", UNKNOWN_FIELD)
            elif type(value) is not int or abs(value) > limits.LARGEST_NUMBER:
                tell.tell(at, "invalid", SHAPE)
            elif name == "longest" and not 1 <= value <= _longest_of(question):
                tell.tell(at, "too_long", TOO_MUCH)
        least, most = question.get("least"), question.get("most")
        if type(least) is int and type(most) is int and least > most:
            tell.tell(f"{place}.least", "invalid", SHAPE)

    def _options(self, place: str, question: dict[str, Any]) -> None:
        tell, seen = self.findings, set()
        if question["type"] not in ("choice", "choices"):
            if "options" in question:
                tell.tell(f"{place}.options", "unknown_field", UNKNOWN_FIELD)
            return
        listed = tell.items(f"{place}.options", question.get("options", []), limits.MOST_OPTIONS, least=1)
        for number, option in enumerate(listed):
            at = f"{place}.options.{number}"
            if not tell.mapping(at, option, ("value", "label", "hint"), ("value", "label")):
                continue
            if tell.word(f"{at}.value", option["value"], CODE):
                if option["value"] in seen:
                    tell.tell(f"{at}.value", "duplicate", TWICE)
                seen.add(option["value"])
            self._text(f"{at}.label", option["label"], limits.LONGEST_LABEL)
            if "hint" in option:
                self._text(f"{at}.hint", option["hint"], limits.LONGEST_TEXT)


def _longest_of(question: Mapping[str, Any]) -> int:
    name = question.get("core")
    known = CORES.get(name) if isinstance(name, str) else None
    return (known.longest if known else 0) or (500 if question["type"] == "text" else 5_000)
