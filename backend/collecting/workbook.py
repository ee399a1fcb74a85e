"""A partner's form as an XLSForm: rows of a survey, lists of choices, settings.

From these rows come both the XForm for ODK Collect and the spreadsheet that KoboToolbox takes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from backend.collecting import names, xpath
from backend.common.languages import Language, label_in
from backend.directory.lookups import Entry
from backend.forms import core, offers
from backend.forms.checking import EARLIEST, FIRST_DAY, LAST_DAY
from backend.forms.form import ConsentText, Form, Labels, Option, Question, Section
from backend.forms.models import FormVersion
from backend.partners.models import Partner

Row = dict[str, str]
# Longer lists are searched by typing.
_LONG_LIST: Final = 12
# Collect makes pictures this small before it sends them: letters stay readable, a slow line lives.
_PIXELS: Final = "max-pixels=2400"
# Collect's own bound: longer numbers do not fit its field.
_LARGEST_NUMBER: Final = 999_999_999

TITLE: Final = gettext_noop("Complaint: %(partner)s")
HOW_TOLD: Final = gettext_noop("Before you begin")
HOW_TOLD_TEXT: Final = gettext_noop(
    "You write down what somebody tells you. Read the questions out, and write their words, not yours. "
    "Nobody gets a receipt from this phone: your organisation hands it out."
)
WHICH_LANGUAGE: Final = gettext_noop("In which language does the person speak with us?")
YES: Final = gettext_noop("Yes")
NO: Final = gettext_noop("No")
TOO_LONG: Final = gettext_noop("This text is too long.")
NOT_AN_ADDRESS: Final = gettext_noop("This e-mail address does not look right.")
OUT_OF_BOUNDS: Final = gettext_noop("This number is too small or too large.")
NOT_A_DAY: Final = gettext_noop("That day had not come yet, or it is too long ago.")
AGREEMENT_NEEDED: Final = gettext_noop("Without this agreement nobody may work on the complaint.")
PHOTO: Final = gettext_noop("Photograph")
ANOTHER_FILE: Final = gettext_noop("Another file")


def said(text: str, languages: Iterable[str], **values: str) -> dict[str, str]:
    """A text of ours in the languages of a form."""
    labels = {}
    for code in languages:
        with translation.override(code.lower()):
            labels[code] = gettext(text) % values if values else gettext(text)
    return labels


@dataclass
class Workbook:
    """The rows, made once."""

    version: FormVersion
    partner: Partner
    today: date
    survey: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._before()
        for section in self.form.sections:
            self._section(section)

    @cached_property
    def form(self) -> Form:
        return self.version.form

    @cached_property
    def settings(self) -> Row:
        """What the whole form is called."""
        title = said(TITLE, self.form.languages, partner=self.partner.name)
        return {
            "form_title": _plain(title[self.language]),
            "form_id": names.form_id(self.partner.slug),
            "version": str(self.version.number),
            "default_language": _column(self.language),
        }

    @cached_property
    def language(self) -> str:
        """The one that the phone begins in: the partner's first that the form has."""
        own = [code for code in self.partner.languages if code in self.form.languages]
        return (own or list(self.form.languages))[0]

    @cached_property
    def there(self) -> Mapping[str, list[Entry]]:
        """The questions that the phone asks, each with the entries of the directory that it offers. One that
        could offer nothing is not asked."""
        asked: dict[str, list[Entry]] = {}
        for question in self.form.questions:
            entries = self._entries(question)
            if entries or entries is None:
                asked[question.name] = entries or []
        return asked

    def _entries(self, question: Question) -> list[Entry] | None:
        if question.type == "category":
            found = {one.code: one for kind in self.form.kinds for one in offers.categories(self.form, kind)}
            return list(found.values())
        if question.type == "place":
            return list(offers.places(self.form, self.partner.country))
        if question.type == "institution":
            return list(offers.institutions(question, self.partner.country, self.today))
        return None

    # Rows

    def _add(self, kind: str, name: str, label: Labels | None = None, **more: Any) -> None:
        row: Row = {"type": kind, "name": name}
        for column, value in {"label": label, **more}.items():
            if isinstance(value, Mapping):
                row |= self._texts(column, value)
            elif value:
                row[column] = value
        self.survey.append(row)

    def _texts(self, column: str, labels: Labels) -> Row:
        said_in = {code: label_in(labels, code) for code in self.form.languages}
        return {f"{column}::{_column(code)}": _plain(text) for code, text in said_in.items() if text}

    def _choice(self, listed: str, value: str, label: Labels, **more: str) -> None:
        self.choices.append({"list_name": listed, "name": value, **more} | self._texts("label", label))

    def _said(self, text: str) -> Labels:
        return said(text, self.form.languages)

    def _before(self) -> None:
        """What we ask beside the form: which version it is, when and in which language it was told."""
        self._add("today", names.TOLD_ON)
        self._add("calculate", names.FORM_NUMBER, calculation=f"'{self.version.number}'")
        self._add("note", "N_before", self._said(HOW_TOLD), hint=self._said(HOW_TOLD_TEXT))
        for one in Language:
            if one.value in self.form.languages:
                own_name = dict.fromkeys(self.form.languages, str(one.label))
                self._choice("L_languages", one.value, own_name)
        self._add("select_one L_languages", names.SPOKEN, self._said(WHICH_LANGUAGE), required="true()")
        for value, text in ((names.YES, YES), (names.NO, NO)):
            self._choice("L_yes_no", value, self._said(text))

    def _section(self, section: Section) -> None:
        asked = [one for one in section.questions if one.name in self.there]
        if not asked:
            return
        self._add("begin group", names.group(section.name), section.title)
        whens = dict.fromkeys(self._when(one) for one in asked)
        seen = "" if "" in whens else " or ".join(f"({one})" for one in whens)
        told = [(section.intro, "")] if section.intro else []
        told += [(note.text, self._condition(note.when)) for note in section.notes]
        for name, (text, when) in zip(names.notes(section.name, len(told)), told, strict=True):
            filled = {code: one.replace("{partner}", self.partner.name) for code, one in text.items()}
            self._add("note", name, filled, relevant=xpath.all_of(seen, when))
        for question in asked:
            _ROWS[question.type](self, question)
        self._add("end group", names.group(section.name))

    def _question(self, question: Question, kind: str, **more: Any) -> None:
        required = self._condition(question.required) if question.required else ""
        self._add(
            kind,
            question.name,
            question.label,
            hint=question.help,
            relevant=self._when(question),
            required=xpath.TRUE if question.required is True else required,
            required_message=question.missing,
            **more,
        )

    def _condition(self, condition: Any) -> str:
        told = xpath.of_condition(condition, self.form, self.there)
        return "" if told == xpath.TRUE else told

    def _when(self, question: Question) -> str:
        """Where it is asked; of a category, where the kind has any."""
        when = self._condition(question.when)
        if question.type != "category":
            return when
        kind = self.form.by_core[core.KIND]
        having = [one for one in self.form.kinds if any(offers.categories(self.form, one))]
        told = (
            ""
            if len(having) == len(self.form.kinds)
            else " or ".join(f"${{{kind.name}}} = '{one}'" for one in having)
        )
        return xpath.all_of(when, told)

    # One for each type of question

    def text(self, question: Question) -> None:
        fits, message = f"string-length(.) <= {question.longest}", TOO_LONG
        if question.core == "identity.email":
            fits, message = rf"regex(., '^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$') and {fits}", NOT_AN_ADDRESS
        appearance = "multiline" if question.type == "long_text" else ""
        self._question(
            question, "text", constraint=fits, constraint_message=self._said(message), appearance=appearance
        )

    def number(self, question: Question) -> None:
        least = -_LARGEST_NUMBER if question.least is None else question.least
        most = _LARGEST_NUMBER if question.most is None else question.most
        fits = f". >= {least} and . <= {most}"
        self._question(question, "integer", constraint=fits, constraint_message=self._said(OUT_OF_BOUNDS))

    def date(self, question: Question) -> None:
        happened = question.core == "happened_on"
        first, last = (EARLIEST, "today()") if happened else (FIRST_DAY, f"date('{LAST_DAY}')")
        fits = f". >= date('{first}') and . <= {last}"
        self._question(question, "date", constraint=fits, constraint_message=self._said(NOT_A_DAY))

    def yes_no(self, question: Question) -> None:
        self._question(question, "select_one L_yes_no")

    def choice(self, question: Question) -> None:
        listed = f"L_{question.name}"
        for option in question.options:
            self._choice(listed, option.value, _with_hint(option, self.form.languages))
        many = question.type == "choices"
        self._question(question, f"{'select_multiple' if many else 'select_one'} {listed}")

    def entry(self, question: Question) -> None:
        listed, entries = f"L_{question.name}", self.there[question.name]
        kinds = question.type == "category"
        for one in entries:
            more = {"kinds": " ".join(getattr(one, "kinds", ()))} if kinds else {}
            self._choice(listed, one.code, one.names, **more)
        kind = self.form.by_core[core.KIND].name
        self._question(
            question,
            f"select_one {listed}",
            choice_filter=f"selected(kinds, ${{{kind}}})" if kinds else "",
            appearance="minimal autocomplete" if len(entries) > _LONG_LIST else "",
        )

    def files(self, question: Question) -> None:
        """Places for files, each shown when the one before is filled."""
        before: dict[str, str] = {}
        for place, (name, kind) in enumerate(names.slots(self.form, question)):
            label = question.label if place == 0 else self._said(PHOTO if kind == "image" else ANOTHER_FILE)
            follows = f"${{{before[kind]}}} != ''" if kind in before else ""
            self._add(
                kind,
                name,
                label,
                hint=question.help if place == 0 else None,
                relevant=xpath.all_of(self._when(question), follows),
                parameters=_PIXELS if kind == "image" else "",
            )
            before[kind] = name

    def consents(self, question: Question) -> None:
        listed = f"L_{question.name}"
        bodies = [
            f"${{{one.name}}} != ''"
            for name in (core.INSTITUTION, core.COURT)
            if (one := self.form.by_core.get(name)) and one.name in self.there
        ]
        asked = [one for one in self.form.consents if bodies or one.purpose != "referral"]
        named = " or ".join(bodies)
        for consent in asked:
            self._explained(consent, named if consent.purpose == "referral" else "")
            self._choice(listed, consent.purpose, consent.text)
        needed = " and ".join(f"selected(., '{one.purpose}')" for one in asked if one.required)
        self._question(
            question,
            f"select_multiple {listed}",
            constraint=needed,
            constraint_message=self._said(AGREEMENT_NEEDED),
            choice_filter=f"name != 'referral' or {named}" if named else "",
        )

    def _explained(self, consent: ConsentText, when: str) -> None:
        """What an agreement means, before it is asked for; it may mean another thing for another person."""
        way = self.form.by_core[core.WAY]
        for option in way.options if consent.hints else way.options[:1]:
            if hint := consent.hints.get(option.value) or consent.hint:
                chosen = f"${{{way.name}}} = '{option.value}'" if consent.hints else ""
                name = f"N_{consent.purpose}_{option.value}"
                self._add("note", name, consent.text, hint=hint, relevant=xpath.all_of(when, chosen))


def _plain(text: str) -> str:
    """A label as it may stand in a cell: `${` would be read as the name of a question."""
    return " ".join(text.replace("${", "$ {").split())


def _column(code: str) -> str:
    return f"{Language(code).label} ({code})"


def _with_hint(option: Option, languages: Iterable[str]) -> Labels:
    labels = {code: label_in(option.label, code) for code in languages}
    hints = {code: label_in(option.hint, code) if option.hint else "" for code in languages}
    return {code: f"{text} – {hints[code]}" if hints[code] else text for code, text in labels.items()}


_ROWS: Final[Mapping[str, Callable[[Workbook, Question], None]]] = {
    "text": Workbook.text,
    "long_text": Workbook.text,
    "number": Workbook.number,
    "date": Workbook.date,
    "yes_no": Workbook.yes_no,
    "choice": Workbook.choice,
    "choices": Workbook.choice,
    "category": Workbook.entry,
    "place": Workbook.entry,
    "institution": Workbook.entry,
    "files": Workbook.files,
    "consents": Workbook.consents,
}
