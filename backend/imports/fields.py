"""What a column of an old spreadsheet can become: the fields, what each holds, how a heading suggests one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models import InadmissibleReason, Outcome, Severity
from backend.cases.services.importing import IMPORTED_STATES
from backend.common.folding import fold
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, IntakeChannel
from backend.complaints.words import LONGEST_NARRATIVE, LONGEST_WISH


class Holds(StrEnum):
    """What stands in the cells of a field."""

    WORDS = "words"
    DATE = "date"
    CHOICE = "choice"
    CATEGORY = "category"
    INSTITUTION = "institution"
    PLACE = "place"
    MEMBER = "member"
    AMOUNT = "amount"
    WORD_LIST = "word_list"


class ImportField(models.TextChoices):
    """The fields by their codes, in the order in which they are offered."""

    EXTERNAL_ID = "external_id", _("Number in the old file, by which a row is known again")
    FORMER_REFERENCE = "former_reference", _("Former reference")
    RECEIVED_ON = "received_on", _("Day on which the complaint came")
    NARRATIVE = "narrative", _("What the complainant says")
    KIND = "kind", _("Kind")
    CATEGORY = "category", _("Category")
    INSTITUTION = "institution", _("Institution")
    PLACE = "place", _("Place")
    STATE = "state", _("State")
    OUTCOME = "outcome", _("Outcome")
    RESOLVED_ON = "resolved_on", _("Day on which it was resolved")
    CLOSED_ON = "closed_on", _("Day on which it was closed")
    ASSIGNEE = "assignee", _("Who works it")
    SUMMARY = "summary", _("Summary")
    NOTE = "note", _("Note of the partner")
    TAGS = "tags", _("Tags")
    SEVERITY = "severity", _("Severity")
    CHANNEL = "channel", _("How the complaint came")
    LANGUAGE = "language", _("Language")
    HAPPENED_ON = "happened_on", _("Day on which it happened")
    WISH = "wish", _("What the complainant wishes")
    COMPLAINANT_KIND = "complainant_kind", _("How the complainant wishes to be known")
    NAME = "name", _("Name of the complainant")
    PHONE = "phone", _("Telephone of the complainant")
    EMAIL = "email", _("E-mail of the complainant")
    ADDRESS = "address", _("Address of the complainant")
    CONSENT = "consent", _("The complainant agreed that the complaint is worked on")
    OUTCOME_TEXT = "outcome_text", _("Outcome in words")
    IMPACT = "impact", _("What changed")
    VALUE_RECOVERED = "value_recovered", _("Amount recovered")
    VALUE_CURRENCY = "value_currency", _("Currency of the amount")
    ADMISSIBILITY_NOTE = "admissibility_note", _("Why it was admissible")
    INADMISSIBLE_REASON = "inadmissible_reason", _("Why it was inadmissible")
    ADVICE = "advice", _("Advice that was given")


class YesNo(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Currency(models.TextChoices):
    """Currencies of the region and of its neighbours' money."""

    ALL = "ALL", "ALL"
    EUR = "EUR", "EUR"
    RSD = "RSD", "RSD"
    GEL = "GEL", "GEL"
    USD = "USD", "USD"


Choices = Iterable[tuple[object, object]]


@dataclass(frozen=True, slots=True)
class Target:
    """A field as a target: what it holds, whether every row needs it, what else may be done with it."""

    field: ImportField
    holds: Holds = Holds.WORDS
    longest: int = 0
    required: bool = False
    # Several columns may be put together in it, each under its heading.
    joins: bool = False
    # The same for all rows: not for what says who somebody is.
    constant: bool = True
    choices: tuple[tuple[str, object], ...] = ()


def _choice(field: ImportField, choices: Choices, *, required: bool = False) -> Target:
    listed = tuple((str(code), label) for code, label in choices)
    return Target(field, Holds.CHOICE, required=required, choices=listed)


_F = ImportField
_STATES: Final = [(state.value, state.label) for state in IMPORTED_STATES]
TARGETS: Final[dict[str, Target]] = {
    target.field.value: target
    for target in (
        Target(_F.EXTERNAL_ID, longest=100, constant=False),
        Target(_F.FORMER_REFERENCE, longest=20, constant=False),
        Target(_F.RECEIVED_ON, Holds.DATE, required=True),
        Target(_F.NARRATIVE, longest=LONGEST_NARRATIVE, required=True, joins=True, constant=False),
        _choice(_F.KIND, CaseKind.choices, required=True),
        Target(_F.CATEGORY, Holds.CATEGORY),
        Target(_F.INSTITUTION, Holds.INSTITUTION),
        Target(_F.PLACE, Holds.PLACE),
        _choice(_F.STATE, _STATES, required=True),
        _choice(_F.OUTCOME, Outcome.choices),
        Target(_F.RESOLVED_ON, Holds.DATE),
        Target(_F.CLOSED_ON, Holds.DATE),
        Target(_F.ASSIGNEE, Holds.MEMBER),
        Target(_F.SUMMARY, longest=500),
        Target(_F.NOTE, longest=10_000, joins=True),
        Target(_F.TAGS, Holds.WORD_LIST, longest=40, joins=True),
        _choice(_F.SEVERITY, Severity.choices),
        _choice(_F.CHANNEL, IntakeChannel.choices, required=True),
        _choice(_F.LANGUAGE, Language.choices, required=True),
        Target(_F.HAPPENED_ON, Holds.DATE),
        Target(_F.WISH, longest=LONGEST_WISH),
        _choice(_F.COMPLAINANT_KIND, ComplainantKind.choices),
        Target(_F.NAME, longest=200, constant=False),
        Target(_F.PHONE, longest=50, constant=False),
        Target(_F.EMAIL, longest=254, constant=False),
        Target(_F.ADDRESS, longest=500, constant=False),
        _choice(_F.CONSENT, YesNo.choices),
        Target(_F.OUTCOME_TEXT, longest=4_000),
        Target(_F.IMPACT, longest=4_000),
        Target(_F.VALUE_RECOVERED, Holds.AMOUNT, constant=False),
        _choice(_F.VALUE_CURRENCY, Currency.choices),
        Target(_F.ADMISSIBILITY_NOTE, longest=4_000),
        _choice(_F.INADMISSIBLE_REASON, InadmissibleReason.choices),
        Target(_F.ADVICE, longest=4_000),
    )
}
LOOKED_UP: Final = frozenset({Holds.CHOICE, Holds.CATEGORY, Holds.INSTITUTION, Holds.PLACE, Holds.MEMBER})
"""What stands in such cells means something that has a code."""

# What headings of old files say, in the languages of the network. Only a suggestion: a person decides.
_HEADINGS: Final[dict[ImportField, str]] = {
    _F.EXTERNAL_ID: "id|nr|no|number|numri|rb|redni broj|broj|ნომერი|№",
    _F.FORMER_REFERENCE: "reference|referenca|protokoll|numri i protokollit|broj predmeta|numri i ceshtjes"
    "|case number|case no|საქმის ნომერი",
    _F.RECEIVED_ON: "date|data|datum|date received|received|data e ankeses|data e pranimit|datum prijema"
    "|datum zalbe|თარიღი|მიღების თარიღი",
    _F.NARRATIVE: "complaint|description|details|ankesa|pershkrimi|pershkrimi i ankeses|opis|zalba"
    "|opis zalbe|problem|problemi|საჩივარი|აღწერა",
    _F.KIND: "kind|type|lloji|tipi|vrsta|tip|ტიპი|სახეობა",
    _F.CATEGORY: "category|kategoria|kategorija|კატეგორია|fusha|oblast",
    _F.INSTITUTION: "institution|institucioni|institucija|authority|organ|organi|დაწესებულება|უწყება",
    _F.PLACE: "place|municipality|bashkia|komuna|vendi|qyteti|fshati|opstina|mesto|grad|selo"
    "|მუნიციპალიტეტი|ადგილი|city|village|njesia administrative",
    _F.STATE: "state|status|statusi|gjendja|stanje|სტატუსი|მდგომარეობა",
    _F.OUTCOME: "outcome|result|rezultati|zgjidhja|perfundimi|ishod|rezultat|შედეგი",
    _F.RESOLVED_ON: "resolved|date resolved|data e zgjidhjes|datum resenja|გადაწყვეტის თარიღი",
    _F.CLOSED_ON: "closed|date closed|data e mbylljes|datum zatvaranja|დახურვის თარიღი",
    _F.ASSIGNEE: "assignee|caseworker|responsible|pergjegjesi|punonjesi|referenti|odgovorna osoba|referent"
    "|პასუხისმგებელი",
    _F.SUMMARY: "summary|subject|title|permbledhje|tema|titulli|predmet|naslov|rezime|თემა|რეზიუმე",
    _F.NOTE: "note|notes|remarks|comment|comments|shenime|komente|verejtje|napomena|napomene|komentar"
    "|შენიშვნა",
    _F.TAGS: "tags|labels|etiketa|oznake|tagovi|ტეგები|ჭდეები",
    _F.CHANNEL: "channel|how received|kanali|menyra|kanal|nacin prijema|არხი",
    _F.LANGUAGE: "language|gjuha|jezik|ენა",
    _F.HAPPENED_ON: "date of event|data e ngjarjes|datum dogadjaja|მოვლენის თარიღი",
    _F.NAME: "name|complainant|citizen|emri|emri mbiemri|emri dhe mbiemri|ankuesi|qytetari|ime|ime i prezime"
    "|podnosilac|სახელი|სახელი გვარი|მომჩივანი",
    _F.PHONE: "phone|telephone|mobile|telefoni|tel|numri i telefonit|telefon|ტელეფონი",
    _F.EMAIL: "email|e-mail|mail|posta elektronike|ელფოსტა",
    _F.ADDRESS: "address|adresa|მისამართი",
    _F.CONSENT: "consent|pelqimi|saglasnost|თანხმობა",
    _F.IMPACT: "impact|change|ndikimi|uticaj|გავლენა",
}
_BY_HEADING: Final = {fold(word): field for field, words in _HEADINGS.items() for word in words.split("|")}


def suggested_for(heading: str) -> ImportField | None:
    """The field that a heading suggests: by all of it, else by a word that it begins with."""
    folded = fold(heading)
    if folded in _BY_HEADING:
        return _BY_HEADING[folded]
    longer = [words for words in _BY_HEADING if len(words) > 3 and folded.startswith(f"{words} ")]
    return _BY_HEADING[max(longer, key=len)] if longer else None
