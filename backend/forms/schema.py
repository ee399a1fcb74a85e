"""Whether a schema describes a form that everybody can be asked by: what is wrong is told, place by place.

A schema comes from outside. Nothing of it is believed before it was looked at here, and nothing is looked at
deeper than the limits allow.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.characters import has_refused_characters
from backend.common.errors import FieldError, Invalid
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.forms import core, limits
from backend.forms.core import CORES, PURPOSES

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
# What a condition can look at: answers that are one of few.
_COMPARABLE: Final = ("choice", "choices", "yes_no", "number", "category", "place", "institution")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
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
MOST_ERRORS: Final = 50

UNKNOWN_FIELD = _("This field is not known here.")
REQUIRED = _("This is missing.")
SHAPE = _("This has another shape than it should have.")
UNKNOWN = _("This word is not known here.")
TWICE = _("This is there twice.")
TOO_MUCH = _("This is more than a form can hold.")
EARLIER = _("A condition looks at a question of an earlier section, and at nothing else.")


class _Findings:
    """What was found wrong so far, by place."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def tell(self, place: str, code: str, message: str | Promise) -> None:
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(FieldError(place, code, message))

    def mapping(self, place: str, value: Any, known: Iterable[str], needed: Iterable[str]) -> bool:
        """Whether it is an object with these fields; goes on where only some field is strange."""
        if not isinstance(value, dict):
            self.tell(place, "invalid", SHAPE)
            return False
        for name in [name for name in value if name not in tuple(known)]:
            self.tell(f"{place}.{shown(name)}".strip("."), "unknown_field", UNKNOWN_FIELD)
        absent = [name for name in needed if name not in value]
        for name in absent:
            self.tell(f"{place}.{name}".strip("."), "required", REQUIRED)
        return not absent

    def items(self, place: str, value: Any, most: int, *, least: int = 0) -> list[Any]:
        """The members of a list; none where it is none or too long."""
        if not isinstance(value, list):
            self.tell(place, "invalid", SHAPE)
            return []
        if len(value) > most:
            self.tell(place, "too_many", TOO_MUCH)
            return []
        if len(value) < least:
            self.tell(place, "required", REQUIRED)
        return value

    def words(
        self, place: str, value: Any, known: Iterable[str], *, most: int, least: int = 1
    ) -> tuple[str, ...]:
        """Members that each are one of the known words, none of them twice."""
        found = []
        for one in self.items(place, value, most, least=least):
            if not isinstance(one, str) or one not in tuple(known):
                self.tell(place, "unknown", UNKNOWN)
            elif one in found:
                self.tell(place, "duplicate", TWICE)
            else:
                found.append(one)
        return tuple(found)

    def word(self, place: str, value: Any, pattern: re.Pattern[str]) -> bool:
        if isinstance(value, str) and pattern.fullmatch(value):
            return True
        self.tell(place, "invalid", SHAPE)
        return False


def shown(name: object) -> str:
    """A sender's own word, safe to repeat."""
    return "".join(char if char.isprintable() else "?" for char in str(name)[:60])


def check_schema(schema: Any) -> None:
    """Raises Invalid with all that is wrong with a schema, each under its place."""
    findings = _Findings()
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

    def __init__(self, findings: _Findings, schema: Mapping[str, Any]) -> None:
        self.findings, self.schema = findings, schema
        self.languages: tuple[str, ...] = ()
        self.kinds: tuple[str, ...] = ()
        # Questions of earlier sections, which conditions may look at; then of all sections so far.
        self.earlier: dict[str, dict[str, Any]] = {}
        self.names: set[str] = set()
        self.cores: dict[str, str] = {}

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
        self._core_as_a_whole()

    def _codes(self, place: str, listed: Any) -> None:
        found = set()
        for code in self.findings.items(place, listed, limits.MOST_CODES, least=1):
            if self.findings.word(place, code, _CODE) and code in found:
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
        self._condition(f"{place}.when", section.get("when"))
        here: dict[str, dict[str, Any]] = {}
        asked = tell.items(f"{place}.questions", section["questions"], limits.MOST_QUESTIONS, least=1)
        for number, question in enumerate(asked):
            self._question(f"{place}.questions.{number}", question, section, here)
        self.earlier |= here

    def _notes(self, place: str, notes: Any) -> None:
        for number, note in enumerate(self.findings.items(place, notes, limits.MOST_NOTES)):
            at = f"{place}.{number}"
            if self.findings.mapping(at, note, ("text", "when"), ("text",)):
                self._text(f"{at}.text", note["text"], limits.LONGEST_TEXT)
                self._condition(f"{at}.when", note.get("when"))

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
            self._condition(f"{place}.required", required)
        self._condition(f"{place}.when", question.get("when"))
        self._particulars(place, question)
        self._options(place, question)
        if "core" in question:
            self._core(place, question, section)
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
            if tell.word(f"{at}.value", option["value"], _CODE):
                if option["value"] in seen:
                    tell.tell(f"{at}.value", "duplicate", TWICE)
                seen.add(option["value"])
            self._text(f"{at}.label", option["label"], limits.LONGEST_LABEL)
            if "hint" in option:
                self._text(f"{at}.hint", option["hint"], limits.LONGEST_TEXT)

    # Core questions

    def _core(self, place: str, question: dict[str, Any], section: dict[str, Any]) -> None:
        tell, name = self.findings, question["core"]
        if not isinstance(name, str) or name not in CORES:
            tell.tell(f"{place}.core", "unknown", UNKNOWN)
            return
        known = CORES[name]
        if name in self.cores:
            tell.tell(f"{place}.core", "duplicate", TWICE)
        if question["type"] not in known.types:
            tell.tell(f"{place}.type", "form.other_type", _("This core question has another type."))
        for bound, within in (("least", known.least), ("most", known.most)):
            value = question.get(bound, within)
            fits = type(value) is not int or (known.least or 0) <= value <= (known.most or 0)
            if within is not None and not fits:
                tell.tell(f"{place}.{bound}", "invalid", SHAPE)
        if known.values:
            self._core_values(place, question, name)
        fixed = (*core.ALWAYS_ASKED, *core.LEADS_TO_A_PERSON)
        if name in fixed and ("when" in question or "when" in section):
            message = _("When this is asked is not for a form to say.")
            tell.tell(f"{place}.when", "form.always_asked", message)
        for before in core.COMES_AFTER.get(name, ()):
            self._require_earlier(place, before)
        self.cores[name] = question["name"]

    def _require_earlier(self, place: str, before: str) -> None:
        cores = [question.get("core") for question in self.earlier.values()]
        needed = before in (core.WAY, core.KIND, core.CONTACT_WISH)
        here = before in self.cores and before not in cores
        if here or (needed and before not in cores):
            message = _("This question comes after another one, on a later page.")
            self.findings.tell(f"{place}.core", "form.comes_later", message)

    def _core_values(self, place: str, question: dict[str, Any], name: str) -> None:
        options = question.get("options")
        values = (
            [one.get("value") for one in options if isinstance(one, dict)]
            if isinstance(options, list)
            else []
        )
        for number, value in enumerate(values):
            if value not in CORES[name].values:
                self.findings.tell(f"{place}.options.{number}.value", "unknown", UNKNOWN)
        needed = set(self.kinds) if name == core.KIND else {core.ALWAYS_OFFERED.get(name)} - {None}
        if not needed <= {value for value in values if isinstance(value, str)}:
            message = _("One of the answers that a complainant must be able to choose is missing.")
            self.findings.tell(f"{place}.options", "form.option_missing", message)

    def _core_as_a_whole(self) -> None:
        tell = self.findings
        for name in core.ALWAYS_ASKED:
            if name not in self.cores:
                message = _("Without this core question a complaint is none.")
                tell.tell("sections", "form.core_missing", message)
        # Consents come last: they name what was said before.
        for name, after in ((core.INSTITUTION, core.CONSENTS), (core.COURT, core.CONSENTS)):
            order = list(self.cores)
            if name in order and after in order and order.index(name) > order.index(after):
                message = _("This question comes after another one, on a later page.")
                tell.tell("sections", "form.comes_later", message)
        offered = self._values_of(core.WAY)
        if offered - {core.ANONYMOUS} and core.NAME not in self.cores:
            message = _("Who may give a name needs a question that asks for it.")
            tell.tell("sections", "form.name_missing", message)
        for wish in self._values_of(core.CONTACT_WISH) & core.DETAIL_OF.keys():
            if core.DETAIL_OF[wish] not in self.cores:
                message = _("A way of contact is offered, but its address or number is not asked for.")
                tell.tell("sections", "form.detail_missing", message)

    def _values_of(self, name: str) -> set[str]:
        question = self.earlier.get(self.cores.get(name, ""), {})
        return {str(value) for value in _values_of(question)}

    # Conditions

    def _condition(self, place: str, condition: Any) -> None:
        if condition is None:
            return
        self.size = 0
        self._part(place, condition, 1)

    def _part(self, place: str, part: Any, depth: int) -> None:
        tell = self.findings
        self.size += 1
        if depth > limits.DEEPEST_CONDITION or self.size > limits.LARGEST_CONDITION:
            tell.tell(place, "too_deep", TOO_MUCH)
        elif not isinstance(part, dict):
            tell.tell(place, "invalid", SHAPE)
        elif part.keys() == {"not"}:
            self._part(f"{place}.not", part["not"], depth + 1)
        elif part.keys() in ({"all"}, {"any"}):
            (word,) = part
            for number, inner in enumerate(tell.items(f"{place}.{word}", part[word], 20, least=1)):
                self._part(f"{place}.{word}.{number}", inner, depth + 1)
        elif part.keys() == {"question", "is"}:
            self._comparison(place, part)
        else:
            tell.tell(place, "invalid", SHAPE)

    def _comparison(self, place: str, part: dict[str, Any]) -> None:
        name = part["question"]
        question = self.earlier.get(name) if isinstance(name, str) else None
        if question is None or question["type"] not in _COMPARABLE:
            self.findings.tell(f"{place}.question", "form.not_earlier", EARLIER)
            return
        fits = _values_that_fit(question)
        for value in self.findings.items(f"{place}.is", part["is"], limits.MOST_OPTIONS, least=1):
            if not fits(value):
                self.findings.tell(f"{place}.is", "unknown", UNKNOWN)


def _longest_of(question: Mapping[str, Any]) -> int:
    name = question.get("core")
    known = CORES.get(name) if isinstance(name, str) else None
    return (known.longest if known else 0) or (500 if question["type"] == "text" else 5_000)


def _values_of(question: Mapping[str, Any]) -> list[Any]:
    """The values of the options that a question offers, whatever they are."""
    options = question.get("options")
    return [
        one.get("value") for one in (options if isinstance(options, list) else []) if isinstance(one, dict)
    ]


def _values_that_fit(question: Mapping[str, Any]) -> Callable[[Any], bool]:
    kind = question["type"]
    if kind == "yes_no":
        return lambda value: isinstance(value, bool)
    if kind == "number":
        return lambda value: type(value) is int and abs(value) <= limits.LARGEST_NUMBER
    if kind in ("choice", "choices"):
        values = _values_of(question)
        return lambda value: isinstance(value, str) and value in values
    return lambda value: isinstance(value, str) and bool(_CODE.fullmatch(value))
