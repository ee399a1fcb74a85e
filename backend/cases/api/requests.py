"""Shapes of what callers send to work a case."""

from typing import Any

from rest_framework import serializers

from backend.cases.api.fields import (
    ClockTimeField,
    CodeField,
    OnePersonField,
    PartnerField,
    PeopleField,
)
from backend.cases.models import InadmissibleReason, JudiciaryDetail, Outcome, Severity
from backend.cases.page import EXTRAS, FACETS
from backend.cases.services.work import MOST_TAGS
from backend.cases.stages import Stage, State
from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.complaints.words import LONGEST_MESSAGE
from backend.directory.models import Category, Institution, Place
from backend.files.errors import MOST_FILES

CURRENCIES = ("ALL", "EUR", "GEL", "RSD", "USD")
RESOLUTION_OUTCOMES = [choice for choice in Outcome.choices if choice[0] != Outcome.WITHDRAWN]
ORDERS = ("-opened_at", "opened_at", "due_at", "-due_at")


class ByLanguageField(serializers.DictField):
    """A text for each language: `{"sq": "…", "en": "…"}`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(child=serializers.CharField(trim_whitespace=False), **kwargs)


class CaseQuery(StrictSerializer):
    """How a list or count of cases is narrowed. Repeat `state`, `stage`, `kind`, `severity` for several."""

    state = serializers.MultipleChoiceField(choices=State.choices, required=False, allow_empty=False)
    stage = serializers.MultipleChoiceField(choices=Stage.choices, required=False, allow_empty=False)
    kind = serializers.MultipleChoiceField(choices=CaseKind.choices, required=False, allow_empty=False)
    severity = serializers.MultipleChoiceField(choices=Severity.choices, required=False, allow_empty=False)
    category = serializers.CharField(
        required=False, max_length=100, help_text="Code of a category; with all below it."
    )
    institution = serializers.CharField(required=False, max_length=100, help_text="Code of an institution.")
    place = serializers.CharField(
        required=False, max_length=100, help_text="Code of a place; with all within it."
    )
    assignee = serializers.CharField(
        required=False, max_length=40, help_text="Id of a member of staff, `me`, or `nobody`."
    )
    overdue = serializers.BooleanField(required=False, allow_null=True, default=None)
    opened_from = serializers.DateField(required=False, help_text="Received on this day or later (UTC).")
    opened_to = serializers.DateField(required=False, help_text="Received on this day or earlier (UTC).")
    owner = serializers.SlugField(required=False, max_length=40, help_text="Slug of the partner.")
    tag = serializers.CharField(required=False, max_length=40)
    search = serializers.CharField(
        required=False, max_length=200, help_text="Beginnings of words, in any script, of cases you may read."
    )


class CaseListQuery(CaseQuery):
    """The same, with order and page, and of those only what has changed."""

    changed_after = serializers.DateTimeField(
        required=False,
        help_text="Something was told of it after this moment (`changed_at`); of cases that you may read.",
    )
    ordering = serializers.ChoiceField(choices=ORDERS, required=False, default="-opened_at")
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)
    extra = serializers.MultipleChoiceField(
        choices=EXTRAS,
        required=False,
        allow_empty=False,
        help_text="What else each row shows; repeat it for several.",
    )


class CaseFacetQuery(CaseQuery):
    """The same filters, and by what to count."""

    facet = serializers.MultipleChoiceField(
        choices=FACETS,
        required=False,
        allow_empty=False,
        help_text="Repeat it for several; all of them where none is named.",
    )


class CaseChanges(StrictSerializer):
    """What may be corrected on a case; send only what changes."""

    kind = serializers.ChoiceField(choices=CaseKind.choices, required=False)
    severity = serializers.ChoiceField(choices=Severity.choices, required=False)
    category = CodeField(Category, required=False, allow_null=True)
    institution = CodeField(Institution, required=False, allow_null=True)
    place = CodeField(Place, required=False, allow_null=True)
    summary = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=500,
        help_text="Your own words, without names: it is searched.",
    )


class Question(StrictSerializer):
    """A question to the complainant, read through the receipt."""

    question = serializers.CharField(max_length=10_000)


class Admission(StrictSerializer):
    """Why the complaint is admissible."""

    admissibility_note = serializers.CharField(max_length=4_000)


class Resolution(StrictSerializer):
    """The outcome, and its words for the complainant."""

    outcome = serializers.ChoiceField(choices=RESOLUTION_OUTCOMES)
    outcome_text = serializers.CharField(max_length=4_000, help_text="Read by the complainant.")
    impact = serializers.CharField(max_length=4_000, required=False, allow_blank=True, default="")
    value_recovered = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=0, required=False, allow_null=True, default=None
    )
    value_currency = serializers.ChoiceField(choices=CURRENCIES, required=False, allow_blank=True, default="")
    reason = serializers.CharField(
        max_length=4_000,
        required=False,
        allow_blank=True,
        default="",
        help_text="Needed while an institution still has to answer.",
    )


class Reason(StrictSerializer):
    """Why; kept as a note."""

    reason = serializers.CharField(max_length=4_000)


class OptionalReason(StrictSerializer):
    """Why; kept as a note. Needed while an institution still has to answer."""

    reason = serializers.CharField(max_length=4_000, required=False, allow_blank=True, default="")


class Inadmissibility(StrictSerializer):
    """Why the complaint is not taken, and where the complainant should turn."""

    reason = serializers.ChoiceField(choices=InadmissibleReason.choices)
    advice = serializers.CharField(max_length=4_000, help_text="Read by the complainant.")


class Original(StrictSerializer):
    """The case as which the same complaint is worked."""

    original = serializers.UUIDField()


class Assignment(StrictSerializer):
    """Who works the case; null for nobody."""

    assignee = OnePersonField(allow_null=True)


class Colleague(StrictSerializer):
    """Somebody of the partner that owns the case."""

    person = OnePersonField()


class NewNote(StrictSerializer):
    text = serializers.CharField(max_length=10_000)


class NewMessage(StrictSerializer):
    """What is written to the complainant."""

    text = serializers.CharField(max_length=LONGEST_MESSAGE, trim_whitespace=False)
    asks = serializers.BooleanField(
        required=False, default=False, help_text="It is a question, and an answer is awaited."
    )
    files = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        max_length=MOST_FILES,
        help_text="Ids of files that you put into the case before, to go with it.",
    )


class ReadUntil(StrictSerializer):
    """The last message that was read."""

    until = serializers.UUIDField(help_text="Id of a message of this conversation.")


class TagNames(StrictSerializer):
    """All tags of the case from now on."""

    tags = serializers.ListField(child=serializers.CharField(max_length=40), max_length=MOST_TAGS)


class NewLink(StrictSerializer):
    other = serializers.UUIDField(help_text="Id of the other case.")


class Restriction(StrictSerializer):
    """Who alone sees the case from now on."""

    people = PeopleField(min_length=1, max_length=30)


class JudiciaryChanges(StrictSerializer):
    """What the case is about; send only what changes."""

    court = CodeField(Institution, required=False, allow_null=True)
    instance = serializers.ChoiceField(choices=JudiciaryDetail.Instance.choices, required=False)
    matter = serializers.ChoiceField(choices=JudiciaryDetail.Matter.choices, required=False)
    violation = serializers.ChoiceField(choices=JudiciaryDetail.Violation.choices, required=False)
    stage_of_proceedings = serializers.CharField(required=False, allow_blank=True, max_length=500)
    case_number = serializers.CharField(required=False, allow_blank=True, max_length=100)
    months_pending = serializers.IntegerField(required=False, allow_null=True, min_value=0, max_value=1200)
    person = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=200,
        help_text="Judge or prosecutor; restricted: only some roles write and read it.",
    )
    next_hearing_on = serializers.DateField(required=False, allow_null=True)
    next_hearing_time = ClockTimeField(
        required=False, allow_null=True, help_text="On your organisation's clocks."
    )


class NewConsent(StrictSerializer):
    """What the complainant agreed to, told to you."""

    purpose = serializers.ChoiceField(choices=Consent.Purpose.choices)
    institution = CodeField(Institution, required=False, allow_null=True, default=None)
    partner = PartnerField(required=False, allow_null=True, default=None)
    manner = serializers.ChoiceField(choices=Consent.Manner.choices)
    language = serializers.ChoiceField(choices=Language.choices)
    text_version = serializers.CharField(max_length=40)


class OnePageQuery(StrictSerializer):
    """For a list that is always whole: a size of pages changes nothing."""

    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200)


class NewTemplate(StrictSerializer):
    """A message template of the partner's own."""

    code = serializers.RegexField(
        r"^[a-z][a-z0-9_]*\Z", max_length=40, help_text="Small letters, digits and _; it never changes."
    )
    names = ByLanguageField()
    texts = ByLanguageField()
    asks = serializers.BooleanField(required=False, default=False)
    in_use = serializers.BooleanField(required=False, default=True)
    position = serializers.IntegerField(required=False, default=100, min_value=0, max_value=1000)


class TemplateChanges(StrictSerializer):
    """What may change; send only what changes. `names` and `texts` are replaced as a whole."""

    names = ByLanguageField(required=False)
    texts = ByLanguageField(required=False)
    asks = serializers.BooleanField(required=False)
    in_use = serializers.BooleanField(required=False)
    position = serializers.IntegerField(required=False, min_value=0, max_value=1000)


class NothingMore(StrictSerializer):
    """An empty body."""
