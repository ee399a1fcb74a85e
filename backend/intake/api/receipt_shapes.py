"""What the complainant's door tells of a complaint, and takes beside messages."""

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.fields import ChoiceOrNull
from backend.cases.api.serializers import SatisfactionSerializer
from backend.cases.models import InstitutionReferral
from backend.cases.services.status import Action, Fate
from backend.cases.stages import PauseReason, Stage, State
from backend.common import clock
from backend.common.api import StrictSerializer
from backend.common.languages import label_in
from backend.complaints.models import ReceiptReplacement
from backend.complaints.words import LONGEST_COMMENT, LONGEST_MESSAGE
from backend.directory.kinds import Silence
from backend.identity.models import IdentityLook
from backend.intake.api.notice_shapes import NoticeStateSerializer
from backend.intake.api.serializers import (
    ConversationMessageSerializer,
    ReceiptSerializer,
    TextField,
    WordsField,
)
from backend.partners.roles import Role
from backend.retention.models import ErasureRequest
from backend.retention.services.telling import ErasureTold
from backend.retention.stages import HoldReason, Refusal, RequestState


class ReferralStatusSerializer(serializers.Serializer[Any]):
    """An institution that has the complaint."""

    institution = serializers.SerializerMethodField()
    sent_on = serializers.DateField()
    due_on = serializers.DateField(allow_null=True, help_text="Until when it must answer, while it has not.")
    answered_on = serializers.DateField(allow_null=True)
    overdue = serializers.BooleanField()
    fate = serializers.ChoiceField(Fate.choices, help_text="What became of the complaint there.")
    escalated = serializers.BooleanField(help_text="It is the higher body, to which the complaint was taken.")
    passed_on_to_it = serializers.BooleanField(help_text="Another institution passed the complaint on to it.")
    registered_on = serializers.DateField(allow_null=True)
    protocol_number = serializers.CharField(help_text="Under which it is registered there; may be empty.")
    has_term = serializers.BooleanField(help_text="Whether a law that we know sets a day for its answer.")
    asked_for_time_on = serializers.DateField(allow_null=True, help_text="When it told that it needs longer.")
    stands_since = serializers.DateField(allow_null=True, help_text="Since when its time stands still.")
    stands_because = serializers.ChoiceField(PauseReason.choices, allow_null=True)
    has_a_question = serializers.BooleanField()
    assessment = serializers.ChoiceField(
        InstitutionReferral.Assessment.choices, allow_blank=True, help_text="What its answer is worth."
    )
    silence = serializers.ChoiceField(
        Silence.choices,
        allow_blank=True,
        help_text="What the law makes of no answer, where verified.",
    )

    @extend_schema_field(str)
    def get_institution(self, referral: Any) -> str:
        return label_in(referral.institution)


class StageReachedSerializer(serializers.Serializer[Any]):
    """A stage, and the day on which it was last reached."""

    stage = serializers.ChoiceField(Stage.choices)
    on = serializers.DateField()


class IdentityLookSerializer(serializers.Serializer[IdentityLook]):
    """Somebody had to do with your name and contacts: on which day, in which role, why. Never who."""

    on = serializers.SerializerMethodField()
    kind = serializers.ChoiceField(IdentityLook.Kind.choices)
    reason = serializers.ChoiceField(IdentityLook.Reason.choices)
    role = serializers.ChoiceField(Role.choices)
    role_label = serializers.CharField(source="get_role_display")
    matched = serializers.BooleanField(
        allow_null=True, help_text="Of a comparison: whether what was said agreed with what is kept."
    )

    @extend_schema_field(serializers.DateField())
    def get_on(self, look: IdentityLook) -> date:
        return clock.day_of(look.at, self.context["time_zone"])


class ReplacementNoticeSerializer(serializers.Serializer[ReceiptReplacement]):
    """Somebody who knew your details asked for a new receipt. If that was not you, stop it."""

    asked_at = serializers.DateTimeField()
    opens_at = serializers.DateTimeField(help_text="From then on the new receipt may replace this one.")


class OwnErasureRequestSerializer(serializers.Serializer[ErasureRequest]):
    """What you asked for, and what became of it."""

    state = serializers.ChoiceField(RequestState.choices)
    asked_at = serializers.DateTimeField()
    refusal = ChoiceOrNull(Refusal.choices, help_text="Why we keep your file.")
    refusal_label = serializers.CharField(source="get_refusal_display")
    hold_reason = ChoiceOrNull(HoldReason.choices, help_text="Of a legal hold: its reason.")
    hold_until = serializers.DateField(allow_null=True, help_text="Of a legal hold: its last day.")
    words = serializers.CharField(allow_null=True, help_text="What the organisation wrote to that.")


class ErasureToldSerializer(serializers.Serializer[ErasureTold]):
    """The day on which your file will be erased, and what became of your own request."""

    erased_on = serializers.DateField(allow_null=True, help_text="Null while no day was announced.")
    request = OwnErasureRequestSerializer(allow_null=True)


class ReceiptStatusSerializer(serializers.Serializer[Any]):
    """Where a complaint stands, for the complainant, in the language asked for by Accept-Language."""

    reference = serializers.CharField(allow_null=True, help_text="Null while nobody has looked at it yet.")
    partner = serializers.CharField(help_text="Name of the organisation that works on it.")
    received_at = serializers.DateTimeField()
    stage = serializers.ChoiceField(Stage.choices)
    stage_label = serializers.CharField(source="stage.label")
    state = serializers.ChoiceField(State.choices)
    state_label = serializers.CharField(source="state.label")
    since = serializers.DateField(help_text="The day on which it came into this state.")
    reached = serializers.SerializerMethodField()
    what_happens_next = serializers.CharField()
    answer_awaited = serializers.BooleanField(help_text="The partner waits for an answer.")
    referrals = ReferralStatusSerializer(many=True)
    handed_over_on = serializers.DateField(
        allow_null=True, help_text="When it came to this organisation from another one."
    )
    outcome = serializers.CharField(help_text="Code of the outcome; empty until there is one.")
    outcome_label = serializers.CharField()
    outcome_text = serializers.CharField(help_text="The outcome, written for the complainant.")
    advice = serializers.CharField(help_text="Where to turn, when the complaint cannot be taken further.")
    object_until = serializers.DateField(allow_null=True, help_text="Last day to object to the outcome.")
    satisfaction = SatisfactionSerializer(allow_null=True)
    identity_looks = IdentityLookSerializer(
        many=True, help_text="Whoever had to do with your name and contacts; empty where nobody had."
    )
    new_receipt = ReplacementNoticeSerializer(allow_null=True)
    allowed_actions = serializers.ListField(
        child=serializers.ChoiceField(Action.choices), help_text="What the holder of the receipt may do now."
    )
    messages = ConversationMessageSerializer(many=True)
    notices = NoticeStateSerializer()
    erasure = ErasureToldSerializer()

    @extend_schema_field(StageReachedSerializer(many=True))
    def get_reached(self, told: Any) -> Any:
        days = [{"stage": stage, "on": day} for stage, day in told["reached"].items()]
        return StageReachedSerializer(days, many=True).data


class ReceiptCorrectionSerializer(ReceiptSerializer):
    """What is wrong in the complaint and how it is right, with number and secret."""

    text = WordsField(max_length=LONGEST_MESSAGE)


class ReceiptRatingSerializer(ReceiptSerializer):
    """An opinion on outcome and process, with number and secret."""

    outcome = serializers.IntegerField(min_value=1, max_value=5)
    process = serializers.IntegerField(min_value=1, max_value=5)
    felt_safe = serializers.BooleanField(required=False, allow_null=True, default=None)
    would_use_again = serializers.BooleanField(required=False, allow_null=True, default=None)
    comment = WordsField(max_length=LONGEST_COMMENT, required=False, allow_blank=True, default="")
    asks_reopening = serializers.BooleanField(
        required=False,
        allow_null=True,
        default=None,
        help_text="After a low score, null leaves a resolved case open: ask, and send the answer.",
    )


class ReceiptSheetSerializer(StrictSerializer):
    """Number and secret as they were just given."""

    number = TextField(max_length=60)
    secret = TextField(max_length=120)
