"""Shapes of what callers send to work a case."""

from typing import Any

from rest_framework import serializers

from backend.cases.api.fields import (
    ClockTimeField,
    CodeField,
    DeadlineRuleField,
    OnePersonField,
    PartnerField,
    PeopleField,
)
from backend.cases.models import InadmissibleReason, InstitutionReferral, JudiciaryDetail, Outcome, Severity
from backend.cases.page import EXTRAS, FACETS
from backend.cases.services.annexes import MOST_HIDDEN, PART_CHOICES
from backend.cases.services.enclosures import MOST
from backend.cases.services.work import MOST_TAGS
from backend.cases.stages import HidingReason, PauseReason, ReferralState, Stage, State
from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.complaints.words import LONGEST_MESSAGE, LONGEST_NARRATIVE
from backend.directory.models import Category, Institution, Place
from backend.files.errors import MOST_FILES

CURRENCIES = ("ALL", "EUR", "GEL", "RSD", "USD")
RESOLUTION_OUTCOMES = [choice for choice in Outcome.choices if choice[0] != Outcome.WITHDRAWN]
GIVEN_ASSESSMENTS = [
    choice for choice in InstitutionReferral.Assessment.choices if not choice[0].startswith("deemed_")
]
"""Silence is deemed something by law, not by whoever assesses an answer."""
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
    """The same, with order and page."""

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


class ParallelLetter(StrictSerializer):
    """The same letter in a second language; both leave as one document."""

    language = serializers.ChoiceField(choices=Language.choices)
    subject = serializers.CharField(
        max_length=300, required=False, allow_blank=True, default="", help_text="Empty: the template's."
    )
    letter = serializers.CharField(max_length=20_000)


class Enclosure(StrictSerializer):
    """A file of the case that goes along, as its clean copy."""

    file = serializers.UUIDField()
    title = serializers.CharField(
        max_length=150,
        required=False,
        allow_blank=True,
        default="",
        help_text="As the institution reads it; empty: what sort of file it is. Its name never leaves.",
    )


class HiddenPlace(StrictSerializer):
    """A stretch of the complainant's words that is blacked out, counted in Unicode characters."""

    part = serializers.ChoiceField(choices=PART_CHOICES)
    start = serializers.IntegerField(min_value=0, max_value=LONGEST_NARRATIVE)
    end = serializers.IntegerField(
        min_value=1, max_value=LONGEST_NARRATIVE, help_text="The first one after it."
    )
    reason = serializers.ChoiceField(choices=HidingReason.choices)


class AnnexChoice(StrictSerializer):
    """Whether the complainant's own words go along, and what is blacked out of them."""

    include = serializers.BooleanField()
    hidden = serializers.ListField(child=HiddenPlace(), max_length=MOST_HIDDEN, required=False)


class _LetterFields(StrictSerializer):
    letter_language = serializers.ChoiceField(
        choices=Language.choices,
        required=False,
        allow_blank=True,
        help_text="Empty: the institution's, in the script of the letter.",
    )
    letter_subject = serializers.CharField(
        max_length=300, required=False, allow_blank=True, help_text="Empty: the template's."
    )
    parallel = ParallelLetter(required=False, allow_null=True)
    enclosures = serializers.ListField(
        child=Enclosure(), max_length=MOST, required=False, help_text="In order; all of them."
    )
    annex = AnnexChoice(required=False, allow_null=True, help_text="null: the complainant's words stay here.")
    findings_seen = serializers.RegexField(
        r"^[0-9a-f]{64}\Z",
        required=False,
        help_text="With `redaction_checked`: the `digest` under `redaction/` of what you have looked at.",
    )


class NewReferral(_LetterFields):
    """What a referral starts from. Without a `letter` it starts from your letter template."""

    institution = CodeField(Institution)
    letter = serializers.CharField(max_length=20_000, required=False, allow_blank=True, default="")
    deadline_rule = DeadlineRuleField(required=False, allow_null=True, default=None)
    escalates = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="The referral that this one takes higher."
    )
    override_reason = serializers.CharField(
        max_length=2_000,
        required=False,
        allow_blank=True,
        default="",
        help_text="A coordinator's reason to refer without consent.",
    )
    redaction_checked = serializers.BooleanField(
        required=False, default=False, help_text="You have looked over what leaves."
    )


class ReferralChanges(_LetterFields):
    """What may be reworked while it is a draft; send only what changes."""

    institution = CodeField(Institution, required=False)
    letter = serializers.CharField(max_length=20_000, required=False)
    deadline_rule = DeadlineRuleField(required=False, allow_null=True)
    override_reason = serializers.CharField(max_length=2_000, required=False, allow_blank=True)
    late_reason = serializers.CharField(
        max_length=2_000,
        required=False,
        allow_blank=True,
        help_text="Why an appeal after its time may be heard.",
    )
    redaction_checked = serializers.BooleanField(required=False)


class SendingBack(StrictSerializer):
    """What its author should change."""

    reason = serializers.CharField(max_length=2_000, required=False, allow_blank=True, default="")


class LetterDraftQuery(StrictSerializer):
    """In which language."""

    language = serializers.ChoiceField(
        choices=Language.choices, required=False, help_text="Without it, the language of the letter."
    )


class Sending(StrictSerializer):
    """How and when it left."""

    channel = serializers.ChoiceField(choices=InstitutionReferral.Channel.choices)
    sent_on = serializers.DateField()
    proof = serializers.CharField(
        max_length=100,
        required=False,
        allow_blank=True,
        default="",
        help_text="Number of the postal receipt, say.",
    )


class Registration(StrictSerializer):
    """The number under which the institution answers."""

    protocol_number = serializers.CharField(max_length=100)
    registered_on = serializers.DateField()


class Redirection(StrictSerializer):
    """To which body it was passed, and when."""

    institution = CodeField(Institution)
    redirected_on = serializers.DateField()
    deadline_rule = DeadlineRuleField(
        required=False, allow_null=True, help_text="Without it, the term by the same law; null: none."
    )


class ClarificationAsked(StrictSerializer):
    """What the institution wants to know."""

    asked_on = serializers.DateField()
    question = serializers.CharField(max_length=10_000)


class ClarificationGiven(StrictSerializer):
    """What it was told."""

    given_on = serializers.DateField()
    reply = serializers.CharField(max_length=10_000)


class Answer(StrictSerializer):
    """What the institution answered, typed in."""

    answer = serializers.CharField(max_length=20_000)
    answered_on = serializers.DateField()
    protocol_number = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    author_name = serializers.CharField(
        max_length=200, required=False, allow_blank=True, default="", help_text="Who answers there."
    )
    is_final = serializers.BooleanField(
        required=False, default=True, help_text="false: for the time being; the clock runs on."
    )
    files = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        default=list,
        max_length=MOST_FILES,
        help_text="Ids of files that you put into the case before: the scanned letter.",
    )


class ClockStop(StrictSerializer):
    """When and why the clock is paused. The day itself still counts."""

    paused_on = serializers.DateField()
    reason = serializers.ChoiceField(choices=PauseReason.choices)
    words = serializers.CharField(
        max_length=2_000, required=False, allow_blank=True, default="", help_text="Needed for `other`."
    )


class ClockStart(StrictSerializer):
    """When the clock runs again. The next day is the first that counts."""

    resumed_on = serializers.DateField()


class ClockExtension(StrictSerializer):
    """The date of the institution's letter, and the day that it names; without one, the rule's extension."""

    letter_on = serializers.DateField()
    until = serializers.DateField(required=False, allow_null=True, default=None)


class AnswerAssessment(StrictSerializer):
    """What the answer is worth."""

    assessment = serializers.ChoiceField(choices=GIVEN_ASSESSMENTS)
    arrived_on = serializers.DateField(
        required=False, help_text="When it arrived: the time for an appeal runs from then. Else its own date."
    )


class ReferralQuery(StrictSerializer):
    """How the list of referrals is narrowed."""

    state = serializers.MultipleChoiceField(choices=ReferralState.choices, required=False, allow_empty=False)
    institution = serializers.CharField(required=False, max_length=100)
    overdue = serializers.BooleanField(required=False, allow_null=True, default=None)
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)


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
