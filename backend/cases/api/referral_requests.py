"""Shapes of what callers send to carry a case to an institution: letter, sending, answer, clock."""

from rest_framework import serializers

from backend.cases.api.fields import (
    CodeField,
    DeadlineRuleField,
)
from backend.cases.models import InstitutionReferral
from backend.cases.services.annexes import MOST_HIDDEN, PART_CHOICES
from backend.cases.services.enclosures import MOST
from backend.cases.stages import HidingReason, PauseReason, ReferralState
from backend.common.api import StrictSerializer
from backend.common.languages import Language
from backend.complaints.words import LONGEST_NARRATIVE
from backend.directory.models import Institution
from backend.files.errors import MOST_FILES

GIVEN_ASSESSMENTS = [
    choice for choice in InstitutionReferral.Assessment.choices if not choice[0].startswith("deemed_")
]
"""Silence is deemed something by law, not by whoever assesses an answer."""


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
